"""Open disputes: what two sources say that cannot both be true, with both quotes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline.cli.context import Context
from timeline.cli.filters import add_filters, asked
from timeline.cli.opened import chronology

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """Filters of the moves, and the format."""
    add_filters(parser)
    parser.add_argument("-f", "--format", choices=("text", "ndjson"), help="default: text on a terminal, else ndjson")
    parser.add_argument("--fail-empty", action="store_true", help="exit 3 where there is none")


def run(args: Namespace, context: Context) -> int:
    """Prints the disputes."""
    from timeline.query import disputes
    from timeline.query import run as answer
    from timeline.render import disputes as render
    from timeline.render.header import context_of

    query = asked(args, context)
    with chronology(context) as connection:
        pairs = disputes(connection, query)
        if (args.format or ("text" if context.tty else "ndjson")) == "ndjson":
            chunks = render.ndjson(pairs)
        else:
            page = answer(connection, asked(args, context, limit="1"))
            width = context.width() if context.tty else 0
            chunks = render.write(
                pairs, context_of(page, query, now=context.clock(), width=width, color=context.colored())
            )
        for chunk in chunks:
            context.write(chunk)
    return 3 if args.fail_empty and not pairs else 0
