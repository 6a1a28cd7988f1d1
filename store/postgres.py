"""A log on PostgreSQL: the little of ``sqlite3.Connection`` that the log needs, spelled for psycopg.

Statements are the log's own; what the two databases say differently is in ``_SPELLED``. The right to append is a row
lock on ``log_head``, taken when a transaction begins and held to its commit: positions are given in commit order, as
under SQLite's write lock. Errors are raised as those of ``sqlite3``, whose names (PEP 249) the log knows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import count
from typing import Any

from store import ddl
from store.connect import PATIENCE_MS, masked
from store.errors import InputError, UsageError

try:
    import psycopg
    from psycopg.pq import TransactionStatus
except ImportError:  # the extra is not installed
    raise UsageError("a log on PostgreSQL needs psycopg: install timeline with its extra [postgres]") from None

__all__ = ["PostgresConnection", "open_store"]

_SPELLED = {
    "BEGIN IMMEDIATE": "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT position FROM log_head WHERE one = 1 FOR UPDATE",
    "BEGIN": "BEGIN ISOLATION LEVEL REPEATABLE READ",  # one snapshot, as SQLite's
    "PRAGMA secure_delete=ON": "",
    "PRAGMA wal_checkpoint(TRUNCATE)": "VACUUM FULL log",  # writes the table again, without what was erased
}
_LOCK = 0x74_69_6D_65  # of making the tables: any number that others do not take
_PAGE = 2000  # rows fetched at a time


@lru_cache(maxsize=256)
def _marks(sql: str) -> str:
    """A statement with psycopg's placeholders. The log's statements have no other question or per cent mark."""
    return sql.replace("?", "%s")


@contextmanager
def _as_sqlite() -> Iterator[None]:
    try:
        yield
    except psycopg.IntegrityError as error:
        raise sqlite3.IntegrityError(_line(error)) from error
    except psycopg.Error as error:
        raise sqlite3.OperationalError(_line(error)) from error


def _line(error: psycopg.Error) -> str:
    return " ".join(str(error).split())


class PostgresConnection:
    """In autocommit mode: transactions are begun and ended by name."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._numbers = count()

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction was begun and not ended."""
        return self._connection.info.transaction_status in (TransactionStatus.INTRANS, TransactionStatus.INERROR)

    def execute(self, sql: str, values: Sequence[object] = ()) -> psycopg.Cursor[Any]:
        """Runs a statement; its rows are fetched at once."""
        sql = _SPELLED.get(sql, sql)
        if sql == "COMMIT" and self._connection.info.transaction_status == TransactionStatus.INERROR:
            raise sqlite3.OperationalError("a statement of the transaction has failed")  # the server would not say so
        cursor = self._connection.cursor()
        if sql:
            with _as_sqlite():
                cursor.execute(_marks(sql).encode(), values or None)
        return cursor

    def executemany(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Runs a statement for each row, in one round trip."""
        with _as_sqlite(), self._connection.cursor() as cursor:
            cursor.executemany(_marks(sql).encode(), rows)

    def stream(self, sql: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query of any size, by pages out of one snapshot; other statements may run between them."""
        with _as_sqlite(), self._connection.cursor(f"rows_{next(self._numbers)}", withhold=True) as cursor:
            cursor.itersize = _PAGE
            cursor.execute(_marks(sql).encode(), values or None)
            yield from cursor

    def close(self) -> None:
        """Gives the connection back."""
        self._connection.close()


def open_store(url: str, *, read_only: bool = False) -> PostgresConnection:
    """A connection to the tables of a log, made where they are missing. Raises InputError where nobody answers."""
    try:
        raw = psycopg.connect(url, autocommit=True, connect_timeout=10)
    except (psycopg.Error, UnicodeError) as error:
        shown = masked(url)
        raise InputError(f"{shown}: {str(error).strip()}".replace(url, shown), source=shown) from None
    connection = PostgresConnection(raw)
    try:
        connection.execute(f"SET lock_timeout = {PATIENCE_MS}")
        connection.execute("SET synchronous_commit = on")
        if read_only:
            connection.execute("SET default_transaction_read_only = on")
        else:
            _prepare(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _prepare(connection: PostgresConnection) -> None:
    """Makes the tables where they are missing, in one commit; who comes second waits."""
    if connection.execute("SELECT to_regclass('store_version')").fetchone() != (None,):
        return
    connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
    connection.execute(f"SELECT pg_advisory_xact_lock({_LOCK})")
    for statement in ddl.POSTGRESQL:
        connection.execute(statement)
    ddl.fill(connection)
    connection.execute("COMMIT")
