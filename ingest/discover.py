"""Feeds of a site: what its page links to, then where feeds usually live. Finding is pure; asking is at the edge.

page → candidates (link rel=alternate, anchors that look like feeds, well-known paths) → asked → one that parses
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from ingest.identity import canonical_url
from ingest.parse.markup import unreadable
from store.text import clean_line, safe_url

__all__ = ["WELL_KNOWN", "Candidate", "candidates"]

#: where feeds live on common systems (WordPress, Ghost, Hugo, Jekyll, Drupal, Medium, Substack, Squarespace, Blogger)
WELL_KNOWN = (
    "feed/", "feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", "index.rdf", "rss/",
    "blog/feed/", "news/feed/", "blog/rss.xml", "feeds/posts/default", "?feed=rss2", "?format=rss",
)  # fmt: skip
_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "text/xml",
    "application/xml",
)
_LOOKS = re.compile(r"(?:^|[/._?=-])(?:rss|feed|feeds|atom|rdf)(?:$|[/._?&=-]|\d)|\.(?:rss|atom|rdf)$", re.IGNORECASE)
_COMMENTS = re.compile(r"comments?(?:[/_-]|$)|/comments/feed", re.IGNORECASE)
MOST = 40
READ = 1_000_000  # octets of a page: what it says of feeds stands in its head, or among its first links
ANCHORS = 2_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address where a feed may be, and why we think so."""

    url: str
    why: str  # "linked as alternate", "anchor", "well-known path"
    title: str = ""


def candidates(body: bytes | str, url: str) -> list[Candidate]:
    """Addresses to ask, the likeliest first, at most 40. ``url`` is where the page came from."""
    head = body[:READ]
    if unreadable(head if isinstance(head, str) else head.decode("latin-1")):
        return _distinct(_well_known(url))
    tree = LexborHTMLParser(head)
    base_tag = tree.css_first("base[href]")
    base = safe_url((base_tag.attributes.get("href") or "") if base_tag else "", url) or url
    return _distinct([*_alternates(tree, base), *_anchors(tree, base, url), *_well_known(url)])


def _distinct(found: list[Candidate]) -> list[Candidate]:
    seen, out = set(), []
    for candidate in found:
        key = canonical_url(candidate.url) or candidate.url
        if key not in seen:
            seen.add(key)
            out.append(candidate)
    return out[:MOST]


def _alternates(tree: LexborHTMLParser, base: str) -> list[Candidate]:
    """``<link rel=alternate>`` and ``rel=feed`` (RSS Autodiscovery; WHATWG HTML 4.6.7.1), comment feeds last."""
    out = []
    for link in tree.css("link[rel][href]"):
        rel = (link.attributes.get("rel") or "").lower().split()
        kind = (link.attributes.get("type") or "").lower().split(";")[0].strip()
        href = safe_url(link.attributes.get("href") or "", base)
        if href and ("feed" in rel or ("alternate" in rel and kind in _TYPES)):
            out.append(Candidate(href, "linked as alternate", clean_line(link.attributes.get("title") or "")))
    return sorted(out, key=lambda c: bool(_COMMENTS.search(f"{c.url} {c.title}")))


def _anchors(tree: LexborHTMLParser, base: str, url: str) -> list[Candidate]:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    out = []
    for anchor in tree.css("a[href]")[:ANCHORS]:
        href = safe_url(anchor.attributes.get("href") or "", base)
        if not href or not _LOOKS.search(urlsplit(href).path + "?" + urlsplit(href).query):
            continue
        own = (urlsplit(href).hostname or "").removeprefix("www.").endswith(host)
        out.append((not own, Candidate(href, "anchor", clean_line(anchor.text())[:100])))
    return [c for _, c in sorted(out, key=lambda pair: pair[0])]


def _well_known(url: str) -> list[Candidate]:
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}/"
    folder = root + parts.path.strip("/") + "/" if parts.path.strip("/") else root
    bases = [folder, root] if folder != root else [root]
    return [Candidate(base + path, "well-known path") for base in bases for path in WELL_KNOWN]
