"""The tables, as plain SQL for the hot path. Kept equal to the classes of tables.py by a test."""

from __future__ import annotations

import sqlite3
from typing import Any, Protocol

__all__ = ["GENESIS", "POSTGRESQL", "SQLITE", "VERSION", "fill", "prepare"]

#: version of the layout; a store with a higher one was made by a newer program
VERSION = 1
#: the hash before the first event
GENESIS = "0" * 64

SQLITE = (
    """CREATE TABLE IF NOT EXISTS log (
        position INTEGER NOT NULL PRIMARY KEY, event_id TEXT NOT NULL UNIQUE, stream TEXT NOT NULL,
        version INTEGER NOT NULL, type TEXT NOT NULL, schema INTEGER NOT NULL, recorded_at TEXT NOT NULL,
        data BLOB NOT NULL, salt BLOB NOT NULL, data_hash BLOB NOT NULL, hash BLOB NOT NULL,
        UNIQUE (stream, version))""",
    "CREATE INDEX IF NOT EXISTS log_type ON log (type, position)",
    """CREATE TABLE IF NOT EXISTS log_head (
        one INTEGER NOT NULL PRIMARY KEY, position INTEGER NOT NULL, hash BLOB NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS state (
        scope TEXT NOT NULL, key TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (scope, key)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS post_keys (
        scope TEXT NOT NULL, key TEXT NOT NULL, post TEXT NOT NULL, PRIMARY KEY (scope, key)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS post_heads (
        post TEXT NOT NULL PRIMARY KEY, source TEXT NOT NULL, revision INTEGER NOT NULL, fingerprint TEXT NOT NULL,
        title TEXT NOT NULL, url_canonical TEXT, published TEXT, partial INTEGER NOT NULL,
        first_seen TEXT NOT NULL, last_seen TEXT NOT NULL) WITHOUT ROWID""",
    "CREATE TABLE IF NOT EXISTS store_version (version INTEGER NOT NULL PRIMARY KEY)",
)
#: the same tables where types are spelled otherwise
POSTGRESQL = tuple(
    statement.replace("INTEGER", "BIGINT").replace("BLOB", "BYTEA").replace(" WITHOUT ROWID", "")
    for statement in SQLITE
)


def prepare(connection: sqlite3.Connection) -> None:
    """Makes the tables where they are missing, in one commit."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'store_version'").fetchone():
        return
    connection.execute("BEGIN IMMEDIATE")
    for statement in SQLITE:
        connection.execute(statement)
    fill(connection)
    connection.execute("COMMIT")


class _Executes(Protocol):
    def execute(self, sql: str, parameters: Any = ..., /) -> Any: ...


def fill(connection: _Executes) -> None:
    """The rows of an empty store, where they are missing; inside the transaction that makes its tables."""
    if not connection.execute("SELECT 1 FROM store_version").fetchone():
        connection.execute("INSERT INTO store_version VALUES (?)", (VERSION,))
        connection.execute("INSERT INTO log_head VALUES (1, 0, ?)", (bytes.fromhex(GENESIS),))
