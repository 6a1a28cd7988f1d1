"""The values that travel along the line: what a feed held, and what one fetch brought.

bytes ─parse→ ParsedFeed(ParsedPost…) ─observe→ PostObserved / PostRevised events ─extract→ Claims
"""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct

__all__ = ["Hints", "ParsedFeed", "ParsedPost", "Post"]


class ParsedPost(Struct, frozen=True, gc=False):
    """One entry of a feed, safe to keep: text has passed the gate, links are absolute http(s), html is sanitised."""

    title: str = ""  # one line of text, never markup
    text: str = ""  # plain text of the content or summary; paragraphs separated by newlines
    html: str | None = None  # sanitised markup of the same
    url: str | None = None
    guid: str | None = None
    published: str | None = None  # RFC 3339 with the publisher's offset, or YYYY-MM-DD; None where not believed
    published_raw: str | None = None  # as it stood in the feed
    updated: str | None = None  # the same shapes
    author: str | None = None
    categories: tuple[str, ...] = ()
    language: str | None = None
    summary_only: bool = False  # the feed gave a summary or teaser, not the article
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """What a feed says about when to ask again (RSS 2.0 ttl, skipHours, skipDays; syndication module)."""

    ttl_minutes: int | None = None
    update_seconds: int | None = None  # sy:updatePeriod / sy:updateFrequency
    skip_hours: frozenset[int] = frozenset()  # 0–23, GMT
    skip_days: frozenset[int] = frozenset()  # 0 = Monday


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed as read by one of the tiers."""

    format: str  # rss20, rss10, rss09x, atom10, atom03, jsonfeed1, html, ...
    tier: str  # strict, repair, fallback, jsonfeed, html
    posts: tuple[ParsedPost, ...] = ()
    title: str = ""
    home: str | None = None  # the site's own page
    self_url: str | None = None
    next_url: str | None = None  # RFC 5005 rel=next / prev-archive, JSON Feed next_url
    language: str | None = None
    hints: Hints = field(default_factory=Hints)
    partial: bool = False  # the body was cut off; whole items were kept
    notes: tuple[str, ...] = ()  # what was repaired or refused, for a person to read


@dataclass(frozen=True, slots=True)
class Post:
    """One revision of a post as extraction sees it; also the input line of ``timeline extract``."""

    id: str
    title: str
    text: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    trust: str = "press"
