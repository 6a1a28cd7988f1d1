"""Our reading of every captured feed against feedparser's: each difference is judged once, in differences.toml."""

from __future__ import annotations

import calendar
import io
import tomllib
import warnings
from collections import Counter
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import feedparser
import pytest

from ingest.model import ParsedPost
from ingest.parse import parse
from ingest.parse.markup import title_line, to_text
from store.errors import ParseError
from store.text import clean_line

NOW = datetime(2026, 9, 1, tzinfo=UTC)
URL = "https://feeds.example/feed"
JUDGED = Path(__file__).parent / "data" / "parse" / "differences.toml"
pytestmark = pytest.mark.corpus


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _ours(post: ParsedPost) -> dict[str, object]:
    moment = datetime.fromisoformat(post.published) if post.published else None
    moment = moment.replace(tzinfo=UTC) if moment and not moment.tzinfo else moment
    return {
        "title": post.title, "url": post.url or "", "guid": post.guid or "", "author": post.author or "",
        "published": int(moment.timestamp()) if moment else None, "text": _words(post.text),
        "categories": post.categories,
    }  # fmt: skip


def _theirs(entry: Any) -> dict[str, object]:
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    content = next((c.value for c in entry.get("content") or [] if c.get("value")), None) or entry.get("summary")
    tags = (clean_line(tag.get("term") or "") for tag in entry.get("tags") or [])
    return {
        "title": title_line(entry.get("title") or ""), "url": entry.get("link") or "", "guid": _words(entry.get("id")),
        "author": _words(entry.get("author")), "published": calendar.timegm(when) if when else None,
        "text": _words(to_text(content or "")), "categories": tuple(dict.fromkeys(tags)),
    }  # fmt: skip


def _compared(path: Path) -> tuple[int, Counter[str]]:
    """(fields compared, field → in how many entries it differs)."""
    try:
        posts = parse(path.read_bytes(), url=URL, content_type=None, now=NOW).posts
    except ParseError:
        posts = ()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # feedparser's own deprecations
        found = feedparser.parse(io.BytesIO(path.read_bytes()), response_headers={"content-location": URL})
        theirs = [_theirs(entry) for entry in found.entries]
    differing: Counter[str] = Counter({"count": 1} if len(posts) != len(theirs) else {})
    for post, entry in zip(map(_ours, posts), theirs, strict=False):
        differing.update(field for field in post if post[field] != entry[field])
    return 1 + 7 * min(len(posts), len(theirs)), differing


@lru_cache(maxsize=1)
def _all(shared: Path) -> tuple[int, dict[tuple[str, str], int]]:
    total, out = 0, {}
    for path in sorted((shared / "feeds").glob("*/*")):
        fields, differing = _compared(path)
        total += fields
        out.update({(path.name, field): count for field, count in differing.items()})
    return total, out


def _judged() -> dict[tuple[str, str], dict[str, str]]:
    rows = tomllib.loads(JUDGED.read_text("utf-8"))["difference"]
    assert all(row["right"] in ("ours", "feedparser", "both") and row["why"] for row in rows)
    return {(row["file"], row["field"]): row for row in rows}


def test_every_difference_from_feedparser_is_judged(shared: Path) -> None:
    """The differences that are there are exactly those that have been looked at."""
    assert sorted(_all(shared)[1]) == sorted(_judged())


def test_where_feedparser_is_right_we_agree_with_it(shared: Path) -> None:
    """At least 99.6 % of all fields of all entries agree, those aside where we are right or both are."""
    total, differing = _all(shared)
    judged = _judged()
    wrong = sum(count for key, count in differing.items() if judged[key]["right"] == "feedparser")
    assert total > 25_000
    assert wrong <= 0.004 * total
