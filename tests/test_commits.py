"""Many outcomes in one commit: each whole or not at all, and none at another's cost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from ingest.commits import Commits
from store.events import SourceRecovered
from store.log import Log, NewEvent, Transaction

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def keeps(name: str) -> Callable[[Transaction], str]:
    """An outcome with an event and a state."""

    def work(tx: Transaction) -> str:
        tx.append([NewEvent(SourceRecovered(name=name), f"source:{name}", f"recovered/{name}")])
        tx.put("source", name, b"kept")
        return name

    return work


def breaks(tx: Transaction) -> str:
    """An outcome that fails when half of it is written."""
    keeps("broken")(tx)
    raise ValueError("odd bytes")


def test_one_that_cannot_be_kept_costs_no_other() -> None:
    """Its half is taken back, its neighbours stand, the chain verifies."""

    async def story() -> None:
        with Log.open("sqlite:///:memory:", clock=lambda: NOW) as log:
            commits = Commits(log)
            works = (keeps("a"), breaks, keeps("b"))
            done = await asyncio.gather(*(commits.record(work) for work in works), return_exceptions=True)
            assert (done[0], str(done[1]), done[2]) == ("a", "odd bytes", "b")
            assert [r.stream for r in log.read()] == ["source:a", "source:b"]
            assert set(log.items("source")) == {"a", "b"}
            assert log.verify().ok

    asyncio.run(story())


def test_where_the_store_is_broken_everybody_hears_it() -> None:
    """A commit that fails kept nothing, and nobody is told that it did."""

    async def story() -> None:
        log = Log.open("sqlite:///:memory:", clock=lambda: NOW)
        commits = Commits(log)
        waiting = [asyncio.ensure_future(commits.record(keeps(name))) for name in "ab"]
        log.close()
        for future in waiting:
            with pytest.raises(Exception, match="closed database"):
                await future

    asyncio.run(story())


def test_outcomes_that_come_together_share_a_commit() -> None:
    """Twenty outcomes, one transaction."""

    async def story() -> None:
        with Log.open("sqlite:///:memory:", clock=lambda: NOW) as log:
            statements: list[str] = []
            log.connection.set_trace_callback(statements.append)
            commits = Commits(log)
            await asyncio.gather(*(commits.record(keeps(f"s{n}")) for n in range(20)))
            assert [s for s in statements if s.startswith(("BEGIN", "COMMIT"))] == ["BEGIN IMMEDIATE", "COMMIT"]
            assert log.head().position == 20

    asyncio.run(story())
