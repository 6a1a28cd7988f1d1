"""What came back through the door, as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

__all__ = ["Headers", "Hop", "Response"]


class Headers:
    """Fields of a response, looked up without regard to case; values are text by ISO 8859-1, so that any octet
    survives there and back (RFC 9110 5.5).
    """

    __slots__ = ("_fields",)

    def __init__(self, fields: list[tuple[str, str]] | None = None) -> None:
        self._fields = [(name.lower(), value) for name, value in fields or ()]

    def all(self, name: str) -> list[str]:
        """Every value of a field, in the order they came."""
        name = name.lower()
        return [v for n, v in self._fields if n == name]

    def get(self, name: str) -> str | None:
        """The value of a field that stands once; the last one where a server sends several."""
        values = self.all(name)
        return values[-1] if values else None

    def joined(self, name: str) -> str:
        """A field that is a list, its lines joined by commas (RFC 9110 5.3)."""
        return ", ".join(self.all(name))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._fields)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and bool(self.all(name))

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"Headers({self._fields!r})"


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect that was followed."""

    status: int
    url: str
    location: str  # absolute, where it led


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. ``body`` is decoded and within the limits; it is read of 2xx answers only."""

    url: str  # as it was asked for
    final_url: str  # normalised; where the answer came from
    status: int
    headers: Headers
    body: bytes = b""
    hops: tuple[Hop, ...] = ()
    truncated: bool = False  # the connection ended before the body did; ``body`` is what came
    at: datetime | None = None  # when it came
    elapsed: float = 0.0  # seconds, without waiting for a turn
    wire_bytes: int = 0  # octets received, all hops
    conditional: bool = False  # validators were sent to ``final_url``
    notes: tuple[str, ...] = field(default=())

    @property
    def etag(self) -> str | None:
        """Opaque, exactly as sent: quotes, ``W/``, ``-gzip`` and all."""
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        """Opaque, exactly as sent."""
        return self.headers.get("last-modified")

    @property
    def content_type(self) -> str | None:
        """As sent."""
        return self.headers.get("content-type")
