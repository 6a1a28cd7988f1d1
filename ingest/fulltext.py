"""The whole article of a relevant post whose source carries a summary only.

    new or revised posts → those worth a request → robots.txt → page → article → PostRevised(why="fulltext") + claims

The page's text becomes a revision of the post, so that claims can quote it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.article import read_article
from ingest.fetch import Door
from ingest.model import ParsedPost, Post
from ingest.reading import Extractor, claims_event
from ingest.sources import Source
from store.clock import Clock
from store.errors import FetchError
from store.events import ClaimsExtracted, PostObserved, PostRevised
from store.log import Log, NewEvent

__all__ = ["FullText", "fetch_full_text", "wanted"]

SHORT = 600  # characters: a post with more carries its article
MOST = 10  # pages of one source after one refresh
TRUST = "first-party"


@dataclass(frozen=True, slots=True)
class FullText:
    """What became of the pages that were asked for."""

    read: int = 0
    claims: int = 0
    notes: tuple[str, ...] = ()


def wanted(source: Source, posts: Iterable[PostObserved | PostRevised], extractor: Extractor) -> list[Post]:
    """The posts worth a request, newest first: about the subject (every post of the subject's own source is), with an
    address, and without their article.
    """
    out = []
    for event in posts:
        if not source.full_text or not event.url or len(event.text) >= SHORT or getattr(event, "why", "") == "fulltext":
            continue
        if source.trust == TRUST or extractor.relevant(f"{event.title}\n{event.text}"):
            out.append(
                Post(event.post, event.title, event.text, event.url, source.publisher, event.published, source.trust)
            )
    return sorted(out, key=lambda p: p.published or "", reverse=True)[:MOST]


async def fetch_full_text(
    log: Log, door: Door, source: Source, posts: list[Post], extractor: Extractor, clock: Clock
) -> FullText:
    """Asks for the pages of ``posts`` and records what is found. A page that fails costs itself only."""
    read, claims, notes = 0, 0, []
    for post in posts:
        found = await _article(door, post, clock)
        if isinstance(found, str):
            notes.append(found)
            continue
        claims += _record(log, source, post, found, extractor)
        read += 1
    return FullText(read, claims, tuple(notes))


async def _article(door: Door, post: Post, clock: Clock) -> ParsedPost | str:
    url = post.url or ""
    try:
        response = await door.get(url, kind="page")  # the door asks robots.txt first
    except FetchError as error:
        return str(error)
    if response.status != 200:
        return f"{url}: HTTP {response.status}"
    article = read_article(response.body, url=response.final_url, content_type=response.content_type, now=clock())
    if article is None or len(article.post.text) <= len(post.text):
        return f"{url}: no article text found in the page"
    return article.post


def _record(log: Log, source: Source, post: Post, article: ParsedPost, extractor: Extractor) -> int:
    """One commit: the revision and what was read out of it."""
    published = post.published or article.published
    with log.transaction() as tx:
        head = tx.posts.heads([post.id]).get(post.id)
        revision = (head.revision if head else 1) + 1
        title = post.title or article.title
        event = PostRevised(
            post=post.id,
            revision=revision,
            changed=("text",) if published == post.published else ("text", "published"),
            title=title,
            text=article.text,
            url=post.url,
            published=published,
            fingerprint=head.fingerprint if head else "",
            why="fulltext",
        )
        whole = Post(post.id, title, article.text, post.url, source.publisher, published, source.trust)
        read = claims_event(tx, whole, revision, extractor)
        stream = f"post:{post.id}"
        tx.append([NewEvent(event, stream, f"revised/{post.id}/{revision}/fulltext"), *([read] if read else [])])
        if head:
            tx.posts.save([replace(head, revision=revision, partial=False, published=published)])
    return len(read.event.claims) if read and isinstance(read.event, ClaimsExtracted) else 0
