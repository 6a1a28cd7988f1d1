"""Changes of the chronology, latest first: for a person, and as one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.render.context import Context, with_home
from timeline.render.ndjson import dump
from timeline.render.terminal import Paint, plain
from timeline.view import ChangeView, MoveView

__all__ = ["line", "ndjson", "summary", "write"]

Changes = Iterable[tuple[MoveView, ChangeView]]


def summary(change: ChangeView) -> str:
    """``corrected: date was 2025-04-03, now 2025-04-05``; the kind is said once."""
    return change.text if change.text.startswith(change.kind) else f"{change.kind}: {change.text}"


def line(move: MoveView, change: ChangeView) -> str:
    """``Llama 4 corrected: date was 2025-04-03 (1 lineage), now 2025-04-05 (3)``, for a title or a list."""
    by = f" by {change.by}" if change.by else ""
    why = f" ({change.why})" if change.why else ""
    return f"{move.title} — {summary(change)}{by}{why}"


def write(changes: Changes, context: Context) -> Iterator[str]:
    """A line a change."""
    paint, count = Paint(context.color), 0
    for move, change in changes:
        count += 1
        where = paint(f"#{change.position} {change.at[:10]}", "dim")
        yield f"{where}  {plain(line(move, change))}  {paint(move.id, 'dim')}\n"
    if not count:
        yield "nothing changed\n"


def ndjson(changes: Changes, context: Context) -> Iterator[str]:
    """``{"change", "move"}``."""
    for move, change in changes:
        yield dump({"change": change, "move": with_home(move, context.home)}) + "\n"
