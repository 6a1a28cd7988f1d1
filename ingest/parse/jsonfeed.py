"""JSON Feed 1 and 1.1 (jsonfeed.org/version/1.1). feedparser reads none, so the reader is ours.

Types are taken as they come: what has a wrong one is passed over, never fatal. A cut-off file keeps its whole items.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from ingest.model import ParsedFeed, ParsedPost
from ingest.parse.dates import parse_date
from ingest.parse.limits import MOST_POSTS
from ingest.parse.links import link_of
from ingest.parse.markup import line_of, sanitise, title_line, to_text
from store.errors import ParseError
from store.text import clean

__all__ = ["read_json"]


def read_json(text: str, *, url: str | None, now: datetime, markup: bool = False) -> ParsedFeed:
    """The feed. Raises ParseError for JSON that is no feed."""
    value, partial = _loaded(text, url)
    if not isinstance(value, dict) or not _is_feed(value):
        raise ParseError(f"{url}: JSON, but no JSON Feed", source=url, kind="not-a-feed")
    items = value.get("items")
    if not isinstance(items, list) or (items and not any(isinstance(i, dict) for i in items)):
        raise ParseError(f"{url}: a JSON Feed without a list of items", source=url, kind="not-a-feed")
    home = link_of(_str(value, "home_page_url"), url)
    base = home or url
    language = line_of(_str(value, "language"))[:40] or None
    return ParsedFeed(
        format="jsonfeed11" if _str(value, "version").rstrip("/").endswith("/1.1") else "jsonfeed1",
        tier="jsonfeed",
        posts=tuple(_post(i, base, language, now, markup=markup) for i in items[:MOST_POSTS] if isinstance(i, dict)),
        title=title_line(_str(value, "title"), markup=False),
        home=home,
        self_url=link_of(_str(value, "feed_url"), url),
        next_url=link_of(_str(value, "next_url"), url) if _str(value, "next_url") else None,
        language=language,
        partial=partial,
        notes=("the file was cut off; whole items were kept",) if partial else (),
    )


def _is_feed(value: dict[str, Any]) -> bool:
    """By its version; or, without one, by items that are entries (other JSON has items too)."""
    if "jsonfeed.org" in _str(value, "version"):
        return True
    return any(
        isinstance(i, dict) and ("id" in i or "url" in i) and i.keys() & {"title", "content_html", "content_text"}
        for i in _list(value, "items")
    )


def _number(digits: str) -> int | str:
    """Python refuses to read numbers of more than 4,300 digits; as an id they are as good as text."""
    return int(digits) if len(digits) < 20 else digits


def _loaded(text: str, url: str | None) -> tuple[Any, bool]:
    try:
        return json.loads(text, strict=False, parse_int=_number), False
    except RecursionError:
        raise ParseError(f"{url}: JSON nested too deep", source=url, kind="too-deep") from None
    except ValueError as error:
        if (mended := _whole(text)) is not None:
            return mended, True
        raise ParseError(f"{url}: not JSON: {error}", source=url, kind="json") from None


def _whole(text: str) -> Any:
    """What stands before the cut: the head of the feed and the items that are whole."""
    start = re.search(r'"items"\s*:\s*\[', text)
    if not start:
        return None
    decoder, items, at = json.JSONDecoder(strict=False, parse_int=_number), [], start.end()
    while True:
        while at < len(text) and text[at] in ", \t\r\n":
            at += 1
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        items.append(item)
    try:
        head = decoder.decode(text[: start.start()].rstrip().rstrip(",") + "}")
    except (ValueError, RecursionError):
        head = {}
    return {**head, "items": items} if items and isinstance(head, dict) else None


def _str(value: dict[str, Any], key: str) -> str:
    found = value.get(key)
    return found if isinstance(found, str) else ""


def _post(item: dict[str, Any], base: str | None, language: str | None, now: datetime, *, markup: bool) -> ParsedPost:
    html, plain = _str(item, "content_html"), _str(item, "content_text")
    summary = _str(item, "summary")
    identity = item.get("id")
    raw = _str(item, "date_published") or _str(item, "date_modified") or None
    updated = _str(item, "date_modified") or None
    link, external = (link_of(said, base) if (said := _str(item, key)) else None for key in ("url", "external_url"))
    return ParsedPost(
        title=title_line(_str(item, "title"), markup=False)[:1000],
        text=to_text(html) if html else clean(plain or summary).strip(),
        html=sanitise(html, link or base) if markup and html else None,
        url=link or external or (link_of(str(identity)) if str(identity).startswith(("http://", "https://")) else None),
        guid=line_of(str(identity))[:2000] or None if isinstance(identity, str | int | float) else None,
        published=parse_date(raw, now=now) if raw else None,
        published_raw=line_of(raw)[:200] if raw else None,
        updated=parse_date(updated, now=now) if updated else None,
        author=_author(item),
        categories=tuple(
            dict.fromkeys(c for t in _list(item, "tags") if isinstance(t, str) and (c := line_of(t)[:200]))
        ),
        language=line_of(_str(item, "language"))[:40] or language,
        summary_only=not html and not plain,
        enclosures=tuple(
            u for a in _list(item, "attachments") if isinstance(a, dict) and (u := link_of(_str(a, "url"), base))
        ),
    )


def _list(value: dict[str, Any], key: str) -> list[Any]:
    found = value.get(key)
    return found if isinstance(found, list) else []


def _author(item: dict[str, Any]) -> str | None:
    for author in [*_list(item, "authors"), item.get("author")]:
        if isinstance(author, dict) and (name := line_of(_str(author, "name"))):
            return name
    return None
