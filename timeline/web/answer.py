"""From a request to an answer: asked → prepared (kept) → 304, or the kept body, or rendered once in a thread.

The ETag is a function of what was asked and of the log's position, so an unchanged log is answered without rendering,
and without opening a transaction. Bodies are kept, compressed as well, as long as the log stands still.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from timeline.web.readers import Head

__all__ = ["Body", "Cache", "Kept", "etag_of", "respond"]

#: octets of bodies that are kept
MOST = 32_000_000
#: below, compressing does not pay
LEAST = 1_000
#: what is asked may be answered from a cache after asking whether it is still so
ASK_AGAIN = "no-cache"
FOR_EVER = "public, max-age=31536000, immutable"


class Body(Struct, frozen=True):
    """What was rendered, at which head."""

    data: bytes
    media_type: str
    head: Head
    forever: bool = False  # an archive page, that no later event changes


class Kept:
    """A body with its headers, made once; compressed when first wanted so."""

    def __init__(self, body: Body, etag: str) -> None:
        self.data = body.data
        self.etag = etag
        self._packed: bytes | None = None
        self.headers = {
            "content-type": body.media_type,
            "etag": etag,
            "cache-control": FOR_EVER if body.forever else ASK_AGAIN,
            "vary": "accept-encoding",
        }

    @property
    def packed(self) -> bytes:
        """Compressed; the same bytes for the same body."""
        if self._packed is None:
            self._packed = gzip.compress(self.data, 6, mtime=0)
        return self._packed


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


def respond(request: Request, kept: Kept) -> Response:
    """The body, or 304 where the client has it."""
    if matches(request.headers.get("if-none-match"), kept.etag):
        return not_modified(kept.etag, kept.headers["cache-control"])
    if len(kept.data) >= LEAST and accepts_gzip(request.headers.get("accept-encoding", "")):
        return Response(kept.packed, headers={**kept.headers, "content-encoding": "gzip"})
    return Response(kept.data, headers=kept.headers)


def not_modified(etag: str, cache_control: str = ASK_AGAIN) -> Response:
    """304 (RFC 9110, 15.4.5): the headers that a 200 would have had, no body."""
    return Response(status_code=304, headers={"etag": etag, "cache-control": cache_control, "vary": "accept-encoding"})


def matches(header: str | None, etag: str) -> bool:
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
