"""Bytes → posts: one small file a format, three tiers of XML.

strict (lxml, well-formed) → repair, then strict → feedparser     JSON Feed · listing pages
"""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime

from lxml import etree

from ingest.model import ParsedFeed
from ingest.parse.decode import decode
from ingest.parse.jsonfeed import read_json
from ingest.parse.limits import check_xml
from ingest.parse.repair import repair, whole_items
from ingest.parse.xmlfeed import read_tree
from store.errors import ParseError

__all__ = ["parse"]

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def parse(body: bytes, *, url: str | None, content_type: str | None, kind: str = "feed", now: datetime) -> ParsedFeed:
    """The feed in ``body``. ``url`` is where it came from; links are made absolute with it. ``now`` bounds its dates.

    Raises ParseError with ``source`` and ``kind``: empty, html, not-a-feed, entities, too-deep, json, listing.
    """
    if not body.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise ParseError(f"{url}: the body is empty", source=url, kind="empty")
    if kind == "html":
        from ingest.parse.listing import read_listing  # noqa: PLC0415 - few sources need it

        return read_listing(body, url=url, content_type=content_type, now=now)
    start = body[:200].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if start[:1] in b"{[" and start[:1]:
        return read_json(decode(body, content_type)[0].lstrip("\ufeff \t\r\n"), url=url, now=now)
    check_xml(body, url)
    feed = _strict(body, content_type, url, now)
    return feed if feed is not None else _loose(body, content_type, url, now)


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover, remove_comments=True,
        remove_pis=True, strip_cdata=True, collect_ids=False,
    )  # fmt: skip


def _strict(body: bytes, content_type: str | None, url: str | None, now: datetime) -> ParsedFeed | None:
    """Well-formed XML whose bytes are what it says they are; None for anything less."""
    said = re.search(r"charset\s*=\s*[\"']?([\w-]+)", content_type or "", re.IGNORECASE)
    declared = re.match(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*[\"']([\w-]+)", body[:200])
    if not declared and said and said[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        return None  # the only word about the charset is HTTP's: the repairing tier decodes by it
    try:
        root = etree.fromstring(body, _parser())
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None
    return read_tree(root, url=url, tier="strict", now=now)


def _loose(body: bytes, content_type: str | None, url: str | None, now: datetime) -> ParsedFeed:
    text, charset = decode(body, content_type)
    text = text.lstrip("\ufeff")
    if _HTML.match(text[:5000]):
        raise ParseError(f"{url}: a page of HTML, not a feed", source=url, kind="html")
    mended = repair(text)
    for candidate, partial in ((mended, False), (whole_items(mended), True)):
        root = _root(candidate)
        feed = read_tree(root, url=url, tier="repair", now=now) if root is not None else None
        if feed is not None:
            note = "cut off; whole items were kept" if partial else f"repaired ({charset})"
            return dataclasses.replace(feed, partial=partial or feed.partial, notes=(*feed.notes, note))
    from ingest.parse.fallback import read_loosely  # noqa: PLC0415 - heavy, and seldom needed

    loose = read_loosely(text, url=url, now=now)
    if loose is None:
        raise ParseError(f"{url}: not a feed: {_what(text)}", source=url, kind="not-a-feed")
    return loose


def _root(text: str | None) -> etree._Element | None:
    if text is None:
        return None
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), _parser())
    except (etree.XMLSyntaxError, ValueError):
        return None


def _what(text: str) -> str:
    found = re.search(r"<([A-Za-z][\w:.-]*)", text[:5000])
    return f"the root element is <{found[1]}>" if found else "no element in it"


def warm_up() -> None:
    """Imports what is otherwise imported when it is first needed."""
    from ingest.parse import fallback, listing  # noqa: F401, PLC0415 - the import is the purpose
