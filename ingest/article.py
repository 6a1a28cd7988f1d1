"""A page → the article on it: what the page says of itself, and the paragraphs that are its text.

Metadata in this order: JSON-LD (schema.org Article and its kinds), Open Graph and article:* properties, then the
visible heading and ``<time>``. The text is the element that holds most of the paragraph text once menus, asides,
forms and link lists are taken away; trafilatura, where it is installed, is asked only if that finds too little.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.model import ParsedPost
from ingest.parse.dates import parse_date
from ingest.parse.markup import unreadable
from store.text import clean, clean_line, safe_url

__all__ = ["Accept", "Article", "read_article"]

#: how much text makes an article: "whole", enough of it not to be a teaser; "article", any where the page says that it
#: is one; "any", whatever can be read (a file that somebody hands over is what they want read)
Accept = Literal["whole", "article", "any"]

ENOUGH = 200  # characters: less is a teaser, not an article
_DROP = (
    "script, style, noscript, template, nav, header nav, footer, aside, form, button, iframe, svg, figure figcaption,"
    " [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=search]"
)
_BLOCKS = {"p", "h2", "h3", "h4", "li", "blockquote", "pre"}
_ARTICLE = re.compile(r"(?:News|Blog|Tech|Scholarly|Report|Analysis|Background|Review)?(?:Article|Posting|Report)")


@dataclass(frozen=True, slots=True)
class Article:
    """The article of a page and the name of the site."""

    post: ParsedPost
    site: str = ""


def read_article(
    body: bytes, *, url: str | None, content_type: str | None, now: datetime, accept: Accept = "whole"
) -> Article | None:
    """The article on a page, or None if no text worth the name is found. Never raises on any bytes."""
    page = _decoded(body, content_type)
    if unreadable(page):
        return None
    tree = LexborHTMLParser(page)
    linked = next(_linked_data(tree), {})
    text = _text(tree)
    if len(text) < ENOUGH:
        other = max(clean(str(linked.get("articleBody") or "")).strip(), _fallback(page), key=len)
        text = other if len(other) >= ENOUGH else text
    title = _title(tree, linked)
    if not text and accept == "any":
        text = _visible(tree)
    if len(text) < (ENOUGH if accept == "whole" or (accept == "article" and not _is_article(tree, linked)) else 1):
        return None
    raw, published = _published(tree, linked, now)
    post = ParsedPost(
        title=title,
        text=text,
        url=safe_url(_attribute(tree, "link[rel=canonical]", "href") or url or "", url),
        published=published,
        published_raw=raw,
        author=_author(tree, linked),
        language=_attribute(tree, "html", "lang"),
    )
    return Article(post, _site(tree, linked))


def _decoded(body: bytes, content_type: str | None) -> str:
    named = re.search(
        rb"charset\s*=\s*[\"']?([\w.:-]+)", (content_type or "").encode("ascii", "ignore") + body[:2048], re.IGNORECASE
    )
    for encoding in ("utf-8-sig", named[1].decode("ascii") if named else "cp1252"):
        try:
            return body.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return body.decode("utf-8", "replace")


def _linked_data(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """The Article objects of JSON-LD blocks, wherever in a graph or list they stand."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            waiting = [json.loads(node.text(), strict=False)]
        except (ValueError, RecursionError):
            continue  # a block that is no JSON says nothing; the next one may
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value[:100])
            elif isinstance(value, dict):
                kinds = value.get("@type")
                if any(
                    isinstance(k, str) and _ARTICLE.fullmatch(k)
                    for k in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    yield value
                waiting.extend(v for k, v in value.items() if k in ("@graph", "mainEntity", "mainEntityOfPage"))


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = tree.css_first(selector)
    return ((node.attributes.get(name) if node else None) or "").strip() or None


def _meta(tree: LexborHTMLParser, *names: str) -> str | None:
    for name in names:
        for key in ("property", "name", "itemprop"):
            if found := _attribute(tree, f'meta[{key}="{name}"]', "content"):
                return found
    return None


def _title(tree: LexborHTMLParser, linked: dict[str, Any]) -> str:
    heading = [n for n in tree.css("h1") if n.text(strip=True)]
    shown = clean_line(heading[0].text(separator=" ")) if len(heading) == 1 else ""
    said = clean_line(str(linked.get("headline") or "") or _meta(tree, "og:title", "twitter:title") or "")
    page = tree.css_first("title")
    return shown or said or (clean_line(page.text()) if page else "")


def _site(tree: LexborHTMLParser, linked: dict[str, Any]) -> str:
    publisher = linked.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else None
    return clean_line(_meta(tree, "og:site_name") or (name if isinstance(name, str) else ""))


def _author(tree: LexborHTMLParser, linked: dict[str, Any]) -> str | None:
    author = linked.get("author")
    author = author[0] if isinstance(author, list) and author else author
    name = author.get("name") if isinstance(author, dict) else author
    return clean_line(name if isinstance(name, str) else _meta(tree, "author") or "") or None


def _published(tree: LexborHTMLParser, linked: dict[str, Any], now: datetime) -> tuple[str | None, str | None]:
    """(as it stood, as we believe it): the first of the page's own statements that is a date."""
    times = tree.css("article time[datetime], main time[datetime], h1 ~ * time[datetime], time[itemprop=datePublished]")
    said = [
        linked.get("datePublished"),
        _meta(tree, "article:published_time", "datePublished", "parsely-pub-date", "date", "dc.date", "pubdate"),
        times[0].attributes.get("datetime") if times else None,
    ]
    first = None
    for raw in said:
        if isinstance(raw, str) and raw.strip():
            first = first or raw.strip()
            if published := parse_date(raw.strip(), now=now):
                return raw.strip(), published
    return first, None


def _text(tree: LexborHTMLParser) -> str:
    for node in tree.css(_DROP):
        node.decompose()
    best = _densest(tree)
    if best is None:
        return ""
    blocks: list[str] = []
    for node in best.traverse():
        if node.tag in _BLOCKS and not _inside_block(node, best):
            line = clean_line(node.text(separator=" " if node.tag in ("li", "blockquote") else ""))
            if line and _link_share(node) < 0.6 and line not in blocks[-3:]:
                blocks.append(line)
    return clean("\n".join(blocks)).strip()


def _is_article(tree: LexborHTMLParser, linked: dict[str, Any]) -> bool:
    """Whether the page says so of itself."""
    return bool(linked) or _meta(tree, "og:type") == "article" or len(tree.css("article")) == 1


def _visible(tree: LexborHTMLParser) -> str:
    """All that stands on the page below its heading, a line a piece of text: for pages without paragraphs."""
    for node in tree.css("h1, title"):
        node.decompose()
    body = tree.body
    lines = (clean_line(line) for line in body.text(separator="\n").split("\n")) if body else ()
    return clean("\n".join(line for line in lines if line)).strip()


def _densest(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds most paragraph text: a paragraph counts for its parent, and half for the one above."""
    scores: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}
    for paragraph in tree.css("p"):
        length = len(paragraph.text(strip=True))
        if length < 25:
            continue
        worth, above = length * (1 - _link_share(paragraph)), paragraph.parent
        for share in (1.0, 0.6, 0.4):
            if above is None or above.tag in ("html", "-undef"):
                break
            nodes.setdefault(above.mem_id, above)
            scores[above.mem_id] = scores.get(above.mem_id, 0) + worth * share
            above = above.parent
    return nodes[max(scores, key=lambda k: scores[k])] if scores else None


def _inside_block(node: LexborNode, top: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.mem_id != top.mem_id:
        if above.tag in _BLOCKS:
            return True
        above = above.parent
    return False


def _link_share(node: LexborNode) -> float:
    whole = len(node.text(strip=True))
    return sum(len(a.text(strip=True)) for a in node.css("a")) / whole if whole else 0.0


def _fallback(page: str) -> str:
    """What trafilatura finds, where that extra is installed."""
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and heavy
    except ImportError:
        return ""
    return clean(trafilatura.extract(page, include_comments=False, include_tables=False) or "").strip()
