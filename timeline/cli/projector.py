"""Keeps the read model up with the log while the daemon runs, whoever appends: in a thread of its own."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from timeline.cli.context import Context

if TYPE_CHECKING:
    from store.log import Log
    from timeline.cli.journal import Journal

__all__ = ["Projector"]

#: seconds between two looks at the log
EVERY = 0.5


class Projector:
    """One thread, one connection. A problem is told once, and tried again at the next look.

    On a medium that cannot be written nothing is folded: what stands there is shown as it was left.
    """

    def __init__(self, context: Context, journal: Journal) -> None:
        self._context, self._journal = context, journal
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="projector")
        self._log: Log | None = None
        self._told = ""

    async def run(self, stop: asyncio.Event) -> None:
        """Until ``stop``."""
        while not stop.is_set():
            try:
                await self.caught_up()
                self._told = ""
            except Exception as error:  # noqa: BLE001 - told, and tried again: what is served meanwhile is the last state
                if str(error) != self._told:
                    self._journal.problem(error)
                self._told = str(error)
            await asyncio.sleep(EVERY)

    async def caught_up(self) -> None:
        """Folds what is new."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._catch_up)

    async def close(self) -> None:
        """Ends the thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown(wait=False)

    def _catch_up(self) -> None:
        from store.errors import InputError
        from store.log import Log
        from timeline.readmodel import ReadModel

        if self._log is None:
            try:
                self._log = Log.open(self._context.db, clock=self._context.clock)
            except InputError:
                Log.open(self._context.db, clock=self._context.clock, read_only=True).close()  # or it cannot be read
                return
            if self._log.head().position == 0:
                from timeline.cli.config import start_chronology

                start_chronology(self._log, self._context)
        ReadModel(self._log.connection).catch_up(self._log)

    def _close(self) -> None:
        if self._log is not None:
            self._log.close()
