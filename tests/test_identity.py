"""Which post is this: addresses, fingerprints, the ladder of keys."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.identity import canonical_url, fingerprint, keys_of
from ingest.model import ParsedPost


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://www.example.com/a/", "http://example.com/a"),
        ("https://example.com/a?utm_source=rss&utm_medium=feed", "https://example.com/a"),
        ("https://example.com/a?b=2&a=1", "https://example.com/a?a=1&b=2"),
        ("https://example.com/a#comments", "https://example.com/a"),
        ("https://EXAMPLE.com:443/a", "https://example.com/a"),
        ("https://example.com/a/amp", "https://example.com/a"),
        ("https://example.com/a?ref=rss", "https://example.com/a"),
        ("https://example.com/caf%C3%A9", "https://example.com/café"),
    ],
)
def test_two_links_to_one_article_share_an_address(left: str, right: str) -> None:
    """Scheme, www, port, fragment and tracking do not tell articles apart."""
    assert canonical_url(left) == canonical_url(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://example.com/?p=1", "https://example.com/?p=2"),
        ("https://example.com/a", "https://example.com/A"),
        ("https://example.com/a", "https://example.org/a"),
        ("https://example.com:8443/a", "https://example.com/a"),
        ("https://example.com/x?ref=main-article-12", "https://example.com/x?ref=other-13"),
    ],
)
def test_different_articles_keep_different_addresses(left: str, right: str) -> None:
    """What names the article stays."""
    assert canonical_url(left) != canonical_url(right)


@given(st.text())
def test_no_address_raises(text: str) -> None:
    """Anything may stand in a link."""
    canonical_url(text)
    canonical_url(f"https://{text}")


@given(st.sampled_from(["a", "example", "x-y"]), st.text(alphabet="abc/%?&=#1", max_size=30))
def test_a_canonical_address_is_its_own(host: str, rest: str) -> None:
    """Made canonical twice is made canonical once."""
    once = canonical_url(f"https://{host}.example/{rest}")
    assert canonical_url(f"https://{once}") == once


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Posted 3 hours ago. The model ships.", "Posted 2 days ago. The model ships."),
        ("The model ships. 12 comments", "The model ships. 1,340 comments"),
        ("The  model ships", "the model ships."),
        ("5 min read The model ships", "6 min read The model ships"),
        ("The model ships ad-id 3f2b9c7d1e0a4b5c6d7e", "The model ships ad-id 0a4b5c6d7e3f2b9c7d1e"),
        ("Updated 10:32 am EST The model ships", "Updated 11:07 am EST The model ships"),
    ],
)
def test_churn_is_no_edit(before: str, after: str) -> None:
    """Clocks, counters, blanks and ids change by themselves."""
    assert fingerprint("T", before) == fingerprint("T", after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It will spend $5 billion.", "It will spend $6 billion."),
        ("The model ships on 5 April.", "The model ships on 8 April."),
        ("The model ships.", "The model does not ship."),
        ("It passed 650 million downloads.", "It passed 1 billion downloads."),
    ],
)
def test_a_changed_figure_is_an_edit(before: str, after: str) -> None:
    """What a reader would call a correction changes the fingerprint."""
    assert fingerprint("T", before) != fingerprint("T", after)


def test_a_repeated_guid_names_nothing_alone() -> None:
    """Where a guid stands on several entries, the address tells them apart."""
    posts = [ParsedPost(title=t, guid="same", url=f"https://x.example/{t}") for t in "ab"]
    first, second = (k[0] for k in keys_of("s", posts))
    assert first != second


def test_a_link_to_the_front_page_names_no_article() -> None:
    """Entries that all link to the site are told apart by guid or text."""
    (ladder,) = keys_of("s", [ParsedPost(title="t", text="words", url="https://x.example/")])
    assert not any(key.startswith("url:") for _, key in ladder)
    assert ladder


@given(
    st.lists(
        st.builds(ParsedPost, title=st.text(max_size=5), text=st.text(max_size=5), guid=st.none() | st.just("g")),
        max_size=5,
    )
)
def test_every_entry_has_a_key(posts: list[ParsedPost]) -> None:
    """No entry is lost for want of a name."""
    assert all(keys_of("s", posts))


@pytest.mark.parametrize(
    "piece",
    ["1,", "1 ", " ", "a1b2c3d4e5f6a7b8", "12345678-", "updated ", "1.1.1-", "ago 1 hour ", "likes ( ", "://", "-."],
)
def test_no_text_makes_a_fingerprint_slow(piece: str) -> None:
    """Foreign text of 300 kB costs half a second at worst; what repeats without bound would cost hours."""
    text = "comments views read ago updated :// " + piece * (300_000 // len(piece))
    start = time.process_time()
    fingerprint("Title", text)
    canonical_url("https://x.example/" + piece.strip() * 30_000 + "?a=1&" * 1000)
    assert time.process_time() - start < 4
