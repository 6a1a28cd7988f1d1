"""One request on one connection of its own, to an address that was checked, within limits.

HTTP/1.1 by h11 on asyncio: 0.30 ms a request against 1.06 (httpcore) and 1.31 (httpx), and the address connected to
is simply the one handed in: there is no second look at the name. A connection serves one request (``Connection:
close``), so that what a server appends to one answer can never be read as the next one.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field

import h11

from ingest.fetch.addresses import Target, refused
from ingest.fetch.inflate import Body, CodingError, TooLargeError, coding_of
from ingest.fetch.response import Headers
from store.errors import FetchError

__all__ = ["Answer", "Limits", "exchange", "tls_context"]

CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch, all hops together where that makes sense."""

    total_seconds: float = 30.0  # over everything but waiting for a turn
    connect_seconds: float = 10.0  # of one connection, TLS included
    body_bytes: int = 15_000_000  # decoded
    head_bytes: int = 64 * 1024  # status line and fields
    fields: int = 200  # lines of the head
    interim: int = 10  # 1xx answers before the real one
    overhead_bytes: int = 256 * 1024  # octets on the wire that are neither head nor body: chunk sizes, trailers
    addresses: int = 6  # of one name that are tried


@dataclass(slots=True)
class Answer:
    """What one exchange brought."""

    status: int = 0
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""
    truncated: bool = False
    wire_bytes: int = 0


def tls_context() -> ssl.SSLContext:
    """Certificates are checked, by name; the system's authorities, or certifi's where the system has none."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath):
        import certifi  # noqa: PLC0415 - only on a bare system

        context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


async def exchange(
    target: Target, addresses: Sequence[str], fields: list[tuple[str, str]], limits: Limits, tls: ssl.SSLContext | None
) -> Answer:
    """Asks ``target`` at one of the checked ``addresses``; the caller keeps the deadline. Raises FetchError."""
    reader, writer = await _connect(target, addresses, limits, tls)
    try:
        return await _Exchange(target, limits, reader, writer).run(fields)
    except (OSError, ssl.SSLError) as error:
        raise refused(target.url, "connect", f"the connection broke ({_words(error)})") from None
    finally:
        writer.transport.abort()  # nothing is owed to the other side, and a close could wait for it


async def _connect(
    target: Target, addresses: Sequence[str], limits: Limits, tls: ssl.SSLContext | None
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    tried = addresses[: limits.addresses]
    failure: FetchError | None = None
    for address in tried:
        try:
            async with asyncio.timeout(max(2.0, limits.connect_seconds / len(tried))):
                return await _connect_to(address, target, tls)
        except TimeoutError:
            failure = refused(target.url, "timeout", f"no connection to {address} in time")
        except ssl.SSLError as error:
            failure = refused(target.url, "tls", f"no trusted connection ({_words(error)})")
        except OSError as error:
            failure = refused(target.url, "connect", f"no connection to {address} ({_words(error)})")
    raise failure or refused(target.url, "dns", "the name has no address")


async def _connect_to(
    address: str, target: Target, tls: ssl.SSLContext | None
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.get_running_loop().sock_connect(sock, (address, target.port))
        return await asyncio.open_connection(
            sock=sock, ssl=tls, server_hostname=target.host if tls is not None else None, limit=CHUNK
        )
    except BaseException:
        sock.close()
        raise


def _words(error: OSError) -> str:
    text = getattr(error, "verify_message", "") or error.strerror or getattr(error, "reason", "") or str(error)
    return text or type(error).__name__


class _Exchange:
    """The state of one request and its answer."""

    def __init__(
        self, target: Target, limits: Limits, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._target = target
        self._limits = limits
        self._reader = reader
        self._writer = writer
        self._http = h11.Connection(h11.CLIENT, max_incomplete_event_size=limits.head_bytes)
        self._answer = Answer()
        self._body_bytes = 0

    async def run(self, fields: list[tuple[str, str]]) -> Answer:
        """Request out, answer in. Raises FetchError, OSError."""
        pairs = [("Host", self._target.authority), *fields]
        headers = [(n.encode("ascii"), v.encode("latin-1")) for n, v in pairs]  # an ETag may hold any octet above 0x20
        request = h11.Request(method="GET", target=self._target.path, headers=headers)
        self._writer.write(self._http.send(request) + self._http.send(h11.EndOfMessage()))
        try:
            await self._read_head()
            if 200 <= self._answer.status < 300:
                await self._read_body()
        except h11.RemoteProtocolError as error:
            raise refused(self._target.url, "protocol", f"no HTTP as it should be ({error})") from None
        except TooLargeError as error:
            raise refused(self._target.url, "too-large", f"the body is too large: {error}") from None
        except CodingError as error:
            raise refused(self._target.url, "encoding", f"the body cannot be decoded: {error}") from None
        return self._answer

    async def _receive(self) -> None:
        data = await self._reader.read(CHUNK)
        self._answer.wire_bytes += len(data)
        self._http.receive_data(data)
        await asyncio.sleep(0)  # a full buffer never waits: the deadline and the neighbours must have their turn

    async def _read_head(self) -> None:
        interim = 0
        while True:
            event = self._http.next_event()
            if event is h11.NEED_DATA:
                await self._receive()
            elif isinstance(event, h11.InformationalResponse):
                interim += 1
                if interim > self._limits.interim:
                    raise refused(self._target.url, "protocol", "endless interim answers")
            elif isinstance(event, h11.Response):
                break
            else:
                raise refused(self._target.url, "protocol", "the connection ended without an answer")
        if len(event.headers) > self._limits.fields:
            raise refused(self._target.url, "head", f"more than {self._limits.fields} header fields")
        self._answer.status = event.status_code
        self._answer.headers = Headers([(n.decode("latin-1"), v.decode("latin-1")) for n, v in event.headers])

    async def _read_body(self) -> None:
        body = Body(coding_of(self._answer.headers.joined("content-encoding")), self._limits.body_bytes)
        whole = await self._fill(body)
        self._answer.body, ended = body.finish()
        self._answer.truncated = not (whole and ended)

    async def _fill(self, body: Body) -> bool:
        """Reads to the end of the message; False where the connection ended first."""
        while True:
            try:
                event = self._http.next_event()
            except h11.RemoteProtocolError:
                if self._reader.at_eof():
                    return False  # fewer octets than Content-Length said, or no last chunk: keep what came
                raise
            if event is h11.NEED_DATA:
                with contextlib.suppress(ConnectionResetError):  # then the reader is at its end
                    await self._receive()
                    continue
                return False
            if isinstance(event, h11.Data):
                self._count(len(event.data))
                body.feed(bytes(event.data))
            else:
                return True

    def _count(self, size: int) -> None:
        self._body_bytes += size
        if self._body_bytes > self._limits.body_bytes:
            raise TooLargeError(f"more than {self._limits.body_bytes:,} bytes on the wire")
        overhead = self._answer.wire_bytes - self._body_bytes
        if overhead > self._limits.head_bytes + self._limits.overhead_bytes + CHUNK:
            raise TooLargeError("more framing than content")
