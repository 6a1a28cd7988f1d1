"""A server on loopback that says exactly the bytes it is told to, and remembers what it was asked."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ingest.fetch import Door, FetchSettings, Limits
from ingest.fetch.resolve import Resolver

__all__ = ["NOW", "Handler", "Seen", "Server", "door_to", "hold_open", "raw", "reply", "serving"]

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Seen:
    """One request, as it came."""

    method: str
    path: str
    fields: tuple[tuple[str, str], ...]  # names in lower case
    bytes: bytes
    at: float  # seconds of the event loop
    to: str  # the address that was connected to

    def __getitem__(self, name: str) -> str | None:
        return next((v for n, v in self.fields if n == name.lower()), None)


Handler = Callable[[Seen, asyncio.StreamWriter], Awaitable[None]]


@dataclass(slots=True)
class Server:
    """What runs on ``port``: a handler a path (``*`` for all others), and what was seen."""

    port: int
    routes: dict[str, Handler]
    scheme: str = "http"
    seen: list[Seen] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)  # the address of each connection
    open_now: int = 0
    most_open: int = 0

    @property
    def key(self) -> str:
        """host:port, as allow_private has it."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/feed", host: str = "127.0.0.1") -> str:
        """An address here."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one request."""
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError, ssl.SSLError):
                to = str(writer.get_extra_info("sockname")[0])
                self.reached.append(to)
                seen = _parsed(await reader.readuntil(b"\r\n\r\n"), to)
                self.seen.append(seen)
                handler = self.routes.get(seen.path) or self.routes.get("*", reply(status=404))
                await handler(seen, writer)
                await writer.drain()
        finally:
            self.open_now -= 1
            writer.transport.close()


def _parsed(request: bytes, to: str) -> Seen:
    first, *lines = request.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, path, _ = first.split(" ", 2)
    pairs = (line.partition(":") for line in lines)
    fields = tuple((name.lower(), value.strip()) for name, _, value in pairs)
    return Seen(method, path, fields, request, asyncio.get_running_loop().time(), to)


@contextlib.asynccontextmanager
async def serving(
    routes: dict[str, Handler], *, host: str | None = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Server]:
    """Runs a server until the block ends; connections that are still open are cut then."""
    here = Server(port, routes, "https" if tls else "http")
    tasks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(here.serve(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    listener = await asyncio.start_server(accept, host, port, ssl=tls)
    here.port = listener.sockets[0].getsockname()[1]
    try:
        yield here
    finally:
        listener.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def raw(*pieces: bytes, pause: float = 0.0) -> Handler:
    """Sends these bytes, resting between the pieces, and closes."""

    async def handler(_seen: Seen, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            if pause:
                await asyncio.sleep(pause)

    return handler


def reply(body: bytes = b"", status: int = 200, **fields: str) -> Handler:
    """A plain answer; ``last_modified="x"`` sends ``Last-Modified: x``."""
    lines = "".join(f"{name.replace('_', '-').title()}: {value}\r\n" for name, value in fields.items())
    length = "" if status in (204, 304) else f"Content-Length: {len(body)}\r\n"
    return raw(f"HTTP/1.1 {status} Words\r\n{length}{lines}\r\n".encode("latin-1") + body)


def hold_open(*first: bytes) -> Handler:
    """Sends the first bytes and then nothing, for as long as the other side waits."""

    async def handler(seen: Seen, writer: asyncio.StreamWriter) -> None:
        await raw(*first)(seen, writer)
        await asyncio.sleep(3600)

    return handler


def door_to(
    *servers: Server,
    limits: Limits | None = None,
    resolver: Resolver | None = None,
    vouched: frozenset[str] = frozenset(),
    tls: ssl.SSLContext | None = None,
) -> Door:
    """A door that may ask these servers, with a fixed clock and no pauses."""
    allowed = frozenset(s.key for s in servers) | vouched
    settings = FetchSettings(
        user_agent="meta-timeline/0.1 (+https://example.org/)", allow_private=allowed, spacing_seconds=0
    )
    return Door(settings, clock=lambda: NOW, limits=limits or Limits(total_seconds=5), resolver=resolver, tls=tls)
