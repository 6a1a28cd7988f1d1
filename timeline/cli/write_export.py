"""The whole log as NDJSON, lossless: `timeline import` makes the same store of it.

timeline export backup.ndjson      a file; - is standard output
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from store.errors import InputError
from timeline.cli.context import Context
from timeline.cli.opened import log_to_read

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("file", metavar="FILE", help="- is standard output")


def run(args: Namespace, context: Context) -> int:
    """Writes every event."""
    from store.transfer import export_log

    with log_to_read(context) as log:
        if args.file == "-":
            for line in export_log(log):
                sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
            return 0
        try:
            with open(args.file, "xb") as file:  # noqa: PTH123 - never over a file that is there
                for line in export_log(log):
                    file.write(line)
        except OSError as error:
            raise InputError(f"{args.file}: {error.strerror}", source=args.file) from None
        context.note(f"{log.head().position} events written to {args.file}")
    return 0
