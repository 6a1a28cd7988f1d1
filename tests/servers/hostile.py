"""Hostile answers: what a server may send → what the door must make of it.

A case is a handler and an expectation: the kind of a FetchError, or what the Response must be like.
"""

from __future__ import annotations

import asyncio
import gzip
import random
import socket
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from ingest.fetch import Response
from tests.servers.http import Handler, Seen, hold_open, raw, reply

__all__ = ["ANSWERS", "FEED", "Case", "endless", "gzip_bomb"]

FEED = b"<rss version='2.0'><channel><title>t</title><item><title>a post</title></item></channel></rss>"
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
BOMB = 200_000_000  # octets that each bomb would be; the tests' limit is a hundredth of it


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile server. ``kinds``: the FetchErrors that are right; or ``right``: what the answer must be."""

    handler: Handler
    kinds: tuple[str, ...] = ()
    right: Callable[[Response], bool] | None = None


def _bad(handler: Handler, *kinds: str) -> Case:
    return Case(handler, kinds)


def _kept(handler: Handler, body: bytes, *, truncated: bool = False) -> Case:
    return Case(handler, right=lambda r: (r.status, r.body, r.truncated) == (200, body, truncated))


def _unread(handler: Handler, status: int) -> Case:
    return Case(handler, right=lambda r: (r.status, r.body) == (status, b""))


def endless(piece: bytes, *first: bytes, pause: float = 0.0) -> Handler:
    """Sends ``first``, then ``piece`` for ever."""

    async def handler(seen: Seen, writer: asyncio.StreamWriter) -> None:
        await raw(*first)(seen, writer)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return handler


async def _reset(_seen: Seen, writer: asyncio.StreamWriter) -> None:
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


@cache
def gzip_bomb(size: int = BOMB, bits: int = 31) -> bytes:
    """``size`` zeros, deflated: gzip by default, zlib with ``bits=15``, raw with ``-15``."""
    packer = zlib.compressobj(9, wbits=bits)
    block = bytes(1_000_000)
    return b"".join([*(packer.compress(block) for _ in range(size // len(block))), packer.flush()])


def _coded(coding: str, body: bytes) -> Handler:
    return reply(body, content_encoding=coding)


def _heads() -> dict[str, Case]:
    many = b"".join(b"X-%d: y\r\n" % n for n in range(400))
    return {
        "hangs up at once": _bad(raw(), "protocol"),
        "resets the connection": _bad(_reset, "connect", "protocol"),
        "sends garbage": _bad(raw(bytes(range(256)) * 4), "protocol"),
        "answers as in HTTP 0.9": _bad(raw(FEED), "protocol"),
        "is an SSH server": _bad(raw(b"SSH-2.0-OpenSSH_9.2\r\n"), "protocol"),
        "is an FTP server that waits": _bad(hold_open(b"220 ready\r\n"), "protocol", "timeout"),
        "status line without end": _bad(endless(b"A" * 4096, b"HTTP/1.1 200 "), "protocol"),
        "field without end": _bad(endless(b"A" * 4096, OK + b"X: "), "protocol"),
        "fields without end": _bad(endless(b"X: y\r\n" * 500, OK), "protocol"),
        "folded field without end": _bad(endless(b" y\r\n" * 500, OK + b"X: y\r\n"), "protocol"),
        "400 fields": _bad(raw(OK + many + b"\r\n" + FEED), "head"),
        "field without colon": _bad(raw(OK + b"nonsense\r\n\r\n"), "protocol"),
        "field name with a blank": _bad(raw(OK + b"Bad Name: x\r\n\r\n"), "protocol"),
        "NUL in a field": _bad(raw(OK + b"ETag: a\0b\r\n\r\n"), "protocol"),
        "bare CR in a field": _bad(raw(OK + b"ETag: a\rSet-Cookie: b\r\n\r\n"), "protocol"),
        "status in letters": _bad(raw(b"HTTP/1.1 abc OK\r\n\r\n"), "protocol"),
        "status of five digits": _bad(raw(b"HTTP/1.1 20000 OK\r\n\r\n"), "protocol"),
        "status 999": Case(raw(b"HTTP/1.1 999 No\r\n\r\n"), right=lambda r: r.status == 999),
        "HTTP 7.3": _kept(raw(b"HTTP/7.3 200 OK\r\n\r\n" + FEED), FEED),
        "negative length": _bad(raw(OK + b"Content-Length: -1\r\n\r\n"), "protocol"),
        "length in letters": _bad(raw(OK + b"Content-Length: ten\r\n\r\n"), "protocol"),
        "two lengths": _bad(raw(OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"), "protocol"),
        "length of forty digits": _bad(raw(OK + b"Content-Length: " + b"9" * 40 + b"\r\n\r\nab"), "protocol"),
        "interim answers without end": _bad(endless(b"HTTP/1.1 103 Early Hints\r\n\r\n"), "protocol"),
        "interim answers that drip": _bad(endless(b"HTTP/1.1 100 Go\r\n\r\n", pause=0.2), "timeout", "protocol"),
        "switches protocols": _bad(raw(b"HTTP/1.1 101 Go\r\nUpgrade: x\r\n\r\n"), "protocol"),
        "never answers": _bad(hold_open(), "timeout"),
        "head that drips": _bad(endless(b"X", OK, pause=0.05), "timeout"),
        "304 that nobody asked for": _bad(reply(status=304, etag='"x"'), "protocol"),
        "unknown transfer coding": _bad(raw(OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"), "protocol"),
        "length and chunks": _bad(
            hold_open(OK + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), "protocol"
        ),
    }


def _bodies() -> dict[str, Case]:
    half = b"%x\r\n%s\r\n" % (len(FEED), FEED)
    return {
        "less than its length": _kept(raw(OK + b"Content-Length: 5000\r\n\r\n" + FEED), FEED, truncated=True),
        "a length of 10^15": _kept(raw(OK + b"Content-Length: 1%015d\r\n\r\n" % 0 + FEED), FEED, truncated=True),
        "more than its length": _kept(raw(OK + b"Content-Length: 3\r\n\r\n" + FEED), FEED[:3]),
        "a second answer behind the first": _kept(raw(OK + b"Content-Length: 2\r\n\r\nab" + OK + b"\r\nevil"), b"ab"),
        "no length, closed": _kept(raw(OK + b"\r\n" + FEED), FEED),
        "chunks without the last": _kept(raw(CHUNKED + half), FEED, truncated=True),
        "a chunk cut off": _kept(raw(CHUNKED + b"ffff\r\n" + FEED), FEED, truncated=True),
        "a chunk size that is none": _bad(hold_open(CHUNKED + b"zz\r\nab\r\n"), "protocol"),
        "a negative chunk size": _bad(hold_open(CHUNKED + b"-5\r\nab\r\n"), "protocol"),
        "a chunk size of 40 digits": _bad(hold_open(CHUNKED + b"f" * 40 + b"\r\nab\r\n"), "protocol"),
        "a chunk extension without end": _bad(endless(b"x" * 4096, CHUNKED + b"1;"), "protocol"),
        "one-octet chunks without end": _bad(endless(b"1\r\nx\r\n" * 2000, CHUNKED), "too-large", "timeout"),
        "trailers without end": _bad(endless(b"X: y\r\n" * 500, CHUNKED + b"0\r\n"), "protocol", "too-large"),
        "a body without end": _bad(endless(b"x" * 65536, OK + b"\r\n"), "too-large"),
        "a body of a gigabyte": _bad(endless(b"x" * 65536, OK + b"Content-Length: 1000000000\r\n\r\n"), "too-large"),
        "a body that drips": _bad(endless(b"x", OK + b"\r\n", pause=0.05), "timeout"),
        "chunks that drip": _bad(endless(b"1\r\nx\r\n", CHUNKED, pause=0.05), "timeout"),
        "a body that stops": _bad(hold_open(OK + b"Content-Length: 5000\r\n\r\n" + FEED), "timeout"),
        "an empty body": _kept(reply(), b""),
        "a 204 with a body": _unread(raw(b"HTTP/1.1 204 No\r\n\r\n" + FEED), 204),
        "a 404 with a bomb": _unread(reply(gzip_bomb(), 404, content_encoding="gzip"), 404),
        "a 503 that drips": _unread(endless(b"x", b"HTTP/1.1 503 No\r\n\r\n", pause=0.05), 503),
    }  # fmt: skip


def _codings() -> dict[str, Case]:
    packed = gzip.compress(FEED, mtime=0)
    plain = random.Random(7).randbytes(9000)
    noise = gzip.compress(plain, mtime=0)
    broken = noise[:200] + b"\xff" * 40 + noise[240:]
    deflated, bare = zlib.compress(FEED), zlib.compress(FEED)[2:-4]
    return {
        "gzip": _kept(_coded("gzip", packed), FEED),
        "x-gzip": _kept(_coded("X-GZip", packed), FEED),
        "deflate": _kept(_coded("deflate", deflated), FEED),
        "raw deflate": _kept(_coded("deflate", bare), FEED),
        "identity": _kept(_coded("identity", FEED), FEED),
        "gzip without a label": _kept(reply(packed), FEED),
        "a label without gzip": _kept(_coded("gzip", FEED), FEED),
        "gzip in two members": _kept(_coded("gzip", packed + packed), FEED + FEED),
        "gzip and rubbish": _kept(_coded("gzip", packed + b"\0rubbish"), FEED),
        "gzip cut off": Case(
            _coded("gzip", noise[:-30]), right=lambda r: r.truncated and len(r.body) > 8000 and plain.startswith(r.body)
        ),
        "gzip that breaks": _bad(_coded("gzip", broken), "encoding"),
        "gzip with a wrong checksum": _bad(_coded("gzip", packed[:-8] + b"\0" * 8), "encoding"),
        "deflate that is none": _bad(_coded("deflate", b"\xff" * 100), "encoding"),
        "empty gzip": _kept(_coded("gzip", b""), b""),
        "a gzip bomb": _bad(_coded("gzip", gzip_bomb()), "too-large"),
        "a gzip bomb without a label": _bad(reply(gzip_bomb()), "too-large"),
        "a deflate bomb": _bad(_coded("deflate", gzip_bomb(bits=15)), "too-large"),
        "a raw deflate bomb": _bad(_coded("deflate", gzip_bomb(bits=-15)), "too-large"),
        "a bomb in a bomb": _bad(_coded("gzip", gzip.compress(gzip_bomb())), "encoding"),
        "a bomb in many members": _bad(_coded("gzip", gzip_bomb(1_000_000) * 150), "too-large"),
        "stacked codings": _bad(_coded("gzip, gzip", gzip.compress(packed)), "encoding"),
        "codings stacked in two fields": _bad(
            raw(OK + b"Content-Encoding: gzip\r\nContent-Encoding: deflate\r\n\r\n" + packed), "encoding"
        ),
        "a thousand codings": _bad(_coded(",".join(["gzip"] * 1000), packed), "encoding"),
        "gzip of empty members": _bad(_coded("gzip", gzip.compress(b"", mtime=0) * 3000), "encoding"),
        "brotli": _bad(_coded("br", b"\x0b\x02\x80"), "encoding"),
        "zstd": _bad(_coded("zstd", b"\x28\xb5\x2f\xfd"), "encoding"),
        "compress": _bad(_coded("compress", b"\x1f\x9d"), "encoding"),
        "an unknown coding": _bad(_coded("aes128gcm", FEED), "encoding"),
    }


ANSWERS: dict[str, Case] = {**_heads(), **_bodies(), **_codings()}
