"""What the elements of feeds are called: a namespace is known by its URI, never by its prefix."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

__all__ = ["ATOM03", "ATOM10", "XML", "Element", "Elements", "kids_of", "parted"]

Element = Any  # lxml's own class is private
Elements = dict[str, list[Element]]

ATOM10, ATOM03 = "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"
XML = "{http://www.w3.org/XML/1998/namespace}"
#: without scheme, capitals and the last slash: publishers get all three wrong (https://purl.org/dc/elements/1.1/)
_PREFIX = {
    "www.w3.org/2005/atom": "atom:", "purl.org/atom/ns#": "atom:", "purl.org/dc/elements/1.1": "dc:",
    "purl.org/dc/terms": "dcterms:", "purl.org/rss/1.0/modules/content": "content:",
    "purl.org/rss/1.0/modules/syndication": "sy:", "www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "search.yahoo.com/mrss": "media:", "rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:", "www.w3.org/1999/xhtml": "xhtml:",
    # RSS 1.0, 0.90, 1.1, and the names that some give to RSS 2.0, which has none
    "": "", "purl.org/rss/1.0": "", "my.netscape.com/rdf/simple/0.9": "", "channel.netscape.com/rdf/simple/0.9": "",
    "backend.userland.com/rss2": "", "blogs.law.harvard.edu/tech/rss": "", "purl.org/net/rss1.1#": "",
    "purl.org/rss/2.0": "",
}  # fmt: skip


@lru_cache(maxsize=2048)
def _key(tag: object) -> str:
    """``{uri}local`` → ``prefix:local`` with the usual prefix; without one for RSS itself; empty for a non-element."""
    if not isinstance(tag, str):
        return ""
    space, local = parted(tag)
    prefix = _PREFIX.get(re.sub(r"^https?://", "", space.lower()).rstrip("/"))
    return (f"{space}:" if prefix is None else prefix) + local


def parted(tag: str) -> tuple[str, str]:
    """(namespace, local name) of lxml's ``{uri}local``; etree.QName refuses tags that a recovering parser lets by."""
    space, _, local = tag[1:].partition("}") if tag[0] == "{" else ("", "", tag)
    return space, local


def kids_of(element: Element, *, bare_atom: bool = False) -> Elements:
    """Name → the child elements so called, in document order. ``bare_atom``: an Atom feed without its namespace."""
    out: Elements = {}
    for child in element:
        if key := _key(child.tag):
            if bare_atom and ":" not in key:
                key = f"atom:{key}"
            if key in out:
                out[key].append(child)
            else:
                out[key] = [child]
    return out
