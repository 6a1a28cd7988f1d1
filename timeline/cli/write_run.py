"""The daemon: asks the sources when they are due, reads their posts, keeps the chronology and serves it.

timeline run                    on http://127.0.0.1:8420
timeline run --port 0           on any free port; prints which
timeline run --once             one pass over what is due, then the end

SIGTERM and interrupt end it within three seconds; SIGHUP reads the configuration again.
"""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from timeline.cli.context import Context
from timeline.cli.opened import log_of

if TYPE_CHECKING:
    from ingest.daemon import Daemon
    from store.log import Log
    from timeline.cli.journal import Journal
    from timeline.cli.line import Work

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """Where it listens."""
    parser.add_argument("--host", default="127.0.0.1", help="default 127.0.0.1")
    parser.add_argument("--port", type=int, default=8420, help="default 8420; 0 is any free one")
    parser.add_argument("--once", action="store_true", help="one pass over what is due, then exit")


def run(args: Namespace, context: Context) -> int:
    """Until it is told to stop. Raises LockedError where another daemon has this store."""
    from ingest.lock import only_daemon

    if args.once:
        from timeline.cli import write_fetch

        return write_fetch.run(Namespace(source=[], due=True, force=False, format="table"), context)
    with only_daemon(context.db), log_of(context) as log:
        return asyncio.run(_run(args, context, log))


async def _run(args: Namespace, context: Context, log: Log) -> int:
    from timeline.cli.journal import Journal
    from timeline.cli.line import opened
    from timeline.cli.projector import Projector
    from timeline.cli.server import listening

    stop, journal = asyncio.Event(), Journal(context)
    journal.listen()
    async with opened(context, log) as work:
        projector = Projector(context, journal)
        await projector.caught_up()
        daemon = _daemon(work, journal)
        _on_signals(stop, context, daemon, work, log, journal)
        async with listening(args.host, args.port, context) as (address, ended):
            context.write(f"timeline listens on {address}\n")
            _flushed()
            tasks: list[asyncio.Future[None]] = [
                asyncio.ensure_future(t) for t in (daemon.run(stop), projector.run(stop), ended())
            ]
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            stop.set()
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks, timeout=1)
        await projector.close()
        failed = [error for t in done if not t.cancelled() and (error := t.exception())]
    if failed:
        raise failed[0]
    journal.told("stopped")
    return 0


def _flushed() -> None:
    import sys

    sys.stdout.flush()


def _daemon(work: Work, journal: Journal) -> Daemon:
    from functools import partial

    from ingest.daemon import Daemon
    from timeline.cli.line import full_texts

    sources = [s for s in work.config.sources if s.enabled]
    return Daemon(work.line, sources, journal.refreshed, partial(full_texts, work), journal.problem)


def _on_signals(stop: asyncio.Event, context: Context, daemon: Daemon, work: Work, log: Log, journal: Journal) -> None:
    import signal

    from timeline.cli.reload import reload

    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    loop.add_signal_handler(signal.SIGHUP, reload, context, daemon, work, log, journal)
