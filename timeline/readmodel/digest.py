"""Two fingerprints of a read model.

``rows``: of every row as it stands; equal for a rebuild and for catching up, at any page size.
``content``: of what the chronology says, whatever the order in which the posts came: no ids, numbers or positions.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from timeline.readmodel.schema import TABLES
from timeline.readmodel.stored import DECODER, Stored

__all__ = ["Digest", "digest", "ordered", "tables"]

_ENCODER = msgspec.json.Encoder(order="deterministic")


class Digest(Struct, frozen=True):
    """SHA-256, hexadecimal. ``position``: the checkpoint they were taken at."""

    position: int
    moves: int
    content: str
    rows: str


def digest(connection: sqlite3.Connection) -> Digest:
    """Takes both, in one snapshot of the tables."""
    connection.execute("BEGIN")
    try:
        position = int(connection.execute("SELECT value FROM rm_meta WHERE key = 'position'").fetchone()[0])
        contents = sorted(_contents(connection))
        content = hashlib.sha256(b"\n".join(contents)).hexdigest()
        rows = hashlib.sha256("".join(tables(connection).values()).encode()).hexdigest()
        return Digest(position, len(contents), content, rows)
    finally:
        connection.execute("COMMIT")


def tables(connection: sqlite3.Connection) -> dict[str, str]:
    """Table → digest of its rows in the order of their keys; to tell where two read models differ."""
    answer = {}
    for table in TABLES:
        whole = hashlib.sha256()
        for row in ordered(connection, table):
            whole.update(repr(row).encode())
        answer[table] = whole.hexdigest()
    return answer


def ordered(connection: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table in the order of their keys; of ``rm_meta`` those that depend on the log alone."""
    columns = "rowid, words" if table == "rm_fts" else "*"
    where = " WHERE key IN ('position', 'hash', 'at', 'layout')" if table == "rm_meta" else ""
    order = {"rm_stale": "1", "rm_tag": "1, 2, 3", "rm_cell": "1, 2, 3, 4, 5, 6"}.get(table, "1, 2")
    # the names are constants of schema.py
    yield from connection.execute(f"SELECT {columns} FROM {table}{where} ORDER BY {order}")  # noqa: S608


def _contents(connection: sqlite3.Connection) -> Iterator[bytes]:
    """One line a move: values, members by key, lineages, disputes, grade."""
    keys = dict(connection.execute("SELECT cid, key FROM rm_claim WHERE until IS NULL"))
    bodies = connection.execute(
        "SELECT body FROM rm_move m JOIN rm_revision r ON r.move = m.move AND r.revision = m.revision"
    )
    for (body,) in bodies:
        yield _content(DECODER.decode(body), keys)


def _content(stored: Stored, keys: dict[int, str]) -> bytes:
    fields = msgspec.structs.asdict(stored)
    fields["members"] = sorted((keys[cid], *stored.lines[line]) for cid, line in stored.members)
    fields["disputes"] = sorted(
        (d.rule, d.severity, *sorted((keys[d.left], keys[d.right])), d.text, d.settled, d.settled_by or "")
        for d in stored.disputes
    )
    fields["steps"] = [(s.status, s.date, sorted(keys[cid] for cid in s.cids)) for s in stored.steps]
    return _ENCODER.encode(fields)
