"""What follows a refresh that showed something wrong: a gap is backfilled, a dead feed's successor is looked for.

    Refreshed ─gap?→ older posts → GapSuspected(mended=True), or a hint
              ─failing, retired?→ the site's page → its feeds → one that answers: a note, never a change

Both ask for more than the feed, so both are rare: a source whose older posts could not be had is left alone for
30 days, and a successor is looked for once, when the source begins to fail.
"""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from typing import Literal
from urllib.parse import urljoin

import msgspec
from msgspec.structs import replace

from ingest.backfill import Page, backfill
from ingest.discover import candidates
from ingest.fetch import Response
from ingest.identity import canonical_url
from ingest.intake import Taken, take_in
from ingest.line import SCOPE, Line, Refreshed, read
from ingest.model import ParsedFeed
from ingest.schedule import SourceState
from ingest.sources import Source
from store.errors import FetchError, ParseError
from store.events import GapSuspected
from store.log import NewEvent

__all__ = ["follow_up", "older"]

LEFT_ALONE = timedelta(days=30)
MARGIN = timedelta(days=3)  # posts are published under dates from before they appeared
MOST_PAGES = 20  # of older posts, for one gap
MOST_ASKED = 6  # candidates of one site
_GONE = (403, 404, 410)


async def older(
    line: Line, source: Source, first: ParsedFeed, since: datetime
) -> AsyncGenerator[tuple[Page, Taken], None]:
    """Windows of posts older than ``first`` back to ``since``, each taken into the log in a commit of its own.

    Raises FetchError where the network fails; what was taken in until then stays.
    """

    async def get(url: str, kind: Literal["feed", "html", "api", "page"]) -> Response:
        return await line.door.get(url, kind=kind)

    async def parse(response: Response) -> ParsedFeed:
        return await read(line.parser, response, "feed", line.clock())

    pages = backfill(source.url, first, get=get, parse=parse, since=since, now=line.clock())
    async with aclosing(pages) as windows:
        async for page in windows:
            with line.log.transaction() as tx:
                taken = take_in(tx, source, page.feed, line.extractor, line.clock(), only_new=True)
            yield page, taken


async def follow_up(line: Line, done: Refreshed, before: SourceState, response: Response | None) -> Refreshed:
    """Mends what the refresh of a source in state ``before`` found broken, as far as it can be mended."""
    after = done.state
    if after is None:
        return done
    if done.gap and done.feed is not None:
        return await _mend(line, done, before, after, done.feed)
    stopped = (after.failing and not before.failing) or (after.retired and not before.retired)
    if stopped and (after.status in _GONE or after.trouble == "unreadable"):
        return await _look_for_successor(line, done, after, response)
    return done


async def _mend(line: Line, done: Refreshed, before: SourceState, after: SourceState, feed: ParsedFeed) -> Refreshed:
    source = dataclasses.replace(done.source, url=after.url)
    new, pages, mended = 0, 0, False
    lately = after.unmended is not None and line.clock() - after.unmended < LEFT_ALONE
    if not lately:
        since = datetime.fromisoformat(before.window_seen).astimezone(UTC) - MARGIN
        try:
            async with aclosing(older(line, source, feed, since)) as windows:
                async for _, taken in windows:
                    new, pages = new + len(taken.seen.new), pages + 1
                    mended = not set(before.window).isdisjoint(taken.seen.window)
                    if mended or pages == MOST_PAGES:
                        break
        except FetchError as error:
            done = dataclasses.replace(done, notes=(*done.notes, f"older posts could not be had: {error}"))
    return _told(line, done, before, after, found=new, mended=mended, tried=None if lately else line.clock())


def _told(
    line: Line,
    done: Refreshed,
    before: SourceState,
    after: SourceState,
    *,
    found: int,
    mended: bool,
    tried: datetime | None,
) -> Refreshed:
    """Records how the mending of a gap ended."""
    when = f"between {before.window_seen} and {after.window_seen}"
    if mended:
        state = replace(after, missed="", unmended=None)
        note = f"windows did not overlap {when}: {found} older posts were found"
    else:
        state = replace(after, missed=when, unmended=tried or after.unmended)
        note = f"posts may have been missed {when}"
    name = done.source.name
    event = GapSuspected(
        name=name, last_seen=before.window_seen, first_new=after.window_seen, window=len(after.window), mended=True
    )
    with line.log.transaction() as tx:
        if mended:
            tx.append([NewEvent(event, f"source:{name}", f"gap/{name}/{after.window_seen}/mended")])
        tx.put(SCOPE, name, msgspec.json.encode(state))
    return dataclasses.replace(done, state=state, new=done.new + found, mended=mended, notes=(*done.notes, note))


async def _look_for_successor(line: Line, done: Refreshed, after: SourceState, response: Response | None) -> Refreshed:
    try:
        url = await _successor(line, after.url, response)
    except FetchError as error:
        return dataclasses.replace(done, notes=(*done.notes, f"its site could not be asked for another feed: {error}"))
    if url is None:
        return done
    state = replace(after, successor=url)
    with line.log.transaction() as tx:
        tx.put(SCOPE, done.source.name, msgspec.json.encode(state))
    note = f"another feed of the same site answers: {url}"
    return dataclasses.replace(done, state=state, notes=(*done.notes, note))


async def _successor(line: Line, url: str, response: Response | None) -> str | None:
    """A feed with posts at another address of the site. Raises FetchError where the site's own page cannot be had."""
    if response is not None and response.status == 200:
        page = response  # a page where the feed was: it may say where the feed is
    else:
        page = await line.door.get(urljoin(url, "/"), kind="page")
    if page.status != 200:
        return None
    known = {canonical_url(url), canonical_url(page.final_url)}
    found = [c.url for c in candidates(page.body, page.final_url) if canonical_url(c.url) not in known]
    for candidate in found[:MOST_ASKED]:
        if await _answers(line, candidate):
            return candidate
    return None


async def _answers(line: Line, url: str) -> bool:
    try:
        response = await line.door.get(url, kind="feed")
        feed = await read(line.parser, response, "feed", line.clock()) if response.status == 200 else None
    except (FetchError, ParseError):
        return False
    return feed is not None and bool(feed.posts)
