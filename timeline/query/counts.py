"""How many moves of a selection there are of each kind: beside a list, as links that narrow it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from timeline.query.model import Query
from timeline.query.moment import Moment, head_of, moment_of
from timeline.query.select import select

__all__ = ["FACETS", "facets", "months"]

#: facet → the field of Query that filters by it
FACETS = {
    "type": "types", "actor": "actors", "object": "objects", "source": "sources", "status": "statuses",
    "grade": "grades",
}  # fmt: skip
_COLUMNS = ("type", "status", "grade")
_NAMED = ("actor", "object", "source")


def facets(connection: sqlite3.Connection, query: Query) -> dict[str, list[tuple[str, int]]]:
    """Facet → (value, moves), the most first. A facet is counted without its own filter: what else could be chosen."""
    plain = _plain(query)
    head_of(connection, moment_of(query.as_of))
    if plain == Query():
        return {kind: _kept(connection, kind) for kind in FACETS}
    counted: dict[Query, dict[str, list[tuple[str, int]]]] = {}
    answer = {}
    for kind, field in FACETS.items():
        without = replace(plain, **{field: ()})
        if without not in counted:
            wanted = [k for k, f in FACETS.items() if replace(plain, **{f: ()}) == without]
            counted[without] = _counted(connection, without, wanted)
        answer[kind] = counted[without][kind]
    return answer


def months(connection: sqlite3.Connection, query: Query) -> list[tuple[str, int]]:
    """(``2025-04``, moves that began then) in order, over the whole selection without its period.

    What is known by the quarter, half or year alone counts in its first month, where it stands in the list.
    """
    plain = replace(_plain(query), since=None, until=None, within=None)
    head_of(connection, moment_of(query.as_of))
    if plain == Query():
        return sorted((month, n) for month, n in _kept(connection, "month") if month != "unknown")
    found = select(connection, plain, period=False)
    sql = f"SELECT substr(v.lo, 1, 7) AS month, count(*) FROM {found.tables} WHERE {found.where}"  # noqa: S608
    rows = connection.execute(f"{sql} AND v.lo IS NOT NULL GROUP BY month ORDER BY month", found.values)
    return [(month, n) for month, n in rows]


def _plain(query: Query) -> Query:
    """The selection alone, without page and order."""
    return replace(query, limit=Query().limit, sort=Query().sort, cursor="")


def _ranked(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(counts, key=lambda pair: (-pair[1], pair[0].casefold(), pair[0]))


def _kept(connection: sqlite3.Connection, kind: str) -> list[tuple[str, int]]:
    return _ranked(connection.execute("SELECT value, n FROM rm_facet WHERE kind = ?", (kind,)).fetchall())


def _counted(connection: sqlite3.Connection, query: Query, kinds: list[str]) -> dict[str, list[tuple[str, int]]]:
    found = select(connection, query)
    answer: dict[str, list[tuple[str, int]]] = {}
    for kind in (k for k in kinds if k in _COLUMNS):
        sql = f"SELECT v.{kind}, count(*) FROM {found.tables} WHERE {found.where} GROUP BY 1"  # noqa: S608 - constants
        answer[kind] = _ranked(connection.execute(sql, found.values).fetchall())
    named = [k for k in kinds if k in _NAMED]
    if not named:
        return answer
    tags, join = "v.tags", ""
    if found.moment == Moment():
        tags, join = "r.tags", "JOIN rm_revision r ON r.move = v.move AND r.revision = v.revision"
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in named}
    sql = f"SELECT {tags} FROM {found.tables} {join} WHERE {found.where}"  # noqa: S608 - constants
    for (told,) in connection.execute(sql, found.values):
        for line in told.split("\n"):
            kind, is_name, value = line.partition("=")
            if is_name and kind in counts:
                counts[kind][value] += 1
    return answer | {kind: _ranked(counts[kind].items()) for kind in named}
