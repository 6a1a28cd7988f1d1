"""One pass over the sources now. Always conditional: a publisher that has nothing new sends nothing.

timeline fetch                 all that are enabled, but those that asked to wait
timeline fetch techcrunch-ai   one source
timeline fetch --due           only what is due
"""

from __future__ import annotations

import asyncio
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from timeline.cli.context import Context
from timeline.cli.line import chosen, full_texts, opened
from timeline.cli.opened import log_of, progress

if TYPE_CHECKING:
    from ingest.pipeline import Refreshed
    from store.log import Log

__all__ = ["arguments", "run", "table"]


def arguments(parser: ArgumentParser) -> None:
    """Which sources, and when."""
    parser.add_argument("source", nargs="*", metavar="SOURCE", help="names; default: all that are enabled")
    parser.add_argument("--due", action="store_true", help="only those whose time has come")
    parser.add_argument("--force", action="store_true", help="also those that asked to wait, or were retired")
    parser.add_argument("-f", "--format", choices=("table", "ndjson"), help="default: table")


def run(args: Namespace, context: Context) -> int:
    """Asks the sources and tells what came of each; exit 4 if some failed."""
    with log_of(context) as log:
        done = asyncio.run(_pass(args, context, log))
        caught_up(log, context)
    context.write(ndjson(done) if args.format == "ndjson" else table(done))
    failed = sum(one.failed for one in done)
    return 4 if failed else 0


def caught_up(log: Log, context: Context) -> None:
    """Folds what was appended, so that the next command finds it done."""
    from timeline.readmodel import ReadModel

    ReadModel(log.connection).catch_up(log, progress=progress(context, "reading the log"))


async def _pass(args: Namespace, context: Context, log: Log) -> list[Refreshed]:
    from ingest.pipeline import begin, due_now
    from ingest.pipeline import run as go

    async with opened(context, log) as work:
        sources = chosen(work.config, args.source)
        if args.due:
            sources = due_now(begin(log, sources, context.clock()), sources, context.clock())
        bar = _Bar(len(sources), shown=context.verbose >= 0 and sys.stderr.isatty())
        done = await go(work.line, sources, told=bar.told, force=args.force)
        done = await full_texts(work, done)
        bar.end()
    return done


class _Bar:
    """A progress bar on a terminal, nothing in a pipe."""

    def __init__(self, whole: int, *, shown: bool) -> None:
        self.done, self.whole, self.shown = 0, whole, shown

    def told(self, one: Refreshed) -> None:
        """One more source has answered, or failed."""
        self.done += 1
        if self.shown:
            filled = round(24 * self.done / max(self.whole, 1))
            bar = "█" * filled + "░" * (24 - filled)
            sys.stderr.write(f"\r{bar} {self.done}/{self.whole}  {one.source.name[:40]}\x1b[K")
            sys.stderr.flush()

    def end(self) -> None:
        """The line is given back."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")


def table(done: Sequence[Refreshed]) -> str:
    """The outcomes, a line each, and their sum."""
    from timeline.render.terminal import plain

    rows = [("source", "outcome", "new", "revised", "claims", "next", "why")]
    rows += [_row(one) for one in done]
    wide = [max(len(row[i]) for row in rows) for i in range(6)]
    lines = [
        "  ".join(cell.ljust(w) for cell, w in zip(row[:6], wide, strict=True)) + f"  {plain(row[6])}" for row in rows
    ]
    failed, new = sum(one.failed for one in done), sum(one.new for one in done)
    asked = f"{len(done)} {'source' if len(done) == 1 else 'sources'}"
    total = f"{asked}: {failed} failed, {new} new posts, {sum(one.claims for one in done)} claims"
    return "\n".join([*(line.rstrip() for line in lines), total, ""])


def _row(one: Refreshed) -> tuple[str, str, str, str, str, str, str]:
    state = one.state
    following = f"{state.due:%m-%d %H:%M}" if state and state.due else "never"
    why = one.why or "; ".join((*(["posts may have been missed"] if one.gap else []), *one.notes))
    return one.source.name, one.word, str(one.new or ""), str(one.revised or ""), str(one.claims or ""), following, why


def ndjson(done: Sequence[Refreshed]) -> str:
    """The outcomes for programs, a line each."""
    from timeline.render.ndjson import dump

    return "".join(dump(_record(one)) + "\n" for one in done)


def _record(one: Refreshed) -> dict[str, Any]:
    state = one.state
    return {
        "source": one.source.name,
        "outcome": one.word,
        "status": one.status,
        "new": one.new,
        "revised": one.revised,
        "claims": one.claims,
        "gap": one.gap,
        "next": state.due.isoformat() if state and state.due else None,
        "reason": state.reason if state else None,
        "why": one.why or None,
        "notes": list(one.notes),
    }
