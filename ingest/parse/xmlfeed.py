"""An XML tree → ParsedFeed: RSS 0.9x and 2.0, RSS 1.0 and 0.90 (RDF), Atom 1.0 and 0.3."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ingest.model import Hints, ParsedFeed
from ingest.parse.entries import EntryReader, alternate_link, based, text_of
from ingest.parse.limits import MOST_POSTS
from ingest.parse.links import link_of
from ingest.parse.markup import line_of, title_line
from ingest.parse.names import ATOM03, ATOM10, XML, Element, Elements, kids_of, parted

__all__ = ["read_tree"]

_PERIODS = {"hourly": 3600, "daily": 86400, "weekly": 604800, "monthly": 2592000, "yearly": 31536000}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class _Shape:
    """How one kind of feed is built."""

    format: str
    channel: Element
    items: str
    bare_atom: bool = False


def read_tree(root: Element, *, url: str | None, tier: str, now: datetime, markup: bool = False) -> ParsedFeed | None:
    """The feed of a tree, or None if its root is that of no feed. ``markup``: posts carry sanitised html as well."""
    shape = _shape(root)
    if shape is None:
        return None
    kids = kids_of(shape.channel, bare_atom=shape.bare_atom)
    entries = _entries(root, shape, kids)
    base = based(shape.channel, based(root, url))
    said = None if shape.items == "atom:entry" else text_of(kids, "link")
    home = link_of(said, base) if said else alternate_link(kids, base)
    links = _links(kids, base)
    language = line_of(text_of(kids, "language", "dc:language") or shape.channel.get(f"{XML}lang") or "")[:40] or None
    # RFC 4287 has relative addresses resolved by where the feed is; RSS says nothing, and its feeds mean their site
    reader = EntryReader(based(shape.channel, base if shape.items == "atom:entry" else home or base),
                         language, now, shape.bare_atom, markup)  # fmt: skip
    more = len(entries) > MOST_POSTS
    return ParsedFeed(
        format=shape.format,
        tier=tier,
        posts=tuple(map(reader.post, entries[:MOST_POSTS])),
        title=title_line((text_of(kids, "atom:title", "title") or "")[:20_000])[:1000],
        home=home,
        self_url=links.get("self"),
        next_url=links.get("prev-archive") or links.get("next"),
        language=language,
        hints=_hints(kids),
        partial=more,
        notes=(f"more than {MOST_POSTS} entries; the rest was left out",) if more else (),
    )


def _shape(root: Element) -> _Shape | None:
    space, local = parted(root.tag)
    local = local.rpartition(":")[2]  # a prefix that a recovering parser found unbound
    if local == "feed" and (space in (ATOM10, ATOM03, "")):
        old = space == ATOM03 or root.get("version") == "0.3"
        return _Shape("atom03" if old else "atom10", root, "atom:entry", bare_atom=not space)
    channel = next((c for c in root if isinstance(c.tag, str) and parted(c.tag)[1].lower() == "channel"), root)
    if local.lower() == "rss":
        digits = re.sub(r"[^0-9]", "", (root.get("version") or "")[:10])
        return _Shape(f"rss{digits}" if digits[:2] in ("09", "20") else "rss20", channel, "item")
    if local == "channel":
        return _Shape("rss20", root, "item")
    if local == "RDF":
        spaces = {parted(c.tag)[0] for c in root if isinstance(c.tag, str)}
        old = any("netscape.com/rdf/simple/0.9" in space for space in spaces)
        return _Shape("rss090" if old else "rss10", channel, "item")
    return None


def _entries(root: Element, shape: _Shape, kids: Elements) -> list[Element]:
    """The entries, wherever a generator puts them: in the channel, beside it, or by mistake inside one another."""
    found = list(kids.get(shape.items, ()))
    if shape.channel is not root:
        outside = kids_of(root)
        found += outside.get(shape.items, ())
        found += [i for other in outside.get("channel", ())[1:] for i in kids_of(other).get(shape.items, ())]
    return list(_with_nested(found))


def _with_nested(entries: Iterable[Element]) -> Iterable[Element]:
    """Each entry, and behind it those that were opened before it was closed."""
    for entry in entries:
        yield entry
        tag = entry.tag
        if entry.find(tag) is not None:
            yield from entry.iterdescendants(tag)


def _links(kids: Elements, base: str | None) -> dict[str, str]:
    out: dict[str, str] = {}
    for link in kids.get("atom:link", ())[:100]:
        if href := link_of(link.get("href") or "", base) if link.get("href") else None:
            for rel in (link.get("rel") or "alternate").split():
                out.setdefault(rel.lower(), href)
    return out


def _hints(kids: Elements) -> Hints:
    """RSS 2.0 ttl, skipHours, skipDays; RSS 1.0 syndication module."""
    period = _PERIODS.get((text_of(kids, "sy:updatePeriod") or "").lower())
    often = _number(text_of(kids, "sy:updateFrequency")) or 1
    hours = [_number(c.text) for e in kids.get("skipHours", ()) for c in e]
    days = [(c.text or "").strip().lower()[:3] for e in kids.get("skipDays", ()) for c in e]
    return Hints(
        ttl_minutes=_number(text_of(kids, "ttl")),
        update_seconds=period // often if period else None,
        skip_hours=frozenset(h % 24 for h in hours if h is not None and h <= 24),
        skip_days=frozenset(_DAYS.index(d) for d in days if d in _DAYS),
    )


def _number(text: str | None) -> int | None:
    found = re.fullmatch(r"\s*(\d{1,9})(?:\.\d*)?\s*", text or "", re.ASCII)
    return int(found[1]) if found else None
