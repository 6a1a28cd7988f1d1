"""Health of the daemon and of every source: what happened last, when it is asked next, and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from timeline.cli.context import Context
from timeline.cli.opened import log_to_read

if TYPE_CHECKING:
    from ingest.health import Health
    from store.log import Log

__all__ = ["arguments", "healths", "run", "source_table"]


def arguments(parser: ArgumentParser) -> None:
    """The format."""
    parser.add_argument("-f", "--format", choices=("text", "json"), help="default: text")


def run(args: Namespace, context: Context) -> int:
    """Prints the status; exit 0 whatever it is."""
    from msgspec import to_builtins

    with log_to_read(context) as log:
        told = summary(log, context)
        sources = healths(log, context)
    if args.format == "json":
        from timeline.render.ndjson import dump

        context.write(dump({**told, "sources": to_builtins(sources)}) + "\n")
        return 0
    context.write(_head(told))
    context.write(source_table(sources))
    return 0


def summary(log: Log, context: Context) -> dict[str, Any]:
    """Daemon, log and read model, for people and programs."""
    from ingest.lock import holder
    from timeline.readmodel import ReadModel

    head, model = log.head(), ReadModel(log.connection)
    return {
        "store": context.db,
        "daemon": holder(context.db),
        "position": head.position,
        "hash": head.hash,
        "folded": model.position,
        "behind": model.behind(log),
    }


def healths(log: Log, context: Context) -> list[Health]:
    """The health of every source of the configuration."""
    from ingest.health import health
    from ingest.pipeline import states
    from timeline.cli.config import sources_of

    return health(sources_of(context).sources, states(log), context.clock())


def _head(told: dict[str, Any]) -> str:
    daemon = f"running (process {told['daemon']})" if told["daemon"] else "not running"
    behind = f", {told['behind']} events not folded yet" if told["behind"] else ""
    return f"daemon  {daemon}\nstore   {told['store']}, {told['position']} events{behind}\n\n"


def source_table(sources: list[Health]) -> str:
    """A line a source."""
    from timeline.render.terminal import plain

    rows = [("source", "state", "last asked", "next", "what happened; why then")]
    for one in sources:
        what = None if one.what in one.reason else one.what  # a back-off says what it is for
        words = "; ".join(filter(None, (what, one.quiet, one.reason)))
        rows.append((one.name, one.state, _short(one.asked), _short(one.next), plain(words)))
    wide = [max(len(row[i]) for row in rows) for i in range(4)]
    return "".join(
        "  ".join(cell.ljust(w) for cell, w in zip(row[:4], wide, strict=True)) + f"  {row[4]}\n" for row in rows
    )


def _short(moment: str | None) -> str:
    return moment[:16].replace("T", " ") if moment else "-"
