"""Takes a move out of the chronology. It stays in the log and under its id.

timeline reject 4c1f --why "..."
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline.cli.context import Context
from timeline.cli.curate import add_reasons, judged

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """The moves and the reason."""
    parser.add_argument("ids", nargs="+", metavar="ID", help="of a move, or its first letters")
    add_reasons(parser)


def run(args: Namespace, context: Context) -> int:
    """Records the judgement."""
    from timeline.curation import reject

    return judged(args, context, lambda move, stream, by: reject(move, stream, by=by, why=args.why), "rejected")
