"""One move by its id, an id that was merged into it, or the beginning of one; and why it stands as it does."""

from __future__ import annotations

import sqlite3
from typing import Any

from store.errors import UsageError
from timeline.period import Period
from timeline.query.build import views
from timeline.query.locate import at_moment, merged_into
from timeline.query.moment import NOW, Moment, head_of, moment_of
from timeline.query.rows import Version, shape, version_of
from timeline.view import MoveView

__all__ = ["LEAST", "find", "version_at"]

#: digits of an id that a prefix must have
LEAST = 3


def find(connection: sqlite3.Connection, name: str, as_of: Period | None = None) -> MoveView | None:
    """The move that goes by this name; None where there is none (any more).

    Raises UsageError naming the candidates where a prefix fits several, ProjectionError where nothing is folded yet.
    """
    moment = moment_of(as_of)
    head_of(connection, moment)
    version = version_at(connection, name, moment)
    return views(connection, [version], moment)[0] if version else None


def version_at(connection: sqlite3.Connection, name: str, moment: Moment) -> Version | None:
    """The version that stood at a moment of the move that goes by this name."""
    wanted = name.strip().casefold().removeprefix("/moves/")
    names = _names(connection, wanted, moment)
    into = merged_into(connection, moment.position) if moment.day is None else {}
    found: dict[str, Version] = {}
    for candidate in names:
        target = _end(candidate, into)
        if target not in found and (version := _load(connection, target, moment)):
            found[target] = version
    if wanted in names and len(names) > 1:  # an id in full is no prefix
        return found.get(_end(wanted, into))
    if len(found) > 1:
        listed = ", ".join(f"{key} ({found[key].stored.title})" for key in sorted(found)[:5])
        raise UsageError(f"{name} is the beginning of {len(found)} ids: {listed}", candidates=tuple(sorted(found)))
    return next(iter(found.values()), None)


def _names(connection: sqlite3.Connection, wanted: str, moment: Moment) -> list[str]:
    if not wanted.isascii() or not wanted.isalnum() or len(wanted) < LEAST:
        return []
    sql = "SELECT id FROM rm_id WHERE id >= ? AND id < ? ORDER BY id LIMIT 50"
    found = [name for (name,) in connection.execute(sql, (wanted, wanted + "~"))]
    if moment.day is not None:
        sql = "SELECT DISTINCT id FROM rm_known WHERE id >= ? AND id < ? ORDER BY id LIMIT 50"
        found += [name for (name,) in connection.execute(sql, (wanted, wanted + "~")) if name not in found]
    return found


def _end(name: str, into: dict[str, str]) -> str:
    while name in into:
        name = into[name]
    return name


def _load(connection: sqlite3.Connection, name: str, moment: Moment) -> Version | None:
    if moment == NOW:
        return _one(connection, moment, "rm_move v", "i.id = ?", [name])
    table, where, values = at_moment(moment)
    column = "v.id" if moment.day is not None else "i.id"
    return _one(connection, moment, table, f"{where} AND {column} = ?", [*values, name])


def _one(connection: sqlite3.Connection, moment: Moment, table: str, where: str, values: list[Any]) -> Version | None:
    columns, joins = shape(moment)
    # the parts are constants of this package
    row = connection.execute(f"SELECT {columns} FROM {table} {joins} WHERE {where}", values).fetchone()  # noqa: S608
    return version_of(row) if row else None
