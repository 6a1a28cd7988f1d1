"""What changed in what is known between two as-of points: for a person, and as one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.render.context import Context
from timeline.render.dates import iso
from timeline.render.ndjson import dump
from timeline.render.terminal import Paint, plain, wrap
from timeline.view import ChangeView, MoveView

if TYPE_CHECKING:
    from timeline.query import Diff

__all__ = ["KINDS", "ndjson", "write"]

KINDS = ("new", "changed", "merged", "disputed", "settled", "withdrawn")
_SIGNS = {"new": "+", "changed": "~", "merged": "=", "disputed": "⚠", "settled": "✓", "withdrawn": "-"}
_COLORS = {"new": "green", "changed": "cyan", "merged": "blue", "disputed": "yellow", "settled": "green",
           "withdrawn": "red"}  # fmt: skip

Row = tuple[MoveView | None, MoveView | None, ChangeView]


def write(diff: Diff, context: Context) -> Iterator[str]:
    """A heading a kind, below it the moves with the reason of each."""
    paint, first = Paint(context.color), True
    for kind in KINDS:
        rows: tuple[Row, ...] = getattr(diff, kind)
        if rows:
            yield ("" if first else "\n") + paint(f"{kind} ({len(rows)})", "bold") + "\n"
            first = False
        for before, after, change in rows:
            yield from _row(kind, before, after, change, context)
    if first:
        yield "nothing changed\n"


def _row(
    kind: str, before: MoveView | None, after: MoveView | None, change: ChangeView, context: Context
) -> Iterator[str]:
    paint, move = Paint(context.color), after or before
    if move is None:
        return
    yield f"  {paint(_SIGNS[kind], _COLORS[kind])} {iso(move)}  {plain(move.title)}  {paint(move.id, 'dim')}\n"
    by = f" by {change.by}" if change.by else ""
    why = f" ({change.why})" if change.why else ""
    reason = plain(f"{change.text}{by}{why}")
    at = f"#{change.position}: " if change.position else ""
    for text in wrap(at + reason, context.width, "      "):
        yield text + "\n"
    if kind == "disputed" and after:
        for dispute in after.disputes:
            if not dispute.settled and dispute.text not in reason:
                yield from (text + "\n" for text in wrap(plain(dispute.text), context.width, "      "))


def ndjson(diff: Diff) -> Iterator[str]:
    """``{"kind", "change", "before", "after"}``."""
    for kind in KINDS:
        for before, after, change in getattr(diff, kind):
            yield dump({"kind": kind, "change": change, "before": before, "after": after}) + "\n"
