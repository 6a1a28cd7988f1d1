"""What changed in what is known between two as-of points."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from store.errors import UsageError
from timeline.period import Period
from timeline.query.build import change_view, views
from timeline.query.locate import at_moment
from timeline.query.model import Diff, DiffLine
from timeline.query.moment import Moment, head_of, moment_of
from timeline.query.rows import Version, shape, version_of
from timeline.readmodel.changes import Cause, change_of
from timeline.view import ChangeView, MoveView

__all__ = ["diff"]

_CHUNK = 500


def diff(connection: sqlite3.Connection, a: Period, b: Period) -> Diff:
    """What differs at ``b`` from what was known at ``a``; both days, or both positions of the log.

    Raises UsageError where they are not of one kind or not in order, ProjectionError where nothing is folded yet.
    """
    first, last = moment_of(a), moment_of(b)
    if (first.day is None) != (last.day is None):
        raise UsageError(f"{a.text} and {b.text}: compare two days or two positions of the log")
    if (first.day or "", first.position or 0) > (last.day or "", last.position or 0):
        raise UsageError(f"{a.text} is after {b.text}; did you mean {b.text} {a.text}?")
    head_of(connection, last)
    names = _touched(connection, first, last)
    before, after = _at(connection, names, first), _at(connection, names, last)
    old = dict(zip(before, views(connection, list(before.values()), first), strict=True))
    new = dict(zip(after, views(connection, list(after.values()), last), strict=True))
    homes = {key: name for name, version in after.items() for key in version.stored.cids}
    gone = {name: _into(before[name], homes) for name in before if name not in after}
    lists: dict[str, list[DiffLine]] = {name: [] for name in Diff.__struct_fields__}
    for name in names:
        was, now = before.get(name), after.get(name)
        if (was and was.stored) == (now and now.stored):
            continue
        into = gone.get(name)
        change = _change(connection, was, now, (into, [one for one, home in gone.items() if home == name]), last)
        line = (old.get(name), new.get(name), change)
        lists[_list_of(was, now, into, change.kind)].append(line)
    return Diff(**{name: tuple(sorted(lines, key=_order)) for name, lines in lists.items()})


def _into(was: Version, homes: Mapping[int, str]) -> str | None:
    """The move that holds a claim of one that is no longer there."""
    return next((homes[cid] for cid in was.stored.cids if cid in homes), None)


def _touched(connection: sqlite3.Connection, first: Moment, last: Moment) -> list[str]:
    """The ids of the moves that anything happened to in between."""
    if first.day is not None:
        sql = "SELECT DISTINCT id FROM rm_known WHERE from_day > :a AND from_day <= :b OR to_day > :a AND to_day <= :b"
        rows = connection.execute(f"{sql} ORDER BY id", {"a": first.day, "b": last.day})
    else:
        sql = "SELECT DISTINCT i.id FROM rm_revision v JOIN rm_id i ON i.move = v.move WHERE v.from_position > ?"
        rows = connection.execute(f"{sql} AND v.from_position <= ? ORDER BY i.id", (first.position, last.position))
    return [name for (name,) in rows]


def _at(connection: sqlite3.Connection, names: Sequence[str], moment: Moment) -> dict[str, Version]:
    columns, joins = shape(moment)
    table, where, values = at_moment(moment)
    column = "v.id" if moment.day is not None else "i.id"
    found = {}
    for start in range(0, len(names), _CHUNK):
        part = names[start : start + _CHUNK]
        marks = ",".join("?" * len(part))
        sql = f"SELECT {columns} FROM {table} {joins} WHERE {where} AND {column} IN ({marks})"  # noqa: S608 - constants
        found.update({row[0]: version_of(row) for row in connection.execute(sql, [*values, *part])})
    return found


def _change(
    connection: sqlite3.Connection, was: Version | None, now: Version | None, merged: tuple[str | None, list[str]],
    last: Moment,
) -> ChangeView:  # fmt: skip
    """The whole way from one to the other in words, with the place of its last step."""
    event = by = why = ""
    position, at = 0, last.day or ""
    move = (now or was).move if (now or was) else 0  # type: ignore[union-attr]
    if last.position is not None:
        sql = "SELECT change, from_position, at FROM rm_revision WHERE move = ? AND from_position <= ?"
        row = connection.execute(f"{sql} ORDER BY revision DESC LIMIT 1", (move, last.position)).fetchone()
        step = change_view(*row)
        event, by, why, position, at = step.event, step.by, step.why, step.position, step.at
        if was is None or now is None:
            return step
    change = change_of(
        was.stored if was else None, now.stored if now else None, Cause(event, position, at, by, why),
        into=merged[0], merged=merged[1],
    )  # fmt: skip
    return ChangeView(kind=change.kinds[0], position=position, at=at, text=change.text, event=event, by=by, why=why)


def _list_of(was: Version | None, now: Version | None, into: str | None, kind: str) -> str:
    if was is None:
        return "new"
    if now is None:
        return "merged" if into or kind == "merged" else "withdrawn"
    if now.stored.rejected and not was.stored.rejected:
        return "withdrawn"
    return kind if kind in ("merged", "disputed", "settled") else "changed"


def _order(line: DiffLine) -> Any:
    shown: MoveView | None = line[1] or line[0]
    return (shown.date or "", shown.id) if shown else ("", "")
