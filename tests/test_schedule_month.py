"""Weeks of many sources, simulated in seconds."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from store.log import Log
from tests.servers.month import KINDS, START, Figures, Publisher, simulate
from tests.servers.monthline import Stage

EACH = 10


@pytest.fixture(scope="module")
def month() -> Figures:
    """Ten sources of each behaviour for 30 days, with a restart every night and one outage of 7 hours."""
    return simulate(EACH * len(KINDS), 30)


def test_no_request_comes_before_its_time(month: Figures) -> None:
    """Every publisher works out for itself when it may be asked; nobody asks sooner."""
    assert month.requests > 50_000
    assert month.early == 0


def test_none_comes_more_than_an_hour_after_it(month: Figures) -> None:
    """Nor is any forgotten: within the hour of the publisher's own time, and at the next tick of ours."""
    assert month.late == 0
    assert month.most_late <= timedelta(minutes=1)


def test_every_request_that_can_be_conditional_is(month: Figures) -> None:
    """Through restarts, errors, moves and temporary redirects, what was answered with validators is asked with them."""
    assert month.needless == 0
    assert month.not_modified > month.requests / 3


def test_sources_move_retire_fail_and_recover_once_each_time(month: Figures) -> None:
    """Who moved is asked at the new address, 410 retires, all that were ill recovered, 404 is asked for ever."""
    assert (month.moved, month.moved_asked_at_old, month.retired) == (EACH, 0, EACH)
    assert month.failing_at_end == EACH
    assert month.failing - month.recovered == EACH
    assert month.recovered >= 3 * 5 * EACH  # three kinds fail often enough within each of five bad days
    assert month.by_kind["always-404"] >= 29 * EACH


def test_there_is_no_storm(month: Figures) -> None:
    """Neither at the start nor after the outage are more than a few asked in the same half minute."""
    assert month.busiest <= 20


def test_the_line_keeps_to_the_same_times() -> None:
    """One source of each behaviour for 12 days, asked by the line: the log holds what the schedule decided."""
    with Log.open("sqlite:///:memory:", clock=lambda: START) as log:
        stage = Stage(log, [Publisher(n, kind) for n, kind in enumerate(KINDS)])
        asyncio.run(stage.play(12))
        types = [r.type for r in log.read() if r.type.startswith("Source")]
    assert stage.figures.requests > 1800
    assert (stage.figures.early, stage.figures.late) == (0, 0)
    assert sum(p.needless for p in stage.sites.values()) == 0
    assert (types.count("SourceMoved"), types.count("SourceRetired")) == (1, 1)
    assert types.count("SourceFailing") - types.count("SourceRecovered") == 1
