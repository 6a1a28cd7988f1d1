"""One move a line, columns between tabs, no heading: the shape for ``cut``, ``sort`` and ``awk``.

date, type, title, status, grade, lineages, disputed, object, actors, quantities, publisher, source, id
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.render.context import Context
from timeline.render.rows import row
from timeline.view import MoveView

__all__ = ["write"]


def write(moves: Iterable[MoveView], context: Context) -> Iterator[str]:  # noqa: ARG001 - the writers' one signature
    """A line a move; never wrapped or cut. A tab inside a text is a blank."""
    for move in moves:
        yield "\t".join(row(move)) + "\n"
