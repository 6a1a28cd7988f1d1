"""What changed in what is known between two as-of points: new, changed, merged, disputed, settled, withdrawn.

timeline diff 2025-04 2025-05      by what was publicly known
timeline diff @1200 @1300          by what this log knew
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline.cli.context import Context
from timeline.cli.filters import zone
from timeline.cli.opened import chronology

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """The two points, and the format."""
    parser.add_argument("a", metavar="A", help="a day or period, or @POSITION")
    parser.add_argument("b", metavar="B", help="the same, later")
    parser.add_argument("--tz", metavar="ZONE", help="time zone of the periods that are typed (default UTC)")
    parser.add_argument("-f", "--format", choices=("text", "ndjson"), help="default: text on a terminal, else ndjson")


def run(args: Namespace, context: Context) -> int:
    """Prints the differences with their reasons."""
    from timeline.period import parse_period
    from timeline.query import Query, diff
    from timeline.query import run as answer
    from timeline.render import diff as render
    from timeline.render.header import context_of

    now, tz = context.clock(), zone(args.tz)
    a, b = parse_period(args.a, now=now, tz=tz), parse_period(args.b, now=now, tz=tz)
    with chronology(context) as connection:
        found = diff(connection, a, b)
        if (args.format or ("text" if context.tty else "ndjson")) == "ndjson":
            chunks = render.ndjson(found)
        else:
            query = Query(limit=1)
            width = context.width() if context.tty else 0
            told = context_of(answer(connection, query), query, now=now, width=width, color=context.colored())
            chunks = render.write(found, told)
        for chunk in chunks:
            context.write(chunk)
    return 0
