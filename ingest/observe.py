"""Which posts are new, which were revised, what is missing. Pure: a window and what is known in, events out.

    ParsedFeed + known posts → Observation(events, heads and keys to remember, the window)

Absence of an entry never removes a post. An entry that was known in another source is linked, not doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from ingest.identity import BY, Keys, canonical_url, fingerprint, keys_of, post_id
from ingest.model import ParsedFeed, ParsedPost
from ingest.sources import Source
from store.clock import rfc3339
from store.events import GapSuspected, PostLinked, PostObserved, PostRevised
from store.log import NewEvent
from store.posts import PostHead

__all__ = ["Observation", "Window", "gap", "observe", "wanted"]

Key = tuple[str, str]  # (scope, key)


@dataclass(slots=True)
class Observation:
    """What one window told."""

    events: list[NewEvent] = field(default_factory=list)
    heads: dict[str, PostHead] = field(default_factory=dict)  # post → what to remember of it
    keys: dict[Key, str] = field(default_factory=dict)  # (scope, key) → post
    window: list[str] = field(default_factory=list)  # posts of the window, in the feed's order
    new: list[str] = field(default_factory=list)
    revised: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Window:
    """What is kept of a source's last window, to notice what was missed."""

    posts: tuple[str, ...] = ()
    seen: str = ""  # RFC 3339
    overlapped: bool = False  # windows of this source have overlapped before


def wanted(source: Source, feed: ParsedFeed) -> tuple[list[ParsedPost], list[Keys]]:
    """The entries of a window that the source's categories let through, with the ladder of keys of each."""
    posts = list(feed.posts)
    if source.categories:
        names = {c.casefold() for c in source.categories}
        posts = [p for p in posts if names & {c.casefold() for c in p.categories}]
    return posts, keys_of(source.name, posts, source.publisher)


def observe(
    source: Source,
    window: tuple[Sequence[ParsedPost], Sequence[Keys]],
    known: Mapping[Key, str],
    heads: Mapping[str, PostHead],
    now: datetime,
) -> Observation:
    """Judges a window as ``wanted`` gave it. ``known``: post of each key; ``heads``: what is kept of each such post."""
    seen = Observation()
    judged = []
    keys = dict(known)
    for entry, ladder in zip(*window, strict=True):
        post = _match(entry, ladder, keys, heads, (source.name, seen.window))
        new = post is None
        post = post or _fresh_id(source, ladder, heads)
        if post in seen.window:
            continue  # the same entry twice in one window
        seen.window.append(post)
        fresh = {key: post for key in ladder if key not in keys}
        seen.keys |= fresh
        keys |= fresh
        judged.append((entry, ladder.mark, post, new))
    for entry, mark, post, new in reversed(judged):  # feeds run newest first, the log oldest first
        if new:
            _observed(seen, source, (entry, mark), post, now)
        else:
            _known(seen, source, (entry, mark), heads[post], now)
    return seen


def _match(
    entry: ParsedPost,
    ladder: Keys,
    known: Mapping[Key, str],
    heads: Mapping[str, PostHead],
    place: tuple[str, Sequence[str]],
) -> str | None:
    """The post that an entry is. Words alone name one only where no other entry of the window is that post: two
    entries that stand side by side under guids and addresses of their own are two posts, however alike.
    ``place``: the source, and the posts of the window so far.
    """
    source, window = place
    for rank, (scope, key) in enumerate(ladder):
        post = known.get((scope, key))
        if post is None or (rank and key.startswith(("text:", "title:")) and post in window):
            continue
        head = heads.get(post)
        if scope.startswith(BY) and (head is None or head.source == source):
            continue  # across sources only: within one, its own keys have been looked up
        if head and key.startswith("guid:") and _reused(entry, head):
            continue
        return post
    return None


def _reused(entry: ParsedPost, head: PostHead) -> bool:
    """Whether a guid now stands for another article: address, title and date all differ. An edit keeps one of them."""
    url = canonical_url(entry.url)
    return bool(
        url
        and head.url_canonical
        and url != head.url_canonical
        and entry.title != head.title
        and entry.published
        and head.published
        and entry.published != head.published
    )


def _fresh_id(source: Source, ladder: Keys, taken: Mapping[str, PostHead]) -> str:
    candidates: Iterable[str] = (post_id("" if scope == "*" else source.name, key) for scope, key in ladder)
    for candidate in candidates:
        if candidate not in taken:
            return candidate
    return post_id(source.name, " ".join(key for _, key in ladder))


def _observed(seen: Observation, source: Source, marked: tuple[ParsedPost, str], post: str, now: datetime) -> None:
    entry, mark = marked
    event = PostObserved(
        post=post,
        source=source.name,
        publisher=source.publisher,
        title=entry.title,
        text=entry.text,
        url=entry.url,
        guid=entry.guid,
        published=entry.published,
        published_raw=entry.published_raw if entry.published is None else None,
        author=entry.author,
        language=entry.language,
        categories=entry.categories,
        trust=source.trust,
        fingerprint=mark,
        partial=entry.summary_only,
    )
    seen.events.append(NewEvent(event=event, stream=f"post:{post}", key=f"observed/{post}"))
    seen.new.append(post)
    seen.heads[post] = PostHead(
        post=post,
        source=source.name,
        revision=1,
        fingerprint=mark,
        title=entry.title,
        url_canonical=canonical_url(entry.url),
        published=entry.published,
        partial=entry.summary_only,
        first_seen=rfc3339(now),
        last_seen=rfc3339(now),
    )


def _known(seen: Observation, source: Source, marked: tuple[ParsedPost, str], head: PostHead, now: datetime) -> None:
    entry, mark = marked
    if head.source != source.name:
        _linked(seen, source, head, entry.url)
        return
    changed = tuple(_changes(entry, head, mark))
    if not changed or rfc3339(now) < head.last_seen:  # a window from before the last revision is no later edit
        seen.unchanged += 1
        return
    revision = head.revision + 1
    event = PostRevised(
        post=head.post,
        revision=revision,
        changed=changed,
        title=entry.title,
        text=entry.text,
        url=entry.url,
        published=entry.published or head.published,
        fingerprint=mark,
        partial=entry.summary_only,
    )
    key = f"revised/{head.post}/{revision}/{mark}"
    seen.events.append(NewEvent(event=event, stream=f"post:{head.post}", key=key))
    seen.revised.append(head.post)
    seen.heads[head.post] = replace(
        head,
        revision=revision,
        fingerprint=mark,
        title=entry.title,
        url_canonical=canonical_url(entry.url) or head.url_canonical,
        published=entry.published or head.published,
        partial=entry.summary_only,
        last_seen=rfc3339(now),
    )


def _changes(entry: ParsedPost, head: PostHead, mark: str) -> Iterable[str]:
    """What an editor changed. Where the fingerprint stays the words did, whatever the clocks beside them show.

    Another date without other words is no edit (generators give posts without a date another one at each poll, and
    sites push old posts up by it), but a date where there was none is told. Nor is it one when a text is gone under
    the same title: absence removes nothing.
    """
    words = mark != head.fingerprint and (bool(entry.text) or entry.title != head.title)
    if words:
        if entry.title != head.title:
            yield "title"
        if entry.title == head.title or fingerprint(head.title, entry.text) != head.fingerprint:
            yield "text"
    url = canonical_url(entry.url)
    if url and head.url_canonical and url != head.url_canonical:
        yield "url"
    if entry.published and (not head.published or (words and entry.published[:10] != head.published[:10])):
        yield "published"


def _linked(seen: Observation, source: Source, head: PostHead, url: str | None) -> None:
    seen.unchanged += 1
    seen.linked.append(head.post)
    by: Literal["address", "text"] = "address" if canonical_url(url) == head.url_canonical else "text"
    key = f"linked/{head.post}/{source.name}" + ("" if by == "address" else "/text")
    event = PostLinked(post=head.post, source=source.name, by=by)
    seen.events.append(NewEvent(event=event, stream=f"post:{head.post}", key=key))


def gap(source: Source, before: Window, seen: Observation, now: datetime) -> tuple[Window, NewEvent | None]:
    """The window to keep, and a ``GapSuspected`` if it shares nothing with the one before although windows used to
    overlap. One in which every post is known (a stale cache, a feed that returns) is no gap: nothing was missed.
    """
    if not seen.window:
        return before, None
    overlap = not set(before.posts).isdisjoint(seen.window)
    after = Window(tuple(seen.window), rfc3339(now), before.overlapped or overlap)
    if overlap or not before.overlapped or not seen.new:
        return after, None
    lost = GapSuspected(name=source.name, last_seen=before.seen, first_new=after.seen, window=len(seen.window))
    return after, NewEvent(event=lost, stream=f"source:{source.name}", key=f"gap/{source.name}/{after.seen}")
