"""Append, read, verify. Nothing else.

    with Log.open("sqlite:////tmp/x.sqlite", clock=clock) as log:
        with log.transaction() as tx:                    # one commit: events and operational state together
            tx.append([NewEvent(PostObserved(...), stream="post:ab12", key="observed/ab12")])
            tx.put("source", "techcrunch-ai", b"{...}")  # operational state: scope, key, bytes
        for recorded in log.read(after=0): ...

Positions are given inside the commit, under one lock (SQLite's write lock; the ``log_head`` row elsewhere), so they are
contiguous and in commit order, and no tailing reader can miss one.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from store import ddl
from store.clock import Clock, rfc3339
from store.codec import encode, schema_of
from store.connect import masked, open_store
from store.errors import ConflictError, KeyReusedError, LogError
from store.events import PayloadErased
from store.posts import PostIndex, in_parts
from store.records import Head, NewEvent, Recorded, VerifyReport, event_id, link, recorded
from store.select import COLUMNS, select

__all__ = ["Head", "Log", "NewEvent", "Recorded", "Transaction", "VerifyReport", "event_id"]

INSERT = "INSERT INTO log VALUES (?,?,?,?,?,?,?,?,?,?,?)"  # position … recorded_at, data, salt, data_hash, hash


class Transaction:
    """One commit. Everything in it becomes visible together, or nothing does."""

    def __init__(self, connection: sqlite3.Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self.posts = PostIndex(connection)

    def append(self, events: Sequence[NewEvent], *, expect: Mapping[str, int] | None = None) -> list[Recorded]:
        """Appends what is not in the log yet and answers just that.

        ``expect``: stream → version it must still have (0: no event yet). Raises ConflictError where one has moved on,
        KeyReusedError for a natural key that stands in the log with other content. Nothing is refused when all of it
        is in the log already: who was cut off before the answer may ask again.
        """
        fresh = self._fresh(events)
        if events and not fresh:
            return []
        for stream, expected in (expect or {}).items():
            if (actual := self.version(stream)) != expected:
                raise ConflictError(
                    f"{stream} is at version {actual}, not {expected}", stream=stream, expected=expected, actual=actual
                )
        if not fresh:
            return []
        position, before = self._connection.execute("SELECT position, hash FROM log_head").fetchone()
        versions = self._versions({new.stream for _, new, _ in fresh})
        now, salts = rfc3339(self._clock()), os.urandom(16 * len(fresh))
        rows, records = [], []
        for number, (identity, new, data) in enumerate(fresh):
            name = type(new.event).__name__
            position, versions[new.stream] = position + 1, versions[new.stream] + 1
            own = (position, identity, new.stream, versions[new.stream], name, schema_of(name), now)
            salt = salts[16 * number : 16 * number + 16]
            data_hash = hashlib.sha256(salt + data).digest()
            before = link(before, own, data_hash)
            rows.append((*own, data, salt, data_hash, before))
            records.append(Recorded(*own, data, before.hex()))
        self._connection.executemany(INSERT, rows)
        self._connection.execute("UPDATE log_head SET position = ?, hash = ?", (position, before))
        return records

    def _fresh(self, events: Sequence[NewEvent]) -> list[tuple[str, NewEvent, bytes]]:
        wanted: dict[str, tuple[str, NewEvent, bytes]] = {}
        for new in events:
            identity, data = event_id(new.key), encode(new.event)
            twin = wanted.setdefault(identity, (identity, new, data))
            if twin[1] is not new and not _same(twin, new.stream, type(new.event).__name__, data):
                raise KeyReusedError(f"{new.key}: recorded twice with different content", event_id=identity, position=0)
        for marks, part in in_parts(list(wanted)):
            sql = f"SELECT {COLUMNS} FROM log WHERE event_id IN ({marks})"  # noqa: S608 - marks only
            for row in self._connection.execute(sql, part).fetchall():
                was = recorded(row)
                twin = wanted.pop(was.event_id)
                if not _same(twin, was.stream, was.type, _today(was)):
                    raise KeyReusedError(
                        f"{twin[1].key}: stands at @{was.position} with other content",
                        event_id=was.event_id, position=was.position,
                    )  # fmt: skip
        return list(wanted.values())

    def _versions(self, streams: Collection[str]) -> dict[str, int]:
        found = dict.fromkeys(streams, 0)
        for marks, part in in_parts(streams):
            sql = f"SELECT stream, max(version) FROM log WHERE stream IN ({marks}) GROUP BY stream"  # noqa: S608
            found.update(self._connection.execute(sql, part).fetchall())
        return found

    def version(self, stream: str) -> int:
        """The version of a stream's last event; 0 if it has none."""
        row = self._connection.execute("SELECT max(version) FROM log WHERE stream = ?", (stream,)).fetchone()
        return int(row[0] or 0)

    def read(
        self,
        after: int = 0,
        *,
        until: int | None = None,
        types: Collection[str] | None = None,
        stream: str | None = None,
        limit: int | None = None,
        newest_first: bool = False,
    ) -> Iterator[Recorded]:
        """Records with ``after < position <= until`` in order of position."""
        sql, values = select(after, until, types, stream, limit=limit, newest_first=newest_first)
        # PostgreSQL's driver would fetch the whole log at once: its connection has another way for many rows
        stream_rows = getattr(self._connection, "stream", self._connection.execute)
        for row in stream_rows(sql, values):
            yield recorded(row)

    def get(self, scope: str, key: str) -> bytes | None:
        """Operational state."""
        row = self._connection.execute("SELECT data FROM state WHERE scope = ? AND key = ?", (scope, key)).fetchone()
        return bytes(row[0]) if row else None

    def items(self, scope: str) -> dict[str, bytes]:
        """All operational state of a scope."""
        rows = self._connection.execute("SELECT key, data FROM state WHERE scope = ? ORDER BY key", (scope,))
        return {key: bytes(data) for key, data in rows}

    def put(self, scope: str, key: str, data: bytes) -> None:
        """Keeps operational state."""
        sql = "INSERT INTO state VALUES (?, ?, ?) ON CONFLICT (scope, key) DO UPDATE SET data = excluded.data"
        self._connection.execute(sql, (scope, key, data))

    def delete(self, scope: str, key: str) -> None:
        """Forgets operational state."""
        self._connection.execute("DELETE FROM state WHERE scope = ? AND key = ?", (scope, key))


def _today(was: Recorded) -> bytes:
    """The payload in today's schema; empty where it was erased."""
    return was.data if was.erased or was.schema == schema_of(was.type) else encode(was.event)


def _same(twin: tuple[str, NewEvent, bytes], stream: str, name: str, data: bytes) -> bool:
    """Whether an event with the same key is the same event; an erased one is taken to be."""
    _, new, payload = twin
    return (new.stream, type(new.event).__name__) == (stream, name) and data in (payload, b"")


class Log:
    """The append-only store of events, totally ordered by position. Not shared between threads."""

    def __init__(self, connection: sqlite3.Connection, url: str, clock: Clock) -> None:
        self.connection = connection
        self.url = url
        self.clock = clock
        self._plain = Transaction(connection, clock)
        self.posts = self._plain.posts
        self.read = self._plain.read
        self.version = self._plain.version
        self.get = self._plain.get
        self.items = self._plain.items

    @classmethod
    def open(cls, url: str, *, clock: Clock, read_only: bool = False) -> Self:
        """Opens a log, making it where there is none. Raises InputError, UsageError or LogError."""
        shown = masked(url)
        connection = None
        try:
            connection = open_store(url, read_only=read_only)
            row = connection.execute("SELECT version FROM store_version").fetchone()
        except sqlite3.DatabaseError as error:
            if connection is not None:
                connection.close()
            raise LogError(f"{shown}: no log of timeline: {error}", url=shown) from None
        if row[0] > ddl.VERSION:
            connection.close()
            raise LogError(
                f"{shown}: written by a newer timeline (layout {row[0]}, this one knows {ddl.VERSION})", url=shown
            )
        return cls(connection, url, clock)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """One commit under the write lock; an exception inside takes everything back.

        Raises LogError where the database refuses: locked for longer than its patience, read-only, disk full.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield Transaction(self.connection, self.clock)
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:  # a full disk has taken everything back by itself
                    self.connection.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            shown = masked(self.url)
            raise LogError(f"{shown}: nothing was recorded: {error}", url=shown) from error

    def append(self, events: Sequence[NewEvent], *, expect: Mapping[str, int] | None = None) -> list[Recorded]:
        """One transaction that appends."""
        with self.transaction() as tx:
            return tx.append(events, expect=expect)

    def head(self) -> Head:
        """The last position and its hash; position 0 for an empty log."""
        position, value = self.connection.execute("SELECT position, hash FROM log_head").fetchone()
        return Head(position, value.hex())

    def find(self, identity: str) -> Recorded | None:
        """The record with this event id."""
        row = self.connection.execute("SELECT position FROM log WHERE event_id = ?", (identity,)).fetchone()
        return next(self.read(after=row[0] - 1, limit=1)) if row else None

    def erase(self, position: int, *, by: str, why: str) -> Recorded:
        """Erases the payload at a position, from the file as well, and records that; the chain still verifies.

        Raises LogError where there is nothing to erase: no such position, erased before, or itself such a record.
        """
        self.connection.execute("PRAGMA secure_delete=ON")  # overwrites what it frees
        with self.transaction() as tx:
            found = next(tx.read(after=position - 1, until=position), None)
            if found is None or found.erased or found.type == PayloadErased.__name__:
                raise LogError(f"@{position}: nothing to erase", position=position)
            event = PayloadErased(position=position, event=found.event_id, by=by, why=why)
            self.connection.execute("UPDATE log SET data = ?, salt = ? WHERE position = ?", (b"", b"", position))
            tx.posts.blank(found.stream.removeprefix("post:"))
            done = tx.append([NewEvent(event, found.stream, f"erased/{found.event_id}")])[0]
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()  # the write-ahead log holds old pages
        return done

    def verify(self, progress: Callable[[int, int], None] | None = None) -> VerifyReport:
        """Reads the whole log: contiguous positions, versions, payload hashes, chain, head."""
        from store.verify import verify  # noqa: PLC0415 - wanted by one command only

        return verify(self.connection, progress)

    def close(self) -> None:
        """Gives the connection back."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
