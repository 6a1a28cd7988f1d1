"""One connection at a time to each registrable domain, with a pause between two of them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

from publicsuffixlist import PublicSuffixList

from ingest.fetch.addresses import Target
from store.clock import Clock

__all__ = ["Sleep", "Turns", "domain_of"]

Sleep = Callable[[float], Awaitable[object]]
MOST_LANES = 10_000  # beyond this, lanes that nobody uses are forgotten


@dataclass(slots=True)
class _Lane:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: datetime | None = None
    waiting: int = 0


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def domain_of(target: Target) -> str:
    """What a turn is about: the registrable domain (publicsuffix.org), or host:port where there is none."""
    if target.ip is not None:
        return target.key
    return _suffixes().privatesuffix(target.host) or target.key


class Turns:
    """Hands out turns. ``clock`` and ``sleep`` are passed in, so that weeks of manners can be watched in seconds."""

    def __init__(self, spacing: float, concurrency: int, *, clock: Clock, sleep: Sleep) -> None:
        self._spacing = spacing
        self._clock = clock
        self._sleep = sleep
        self._all = asyncio.Semaphore(concurrency)
        self._lanes: dict[str, _Lane] = {}

    @contextlib.asynccontextmanager
    async def turn(self, target: Target, *, delay: float = 0.0) -> AsyncIterator[None]:
        """Waits until nobody else talks to the target's domain and its pause is over.

        The pause starts when the turn ends. A bare address belongs to no domain, and one that may be asked at all is
        mostly our own: it rests only as long as it was busy. ``delay``: seconds that the host itself asked for
        (Crawl-delay).
        """
        key, named = domain_of(target), target.ip is None
        if len(self._lanes) > MOST_LANES:
            self._lanes = {k: lane for k, lane in self._lanes.items() if lane.waiting}
        lane = self._lanes.setdefault(key, _Lane())
        lane.waiting += 1
        try:
            async with lane.lock:
                if lane.free_at is not None and (pause := (lane.free_at - self._clock()).total_seconds()) > 0:
                    await self._sleep(pause)
                async with self._all:
                    start = self._clock()
                    try:
                        yield
                    finally:
                        now = self._clock()
                        pause = self._spacing if named else min(self._spacing, (now - start).total_seconds())
                        lane.free_at = now + timedelta(seconds=max(pause, delay))
        finally:
            lane.waiting -= 1
