"""Appending beside raw SQLite and beside ``eventsourcing``; reading, verifying and carrying a log over.

All in files, WAL, ``synchronous=FULL``: an acknowledged event outlives a power cut. Raw is ``executemany`` of rows that
are ready made, nothing encoded, nothing hashed: once into the log's own table with its three indexes, once into a bare
table without any.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from store.codec import encode
from store.ddl import SQLITE
from store.events import PostObserved
from store.log import Log, NewEvent, event_id
from store.transfer import export_log, import_log

EVENTS = 20_000
ROUNDS = 5
TEXT = "Meta said on Tuesday that it will buy chips for about 5 to 6 gigawatts from AMD. " * 3
_NUMBERS = count()


def batches(size: int) -> Iterator[list[NewEvent]]:
    """Posts nobody has recorded yet: each a new one in a stream of its own, as a first fetch brings them."""
    for _ in range(EVENTS // size):
        names = [f"post-{next(_NUMBERS)}" for _ in range(size)]
        yield [NewEvent(_post(name), f"post:{name}", f"observed/{name}") for name in names]


def _post(name: str) -> PostObserved:
    return PostObserved(
        post=name, source="example", publisher="Example", title=f"Title of {name}", text=TEXT,
        url=f"https://example.com/{name}", guid=name, published="2026-02-24T09:00:00Z", fingerprint="0" * 32,
    )  # fmt: skip


def rate(work: Callable[[Path], float], events: int = EVENTS) -> float:
    """Events a second, of one run in a folder of its own. ``work`` answers the seconds that count."""
    with tempfile.TemporaryDirectory() as folder:
        return events / work(Path(folder))


def ours(size: int) -> Callable[[Path], float]:
    """The log: encoded, checked for doubles, numbered, salted, hashed, chained, indexed, committed."""

    def work(folder: Path) -> float:
        with Log.open(f"sqlite:///{folder}/log.sqlite", clock=lambda: datetime.now(UTC)) as log:
            ready = list(batches(size))
            started = time.perf_counter()
            for batch in ready:
                log.append(batch)
            return time.perf_counter() - started

    return work


BARE = "CREATE TABLE log (position INTEGER PRIMARY KEY, b, c, d, e, f, g, data, i, j, k)"


def raw(size: int, tables: Sequence[str]) -> Callable[[Path], float]:
    """Rows of the same columns and bytes, ready made, into these tables."""

    def work(folder: Path) -> float:
        with closing(sqlite3.connect(folder / "raw.sqlite", isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            for statement in tables:
                connection.execute(statement)
            ready = [_rows(batch) for batch in batches(size)]
            started = time.perf_counter()
            for rows in ready:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany("INSERT INTO log VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)
                connection.execute("COMMIT")
            return time.perf_counter() - started

    return work


def _rows(batch: list[NewEvent]) -> list[tuple[Any, ...]]:
    salt, mark, now = os.urandom(16), os.urandom(32), "2026-11-21T06:30:00.000Z"
    return [
        (None, event_id(n.key), n.stream, 1, "PostObserved", 1, now, encode(n.event), salt, mark, mark) for n in batch
    ]


def peer(size: int) -> Callable[[Path], float]:
    """The recorder of ``eventsourcing`` on SQLite with events that are ready made: no ids, no chain."""

    def work(folder: Path) -> float:
        from uuid import uuid4

        from eventsourcing.persistence import StoredEvent
        from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteDatastore

        store = SQLiteDatastore(str(folder / "peer.sqlite"))
        with closing(store):
            recorder = SQLiteApplicationRecorder(store)
            recorder.create_table()
            ready = [
                [StoredEvent(uuid4(), 1, "PostObserved", encode(new.event)) for new in batch] for batch in batches(size)
            ]
            started = time.perf_counter()
            for batch in ready:
                recorder.insert_events(batch)
            return time.perf_counter() - started

    return work


def run() -> list[dict[str, str]]:
    """The rows: the best of rounds that go in turn, so that a machine that is busy for a while is so for all."""
    rows = []
    for size, aim in ((1000, "60 %"), (100, "40 %")):
        kinds = {
            "ours": ours(size),
            "raw, same table": raw(size, SQLITE),
            "raw, bare table": raw(size, (BARE,)),
            "eventsourcing": peer(size),
        }
        rates: dict[str, list[float]] = {kind: [] for kind in kinds}
        for _ in range(ROUNDS):
            for kind, work in kinds.items():
                rates[kind].append(rate(work))
        own = max(rates.pop("ours"))
        for kind, measured in rates.items():
            wanted = f"≥ {aim} of raw" if kind.startswith("raw") else "beside it"
            rows.append(_row(f"append, batches of {size:,}, SQLite FULL", own, max(measured), kind, wanted))
    return rows + _reading()


def _row(what: str, own: float, other: float, name: str, aim: str) -> dict[str, str]:
    return {
        "what": what, "ours": f"{own:,.0f}/s", "peer": f"{name} {other:,.0f}/s", "ratio": f"{own / other:.2f}",
        "aim": aim,
    }  # fmt: skip


def _reading() -> list[dict[str, str]]:
    """Reading and decoding the whole log, verifying it, and carrying it into another store."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        log, copy = (
            stack.enter_context(Log.open(f"sqlite:///{folder}/{name}.sqlite", clock=lambda: datetime.now(UTC)))
            for name in ("log", "copy")
        )
        for batch in batches(1000):
            log.append(batch)
        scan = _seconds(lambda: log.connection.execute("SELECT * FROM log ORDER BY position").fetchall())
        read = _seconds(lambda: [record.event for record in log.read()])
        verify = _seconds(log.verify)
        carry = _seconds(lambda: import_log(copy, export_log(log)))
    plain = EVENTS / scan
    return [
        _row("read and decode the log", EVENTS / read, plain, "raw scan", ""),
        _row("verify the log", EVENTS / verify, plain, "raw scan", ""),
        _row("export and import, verified", EVENTS / carry, plain, "raw scan", ""),
    ]


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
