"""The counts that are kept with the chronology as it stands: ``rm_held`` and ``rm_cell``."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from timeline.query.model import Query
from timeline.readmodel.stored import LINEAGES

__all__ = ["by_columns", "by_month", "cells", "held"]


def held(connection: sqlite3.Connection, kind: str, value: str) -> int:
    """How many moves this tag, or (of kind word) this word finds, with those that were rejected."""
    row = connection.execute("SELECT n FROM rm_held WHERE kind = ? AND value = ?", (kind, value)).fetchone()
    return int(row[0]) if row else 0


def by_columns(query: Query) -> bool:
    """Whether the cells tell apart all that a query asks of columns."""
    return query.min_lineages <= LINEAGES


def cells(
    connection: sqlite3.Connection, query: Query, months: str = "1", values: Sequence[str] = ()
) -> int:  # fmt: skip
    """How many moves that are not rejected are as the query asks of columns; ``months``: a condition on ``month``."""
    where, chosen = _chosen(query)
    sql = f"SELECT coalesce(sum(n), 0) FROM rm_cell WHERE {where} AND {months}"  # noqa: S608 - constants
    return int(connection.execute(sql, [*chosen, *values]).fetchone()[0])


def by_month(connection: sqlite3.Connection, query: Query) -> list[tuple[str, int]]:
    """The same by the month of the first day, in order; without those that have no date."""
    where, chosen = _chosen(query)
    sql = f"SELECT month, sum(n) FROM rm_cell WHERE {where} AND month <> '' GROUP BY month ORDER BY month"  # noqa: S608
    return connection.execute(sql, chosen).fetchall()


def _chosen(query: Query) -> tuple[str, list[Any]]:
    conditions, values = ["lineages >= ?"], [query.min_lineages, *query.types, *query.statuses, *query.grades]
    for column, given in (("type", query.types), ("status", query.statuses), ("grade", query.grades)):
        if given:
            conditions.append(f"{column} IN ({','.join('?' * len(given))})")
    if query.disputed:
        conditions.append("disputed = 1")
    return " AND ".join(conditions), values
