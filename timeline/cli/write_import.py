"""A log from NDJSON, as `timeline export` wrote it, into an empty store; every line is verified.

timeline --db sqlite:///new.sqlite import backup.ndjson
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from store.errors import InputError
from timeline.cli.context import Context
from timeline.cli.opened import log_of, progress

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """Where from."""
    parser.add_argument("file", metavar="FILE", help="- is standard input")


def run(args: Namespace, context: Context) -> int:
    """Takes every event in, then folds them."""
    from ingest.identity import canonical_url, keys_of
    from store.reindex import rebuild_posts
    from store.transfer import import_log
    from timeline.readmodel import ReadModel

    try:
        stream = sys.stdin.buffer if args.file == "-" else open(args.file, "rb")  # noqa: PTH123, SIM115 - closed below
    except OSError as error:
        raise InputError(f"{args.file}: {error.strerror}", source=args.file) from None
    with stream, log_of(context) as log:
        import_log(log, stream, source=args.file)
        rebuild_posts(log, canonical_url, keys_of)
        ReadModel(log.connection).catch_up(log, progress=progress(context, "reading the log"))
        head = log.head()
    context.note(f"{head.position} events taken in, chain whole to {head.hash[:16]}")
    return 0
