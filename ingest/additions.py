"""A site's address → its feed: what the address answers itself, else what its page links to, else well-known paths."""

from __future__ import annotations

from ingest.discover import candidates
from ingest.fetch import Door, Response
from ingest.fetch.addresses import refused, shown
from ingest.model import ParsedFeed
from ingest.parse.worker import ParsePool
from ingest.sources import FetchSettings
from store.clock import Clock
from store.errors import FetchError, InputError, ParseError

__all__ = ["discovered", "found_feed"]


async def found_feed(url: str, settings: FetchSettings, clock: Clock) -> tuple[ParsedFeed, str]:
    """The feed of a site and its address. Raises FetchError for the site itself, InputError where it has none."""
    async with Door(settings, clock=clock) as door, ParsePool(workers=1) as pool:
        found = await discovered(url, door, pool, clock)
    if found is None:
        why = "no feed found: nothing that it links to, and nothing where feeds usually are"
        raise InputError(f"{shown(url)}: {why}", source=shown(url))
    return found


async def discovered(url: str, door: Door, pool: ParsePool, clock: Clock) -> tuple[ParsedFeed, str] | None:
    """The first address that answers with a feed that has posts, the likeliest asked first."""
    response = await door.get(url)
    if response.status != 200:
        raise refused(url, "status", f"HTTP {response.status}")
    feed = await _feed(response, pool, clock)
    if feed is not None:
        return feed, response.final_url
    for candidate in candidates(response.body, response.final_url):
        try:
            answer = await door.get(candidate.url)
        except FetchError:
            continue  # one guess of many; where none is right the caller is told so
        feed = await _feed(answer, pool, clock) if answer.status == 200 else None
        if feed is not None and feed.posts:
            return feed, answer.final_url
    return None


async def _feed(response: Response, pool: ParsePool, clock: Clock) -> ParsedFeed | None:
    try:
        return await pool.parse(response.body, url=response.final_url, content_type=response.content_type, now=clock())
    except ParseError:
        return None  # a page, not a feed: what it links to is asked next
