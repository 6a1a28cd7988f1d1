"""The index of posts, made again from the log: after an import, or when it is doubted.

What a key of a post is, is not known here: the two functions that know are handed in (``ingest.identity``'s
``canonical_url`` and ``keys_of``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from store.events import PostLinked, PostObserved, PostRevised
from store.log import Log, Recorded, Transaction
from store.posts import PostHead

__all__ = ["rebuild_posts"]

TYPES = ("PostObserved", "PostRevised", "PostLinked")

#: an address → the form in which two links to one article are equal
Canonical = Callable[[str | None], str | None]
#: a source and posts of one window → (scope, key) pairs of each, the surest first. It is asked of ``PostObserved``,
#: which has what the entries of a feed have: guid, url, title, text, published, published_raw; and publisher
Keys = Callable[[str, Sequence[Any]], Iterable[Iterable[tuple[str, str]]]]


def rebuild_posts(log: Log, canonical: Canonical, keys: Keys) -> int:
    """Replaces the index by what the log says, in one commit; answers the number of posts.

    Posts of one source that were recorded at one moment are taken for one window. Keys under which another source
    showed a known post are not in the log; they are learned again with its next window. Raises UnknownEventError.
    """
    with log.transaction() as tx:
        tx.posts.clear()
        index = _Index(tx, canonical, keys)
        kept = (record for record in tx.read(types=TYPES) if not record.erased)
        for when, commit in groupby(kept, key=lambda record: record.recorded_at):
            index.take(when, commit)
        return tx.posts.count()


class _Index:
    def __init__(self, tx: Transaction, canonical: Canonical, keys: Keys) -> None:
        self.posts = tx.posts
        self.canonical = canonical
        self.keys = keys
        self.first: dict[str, tuple[str | None, str]] = {}  # post → guid and publisher, which revisions do not repeat

    def take(self, when: str, commit: Iterator[Recorded]) -> None:
        """What one commit told: posts first, then what became of them."""
        windows: dict[str, list[PostObserved]] = {}
        later: list[PostRevised | PostLinked] = []
        for record in commit:
            event = record.event
            if isinstance(event, PostObserved):
                windows.setdefault(event.source, []).append(event)
            elif isinstance(event, PostRevised | PostLinked):
                later.append(event)
        for source, window in windows.items():
            self._observed(source, window, when)
        for event in later:
            self._changed(event, when)

    def _observed(self, source: str, window: list[PostObserved], when: str) -> None:
        for event in window:
            self.first[event.post] = (event.guid, event.publisher)
        heads = [self._head(event, when) for event in window]
        self.posts.save(heads, self._pairs(source, window))

    def _pairs(self, source: str, window: Sequence[PostObserved]) -> Iterator[tuple[str, str, str]]:
        for event, ladder in zip(window, self.keys(source, window), strict=True):
            yield from ((scope, key, event.post) for scope, key in ladder)

    def _head(self, event: PostObserved, when: str) -> PostHead:
        return PostHead(
            post=event.post, source=event.source, revision=1, fingerprint=event.fingerprint, title=event.title,
            url_canonical=self.canonical(event.url), published=event.published, partial=event.partial,
            first_seen=when, last_seen=when,
        )  # fmt: skip

    def _changed(self, event: PostRevised | PostLinked, when: str) -> None:
        head = self.posts.heads([event.post]).get(event.post)
        if head is None or isinstance(event, PostLinked):
            return  # its first revision was erased and with it whose it was, or nothing about it changed
        head = replace(
            head, revision=event.revision, published=event.published or head.published, partial=event.partial
        )
        if event.why == "edited":  # the words of a page are not the words of the feed, which these fields are about
            url = self.canonical(event.url) or head.url_canonical
            head = replace(head, fingerprint=event.fingerprint, title=event.title, url_canonical=url, last_seen=when)
            self.posts.save([], self._pairs(head.source, [self._as_shown(head, event)]))
        self.posts.save([head])

    def _as_shown(self, head: PostHead, event: PostRevised) -> PostObserved:
        """An edited post as its feed shows it from here on."""
        guid, publisher = self.first[head.post]
        return PostObserved(
            post=head.post, source=head.source, publisher=publisher, title=event.title, text=event.text, url=event.url,
            guid=guid, published=event.published,
        )  # fmt: skip
