"""From a request to an answer: asked → prepared (kept) → 304, or the kept body, or rendered once in a thread.

The ETag is a function of what was asked and of the log's position, so an unchanged log is answered without rendering,
and without opening a transaction. Bodies are kept, compressed as well, as long as the log stands still.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict

from msgspec import Struct
from starlette.responses import Response

from timeline.web.readers import Head

__all__ = ["Body", "Cache", "Kept", "etag_of", "matches", "not_modified", "respond"]

#: octets of bodies that are kept
MOST = 32_000_000
#: below, compressing does not pay
LEAST = 1_000
#: below, compressing as well as can be takes a few milliseconds
SMALL = 200_000
#: what is asked may be answered from a cache after asking whether it is still so
ASK_AGAIN = "no-cache"
FOR_EVER = "public, max-age=31536000, immutable"


class Body(Struct, frozen=True):
    """What was rendered, at which head."""

    data: bytes
    media_type: str
    head: Head
    forever: bool = False  # an archive page, that no later event changes


class Ready(Response):
    """An answer whose headers are bytes already."""

    def __init__(self, status: int, headers: list[tuple[bytes, bytes]], body: bytes = b"") -> None:
        self.status_code = status
        self.raw_headers = headers
        self.body = body
        self.background = None


class Kept:
    """A body with its headers, made once; compressed when first wanted so."""

    def __init__(self, body: Body, etag: str) -> None:
        self.data = body.data
        self.etag = etag
        self._common = _headers(etag, FOR_EVER if body.forever else ASK_AGAIN)
        self._media = (b"content-type", body.media_type.encode())
        self._packed: bytes | None = None

    def plain(self) -> Response:
        """The body as it is."""
        return self._whole(self.data, [])

    def packed(self) -> Response:
        """The body compressed; the same bytes for the same body."""
        if self._packed is None:
            self._packed = gzip.compress(self.data, 9 if len(self.data) < SMALL else 6, mtime=0)
        return self._whole(self._packed, [(b"content-encoding", b"gzip")])

    def unchanged(self) -> Response:
        """304, as the body is what the client has."""
        return Ready(304, self._common)

    def _whole(self, data: bytes, more: list[tuple[bytes, bytes]]) -> Response:
        length = (b"content-length", str(len(data)).encode())
        return Ready(200, [self._media, length, *self._common, *more], data)


def _headers(etag: str, cache_control: str) -> list[tuple[bytes, bytes]]:
    return [(b"etag", etag.encode()), (b"cache-control", cache_control.encode()), (b"vary", b"accept-encoding")]


class Cache:
    """Bodies by ETag, those least recently asked for dropped first. Used by the event loop alone."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def get(self, etag: str) -> Kept | None:
        """The body of this ETag."""
        if kept := self._kept.get(etag):
            self._kept.move_to_end(etag)
        return kept

    def put(self, kept: Kept) -> None:
        """Keeps a body, and drops what has no room any more. One that takes a quarter of the room is not kept."""
        size = len(kept.data)
        if size > self._most // 4 or kept.etag in self._kept:
            return
        self._kept[kept.etag] = kept
        self._size += size
        while self._size > self._most:
            _, dropped = self._kept.popitem(last=False)
            self._size -= len(dropped.data)


def etag_of(asked: str, head: Head) -> str:
    """A weak ETag (RFC 9110, 8.8.1: the compressed body has the same): of the question and the head."""
    text = f"{asked}\n{head.position}\n{head.hash}\n{head.rules}\n{head.stale}"
    return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'


def respond(kept: Kept, if_none_match: str, accept_encoding: str) -> Response:
    """The body, or 304 where the client has it."""
    if matches(if_none_match, kept.etag):
        return kept.unchanged()
    if len(kept.data) >= LEAST and accepts_gzip(accept_encoding):
        return kept.packed()
    return kept.plain()


def not_modified(etag: str) -> Response:
    """304 (RFC 9110, 15.4.5): the headers that a 200 would have had, no body."""
    return Ready(304, _headers(etag, ASK_AGAIN))


def matches(header: str, etag: str) -> bool:
    """If-None-Match by weak comparison (RFC 9110, 13.1.2)."""
    if not header:
        return False
    own = etag.removeprefix("W/")
    return header.strip() == "*" or any(part.strip().removeprefix("W/") == own for part in header.split(","))


def accepts_gzip(header: str) -> bool:
    """Whether gzip is among what is accepted, and not with a weight of 0 (RFC 9110, 12.5.3)."""
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
