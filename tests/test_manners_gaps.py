"""Manners of what is missing: gaps, older posts, feeds that have died."""

from __future__ import annotations

import json
from datetime import timedelta

from store.events import GapSuspected, PostObserved
from tests.servers.http import reply
from tests.servers.world import NOW, World, entry, feed, http_date, told

DAY = timedelta(days=1)


def numbered(*numbers: int) -> bytes:
    """A feed of numbered posts, an hour apart, the highest the newest."""
    return feed(items="".join(entry(str(n), published=http_date(NOW + timedelta(hours=n - 50))) for n in numbers))


def titles(world: World) -> list[str]:
    """Of the posts in the log, sorted."""
    return sorted(e.title for e in world.events("PostObserved") if isinstance(e, PostObserved))


def gaps(world: World) -> list[bool]:
    """Of the gaps in the log, whether each is mended."""
    return [e.mended for e in world.events("GapSuspected") if isinstance(e, GapSuspected)]


async def overlapping(world: World) -> None:
    """Two windows that overlap, so that a later one that does not is noticed."""
    world.answers(numbered(3, 2, 1))
    await world.ask()
    world.answers(numbered(4, 3, 2))
    await world.ask_when_due()


@told
async def test_windows_that_lose_their_overlap_are_a_suspected_gap(world: World) -> None:
    """No other way leads to what lay between: the gap stays, with a hint, and is told."""
    await overlapping(world)
    world.answers(numbered(12, 11, 10))
    done = await world.ask_when_due()
    assert gaps(world) == [False]
    assert (done.gap, done.mended) == (True, False)
    assert done.notes[-1].startswith("posts may have been missed between 2026-11-21T")
    assert world.state().missed.startswith("between 2026-11-21T")


@told
async def test_a_feed_that_never_overlapped_has_no_gaps(world: World) -> None:
    """A feed of the day's posts starts anew each day."""
    for n in range(1, 5):
        world.answers(numbered(n * 10 + 1, n * 10))
        await world.ask_when_due()
    assert gaps(world) == []


@told
async def test_a_gap_is_mended_by_older_pages(world: World) -> None:
    """RFC 5005 3: next leads to what lay between; a second event says that it was found."""
    await overlapping(world)
    link = "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='next' href='{}'/>"
    body = numbered(12, 11, 10).replace(b"<item>", link.format(world.url("/feed/2")).encode() + b"<item>", 1)
    world.answers(body)
    second = numbered(9, 8, 7).replace(b"<item>", link.format(world.url("/feed/3")).encode() + b"<item>", 1)
    world.answers(second, path="/feed/2")
    world.answers(numbered(6, 5, 4), path="/feed/3")
    done = await world.ask_when_due()
    assert gaps(world) == [False, True]
    assert (done.mended, done.new) == (True, 3 + 5)
    assert titles(world) == sorted(f"Title {n}" for n in range(1, 13))
    assert world.state().missed == ""
    assert (await world.ask_when_due()).word == "unchanged"


@told
async def test_a_gap_of_a_wordpress_is_mended_by_its_own_interface(world: World) -> None:
    """wp-json answers with other words for the posts that are known: those stay as they were."""
    await overlapping(world)
    world.answers(numbered(12, 11, 10).replace(b"https://feeds.example.org/<", world.url("/").encode() + b"<"))
    rows = [
        {
            "link": f"https://feeds.example.org/posts/{n}",
            "guid": {"rendered": f"id-{n}"},
            "date_gmt": (NOW + timedelta(hours=n - 50)).strftime("%Y-%m-%dT%H:%M:%S"),
            "title": {"rendered": f"Title {n}"},
            "content": {"rendered": f"<p>The whole article {n}, with many more words.</p>"},
        }
        for n in range(12, 0, -1)
    ]

    async def posts(seen: object, writer: object) -> None:
        page = reply(json.dumps(rows if "page=1&" in world.last.path else []).encode(), content_type="application/json")
        await page(seen, writer)  # type: ignore[arg-type]

    world.server.routes["*"] = posts
    done = await world.ask_when_due()
    assert done.mended
    assert titles(world) == sorted(f"Title {n}" for n in range(1, 13))
    assert world.events("PostRevised") == []


@told
async def test_a_source_without_older_posts_is_not_asked_for_them_at_every_gap(world: World) -> None:
    """A window that is too short loses its overlap daily: the tries are a month apart."""
    await overlapping(world)
    asked = []
    for n in range(1, 40):
        world.now += DAY
        window = numbered(n * 10 + 1, n * 10)
        world.answers(window.replace(b"https://feeds.example.org/<", world.url("/").encode() + b"<"))
        before = len(world.requests)
        await world.ask()
        asked.append(len(world.requests) - before)
    assert len(gaps(world)) == 39
    assert [day for day, count in enumerate(asked) if count > 1] == [0, 30]
    assert max(asked) < 15


@told
async def test_absence_never_removes_a_post(world: World) -> None:
    """Posts that leave the window and return are the same posts, unchanged."""
    for window in ((3, 2, 1), (3,), (4, 3), (4, 3, 2, 1), (1,)):
        world.answers(numbered(*window))
        await world.ask_when_due()
    assert titles(world) == [f"Title {n}" for n in range(1, 5)]
    assert world.events("PostRevised") == []


@told
async def test_a_page_where_the_feed_was_removes_nothing(world: World) -> None:
    """HTML, an empty body and other XML are errors, with status 200 or not."""
    world.answers(numbered(2, 1))
    await world.ask()
    for body in (b"<!doctype html><title>Sorry</title>", b"", b"<?xml version='1.0'?><error/>", b"not found"):
        world.answers(body)
        assert (await world.ask_when_due()).failed
    world.answers(numbered(2, 1))
    assert (await world.ask_when_due()).word == "unchanged"


@told
async def test_a_feed_that_has_died_leads_to_its_successor_as_a_note(world: World) -> None:
    """The site's page names another feed that answers: a person is told, nothing is changed, no search is repeated."""
    world.answers(numbered(2, 1))
    await world.ask()
    world.server.routes["/feed"] = reply(b"", 404)
    page = b"<html><head><link rel='alternate' type='application/rss+xml' href='/news.xml'></head></html>"
    world.answers(page, path="/", content_type="text/html")
    world.answers(numbered(3, 2, 1), path="/news.xml")
    notes = [(await world.ask_when_due()).notes for _ in range(6)]
    found = (f"another feed of the same site answers: {world.url('/news.xml')}",)
    assert notes == [(), (), found, (), (), ()]
    assert world.state().successor == world.url("/news.xml")
    assert world.state().url == world.url("/feed")
    assert [s.path for s in world.requests].count("/robots.txt") == 1


@told
async def test_a_page_where_the_feed_was_is_itself_asked_where_the_feed_is(world: World) -> None:
    """It was sent as an answer, so that it need not be asked for again."""
    page = (
        b"<html><head><link rel='alternate' type='application/atom+xml' href='/rss2'></head><body>Moved</body></html>"
    )
    world.answers(page, content_type="text/html")
    world.answers(numbered(2, 1), path="/rss2")
    for _ in range(3):
        done = await world.ask_when_due()
    assert done.notes == (f"another feed of the same site answers: {world.url('/rss2')}",)
    assert [s.path for s in world.requests] == ["/feed", "/feed", "/feed", "/rss2"]
