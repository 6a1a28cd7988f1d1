"""Versions of moves out of the tables, with their place in the log and the change that made them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from timeline.query.moment import Moment
from timeline.query.select import Selection
from timeline.readmodel.stored import DECODER, Stored

__all__ = ["Version", "each", "versions"]


class Version(Struct, frozen=True):
    """A version of a move. ``position`` and ``at``: of the event that made it; ``change``: JSON, as it is kept."""

    id: str
    move: int
    revision: int
    position: int
    at: str
    first_position: int
    first_at: str
    change: bytes
    stored: Stored


_FIRST = "JOIN rm_revision b ON b.move = v.move AND b.revision = 1"
_NOW = (
    "i.id, v.move, v.revision, v.position, v.at, v.first_position, v.first_at, r.change, r.body",
    "JOIN rm_revision r ON r.move = v.move AND r.revision = v.revision JOIN rm_id i ON i.move = v.move",
)
_THEN = (
    "i.id, v.move, v.revision, v.from_position, v.at, b.from_position, b.at, v.change, v.body",
    f"{_FIRST} JOIN rm_id i ON i.move = v.move",
)
# a day's version is none of the log's: where and when the move as it stands was recorded
_THAT_DAY = (
    """v.id, v.move, coalesce(r.revision, 1), coalesce(r.from_position, 0), coalesce(r.at, ''),
    coalesce(b.from_position, 0), coalesce(b.at, ''), x'', v.body""",
    f"LEFT JOIN rm_revision r ON r.move = v.move AND r.to_position IS NULL LEFT {_FIRST}",
)


def versions(
    connection: sqlite3.Connection, selection: Selection, where: str, values: Sequence[Any], keys: Sequence[str],
    order: str,
) -> list[tuple[Version, list[Any]]]:  # fmt: skip
    """The versions of a selection that match, in order, each with the values of ``keys``."""
    return list(each(connection, selection, where, values, keys, order))


def each(
    connection: sqlite3.Connection, selection: Selection, where: str, values: Sequence[Any], keys: Sequence[str],
    order: str,
) -> Iterator[tuple[Version, list[Any]]]:  # fmt: skip
    """The same, each read when it is wanted."""
    columns, joins = shape(selection.moment)
    wanted = ", ".join((*keys, columns))
    tables = selection.tables
    if keys[0] == "v.rank" and selection.moment != Moment():  # read in order until there are enough, not all and sorted
        tables += " INDEXED BY " + ("rm_known_rank" if selection.moment.day is not None else "rm_revision_rank")
    # every part is a constant of this package; what was typed is among the values
    sql = f"SELECT {wanted} FROM {tables} {joins} WHERE {where} ORDER BY {order}"  # noqa: S608
    many = len(keys)
    for row in connection.execute(sql, values):
        yield version_of(row[many:]), list(row[:many])


def shape(moment: Moment) -> tuple[str, str]:
    """Columns and joins of the table that answers for a moment."""
    if moment == Moment():
        return _NOW
    return _THEN if moment.position is not None else _THAT_DAY


def version_of(row: Sequence[Any]) -> Version:
    """A version out of a row of ``shape``."""
    name, move, revision, position, at, first, first_at, change, body = row
    return Version(name, move, revision, position, at, first, first_at, change, DECODER.decode(body))
