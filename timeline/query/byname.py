"""One move by its id, an id that was merged into it, or the beginning of one; and why it stands as it does."""

from __future__ import annotations

import sqlite3
from typing import Any

from store.errors import UsageError
from timeline.period import Period
from timeline.query.build import views
from timeline.query.locate import at_moment, leads_to
from timeline.query.moment import NOW, Moment, head_of, moment_of
from timeline.query.rows import Version, shape, version_of
from timeline.view import MoveView

__all__ = ["LEAST", "find", "last_version", "version_at"]

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
    found: dict[str, Version] = {}
    for candidate in names:
        target = leads_to(connection, candidate, moment)
        if target not in found and (version := _load(connection, target, moment)):
            found[target] = version
    if wanted in names and len(names) > 1:  # an id in full is no prefix
        return found.get(leads_to(connection, wanted, moment))
    if len(found) > 1:
        listed = ", ".join(f"{key} ({found[key].stored.title})" for key in sorted(found)[:5])
        raise UsageError(f"{name} is the beginning of {len(found)} ids: {listed}", candidates=tuple(sorted(found)))
    return next(iter(found.values()), None)


def last_version(connection: sqlite3.Connection, name: str, moment: Moment) -> Version | None:
    """The version in which the move of this name stood last before it went; its position is that of its going.

    Raises UsageError where the name is the beginning of several ids.
    """
    wanted = name.strip().casefold()
    sql = (
        "SELECT DISTINCT i.id FROM rm_id i JOIN rm_revision g ON g.move = i.move AND g.body IS NULL "
        "WHERE i.id >= ? AND i.id < ? AND g.from_position <= ? ORDER BY i.id = ? DESC, i.id LIMIT 6"
    )
    last = moment.position if moment.position is not None else 1 << 62
    names = [found for (found,) in connection.execute(sql, (wanted, wanted + "~", last, wanted))]
    if not names or len(wanted) < LEAST:
        return None
    if len(names) > 1 and names[0] != wanted:
        raise UsageError(f"{name} is the beginning of {len(names)} ids: {', '.join(names)}", candidates=tuple(names))
    row = connection.execute(
        "SELECT i.id, v.move, v.revision, v.to_position, v.at, b.from_position, b.at, v.change, v.body "
        "FROM rm_revision v JOIN rm_revision b ON b.move = v.move AND b.revision = 1 JOIN rm_id i ON i.move = v.move "
        "WHERE i.id = ? AND v.body IS NOT NULL AND v.to_position <= ? ORDER BY v.revision DESC LIMIT 1",
        (names[0], last),
    ).fetchone()
    return version_of(row) if row else None


def _names(connection: sqlite3.Connection, wanted: str, moment: Moment) -> list[str]:
    if not wanted.isascii() or not wanted.isalnum() or len(wanted) < LEAST:
        return []
    sql = "SELECT id FROM rm_id WHERE id >= ? AND id < ? ORDER BY id LIMIT 50"
    found = [name for (name,) in connection.execute(sql, (wanted, wanted + "~"))]
    if moment.day is not None:
        sql = "SELECT DISTINCT id FROM rm_known WHERE id >= ? AND id < ? ORDER BY id LIMIT 50"
        found += [name for (name,) in connection.execute(sql, (wanted, wanted + "~")) if name not in found]
    return found


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
