"""Real polling histories through the line: what months of a feed leave in the log."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from ingest.sources import Source
from store.events import GapSuspected, PostObserved, PostRevised
from store.log import Log
from tests.replay import Capture, Replayed, digest, lost_overlaps, read_sequence, replay

pytestmark = pytest.mark.corpus

NAMES = ("ai-meta-blog", "ai-meta-research", "anthropic-news-turing", "npr")


class Story:
    """A sequence, replayed twice into one log."""

    def __init__(self, folder: Path, name: str) -> None:
        self.captures: list[Capture] = read_sequence(folder, name)
        source = Source(name, f"https://{name}.example/feed", publisher=name)
        self.log = Log.open("sqlite:///:memory:", clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
        self.first: Replayed = asyncio.run(replay(self.log, source, self.captures))
        self.after_first = (self.log.head().position, digest(self.log))
        self.second: Replayed = asyncio.run(replay(self.log, source, self.captures))
        self.after_second = (self.log.head().position, digest(self.log))

    def types(self) -> Counter[str]:
        """How many events of each type the log holds."""
        return Counter(r.type for r in self.log.read())

    def addresses(self) -> set[str]:
        """Every address that a post has or had."""
        events = (r.event for r in self.log.read(types=("PostObserved", "PostRevised")))
        return {e.url for e in events if isinstance(e, PostObserved | PostRevised) and e.url}

    def gaps(self) -> Iterator[GapSuspected]:
        """The gaps in the log."""
        return (r.event for r in self.log.read(types=("GapSuspected",)) if isinstance(r.event, GapSuspected))


@cache
def _story(folder: Path, name: str) -> Story:
    return Story(folder / "sequences", name)


@pytest.fixture(params=NAMES)
def story(request: pytest.FixtureRequest, shared: Path) -> Story:
    """Each of the histories."""
    return _story(shared, request.param)


def test_every_capture_was_read(story: Story) -> None:
    """No poll fails, and each holds as many items as its index counted."""
    assert story.first.polls == len(story.captures)
    assert "failed" not in story.first.words
    assert story.first.items == [c.items for c in story.captures]


def test_the_second_replay_appends_nothing(story: Story) -> None:
    """Same position, same head hash, same digest of the posts."""
    assert story.after_second == story.after_first
    assert set(story.second.words) == {"unchanged"}


def test_no_item_that_was_seen_is_lost(story: Story) -> None:
    """Every address of every capture stands in the log."""
    assert story.first.addresses <= story.addresses()


def test_no_version_of_a_post_is_recorded_twice_in_a_row(story: Story) -> None:
    """A revision always differs from the version before."""
    last: dict[str, tuple[str, str, str | None]] = {}
    for recorded in story.log.read(types=("PostObserved", "PostRevised")):
        event = recorded.event
        assert isinstance(event, PostObserved | PostRevised)
        version = (event.title, event.text, event.url)
        assert last.get(event.post) != version
        last[event.post] = version


def test_ai_meta_blog_has_94_posts_and_none_twice(shared: Path) -> None:
    """88 of them vanish and return; one was edited, its summary; a date drawn anew at each poll is no edit."""
    story = _story(shared, "ai-meta-blog")
    assert story.types() == {"PostObserved": 94, "PostRevised": 1}
    assert len(story.first.addresses) == 94


def test_npr_tells_where_windows_lost_their_overlap(shared: Path) -> None:
    """A window of ten cannot keep up with the news: a gap for each loss of overlap, nowhere else."""
    story = _story(shared, "npr")
    lost = list(lost_overlaps(story.first.windows))
    assert len(lost) > 1000
    assert story.first.gaps == lost
    assert len(list(story.gaps())) == len(lost)


def test_the_slow_feeds_have_no_gap(shared: Path) -> None:
    """Neither vanishing posts nor a change of guids looks like a gap."""
    for name in NAMES[:3]:
        assert list(_story(shared, name).gaps()) == []


def test_a_guid_scheme_that_begins_overnight_makes_no_post_new(shared: Path) -> None:
    """ai-meta-research had no guids until 14 February 2026; its posts are known by their addresses."""
    story = _story(shared, "ai-meta-research")
    assert story.types() == {"PostObserved": len(story.first.addresses)}
