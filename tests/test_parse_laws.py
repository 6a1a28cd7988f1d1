"""Laws of parsing, for any bytes: only ParseError is raised, and what comes out has passed the gate."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest.model import ParsedFeed
from ingest.parse import parse
from ingest.parse.links import link_of
from ingest.parse.markup import line_of, sanitise, title_line, to_text
from store.errors import ParseError
from store.text import clean, clean_line, safe_url
from tests.gate import faults

NOW = datetime(2026, 9, 1, tzinfo=UTC)
FOLDER = Path(__file__).parent / "data" / "parse"
SEEDS = [path.read_bytes() for path in sorted(FOLDER.iterdir()) if not path.name.endswith((".xml.json", ".rdf.json"))]

_NAMES = ["rss", "channel", "item", "feed", "entry", "title", "link", "guid", "pubDate", "description", "content",
          "atom:link", "dc:date", "content:encoded", "author", "name", "category", "x:y", "p", "b"]  # fmt: skip
_WORDS = st.text(max_size=20) | st.sampled_from(
    ["<b>x</b>", "&nbsp;", "&amp;lt;i&gt;", "&", "<", "]]>", "<![CDATA[", "javascript:x", "https://a.example/1", "\0",
     "\u202e", "2026-02-30", "Mon, 31 Aug 2026 09:05:00 GMT", "2040-01-01", "http://[", "//x", "\ud800"]
)  # fmt: skip
_ELEMENTS = st.recursive(
    _WORDS, lambda inner: st.tuples(st.sampled_from(_NAMES), st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
    ), max_leaves=20,
)  # fmt: skip
_FEEDS = st.lists(_ELEMENTS, max_size=5).map(
    lambda parts: f'<rss version="2.0"><channel><item>{"".join(parts)}</item></channel></rss>'.encode(
        "utf-8", "surrogatepass"
    )
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | _WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["id", "url", "title", "content_html", "content_text", "date_published", "tags", "authors",
                         "author", "name", "attachments", "summary", "language", "external_url"]), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip

#: a busy machine is no fault of a law's
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
_THOROUGH = settings(_PATIENT, max_examples=300)


def _read(body: bytes, **more: Any) -> ParsedFeed | None:
    try:
        return parse(body, url="https://feeds.example/f", content_type=None, now=NOW, markup=True, **more)
    except ParseError as error:
        assert error.details["kind"]  # noqa: PT017 - every refusal says of what kind it is
        return None


def _safe(feed: ParsedFeed | None) -> None:
    assert feed is None or faults(feed, NOW + timedelta(days=2)) == []


def test_a_feed_cut_within_a_character_keeps_its_whole_items() -> None:
    """Where nobody names the charset and the tail ends within a character of two bytes, the whole items are read."""
    words = "这是我们的大学，人们在这里学会了说中国话"
    item = f"<item><guid>1</guid><title>{words}</title></item>"
    body = f"<rss version='2.0'><channel>{item}<item><title>{words}".encode("gb18030")[:-1]
    feed = _read(body)
    assert feed is not None
    assert [p.title for p in feed.posts] == [words]
    assert feed.partial


@_PATIENT
@given(st.binary(max_size=400))
@example(b"\x81@\xca\xc7\x81\x80\x80")  # looks like GB 18030, and ends within a character
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    """Noise is refused with a ParseError, or read as something safe."""
    _safe(_read(body))
    _safe(_read(body, kind="html"))


@_THOROUGH
@given(st.sampled_from(SEEDS), st.data())
def test_a_feed_with_damage_is_read_or_refused(body: bytes, data: st.DataObject) -> None:
    """Bytes changed, taken out, doubled, and the tail cut off: safe posts or a ParseError."""
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(body)))
        end = min(len(body), start + data.draw(st.integers(0, 30)))
        what = data.draw(st.binary(max_size=6) | st.sampled_from([b"<", b">", b"&", b'"', b"\0", b"<![CDATA[", b"]]>"]))
        body = body[:start] + what + body[end:]
    _safe(_read(body[: data.draw(st.integers(0, len(body)))]))


@_PATIENT
@given(_FEEDS)
def test_any_elements_in_an_item_are_safe(body: bytes) -> None:
    """Known and unknown elements in each other, holding anything."""
    _safe(_read(body))


@_PATIENT
@given(st.lists(_JSON, max_size=4))
def test_any_json_items_are_safe(items: list[Any]) -> None:
    """Values of any type under the keys of JSON Feed."""
    _safe(_read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()))


@_PATIENT
@given(st.sampled_from([seed for seed in SEEDS if b"<item>" in seed and b'encoding="ISO' not in seed]), st.data())
def test_a_cut_keeps_the_whole_items(body: bytes, data: st.DataObject) -> None:
    """However much of the tail is missing, the items that are whole are the first ones of the whole feed."""
    whole = _read(body)
    found = _read(body[: data.draw(st.integers(0, len(body)))])
    assert whole is not None
    if found is not None and found.posts:
        assert [p.title for p in found.posts] == [p.title for p in whole.posts][: len(found.posts)]
        assert found.partial or len(found.posts) == len(whole.posts)


@_PATIENT
@given(_ELEMENTS | st.text())
def test_text_is_clean_and_titles_are_one_line(markup: str) -> None:
    """Text and titles have passed the gate; reading a plain line again changes nothing."""
    assert clean(to_text(markup)) == to_text(markup)
    assert clean_line(title_line(markup)) == title_line(markup)
    assert line_of(markup) == clean_line(markup)


@_PATIENT
@given(_ELEMENTS | st.text())
def test_sanitised_markup_holds_nothing_that_runs(markup: str) -> None:
    """No script element and no handler survives, and sanitising again changes nothing."""
    safe = sanitise(markup, "https://a.example/")
    assert "<script" not in safe.lower()
    assert not re.search(r"<[^>]*(javascript:|\son\w+=)", safe, re.IGNORECASE)
    assert sanitise(safe, "https://a.example/") == safe


@_PATIENT
@given(
    st.from_regex(r"https?://[a-zA-Z0-9.-]{1,12}(:[0-9]{0,5})?(/[\w/.~%+,:@&=!*()$;#?-]{0,20})?", fullmatch=True)
    | st.text()
)
def test_the_quick_way_to_a_link_is_the_gate(address: str) -> None:
    """What is let through as plain is exactly what the gate would answer."""
    assert link_of(address, "https://b.example/x/") == safe_url(address.strip(), "https://b.example/x/")
