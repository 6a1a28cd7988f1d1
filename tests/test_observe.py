"""New, revised, unchanged, missing: what successive windows of a source tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ingest.model import ParsedFeed, ParsedPost
from ingest.observe import Observation, Window, gap, observe, wanted
from ingest.sources import Source
from store.events import GapSuspected, PostLinked, PostObserved, PostRevised
from store.posts import PostHead

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NEWS = Source(name="news", url="https://news.example/feed", publisher="News")
WIRE = Source(name="wire", url="https://wire.example/feed", publisher="Wire")


class Reader:
    """Keeps what the log and the index would keep between two windows."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], str] = {}
        self.heads: dict[str, PostHead] = {}
        self.window = Window()
        self.gaps: list[GapSuspected] = []

    def sees(self, *posts: ParsedPost, source: Source = NEWS, at: datetime = NOW) -> Observation:
        """One window."""
        feed = ParsedFeed(format="rss20", tier="strict", posts=posts)
        seen = observe(source, wanted(source, feed), self.known, self.heads, at)
        self.known.update(seen.keys)
        self.heads.update(seen.heads)
        self.window, lost = gap(source, self.window, seen, at)
        if lost:
            assert isinstance(lost.event, GapSuspected)
            self.gaps.append(lost.event)
        return seen


def post(name: str, **changes: object) -> ParsedPost:
    """An entry named by its guid and address."""
    values: dict[str, object] = {
        "title": f"Title {name}",
        "text": f"The text of {name}.",
        "guid": f"id-{name}",
        "url": f"https://news.example/{name}",
        "published": "2026-03-01T09:00:00Z",
    }
    return ParsedPost(**{**values, **changes})  # type: ignore[arg-type]


def test_a_window_seen_again_holds_nothing_new() -> None:
    """The same entries are unchanged, in whatever order."""
    reader = Reader()
    assert len(reader.sees(post("a"), post("b")).new) == 2
    again = reader.sees(post("b"), post("a"))
    assert (again.events, again.unchanged) == ([], 2)


def test_posts_are_recorded_oldest_first() -> None:
    """Feeds run newest first; the log runs the other way."""
    events = [e.event for e in Reader().sees(post("new"), post("old")).events]
    assert [e.title for e in events if isinstance(e, PostObserved)] == ["Title old", "Title new"]


def test_an_absent_post_is_not_gone_and_is_not_new_when_it_returns() -> None:
    """Vanishing from a window says nothing; returning is no revision."""
    reader = Reader()
    reader.sees(post("a"), post("b"))
    assert reader.sees(post("b")).events == []
    assert reader.sees(post("a"), post("b")).events == []


def test_an_edit_is_a_revision_that_names_what_changed() -> None:
    """Title and text are told apart; the number counts up."""
    reader = Reader()
    (first,) = reader.sees(post("a")).new
    (titled,) = reader.sees(post("a", title="A better title")).events
    (worded,) = reader.sees(post("a", title="A better title", text="Other words.")).events
    assert isinstance(titled.event, PostRevised)
    assert isinstance(worded.event, PostRevised)
    assert (titled.event.post, titled.event.changed, titled.event.revision) == (first, ("title",), 2)
    assert (worded.event.changed, worded.event.revision) == (("text",), 3)


def test_clocks_and_counters_are_no_edit() -> None:
    """Churn costs no event."""
    reader = Reader()
    reader.sees(post("a", text="Posted 3 hours ago. The model ships. 12 comments"))
    assert reader.sees(post("a", text="Posted 5 hours ago. The model ships. 40 comments")).events == []


def test_new_guids_for_old_addresses_make_no_post_new() -> None:
    """A guid scheme that changes overnight is recognised by the addresses."""
    reader = Reader()
    reader.sees(post("a"), post("b"))
    after = reader.sees(post("a", guid="urn:1"), post("b", guid="urn:2"))
    assert (after.new, after.revised) == ([], [])


def test_new_guids_and_addresses_make_no_long_post_new() -> None:
    """A site that moved is recognised by its texts and their dates."""
    reader, text = Reader(), "A long article about a model. " * 20
    reader.sees(post("a", text=text))
    moved = reader.sees(post("a", text=text, guid="urn:1", url="https://other.example/2026/a"))
    assert moved.new == []
    assert [e.event.changed for e in moved.events if isinstance(e.event, PostRevised)] == [("url",)]


def test_a_guid_shared_by_different_items_loses_none() -> None:
    """Within one window the address tells them apart."""
    reader = Reader()
    assert len(reader.sees(post("a", guid="same"), post("b", guid="same")).new) == 2
    assert reader.sees(post("a", guid="same"), post("b", guid="same")).events == []


def test_a_guid_reused_for_another_article_is_another_post() -> None:
    """Across windows: address, title and date all differ."""
    reader = Reader()
    (first,) = reader.sees(post("a", guid="latest")).new
    (second,) = reader.sees(post("b", guid="latest", published="2026-03-02T09:00:00Z")).new
    assert first != second
    assert reader.sees(post("b", guid="latest", published="2026-03-02T09:00:00Z")).events == []


def test_equal_titles_are_different_posts() -> None:
    """A column that is called the same every day."""
    reader = Reader()
    reader.sees(post("mon", title="Daily digest", text=""))
    assert len(reader.sees(post("tue", title="Daily digest", text="")).new) == 1


LONG = "A text that is long enough to be known by its words alone, whatever its address. " * 4


def test_an_article_of_one_publisher_under_two_addresses_is_linked_by_its_words() -> None:
    """A second feed that leads through another host holds the same articles; its windows say so once."""
    reader, second = Reader(), Source(name="news-ai", url="https://ai.news.example/feed", publisher="News")
    reader.sees(post("a", text=LONG))
    proxied = post("a", text=LONG.upper(), guid="proxy-1", url="https://proxy.example/r/1")
    (event,) = reader.sees(proxied, source=second).events
    assert event.event == PostLinked(post=next(iter(reader.heads)), source="news-ai", by="text")
    assert reader.sees(proxied, source=second).events == [event]


def test_the_same_words_of_another_publisher_are_a_post_of_their_own() -> None:
    """Who prints a wire text is a source that people can read; that it adds no knowledge, the lineages say."""
    reader = Reader()
    reader.sees(post("a", text=LONG))
    copied = post("a", text=LONG, guid="wire-1", url="https://wire.example/1")
    assert len(reader.sees(copied, source=WIRE).new) == 1


def test_a_site_that_moves_with_other_guids_and_addresses_makes_no_post_new() -> None:
    """Title and moment of publishing name an article of a source; its new address is a revision."""
    reader = Reader()
    before = [post(n, title=f"A title of {n}", published=f"2026-02-0{k}T09:00:00Z") for k, n in enumerate("abc", 1)]
    reader.sees(*before)
    moved = [replace(p, guid=f"new-{p.guid}", url=f"https://other.example/{p.title[-1]}.html") for p in before]
    assert (reader.sees(*moved).new, len(reader.sees(*moved).events)) == ([], 0)
    assert [h.revision for h in reader.heads.values()] == [2, 2, 2]


def test_two_posts_side_by_side_are_two_however_alike() -> None:
    """Entries of one window with guids and addresses of their own: neither is lost."""
    reader = Reader()
    twins = (post("a", title="Same", text=LONG), post("b", title="Same", text=LONG))
    assert len(reader.sees(*twins).new) == 2
    again = reader.sees(*reversed(twins))
    assert (again.events, again.unchanged) == ([], 2)


def test_another_date_without_other_words_is_no_edit() -> None:
    """Generators give posts without a date a new one at each poll; but a date where there was none is told."""
    reader = Reader()
    reader.sees(post("a"), post("b", published=None))
    assert reader.sees(post("a", published="2025-01-01"), post("b", published=None)).revised == []
    (event,) = reader.sees(post("a"), post("b", published="2026-02-01")).events
    assert isinstance(event.event, PostRevised)
    assert (event.event.changed, event.event.published) == (("published",), "2026-02-01")


def test_a_text_that_is_gone_under_the_same_title_is_no_edit() -> None:
    """A poorer copy of the feed takes nothing back."""
    reader = Reader()
    reader.sees(post("a"))
    assert reader.sees(post("a", text="")).events == []
    assert reader.sees(post("a")).events == []


def test_an_article_in_two_feeds_is_linked_not_doubled() -> None:
    """The second feed adds a link and never edits the post."""
    reader = Reader()
    (first,) = reader.sees(post("a")).new
    other = reader.sees(post("a", guid="wire-9", text="A teaser."), source=WIRE)
    assert other.new == []
    assert [e.event for e in other.events] == [PostLinked(post=first, source="wire")]
    assert reader.sees(post("a"), source=NEWS).events == []


def test_an_entry_that_stands_twice_in_a_window_is_one_post() -> None:
    """The same guid and address twice."""
    assert len(Reader().sees(post("a"), post("a")).new) == 1


def test_categories_let_only_their_entries_through() -> None:
    """A source may be narrowed to some of its categories, whatever their case."""
    source = Source(name="n", url="https://n.example/", publisher="N", categories=("AI",))
    seen = Reader().sees(post("a", categories=("ai",)), post("b", categories=("Sport",)), source=source)
    assert len(seen.new) == 1


def test_a_gap_is_suspected_when_windows_that_overlapped_do_not() -> None:
    """Three windows: overlap, overlap, none."""
    reader = Reader()
    reader.sees(post("2"), post("1"))
    reader.sees(post("3"), post("2"), at=NOW + timedelta(hours=1))
    assert reader.gaps == []
    reader.sees(post("9"), post("8"), at=NOW + timedelta(hours=30))
    (lost,) = reader.gaps
    assert (lost.last_seen, lost.window) == ("2026-03-01T13:00:00.000Z", 2)


def test_no_gap_is_suspected_of_a_source_whose_windows_never_overlapped() -> None:
    """A feed of one item a day."""
    reader = Reader()
    for name in "abc":
        reader.sees(post(name))
    assert reader.gaps == []


def test_old_posts_that_return_are_no_gap() -> None:
    """Nothing in the window is new, so nothing was missed before it."""
    reader = Reader()
    reader.sees(post("2"), post("1"))
    reader.sees(post("3"), post("2"))
    reader.sees(post("1"))
    assert reader.gaps == []


ENTRIES = st.lists(
    st.builds(
        ParsedPost,
        title=st.sampled_from(["", "A", "B"]),
        text=st.sampled_from(["", "one", "two " * 80]),
        guid=st.sampled_from([None, "g", "h"]),
        url=st.sampled_from([None, "https://x.example/", "https://x.example/1", "https://x.example/2"]),
        published=st.sampled_from([None, "2026-01-01", "2026-01-02"]),
    ),
    max_size=6,
)


@given(ENTRIES)
def test_the_same_window_again_never_adds_anything(entries: list[ParsedPost]) -> None:
    """Idempotence, whatever the entries are."""
    reader = Reader()
    reader.sees(*entries)
    assert reader.sees(*entries).events == []
