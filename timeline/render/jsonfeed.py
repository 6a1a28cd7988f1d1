"""JSON Feed 1.1 (jsonfeed.org/version/1.1): string ids, HTML and text, RFC 3339 dates, no nulls.

``_timeline`` of the feed has the head of the log; ``_timeline`` of an item has the move as ``show -f ndjson`` has it.
docs/feed.md describes every field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from timeline.render import body
from timeline.render.context import Context, with_home
from timeline.render.dates import moment
from timeline.render.names import permanent
from timeline.render.ndjson import dump
from timeline.view import MoveView

__all__ = ["VERSION", "head", "item", "top", "write"]

VERSION = "https://jsonfeed.org/version/1.1"


def write(moves: Iterable[MoveView], context: Context) -> Iterator[str]:
    """The feed, an item a line."""
    yield dump(top(context))[:-1] + ',"items":['
    before = "\n"
    for move in moves:
        yield before + dump(item(with_home(move, context.home), context))
        before = ",\n"
    yield "\n]}\n"


def top(context: Context, path: str = "/feed.json", page: str = "/") -> dict[str, Any]:
    """Everything but the items. Addresses only where the program knows its own: they must be absolute."""
    whole: dict[str, Any] = {"version": VERSION, "title": _title(context)}
    if context.home:
        cursor = ((context.next_name, context.next),) if context.next else ()
        whole["home_page_url"] = context.link(page)
        whole["feed_url"] = context.link(path)
        if cursor:
            whole["next_url"] = context.link(path, *cursor)
    return {**whole, "language": "en", "_timeline": head(context)}


def _title(context: Context) -> str:
    return f"{context.title}, {context.range_text}" if context.range_text else context.title


def head(context: Context) -> dict[str, Any]:
    """The head of the log that was read, its chain hash, and how many moves the query has."""
    found = {"position": context.position, "hash": context.hash, "recorded_at": context.recorded_at,
             "matched": context.matched or None}  # fmt: skip
    return {name: value for name, value in found.items() if value is not None}


def item(move: MoveView, context: Context) -> dict[str, Any]:
    """One move. Published: when a source first said so, else when it was recorded; modified: when last revised."""
    url = permanent(move, context)
    published = moment(move.first_published) or moment(move.first_recorded_at) or moment(move.recorded_at)
    found = {
        "id": url,
        "url": url if context.home else None,
        "external_url": body.best_url(move),
        "title": move.title,
        "content_html": body.html(move),
        "content_text": body.text(move),
        "date_published": published,
        "date_modified": moment(move.recorded_at),
        "authors": [{"name": name} for name in _publishers(move)],
        "tags": [tag for tag in (move.type, move.status, *move.actors) if tag],
        "_timeline": move,
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def _publishers(move: MoveView) -> list[str]:
    return [name for name in dict.fromkeys(source.publisher for source in move.sources) if name]
