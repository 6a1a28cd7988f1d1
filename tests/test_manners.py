"""Manners of a request: what we send, what we remember of the answer, and what we never ask for."""

from __future__ import annotations

import asyncio
import gzip

import pytest

from ingest.fetch.door import agent
from ingest.model import Post
from ingest.reading import Extractor
from ingest.sources import FetchSettings
from store.events import Claim
from tests.servers.http import hold_open, raw, reply
from tests.servers.world import World, entry, feed, redirect, told

ODD_ETAGS = (
    '"33a64df551425fcc55e4d42a148795d9"', 'W/"0815"', '"abc-gzip"', "unquoted", '""', '"a,b"', '"with "quotes""',
    '"blank inside"', "W/unquoted", '"\\"escaped\\""', '"0"', '"%22"', '"é"',
)  # fmt: skip
ODD_DATES = ("Sat, 21 Nov 2026 11:59:60 GMT", "yesterday", "1700000000", "sat, 21 nov 2026 11:00:00 +0000", "0")


@told
async def test_the_first_fetch_is_the_only_unconditional_one(world: World) -> None:
    """RFC 9110 13.1: every later request carries what the server gave."""
    world.answers(feed("a"), etag='"1"', last_modified="Sat, 21 Nov 2026 11:00:00 GMT")
    for _ in range(4):
        await world.ask_when_due()
    asked = [(s["if-none-match"], s["if-modified-since"]) for s in world.requests]
    assert asked == [(None, None)] + 3 * [('"1"', "Sat, 21 Nov 2026 11:00:00 GMT")]


@pytest.mark.parametrize("etag", ODD_ETAGS)
def test_an_etag_is_echoed_byte_for_byte(etag: str) -> None:
    """RFC 9110 8.8.3: it is opaque; quotes, W/ and a server's own -gzip come back as they were sent."""

    @told
    async def story(world: World) -> None:
        world.answers(feed("a"), etag=etag)
        await world.ask()
        done = await world.ask_when_due()
        assert world.last["if-none-match"] == etag
        assert done.word == "not modified"

    story()


@pytest.mark.parametrize("date", ODD_DATES)
def test_a_last_modified_is_echoed_byte_for_byte(date: str) -> None:
    """RFC 9110 13.1.3 wants the value as sent; it is no date of ours to mend."""

    @told
    async def story(world: World) -> None:
        world.answers(feed("a"), last_modified=date)
        await world.ask()
        done = await world.ask_when_due()
        assert world.last["if-modified-since"] == date
        assert done.word == "not modified"

    story()


@told
async def test_a_pair_belongs_to_one_url(world: World) -> None:
    """RFC 9110 8.8: a validator tells two states of one resource apart; it is not sent to another address."""
    world.server.routes["/feed"] = redirect(world.url("/one"), 302)
    world.answers(feed("a"), path="/one", etag='"one"')
    world.answers(feed("a"), path="/two", etag='"two"')
    await world.ask()
    world.server.routes["/feed"] = redirect(world.url("/two"), 302)
    await world.ask_when_due()
    assert [s["if-none-match"] for s in world.requests] == [None, None, None, None]


@told
async def test_an_address_that_is_configured_anew_starts_without_validators(world: World) -> None:
    """The other address is another resource."""
    world.answers(feed("a"), etag='"1"')
    world.answers(feed("a"), path="/other", etag='"1"')
    await world.ask()
    await world.ask(world.source("/other"))
    assert (world.last.path, world.last["if-none-match"]) == ("/other", None)


@told
async def test_validators_are_stored_although_the_body_did_not_change(world: World) -> None:
    """A 200 with the same posts and another ETag: the new one is the one to send."""
    world.answers(feed("a"), etag='"1"')
    await world.ask()
    world.answers(feed("a"), etag='"2"')
    assert (await world.ask_when_due()).word == "unchanged"
    await world.ask_when_due()
    assert world.last["if-none-match"] == '"2"'


@told
async def test_a_304_updates_the_validators_it_carries(world: World) -> None:
    """RFC 9111 4.3.4: fields of a 304 replace the stored ones; those it does not carry stay."""
    world.answers(feed("a"), etag='"1"', last_modified="Sat, 21 Nov 2026 11:00:00 GMT")
    await world.ask()
    world.server.routes["/feed"] = reply(b"", 304, last_modified="Sat, 21 Nov 2026 12:30:00 GMT")
    await world.ask_when_due()
    await world.ask_when_due()
    assert world.last["if-none-match"] == '"1"'
    assert world.last["if-modified-since"] == "Sat, 21 Nov 2026 12:30:00 GMT"


@told
async def test_validators_are_dropped_when_the_server_sends_none(world: World) -> None:
    """A 200 without them has none to send back."""
    world.answers(feed("a"), etag='"1"')
    await world.ask()
    world.answers(feed("a", "b"))
    await world.ask_when_due()
    await world.ask_when_due()
    assert world.last["if-none-match"] is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 502, 503, 504])
def test_validators_are_kept_over_errors(status: int) -> None:
    """An error page says nothing about the feed, whatever ETag it carries."""

    @told
    async def story(world: World) -> None:
        world.answers(feed("a"), etag='"1"')
        await world.ask()
        world.answers(b"sorry", status, etag='"error page"')
        await world.ask_when_due()
        await world.ask_when_due()
        assert world.last["if-none-match"] == '"1"'

    story()


@told
async def test_validators_are_kept_over_broken_connections(world: World) -> None:
    """Nothing came, so nothing is forgotten."""
    world.answers(feed("a"), etag='"1"')
    await world.ask()
    world.server.routes["/feed"] = raw()
    await world.ask_when_due()
    await world.ask_when_due()
    assert world.last["if-none-match"] == '"1"'


@told
async def test_validators_of_what_could_not_be_read_are_not_kept(world: World) -> None:
    """Otherwise a 304 would hide for ever what was never read."""
    world.answers(feed("a"), etag='"1"')
    await world.ask()
    world.answers(b"<html><body>down for maintenance</body></html>", etag='"page"')
    assert (await world.ask_when_due()).failed
    await world.ask_when_due()
    assert world.last["if-none-match"] == '"1"'


@told
async def test_validators_of_a_body_that_was_cut_off_are_not_kept(world: World) -> None:
    """RFC 9112 8: an incomplete answer is not the representation that its ETag names."""
    whole = feed(*"abcdefgh")
    head = b'HTTP/1.1 200 OK\r\nETag: "whole"\r\nContent-Length: %d\r\n\r\n' % len(whole)
    world.server.routes["/feed"] = raw(head + whole[:-200])
    done = await world.ask()
    assert done.feed is not None
    assert done.feed.partial
    await world.ask_when_due()
    assert world.last["if-none-match"] is None


@told
async def test_validators_are_committed_together_with_the_posts(world: World) -> None:
    """If the posts cannot be kept, neither is what would make the server say 304 about them."""

    def broken(_: Post) -> list[Claim]:
        raise ValueError("no words for this")

    world.answers(feed("a"), etag='"1"')
    world.extractor = Extractor("broken", "1", broken)
    assert (await world.ask()).failed
    assert world.events("PostObserved") == []
    world.extractor = Extractor("none", "2", lambda _: [])
    assert (await world.ask_when_due()).new == 1
    assert world.last["if-none-match"] is None


@told
async def test_no_validator_is_made_up_from_dates_in_the_feed(world: World) -> None:
    """RFC 9110 13.1.3: If-Modified-Since carries the server's own Last-Modified, or nothing."""
    date = "Sat, 21 Nov 2026 11:00:00 GMT"
    body = feed("a", head=f"<lastBuildDate>{date}</lastBuildDate>", items=entry("b", published=date))
    world.answers(body, date=date)
    await world.ask()
    await world.ask_when_due()
    assert (world.last["if-none-match"], world.last["if-modified-since"]) == (None, None)


@told
async def test_a_request_carries_no_cookie_and_no_referer(world: World) -> None:
    """RFC 6265 leaves cookies to user agents that have users; nobody is tracked from poll to poll."""
    world.server.routes["/feed"] = redirect(world.url("/new"), 302)
    world.answers(feed("a"), path="/new", set_cookie="id=1; Path=/")
    await world.ask()
    await world.ask_when_due()
    assert len(world.requests) == 4
    assert {(s["cookie"], s["referer"]) for s in world.requests} == {(None, None)}


@told
async def test_a_poll_is_one_get_of_the_feed_and_of_nothing_else(world: World) -> None:
    """No HEAD first, no cache-buster, no favicon, no linked post, no robots.txt for a feed."""
    world.answers(feed(*"abc", head="<image><url>https://feeds.example.org/favicon.ico</url></image>"), etag='"1"')
    await world.ask()
    await world.ask_when_due()
    assert [(s.method, s.path) for s in world.requests] == [("GET", "/feed"), ("GET", "/feed")]
    assert {s["cache-control"] or s["pragma"] for s in world.requests} == {None}


@told
async def test_the_user_agent_names_program_version_and_address(world: World) -> None:
    """RFC 9110 10.1.5; and a publisher who wants to complain finds somebody."""
    world.settings = {"spacing_seconds": 0, "user_agent": FetchSettings().user_agent}
    world.answers(feed("a"))
    await world.ask()
    program, address = (world.last["user-agent"] or "").split(" ", 1)
    assert program.startswith("meta-timeline/0")
    assert address.startswith("(+https://")


def test_a_configured_user_agent_is_completed() -> None:
    """What it lacks of version and address is added; what it says stays."""
    assert agent("friends/2 (mail us@example.org)") == "friends/2 (mail us@example.org)"
    assert agent("friends (kind)").startswith("friends/0")
    assert "(kind) (+https://" in agent("friends (kind)")
    assert agent("a/1\r\nX: y") == "a/1X: y (+https://github.com/meta-timeline/meta-timeline)"


@told
async def test_only_gzip_is_asked_for_and_feeds_are_preferred(world: World) -> None:
    """RFC 9110 12.5: what we can read is what we ask for."""
    world.answers(gzip.compress(feed("a")), content_encoding="gzip")
    assert (await world.ask()).new == 1
    assert world.last["accept-encoding"] == "gzip"
    assert (world.last["accept"] or "").startswith("application/atom+xml, application/rss+xml")


@told
async def test_gzip_without_a_label_is_sniffed(world: World) -> None:
    """Servers that keep .xml.gz files send them without Content-Encoding."""
    world.answers(gzip.compress(feed("a")))
    assert (await world.ask()).new == 1


@told
async def test_a_304_that_was_not_asked_for_is_an_error(world: World) -> None:
    """RFC 9110 15.4.5: it answers conditional requests only; it must not count as news that was read."""
    world.server.routes["/feed"] = reply(b"", 304)
    done = await world.ask()
    assert done.failed
    assert world.state().answered is None


@told
async def test_one_sources_failure_touches_no_other(world: World) -> None:
    """The bad one comes first, and hangs, breaks and cannot be recorded; its neighbours are read."""

    def broken(post: Post) -> list[Claim]:
        if "bad" in post.title:
            raise RuntimeError("a fault of ours")
        return []

    world.extractor = Extractor("broken", "1", broken)
    world.server.routes |= {"/hangs": hold_open(), "/breaks": raw(b"\x00\x01")}
    world.answers(feed("bad"), path="/bad")
    world.answers(feed("a"), path="/good")
    names = ("hangs", "breaks", "bad", "good")
    sources = [world.source(f"/{name}", name=name, host=f"{HOSTS[n % 2]}.example.net") for n, name in enumerate(names)]
    async with asyncio.timeout(20):
        done = await world.run(*sources)
    assert [d.word for d in done] == ["failed", "failed", "failed", "new"]


HOSTS = ("one", "two")
