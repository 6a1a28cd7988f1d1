"""Takes a judgement back: an amendment, confirmation, rejection, merge or split.

timeline undo @1234 --why "the source was right"     by the position of the judgement
timeline undo 4c1f --why "..."                       the latest judgement of a move
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from store.errors import UsageError
from timeline.cli.context import Context
from timeline.cli.curate import add_reasons, author, move_of, opened_log, recorded_judgement, stream_of

if TYPE_CHECKING:
    from store.log import Log
    from store.records import Recorded

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """The judgement and the reason."""
    parser.add_argument("what", help="@POSITION of a judgement, or the id of a move for its latest")
    add_reasons(parser)


def run(args: Namespace, context: Context) -> int:
    """Records that it is taken back."""
    from timeline.curation import undo

    by = author(args)
    with opened_log(context) as log:
        recorded = _judgement(log, args.what)
        move = recorded.stream.removeprefix("move:")
        stream = stream_of(log, move)
        position = recorded_judgement(log, move, undo(recorded, stream, by=by, why=args.why), len(stream))
    context.write(f"{recorded.type} of {move} (@{recorded.position}) taken back by {by} at @{position}\n")
    return 0


def _judgement(log: Log, what: str) -> Recorded:
    from timeline.curation import standing

    if what.startswith("@"):
        number = int(what[1:]) if what[1:].isdigit() else 0
        found = next(iter(log.read(after=number - 1, until=number)), None) if number else None
        if found is None:
            raise UsageError(f"there is no event at {what}")
        return found
    move = move_of(log, what)
    latest = standing(stream_of(log, move.id))
    if not latest:
        raise UsageError(f"nobody has judged {move.id}")
    return latest[-1]
