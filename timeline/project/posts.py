"""A post as the fold knows it: who owns its domain, and a sketch of its text. Pure.

The sketch is the ``SKETCH`` smallest hashes of the text's five-word shingles (bottom-k minhash, Broder 1997): from two
sketches the share of shingles that the texts have in common can be estimated, to about ±6 % at 64.
"""

from __future__ import annotations

import heapq
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zlib import crc32

from store.events import Event, PostObserved
from timeline.project.model import PostInfo
from timeline.project.words import fold

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

__all__ = ["HOSTS", "SKETCH", "owner_of", "post_info", "resemblance", "sketch"]

SKETCH = 64
_SHINGLE, _LONGEST = 5, 3000  # words
_WORD = re.compile(r"\w+")
#: places where many people publish under one domain: each of them is an owner
HOSTS = frozenset({"substack.com", "medium.com", "wordpress.com", "beehiiv.com", "ghost.io", "blogspot.com"})


def post_info(event: Event) -> PostInfo:
    """What the fold needs of a post. Raises TypeError for an event that is not PostObserved."""
    if not isinstance(event, PostObserved):
        raise TypeError(f"a post is known from PostObserved, not from {type(event).__name__}")
    return PostInfo(
        id=event.post, publisher=event.publisher, url=event.url, title=event.title, published=event.published,
        trust=event.trust, domain=owner_of(event.url) or fold(event.publisher or event.title),
        shingles=sketch(f"{event.title}\n{event.text}"), known_from=(event.published or "")[:10],
    )  # fmt: skip


@lru_cache(maxsize=4096)
def owner_of(url: str | None) -> str:
    """The registrable domain of an address: ``https://about.fb.com/news/1`` → ``fb.com``; "" where it has none."""
    try:
        parts = urlsplit(url or "")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    domain = _suffixes().privatesuffix(host) if "." in host and not host.replace(".", "").isdigit() else host
    if domain in HOSTS:
        author = re.match(r"/@([\w.-]+)", parts.path)
        return f"{domain}/@{author[1]}" if author and host == domain else host
    return domain or host


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - reads a long list: only where posts are folded

    return PublicSuffixList()


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of the text's shingles, sorted. A text of fewer than five words has none."""
    words = [word for match in _WORD.finditer(text) if (word := match[0].casefold())][:_LONGEST]
    shingles = {" ".join(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1)}
    return tuple(heapq.nsmallest(SKETCH, {crc32(shingle.encode("utf-8", "replace")) for shingle in shingles}))


def resemblance(left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """The estimated share of shingles that two texts have in common, 0–1."""
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    both = set(left).intersection(right)
    union = sorted({*left, *right})[:SKETCH]
    return sum(value <= union[-1] for value in both) / len(union)
