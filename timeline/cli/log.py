"""The raw events, oldest first.

timeline log --type PostRevised        what was edited
timeline log --after 18400 -f ndjson   one event a line, for programs
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from store.errors import UsageError
from timeline.cli.context import Context
from timeline.cli.opened import log_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.log import Log
    from store.records import Recorded

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """Which events, and how."""
    parser.add_argument("--after", type=int, default=0, metavar="N", help="positions above this one")
    parser.add_argument("--type", action="append", metavar="T", help="of this type; may be repeated")
    parser.add_argument("--stream", metavar="S", help="of this stream: post:ID, source:NAME, entry:ID, move:ID")
    parser.add_argument("--limit", type=int, metavar="N", help="at most so many")
    parser.add_argument("-f", "--format", choices=("text", "ndjson"), help="default: text on a terminal, else ndjson")
    parser.add_argument("--follow", action="store_true", help="go on with what is appended from now on")


def run(args: Namespace, context: Context) -> int:
    """Prints the events. Raises UsageError for a type that there is not."""
    _checked(args.type)
    style = args.format or ("text" if context.tty else "ndjson")
    with log_to_read(context) as log:
        after = _print(log, args, context, args.after, style)
        while args.follow:
            sys.stdout.flush()
            time.sleep(0.5)
            after = _print(log, args, context, after, style)
    return 0


def _checked(types: list[str] | None) -> None:
    from store.events import EVENT_TYPES

    names = sorted(EVENT_TYPES)
    for name in types or ():
        if name not in names:
            from difflib import get_close_matches

            near = get_close_matches(name, names, 1)
            raise UsageError(
                f"{name!r} is no event type; " + (f"did you mean {near[0]}?" if near else ", ".join(names))
            )


def _print(log: Log, args: Namespace, context: Context, after: int, style: str) -> int:
    for recorded in _records(log, args, after):
        context.write(_line(recorded) if style == "ndjson" else _told(recorded))
        after = recorded.position
    return after


def _records(log: Log, args: Namespace, after: int) -> Iterator[Recorded]:
    types = tuple(args.type) if args.type else None
    return log.read(after=after, types=types, stream=args.stream, limit=args.limit)


def _line(recorded: Recorded) -> str:
    """The shape of docs/cli.md, log, ``data`` as the object it is."""
    data = recorded.data.decode() or "null"
    from timeline.render.ndjson import dump

    head = dump(
        {"position": recorded.position, "id": recorded.event_id, "stream": recorded.stream, "version": recorded.version,
         "type": recorded.type, "schema": recorded.schema, "recorded_at": recorded.recorded_at}
    )  # fmt: skip
    return f'{head[:-1]},"data":{data},"hash":"{recorded.hash}"}}\n'


def _told(recorded: Recorded) -> str:
    from timeline.render.terminal import plain

    what = recorded.data.decode() or "(erased)"
    cut = what if len(what) <= 160 else what[:159] + "…"
    return f"{recorded.position:>7}  {recorded.recorded_at}  {recorded.type:<16} {recorded.stream}  {plain(cut)}\n"
