"""Reads the whole log again and checks everything that must hold of it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator

from store import ddl
from store.records import VerifyReport, link

__all__ = ["verify"]

MOST = 20  # problems that are told one by one


def verify(connection: sqlite3.Connection, progress: Callable[[int, int], None] | None = None) -> VerifyReport:
    """Contiguous positions from 1, versions of each stream from 1, salted payload hashes, the chain, the head row."""
    problems: list[str] = []
    for problem in _problems(connection, progress):
        problems.append(problem)
        if len(problems) == MOST:
            problems.append("… and perhaps more")
            break
    count = connection.execute("SELECT count(*) FROM log").fetchone()[0]
    return VerifyReport(count, tuple(problems))


def _problems(connection: sqlite3.Connection, progress: Callable[[int, int], None] | None) -> Iterator[str]:
    total, head = connection.execute("SELECT position, hash FROM log_head").fetchone()
    before, expected = bytes.fromhex(ddl.GENESIS), 0
    versions: dict[str, int] = {}
    sql = (
        "SELECT position, event_id, stream, version, type, schema, recorded_at, data, salt, data_hash, hash"
        " FROM log ORDER BY position"
    )
    for *own, data, salt, data_hash, chained in connection.execute(sql):
        position, stream, version = own[0], own[2], own[3]
        if position != expected + 1:
            yield f"@{expected + 1}: missing; the next is @{position}"
        if version != versions.get(stream, 0) + 1:
            yield f"@{position}: {stream} goes from version {versions.get(stream, 0)} to {version}"
        if data and hashlib.sha256(salt + data).digest() != data_hash:
            yield f"@{position}: the payload is not the one that was recorded"
        if link(before, own, data_hash) != chained:
            yield f"@{position}: the chain is broken"
        before, expected, versions[stream] = chained, position, version
        _tell(progress, position, total)
    if (total, head) != (expected, before):
        yield f"@{total}: the head row does not name the last event, @{expected}"
    _tell(progress, total, total)


def _tell(progress: Callable[[int, int], None] | None, done: int, total: int) -> None:
    if progress and (done == total or done % 1000 == 0):
        progress(done, total)
