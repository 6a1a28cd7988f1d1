"""The chronology: what happened, when, who says so, how sure.

timeline show --since 2025             a table on a terminal, TSV in a pipe
timeline show llama --type release     full text and filters
timeline show 4c1f                     one move in full, as `timeline why`
"""

from __future__ import annotations

import re
import time
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from timeline.cli.context import Context
from timeline.cli.filters import add_filters, asked
from timeline.cli.opened import chronology
from timeline.render import FORMATS

if TYPE_CHECKING:
    import sqlite3

    from timeline.query import Query

__all__ = ["arguments", "run"]

_ID = re.compile(r"[0-9a-f]{4,64}")


def arguments(parser: ArgumentParser) -> None:
    """Filters, format, following."""
    add_filters(parser)
    parser.add_argument("-f", "--format", choices=tuple(FORMATS), help="default: table on a terminal, tsv in a pipe")
    parser.add_argument("--follow", action="store_true", help="go on with what is recorded from now on (tsv, ndjson)")
    parser.add_argument("--fail-empty", action="store_true", help="exit 3 where nothing matches")


def run(args: Namespace, context: Context) -> int:
    """Prints the selection."""
    query = asked(args, context)
    with chronology(context) as connection:
        name = args.words[0] if len(args.words) == 1 and _ID.fullmatch(args.words[0]) else None
        if name and any(c.isdigit() for c in name) and _known(connection, name, query):
            from timeline.cli.why import show_one

            return show_one(connection, name, context, as_of=query.as_of, style=args.format)
        matched = _print(connection, query, args, context)
    if args.follow:
        return _follow(args, context)
    return 3 if args.fail_empty and not matched else 0


def _known(connection: sqlite3.Connection, name: str, query: Query) -> bool:
    from timeline.query import find

    return find(connection, name, query.as_of) is not None


def _print(connection: sqlite3.Connection, query: Query, args: Namespace, context: Context) -> int:
    from timeline.query import run as answer
    from timeline.render.header import context_of

    page = answer(connection, query)
    style = args.format or ("table" if context.tty else "tsv")
    width = context.width() if context.tty and style == "table" else 0
    told = context_of(page, query, now=context.clock(), width=width, color=context.colored() and style == "table")
    for chunk in FORMATS[style].write(page.moves, told):
        context.write(chunk)
    return page.matched


def _follow(args: Namespace, context: Context) -> int:
    """New revisions of what is selected, as they are recorded; ends with an interrupt or a closed pipe."""
    import gc
    import sys

    from store.errors import UsageError
    from timeline.query import run as answer
    from timeline.render.header import context_of

    style = args.format or ("table" if context.tty else "tsv")
    if style not in ("table", "tsv", "ndjson"):
        raise UsageError(f"--follow goes with tsv and ndjson, not with {style}")
    gc.enable()
    after = 0
    with chronology(context) as connection:
        after = answer(connection, asked(args, context, limit="1")).position
    while True:
        sys.stdout.flush()
        time.sleep(1)
        args.recorded_since = f"@{after}"
        with chronology(context) as connection:
            query = asked(args, context)
            page = answer(connection, query)
            told = context_of(page, query, now=context.clock())
            for chunk in FORMATS["ndjson" if style == "ndjson" else "tsv"].write(page.moves, told):
                context.write(chunk)
            after = page.position
