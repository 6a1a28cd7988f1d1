"""Servers that mean harm, each with a healthy neighbour that must not notice."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

import pytest

from ingest.fetch import FetchError, Limits, Response
from tests.servers.hostile import ANSWERS, FEED, Case
from tests.servers.http import door_to, reply, serving

LIMITS = Limits(total_seconds=1.0, connect_seconds=1.0, body_bytes=2_000_000)
LONGEST = 2.5  # seconds that any of these may take: the total, and a slow machine


@dataclass(slots=True)
class Told:
    """What became of the bad one and of its neighbours."""

    bad: Response | FetchError
    beside: Response  # another host, asked at the same time
    after: Response  # the same host, asked next
    seconds: float


async def _ask_beside(case: Case) -> Told:
    healthy = reply(FEED, etag='"healthy"')
    async with serving({"/bad": case.handler, "/good": healthy}) as here, serving({"/good": healthy}) as there:
        door = door_to(here, there, limits=LIMITS)

        async def bad() -> Response | FetchError:
            try:
                return await door.get(here.url("/bad"))
            except FetchError as error:
                return error

        start = time.monotonic()
        first, beside = await asyncio.gather(bad(), door.get(there.url("/good")))
        after = await door.get(here.url("/good"))
        return Told(first, beside, after, time.monotonic() - start)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_hostile_answer_costs_its_own_source_and_no_other(name: str) -> None:
    """Whatever a server sends: a FetchError that names it, or a bounded answer; and both neighbours are read."""
    case = ANSWERS[name]
    told = asyncio.run(_ask_beside(case))
    if isinstance(told.bad, FetchError):
        assert told.bad.kind in case.kinds, f"{told.bad.kind}: {told.bad}"
        assert "/bad" in str(told.bad.url)
    else:
        assert case.right is not None, told.bad
        assert case.right(told.bad), told.bad
    for neighbour in (told.beside, told.after):
        assert (neighbour.status, neighbour.body, neighbour.etag) == (200, FEED, '"healthy"')
    assert told.seconds < LONGEST
