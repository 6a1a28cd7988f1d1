"""An XML tree → ParsedFeed: RSS 0.9x and 2.0, RSS 1.0 and 0.90 (RDF), Atom 1.0 and 0.3.

One walk over the children of each entry; the first element of each kind wins, as in every reader. What a namespace
means is decided by its URI, not by its prefix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from ingest.model import Hints, ParsedFeed, ParsedPost
from ingest.parse.dates import parse_date
from ingest.parse.limits import MOST_POSTS
from ingest.parse.markup import sanitise, title_line, to_text
from store.text import clean_line, safe_url

__all__ = ["read_tree"]

ATOM10, ATOM03 = "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"
_PREFIX = {
    ATOM10: "atom", ATOM03: "atom", "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content", "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes", "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media", "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://www.w3.org/1999/xhtml": "xhtml",
    "http://source.scripting.com/": "source", "http://purl.org/syndication/history/1.0": "fh",
}  # fmt: skip
_XML = "{http://www.w3.org/XML/1998/namespace}"
_RSS_SPACES = ("", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/",
               "http://backend.userland.com/rss2", "http://backend.userland.com/RSS2", "http://blogs.law.harvard.edu/tech/rss",
               "http://purl.org/net/rss1.1#", "http://purl.org/rss/2.0/")  # fmt: skip
_CONTENTS = (
    "content:encoded", "atom:content", "xhtml:body", "xhtml:div", "description", "atom:summary", "itunes:summary",
    "media:description", "dc:description",
)  # fmt: skip
_DATES = ("pubDate", "atom:published", "atom:issued", "dc:date", "dcterms:issued", "dcterms:created", "pubdate")
Element = Any  # lxml's own class is private
Elements = dict[str, list[Element]]


def read_tree(root: Element, *, url: str | None, tier: str, now: datetime) -> ParsedFeed | None:
    """The feed of a tree, or None if its root is that of no feed."""
    name = etree.QName(root)
    if name.localname == "feed" and (name.namespace in (ATOM10, ATOM03) or not name.namespace):
        kind, channel, items = "atom03" if name.namespace == ATOM03 else "atom10", root, "atom:entry"
    elif name.localname.lower() == "rss" or name.localname == "channel":
        inner = [c for c in root if isinstance(c.tag, str) and etree.QName(c).localname == "channel"]
        version = re.sub(r"[^0-9.]", "", root.get("version") or "")
        kind = f"rss{version.replace('.', '') or '20'}" if version.startswith(("0", "2")) or not version else "rss20"
        channel, items = (inner[0] if inner else root), "item"
    elif name.localname == "RDF":
        inner = [c for c in root if isinstance(c.tag, str) and etree.QName(c).localname == "channel"]
        kind, channel, items = "rss10", (inner[0] if inner else root), "item"
    else:
        return None
    return _Reader(root, channel, kind, items, url, tier, now).feed()


def _kids(element: Element) -> Elements:
    out: Elements = {}
    for child in element:
        tag = child.tag
        if not isinstance(tag, str):
            continue
        space, _, local = tag[1:].partition("}") if tag[0] == "{" else ("", "", tag)
        prefix = _PREFIX.get(space) or ("" if space in _RSS_SPACES else space)
        out.setdefault(f"{prefix}:{local}" if prefix else local, []).append(child)
    return out


class _Reader:
    """One feed being read; holds what every entry needs to know of it."""

    def __init__(
        self, root: Element, channel: Element, kind: str, items: str, url: str | None, tier: str,
        now: datetime,
    ) -> None:  # fmt: skip
        self.root, self.channel, self.kind, self.items, self.url, self.tier, self.now = (
            root, channel, kind, items, url, tier, now,
        )  # fmt: skip
        self.atom = kind.startswith("atom")

    def feed(self) -> ParsedFeed:
        """The whole of it."""
        kids = _kids(self.channel)
        if self.atom and not any(k.startswith("atom:") for k in kids):
            kids = {f"atom:{k}" if ":" not in k else k: v for k, v in kids.items()}  # a root without its namespace
        entries = [*kids.get(self.items, []), *([] if self.atom else _kids(self.root).get(self.items, []))]
        base = self._base(self.channel, self.url)
        home = self._home(kids, base)
        links = self._links(kids, base)
        base = self._base(self.channel, home or self.url)
        language = _text_of(kids, "language", "dc:language") or self.channel.get(f"{_XML}lang") or None
        return ParsedFeed(
            format=self.kind,
            tier=self.tier,
            posts=tuple(self._post(entry, base, language) for entry in dict.fromkeys(entries[:MOST_POSTS])),
            title=title_line(_text_of(kids, "atom:title", "title") or ""),
            home=home,
            self_url=links.get("self"),
            next_url=links.get("prev-archive") or links.get("next"),
            language=language,
            hints=_hints(kids),
            partial=len(entries) > MOST_POSTS,
            notes=(f"more than {MOST_POSTS} entries; the rest was left out",) if len(entries) > MOST_POSTS else (),
        )

    def _home(self, kids: Elements, base: str | None) -> str | None:
        if self.atom:
            return self._atom_link(kids, base)
        said = _text_of(kids, "link")
        return safe_url(said, base) if said else self._atom_link(kids, base)

    def _links(self, kids: Elements, base: str | None) -> dict[str, str]:
        out: dict[str, str] = {}
        for link in kids.get("atom:link", []):
            href = safe_url(link.get("href") or "", base) if link.get("href") else None
            for rel in (link.get("rel") or "alternate").split():
                if href:
                    out.setdefault(rel.lower(), href)
        return out

    def _atom_link(self, kids: Elements, base: str | None) -> str | None:
        """RFC 4287 4.2.7: the alternate, of several the one that is HTML."""
        found = [
            (not (link.get("type") or "text/html").startswith(("text/html", "application/xhtml")), number, href)
            for number, link in enumerate(kids.get("atom:link", []))
            if (link.get("rel") or "alternate") == "alternate"
            and link.get("href")
            and (href := safe_url(link.get("href") or "", self._base(link, base)))
        ]
        return min(found)[2] if found else None

    def _base(self, element: Element, base: str | None) -> str | None:
        said = str(element.get(f"{_XML}base") or "")
        if not said:
            return base
        try:
            return urljoin(base or "", said)
        except ValueError:
            return base

    def _post(self, entry: Element, base: str | None, language: str | None) -> ParsedPost:
        kids = _kids(entry)
        if self.atom and not any(k.startswith("atom:") for k in kids):
            kids = {f"atom:{k}" if ":" not in k else k: v for k, v in kids.items()}
        base = self._base(entry, base)
        guid, link = self._names(kids, entry, base)
        markup, summary_only = _content(kids)
        raw = _text_of(
            kids, "pubDate", "atom:published", "atom:issued", "dc:date", "dcterms:issued", "dcterms:created", "pubdate"
        )
        updated = _text_of(kids, "atom:updated", "atom:modified", "dcterms:modified")
        raw = raw or updated
        return ParsedPost(
            title=_title(kids),
            text=to_text(markup),
            html=sanitise(markup, link or base) if markup else None,
            url=link,
            guid=guid,
            published=parse_date(raw, now=self.now) if raw else None,
            published_raw=raw,
            updated=parse_date(updated, now=self.now) if updated else None,
            author=_author(kids),
            categories=tuple(_categories(kids)),
            language=entry.get(f"{_XML}lang") or language,
            summary_only=summary_only,
            enclosures=tuple(_enclosures(kids, base)),
        )

    def _names(self, kids: Elements, entry: Element, base: str | None) -> tuple[str | None, str | None]:
        """(guid, address). RSS 2.0: a guid is an address unless it says isPermaLink="false"."""
        guid = _text_of(kids, "guid", "atom:id") or entry.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
        origin = _text_of(kids, "feedburner:origLink")
        said = origin or _text_of(kids, "link")
        link = safe_url(said, base) if said else None
        link = link or self._atom_link(kids, base)
        first = kids.get("guid", [None])[0]
        if link is None and guid and (first is None or (first.get("isPermaLink") or "true").lower() != "false"):
            link = safe_url(guid) if guid.startswith(("http://", "https://")) else None
        return clean_line(guid) if guid else None, link


def _text_of(kids: Elements, *names: str) -> str | None:
    """The text of the first of these elements that has any."""
    for name in names:
        for element in kids.get(name, ()):
            text = element.text if not len(element) else "".join(map(str, element.itertext()))
            if text and (text := text.strip()):
                return text
    return None


def _markup_of(element: Element) -> str:
    """The markup of a text construct (RFC 4287 3.1): escaped html, inline xhtml, or plain text."""
    kind = (element.get("type") or element.get("mode") or "").lower()
    if len(element):
        inner = [element.text or "", *(etree.tostring(c, encoding="unicode") for c in element)]
        return re.sub(r"(</?)[a-zA-Z]+:(?=[a-zA-Z])| xmlns(?::\w+)?=\"[^\"]*\"", r"\1", "".join(inner))
    text = element.text or ""
    return text.replace("&", "&amp;").replace("<", "&lt;") if kind in ("text", "text/plain") and "<" in text else text


def _content(kids: Elements) -> tuple[str, bool]:
    """(markup, whether it is only a summary)."""
    for name in _CONTENTS:
        for element in kids.get(name, ()):
            markup = _markup_of(element)
            if markup.strip():
                whole = name in ("content:encoded", "atom:content", "xhtml:body", "xhtml:div")
                return markup, not whole and len(markup) < 2000
    for group in kids.get("media:group", ()):
        if text := _text_of(_kids(group), "media:description"):
            return text, True
    return "", True


def _title(kids: Elements) -> str:
    for name in ("atom:title", "title", "media:title", "dc:title", "itunes:title"):
        for element in kids.get(name, ()):
            text = _markup_of(element) if len(element) else element.text or ""
            if text.strip():
                return title_line(text, markup=False if element.get("type") == "text" else None)[:1000]
    return ""


def _author(kids: Elements) -> str | None:
    for author in kids.get("atom:author", ()):
        if name := _text_of(_kids(author), "atom:name", "name", "atom:email"):
            return clean_line(name)
    said = _text_of(kids, "dc:creator", "author", "itunes:author")
    if said and (found := re.fullmatch(r"\S+@\S+\s+\((.+)\)", said)):  # RSS 2.0: address (name)
        said = found[1]
    return clean_line(to_text(said)) if said else None


def _categories(kids: Elements) -> Iterator[str]:
    for element in [*kids.get("category", ()), *kids.get("dc:subject", ()), *kids.get("atom:category", ())]:
        text = element.get("label") or element.get("term") or element.text or ""
        if text := clean_line(to_text(text)):
            yield text[:200]


def _enclosures(kids: Elements, base: str | None) -> Iterator[str]:
    for element in kids.get("enclosure", ()):
        if url := safe_url(element.get("url") or "", base):
            yield url


def _hints(kids: Elements) -> Hints:
    """RSS 2.0 ttl, skipHours, skipDays; RSS 1.0 syndication module."""
    ttl = _number(_text_of(kids, "ttl"))
    period = {"hourly": 3600, "daily": 86400, "weekly": 604800, "monthly": 2592000, "yearly": 31536000}.get(
        (_text_of(kids, "sy:updatePeriod") or "").lower()
    )
    often = _number(_text_of(kids, "sy:updateFrequency")) or 1
    hours = {_number(h) for e in kids.get("skipHours", ()) for h in [c.text for c in e]}
    days = [(c.text or "").strip().lower()[:3] for e in kids.get("skipDays", ()) for c in e]
    names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return Hints(
        ttl_minutes=ttl,
        update_seconds=period // often if period else None,
        skip_hours=frozenset(h % 24 for h in hours if h is not None and h <= 24),
        skip_days=frozenset(names.index(d) for d in days if d in names),
    )


def _number(text: str | None) -> int | None:
    found = re.fullmatch(r"\s*(\d{1,9})(?:\.\d*)?\s*", text or "")
    return int(found[1]) if found else None
