"""Reads the whole log again and checks everything that must hold of it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from store import ddl
from store.codec import decode
from store.errors import UnknownEventError
from store.events import PayloadErased
from store.records import VerifyReport, link

__all__ = ["verify"]

MOST = 20  # problems that are told one by one


def verify(connection: sqlite3.Connection, progress: Callable[[int, int], None] | None = None) -> VerifyReport:
    """Contiguous positions from 1, versions of each stream from 1, salted payload hashes, the chain, the head row;
    and that a payload is missing only where its erasure was recorded. Others may append meanwhile.
    """
    connection.execute("BEGIN")  # one snapshot for the head row and the rows
    try:
        problems = list(islice(_problems(connection, progress), MOST + 1))
        count = connection.execute("SELECT count(*) FROM log").fetchone()[0]
    finally:
        connection.execute("ROLLBACK")
    if len(problems) > MOST:
        problems[MOST:] = ["… and perhaps more"]
    return VerifyReport(count, tuple(problems))


def _problems(connection: sqlite3.Connection, progress: Callable[[int, int], None] | None) -> Iterator[str]:
    total, head = connection.execute("SELECT position, hash FROM log_head").fetchone()
    before, expected = bytes.fromhex(ddl.GENESIS), 0
    versions: dict[str, int] = {}
    gone: set[int] = set()
    sql = (
        "SELECT position, event_id, stream, version, type, schema, recorded_at, data, salt, data_hash, hash"
        " FROM log ORDER BY position"
    )
    for row in getattr(connection, "stream", connection.execute)(sql):
        position, stream, version = row[0], row[2], row[3]
        if position != expected + 1:
            yield f"@{expected + 1}: missing; the next is @{position}"
        if version != versions.get(stream, 0) + 1:
            yield f"@{position}: {stream} goes from version {versions.get(stream, 0)} to {version}"
        yield from _record(row, before, gone)
        before, expected, versions[stream] = row[10], position, version
        _tell(progress, position, total)
    for position in sorted(gone - _erased(connection)):
        yield f"@{position}: the payload is gone, and no record says that it was erased"
    if (total, head) != (expected, before):
        yield f"@{total}: the head row does not name the last event, @{expected}"
    _tell(progress, total, total)


def _record(row: Sequence[Any], before: bytes, gone: set[int]) -> Iterator[str]:
    """What is wrong with one record by itself; a missing payload is noted in ``gone``."""
    *own, data, salt, data_hash, chained = row
    if not data:
        gone.add(own[0])
    elif isinstance(data, str) or hashlib.sha256(salt + data).digest() != data_hash:  # SQLite lets bytes become text
        yield f"@{own[0]}: the payload is not the one that was recorded"
    if link(before, own, data_hash) != chained:
        yield f"@{own[0]}: the chain is broken"


def _erased(connection: sqlite3.Connection) -> set[int]:
    """The positions whose erasure was recorded. A record that cannot be read names none: its own hash tells of it."""
    found = set()
    sql = "SELECT position, schema, data FROM log WHERE type = 'PayloadErased' ORDER BY position"
    for position, schema, data in connection.execute(sql):
        with suppress(UnknownEventError):
            event = decode("PayloadErased", schema, bytes(data), position)
            found.add(event.position if isinstance(event, PayloadErased) else 0)
    return found


def _tell(progress: Callable[[int, int], None] | None, done: int, total: int) -> None:
    if progress and (done == total or done % 1000 == 0):
        progress(done, total)
