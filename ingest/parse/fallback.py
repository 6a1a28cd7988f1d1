"""The last tier: feedparser, which reads what nobody else can. Never its dates: ours, from what stood there."""

from __future__ import annotations

import warnings
from datetime import datetime
from typing import Any

import feedparser

from ingest.model import ParsedFeed, ParsedPost
from ingest.parse.dates import parse_date
from ingest.parse.limits import MOST_POSTS
from ingest.parse.markup import sanitise, title_line, to_text
from store.text import clean_line, safe_url

__all__ = ["read_loosely"]


def read_loosely(text: str, *, url: str | None, now: datetime) -> ParsedFeed | None:
    """The feed as feedparser understands it, or None where it finds no entries."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # feedparser's own deprecations
        found = feedparser.parse(text.encode("utf-8", "replace"), sanitize_html=False, resolve_relative_uris=False)
    entries = found.get("entries") or []
    if not entries:
        return None
    head = found.get("feed") or {}
    home = safe_url(head.get("link") or "", url)
    return ParsedFeed(
        format=found.get("version") or "unknown",
        tier="fallback",
        posts=tuple(_post(entry, home or url, now) for entry in entries[:MOST_POSTS]),
        title=title_line(head.get("title") or ""),
        home=home,
        language=head.get("language"),
        notes=("not well-formed; read loosely",),
    )


def _post(entry: Any, base: str | None, now: datetime) -> ParsedPost:
    content = next((c.get("value") for c in entry.get("content") or [] if c.get("value")), None)
    markup = content or entry.get("summary") or ""
    raw = entry.get("published") or entry.get("issued") or entry.get("created") or entry.get("updated") or None
    link = safe_url(entry.get("link") or "", base) if entry.get("link") else None
    return ParsedPost(
        title=title_line(entry.get("title") or "")[:1000],
        text=to_text(markup),
        html=sanitise(markup, link or base) if markup else None,
        url=link,
        guid=clean_line(entry.get("id") or "") or None,
        published=parse_date(raw, now=now) if raw else None,
        published_raw=raw,
        author=clean_line(entry.get("author") or "") or None,
        categories=tuple(t for tag in entry.get("tags") or [] if (t := clean_line(tag.get("term") or "")[:200])),
        summary_only=content is None,
    )
