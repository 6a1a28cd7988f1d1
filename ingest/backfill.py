"""Older posts of a source, window by window, by whatever door the publisher left open.

    RFC 5005 next / prev-archive, JSON Feed next_url → WordPress wp-json → WordPress ?paged= → news sitemaps

Each way is tried in turn until one yields something older than what the feed itself holds. Every window goes through
the same observing as a fetched one, so backfilling twice adds nothing and what is there is recognised.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

import msgspec
from lxml import etree

from ingest.fetch import Response
from ingest.identity import canonical_url
from ingest.model import ParsedFeed, ParsedPost
from ingest.parse.dates import parse_date
from ingest.parse.references import unescape
from store.errors import FetchError, ParseError
from store.text import clean, clean_line, safe_url

__all__ = ["Page", "backfill"]

Kind = Literal["feed", "html", "api", "page"]
Get = Callable[[str, Kind], Awaitable[Response]]
Parse = Callable[[Response], Awaitable[ParsedFeed]]
MOST_PAGES = 500
ROBOTS = 500 * 1024  # octets of a robots.txt that count (RFC 9309 2.5)
LONGEST_TITLE, LONGEST_TEXT = 2_000, 500_000  # characters of what an interface tells of one post


@dataclass(frozen=True, slots=True)
class Page:
    """One window of older posts and the way it came."""

    feed: ParsedFeed
    way: str  # "rfc5005", "wp-json", "paged", "sitemap"
    url: str


@dataclass(frozen=True, slots=True)
class _Site:
    url: str
    get: Get
    parse: Parse
    since: datetime
    now: datetime

    def old(self, feed: ParsedFeed) -> bool:
        """Whether every dated post of the window lies before what was asked for."""
        dates = [p.published for p in feed.posts if p.published]
        return bool(dates) and max(dates)[:10] < self.since.date().isoformat()


async def backfill(
    url: str, first: ParsedFeed, *, get: Get, parse: Parse, since: datetime, now: datetime
) -> AsyncGenerator[Page, None]:
    """Windows of posts older than ``first``, until ``since``. ``get`` and ``parse`` are the caller's door and parser.

    A way that is closed (4xx, no feed, no connection) is passed over; the FetchError of one is raised where all are.
    """
    site = _Site(url, get, parse, since, now)
    seen = {_name(p) for p in first.posts}
    failure: FetchError | None = None
    for way in (_linked, _wp_json, _paged, _sitemap):
        found = False
        try:
            async for page in _fresh(site, way(site, first), seen):
                found = True
                yield page
        except FetchError as error:
            if found:
                raise  # it broke off halfway
            failure = failure or error
        if found:
            return
    if failure is not None:
        raise failure


async def _fresh(site: _Site, pages: AsyncIterator[Page], seen: set[str | None]) -> AsyncIterator[Page]:
    """The windows that hold something not ``seen``, until they are all older than what was asked for."""
    async for page in pages:
        names = {_name(p) for p in page.feed.posts}
        if not names <= seen:
            seen |= names
            yield page
        if site.old(page.feed):
            return


def _name(post: ParsedPost) -> str | None:
    return canonical_url(post.url) or post.guid


async def _linked(site: _Site, first: ParsedFeed) -> AsyncGenerator[Page, None]:
    """RFC 5005 sections 3 and 4, and ``next_url`` of JSON Feed 1.1."""
    url, seen = first.next_url, {site.url}
    while url and url not in seen and len(seen) < MOST_PAGES:
        seen.add(url)
        feed = await _feed(site, url)
        if feed is None:
            return
        yield Page(feed, "rfc5005", url)
        url = feed.next_url


async def _paged(site: _Site, first: ParsedFeed) -> AsyncGenerator[Page, None]:
    """WordPress feeds answer ``?paged=2`` and so on, and 404 after the last; others answer page one for ever."""
    before = [p.guid or p.url for p in first.posts]
    for number in range(2, MOST_PAGES):
        url = _with_query(site.url, paged=str(number))
        feed = await _feed(site, url)
        names = [p.guid or p.url for p in feed.posts] if feed else []
        if feed is None or not names or names == before:
            return
        before = names
        yield Page(feed, "paged", url)


def _with_query(url: str, **more: str) -> str:
    parts = urlsplit(url)
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if k not in more]
    return urlunsplit(parts._replace(query=urlencode([*query, *more.items()]), fragment=""))


async def _feed(site: _Site, url: str) -> ParsedFeed | None:
    response = await site.get(url, "feed")
    if response.status != 200:
        return None
    try:
        return await site.parse(response)
    except ParseError:
        return None


class _Rendered(msgspec.Struct):
    rendered: str = ""


class _WpPost(msgspec.Struct):
    """A post of the WordPress REST API (wp/v2/posts); ``guid`` is the one its feed carries."""

    link: str = ""
    date_gmt: str | None = None
    guid: _Rendered = msgspec.field(default_factory=_Rendered)
    title: _Rendered = msgspec.field(default_factory=_Rendered)
    content: _Rendered = msgspec.field(default_factory=_Rendered)


async def _wp_json(site: _Site, first: ParsedFeed) -> AsyncGenerator[Page, None]:
    """The REST API that WordPress has had since 4.7, found by where the feed says its site is."""
    home = first.home or urljoin(site.url, "/")
    for base in (urljoin(home.rstrip("/") + "/", "wp-json/wp/v2/posts"), _with_query(home, rest_route="/wp/v2/posts")):
        pages = 0
        for number in range(1, MOST_PAGES):
            url = _with_query(base, per_page="100", page=str(number), orderby="date", order="desc")
            feed = await _wp_page(site, url)
            if feed is None or not feed.posts:
                break
            pages += 1
            yield Page(feed, "wp-json", url)
        if pages:
            return


async def _wp_page(site: _Site, url: str) -> ParsedFeed | None:
    response = await site.get(url, "page")  # subject to robots.txt: many sites close it to robots
    if response.status != 200:
        return None
    try:
        rows = msgspec.json.decode(response.body, type=list[_WpPost])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return ParsedFeed(format="wp-json", tier="api", posts=tuple(_wp_post(row, site.now) for row in rows))


def _wp_post(row: _WpPost, now: datetime) -> ParsedPost:
    raw = f"{row.date_gmt}Z" if row.date_gmt else None
    return ParsedPost(
        title=clean_line(unescape(re.sub(r"<[^>]*>", "", row.title.rendered[:LONGEST_TITLE]))),
        text=_text(row.content.rendered[:LONGEST_TEXT]),
        url=safe_url(row.link),
        guid=unescape(row.guid.rendered) or None,
        published=parse_date(raw, now=now) if raw else None,
        published_raw=raw,
    )


def _text(html: str) -> str:
    from ingest.parse.markup import to_text  # noqa: PLC0415

    return clean(to_text(html))


async def _sitemap(site: _Site, first: ParsedFeed) -> AsyncGenerator[Page, None]:
    """News sitemaps: those that robots.txt names, else the usual places. They give titles and dates, not texts."""
    root = urljoin(first.home or site.url, "/")
    robots = await site.get(urljoin(root, "robots.txt"), "api")
    text = robots.body[:ROBOTS] if robots.status == 200 else b""
    named = re.findall(rb"(?im)^[ \t]*sitemap:[ \t]*(\S+)", text)
    waiting = [u for raw in named if (u := safe_url(raw.decode("ascii", "ignore"), root))]
    waiting = waiting or [urljoin(root, path) for path in ("news-sitemap.xml", "sitemap-news.xml", "sitemap.xml")]
    seen: set[str] = set()
    while waiting and len(seen) < 50:
        url = waiting.pop(0)
        if url in seen:
            continue
        seen.add(url)
        response = await site.get(url, "api")
        maps, posts = sitemap(response.body, site.now) if response.status == 200 else ([], [])
        waiting.extend(maps)
        if posts:
            yield Page(ParsedFeed(format="sitemap", tier="sitemap", posts=tuple(posts)), "sitemap", url)


def sitemap(body: bytes, now: datetime) -> tuple[list[str], list[ParsedPost]]:
    """(addresses of further sitemaps, posts with a news title) of a sitemap or index (sitemaps.org, Google News)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return [], []
    if root is None:
        return [], []
    maps = [u for e in root.iterfind("{*}sitemap/{*}loc") if (u := safe_url((e.text or "").strip()))]
    return maps, [p for e in root.iterfind("{*}url") if (p := _news(e, now))]


def _news(entry: Any, now: datetime) -> ParsedPost | None:
    url = safe_url((entry.findtext("{*}loc") or "").strip())
    title = clean_line(entry.findtext("{*}news/{*}title") or "")
    raw = (entry.findtext("{*}news/{*}publication_date") or "").strip()
    if not url or not title:
        return None
    published = parse_date(raw, now=now) if raw else None
    return ParsedPost(title=title, url=url, published=published, published_raw=raw or None, summary_only=True)
