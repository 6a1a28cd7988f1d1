"""Events ↔ bytes: canonical JSON (sorted keys, no blanks, UTF-8), lifted to today's schema when read.

An upcaster takes the decoded JSON of one schema version of one type and answers that of the next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from store.errors import UnknownEventError
from store.events import EVENT_TYPES, Event

__all__ = ["SCHEMAS", "UPCASTERS", "decode", "encode", "schema_of"]

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

#: (type, schema) → what lifts it to schema + 1
UPCASTERS: dict[tuple[str, int], Upcaster] = {}
#: type → today's schema, where it is not 1
SCHEMAS: dict[str, int] = {}

_ENCODER = msgspec.json.Encoder(order="sorted")
_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {}


def schema_of(name: str) -> int:
    """Today's schema of an event type."""
    return SCHEMAS.get(name, 1)


def encode(event: Event) -> bytes:
    """The canonical bytes of an event; equal events have equal bytes."""
    return _ENCODER.encode(event)


def decode(name: str, schema: int, data: bytes, position: int = 0) -> Event:
    """The event that was recorded. Raises UnknownEventError for a type or schema that this program does not know."""
    cls = EVENT_TYPES.get(name)
    if cls is None or schema > schema_of(name) or schema < 1:
        raise UnknownEventError(
            f"@{position}: {name} schema {schema} is not known to this version of timeline",
            type=name, schema=schema, position=position,
        )  # fmt: skip
    try:
        if schema == schema_of(name):
            decoder = _DECODERS.get(name) or _DECODERS.setdefault(name, msgspec.json.Decoder(cls))
            event: Event = decoder.decode(data)
            return event
        value = msgspec.json.decode(data)
        for version in range(schema, schema_of(name)):
            value = UPCASTERS[name, version](value)
        lifted: Event = msgspec.convert(value, cls)
    except (msgspec.DecodeError, KeyError, UnicodeDecodeError) as error:
        raise UnknownEventError(
            f"@{position}: {name} schema {schema} cannot be read: {error}", type=name, schema=schema, position=position
        ) from None
    return lifted
