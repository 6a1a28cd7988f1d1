"""A whole log out and in again, as NDJSON, with nothing lost: positions, ids, salts and hashes stay what they were.

One line a record, in order of position, the payload as it stands in the log (``null`` where it was erased):

    {"position":1,"id":"…","stream":"source:a","version":1,"type":"SourceAdded","schema":1,"recorded_at":"…",
     "data":{…},"salt":"hex","data_hash":"hex","hash":"hex"}

The last line also has ``"last":true``, so that a copy that was cut off is noticed. Operational state is not part of
it: validators and due times are learned again, the index of posts is made from the log (reindex.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

import msgspec
from msgspec import Raw, Struct

from store import ddl
from store.codec import decode
from store.errors import InputError, LogError, UnknownEventError
from store.events import PayloadErased
from store.log import INSERT, Log
from store.posts import in_parts
from store.records import Head, link

__all__ = ["RECORD_FIELDS", "export_log", "import_log"]

PAGE = 1000
_ERASED = b"null"


class _Line(Struct, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    position: int
    id: str
    stream: str
    version: int
    type: str
    schema: int
    recorded_at: str
    data: Raw
    salt: str
    data_hash: str
    hash: str
    last: bool = False


#: the names of a record's values, as lines have them
RECORD_FIELDS = _Line.__struct_fields__[:-1]

_DECODER = msgspec.json.Decoder(_Line)


def export_log(log: Log) -> Iterator[bytes]:
    """The lines, each with its newline. Others may append meanwhile; the end is where the log ends when it is reached.

    Reads in pages and holds no lock between them.
    """
    waiting: _Line | None = None
    for row in chain.from_iterable(_pages(log)):
        if waiting is not None:
            yield msgspec.json.encode(waiting) + b"\n"
        *own, data, salt, data_hash, chained = row
        waiting = _Line(
            **dict(zip(_Line.__struct_fields__[:7], own, strict=True)),
            data=Raw(bytes(data) or _ERASED), salt=bytes(salt).hex(),
            data_hash=bytes(data_hash).hex(), hash=bytes(chained).hex(),
        )  # fmt: skip
    if waiting is not None:
        waiting.last = True
        yield msgspec.json.encode(waiting) + b"\n"


def _pages(log: Log) -> Iterator[list[Any]]:
    after = 0
    sql = (
        "SELECT position, event_id, stream, version, type, schema, recorded_at, data, salt, data_hash, hash"
        " FROM log WHERE position > ? ORDER BY position LIMIT ?"
    )
    while rows := log.connection.execute(sql, (after, PAGE)).fetchall():
        yield rows
        after = rows[-1][0]


def import_log(log: Log, lines: Iterable[bytes], *, source: str = "") -> Head:
    """Takes an exported log into an empty store, in one commit, and answers the head.

    Every line is verified before it is kept: position, version, id, payload hash, chain, that the payload can be read,
    and that what is missing was erased. Raises InputError naming ``source`` and the line, and then nothing is kept;
    LogError where the store is not empty.
    """
    with log.transaction():
        if log.head().position:
            raise LogError(f"{log.url}: not empty; a log is imported into a new store only", url=log.url)
        check = _Check(source)
        rows = map(check.row, (line for line in lines if line.strip() or not check.ended))
        while part := list(islice(rows, PAGE)):
            _refuse_doubles(log, check, part)
            log.connection.executemany(INSERT, part)
        head = check.end()
        log.connection.execute("UPDATE log_head SET position = ?, hash = ?", (head.position, bytes.fromhex(head.hash)))
    return head


def _refuse_doubles(log: Log, check: _Check, rows: list[tuple[Any, ...]]) -> None:
    """An id stands in a log once; asked of the table, so that memory does not grow with the ids."""
    seen: set[str] = set()
    for marks, part in in_parts([row[1] for row in rows]):
        sql = f"SELECT event_id FROM log WHERE event_id IN ({marks})"  # noqa: S608 - marks only
        seen.update(identity for (identity,) in log.connection.execute(sql, part).fetchall())
    for row in rows:
        if row[1] in seen:
            raise check.refuse(f"@{row[0]}: the event {row[1]} stands in this log twice", row[0])
        seen.add(row[1])


class _Check:
    """Everything that must hold of a log, checked as its lines come by. Line and position are the same number."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.number = 0
        self.before = bytes.fromhex(ddl.GENESIS)
        self.versions: dict[str, int] = {}
        self.gone: set[int] = set()
        self.ended = True

    def refuse(self, why: str, number: int | None = None) -> InputError:
        """The error of a line."""
        number = number or self.number
        where = f"{self.source}: line {number}" if self.source else f"line {number}"
        return InputError(f"{where}: {why}", source=self.source, position=number)

    def row(self, text: bytes) -> tuple[Any, ...]:
        """The row of a line."""
        if self.number and self.ended:
            raise self.refuse("more follows after the last record", self.number + 1)
        self.number += 1
        try:
            line = _DECODER.decode(text)
            salt, data_hash, chained = (bytes.fromhex(h) for h in (line.salt, line.data_hash, line.hash))
        except (msgspec.DecodeError, ValueError) as error:
            raise self.refuse(f"no record of a log: {error}") from None
        data = bytes(line.data)
        own = (line.position, line.id, line.stream, line.version, line.type, line.schema, line.recorded_at)
        self._place(line)
        if data == _ERASED:
            data = b""
            self.gone.add(line.position)
        else:
            self._payload(line, salt + data, data, data_hash)
        if link(self.before, own, data_hash) != chained:
            raise self.refuse(f"@{line.position}: the chain is broken")
        self.before, self.ended = chained, line.last
        return (*own, data, salt, data_hash, chained)

    def _place(self, line: _Line) -> None:
        """Its place in the log and in its stream."""
        if line.position != self.number:
            raise self.refuse(f"@{line.position} stands where @{self.number} belongs")
        if line.version != self.versions.get(line.stream, 0) + 1:
            raise self.refuse(f"@{line.position}: {line.stream} cannot be at version {line.version} here")
        self.versions[line.stream] = line.version

    def _payload(self, line: _Line, salted: bytes, data: bytes, data_hash: bytes) -> None:
        """What was recorded, and that it can be read."""
        if hashlib.sha256(salted).digest() != data_hash:
            raise self.refuse(f"@{line.position}: the payload is not the one that was recorded")
        try:
            event = decode(line.type, line.schema, data, line.position)
        except UnknownEventError as error:
            raise self.refuse(str(error)) from None
        if isinstance(event, PayloadErased):
            self.gone.discard(event.position)

    def end(self) -> Head:
        """The head. Raises InputError for a log that ends too early or lacks a payload nobody erased."""
        if not self.ended:
            raise self.refuse("the log ends here without saying so: the file was cut off")
        if self.gone:
            first = min(self.gone)
            raise self.refuse(f"@{first}: the payload is gone, and no record says that it was erased", first)
        return Head(self.number, self.before.hex())
