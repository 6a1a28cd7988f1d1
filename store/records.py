"""What goes into the log, what comes out of it, and how one record is chained to the next."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from msgspec import Struct

from store.codec import decode
from store.events import Event

__all__ = ["NAMESPACE", "Head", "NewEvent", "Recorded", "VerifyReport", "event_id", "link", "recorded"]

#: the namespace of event ids (RFC 9562, version 5)
NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
_NAMESPACE = NAMESPACE.bytes
#: the hexadecimal digit that carries the variant bits 10
_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Something to record: where, and under which natural key."""

    event: Event
    stream: str
    key: str


class Recorded(Struct, frozen=True, gc=False):
    """A record of the log. ``data`` is canonical JSON, empty where the payload was erased; ``hash`` is hexadecimal."""

    position: int
    event_id: str
    stream: str
    version: int
    type: str
    schema: int
    recorded_at: str
    data: bytes
    hash: str

    @property
    def erased(self) -> bool:
        """Whether the payload is gone."""
        return not self.data

    @property
    def event(self) -> Event:
        """The payload, lifted to today's schema. Raises UnknownEventError."""
        return decode(self.type, self.schema, self.data, self.position)


@dataclass(frozen=True, slots=True)
class Head:
    """The last position and the hash of the chain there."""

    position: int
    hash: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What verifying found: how many records were read, and a line for each problem."""

    positions: int
    problems: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def event_id(key: str) -> str:
    """The id of the event with this natural key: UUIDv5 (written out: ``uuid.uuid5`` takes four times as long)."""
    digits = hashlib.sha1(_NAMESPACE + key.encode(), usedforsecurity=False).hexdigest()
    variant = _VARIANT[digits[16]]
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def link(before: bytes, row: Sequence[object], data_hash: bytes) -> bytes:
    """The chain's next hash: SHA-256 over the one before, the record's own columns and its salted payload hash.

    The columns are position, event_id, stream, version, type, schema, recorded_at, each after its length.
    """
    a, b, c = str(row[0]).encode(), str(row[1]).encode(), str(row[2]).encode()
    own = (_length(len(a)), a, _length(len(b)), b, _length(len(c)), c, _often(*row[3:]))
    return hashlib.sha256(b"".join((before, *own, data_hash))).digest()


@lru_cache(maxsize=512)
def _length(of: int) -> bytes:
    return of.to_bytes(4, "big")


@lru_cache(maxsize=512)
def _often(*values: object) -> bytes:
    """What is the same for many records of one commit."""
    texts = [str(value).encode() for value in values]
    return b"".join(_length(len(text)) + text for text in texts)


def recorded(row: Any) -> Recorded:
    """A record out of a row: position, event_id, stream, version, type, schema, recorded_at, data, hash."""
    position, identity, stream, version, name, schema, recorded_at, data, chained = row
    return Recorded(position, identity, stream, version, name, schema, recorded_at, bytes(data), chained.hex())
