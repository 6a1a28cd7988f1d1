"""What is wrong with this installation, and how to mend it: configuration, store, log, read model, sources."""

from __future__ import annotations

import sqlite3
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.errors import TimelineError
from timeline.cli.context import Context

if TYPE_CHECKING:
    from store.log import Log

__all__ = ["arguments", "run"]

Finding = tuple[str, str, str]  # ok, warning or wrong; what; how to mend it


def arguments(parser: ArgumentParser) -> None:
    """The format."""
    parser.add_argument("-f", "--format", choices=("text", "json"), help="default: text")


def run(args: Namespace, context: Context) -> int:
    """Tells what was looked at; exit 1 where something is wrong."""
    found = list(_findings(context))
    if args.format == "json":
        from timeline.render.ndjson import dump

        context.write(dump([{"level": a, "what": b, "mend": c or None} for a, b, c in found]) + "\n")
    else:
        for level, what, mend in found:
            context.write(f"{level:<8} {what}\n" + (f"{'':<8} → {mend}\n" if mend else ""))
    return 1 if any(level == "wrong" for level, _, _ in found) else 0


def _findings(context: Context) -> Iterator[Finding]:
    yield from _program()
    yield from _configuration(context)
    from timeline.cli.opened import log_to_read

    try:
        with log_to_read(context) as log:
            yield from _store(log, context)
    except TimelineError as error:
        yield "wrong", str(error), "check --db, its directory and its permissions"


def _program() -> Iterator[Finding]:
    version = sqlite3.sqlite_version_info
    level = "ok" if version >= (3, 35) else "wrong"
    yield level, f"SQLite {sqlite3.sqlite_version}", "" if level == "ok" else "3.35 or later is needed"


def _configuration(context: Context) -> Iterator[Finding]:
    from pathlib import Path

    from timeline.cli.config import lexicon_of, sources_of

    try:
        sources = sources_of(context).sources
        yield "ok", f"{context.config}/sources.toml: {len(sources)} sources", ""
        lexicon = lexicon_of(context)
        yield "ok", f"{context.config}/lexicon.toml: about {lexicon.name}", ""
        if (path := Path(context.config) / "chronicle.toml").exists():
            from ingest.chronicle import Names, load_chronicle

            entries = load_chronicle(path, Names(lexicon.actor_id, lexicon.object_id, lexicon.subject.id))
            yield "ok", f"{path}: {len(entries)} entries", ""
    except TimelineError as error:
        yield "wrong", str(error), "correct the file at that line"


def _store(log: Log, context: Context) -> Iterator[Finding]:
    from timeline.cli.status import healths
    from timeline.readmodel import ReadModel

    report = log.verify()
    yield ("ok" if report.ok else "wrong"), f"{context.db}: {report.positions} events", ""
    for problem in report.problems:
        yield "wrong", problem, "restore a backup (`timeline import`), or keep what is readable with `timeline export`"
    behind = ReadModel(log.connection).behind(log)
    yield (
        ("warning" if behind else "ok"),
        f"read model {behind} events behind",
        "`timeline show` folds them" if behind else "",
    )
    for one in healths(log, context):
        if one.state == "failing":
            yield (
                "warning",
                f"{one.name}: {one.what}",
                f"next try {one.next}: {one.reason}; or `timeline fetch {one.name}`",
            )
