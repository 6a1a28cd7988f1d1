"""A second read model beside the one that stands: folded from nothing, then put in its place, or compared with it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from store.records import Head, VerifyReport
from timeline.readmodel import schema
from timeline.readmodel.digest import ordered, tables

if TYPE_CHECKING:
    from store.records import Recorded
    from timeline.readmodel import Progress, Readable, ReadModel

__all__ = ["rebuild", "verify"]

_PAGE = 2048  # events a commit: nobody waits for this database
_FTS = "INSERT INTO main.rm_fts (rowid, words) SELECT rowid, words FROM beside.rm_fts ORDER BY rowid"


@contextmanager
def _beside(model: ReadModel, log: Readable, progress: Progress | None) -> Iterator[tuple[ReadModel, Path]]:
    """The log folded into a file of its own next to the database, which goes when this ends."""
    from timeline.readmodel import ReadModel as Model  # noqa: PLC0415 - they are made of each other

    home = next((file for _, name, file in model.connection.execute("PRAGMA database_list") if name == "main"), "")
    with TemporaryDirectory(prefix=".rebuild-", dir=Path(home).parent if home else None) as folder:
        path = Path(folder) / "beside.sqlite"
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("PRAGMA journal_mode=MEMORY")
            side = Model(connection, fold=model.fold)
            side.catch_up(log, page_size=_PAGE, progress=progress)
            yield side, path
        finally:
            connection.close()


def rebuild(model: ReadModel, log: Readable, progress: Progress | None = None) -> None:
    """Folds the whole log beside the model, and puts the outcome in its place in one commit.

    Readers see the old one until then, and wait for nothing; what the log gained meanwhile is caught up by the caller.
    """
    with _beside(model, log, progress) as (_, path):
        model.connection.execute("ATTACH ? AS beside", (str(path),))
        try:
            model.replace(_copied)
        finally:
            model.connection.execute("DETACH beside")


def _copied(connection: sqlite3.Connection) -> None:
    """Every table anew, filled from the database attached as ``beside``; the caller commits."""
    schema.create(connection)
    connection.execute("DELETE FROM main.rm_meta")
    for table in schema.TABLES:
        # the names are constants of schema.py
        connection.execute(_FTS if table == "rm_fts" else f"INSERT INTO main.{table} SELECT * FROM beside.{table}")  # noqa: S608


class _UpTo:
    """A log as it was at a position."""

    def __init__(self, log: Readable, head: Head) -> None:
        self._log = log
        self._head = head

    def head(self) -> Head:
        """That position."""
        return self._head

    def read(
        self, after: int = 0, *, until: int | None = None, limit: int | None = None,
        types: tuple[str, ...] | None = None,
    ) -> Iterator[Recorded]:  # fmt: skip
        """Records up to it."""
        last = self._head.position if until is None else min(until, self._head.position)
        return self._log.read(after, until=last, limit=limit, types=types)


def verify(model: ReadModel, log: Readable, progress: Progress | None = None) -> VerifyReport:
    """Catches up, folds the log from nothing beside, and compares every row: a line for each table that differs.

    ``positions``: how far both were folded.
    """
    model.catch_up(log)
    connection = model.connection
    connection.execute("BEGIN")  # one snapshot, whatever others append and fold meanwhile
    try:
        position, chained = model.position, model.hash
        record = next(iter(log.read(position - 1, until=position)), None) if position else None
        if record is not None and record.hash != chained:
            return VerifyReport(position, (f"the read model at @{position} is not of this log: its hash differs",))
        with _beside(model, _UpTo(log, Head(position, chained)), progress) as (side, _):
            mine, fresh = tables(connection), tables(side.connection)
            problems = [_problem(table, connection, side.connection) for table in mine if mine[table] != fresh[table]]
    finally:
        connection.execute("COMMIT")
    return VerifyReport(position, tuple(problems))


def _problem(table: str, mine: sqlite3.Connection, fresh: sqlite3.Connection) -> str:
    """Where two tables differ first."""
    left, right = ordered(mine, table), ordered(fresh, table)
    while True:
        a, b = next(left, None), next(right, None)
        if a != b or a is None:
            return f"{table}: {_named(a)} stands where folding the log gives {_named(b)}; run timeline rebuild"


def _named(row: Any) -> str:
    if row is None:
        return "nothing"
    return "(" + ", ".join(repr(value)[:40] for value in row[:3]) + ", …)"
