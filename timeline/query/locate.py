"""Which move a claim stood in at a moment, and which ids led to a move then."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from timeline.query.moment import NOW, Moment
from timeline.readmodel.changes import Change
from timeline.readmodel.stored import DECODER

__all__ = ["aliases_of", "at_moment", "locate", "merged_into"]

_CHANGE = msgspec.json.Decoder(Change)


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
                found.update(_holding(cid, connection.execute(sql, (*values, *more))))
    return found


def _holding(cid: int, rows: sqlite3.Cursor) -> dict[int, tuple[str, str]]:
    for name, body in rows:
        stored = DECODER.decode(body)
        if cid in stored.cids:
            return {cid: (name, stored.title)}
    return {}


def aliases_of(
    connection: sqlite3.Connection, moves: Sequence[tuple[int, str]], moment: Moment = NOW
) -> dict[str, tuple[str, ...]]:
    """Id → the ids that led to it, by the log; none for a day, on which no log is looked at."""
    if moment.day is not None:
        return {}
    if moment == NOW:
        return _aliases_now(connection, moves)
    into = merged_into(connection, moment.position)
    below: dict[str, list[str]] = {}
    for name, target in into.items():
        below.setdefault(target, []).append(name)
    answer = {}
    for _, name in moves:
        found, open_ = [], [name]
        while open_:
            more = sorted(below.get(open_.pop(), ()))
            found += more
            open_ += more
        if found:
            answer[name] = tuple(sorted(found))
    return answer


def _aliases_now(connection: sqlite3.Connection, moves: Sequence[tuple[int, str]]) -> dict[str, tuple[str, ...]]:
    """As ``aliases_of``; an id that was never shown is none."""
    answer = {}
    below = (
        "WITH RECURSIVE a(move, id) AS (SELECT move, id FROM rm_id WHERE alias_of = ? "
        "UNION SELECT i.move, i.id FROM rm_id i JOIN a ON i.alias_of = a.move) SELECT id FROM a "
        "WHERE EXISTS (SELECT 1 FROM rm_revision r WHERE r.move = a.move) ORDER BY id"
    )
    for move, name in moves:
        if found := tuple(alias for (alias,) in connection.execute(below, (move,))):
            answer[name] = found
    return answer


def merged_into(connection: sqlite3.Connection, position: int | None) -> dict[str, str]:
    """Id → the id that it was merged into: of the moves whose version then says so."""
    where, values = "r.to_position IS NULL", []
    if position is not None:
        where, values = "r.from_position <= ? AND (r.to_position IS NULL OR r.to_position > ?)", [position] * 2
    sql = f"SELECT i.id, r.change FROM rm_revision r JOIN rm_id i ON i.move = r.move WHERE r.body IS NULL AND {where}"  # noqa: S608
    found = {}
    for name, data in connection.execute(sql, values):
        change = _CHANGE.decode(data)
        if "merged" in change.kinds and change.ids:
            found[name] = change.ids[-1]
    return found
