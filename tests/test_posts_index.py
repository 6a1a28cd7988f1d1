"""The index of posts: what it answers, and that the log brings it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.identity import canonical_url, keys_of
from ingest.model import ParsedFeed, ParsedPost
from ingest.observe import observe, wanted
from ingest.sources import Source
from store.events import PostRevised
from store.log import Log, NewEvent
from store.posts import PostHead
from store.reindex import rebuild_posts
from tests import log_places as places

WHEN = "2026-11-21T06:30:00.000Z"


class Minutes:
    """A clock that is a minute later each time a window is taken."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The present moment."""
        return self.now


@pytest.fixture
def clock() -> Minutes:
    """The clock of the log."""
    return Minutes()


@pytest.fixture(params=places.ALL)
def log(request: pytest.FixtureRequest, tmp_path: Path, clock: Minutes) -> Iterator[Log]:
    """An empty log of each implementation."""
    with Log.open(places.url(request.param, tmp_path), clock=clock) as opened:
        yield opened


def head(post: str, source: str = "a", revision: int = 1) -> PostHead:
    """What is kept of a post."""
    return PostHead(post, source, revision, "f" * 32, f"Title of {post}", None, None, True, WHEN, WHEN)


def test_what_is_saved_is_found_by_its_keys_and_by_its_id(log: Log) -> None:
    """Lookup answers the keys that are known in a scope, heads the posts that are; the rest is left out."""
    with log.transaction() as tx:
        tx.posts.save([head("p1"), head("p2")], [("a", "guid:1", "p1"), ("*", "url:x", "p1"), ("a", "guid:2", "p2")])
    assert log.posts.lookup("a", ["guid:1", "guid:2", "guid:3"]) == {"guid:1": "p1", "guid:2": "p2"}
    assert log.posts.lookup("*", ["url:x", "guid:1"]) == {"url:x": "p1"}
    assert log.posts.lookup("b", ["guid:1"]) == {}
    assert log.posts.heads(["p2", "p9"]) == {"p2": head("p2")}


def test_the_last_head_of_a_post_wins_and_the_first_post_of_a_key(log: Log) -> None:
    """A revision replaces what was kept; a key never changes hands."""
    with log.transaction() as tx:
        tx.posts.save([head("p1")], [("a", "guid:1", "p1")])
        tx.posts.save([head("p1", revision=2), head("p1", revision=3)], [("a", "guid:1", "p2")])
    assert log.posts.heads(["p1"])["p1"].revision == 3
    assert log.posts.lookup("a", ["guid:1"]) == {"guid:1": "p1"}


def test_posts_are_counted_by_source_and_in_all(log: Log) -> None:
    """Revisions do not count twice."""
    with log.transaction() as tx:
        tx.posts.save([head("p1"), head("p2", "b"), head("p3", "b"), head("p3", "b", 2)])
    assert (log.posts.count(), log.posts.count("a"), log.posts.count("b"), log.posts.count("none")) == (3, 1, 2, 0)


def test_thousands_of_keys_are_looked_up_at_once(log: Log) -> None:
    """More than a statement takes as variables."""
    with log.transaction() as tx:
        tx.posts.save([head(f"p{n}") for n in range(2300)], [("a", f"guid:{n}", f"p{n}") for n in range(2300)])
    assert len(log.posts.lookup("a", [f"guid:{n}" for n in range(3000)])) == 2300
    assert len(log.posts.heads([f"p{n}" for n in range(3000)])) == 2300


def test_what_is_saved_in_a_transaction_that_breaks_off_is_not_known(log: Log) -> None:
    """The index is part of the commit of the events it belongs to."""
    with pytest.raises(KeyError), log.transaction() as tx:  # noqa: PT012 - the transaction is what is tested
        tx.posts.save([head("p1")], [("a", "guid:1", "p1")])
        raise KeyError
    assert (log.posts.count(), log.posts.lookup("a", ["guid:1"])) == (0, {})


def entry(number: int, **changes: object) -> ParsedPost:
    """An article as a feed shows it."""
    fields: dict[str, object] = {
        "title": f"Article {number}",
        "text": f"What article {number} says. " * 20,
        "url": f"https://www.example.com/{number}?utm_source=rss",
        "guid": f"urn:{number}",
        "published": f"2026-11-{number:02}T10:00:00Z",
    } | changes
    return ParsedPost(**fields)  # type: ignore[arg-type]


def take(log: Log, clock: Minutes, source: Source, posts: list[ParsedPost]) -> None:
    """One window through observing, as the daemon takes it."""
    clock.now += timedelta(minutes=1)
    with log.transaction() as tx:
        entries, ladders = wanted(source, ParsedFeed("rss20", "strict", tuple(posts)))
        pairs = [pair for ladder in ladders for pair in ladder]
        known = {(s, k): post for s, k in pairs for post in tx.posts.lookup(s, [k]).values()}
        heads = tx.posts.heads(set(known.values()))
        seen = observe(source, (entries, ladders), known, heads, clock.now)
        tx.append(seen.events)
        tx.posts.save(seen.heads.values(), [(s, k, post) for (s, k), post in seen.keys.items()])


def everything(log: Log) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The whole index."""
    both = ("SELECT * FROM post_heads ORDER BY post", "SELECT * FROM post_keys ORDER BY scope, key")
    heads, keys = ([tuple(row) for row in log.connection.execute(sql).fetchall()] for sql in both)
    return heads, keys


def test_the_index_made_from_the_log_is_the_index_that_grew(log: Log, clock: Minutes) -> None:
    """Windows with new, edited and moved articles, a guid used twice in one window and entries without any; then the
    index is thrown away: what the log makes of it is the same, row by row.
    """
    one = Source(name="one", url="https://example.com/feed", publisher="Example")
    two = Source(name="two", url="https://other.example/feed", publisher="Other")
    twins = [entry(n, guid="same", title=f"Twin {n}") for n in (7, 8)]
    bare = entry(9, guid=None, url=None)
    take(log, clock, one, [entry(3), entry(2), entry(1), *twins, bare])
    take(log, clock, two, [entry(5, guid="x5"), entry(4, guid="x4")])
    take(log, clock, one, [entry(6), entry(3, text="An edited text. " * 20), entry(2, title="An edited title")])
    take(log, clock, one, [entry(6), entry(3, url="https://www.example.com/moved", text="An edited text. " * 20)])
    take(log, clock, one, [entry(6, guid=None, url="https://www.example.com/6", text="Edited, and no guid. " * 20)])
    before = everything(log)
    assert log.posts.count() == 9
    assert rebuild_posts(log, canonical_url, keys_of) == 9
    assert everything(log) == before


def test_the_page_of_a_summary_changes_the_revision_and_not_what_the_feed_showed(log: Log, clock: Minutes) -> None:
    """After making the index again a feed that shows the same summary is still unchanged."""
    source = Source(name="one", url="https://example.com/feed", publisher="Example")
    short = entry(1, text="A summary.", summary_only=True)
    take(log, clock, source, [short])
    post = next(iter(log.posts.lookup("one", ["guid:urn:1"]).values()))
    page = PostRevised(post=post, revision=2, changed=("text",), title="Article 1", text="All of it", why="fulltext")
    log.append([NewEvent(page, f"post:{post}", f"revised/{post}/2/fulltext")])
    rebuild_posts(log, canonical_url, keys_of)
    kept = log.posts.heads([post])[post]
    assert (kept.revision, kept.partial) == (2, False)
    position = log.head().position
    take(log, clock, source, [short])
    assert log.head().position == position


def test_an_erased_post_is_not_brought_back_into_the_index_by_its_words(log: Log, clock: Minutes) -> None:
    """What the log no longer knows, the index made from it does not either."""
    source = Source(name="one", url="https://example.com/feed", publisher="Example")
    take(log, clock, source, [entry(1), entry(2)])
    take(log, clock, source, [entry(1, title="An edited title"), entry(2)])
    first = next(log.read(types=["PostRevised"])).stream
    log.erase(next(log.read(stream=first)).position, by="ann", why="asked")
    assert rebuild_posts(log, canonical_url, keys_of) == 1
