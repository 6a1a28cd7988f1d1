"""Feeds of a site: where its page says, where its links lead, where feeds usually live."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.article import read_article
from ingest.discover import MOST, candidates

SITE = "https://site.example/blog/"


def urls(page: str, url: str = SITE) -> list[str]:
    """The addresses to ask, in order."""
    return [c.url for c in candidates(page.encode(), url)]


def test_what_the_page_links_as_alternate_comes_first() -> None:
    """RSS Autodiscovery, WHATWG HTML 4.6.7.1: relative to the base, comments last, other alternates not at all."""
    page = """<html><head><base href="/base/">
      <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
      <link rel="stylesheet alternate" type="text/css" href="dark.css">
      <link rel="alternate" hreflang="de" href="/de/">
      <link rel="Alternate" type="application/atom+xml; charset=utf-8" title="All &amp; more" href="atom.xml">
      <link rel="feed" href="https://cdn.example/feed.json"></head></html>"""
    first = candidates(page.encode(), SITE)[:3]
    assert [c.url for c in first] == [
        "https://site.example/base/atom.xml",
        "https://cdn.example/feed.json",
        "https://site.example/base/comments/feed",
    ]
    assert (first[0].why, first[0].title) == ("linked as alternate", "All & more")


def test_links_that_look_like_feeds_come_next_the_sites_own_first() -> None:
    """Anchors: rss, feed, atom as words of the path or the query."""
    page = """<a href="https://other.example/rss">theirs</a><a href="/news/rss.xml">ours</a>
      <a href="/feedback">no</a><a href="/a?feed=rss2">query</a><a href="/atomic-energy">no</a>"""
    assert urls(page)[:3] == [
        "https://site.example/news/rss.xml",
        "https://site.example/a?feed=rss2",
        "https://other.example/rss",
    ]


def test_usual_places_come_last_below_the_page_and_at_the_root() -> None:
    """Where WordPress, Ghost, Hugo and others have them."""
    found = urls("<html></html>")
    assert "https://site.example/blog/feed/" in found
    assert "https://site.example/index.xml" in found
    assert found.index("https://site.example/blog/rss.xml") < found.index("https://site.example/rss.xml")


def test_no_address_is_named_twice_and_none_that_is_not_http() -> None:
    """At most forty, each once."""
    page = "<a href='/feed'>1</a><a href='/feed/'>2</a><a href='javascript:rss()'>3</a><a href='file:///feed'>4</a>"
    page += "".join(f"<a href='/{n}/feed.xml'>x</a>" for n in range(100))
    found = urls(page)
    assert len(found) == len(set(found)) == MOST
    assert sum(u.rstrip("/").endswith("site.example/feed") for u in found) == 1
    assert all(u.startswith("https://") for u in found)


@pytest.mark.parametrize(
    "page",
    [
        "<base href='http://['><a href='/feed'>x</a>", "<a href='http://[::1/feed'>x</a>", "<base href><link rel href>",
        "<base href='javascript:alert(1)'><a href='feed'>x</a>", "\0\0<a href='\0/feed'>", "<a href='//:0/feed'>x</a>",
    ],
)  # fmt: skip
def test_odd_addresses_of_a_page_break_nothing(page: str) -> None:
    """They are passed over; the usual places are left."""
    assert "https://site.example/blog/rss.xml" in urls(page)


@given(st.binary(max_size=300))
def test_any_bytes_have_candidates(body: bytes) -> None:
    """Whatever the page holds."""
    assert candidates(body, SITE)


@pytest.mark.parametrize("unit", [b"<div>", b"<b><p>", b"<p>x", b"<a href=/feed.xml>f</a><div>"])
def test_a_page_that_is_made_to_cost_time_costs_none(unit: bytes) -> None:
    """15 MB of nested or countless tags where the feed or an article was: the usual places are left, and no article."""
    page = unit * (15_000_000 // len(unit))
    start = time.process_time()
    assert candidates(page, SITE)
    assert read_article(page, url=SITE, content_type="text/html", now=datetime.now(UTC)) is None
    assert time.process_time() - start < 10


def test_a_page_of_links_without_end_is_read_in_bounded_time() -> None:
    """15 MB of anchors that look like feeds."""
    start = time.process_time()
    candidates(b"<a href=/rss?x>" * 1_000_000, SITE)
    assert time.process_time() - start < 10
