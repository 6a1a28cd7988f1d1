"""robots.txt (RFC 9309): asked for pages, never for feeds."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import timedelta

import pytest

from ingest.fetch import Door, FetchError, FetchSettings, Limits
from tests.servers.http import NOW, Handler, Server, hold_open, raw, reply, serving
from tests.test_door_turns import Time

PAGE = reply(b"<p>page</p>")
FORBIDS = reply(b"User-agent: *\nDisallow: /private\n")


def ask(
    robots: Handler, *paths: str, kind: str = "page", after: Iterable[timedelta] = ()
) -> tuple[list[str], list[str]]:
    """Asks the paths one after the other, ``after`` so long each: what became of each, and what the server saw."""

    async def asking() -> tuple[list[str], list[str]]:
        time, pauses = Time(), iter(after)
        async with serving({"/robots.txt": robots, "*": PAGE}) as server:
            settings = FetchSettings("meta-timeline/0.1 (+x)", allow_private=frozenset({server.key}))
            door = Door(settings, clock=time.clock, sleep=time.sleep, limits=Limits(total_seconds=0.5))
            told = [await _told(door, server, path, kind) for path in _with_pauses(paths, pauses, time)]
            return told, [s.path for s in server.seen]

    return asyncio.run(asking())


def _with_pauses(paths: Iterable[str], pauses: Iterable[timedelta], time: Time) -> Iterable[str]:
    waits = iter(pauses)
    for path in paths:
        yield path
        time.now += next(waits, timedelta())


async def _told(door: Door, server: Server, path: str, kind: str) -> str:
    try:
        return str((await door.get(server.url(path), kind=kind)).status)  # type: ignore[arg-type]
    except FetchError as error:
        return str(error.kind)


def test_a_page_that_robots_txt_forbids_is_not_asked() -> None:
    """The page is refused with kind robots, and only robots.txt was asked for; others of the site are allowed."""
    assert ask(FORBIDS, "/private/a", "/open") == (["robots", "200"], ["/robots.txt", "/open"])


@pytest.mark.parametrize("kind", ["feed", "api"])
def test_a_feed_is_not_subject_to_robots_txt(kind: str) -> None:
    """A feed is published to be polled: its robots.txt is neither read nor asked for."""
    assert ask(FORBIDS, "/private/feed", kind=kind) == (["200"], ["/private/feed"])


def test_a_listing_page_is_subject_to_robots_txt() -> None:
    """A source of kind html is a page."""
    assert ask(FORBIDS, "/private/news", kind="html")[0] == ["robots"]


def test_our_own_name_is_looked_for() -> None:
    """A group for our product token wins over the one for everybody (RFC 9309 2.2.1)."""
    robots = reply(b"User-agent: *\nDisallow: /\n\nUser-agent: Meta-Timeline\nDisallow: /no\n")
    assert ask(robots, "/yes", "/no")[0] == ["200", "robots"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_missing_robots_txt_allows_everything(status: int) -> None:
    """RFC 9309 2.3.1.3: unavailable."""
    assert ask(reply(status=status), "/a")[0] == ["200"]


@pytest.mark.parametrize(
    "robots", [reply(status=500), reply(status=503), reply(status=429), hold_open(), raw(b"")],
    ids=["500", "503", "429", "never answers", "hangs up"],
)  # fmt: skip
def test_an_unreachable_robots_txt_forbids_everything(robots: Handler) -> None:
    """RFC 9309 2.3.1.4; a server that is overloaded is not asked for pages either."""
    assert ask(robots, "/a", "/b") == (["robots", "robots"], ["/robots.txt"])


def test_a_copy_is_kept_for_a_day_and_then_asked_for_conditionally() -> None:
    """RFC 9309 2.4; the new request carries the validators of the copy."""
    seen: list[str | None] = []

    async def robots(request: object, writer: asyncio.StreamWriter) -> None:
        seen.append(request["if-none-match"])  # type: ignore[index]
        await reply(b"User-agent: *\nDisallow: /no", 304 if seen[-1] else 200, etag='"r"')(request, writer)  # type: ignore[arg-type]

    told, paths = ask(robots, "/a", "/b", "/no", after=[timedelta(hours=23), timedelta(hours=2)])
    assert told == ["200", "200", "robots"]
    assert paths == ["/robots.txt", "/a", "/b", "/robots.txt"]
    assert seen == [None, '"r"']


def test_an_older_copy_stands_in_while_robots_txt_is_unreachable() -> None:
    """RFC 9309 2.4: what was allowed yesterday still is."""
    answers = iter([FORBIDS, reply(status=503)])

    async def robots(request: object, writer: asyncio.StreamWriter) -> None:
        await next(answers)(request, writer)  # type: ignore[arg-type]

    assert ask(robots, "/a", "/b", "/private", after=[timedelta(hours=25)])[0] == ["200", "200", "robots"]


def test_crawl_delay_is_honoured() -> None:
    """A site that asks for 20 seconds between two requests gets them; one that asks for an hour gets a minute."""

    async def asking(delay: int) -> list[float]:
        time = Time()
        async with serving({"/robots.txt": reply(b"User-agent: *\nCrawl-delay: %d" % delay), "*": PAGE}) as server:
            settings = FetchSettings(allow_private=frozenset({server.key}), spacing_seconds=0)
            door = Door(settings, clock=time.clock, sleep=time.sleep, limits=Limits())
            for path in ("/a", "/b", "/c"):
                await door.get(server.url(path), kind="page")
        return time.slept

    assert asyncio.run(asking(20)) == pytest.approx([20.0, 20.0])
    assert asyncio.run(asking(3600)) == pytest.approx([60.0, 60.0])


def test_only_the_first_500_kib_count() -> None:
    """RFC 9309 2.5 asks for at least that; a rule behind it is not seen, and an endless file is no bomb."""
    padding = b"# padding\n" * 52_000
    assert ask(reply(b"User-agent: *\nDisallow: /no\n" + padding + b"Disallow: /\n"), "/a", "/no")[0] == [
        "200",
        "robots",
    ]


def test_five_redirects_are_followed_and_more_count_as_a_missing_file() -> None:
    """RFC 9309 2.3.1.2."""

    async def asking(length: int) -> str:
        async with serving({"*": PAGE}) as server:
            for n in range(length):
                here = "/robots.txt" if n == 0 else f"/r{n}"
                server.routes[here] = raw(f"HTTP/1.1 301 Moved\r\nLocation: /r{n + 1}\r\n\r\n".encode())
            server.routes[f"/r{length}"] = reply(b"User-agent: *\nDisallow: /")
            settings = FetchSettings(allow_private=frozenset({server.key}), spacing_seconds=0)
            return await _told(Door(settings, clock=lambda: NOW), server, "/page", "page")

    assert asyncio.run(asking(5)) == "robots"
    assert asyncio.run(asking(6)) == "200"


def test_each_hop_of_a_page_is_subject_to_robots_txt() -> None:
    """A page that redirects to a forbidden one does not get there."""
    hop = raw(b"HTTP/1.1 302 Found\r\nLocation: /private/b\r\n\r\n")

    async def asking() -> str:
        async with serving({"/robots.txt": FORBIDS, "/a": hop, "*": PAGE}) as server:
            settings = FetchSettings(allow_private=frozenset({server.key}), spacing_seconds=0)
            return await _told(Door(settings, clock=lambda: NOW), server, "/a", "page")

    assert asyncio.run(asking()) == "robots"


def test_a_hostile_robots_txt_takes_no_time() -> None:
    """A pattern made to be slow, and bytes that are no text, are read in no time."""
    slow = b"User-agent: *\nDisallow: /" + b"a*" * 500 + b"$\n" + bytes(range(128, 256)) * 100
    assert ask(reply(slow), "/" + "a" * 3000)[0] in (["200"], ["robots"])
