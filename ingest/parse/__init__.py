"""Bytes → posts: one small file a format, three tiers of XML.

strict (lxml, well-formed) → repair, then strict → feedparser     JSON Feed · listing pages
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from lxml import etree

from ingest.model import ParsedFeed
from ingest.parse.decode import declared_charset, decode, said_charset
from ingest.parse.limits import check_tags, inflated
from ingest.parse.loose import parser, read_loose
from ingest.parse.names import parted
from ingest.parse.xmlfeed import read_tree
from store.errors import ParseError

__all__ = ["parse"]

_BLANK = b"\0 \t\r\n"
_MARKS = b"\xef\xbb\xbf\xff\xfe"
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")


def parse(
    body: bytes, *, url: str | None, content_type: str | None, kind: str = "feed", now: datetime, markup: bool = False
) -> ParsedFeed:
    """The feed in ``body``. ``url`` is where it came from; links are made absolute with it. ``now`` bounds its dates.

    ``kind``: "html" for a listing page without a feed. ``markup``: posts carry sanitised html beside their text.
    Raises ParseError with ``source`` and ``kind``: empty, html, not-a-feed, entities, too-deep, too-many, gzip, json,
    listing. Nothing else, whatever the bytes.
    """
    if body.startswith(b"\x1f\x8b"):
        body = inflated(body, url)
    start = body[:200].lstrip(_BLANK + _MARKS)[:1]
    if not start and not body.strip(_BLANK + _MARKS):
        raise ParseError(f"{url}: the body is empty", source=url, kind="empty")
    check_tags(body, url)
    if kind == "html":
        from ingest.parse.listing import read_listing  # noqa: PLC0415 - few sources need it

        return read_listing(body, url=url, content_type=content_type, now=now)
    if start and start in b"{[":
        from ingest.parse.jsonfeed import read_json  # noqa: PLC0415 - few feeds are

        return read_json(decode(body, content_type)[0].lstrip("\ufeff\0 \t\r\n"), url=url, now=now, markup=markup)
    return _read_xml(body, content_type, url=url, now=now, markup=markup)


def _read_xml(body: bytes, content_type: str | None, *, url: str | None, now: datetime, markup: bool) -> ParsedFeed:
    plain = body.lstrip(b" \t\r\n")
    if _is_utf8(plain, content_type) and (root := _root(plain)) is not None:
        feed = _read_strictly(root, url=url, now=now, markup=markup)
        if feed is not None:
            return feed
    text, charset = decode(body, content_type)
    text = text.lstrip("\ufeff\0 \t\r\n")
    if not charset.endswith("errors") and not _is_utf8(plain, content_type):
        root = _root(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"))
        feed = _read_strictly(root, url=url, now=now, markup=markup) if root is not None else None
        if feed is not None:
            return feed
    return read_loose(text, charset, url=url, now=now, markup=markup)


def _read_strictly(root: etree._Element, *, url: str | None, now: datetime, markup: bool) -> ParsedFeed | None:
    """The feed of a tree; None where it is no feed, or shows no entries although it has some (``<ITEM>``, a strange
    namespace or place): that is for the tiers that do not go by the letter, and never "nothing there".
    """
    feed = read_tree(root, url=url, tier="strict", now=now, markup=markup)
    if feed is not None and not feed.posts and any(_is_entry(element.tag) for element in root.iter()):
        return None
    return feed


def _is_entry(tag: object) -> bool:
    return isinstance(tag, str) and parted(tag)[1].lower() in ("item", "entry")


def _is_utf8(body: bytes, content_type: str | None) -> bool:
    """Whether libxml2 may be given the bytes as they are: it takes them for UTF-8, and nobody says otherwise."""
    if body[:1] in (b"\xff", b"\xfe", b"\0"):
        return False
    declared = declared_charset(body)
    return declared == "utf-8" or (declared is None and said_charset(content_type) in (None, "utf-8"))


def _root(body: bytes) -> etree._Element | None:
    """The tree of well-formed XML; None for anything less, and where a DTD declares entities."""
    try:
        root = etree.fromstring(body, parser())
    except (etree.XMLSyntaxError, ValueError):
        return None
    dtd: Any = root.getroottree().docinfo.internalDTD
    return None if dtd is not None and any(True for _ in dtd.iterentities()) else root
