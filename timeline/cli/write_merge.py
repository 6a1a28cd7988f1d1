"""Says that moves are one: the first keeps its id, the others become aliases of it.

timeline merge 4c1f 9ab2 --why "the same announcement"
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline.cli.context import Context
from timeline.cli.curate import add_reasons, author, move_of, opened_log, recorded_judgement, stream_of

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """The moves and the reason."""
    parser.add_argument("id", help="of the move that the others are")
    parser.add_argument("other", nargs="+", help="ids of the others")
    add_reasons(parser)


def run(args: Namespace, context: Context) -> int:
    """Records the judgement."""
    from timeline.curation import merge

    by = author(args)
    with opened_log(context) as log:
        into, others = move_of(log, args.id), [move_of(log, name) for name in args.other]
        event = merge(into, others, by=by, why=args.why)
        position = recorded_judgement(log, into.id, event, len(stream_of(log, into.id)))
    names = ", ".join(event.moves)
    context.write(f"{names} merged into {into.id} by {by} at @{position}; `timeline undo @{position}` takes it back\n")
    return 0
