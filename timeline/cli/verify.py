"""Checks the chain of the log, its counts, and that the read model is the fold of the log."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline.cli.context import Context
from timeline.cli.opened import log_to_read, progress

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """None of its own."""
    del parser


def run(args: Namespace, context: Context) -> int:
    """Tells what was checked; exit 1 with every problem found."""
    from timeline.readmodel import ReadModel

    del args
    with log_to_read(context) as log:
        report = log.verify(progress(context, "checking the log"))
        model = ReadModel(log.connection)
        problems = [*report.problems, *model.verify(log, progress=progress(context, "folding afresh")).problems]
        head = log.head()
    for problem in problems:
        context.note(f"timeline: {problem}")
    if not problems:
        context.write(f"{report.positions} events, chain whole to {head.hash[:16]}; the read model is their fold\n")
    return 1 if problems else 0
