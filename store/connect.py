"""Database URL → a plain DB-API connection: all that the read path needs.

``sqlite:////abs/path`` ``sqlite:///relative`` ``sqlite://`` (in memory); for the log alone ``postgresql://…`` as well.
WAL, ``synchronous=FULL`` (with NORMAL acknowledged events were lost at power cut, with FULL none), 30 s of patience for
another writer.
"""

from __future__ import annotations

import os
import re
import sqlite3
from typing import TYPE_CHECKING, cast

from store import ddl
from store.errors import InputError, UsageError

if TYPE_CHECKING:  # pathlib and what it imports are a tenth of the start of a reading command
    from pathlib import Path

__all__ = ["connect", "masked", "name_of", "open_store", "path_of"]

PATIENCE_MS = 30_000


def path_of(url: str) -> Path | None:
    """The file of a ``sqlite:`` URL, or None for one in memory. Raises UsageError for other URLs."""
    from pathlib import Path  # noqa: PLC0415 - as above

    name = name_of(url)
    return None if name is None else Path(name)


def name_of(url: str) -> str | None:
    """As ``path_of``, as a name."""
    if not url.startswith("sqlite:"):
        raise UsageError(
            f"{masked(url)}: not a database URL this can open; write sqlite:////path/to/file", url=masked(url)
        )
    rest = url.removeprefix("sqlite:").removeprefix("//").partition("?")[0]
    if "%" in rest:
        from urllib.parse import unquote  # noqa: PLC0415 - few names need it

        rest = unquote(rest)
    if rest in ("", "/", "/:memory:", ":memory:"):
        return None
    return rest.removeprefix("/") if not rest.startswith("//") else rest[1:]


def masked(url: str) -> str:
    """A database URL as it may be shown: without its password."""
    return re.sub(
        r"(?<=://)([^/:@]*):[^/]*@|(?<=[?&]password=)[^&]*",
        lambda m: f"{m[1]}:***@" if m[1] is not None else "***",
        url,
    )


def open_store(url: str, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection to the tables of a log, made where they are missing; of either database.

    What answers for PostgreSQL is no ``sqlite3.Connection`` but has of it what the log needs (postgres.py).
    """
    if url.startswith(("postgresql:", "postgres:")):
        from store.postgres import open_store as other  # noqa: PLC0415 - psycopg is an extra

        return cast("sqlite3.Connection", other(url, read_only=read_only))
    connection = connect(url, read_only=read_only)
    if not read_only:
        try:
            ddl.prepare(connection)
        except sqlite3.Error:
            connection.close()
            raise
    return connection


def connect(url: str, *, read_only: bool = False) -> sqlite3.Connection:
    """An open connection in autocommit mode: transactions are begun and ended by name.

    Raises InputError naming the file if it is missing (read only), unreadable, or no database of ours.
    """
    name = name_of(url)
    if name is None:
        return _prepared(
            sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False), url, read_only=False
        )
    if read_only and not os.path.exists(name):  # noqa: PTH110 - as above
        raise InputError(f"{name}: there is no log here yet", source=name)
    try:
        if read_only:
            return _read_only(name, url)
        os.makedirs(os.path.dirname(name) or ".", exist_ok=True)  # noqa: PTH103, PTH120 - as above
        return _prepared(sqlite3.connect(name, isolation_level=None, check_same_thread=False), url, read_only=False)
    except (sqlite3.Error, OSError) as error:
        raise InputError(f"{name}: {error}", source=name) from None


def _read_only(file: str, url: str) -> sqlite3.Connection:
    """``mode=ro`` where the medium can be written; ``immutable=1`` where it can't (WAL needs its side files there)."""
    from pathlib import Path  # noqa: PLC0415 - as above

    name = Path(file).resolve().as_uri()
    for mode in ("mode=ro", "immutable=1"):
        connection = sqlite3.connect(f"{name}?{mode}", uri=True, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            if mode == "immutable=1":
                raise
        else:
            return _prepared(connection, url, read_only=True)
    raise AssertionError(url)  # pragma: no cover - the loop returns or raises


def _prepared(connection: sqlite3.Connection, url: str, *, read_only: bool) -> sqlite3.Connection:
    try:
        connection.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
        connection.execute("PRAGMA foreign_keys=ON")
        if read_only:
            connection.execute("PRAGMA query_only=ON")
        else:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise InputError(f"{name_of(url)}: {error}", source=url) from None
    return connection
