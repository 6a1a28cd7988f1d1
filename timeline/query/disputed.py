"""The open disputes of a selection."""

from __future__ import annotations

import sqlite3

from msgspec.structs import replace

from timeline.query.build import views
from timeline.query.model import Query
from timeline.query.moment import Moment, head_of
from timeline.query.rows import versions
from timeline.query.select import select
from timeline.view import DisputeView, MoveView

__all__ = ["disputes"]


def disputes(connection: sqlite3.Connection, query: Query) -> tuple[tuple[MoveView, DisputeView], ...]:
    """Every open dispute once, with the move it stands in: the hard ones first, then the newest move.

    Of two moves that dispute each other, the newer one. ``query.disputed`` leaves the soft ones out.
    """
    selection = select(connection, query)
    head_of(connection, selection.moment)
    if selection.moment == Moment():
        selection.add(
            "EXISTS (SELECT 1 FROM rm_tag d WHERE d.kind = 'dispute' AND d.value IN ('hard', 'soft') "
            "AND d.rank = v.rank)"  # the whole of the key: found at once
        )
    else:
        selection.add("instr(v.tags, ?)", "\ndispute:")
    order = f"{selection.rank} DESC LIMIT -1"
    found = versions(connection, selection, selection.where, selection.values, [selection.rank], order)
    seen: set[DisputeView] = set()
    hard: list[tuple[MoveView, DisputeView]] = []
    soft: list[tuple[MoveView, DisputeView]] = []
    for move in views(connection, [version for version, _ in found], selection.moment):
        for dispute in move.disputes:
            same = replace(
                dispute, other=None, left=replace(dispute.left, lineage=""), right=replace(dispute.right, lineage="")
            )
            if not dispute.settled and same not in seen:
                seen.add(same)
                (hard if dispute.severity == "hard" else soft).append((move, dispute))
    answer = hard if query.disputed else hard + soft
    return tuple(answer[: query.limit] if query.limit else answer)
