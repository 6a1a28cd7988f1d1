"""Windows into the log: what is appended, and what is not appended again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from ingest.intake import take_in
from ingest.model import ParsedFeed, ParsedPost, Post
from ingest.reading import Extractor
from ingest.sources import Source
from store.events import Claim
from store.log import Log

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FILE = Source(name="file", url="file:///news/feed.xml")
FEED = Source(name="news", url="https://news.example/feed")
NOTHING = Extractor("none", "1", lambda _: [])


@pytest.fixture
def log() -> Iterator[Log]:
    """An empty log."""
    with Log.open("sqlite:///:memory:", clock=lambda: NOW) as log:
        yield log


def take(log: Log, source: Source, text: str, at: datetime = NOW) -> int:
    """How many events a window of one post, with this text, appends."""
    before = log.head().position
    post = ParsedPost(title="A title", text=text, guid="1", url="https://news.example/1")
    with log.transaction() as tx:
        take_in(tx, source, ParsedFeed("rss20", "strict", (post,)), NOTHING, at)
    return log.head().position - before


def test_the_same_files_again_append_nothing(log: Log) -> None:
    """Two captures of one feed as files, read twice: the older one is no later edit, whenever it is read."""
    first = [take(log, FILE, text, NOW + n * timedelta(hours=1)) for n, text in enumerate(("one", "two", "one", "two"))]
    assert first == [1, 1, 0, 0]


def test_an_edit_that_is_taken_back_is_told(log: Log) -> None:
    """A feed is read in order of time: the first text again is what the publisher says now."""
    said = [take(log, FEED, text, NOW + n * timedelta(hours=1)) for n, text in enumerate(("one", "two", "one", "one"))]
    assert said == [1, 1, 1, 0]


def test_a_window_from_before_an_edit_changes_nothing(log: Log) -> None:
    """What was polled earlier and comes later, as in a replay, is history already."""
    assert take(log, FEED, "one") == 1
    assert take(log, FEED, "two", NOW + timedelta(hours=2)) == 1
    assert take(log, FEED, "one", NOW + timedelta(hours=1)) == 0


def test_a_flood_of_one_publisher_is_kept_and_read_only_so_far(log: Log) -> None:
    """Every post is in the log; what reading may cost is bounded; posts about other things cost nothing of it."""
    seen: list[str] = []

    def read(post: Post) -> list[Claim]:
        seen.append(post.title)
        return []

    texts = [f"{'Meta' if n % 2 else 'Other'} {n} {'word ' * 200}" for n in range(10)]
    posts = tuple(ParsedPost(title=f"T{n}", text=t, guid=f"g{n}", url=None) for n, t in enumerate(texts))
    extractor = Extractor("some", "1", read, lambda text: "Meta" in text)
    with log.transaction() as tx:
        taken = take_in(tx, FEED, ParsedFeed("rss20", "strict", posts), extractor, NOW, most=2_500)
    assert (len(taken.seen.new), taken.unread) == (10, 2)
    assert seen == ["T9", "T8", "T7", "T6", "T5", "T4", "T2", "T0"]
    assert sum(1 for _ in log.read(types=("PostObserved",))) == 10
