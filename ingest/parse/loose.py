"""What is not well-formed: repair and read strictly; else what libxml2 can recover; else feedparser.

Each is taken only if it loses no entry that begins in the text; of two that do, the one that loses fewer.
"""

from __future__ import annotations

import dataclasses
import re
from datetime import datetime

from lxml import etree

from ingest.model import ParsedFeed
from ingest.parse.limits import check_depth, check_entities
from ingest.parse.names import Element
from ingest.parse.repair import entries_in, find_feed, is_page, quoted, repair, whole_items
from ingest.parse.xmlfeed import read_tree
from store.errors import ParseError

__all__ = ["parser", "read_loose"]


def parser(*, recover: bool = False) -> etree.XMLParser:
    """libxml2 with everything off that reaches out or grows: no DTD, no network, no entities, no huge trees.

    ``collect_ids`` stays on: turned off, lxml 6 has libxml2 load the external DTD after all (seen with 6.1.3 / 2.14.6).
    """
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover, remove_comments=True,
        remove_pis=True, strip_cdata=True,
    )  # fmt: skip


def read_loose(text: str, charset: str, *, url: str | None, now: datetime, markup: bool) -> ParsedFeed:
    """The feed of a text that the strict reader refused. Raises ParseError: entities, too-deep, html, not-a-feed."""
    found = find_feed(text)
    if found is None:
        page = is_page(text)
        what = "a page of HTML, not a feed" if page else f"not a feed: {_what(text)}"
        raise ParseError(f"{url}: {what}", source=url, kind="html" if page else "not-a-feed")
    named = check_entities(found.prolog, url)
    check_depth(found.text, url)
    mended = repair(found.text, named)
    mended = whole_items(mended, found.root) if found.cut else mended
    feed = _mended(mended, charset, url=url, now=now, markup=markup)
    begun = entries_in(mended)
    if begun and (feed is None or len(feed.posts) < begun) and not (feed and feed.partial):
        from ingest.parse.fallback import read_loosely  # noqa: PLC0415 - heavy, and seldom needed

        loose = read_loosely(mended, url=url, now=now, markup=markup)
        if loose is not None and (feed is None or len(loose.posts) > len(feed.posts)):
            feed = loose
    if feed is None or (not feed.posts and (begun or is_page(text))):
        what = f"<{found.root}> of which no entry can be read" if begun else f"<{found.root}> that cannot be read"
        raise ParseError(f"{url}: not a feed: {what}", source=url, kind="html" if is_page(text) else "not-a-feed")
    return _told(feed, begun, cut=found.cut)


def _told(feed: ParsedFeed, begun: int, *, cut: bool) -> ParsedFeed:
    """The feed, marked partial where it is not all there, with a note for a person."""
    notes = ("cut off; whole items were kept",) if cut else ()
    if len(feed.posts) < begun and not feed.partial:
        notes = (*notes, f"{len(feed.posts)} of {begun} entries could be read")
    return dataclasses.replace(feed, partial=feed.partial or bool(notes), notes=(*feed.notes, *notes))


def _mended(mended: str, charset: str, *, url: str | None, now: datetime, markup: bool) -> ParsedFeed | None:
    for how, recover in (("repaired", False), ("values quoted", False), ("what libxml2 could recover was read", True)):
        root = _root(quoted(mended) if how == "values quoted" else mended, recover=recover)
        feed = read_tree(root, url=url, tier="repair", now=now, markup=markup) if root is not None else None
        if feed is not None:
            return dataclasses.replace(feed, notes=(*feed.notes, f"{how} ({charset})"))
    return None


def _root(text: str, *, recover: bool) -> Element | None:
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser(recover=recover))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _what(text: str) -> str:
    found = re.search(r"<([A-Za-z][\w:.-]{0,60})", text[:5000])
    return f"the root element is <{found[1]}>" if found else "no element in it"
