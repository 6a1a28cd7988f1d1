"""The open disputes of a selection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from timeline.query.build import views
from timeline.query.model import Query
from timeline.query.moment import head_of, moment_of
from timeline.query.rows import each
from timeline.query.select import select
from timeline.view import DisputeView, MoveView

__all__ = ["disputes"]

_AT_ONCE = 50  # moves whose evidence is read together


def disputes(connection: sqlite3.Connection, query: Query) -> tuple[tuple[MoveView, DisputeView], ...]:
    """Every open dispute once, with the move it stands in: the hard ones first, then the newest move.

    Of two moves that dispute each other, the newer one. ``query.disputed`` leaves the soft ones out. Only as many moves
    are read as ``query.limit`` wants.
    """
    head_of(connection, moment_of(query.as_of))
    return tuple(islice(_open(connection, query), query.limit or None))


def _open(connection: sqlite3.Connection, query: Query) -> Iterator[tuple[MoveView, DisputeView]]:
    seen: set[DisputeView] = set()
    for severity in ("hard",) if query.disputed else ("hard", "soft"):
        for move in _moves(connection, query, severity):
            for dispute in move.disputes:
                same = _either_way(dispute)
                if dispute.severity == severity and not dispute.settled and same not in seen:
                    seen.add(same)
                    yield move, dispute


def _moves(connection: sqlite3.Connection, query: Query, severity: str) -> Iterator[MoveView]:
    """The moves in which a dispute of this severity is open, the newest first."""
    selection = select(connection, query, dispute=severity)
    found = each(
        connection, selection, selection.where, selection.values, [selection.rank], f"{selection.rank} DESC LIMIT -1"
    )
    while part := [version for version, _ in islice(found, _AT_ONCE)]:
        yield from views(connection, part, selection.moment)


def _either_way(dispute: DisputeView) -> DisputeView:
    """The same from both of the moves that it is between."""
    left, right = (replace(side, lineage="") for side in (dispute.left, dispute.right))
    return replace(dispute, other=None, left=left, right=right)
