"""Says that some claims of a move are a move of their own. `timeline why ID` prints the names of the claims.

timeline split 4c1f --claim 77aa01 --why "another model"
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline.cli.context import Context
from timeline.cli.curate import add_reasons, author, move_of, opened_log, recorded_judgement, stream_of

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """The move, the claims, the reason."""
    parser.add_argument("id", help="of a move, or its first letters")
    parser.add_argument("--claim", action="append", required=True, metavar="KEY", help="a claim; may be repeated")
    add_reasons(parser)


def run(args: Namespace, context: Context) -> int:
    """Records the judgement."""
    from timeline.curation import split
    from timeline.query import why

    by = author(args)
    with opened_log(context) as log:
        move = move_of(log, args.id)
        found = why(log.connection, move.id)
        event = split(move, [c.key for c in found.claims] if found else [], args.claim, by=by, why=args.why)
        position = recorded_judgement(log, move.id, event, len(stream_of(log, move.id)))
    told = f"{len(event.claims)} claims split off {move.id} by {by} at @{position}"
    context.write(f"{told}; `timeline undo @{position}` takes it back\n")
    return 0
