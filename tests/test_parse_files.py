"""A feed of each format, written for this purpose, and beside it (NAME.json) what must be read out of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from ingest.model import ParsedFeed
from ingest.parse import parse

NOW = datetime(2026, 9, 1, tzinfo=UTC)
FOLDER = Path(__file__).parent / "data" / "parse"
FILES = sorted(
    p
    for p in FOLDER.iterdir()
    if p.suffix in (".xml", ".rdf", ".html") or (p.suffix == ".json" and p.suffixes == [".json"])
)


def read(path: Path) -> ParsedFeed:
    """The file as if it had come from feeds.example, markup and all."""
    kind = "html" if path.suffix == ".html" else "feed"
    base = "https://kelp.example/news" if kind == "html" else f"https://feeds.example/{path.name}"
    return parse(path.read_bytes(), url=base, content_type=None, kind=kind, now=NOW, markup=True)


def _expected(path: Path) -> Any:
    return msgspec.json.decode(path.with_name(f"{path.name}.json").read_bytes())


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_a_feed_is_read_as_the_file_beside_it_says(path: Path) -> None:
    """Every field of every post, the feed's own, its hints, and the tier that read it."""
    encoded = msgspec.json.encode(read(path), order="deterministic")
    assert msgspec.json.decode(encoded) == _expected(path)


def test_every_format_has_its_file() -> None:
    """RSS 0.90 to 2.0, Atom 0.3 and 1.0, JSON Feed 1 and 1.1, a listing page: each is read by at least one file."""
    formats = {_expected(path)["format"] for path in FILES}
    assert formats >= {
        "rss090",
        "rss091",
        "rss092",
        "rss10",
        "rss20",
        "atom03",
        "atom10",
        "jsonfeed1",
        "jsonfeed11",
        "html",
    }


def test_markup_is_given_only_where_it_is_asked_for() -> None:
    """The line keeps text alone; what it does not ask for is not worked out."""
    body = (FOLDER / "rss20.xml").read_bytes()
    feed = parse(body, url="https://feeds.example/", content_type=None, now=NOW)
    assert [post.html for post in feed.posts] == [None, None, None]
    assert feed.posts[0].text == read(FOLDER / "rss20.xml").posts[0].text


def test_an_external_dtd_is_not_opened(tmp_path: Path) -> None:
    """A DTD that is a file here stays unread: an attribute that only it declares is not there."""
    dtd = tmp_path / "rss.dtd"
    dtd.write_text("<!ATTLIST guid isPermaLink CDATA 'false'>")
    body = f'<!DOCTYPE rss SYSTEM "{dtd}"><rss><channel><item><guid>https://a.example/1</guid></item></channel></rss>'
    (post,) = parse(body.encode(), url="https://feeds.example/", content_type=None, now=NOW).posts
    assert post.url == "https://a.example/1"
