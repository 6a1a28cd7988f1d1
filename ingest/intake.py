"""One window into the log: observe, read, append, all in one transaction.

ParsedFeed → known posts? → Observation → claims of what is new or revised → one commit
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ingest.model import ParsedFeed, Post
from ingest.observe import Observation, observe, wanted
from ingest.reading import Extractor, claims_event
from ingest.sources import Source
from store.events import ClaimsExtracted, PostObserved, PostRevised
from store.log import NewEvent, Transaction
from store.posts import PostHead

__all__ = ["Taken", "post_of", "take_in"]


#: what reading one window may cost: characters of posts about the subject, and a thousand for each claim. That is some
#: seconds of work, twenty times the fullest real window seen; one publisher's flood must not hold up the others
MOST_READ = 10_000_000
PER_CLAIM = 1_000


@dataclass(slots=True)
class Taken:
    """What one window added to the log."""

    seen: Observation
    claims: int = 0
    unread: int = 0  # posts that were kept and not read for claims, because the window holds too much
    read: list[str] = field(default_factory=list)  # the posts among them from which something was read


def take_in(
    tx: Transaction,
    source: Source,
    feed: ParsedFeed,
    extractor: Extractor,
    now: datetime,
    *,
    only_new: bool = False,
    most: float = MOST_READ,
) -> Taken:
    """Observes a window and reads its new and revised posts. The same window again adds nothing.

    ``only_new``: known posts are left as they are. So they are by what is no feed: the whole text of an interface and
    the bare title of a sitemap are other ways of telling a post, not edits of it. ``most``: what reading may cost.
    """
    only_new = only_new or feed.tier in ("api", "sitemap")
    posts, ladders = wanted(source, feed)
    scopes: dict[str, set[str]] = {}
    for scope, key in (pair for ladder in ladders for pair in ladder):
        scopes.setdefault(scope, set()).add(key)
    known = {(scope, key): post for scope, keys in scopes.items() for key, post in tx.posts.lookup(scope, keys).items()}
    heads = tx.posts.heads(set(known.values()))
    taken = Taken(observe(source, (posts, ladders), known, heads, now))
    if only_new or source.url.startswith("file:"):
        _without_revisions(tx, taken.seen, whatever=only_new)
    tx.append(_with_claims(tx, source, taken, heads, extractor, most))
    keys_to_keep = [(scope, key, post) for (scope, key), post in taken.seen.keys.items()]
    tx.posts.save(taken.seen.heads.values(), keys_to_keep)
    return taken


def _without_revisions(tx: Transaction, seen: Observation, *, whatever: bool) -> None:
    """Takes back revisions: all, or those that the log holds. Files come in no order of time, so that an old version
    is not the latest one for being read again.
    """
    for event in [e for e in seen.events if isinstance(e.event, PostRevised)]:
        revised = event.event
        assert isinstance(revised, PostRevised)  # noqa: S101 - for the type checker
        before = (r.event for r in tx.read(stream=event.stream, types=("PostObserved", "PostRevised")))
        if whatever or any(
            isinstance(e, PostObserved | PostRevised) and e.fingerprint == revised.fingerprint for e in before
        ):
            seen.events.remove(event)
            seen.revised.remove(revised.post)
            seen.heads.pop(revised.post)
            seen.unchanged += 1


def _with_claims(
    tx: Transaction, source: Source, taken: Taken, heads: Mapping[str, PostHead], extractor: Extractor, left: float
) -> list[NewEvent]:
    """The events of the window, each post followed by what was read out of it."""
    events: list[NewEvent] = []
    for event in taken.seen.events:
        events.append(event)
        if not isinstance(event.event, PostObserved | PostRevised):
            continue
        post, revision = post_of(event.event, source)
        new = revision == 1 and post.id not in heads
        if extractor.relevant(post.text) or extractor.relevant(post.title):
            taken.unread += left <= 0
            if left <= 0:
                continue
            left -= len(post.text)
        read = claims_event(tx, post, revision, extractor, new=new)
        if read is not None and isinstance(read.event, ClaimsExtracted):
            events.append(read)
            taken.claims += len(read.event.claims)
            left -= PER_CLAIM * len(read.event.claims)
            taken.read.append(post.id)
    return events


def post_of(event: PostObserved | PostRevised, source: Source) -> tuple[Post, int]:
    """A post as extraction sees it, and the number of its revision."""
    revision = event.revision if isinstance(event, PostRevised) else 1
    post = Post(event.post, event.title, event.text, event.url, source.publisher or None, event.published, source.trust)
    return post, revision
