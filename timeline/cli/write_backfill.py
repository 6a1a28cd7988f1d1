"""Older posts of a source, by whatever way its publisher left open; what is known already is recognised.

timeline backfill meta-newsroom --since 2023
"""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from store.errors import UsageError
from timeline.cli.context import Context
from timeline.cli.filters import zone
from timeline.cli.line import chosen, opened
from timeline.cli.opened import log_of
from timeline.cli.write_fetch import caught_up

if TYPE_CHECKING:
    from datetime import datetime

    from store.log import Log

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """The source and how far back."""
    parser.add_argument("source", metavar="SOURCE", help="its name")
    parser.add_argument("--since", required=True, metavar="PERIOD", help="back to the start of this period")
    parser.add_argument("--tz", metavar="ZONE", help="time zone of the period (default UTC)")


def run(args: Namespace, context: Context) -> int:
    """Takes in page after page; exit 1 where the source itself cannot be read."""
    from timeline.period import parse_period

    start = parse_period(args.since, now=context.clock(), tz=zone(args.tz)).start
    if start is None:
        raise UsageError(f"--since {args.since!r} has no start in time")
    with log_of(context) as log:
        new, known, ways = asyncio.run(_backfill(args.source, start, context, log))
        caught_up(log, context)
    way = ", ".join(sorted(ways)) or "none of the known ways is open"
    context.write(f"{args.source}: {new} new posts, {known} known already ({way})\n")
    return 0


async def _backfill(name: str, since: datetime, context: Context, log: Log) -> tuple[int, int, set[str]]:
    from ingest.backfill import backfill
    from ingest.fetch import Response
    from ingest.fetch.addresses import refused
    from ingest.intake import take_in
    from ingest.model import ParsedFeed
    from ingest.pipeline import begin, read

    new, known, ways = 0, 0, set()
    async with opened(context, log) as work:
        (source,) = chosen(work.config, [name])
        url = begin(log, [source], context.clock())[name].url

        async def parse(response: Response) -> ParsedFeed:
            return await read(work.line.parser, response, source.kind, context.clock())

        response = await work.door.get(url, kind=source.kind)
        if response.status != 200:
            raise refused(url, "status", f"HTTP {response.status} to {name}")
        first = await parse(response)

        def take(feed: ParsedFeed) -> None:
            nonlocal new, known
            with log.transaction() as tx:
                taken = take_in(tx, source, feed, work.line.extractor, context.clock())
            new, known = new + len(taken.seen.new), known + taken.seen.unchanged

        take(first)
        pages = backfill(
            url, first, get=lambda u, k: work.door.get(u, kind=k), parse=parse, since=since, now=context.clock()
        )
        async for page in pages:
            ways.add(page.way)
            take(page.feed)
    return new, known, ways
