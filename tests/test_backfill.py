"""Older posts by every way that publishers leave open, each once, and twice without a trace."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from html import escape
from urllib.parse import parse_qs, urlsplit

import pytest

from ingest.backfill import sitemap
from ingest.mend import older
from store.errors import FetchError
from store.events import PostObserved
from tests.servers.http import Handler, Seen, raw, reply
from tests.servers.world import NOW, World, entry, feed, http_date, told

SINCE = NOW - timedelta(days=400)
ALL = 120


def day(number: int) -> str:
    """When post NUMBER of 120 was published: one a day, the highest the newest."""
    return http_date(NOW - timedelta(days=ALL - number))


def window(numbers: range, head: str = "") -> bytes:
    """A feed of these posts, the newest first."""
    return feed(head=head, items="".join(entry(str(n), published=day(n)) for n in reversed(numbers)))


def page_of(number: int, size: int = 10) -> range:
    """The posts of page NUMBER, counted from the newest."""
    return range(max(ALL - number * size, 0) + 1, ALL - (number - 1) * size + 1)


def blog(world: World, *, wp_json: bool = False, paged: bool = False) -> Handler:
    """A WordPress of 120 posts with what it leaves open."""

    async def handler(seen: Seen, writer: asyncio.StreamWriter) -> None:
        parts = urlsplit(seen.path)
        query = {k: v[0] for k, v in parse_qs(parts.query).items()}
        answer = reply(b"no", 404)
        if parts.path == "/feed" and (paged or "paged" not in query):
            numbers = page_of(int(query.get("paged", "1")))
            home = f"<link>{world.url('/')}</link>"
            answer = reply(window(numbers).replace(b"<link>https://feeds.example.org/</link>", home.encode(), 1))
            answer = answer if numbers else reply(b"no", 404)
        elif parts.path == "/wp-json/wp/v2/posts" and wp_json:
            answer = reply(json.dumps([row(n) for n in reversed(page_of(int(query["page"]), 100))]).encode())
        await answer(seen, writer)

    return handler


def row(number: int) -> dict[str, object]:
    """A post as WordPress' own interface has it, in other words than its feed."""
    return {
        "link": f"https://feeds.example.org/posts/{number}",
        "guid": {"rendered": f"id-{number}"},
        "date_gmt": (NOW - timedelta(days=ALL - number)).strftime("%Y-%m-%dT%H:%M:%S"),
        "title": {"rendered": escape(f"Title <em>{number}</em>")},
        "content": {"rendered": f"<p>The whole of {number}.</p><script>alert(1)</script>"},
    }


async def backfilled(world: World) -> tuple[int, set[str]]:
    """How many posts are new, and by which ways, after the feed and all older windows."""
    done = await world.ask()
    assert done.feed is not None
    new = done.new
    ways: set[str] = set()
    async for page, taken in older(world.line, world.source(), done.feed, SINCE):
        new, ways = new + len(taken.seen.new), ways | {page.way}
    return new, ways


def numbers(world: World) -> list[int]:
    """Of the posts in the log, sorted."""
    events = world.events("PostObserved")
    return sorted(int((e.url or "").rpartition("/")[2]) for e in events if isinstance(e, PostObserved))


@pytest.mark.parametrize("way", ["wp-json", "paged"])
def test_a_blog_of_120_posts_is_had_whole_and_once(way: str) -> None:
    """By its interface or by its feed's pages; a second time adds nothing, whatever words the interface has."""

    @told
    async def story(world: World) -> None:
        world.server.routes["*"] = blog(world, wp_json=way == "wp-json", paged=way == "paged")
        world.server.routes["/feed"] = blog(world)
        assert await backfilled(world) == (ALL, {way})
        assert numbers(world) == list(range(1, ALL + 1))
        head = world.log.head()
        assert (await backfilled(world))[0] == 0
        assert world.log.head() == head

    story()


@told
async def test_an_interface_that_robots_txt_closes_is_not_asked(world: World) -> None:
    """RFC 9309: it is no feed. The feed's own pages are, and are asked instead."""
    world.server.routes["*"] = blog(world, wp_json=True, paged=True)
    world.answers(b"User-agent: *\nDisallow: /wp-json/\n", path="/robots.txt")
    assert await backfilled(world) == (ALL, {"paged"})
    assert not any(s.path.startswith("/wp-json") for s in world.requests)


@told
async def test_next_links_are_followed_to_their_end(world: World) -> None:
    """RFC 5005 3; a chain that leads back to where it was ends there."""
    link = "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='next' href='{}'/>"
    for page in range(1, 13):
        to = world.url(f"/p{page % 12 + 1}")
        world.answers(window(page_of(page), link.format(to)), path="/feed" if page == 1 else f"/p{page}")
    world.answers(window(page_of(1), link.format(world.url("/p2"))), path="/p1")
    assert await backfilled(world) == (ALL, {"rfc5005"})
    assert len(world.requests) <= 14


@told
async def test_next_url_of_a_json_feed_is_followed(world: World) -> None:
    """JSON Feed 1.1, next_url."""
    for page in range(1, 4):
        items = [
            {"id": f"id-{n}", "url": f"https://feeds.example.org/posts/{n}", "content_text": f"Words of {n}."}
            for n in reversed(page_of(page, 40))
        ]
        body = {"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": items}
        if page < 3:
            body["next_url"] = world.url(f"/p{page + 1}")
        world.answers(json.dumps(body).encode(), path="/feed" if page == 1 else f"/p{page}")
    assert await backfilled(world) == (ALL, {"rfc5005"})


@told
async def test_a_news_sitemap_gives_titles_and_dates_where_nothing_else_is_open(world: World) -> None:
    """Found by robots.txt; posts that are known keep their text."""
    home = f"<link>{world.url('/')}</link>"
    world.answers(window(page_of(1)).replace(b"<link>https://feeds.example.org/</link>", home.encode(), 1))
    world.answers(f"User-agent: *\n  Sitemap: {world.url('/maps.xml')}\n".encode(), path="/robots.txt")
    index = f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{world.url('/news.xml')}"
    world.answers(f"{index}</loc></sitemap></sitemapindex>".encode(), path="/maps.xml")
    urls = "".join(
        f"<url><loc>https://feeds.example.org/posts/{n}</loc><n:news><n:publication_date>2026-11-{n:02}"
        f"</n:publication_date><n:title>Another title {n}</n:title></n:news></url>"
        for n in [*range(1, 15), *range(115, 121)]
    )
    spaces = (
        "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'"
    )
    world.answers(f"<urlset {spaces}>{urls}</urlset>".encode(), path="/news.xml")
    assert await backfilled(world) == (10 + 14, {"sitemap"})
    assert world.events("PostRevised") == []


@told
async def test_what_is_older_than_wanted_is_not_asked_for(world: World) -> None:
    """The pages end with the first that lies wholly before the day."""
    world.server.routes["*"] = blog(world, paged=True)
    done = await world.ask()
    assert done.feed is not None
    async for _ in older(world.line, world.source(), done.feed, NOW - timedelta(days=25)):
        pass
    assert sum("paged=" in s.path for s in world.requests) == 3


@told
async def test_a_network_that_fails_on_every_way_is_told(world: World) -> None:
    """Not the same as a publisher who has nothing older."""
    world.answers(window(page_of(1)))
    done = await world.ask()
    assert done.feed is not None
    world.server.routes.clear()
    world.server.routes["*"] = raw()
    with pytest.raises(FetchError):
        async for _ in older(world.line, world.source(), done.feed, SINCE):
            pass


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<", b"<urlset>", b"\xff\xfe\x00", b"<!DOCTYPE x [<!ENTITY a 'b'>]><urlset>&a;</urlset>", b"{}",
        b"<urlset><url><loc>javascript:alert(1)</loc><news><title>t</title></news></url></urlset>",
    ],
)  # fmt: skip
def test_a_broken_sitemap_holds_nothing(body: bytes) -> None:
    """Whatever stands where a sitemap should."""
    assert sitemap(body, NOW) == ([], [])
