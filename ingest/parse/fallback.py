"""The last tier: feedparser, which reads what nobody else can. Never its dates: ours, from what stood there."""

from __future__ import annotations

import io
import warnings
from datetime import datetime
from typing import Any

import feedparser

from ingest.model import ParsedFeed, ParsedPost
from ingest.parse.dates import parse_date
from ingest.parse.limits import MOST_POSTS
from ingest.parse.links import link_of
from ingest.parse.markup import line_of, sanitise, title_line, to_text

__all__ = ["read_loosely"]


MOST = 4_000_000  # characters; feedparser's loose parser reads 300,000 a second


def read_loosely(text: str, *, url: str | None, now: datetime, markup: bool = False) -> ParsedFeed | None:
    """The feed as feedparser understands it, or None where it finds no entries.

    It is handed a stream: what it is handed as a string or bytes it would also try as an address and as a file's name.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # feedparser's own deprecations, at parsing and at each look into an entry
        try:
            found = feedparser.parse(
                io.BytesIO(text[:MOST].encode("utf-8", "replace")),
                response_headers={"content-type": "application/xml; charset=utf-8"},
                sanitize_html=False,
                resolve_relative_uris=False,
            )
        except (AttributeError, KeyError, IndexError, TypeError, ValueError, AssertionError):
            return None  # faults of its own that odd nesting brings out: KeyError 'links', no end_link
        return _feed(found, len(text), url, now, markup=markup)


def _feed(found: Any, size: int, url: str | None, now: datetime, *, markup: bool) -> ParsedFeed | None:
    entries = found.get("entries") or []
    if not entries:
        return None
    head = found.get("feed") or {}
    home = link_of(head.get("link") or "", url) if head.get("link") else None
    return ParsedFeed(
        format=found.get("version") or "unknown",
        tier="fallback",
        posts=tuple(_post(entry, home or url, now, markup=markup) for entry in entries[:MOST_POSTS]),
        title=title_line(head.get("title") or ""),
        home=home,
        language=line_of(head.get("language") or "")[:40] or None,
        partial=size > MOST or len(entries) > MOST_POSTS,
        notes=("not well-formed; read loosely",),
    )


def _post(entry: Any, base: str | None, now: datetime, *, markup: bool) -> ParsedPost:
    content = next((c.get("value") for c in entry.get("content") or [] if c.get("value")), None)
    words = content or entry.get("summary") or ""
    raw = entry.get("published") or entry.get("issued") or entry.get("created") or entry.get("updated") or None
    link = link_of(entry.get("link") or "", base) if entry.get("link") else None
    return ParsedPost(
        title=title_line((entry.get("title") or "")[:20_000])[:1000],
        text=to_text(words),
        html=sanitise(words, link or base) if markup and words else None,
        url=link,
        guid=line_of(entry.get("id") or "") or None,
        published=parse_date(raw, now=now) if raw else None,
        published_raw=line_of(raw)[:200] if raw else None,
        author=line_of(entry.get("author") or "") or None,
        categories=tuple(t for tag in entry.get("tags") or [] if (t := line_of(tag.get("term") or "")[:200])),
        summary_only=content is None,
    )
