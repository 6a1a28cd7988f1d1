"""Which records are wanted → one statement, such that either database reads them by an index and in order, unsorted."""

from __future__ import annotations

from collections.abc import Collection

__all__ = ["COLUMNS", "select"]

COLUMNS = "position, event_id, stream, version, type, schema, recorded_at, data, hash"

Statement = tuple[str, list[object]]


def select(
    after: int,
    until: int | None,
    types: Collection[str] | None,
    stream: str | None,
    *,
    limit: int | None = None,
    newest_first: bool = False,
) -> Statement:
    """Records with ``after < position <= until`` of these types and this stream, where they are given."""
    where, values = "position > ?", [after]
    if until is not None:
        where, values = f"{where} AND position <= ?", [after, until]
    if stream is not None:
        sql, wanted = _of_stream(where, values, types, stream)
    elif types is not None:
        sql, wanted = _of_types(where, values, types)
    else:
        sql, wanted = f"SELECT {COLUMNS} FROM log WHERE {where}", [*values]  # noqa: S608 - constant words
    sql += f" ORDER BY {'version' if stream is not None else 'position'} {'DESC' if newest_first else 'ASC'}"
    return (sql, wanted) if limit is None else (f"{sql} LIMIT ?", [*wanted, limit])


def _of_stream(where: str, values: list[int], types: Collection[str] | None, stream: str) -> Statement:
    """By the index of streams. Without ``|| ''`` SQLite goes through all events of a type instead (EXPLAIN tells)."""
    sql = f"SELECT {COLUMNS} FROM log WHERE {where} AND stream = ?"  # noqa: S608 - constant words
    if types is None:
        return sql, [*values, stream]
    return f"{sql} AND type || '' IN ({','.join('?' * len(types)) or 'NULL'})", [*values, stream, *types]


def _of_types(where: str, values: list[int], types: Collection[str]) -> Statement:
    """By the index of types, one after the other; the database merges what is in order already, and sorts nothing."""
    one = f"SELECT {COLUMNS} FROM log WHERE {where} AND type = ?"  # noqa: S608 - constant words
    wanted = sorted(set(types)) or [""]  # no type has no name: of no types there are no records
    return " UNION ALL ".join([one] * len(wanted)), [value for name in wanted for value in (*values, name)]
