"""Bodies that mean harm, each read before a healthy neighbour that must not notice: real processes, one of them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from ingest.model import ParsedFeed
from ingest.parse.worker import ParsePool
from store.errors import ParseError
from tests.gate import faults
from tests.hostile_bodies import BODIES, Body

NOW = datetime(2026, 9, 1, tzinfo=UTC)
GOOD = (
    b'<rss version="2.0"><channel><title>Healthy</title><item><title>A word</title><link>https://b.example/1</link>'
    b"<pubDate>Mon, 31 Aug 2026 10:00:00 GMT</pubDate></item></channel></rss>"
)


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    """One loop for the module, so that the bodies meet the processes that earlier ones have left."""
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def pool(runner: asyncio.Runner) -> Iterator[ParsePool]:
    """One process, so that the neighbour is read by the one that had the bad body, or by its successor."""
    pool = ParsePool(workers=1, seconds=4, patience=20.0)
    yield pool
    runner.run(pool.close())


async def _both(pool: ParsePool, case: Body) -> tuple[ParsedFeed | ParseError, ParsedFeed]:
    async def bad() -> ParsedFeed | ParseError:
        try:
            return await pool.parse(
                case.body, url="https://a.example/feed", content_type=case.content_type, kind=case.kind, now=NOW
            )
        except ParseError as error:
            return error

    healthy = pool.parse(GOOD, url="https://b.example/feed", content_type="text/xml", now=NOW)
    return await bad(), await healthy


@pytest.mark.parametrize("name", BODIES)
def test_a_hostile_body_costs_its_own_source_and_no_other(name: str, runner: asyncio.Runner, pool: ParsePool) -> None:
    """Whatever a body holds: a ParseError that names its source, or posts that are safe; the neighbour is whole."""
    case = BODIES[name]
    found, neighbour = runner.run(_both(pool, case))
    if isinstance(found, ParseError):
        assert found.kind in case.kinds, f"{found.kind}: {found}"
        assert "https://a.example/feed" in str(found)
    else:
        assert case.right is not None, found
        assert case.right(found), repr(found)[:2000]
        assert faults(found, NOW + timedelta(days=2)) == []
    assert [(p.title, p.published) for p in neighbour.posts] == [("A word", "2026-08-31T10:00:00Z")]


def test_there_are_enough_of_them() -> None:
    """The hostile cases of contents alone are more than sixty."""
    assert len(BODIES) >= 60
