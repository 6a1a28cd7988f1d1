"""Which move a claim stood in at a moment, and which ids led to a move then."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import Any

from timeline.query.moment import NOW, Moment
from timeline.readmodel.stored import DECODER

__all__ = ["aliases_of", "at_moment", "leads_to", "locate"]


def at_moment(moment: Moment) -> tuple[str, str, list[Any]]:
    """The table whose rows (alias ``v``) are versions of that moment, the condition that they are, and its values."""
    if moment.day is not None:
        return "rm_known v", "v.from_day <= ? AND (v.to_day IS NULL OR v.to_day > ?)", [moment.day] * 2
    if moment.position is not None:
        where = "v.from_position <= ? AND (v.to_position IS NULL OR v.to_position > ?) AND v.body IS NOT NULL"
        return "rm_revision v", where, [moment.position] * 2
    return "rm_revision v", "v.to_position IS NULL AND v.body IS NOT NULL", []


def locate(connection: sqlite3.Connection, cids: Collection[int], moment: Moment = NOW) -> dict[int, tuple[str, str]]:
    """Claim → (id, title) of the move that it was part of. Claims that were part of none are left out.

    Looked for where the claim lives today or lived first, then everywhere.
    """
    found: dict[int, tuple[str, str]] = {}
    wanted = frozenset(cids)
    table, where, values = at_moment(moment)
    name, join = ("v.id", "") if moment.day is not None else ("i.id", "JOIN rm_id i ON i.move = v.move")
    # the parts are constants of this package
    base = f"SELECT {name}, v.body FROM {table} {join} WHERE {where}"  # noqa: S608
    home = "SELECT h.{} FROM rm_claim c JOIN rm_home h ON h.key = c.key WHERE c.cid = ?"
    near = f"{base} AND (v.move = ({home.format('move')}) OR v.move = ({home.format('first')}))"
    anywhere = f"{base} AND (instr(v.body, ?) OR instr(v.body, ?))"
    for cid in sorted(cids):
        for sql, more in ((near, (cid, cid)), (anywhere, (f"[{cid},".encode(), f"[{cid}]".encode()))):
            if cid not in found:
                found.update(_holding(cid, wanted, connection.execute(sql, (*values, *more))))
    return found


def _holding(cid: int, wanted: frozenset[int], rows: sqlite3.Cursor) -> dict[int, tuple[str, str]]:
    """The move that holds this claim, for all of the wanted ones that it holds."""
    for name, body in rows:
        stored = DECODER.decode(body)
        held = stored.cids
        if cid in held:
            return dict.fromkeys(wanted.intersection(held), (name, stored.title))
    return {}


def aliases_of(connection: sqlite3.Connection, name: str, moment: Moment = NOW) -> tuple[str, ...]:
    """The ids that lead to this one, by the log; none for a day, on which no log is looked at."""
    if moment.day is not None:
        return ()
    when, values = _gone_at(moment)
    sql = f"SELECT i.id FROM rm_revision v JOIN rm_id i ON i.move = v.move WHERE {when} AND v.tags = ?"  # noqa: S608
    found: list[str] = []
    open_ = [name]
    while open_:
        more = [alias for (alias,) in connection.execute(sql, (*values, f"into:{open_.pop()}"))]
        found += more
        open_ += more
    return tuple(sorted(found))


def leads_to(connection: sqlite3.Connection, name: str, moment: Moment = NOW) -> str:
    """The id that this one led to: itself, if it was merged into none."""
    when, values = _gone_at(moment)
    sql = f"SELECT v.tags FROM rm_revision v JOIN rm_id i ON i.move = v.move WHERE {when} AND i.id = ?"  # noqa: S608
    while moment.day is None:
        row = connection.execute(sql, (*values, name)).fetchone()
        if row is None or not row[0]:
            break
        name = row[0].removeprefix("into:")
    return name


def _gone_at(moment: Moment) -> tuple[str, list[int]]:
    """The versions (alias ``v``) at a moment of the moves that were none then; ``tags`` says what they led to."""
    if moment.position is None:
        return "v.body IS NULL AND v.to_position IS NULL", []
    return "v.body IS NULL AND v.from_position <= ? AND (v.to_position IS NULL OR v.to_position > ?)", [
        moment.position
    ] * 2
