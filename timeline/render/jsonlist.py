"""A JSON array of what ``ndjson`` writes, a move a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.render.context import Context, with_home
from timeline.render.ndjson import dump
from timeline.view import MoveView

__all__ = ["write"]


def write(moves: Iterable[MoveView], context: Context) -> Iterator[str]:
    """``[``, the moves, ``]``: an empty selection is ``[]``."""
    before = "[\n"
    for move in moves:
        yield before + dump(with_home(move, context.home))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
