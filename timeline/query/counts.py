"""How many moves of a selection there are of each kind: beside a list, as links that narrow it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nsmallest

from msgspec.structs import replace

from timeline.query.kept import by_columns, by_month
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


def facets(connection: sqlite3.Connection, query: Query, most: int = 0) -> dict[str, list[tuple[str, int]]]:
    """Facet → (value, moves), the most first. A facet is counted without its own filter: what else could be chosen.

    ``most``: actors, objects and sources of each, and those that the query names; 0 for all.
    """
    plain = _plain(query)
    head_of(connection, moment_of(query.as_of))
    if plain == Query():
        return {kind: _kept(connection, kind, most if kind in _NAMED else 0) for kind in FACETS}
    counted: dict[Query, dict[str, Mapping[str, int]]] = {}
    answer = {}
    for kind, field in FACETS.items():
        without = replace(plain, **{field: ()})
        if without not in counted:
            wanted = [k for k, f in FACETS.items() if replace(plain, **{f: ()}) == without]
            counted[without] = _counted(connection, without, wanted)
        many = most if kind in _NAMED else 0
        answer[kind] = _first(counted[without][kind], many, getattr(plain, field))
    return answer


def months(connection: sqlite3.Connection, query: Query) -> list[tuple[str, int]]:
    """(``2025-04``, moves that began then) in order, over the whole selection without its period.

    What is known by the quarter, half or year alone counts in its first month, where it stands in the list.
    """
    plain = replace(_plain(query), since=None, until=None, within=None)
    head_of(connection, moment_of(query.as_of))
    if plain == Query():
        return sorted((month, n) for month, n in _kept(connection, "month", 0) if month != "unknown")
    if replace(plain, types=(), statuses=(), grades=(), disputed=False, min_lineages=0) == Query() and by_columns(
        plain
    ):
        return by_month(connection, plain)
    found = select(connection, plain, period=False)
    sql = f"SELECT substr(v.lo, 1, 7) AS month, count(*) FROM {found.tables} WHERE {found.where}"  # noqa: S608
    rows = connection.execute(f"{sql} AND v.lo IS NOT NULL GROUP BY month ORDER BY month", found.values)
    return [(month, n) for month, n in rows]


def _plain(query: Query) -> Query:
    """The selection alone, without page and order."""
    return replace(query, limit=Query().limit, sort=Query().sort, cursor="")


def _place(pair: tuple[str, int]) -> tuple[int, str, str]:
    return -pair[1], pair[0].casefold(), pair[0]


def _first(counts: Mapping[str, int], most: int, named: Iterable[str]) -> list[tuple[str, int]]:
    """In order; of more than ``most`` only so many, and those that are named."""
    if not most or len(counts) <= most:
        return sorted(counts.items(), key=_place)
    first = nsmallest(most, counts.items(), key=_place)
    chosen = {name.casefold() for name in named}
    also = counts.keys() - dict(first).keys() if chosen else set()
    return first + sorted(((v, counts[v]) for v in also if v.casefold() in chosen), key=_place)


def _kept(connection: sqlite3.Connection, kind: str, most: int) -> list[tuple[str, int]]:
    """In the order in which they are kept, which is that of ``_place``."""
    sql = "SELECT value, n FROM rm_facet WHERE kind = ? ORDER BY n DESC, folded, value LIMIT ?"
    return connection.execute(sql, (kind, most or -1)).fetchall()


def _counted(connection: sqlite3.Connection, query: Query, kinds: list[str]) -> dict[str, Mapping[str, int]]:
    found = select(connection, query)
    answer: dict[str, Mapping[str, int]] = {}
    for kind in (k for k in kinds if k in _COLUMNS):
        sql = f"SELECT v.{kind}, count(*) FROM {found.tables} WHERE {found.where} GROUP BY 1"  # noqa: S608 - constants
        answer[kind] = dict(connection.execute(sql, found.values).fetchall())
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
    return answer | counts
