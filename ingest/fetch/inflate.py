"""A body's coding → its bytes, within a bound that holds whatever the server sends. Pure; bytes in, bytes out.

The usual counter over decoded chunks does not hold: one chunk of a bomb can be a gigabyte before it is counted
(FreshRSS PR 9337). Here zlib is never allowed to hand out more than a step, and the sum is checked at each.
"""

from __future__ import annotations

import zlib
from typing import Protocol

__all__ = ["Body", "CodingError", "TooLargeError", "coding_of"]

STEP = 1 << 18  # octets of one inflation step
MEMBERS = 1000  # gzip members in a row (RFC 1952 2.2); a real one has one
_GZIP = 16 + zlib.MAX_WBITS
_MAGIC = b"\x1f\x8b"
_KNOWN = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}


class CodingError(ValueError):
    """A content coding that was not asked for, is stacked, or does not decode."""


class TooLargeError(ValueError):
    """More bytes than the limit allows."""


class _Inflater(Protocol):
    @property
    def unconsumed_tail(self) -> bytes: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def eof(self) -> bool: ...
    def decompress(self, data: bytes, max_length: int = 0, /) -> bytes: ...


def coding_of(content_encoding: str) -> str:
    """``identity``, ``gzip`` or ``deflate``. Raises CodingError for others and for stacked ones.

    RFC 9110 8.4 lets codings be stacked; we ask for one (``Accept-Encoding: gzip``), and a stack is how small
    bombs are made.
    """
    names = [n for n in (p.strip().lower() for p in content_encoding.split(",")) if n not in ("", "identity", "none")]
    if len(names) > 1:
        raise CodingError(f"stacked codings ({', '.join(names)[:60]})")
    if names and names[0] not in _KNOWN:
        raise CodingError(f"the coding {names[0][:40]!r}, which was not asked for")
    return _KNOWN[names[0]] if names else "identity"


class Body:
    """Takes a body as it arrives and keeps it decoded, at most ``limit`` octets.

    Gzip without a label is recognised by its first bytes, and so is what is labelled and is not gzip at all.
    """

    def __init__(self, coding: str, limit: int) -> None:
        self._coding = coding
        self._limit = limit
        self._out = bytearray()
        self._head = b""  # the first bytes, until there are enough to tell what they are
        self._inflater: _Inflater | None = None
        self._plain = False
        self._members = 0

    def feed(self, data: bytes) -> None:
        """The next octets as they came. Raises TooLargeError, CodingError."""
        if self._inflater is None and not self._plain:
            data = self._head + data
            self._head = b""
            if len(data) < 2:
                self._head = data
                return
            self._choose(data)
        if self._plain:
            self._keep(data)
        else:
            self._inflate(data)

    def finish(self) -> tuple[bytes, bool]:
        """The whole body, and whether it ended where its coding says it does."""
        if self._head:
            self._keep(self._head)
        whole = self._inflater is None or self._inflater.eof
        if self._inflater is not None and self._out[:2] == _MAGIC:
            raise CodingError("gzip inside gzip")
        return bytes(self._out), whole

    def _choose(self, head: bytes) -> None:
        if head[:2] == _MAGIC:
            self._start(_GZIP)
        elif self._coding == "deflate":
            # "deflate" is zlib (RFC 9110 8.4.1.2), but raw streams are sent under that name as well.
            zlib_header = head[0] & 0x0F == 8 and (head[0] << 8 | head[1]) % 31 == 0
            self._start(zlib.MAX_WBITS if zlib_header else -zlib.MAX_WBITS)
        else:
            self._plain = True

    def _start(self, bits: int) -> None:
        self._members += 1
        if self._members > MEMBERS:
            raise CodingError(f"more than {MEMBERS} gzip members")
        self._inflater = zlib.decompressobj(bits)

    def _inflate(self, data: bytes) -> None:
        while data and self._inflater is not None:
            if self._inflater.eof:
                if data[:2] != _MAGIC:
                    return  # padding or rubbish after the end, which RFC 1952 lets a reader ignore
                self._start(_GZIP)
            try:
                piece = self._inflater.decompress(data, STEP)
            except zlib.error as error:
                raise CodingError(f"it does not decode ({error})") from None
            self._keep(piece)
            data = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail

    def _keep(self, piece: bytes) -> None:
        if len(self._out) + len(piece) > self._limit:
            raise TooLargeError(f"more than {self._limit:,} bytes")
        self._out += piece
