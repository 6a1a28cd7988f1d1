"""A page of a query that names alternatives: the first of each, in order of rank, and of these the first.

SQLite reads an index in order for one value; for several it would gather all that match and sort them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

from msgspec.structs import replace

from timeline.query.model import Query
from timeline.query.moment import Moment
from timeline.query.rows import Version, versions
from timeline.query.select import FLOOR, Selection, select

__all__ = ["alternatives", "merged"]

_FIELDS = ("types", "statuses", "grades", "actors", "objects", "sources")
#: more combinations are not asked one by one
MOST = 100


def alternatives(query: Query) -> list[Query]:
    """The queries for one value each that this one is made of, where asking them one by one is the quicker way."""
    if query.as_of or query.words or not query.limit or query.sort not in ("newest", "oldest"):
        return []
    given = [[(field, (value,)) for value in getattr(query, field)] for field in _FIELDS if getattr(query, field)]
    number = 1
    for values in given:
        number *= len(values)
    return [replace(query, **dict(chosen)) for chosen in product(*given)] if 1 < number <= MOST else []


def merged(
    connection: sqlite3.Connection, queries: Iterable[Query], ranks: Callable[[Selection], list[int]], wanted: int
) -> list[tuple[Version, list[Any]]]:
    """The first ``wanted`` versions of all these, each with its rank. ``ranks``: the first of a selection, in order."""
    queries = list(queries)
    met = {rank for query in queries for rank in ranks(select(connection, query))}
    oldest = queries[0].sort == "oldest"
    first = sorted(met, key=lambda rank: (rank < FLOOR, rank) if oldest else (False, -rank))[:wanted]
    found: dict[int, tuple[Version, list[Any]]] = {}
    for start in range(0, len(first), 500):
        part = first[start : start + 500]
        marks = ",".join("?" * len(part))
        rows = versions(
            connection, Selection(Moment(), "rm_move v"), f"v.rank IN ({marks})", part, ["v.rank"], "v.rank"
        )
        found.update({keys[0]: (version, keys) for version, keys in rows})
    return [found[rank] for rank in first]
