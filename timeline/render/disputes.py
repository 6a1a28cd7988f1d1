"""Open disputes with both quotes, for a person; and as one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.render.context import Context
from timeline.render.dates import iso
from timeline.render.ndjson import dump
from timeline.render.terminal import Paint, plain
from timeline.render.why import dispute_lines
from timeline.view import DisputeView, MoveView

__all__ = ["ndjson", "write"]

Pairs = Iterable[tuple[MoveView, DisputeView]]


def write(pairs: Pairs, context: Context) -> Iterator[str]:
    """The move as a heading, its disputes below."""
    paint, before, count = Paint(context.color), "", 0
    for move, dispute in pairs:
        count += 1
        if move.id != before:
            yield ("\n" if before else "") + paint(f"{iso(move)}  {plain(move.title)}", "bold")
            yield "  " + paint(f"{move.grade}  {move.id}", "dim") + "\n"
            before = move.id
        yield from dispute_lines(dispute, context)
    if not count:
        yield "no disputes\n"


def ndjson(pairs: Pairs) -> Iterator[str]:
    """``{"move", "title", "date", ...the dispute}``."""
    for move, dispute in pairs:
        yield dump({"move": move.id, "title": move.title, "date": move.date, "dispute": dispute}) + "\n"
