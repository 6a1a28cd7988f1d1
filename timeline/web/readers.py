"""Connections to the store for the web: read-only, one a worker thread, and one for the event loop's look at the head.

A daemon may write at the same time: WAL lets readers read on, and every answer is made inside one read transaction, so
that a page, its facets and its head are of one moment.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from store.connect import connect
from store.errors import InputError, ProjectionError
from timeline.readmodel import schema

__all__ = ["Head", "Readers"]


class Head(Struct, frozen=True):
    """What every answer depends on: position and hash that are shown, rules that folded them, work still to do."""

    position: int
    hash: str
    rules: str
    recorded_at: str | None
    stale: bool = False  # what was known when is not worked out yet for some moves


class Readers:
    """Opened when first asked; a store that is not there yet is asked for again at the next request."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._watched: sqlite3.Connection | None = None
        self._seen: tuple[int, Head] | None = None

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection inside a read transaction. Raises InputError where there is no store to read."""
        connection: sqlite3.Connection = getattr(self._local, "connection", None) or self._open()
        self._local.connection = connection
        try:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")  # nothing was written
        except sqlite3.Error as error:
            self._local.connection = None
            raise InputError(f"the store cannot be read just now: {error}", source=self.url) from None

    def head(self) -> Head:
        """The head, for the event loop's thread: ``PRAGMA data_version`` says whether anybody has written since.

        Raises InputError or ProjectionError as long as there is nothing to show.
        """
        try:
            connection = self._watched = self._watched or self._open()
            version = connection.execute("PRAGMA data_version").fetchone()[0]
            if self._seen is None or self._seen[0] != version:
                self._seen = (version, head_of(connection))
            return self._seen[1]
        except sqlite3.Error as error:
            self._watched = self._seen = None
            raise InputError(f"the store cannot be read just now: {error}", source=self.url) from None

    def _open(self) -> sqlite3.Connection:
        connection = connect(self.url, read_only=True)
        with self._lock:
            self._opened.append(connection)
        return connection

    def close(self) -> None:
        """Gives every connection back."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
        self._local, self._watched, self._seen = threading.local(), None, None


def head_of(connection: sqlite3.Connection) -> Head:
    """The head as this connection sees it. Raises ProjectionError where nothing is folded yet."""
    if not schema.exists(connection):
        raise ProjectionError("there is no chronology here yet", position=0)
    meta = dict(connection.execute("SELECT key, value FROM rm_meta").fetchall())
    stale = connection.execute("SELECT 1 FROM rm_stale LIMIT 1").fetchone() is not None
    return Head(int(meta["position"]), meta["hash"], meta["rules"], meta.get("at"), stale)
