"""Reads claims again with today's extractor: shows how many appear, change and vanish, appends only what differs.

timeline reextract                   shows, asks on a terminal, appends
timeline reextract --dry-run         shows only
timeline reextract --since 2025      posts published from then on
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.cli.context import Context
from timeline.cli.filters import zone
from timeline.cli.opened import log_of
from timeline.cli.write_fetch import caught_up

if TYPE_CHECKING:
    from ingest.model import Post
    from store.log import Log

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """Which posts, and whether to append."""
    parser.add_argument("--since", metavar="X", help="posts published from the start of this period on")
    parser.add_argument("--tz", metavar="ZONE", help="time zone of the period (default UTC)")
    parser.add_argument("--dry-run", action="store_true", help="show what would change, append nothing")
    parser.add_argument("-y", "--yes", action="store_true", help="do not ask")


def run(args: Namespace, context: Context) -> int:
    """Counts first, then appends in batches."""
    from ingest.extract import extractor
    from ingest.reading import reread
    from timeline.cli.config import lexicon_of

    reader = extractor(lexicon_of(context))
    with log_of(context) as log:
        appear = vanish = posts = 0
        for one in reread(log, reader, _posts(log, args, context)):
            appear, vanish = appear + len(one.appear), vanish + len(one.vanish)
            posts += one.event is not None
        changed = min(appear, vanish)
        context.write(
            f"{posts} posts read differently: "
            f"{appear - changed} claims appear, {changed} change, {vanish - changed} vanish\n"
        )
        if args.dry_run or not posts or not _agreed(args):
            return 0
        batch = []
        for one in reread(log, reader, _posts(log, args, context)):
            if one.event is not None:
                batch.append(one.event)
            if len(batch) >= 200:
                log.append(batch)
                batch = []
        log.append(batch)
        caught_up(log, context)
    return 0


def _agreed(args: Namespace) -> bool:
    if args.yes or not sys.stdin.isatty():
        return True
    sys.stderr.write("append that? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _posts(log: Log, args: Namespace, context: Context) -> Iterator[tuple[Post, int]]:
    from ingest.reading import current_posts

    first = ""
    if args.since:
        from timeline.period import parse_period

        day = parse_period(args.since, now=context.clock(), tz=zone(args.tz)).first_day
        first = day.isoformat() if day else ""
    for post, revision in current_posts(log):
        if not first or (post.published or "")[:10] >= first:
            yield post, revision
