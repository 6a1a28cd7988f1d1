"""Outcomes of many sources in one commit, because a commit that survives a power cut costs milliseconds.

    refresh ─record(work)→ waiting … ─5 ms→ one transaction, a savepoint for each ─→ answers

Each outcome is kept whole or not at all, and one that cannot be kept takes no other with it.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from store.errors import CorruptLogError
from store.log import Log, Transaction

__all__ = ["FATAL", "Commits"]

T = TypeVar("T")
WAIT = 0.005  # seconds that an outcome waits for company
#: the store itself is broken: nobody's outcome can be kept
FATAL = (sqlite3.Error, CorruptLogError)


class Commits:
    """Gathers what is to be recorded. For one event loop and one log; ``wait``: seconds that an outcome waits."""

    def __init__(self, log: Log, wait: float = WAIT) -> None:
        self._log = log
        self._wait = wait
        self._waiting: list[tuple[Callable[[Transaction], Any], asyncio.Future[Any]]] = []

    async def record(self, work: Callable[[Transaction], T]) -> T:
        """What ``work`` answered, once its commit is done. Raises what ``work`` raised, or why nothing was kept."""
        loop = asyncio.get_running_loop()
        kept: asyncio.Future[T] = loop.create_future()
        if not self._waiting:
            loop.call_later(self._wait, self._commit)
        self._waiting.append((work, kept))
        return await kept

    def _commit(self) -> None:
        waiting, self._waiting = self._waiting, []
        futures = [future for _, future in waiting]
        try:
            with self._log.transaction() as tx:
                done = [self._one(tx, work) for work, _ in waiting]
        except Exception as error:  # noqa: BLE001 - raised where each of them is awaited
            done = [error] * len(futures)
        for future, result in zip(futures, done, strict=True):
            if future.cancelled():
                continue
            if isinstance(result, Exception):
                future.set_exception(result)
            else:
                future.set_result(result)

    def _one(self, tx: Transaction, work: Callable[[Transaction], Any]) -> Any:
        execute = self._log.connection.execute
        execute("SAVEPOINT outcome")
        try:
            answer = work(tx)
        except FATAL:
            raise
        except Exception as error:  # noqa: BLE001 - raised where it is awaited
            execute("ROLLBACK TO SAVEPOINT outcome")
            answer = error
        execute("RELEASE SAVEPOINT outcome")
        return answer
