"""A page of a selection, by key: the cursor is the place of the last row, so pages neither skip nor repeat rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence, Sized
from typing import Any

from msgspec.structs import replace

from store.errors import UsageError
from timeline.query.build import views
from timeline.query.model import SORTS, Page, Query
from timeline.query.moment import Moment, head_of
from timeline.query.rows import Version, versions
from timeline.query.select import FLOOR, Selection, select

__all__ = ["run", "title_of"]

#: expression, whether it descends, type of its value in a cursor
Key = tuple[str, bool, type]


def run(connection: sqlite3.Connection, query: Query) -> Page:
    """The page that a query asks for. Raises UsageError, or ProjectionError where there is no chronology yet."""
    selection = select(connection, query)
    position, chained, at = head_of(connection, selection.moment)
    if query.sort not in SORTS:
        raise UsageError(f"{query.sort!r} is no order; there are {', '.join(SORTS)}", sort=query.sort)
    keys = _keys(query.sort, selection)
    found = _several(connection, query) or _rows(connection, selection, keys, query)
    more = bool(query.limit) and len(found) > query.limit
    shown = found[: query.limit] if more else found
    everything = Query(as_of=query.as_of, rejected=query.rejected)
    total = _matched(connection, everything)
    plain = replace(query, limit=everything.limit, sort=everything.sort, cursor="") == everything
    whole = not query.cursor and not more
    return Page(
        moves=tuple(views(connection, [version for version, _ in shown], selection.moment)),
        matched=total if plain else len(found) if whole else _matched(connection, query),
        total=total,
        position=position,
        hash=chained,
        recorded_at=at,
        next=_cursor(query.sort, shown[-1][1]) if more else None,
        title=title_of(connection),
    )


def title_of(connection: sqlite3.Connection) -> str | None:
    """What the chronology is called: kept beside the log by whoever writes with a configuration."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'state'").fetchone():
        return None  # a read model away from its log
    row = connection.execute("SELECT data FROM state WHERE scope = 'subject' AND key = 'title'").fetchone()
    return bytes(row[0]).decode() if row else None


def _matched(connection: sqlite3.Connection, query: Query) -> int:
    """How many match; from the count that is kept where all that stands is asked for."""
    if query == Query():
        row = connection.execute("SELECT n FROM rm_facet WHERE kind = 'all'").fetchone()
        return int(row[0]) if row else 0
    from timeline.query.counting import matched  # noqa: PLC0415 - wanted where there is more than the page shows

    return matched(connection, query)


def _keys(sort: str, selection: Selection) -> list[Key]:
    rank: list[Key] = [(selection.rank, sort != "oldest", int)]
    if selection.moment.day is not None:  # ids are many to a number there
        rank.append(("v.id", sort != "oldest", str))
    if sort == "recorded":
        if selection.moment.day is not None:
            return [("v.from_day", True, str), *rank]
        column = "v.position" if selection.moment == Moment() else "v.from_position"
        return [(column, True, int), ("v.rank", True, int)]
    return [("v.grade", False, str), *rank] if sort == "grade" else rank


def _several(connection: sqlite3.Connection, query: Query) -> list[tuple[Version, list[Any]]]:
    """The same as ``_rows`` of a query that names alternatives; nothing where that is not the quicker way."""
    if max(map(len, (query.types, query.statuses, query.grades, query.actors, query.objects, query.sources))) < 2:
        return []
    from timeline.query.several import alternatives, merged  # noqa: PLC0415 - wanted by few questions

    def ranks(selection: Selection) -> list[int]:
        found: list[int] = []
        for where, values, order in _parts(selection, _keys(query.sort, selection), query, found):
            sql = f"SELECT {selection.rank} FROM {selection.tables} WHERE {where} ORDER BY {order}"  # noqa: S608
            found += [rank for (rank,) in connection.execute(sql, values)]
        return found

    queries = alternatives(query)
    return merged(connection, queries, ranks, query.limit + 1) if queries else []


def _rows(
    connection: sqlite3.Connection, selection: Selection, keys: Sequence[Key], query: Query
) -> list[tuple[Version, list[Any]]]:
    """Up to one row more than is wanted, each with its place."""
    found: list[tuple[Version, list[Any]]] = []
    names = [name for name, _, _ in keys]
    for where, values, order in _parts(selection, keys, query, found):
        found += versions(connection, selection, where, values, names, order)
    return found


def _parts(
    selection: Selection, keys: Sequence[Key], query: Query, found: Sized
) -> Iterator[tuple[str, list[Any], str]]:
    """What to ask for the page, one after the other: condition, values, order. The oldest first: those without a date
    come last. ``found``: the rows until then.
    """
    after = _place(query.cursor, query.sort, keys)
    order = ", ".join(f"{name} {'DESC' if down else 'ASC'}" for name, down, _ in keys)
    parts = [""]
    if query.sort == "oldest":
        parts = [f"{selection.rank} >= {FLOOR}", f"{selection.rank} < {FLOOR}"]
        if after and after[0] < FLOOR:
            parts = parts[1:]
    for number, part in enumerate(parts):
        wanted = query.limit + 1 - len(found) if query.limit else -1
        if wanted == 0:
            break
        condition, values = _beyond(keys, after) if after and number == 0 else ("1", [])
        where = " AND ".join(c for c in (selection.where, part, condition) if c)
        yield where, [*selection.values, *values], f"{order} LIMIT {wanted}"


def _beyond(keys: Sequence[Key], after: Sequence[Any]) -> tuple[str, list[Any]]:
    """What stands after a place: ``a >= x AND (a > x OR (a = x AND (b < y …)))``, which an index in order can use."""
    (name, down, _), value = keys[0], after[0]
    beyond = "<" if down else ">"
    if len(keys) == 1:
        return f"{name} {beyond} ?", [value]
    rest, values = _beyond(keys[1:], after[1:])
    return f"{name} {beyond}= ? AND ({name} {beyond} ? OR ({rest}))", [value, value, *values]


def _cursor(sort: str, place: Sequence[Any]) -> str:
    return "_".join([sort, *map(str, place)])


def _place(cursor: str, sort: str, keys: Sequence[Key]) -> list[Any] | None:
    if not cursor:
        return None
    name, *given = cursor.split("_")
    if name == sort and len(given) == len(keys):
        try:
            place = [kind(value) for value, (_, _, kind) in zip(given, keys, strict=True)]
        except ValueError:
            place = []
        if place and all(abs(value) < 1 << 63 for value in place if isinstance(value, int)):
            return place
    raise UsageError(f"{cursor!r} is no cursor of this query; take it from the page before", cursor=cursor)
