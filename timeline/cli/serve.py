"""The web server alone, over a store that another process fills."""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace

from timeline.cli.context import Context

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """Where it listens."""
    parser.add_argument("--host", default="127.0.0.1", help="default 127.0.0.1")
    parser.add_argument("--port", type=int, default=8420, help="default 8420; 0 is any free one")


def run(args: Namespace, context: Context) -> int:
    """Until it is told to stop."""
    return asyncio.run(_run(args, context))


async def _run(args: Namespace, context: Context) -> int:
    import signal
    import sys

    from timeline.cli.journal import Journal
    from timeline.cli.projector import Projector
    from timeline.cli.server import listening

    stop, journal = asyncio.Event(), Journal(context)
    journal.listen()
    projector = Projector(context, journal)
    await projector.caught_up()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with listening(args.host, args.port, context) as (address, _ended):
        context.write(f"timeline listens on {address}\n")
        sys.stdout.flush()
        await projector.run(stop)
    await projector.close()
    return 0
