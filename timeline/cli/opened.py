"""The store as the reading commands open it: caught up with the log, whoever wrote it; read-only where it must be."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from store.errors import InputError
from timeline.cli.context import Context

if TYPE_CHECKING:
    import sqlite3

    from store.log import Log

__all__ = ["chronology", "log_of", "log_to_read", "progress"]


@contextmanager
def log_of(context: Context, *, read_only: bool = False) -> Iterator[Log]:
    """The log of the store; made where there is none. Raises InputError naming the file."""
    from store.log import Log

    with Log.open(context.db, clock=context.clock, read_only=read_only) as log:
        yield log


@contextmanager
def log_to_read(context: Context) -> Iterator[Log]:
    """The log of the store for a command that appends nothing: on a medium that cannot be written, as it was left."""
    from store.log import Log

    try:
        log = Log.open(context.db, clock=context.clock)
    except InputError as error:
        try:
            log = Log.open(context.db, clock=context.clock, read_only=True)
        except InputError:
            raise error from None  # why it cannot be written says more
    with log:
        yield log


@contextmanager
def chronology(context: Context) -> Iterator[sqlite3.Connection]:
    """The connection to ask ``timeline.query`` with, caught up. A new store begins with the starting chronology.

    A store that cannot be written (read-only media) is shown as it was left.
    """
    if connection := _folded(context):
        with closing(connection):
            yield connection
        return
    import gc

    from store.log import Log
    from timeline.readmodel import ReadModel

    gc.enable()
    try:
        log = Log.open(context.db, clock=context.clock)
    except InputError:
        log = Log.open(context.db, clock=context.clock, read_only=True)
        with log:
            yield log.connection
        return
    with log:
        if log.head().position == 0:
            from timeline.cli.config import start_chronology

            start_chronology(log, context)
        ReadModel(log.connection).catch_up(log, progress=progress(context, "reading the log"))
        yield log.connection


def _folded(context: Context) -> sqlite3.Connection | None:
    """The store where there is nothing to fold: opened without its log, which costs a tenth of the start."""
    import sqlite3

    from store.connect import connect, name_of
    from timeline.readmodel import ReadModel

    name = name_of(context.db) if context.db.startswith("sqlite:") else None
    if name is None or not os.path.exists(name):  # noqa: PTH110 - pathlib is a tenth of the start
        return None
    try:
        connection = connect(context.db)
        if ReadModel(connection).settled():
            return connection
    except (InputError, sqlite3.Error):
        return None  # the long way tells what is wrong
    connection.close()
    return None


def progress(context: Context, what: str):  # type: ignore[no-untyped-def] # noqa: ANN201 - a callable or None
    """A line that counts, on a terminal; None in a pipe or with ``-q``."""
    if context.verbose < 0 or not sys.stderr.isatty():
        return None

    def told(done: int, whole: int) -> None:
        if whole - done > 0 or whole > 1000:
            end = "\n" if done >= whole else ""
            sys.stderr.write(f"\r{what}: {done:,} of {whole:,}\x1b[K{end}")
            sys.stderr.flush()

    return told
