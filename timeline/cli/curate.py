"""What the commands of curation share: who and why, the move as shown, one append at the version that was seen."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.errors import UsageError
from timeline.cli.context import Context
from timeline.cli.opened import log_of, progress

if TYPE_CHECKING:
    from store.events import Event
    from store.log import Log
    from store.records import Recorded
    from timeline.view import MoveView

__all__ = ["add_reasons", "author", "judged", "move_of", "opened_log", "recorded_judgement", "stream_of"]


def add_reasons(parser: ArgumentParser) -> None:
    """--why, which must be given, and --by."""
    parser.add_argument("--why", required=True, metavar="TEXT", help="the reason; it stands beside the move for ever")
    parser.add_argument("--by", metavar="NAME", help="who judges (TIMELINE_USER; default: the login name)")


def author(args: Namespace) -> str:
    """Who judges. Raises UsageError where nobody is known, or no reason is given."""
    import getpass

    if not args.why.strip():
        raise UsageError("--why is empty: a judgement needs its reason")
    try:
        by = str(args.by or os.environ.get("TIMELINE_USER") or getpass.getuser()).strip()
    except (OSError, KeyError):
        by = ""
    if not by:
        raise UsageError("who judges? say --by NAME")
    return by


@contextmanager
def opened_log(context: Context) -> Iterator[Log]:
    """The log, with the read model caught up: what is judged is what is shown."""
    from timeline.readmodel import ReadModel

    with log_of(context) as log:
        ReadModel(log.connection).catch_up(log, progress=progress(context, "reading the log"))
        yield log


def move_of(log: Log, name: str) -> MoveView:
    """A move by id or its first letters. Raises UsageError."""
    from timeline.query import find

    move = find(log.connection, name)
    if move is None:
        raise UsageError(f"no move has the id {name!r}; `timeline show` lists them")
    return move


def stream_of(log: Log, move: str) -> list[Recorded]:
    """What was judged of a move so far."""
    return list(log.read(stream=f"move:{move}"))


def recorded_judgement(log: Log, move: str, event: Event, version: int) -> int:
    """Appends at the version that was seen; answers the position. Raises ConflictError where somebody was faster."""
    from store.log import NewEvent
    from timeline.readmodel import ReadModel

    stream = f"move:{move}"
    new = log.append(
        [NewEvent(event, stream, f"judged/{move}/{version}/{type(event).__name__}")], expect={stream: version}
    )
    ReadModel(log.connection).catch_up(log)
    return new[0].position if new else log.head().position


def judged(
    args: Namespace, context: Context, decide: Callable[[MoveView, list[Recorded], str], Event], told: str
) -> int:
    """The same judgement of each move of ``args.ids``: all decided on what is shown, then appended and told."""
    by = author(args)
    with opened_log(context) as log:
        decided = []
        for move in {(m := move_of(log, name)).id: m for name in args.ids}.values():
            stream = stream_of(log, move.id)
            decided.append((move.id, decide(move, stream, by), len(stream)))
        for move_id, event, version in decided:
            position = recorded_judgement(log, move_id, event, version)
            context.write(f"{move_id} {told} by {by} at @{position}; `timeline undo @{position}` takes it back\n")
    return 0
