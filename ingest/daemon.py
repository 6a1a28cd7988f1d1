"""Runs the line when sources are due: one tick job that looks who is, not one timer a source.

    tick → due_now → pipeline.run → full texts → after()

The scheduler is APScheduler's; what is due, and why, is decided by ``ingest.schedule`` and kept in the store, so that a
restart asks nobody before their time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from ingest.pipeline import Line, Refreshed, begin, due_now, run, wake
from ingest.sources import Source

__all__ = ["TICK", "Daemon"]

#: seconds between two looks at who is due
TICK = 5

Completed = Callable[[list[Refreshed]], Awaitable[list[Refreshed]]]


@dataclass(slots=True)
class Daemon:
    """``sources`` may be replaced while it runs (a new configuration). ``told`` hears of every outcome."""

    line: Line
    sources: list[Source]
    told: Callable[[Refreshed], None]
    complete: Completed  # what is done with the outcomes of a pass: the articles of summaries
    problem: Callable[[BaseException], None]  # what is told when a pass fails as a whole
    tick: float = TICK
    _running: bool = field(default=False, init=False)

    async def run(self, stop: asyncio.Event) -> None:
        """Until ``stop``. What is under way then is given up: nothing of it is in the log, or all of a source's is."""
        wake(self.line.log, self.sources, self.line.clock())
        scheduler = AsyncIOScheduler(timezone="UTC")
        scheduler.add_job(
            self.once, "interval", seconds=self.tick, id="tick", max_instances=1, coalesce=True,
            next_run_time=self.line.clock(), misfire_grace_time=None,
        )  # fmt: skip
        scheduler.start()
        try:
            await stop.wait()
        finally:
            scheduler.shutdown(wait=False)

    async def once(self) -> list[Refreshed]:
        """One look: whoever is due is asked."""
        if self._running:
            return []
        self._running = True
        try:
            now = self.line.clock()
            due = due_now(begin(self.line.log, self.sources, now), self.sources, now)
            done = await run(self.line, due, told=self.told) if due else []
            return await self.complete(done) if done else []
        except asyncio.CancelledError:  # told to stop: for the scheduler that would be a fault, with a traceback
            return []
        except Exception as error:  # noqa: BLE001 - told, and the next tick tries again: a daemon outlives a bad pass
            self.problem(error)
            return []
        finally:
            self._running = False
