"""One move in full: every claim with its quote, source, lineage and rule; disputes; grade; its history.

timeline why 4c1f
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from store.errors import UsageError
from timeline.cli.context import Context
from timeline.cli.filters import zone
from timeline.cli.opened import chronology

if TYPE_CHECKING:
    import sqlite3

    from timeline.period import Period

__all__ = ["arguments", "run", "show_one"]


def arguments(parser: ArgumentParser) -> None:
    """The id, and as of when."""
    parser.add_argument("id", help="of a move, or its first letters")
    parser.add_argument("--as-of", metavar="X", help="a day, or @POSITION")
    parser.add_argument("--tz", metavar="ZONE", help="time zone of the periods that are typed (default UTC)")
    parser.add_argument("-f", "--format", choices=("text", "json", "ndjson"), help="default: text")


def run(args: Namespace, context: Context) -> int:
    """Prints the move. Raises UsageError where there is none of that id."""
    as_of = None
    if args.as_of:
        from timeline.period import parse_period

        as_of = parse_period(args.as_of, now=context.clock(), tz=zone(args.tz))
    with chronology(context) as connection:
        return show_one(connection, args.id, context, as_of=as_of, style=args.format)


def show_one(
    connection: sqlite3.Connection, name: str, context: Context, *, as_of: Period | None, style: str | None
) -> int:
    """One move, as text or as one line of JSON."""
    from timeline.query import Query, why
    from timeline.query import run as answer
    from timeline.render import why as render
    from timeline.render.header import context_of

    found = why(connection, name, as_of)
    if found is None:
        raise UsageError(f"no move has the id {name!r}; `timeline show` lists them")
    query = Query(as_of=as_of, limit=1)
    width = context.width() if context.tty else 0
    told = context_of(answer(connection, query), query, now=context.clock(), width=width, color=context.colored())
    if style in ("json", "ndjson"):
        context.write(render.as_json(found, told))
    else:
        for chunk in render.write(found, told):
            context.write(chunk)
    return 0
