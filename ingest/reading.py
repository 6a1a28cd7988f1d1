"""Reading claims out of posts and recording them: one post revision, one extractor version, one event.

A post that holds no claim and never held one costs no event; a claim list that is empty where there was one before
is recorded, so that it supersedes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from ingest.model import Post
from store.events import Claim, ClaimsExtracted, PostObserved, PostRevised
from store.log import Log, NewEvent, Transaction

__all__ = ["Extractor", "Reread", "claims_event", "reread"]


@dataclass(frozen=True, slots=True)
class Extractor:
    """Something that reads claims out of a post: its name and version stand in the log beside what it read."""

    name: str
    version: str
    read: Callable[[Post], list[Claim]]
    relevant: Callable[[str], bool] = lambda _: True  # whether a text may be about the subject at all
    subject: str | None = None  # canonical id of whom the claims are about; it is kept with each


@dataclass(frozen=True, slots=True)
class Reread:
    """What a second reading of one post would change."""

    post: str
    appear: tuple[Claim, ...]
    vanish: tuple[Claim, ...]
    same: int
    event: NewEvent | None


def _latest(store: Log | Transaction, stream: str) -> ClaimsExtracted | None:
    for recorded in store.read(stream=stream, types=("ClaimsExtracted",), newest_first=True, limit=1):
        event = recorded.event
        return event if isinstance(event, ClaimsExtracted) else None
    return None


def claims_event(
    store: Log | Transaction, post: Post, revision: int, extractor: Extractor, *, new: bool = False
) -> NewEvent | None:
    """What reading this revision would record; None if it changes nothing. ``new``: nothing was read from it yet."""
    claims = tuple(replace(claim, subject=extractor.subject) for claim in extractor.read(post))
    stream = f"post:{post.id}"
    before = None if new else _latest(store, stream)
    if before is None and not claims:
        return None
    if before is not None and before.claims == claims and before.revision == revision:
        return None
    event = ClaimsExtracted(
        post=post.id, revision=revision, extractor=extractor.name, version=extractor.version, claims=claims
    )
    number = 0 if new else store.version(stream)
    return NewEvent(
        event=event, stream=stream, key=f"claims/{post.id}/{revision}/{extractor.name}@{extractor.version}/{number}"
    )


def reread(log: Log, extractor: Extractor, posts: Iterable[tuple[Post, int]]) -> Iterator[Reread]:
    """Reads posts again with today's extractor; an event for each whose claims differ, none where they are the same."""
    for post, revision in posts:
        before = _latest(log, f"post:{post.id}")
        event = claims_event(log, post, revision, extractor)
        had = before.claims if before else ()
        has = event.event.claims if event and isinstance(event.event, ClaimsExtracted) else had
        yield Reread(
            post.id,
            tuple(c for c in has if c not in had),
            tuple(c for c in had if c not in has),
            sum(c in had for c in has),
            event,
        )


def current_posts(log: Log) -> Iterator[tuple[Post, int]]:
    """The latest revision of every post, in order of first sight. Holds ids and positions in memory, not texts."""
    latest: dict[str, tuple[int, int]] = {}
    for recorded in log.read(types=("PostRevised",)):
        event = recorded.event
        if isinstance(event, PostRevised):
            latest[event.post] = (event.revision, recorded.position)
    for recorded in log.read(types=("PostObserved",)):
        first = recorded.event
        if not isinstance(first, PostObserved):
            continue
        title, text, url, published, revision = first.title, first.text, first.url, first.published, 1
        if first.post in latest:
            revision, position = latest[first.post]
            again = next(iter(log.read(after=position - 1, limit=1))).event
            if isinstance(again, PostRevised):
                title, text = again.title, again.text
                url, published = again.url or url, again.published or published
        yield Post(first.post, title, text, url, first.publisher, published, first.trust), revision
