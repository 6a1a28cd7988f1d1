"""Folds the whole log again into a new read model beside the live one, and puts it in its place."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline.cli.context import Context
from timeline.cli.opened import log_of, progress

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """None of its own."""
    del parser


def run(args: Namespace, context: Context) -> int:
    """Rebuilds, and tells the digest before and after: the same, unless the rules have changed."""
    from timeline.readmodel import ReadModel

    del args
    with log_of(context) as log:
        model = ReadModel(log.connection)
        model.catch_up(log, progress=progress(context, "catching up"))
        before = model.digest()
        model.rebuild(log, progress=progress(context, "rebuilding"))
        after = model.digest()
    same = (
        "the same as before" if after == before else "not the same as before: the rules have changed, or it was damaged"
    )
    context.write(f"rebuilt to @{after.position}: content {after.content[:16]}, rows {after.rows[:16]}; {same}\n")
    return 0
