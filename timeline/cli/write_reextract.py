"""Reads claims again with today's extractor: shows how many appear, change and vanish, appends only what differs.

timeline reextract                   shows, asks on a terminal, appends
timeline reextract --dry-run         shows only
timeline reextract --since 2025      posts published from then on
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from timeline.cli.context import Context
from timeline.cli.filters import zone
from timeline.cli.opened import log_of
from timeline.cli.write_fetch import caught_up

if TYPE_CHECKING:
    from ingest.model import Post
    from ingest.reading import Extractor
    from store.log import Log

__all__ = ["arguments", "run"]

_BATCH = 200  # events a commit


def arguments(parser: ArgumentParser) -> None:
    """Which posts, and whether to append."""
    parser.add_argument("--since", metavar="X", help="posts published from the start of this period on")
    parser.add_argument("--tz", metavar="ZONE", help="time zone of the period (default UTC)")
    parser.add_argument(
        "--extractor", choices=("rules", "llm"), default="rules", help="llm needs llm.toml (docs/llm.md)"
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would change, append nothing")
    parser.add_argument("-y", "--yes", action="store_true", help="do not ask")


def run(args: Namespace, context: Context) -> int:
    """Counts first, then appends in batches. Nothing is read while it appends: a daemon may be appending too."""
    from ingest.reading import reread

    reader, notes = _reader(args, context)
    with log_of(context) as log:
        appear = vanish = 0
        events = []
        for one in reread(log, reader, _posts(log, args, context)):
            appear, vanish = appear + len(one.appear), vanish + len(one.vanish)
            events += [one.event] if one.event is not None else []
        changed = min(appear, vanish)
        context.write(
            f"{len(events)} posts read differently: "
            f"{appear - changed} claims appear, {changed} change, {vanish - changed} vanish\n"
        )
        for line in notes():
            context.note(line)
        if args.dry_run or not events or not _agreed(args):
            return 0
        for start in range(0, len(events), _BATCH):
            log.append(events[start : start + _BATCH])
        caught_up(log, context)
    return 0


def _reader(args: Namespace, context: Context) -> tuple[Extractor, Callable[[], Iterable[str]]]:
    """The extractor that is asked for, and what it has to tell at the end."""
    from ingest.extract import extractor
    from timeline.cli.config import lexicon_of

    lexicon = lexicon_of(context)
    rules = extractor(lexicon)
    if args.extractor == "rules":
        return rules, tuple
    import os
    from pathlib import Path

    import platformdirs

    from ingest.extract.llm import FileCache, Model, Tally, llm_extractor, load_llm

    settings, tally = load_llm(Path(context.config) / "llm.toml", os.environ), Tally()
    cache = FileCache(Path(platformdirs.user_cache_dir("timeline", appauthor=False)) / "llm")
    model = Model(settings, clock=context.clock)
    return llm_extractor(settings, lexicon, rules, model=model, cache=cache, told=tally), tally.lines


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
