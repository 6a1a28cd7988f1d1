"""What must be true of every post, whatever it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from ingest.model import ParsedFeed, ParsedPost
from store.text import clean, clean_line, safe_url

__all__ = ["faults"]


def faults(feed: ParsedFeed, latest: datetime) -> list[str]:
    """The ways in which a feed's strings have not passed the gate, or its dates are not to be believed."""
    out = [f"title: {feed.title!r}"] if clean_line(feed.title) != feed.title else []
    out += [f"address: {u!r}" for u in (feed.home, feed.self_url, feed.next_url) if u and safe_url(u) != u]
    for post in feed.posts:
        out += _of(post, latest)
    return out


def _of(post: ParsedPost, latest: datetime) -> Iterator[str]:
    yield from (f"not clean: {text!r}" for text in _strings(post) if clean(text) != text)
    lines = (post.title, post.author or "", post.guid or "", *post.categories)
    yield from (f"not one line: {line!r}" for line in lines if clean_line(line) != line)
    yield from (f"address: {url!r}" for url in (post.url, *post.enclosures) if url and safe_url(url) != url)
    yield from (f"of the future: {d}" for d in (post.published, post.updated) if d and _moment(d) > latest)


def _strings(post: ParsedPost) -> Iterator[str]:
    for name in post.__struct_fields__:
        value = getattr(post, name)
        yield from (text for text in (value if isinstance(value, tuple) else (value,)) if isinstance(text, str))


def _moment(date: str) -> datetime:
    moment = datetime.fromisoformat(date)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
