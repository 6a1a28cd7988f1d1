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
from ingest.parse.repair import Found, entries_in, find_feed, is_page, quoted, repair, whole_items
from ingest.parse.xmlfeed import read_tree
from store.errors import ParseError

__all__ = ["parser", "read_loose"]


def parser(*, recover: bool = False) -> etree.XMLParser:
    """libxml2 with everything off that reaches out or grows: no DTD, no network, no entities, no huge trees."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover, remove_comments=True,
        remove_pis=True, strip_cdata=True, collect_ids=False,
    )  # fmt: skip


def read_loose(text: str, charset: str, *, url: str | None, now: datetime, markup: bool) -> ParsedFeed:
    """The feed of a text that the strict reader refused. Raises ParseError: entities, too-deep, html, not-a-feed."""
    found = find_feed(text)
    if found is None:
        page = is_page(text)
        what = "a page of HTML, not a feed" if page else f"not a feed: {_what(text)}"
        raise ParseError(f"{url}: {what}", source=url, kind="html" if page else "not-a-feed")
    check_entities(found.prolog, url)
    check_depth(found.text, url)
    mended = repair(found.text)
    feed = _mended(found, mended, charset, url=url, now=now, markup=markup)
    begun = entries_in(mended)
    if begun and (feed is None or (len(feed.posts) < begun and not feed.partial)):
        from ingest.parse.fallback import read_loosely  # noqa: PLC0415 - heavy, and seldom needed

        loose = read_loosely(found.text, url=url, now=now, markup=markup)
        if loose is not None and (feed is None or len(loose.posts) > len(feed.posts)):
            feed = loose
    if feed is None or (not feed.posts and (begun and not found.cut)) or (not feed.posts and is_page(text)):
        what = f"<{found.root}> of which no entry can be read" if begun else f"<{found.root}> that cannot be read"
        raise ParseError(f"{url}: not a feed: {what}", source=url, kind="html" if is_page(text) else "not-a-feed")
    if len(feed.posts) < begun and not feed.partial:
        note = f"{len(feed.posts)} of {begun} entries could be read"
        feed = dataclasses.replace(feed, partial=True, notes=(*feed.notes, note))
    return feed


def _mended(
    found: Found, mended: str, charset: str, *, url: str | None, now: datetime, markup: bool
) -> ParsedFeed | None:
    candidates = [(mended, False, f"repaired ({charset})")]
    if found.cut:
        whole = whole_items(mended, found.root)
        note = "cut off; whole items were kept"
        candidates = [(whole, False, note), (whole, True, f"{note}; not well-formed, what could be recovered was read")]
    else:
        candidates.append((quoted(mended), False, f"repaired ({charset}), values quoted"))
        candidates.append((mended, True, f"not well-formed, what could be recovered was read ({charset})"))
    for text, recover, note in candidates:
        root = _root(text, recover=recover)
        feed = read_tree(root, url=url, tier="repair", now=now, markup=markup) if root is not None else None
        if feed is not None:
            return dataclasses.replace(feed, partial=found.cut or feed.partial, notes=(*feed.notes, note))
    return None


def _root(text: str, *, recover: bool) -> Element | None:
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser(recover=recover))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _what(text: str) -> str:
    found = re.search(r"<([A-Za-z][\w:.-]{0,60})", text[:5000])
    return f"the root element is <{found[1]}>" if found else "no element in it"
