"""A publisher on loopback, the whole line beside it, and a clock that only the test moves.

@told
async def test_a_rule(world: World) -> None:
"What must hold. RFC 9110 13.1.2."
world.answers(feed("a"), etag='"1"')
await world.ask()
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from ingest.fetch import Door, FetchSettings, Limits
from ingest.fetch.wire import tls_context
from ingest.line import Line, Refreshed
from ingest.model import ParsedFeed
from ingest.parse import parse
from ingest.pipeline import begin, refresh, run, states
from ingest.reading import Extractor
from ingest.schedule import SourceState
from ingest.sources import Source
from store.events import Event
from store.log import Log
from tests.servers.http import NOW, Handler, Seen, Server, raw, reply, serving

__all__ = ["NOW", "World", "entry", "feed", "http_date", "redirect", "told"]

AGENT = "meta-timeline/0.1 (+https://example.org/)"
KEYS = Path(__file__).resolve().parents[1] / "data" / "tls"
HOST = "feeds.example.org"  # the one that the test's certificate is for


def entry(name: str, *, published: str | None = None, text: str = "") -> str:
    """An item of an RSS feed, named by its guid and address."""
    date = f"<pubDate>{published}</pubDate>" if published else ""
    text = text or f"Words of {name}."
    return (
        f"<item><title>Title {name}</title><guid isPermaLink='false'>id-{name}</guid>{date}"
        f"<link>https://feeds.example.org/posts/{name}</link><description>{text}</description></item>"
    )


def feed(*names: str, head: str = "", items: str = "") -> bytes:
    """An RSS feed of these items; ``head``: more elements of the channel."""
    entries = "".join(entry(name) for name in names) + items
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>"
        f"<channel><title>News</title><link>https://feeds.example.org/</link>{head}{entries}</channel></rss>"
    ).encode()


def http_date(moment: datetime) -> str:
    """An IMF-fixdate (RFC 9110 5.6.7)."""
    return format_datetime(moment, usegmt=True)


def redirect(location: str, status: int = 301) -> Handler:
    """Sends the reader elsewhere."""
    return raw(f"HTTP/1.1 {status} Elsewhere\r\nContent-Length: 0\r\nLocation: {location}\r\n\r\n".encode("latin-1"))


async def _parse(body: bytes, *, url: str | None, content_type: str | None, kind: str, now: datetime) -> ParsedFeed:
    return parse(body, url=url, content_type=content_type, kind=kind, now=now)


async def _loopback(host: str, _port: int) -> Sequence[str]:
    return ["127.0.0.1"]


class World:
    """One server under many names, one log, one door."""

    def __init__(self, server: Server, secure: Server, **settings: Any) -> None:
        self.server = server
        self.secure = secure
        self.now = NOW
        self.slept: list[float] = []
        self.log = Log.open("sqlite:///:memory:", clock=self.clock)
        self.extractor = Extractor("none", "1", lambda _: [])
        self.every = 3600
        self.settings: dict[str, Any] = {"user_agent": AGENT, "spacing_seconds": 0, **settings}
        self._door: Door | None = None

    def clock(self) -> datetime:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Passes the time at once."""
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)
        await asyncio.sleep(0)

    def url(self, path: str = "/feed", host: str = HOST, *, secure: bool = False) -> str:
        """An address here."""
        return (self.secure if secure else self.server).url(path, host)

    def source(self, path: str = "/feed", *, name: str = "news", host: str = HOST, url: str = "") -> Source:
        """A configured source of ours."""
        return Source(name, url or self.url(path, host), every=self.every)

    @property
    def line(self) -> Line:
        """The line, with one door for the whole story."""
        hosts = (HOST, "www.example.org", "one.example.net", "two.example.net", "example.com", "127.0.0.1")
        ports = (self.server.port, self.secure.port)
        allowed = frozenset(f"{host}:{port}" for host in hosts for port in ports)
        settings = FetchSettings(allow_private=allowed, **self.settings)
        if self._door is None:
            trusting = tls_context()
            trusting.load_verify_locations(KEYS / "ca.pem")
            self._door = Door(
                settings, clock=self.clock, sleep=self.sleep, resolver=_loopback, limits=Limits(total_seconds=2),
                tls=trusting,
            )  # fmt: skip
        return Line(self.log, self._door, _parse, self.extractor, self.clock, settings)

    def answers(self, body: bytes = b"", status: int = 200, *, path: str = "/feed", **fields: str) -> None:
        """What the server says from here on; to a conditional request with its own ETag or date: 304."""
        whole = reply(body, status, **fields)
        unchanged = reply(b"", 304, **fields)
        etag, date = fields.get("etag"), fields.get("last_modified")

        async def handler(seen: Seen, writer: asyncio.StreamWriter) -> None:
            match = (etag and seen["if-none-match"] == etag) or (
                not etag and date and seen["if-modified-since"] == date
            )
            await (unchanged if match and status == 200 else whole)(seen, writer)

        self.server.routes[path] = handler

    async def ask(self, source: Source | None = None, *, force: bool = False) -> Refreshed:
        """Refreshes the source now, as a person's ``fetch`` does; 100 ms later."""
        source = source or self.source()
        self.now += timedelta(milliseconds=100)
        state = begin(self.log, [source], self.now)[source.name]
        return await refresh(self.line, source, state, force=force)

    async def ask_when_due(self, source: Source | None = None) -> Refreshed:
        """Waits for the planned time, then asks."""
        source = source or self.source()
        due = begin(self.log, [source], self.now)[source.name].due
        assert due is not None
        self.now = max(self.now, due)
        return await self.ask(source)

    async def run(self, *sources: Source) -> list[Refreshed]:
        """One pass over these sources."""
        return await run(self.line, sources)

    def state(self, name: str = "news") -> SourceState:
        """What is remembered of a source."""
        return states(self.log)[name]

    def forget_due(self, name: str = "news") -> SourceState:
        """The state without its times, to compare."""
        return replace(self.state(name), due=None, reason="")

    def wait(self) -> timedelta:
        """From the last request to the next."""
        state = self.state()
        assert state.due is not None
        assert state.asked is not None
        return state.due - state.asked

    def events(self, *types: str) -> list[Event]:
        """What stands in the log."""
        return [r.event for r in self.log.read(types=types or None)]

    @property
    def requests(self) -> list[Seen]:
        """All requests so far."""
        return self.server.seen

    @property
    def last(self) -> Seen:
        """The last request."""
        return self.server.seen[-1]


def told(story: Callable[[World], Awaitable[None]]) -> Callable[[], None]:
    """A test that is given a world."""

    def test() -> None:
        async def telling() -> None:
            theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            theirs.load_cert_chain(KEYS / f"{HOST}.pem")
            async with serving({}) as server, serving(server.routes, tls=theirs) as secure:
                secure.seen = server.seen
                world = World(server, secure)
                with world.log:
                    await story(world)

        asyncio.run(telling())

    test.__name__, test.__doc__, test.__module__ = story.__name__, story.__doc__, story.__module__
    return test
