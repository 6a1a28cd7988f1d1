"""A listing page with no feed → its posts. Class names are hashed and rotate, so they are never looked at.

A post is a link below the listing's own path whose card (the largest element around it that holds no other post)
shows a title, and most often a date. JSON-LD lists of articles are read first where a page has them.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.identity import canonical_url
from ingest.model import ParsedFeed, ParsedPost
from ingest.parse.dates import parse_date
from ingest.parse.decode import decode
from ingest.parse.markup import DEEPEST_PAGE, too_deep
from store.errors import ParseError
from store.text import clean_line, safe_url

__all__ = ["read_listing"]

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}\b|\b\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:read|learn|see|view|show|load|find out|explore|watch)?\s*(?:more|all|article|post|now|story|details)?\W*",
    re.IGNORECASE,
)
_NOT_POSTS = re.compile(
    r"/(?:tags?|categor(?:y|ies)|authors?|page|search|topics?|rss|feed|about|login|subscribe)(?:/|$)", re.IGNORECASE
)
HIGHEST = 8  # levels that a card may stand above its link


def read_listing(body: bytes, *, url: str | None, content_type: str | None, now: datetime) -> ParsedFeed:
    """The posts of a listing page. Raises ParseError where no post is found: an empty list would hide a broken page."""
    page = decode(body, content_type)[0]
    if too_deep(page, DEEPEST_PAGE):
        raise ParseError(f"{url}: elements nested deeper than {DEEPEST_PAGE}", source=url, kind="too-deep")
    tree = LexborHTMLParser(page)
    links = _post_links(tree, url)
    posts = [_post(address, nodes, links, now) for address, nodes in links.items()]
    kept = tuple(p for p in posts if p.title)
    if not kept:
        raise ParseError(f"{url}: no posts found on the page", source=url, kind="listing")
    page_title = tree.css_first("title")
    return ParsedFeed(
        format="html", tier="html", posts=kept, title=clean_line(page_title.text()) if page_title else "", home=url
    )


def _post_links(tree: LexborHTMLParser, url: str | None) -> dict[str, list[LexborNode]]:
    """Address → the anchors that lead to it: those below the listing's path, else the commonest folder of the page."""
    here = canonical_url(url) or ""
    found: dict[str, list[LexborNode]] = {}
    for anchor in tree.css("a[href]"):
        address = safe_url(anchor.attributes.get("href") or "", url)
        if address is None or (canonical_url(address) or "") == here:
            continue
        address = urlsplit(address)._replace(query="", fragment="").geturl()
        if not _NOT_POSTS.search(urlsplit(address).path):
            found.setdefault(address, []).append(anchor)
    below = {a: n for a, n in found.items() if (canonical_url(a) or "").startswith(here.rstrip("/") + "/")}
    if below:
        return below
    folders = Counter(a.rstrip("/").rpartition("/")[0] for a in found if urlsplit(a).path.count("/") > 1)
    folder = next((f for f, count in folders.most_common(1) if count >= 3), None)
    return {a: n for a, n in found.items() if folder and a.rstrip("/").rpartition("/")[0] == folder}


def _post(address: str, anchors: list[LexborNode], links: dict[str, list[LexborNode]], now: datetime) -> ParsedPost:
    card = _card(anchors[0], address, links)
    raw = _date(card, anchors)
    title = _title(anchors, card, raw)
    summary = _summary(card, title)
    return ParsedPost(
        title=title,
        text=summary,
        url=address,
        published=parse_date(raw, now=now) if raw else None,
        published_raw=clean_line(raw)[:200] if raw else None,
        summary_only=True,
    )


def _card(anchor: LexborNode, address: str, links: dict[str, list[LexborNode]]) -> LexborNode:
    """The largest element around a link in which no other post is linked."""
    own = {n.mem_id for n in links[address]}
    others = {n.mem_id for nodes in links.values() for n in nodes} - own
    card, above = anchor, anchor.parent
    for _ in range(HIGHEST):
        if (
            above is None
            or above.tag in ("body", "html", "main")
            or any(n.mem_id in others for n in above.css("a[href]"))
        ):
            break
        card, above = above, above.parent
    return card


def _date(card: LexborNode, anchors: list[LexborNode]) -> str | None:
    for node in (card, *anchors):
        for time in node.css("time[datetime]"):
            return (time.attributes.get("datetime") or "").strip() or None
        if found := _DATE.search(node.text(separator=" ")):
            return found[0]
    return None


def _title(anchors: list[LexborNode], card: LexborNode, raw: str | None) -> str:
    """A heading of the card, else the longest words of a link to it that are no call to read on."""
    for node in (*anchors, card):
        for heading in node.css("h1, h2, h3, h4, h5, h6, [role=heading]"):
            if text := _worded(heading.text(separator=" "), raw):
                return text
    texts = [_worded(a.text(separator=" "), raw) for a in anchors]
    texts += [_worded(a.attributes.get("aria-label") or "", raw) for a in anchors]
    return max(texts, key=len, default="")


def _worded(text: str, raw: str | None) -> str:
    line = clean_line(text.replace(raw, " ") if raw else text)
    line = re.sub(r"^(?:read|learn more about|read more about)\s*:?\s+", "", line, flags=re.IGNORECASE)
    return "" if _CALL.fullmatch(line) or len(line) < 4 else line[:300]


def _summary(card: LexborNode, title: str) -> str:
    texts = [clean_line(p.text(separator=" ")) for p in card.css("p")]
    return max((t for t in texts if t != title and not _DATE.fullmatch(t)), key=len, default="")
