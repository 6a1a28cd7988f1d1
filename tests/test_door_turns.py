"""One connection at a time to each registrable domain, with a pause between two."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from ingest.fetch import Door, FetchError, FetchSettings, Limits
from ingest.fetch.addresses import parse_target
from ingest.fetch.turns import Turns, domain_of
from tests.servers.hostile import FEED
from tests.servers.http import NOW, Handler, Seen, Server, hold_open, raw, reply, serving


@dataclass(slots=True)
class Time:
    """A clock that only sleeping moves."""

    now: datetime = NOW
    slept: list[float] = field(default_factory=list)

    def clock(self) -> datetime:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Passes the time at once."""
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)
        await asyncio.sleep(0)


async def loopback(_host: str, _port: int) -> Sequence[str]:
    """Every name is here."""
    return ["127.0.0.1"]


def door(server: Server, time: Time, *names: str, spacing: float = 1.0, seconds: float = 5) -> Door:
    """A door that may ask ``names`` on the server."""
    allowed = frozenset(f"{name}:{server.port}" for name in (*names, "127.0.0.1"))
    settings = FetchSettings(allow_private=allowed, spacing_seconds=spacing)
    return Door(settings, clock=time.clock, sleep=time.sleep, resolver=loopback, limits=Limits(total_seconds=seconds))


async def slow(_seen: Seen, writer: asyncio.StreamWriter) -> None:
    """Answers after a while."""
    await asyncio.sleep(0.05)
    await reply(FEED)(_seen, writer)


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://feeds.bbc.co.uk/a", "bbc.co.uk"),
        ("https://www.example.com/a", "example.com"),
        ("https://EXAMPLE.com:8443/b", "example.com"),
        ("https://me.github.io/feed", "me.github.io"),
        ("http://127.0.0.1:18800/a", "127.0.0.1:18800"),
        ("http://[::1]:18800/a", "[::1]:18800"),
        ("http://localhost:18800/", "localhost:18800"),
    ],
)
def test_a_turn_is_about_the_registrable_domain(url: str, domain: str) -> None:
    """By the public suffix list; a host without a domain, or an address, counts with its port."""
    assert domain_of(parse_target(url)) == domain


def ask_all(names: list[str], handler: Handler, *, spacing: float = 1.0) -> tuple[Server, Time]:
    """Asks one path of each name at once."""

    async def asking() -> tuple[Server, Time]:
        time = Time()
        async with serving({"*": handler}) as server:
            asked = door(server, time, *names, spacing=spacing)
            await asyncio.gather(*(asked.get(server.url(f"/{n}", host=name)) for n, name in enumerate(names)))
            return server, time

    return asyncio.run(asking())


def test_one_connection_at_a_time_to_a_domain_with_a_pause_between() -> None:
    """Four feeds on three hosts of one domain are asked one after the other, each a second after the one before."""
    server, time = ask_all(["a.example.com", "b.example.com", "example.com", "a.example.com"], slow)
    assert server.most_open == 1
    assert time.slept == pytest.approx([1.0, 1.0, 1.0])


def test_different_domains_do_not_wait_for_each_other() -> None:
    """Three domains are asked at the same time, without a pause."""
    server, time = ask_all(["a.example.com", "b.example.net", "c.example.org"], slow)
    assert server.most_open == 3
    assert time.slept == []


def test_a_bare_address_rests_only_as_long_as_it_was_busy() -> None:
    """It belongs to no domain and is mostly our own: one connection at a time still, but no whole second between."""
    server, time = ask_all(["127.0.0.1"] * 4, slow)
    assert server.most_open == 1
    assert all(pause < 1.0 for pause in time.slept)


def test_waiting_for_a_turn_does_not_use_up_the_deadline() -> None:
    """Twenty feeds of one host that each take a while all succeed within a limit that is shorter than their sum."""

    async def asking() -> None:
        async with serving({"*": slow}) as server:
            asked = door(server, Time(), "a.example.com", seconds=0.5)
            await asyncio.gather(*(asked.get(server.url(f"/{n}", host="a.example.com")) for n in range(20)))

    asyncio.run(asking())


def test_a_host_that_hangs_holds_up_only_its_own_domain() -> None:
    """Feeds of a domain that never answers fail one by one; a feed elsewhere is read meanwhile, though fewer
    requests than that may be under way at once.
    """

    async def asking() -> None:
        async with serving({"/feed": reply(FEED), "*": hold_open()}) as server:
            names = ("a.example.com", "b.example.net")
            allowed = frozenset(f"{name}:{server.port}" for name in names)
            settings = FetchSettings(allow_private=allowed, spacing_seconds=0, concurrency=2)
            asked = Door(settings, clock=lambda: NOW, resolver=loopback, limits=Limits(total_seconds=0.3))
            hanging = [asyncio.create_task(asked.get(server.url(f"/{n}", host=names[0]))) for n in range(4)]
            await asyncio.sleep(0.05)
            async with asyncio.timeout(0.25):
                assert (await asked.get(server.url(host=names[1]))).body == FEED
            ended = await asyncio.gather(*hanging, return_exceptions=True)
            assert [e.kind for e in ended if isinstance(e, FetchError)] == ["timeout"] * 4

    asyncio.run(asking())


def test_a_redirect_within_the_domain_is_part_of_the_same_visit() -> None:
    """http://example.com → http://www.example.com is one visit: no pause between the hops, one after the visit."""

    async def asking() -> Time:
        time = Time()
        async with serving({"/b": reply(FEED)}) as server:
            there = server.url("/b", host="www.example.com")
            server.routes["/a"] = raw(f"HTTP/1.1 301 Moved\r\nLocation: {there}\r\n\r\n".encode())
            asked = door(server, time, "example.com", "www.example.com")
            await asked.get(server.url("/a", host="example.com"))
            assert time.slept == []
            await asked.get(there)
            return time

    assert asyncio.run(asking()).slept == pytest.approx([1.0])


def test_feeds_that_redirect_to_each_other_do_not_wait_for_ever() -> None:
    """a.com → b.com while b.com → a.com: no turn is kept while another is awaited."""

    async def asking() -> None:
        async with serving({"/b": reply(FEED)}) as server:
            hosts = ("a.example.com", "b.example.net")
            for here, there in (hosts, hosts[::-1]):
                server.routes[f"/to-{there}"] = raw(
                    f"HTTP/1.1 302 Found\r\nLocation: {server.url('/b', host=there)}\r\n\r\n".encode()
                )
                assert here != there
            asked = door(server, Time(), *hosts)
            urls = [server.url(f"/to-{there}", host=here) for here, there in (hosts, hosts[::-1])] * 3
            async with asyncio.timeout(5):
                await asyncio.gather(*(asked.get(url) for url in urls))

    asyncio.run(asking())


def test_lanes_that_nobody_uses_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A door that has seen very many domains does not remember them all."""

    async def asking() -> int:
        time = Time()
        turns = Turns(1.0, 4, clock=time.clock, sleep=time.sleep)
        for n in range(30):
            async with turns.turn(parse_target(f"http://site{n}.com/")):
                pass
        return len(turns._lanes)

    monkeypatch.setattr("ingest.fetch.turns.MOST_LANES", 10)
    assert asyncio.run(asking()) <= 12
