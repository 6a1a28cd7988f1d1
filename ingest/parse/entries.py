"""One entry of an XML feed → ParsedPost. Of each kind, the first element that says something wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from lxml import etree

from ingest.model import ParsedPost
from ingest.parse.dates import parse_date
from ingest.parse.links import link_of
from ingest.parse.markup import line_of, sanitise, title_line, to_text
from ingest.parse.names import XML, Element, Elements, kids_of

__all__ = ["EntryReader", "alternate_link", "based", "text_of"]

_CONTENTS = (
    "content:encoded", "atom:content", "xhtml:body", "xhtml:div", "description", "atom:summary", "itunes:summary",
    "media:description", "dc:description",
)  # fmt: skip
_WHOLE = frozenset(["content:encoded", "atom:content", "xhtml:body", "xhtml:div"])
_PUBLISHED = (
    "pubDate", "atom:published", "atom:issued", "dc:date", "dcterms:issued", "dcterms:created", "pubdate",
    "atom:created", "PubDate",
)  # fmt: skip
_UPDATED = ("atom:updated", "atom:modified", "dcterms:modified")
_ALTERNATE = ("alternate", "http://www.iana.org/assignments/relation/alternate")
_BASE, _LANG = f"{XML}base", f"{XML}lang"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_NAMESPACES = re.compile(r"(</?)[a-zA-Z][\w.-]*:(?=[a-zA-Z])| xmlns(?::[\w.-]+)?=\"[^\"]*\"")
_MAILED = re.compile(r"\S+@\S+\s+\((.+)\)")
TEASER = 2000  # characters; a description shorter than this is taken for a summary


@dataclass(frozen=True, slots=True)
class EntryReader:
    """What every entry of a feed needs to know of it."""

    base: str | None
    language: str | None
    now: datetime
    bare_atom: bool = False
    markup: bool = False

    def post(self, entry: Element) -> ParsedPost:
        """The entry, its texts through the gate."""
        kids = kids_of(entry, bare_atom=self.bare_atom)
        base = based(entry, self.base)
        markup, summary_only, content_base = _content(kids, base)
        updated = text_of(kids, *_UPDATED)
        raw = text_of(kids, *_PUBLISHED) or updated
        url = _address(kids, base)
        published = parse_date(raw, now=self.now) if raw else None
        return ParsedPost(
            title=_title(kids),
            text=to_text(markup),
            html=sanitise(markup, content_base or url) if self.markup and markup else None,
            url=url,
            guid=_guid(kids, entry),
            published=published,
            published_raw=line_of(raw)[:200] if raw else None,
            updated=published if updated is raw else parse_date(updated, now=self.now) if updated else None,
            author=_author(kids),
            categories=tuple(dict.fromkeys(_categories(kids))),
            language=entry.get(_LANG) or self.language,
            summary_only=summary_only,
            enclosures=tuple(_enclosures(kids, base)),
        )


def text_of(kids: Elements, *names: str) -> str | None:
    """The text of the first of these elements that has any."""
    for name in names:
        if name in kids:
            for element in kids[name]:
                text = "".join(map(str, element.itertext())) if len(element) else element.text
                if text and (text := text.strip()):
                    return str(text)
    return None


def based(element: Element, base: str | None) -> str | None:
    """The base of the relative addresses in an element (XML Base); one that is no address changes nothing."""
    said = element.get(_BASE)
    if not said:
        return base
    try:
        return link_of(urljoin(base or "", said)) or base
    except ValueError:
        return base


def alternate_link(kids: Elements, base: str | None) -> str | None:
    """RFC 4287 4.2.7: the alternate, of several the one that is HTML."""
    best: tuple[bool, int, str] | None = None
    for number, link in enumerate(kids.get("atom:link", ())):
        if (link.get("rel") or "alternate").strip().lower() not in _ALTERNATE:
            continue
        said = link.get("href") or link.text
        href = link_of(said, based(link, base)) if said else None
        other = not (link.get("type") or "text/html").startswith(("text/html", "application/xhtml"))
        if href and (best is None or (other, number) < best[:2]):
            best = (other, number, href)
    return best[2] if best else None


def _guid(kids: Elements, entry: Element) -> str | None:
    guid = text_of(kids, "guid", "atom:id") or entry.get(_ABOUT) or text_of(kids, "dc:identifier")
    return line_of(guid)[:2000] or None if guid else None


def _address(kids: Elements, base: str | None) -> str | None:
    """Where the post can be read. RSS 2.0: a guid is an address unless it says isPermaLink="false"."""
    said = text_of(kids, "feedburner:origLink") or text_of(kids, "link")
    if link := (link_of(said, base) if said else None) or alternate_link(kids, base):
        return link
    for guid in kids.get("guid", ()):
        text = (guid.text or "").strip()
        if text.startswith(("http://", "https://")) and (guid.get("isPermaLink") or "true").lower() != "false":
            return link_of(text)
    return None


def _markup_of(element: Element) -> str:
    """The markup of a text construct (RFC 4287 3.1): escaped html, inline xhtml, or plain text."""
    if len(element):
        inner = [element.text or "", *(etree.tostring(c, encoding="unicode") for c in element)]
        return _NAMESPACES.sub(r"\1", "".join(inner))
    text = element.text or ""
    kind = (element.get("type") or "").lower()
    return text.replace("&", "&amp;").replace("<", "&lt;") if kind in ("text", "text/plain") and "<" in text else text


def _content(kids: Elements, base: str | None) -> tuple[str, bool, str | None]:
    """(markup, whether it is only a summary, the base of its relative addresses)."""
    for name in _CONTENTS:
        for element in kids.get(name, ()):
            if name == "atom:content" and not _readable(element):
                continue
            markup = _markup_of(element)
            if markup and not markup.isspace():
                return markup, name not in _WHOLE and len(markup) < TEASER, based(element, base)
    for group in kids.get("media:group", ()):
        if text := text_of(kids_of(group), "media:description"):
            return text, True, base
    return "", True, base


def _readable(content: Element) -> bool:
    """RFC 4287 4.1.3: text, html and xhtml are words of the post; other media types are base64 or XML of some kind."""
    kind = (content.get("type") or "text").lower().partition(";")[0].strip()
    if content.get("mode") == "base64":  # Atom 0.3
        return False
    return "/" not in kind or kind.startswith("text/") or kind == "application/xhtml+xml"


def _title(kids: Elements) -> str:
    for name in ("atom:title", "title", "media:title", "dc:title", "itunes:title"):
        for element in kids.get(name, ()):
            if line := _line(element):
                return line[:1000]
    return ""


def _line(element: Element) -> str:
    """A title. Inline markup (RFC 4287 3.1.1.3) is taken off once: what was escaped in it is text."""
    if len(element):
        return line_of(to_text(_markup_of(element)[:20_000]))
    text = element.text or ""
    if not text or text.isspace():
        return ""
    return title_line(text[:20_000], markup=False if element.get("type") == "text" else None)


def _author(kids: Elements) -> str | None:
    for author in kids.get("atom:author", ()):
        if name := text_of(kids_of(author), "atom:name", "name", "atom:email"):
            return line_of(name)[:500] or None
    for author in kids.get("author", ()):
        if len(author) and (name := text_of(kids_of(author), "name", "atom:name")):  # Atom's shape in RSS
            return line_of(name)[:500] or None
    said = text_of(kids, "dc:creator", "author", "itunes:author")
    if said and (found := _MAILED.fullmatch(said[:500])):  # RSS 2.0: address (name)
        said = found[1]
    return title_line(said[:2000])[:500] or None if said else None


def _categories(kids: Elements) -> Iterator[str]:
    for group in kids.get("categories", ()):
        yield from _categories(kids_of(group))
    if keywords := text_of(kids, "itunes:keywords"):
        yield from (line[:200] for word in keywords[:2000].split(",") if (line := title_line(word)))
    for name in ("category", "dc:subject", "atom:category"):
        for element in kids.get(name, ())[:200]:
            text = element.get("label") or element.get("term") or element.text
            if text and (line := title_line(text[:2000])):
                yield line[:200]


def _enclosures(kids: Elements, base: str | None) -> Iterator[str]:
    for element in kids.get("enclosure", ())[:100]:
        if url := link_of(element.get("url") or "", base):
            yield url
    for element in kids.get("atom:link", ())[:100]:
        if element.get("rel") == "enclosure" and (url := link_of(element.get("href") or "", base)):
            yield url
