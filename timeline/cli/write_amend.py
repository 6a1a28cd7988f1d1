"""Corrects a field of a move. A person's judgement always wins over the fold, and the line says so everywhere.

timeline amend 4c1f --date 2025-04-05 --why "the publisher's own post says so"
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from store.errors import UsageError
from timeline.cli.context import Context
from timeline.cli.curate import add_reasons, judged

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """The moves, the field, the reason."""
    from timeline.curation import FIELDS

    parser.add_argument("ids", nargs="+", metavar="ID", help="of a move, or its first letters")
    for field in FIELDS:
        parser.add_argument(f"--{field}", metavar="VALUE", help=f"the {field} that is right")
    parser.add_argument("--override", action="store_true", help="although somebody else has set it otherwise")
    add_reasons(parser)


def run(args: Namespace, context: Context) -> int:
    """Records one correction."""
    from timeline.curation import FIELDS, amend

    given = [(field, getattr(args, field)) for field in FIELDS if getattr(args, field) is not None]
    if len(given) != 1:
        raise UsageError(f"name one field: {', '.join('--' + f for f in FIELDS)}")
    field, value = given[0]
    return judged(
        args,
        context,
        lambda move, stream, by: amend(move, stream, field, value, by=by, why=args.why, override=args.override),
        f"{field} amended to {value}",
    )
