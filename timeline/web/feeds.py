"""Any query as a feed, and the interface for programs: /feed.*, /v1/moves, /v1/moves/ID, /v1/log, /changes.*."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from msgspec import Raw
from msgspec.structs import replace

from store.log import Log, Recorded
from timeline import query as ask
from timeline.query import Page
from timeline.query.page import title_of
from timeline.render import FORMATS, Context
from timeline.render.changefeed import atom, jsonfeed
from timeline.render.context import with_home
from timeline.render.header import context_of
from timeline.render.ndjson import dump
from timeline.render.why import object_of
from timeline.web.answer import Body
from timeline.web.asked import Asked, number
from timeline.web.readers import Head
from timeline.web.site import View

__all__ = ["FEEDS", "changes", "changes_archive", "context_for", "feed", "page_of", "v1_log", "v1_move", "v1_moves"]

#: extension → format
FEEDS = {"json": "jsonfeed", "atom": "atom", "ics": "ics", "csv": "csv", "md": "md", "ndjson": "ndjson"}
#: positions of the log an archive page of changes
ARCHIVE = 100
LONGEST_PAGE = 1000
#: moves an answer
MOST = 10_000


def page_of(connection: sqlite3.Connection, asked: Asked) -> Page:
    """The page of a query. All of them (``limit=0``) are as many as a page may have; the rest follows by cursor."""
    query = asked.query
    return ask.run(connection, query if query.limit else replace(query, limit=MOST))


def context_for(page: Page, asked: Asked) -> Context:
    """What the writers are told of a page that was asked for over HTTP."""
    return context_of(page, asked.query, now=asked.now, home=asked.home)


def feed(name: str) -> View:
    """The view of one format."""
    form = FORMATS[FEEDS[name]]

    def view(connection: sqlite3.Connection, asked: Asked, head: Head, params: dict[str, str]) -> Body:  # noqa: ARG001
        page = page_of(connection, asked)
        text = "".join(form.write(page.moves, context_for(page, asked)))
        return Body(text.encode(), form.media_type, head)

    return view


def _json(value: Any, head: Head) -> Body:
    return Body((dump(value) + "\n").encode(), "application/json", head)


def v1_moves(connection: sqlite3.Connection, asked: Asked, head: Head, params: dict[str, str]) -> Body:  # noqa: ARG001
    """A page of moves; ``next`` is the cursor of the page after, ``null`` on the last."""
    page = page_of(connection, asked)
    context = context_for(page, asked)
    answer = {
        "moves": [with_home(move, asked.home) for move in page.moves],
        "matched": page.matched,
        "total": page.total,
        "position": page.position,
        "hash": page.hash,
        "recorded_at": page.recorded_at,
        "next": page.next,
        "next_url": context.link("/v1/moves", ("cursor", page.next)) if page.next else None,
    }
    return _json(answer, head)


def v1_move(connection: sqlite3.Connection, asked: Asked, head: Head, params: dict[str, str]) -> Body | None:
    """One move with its claims and history; None where there is none of this name."""
    found = ask.why(connection, params["id"], asked.query.as_of)
    if found is None:
        return None
    return _json({**object_of(found, asked.home), "head": {"position": head.position, "hash": head.hash}}, head)


def v1_log(connection: sqlite3.Connection, asked: Asked, head: Head, params: dict[str, str]) -> Body:  # noqa: ARG001
    """Raw events ``after`` a position, as ``log -f ndjson`` has them; ``next`` is where to go on, or ``null``."""
    after, limit = number(asked.params, "after", 0), number(asked.params, "limit", 100, LONGEST_PAGE) or 1
    types = tuple(value for value in asked.params.get("type", ()) if value) or None
    log = Log(connection, "", lambda: asked.now)
    found = list(islice(log.read(after=after, types=types, limit=limit + 1), limit + 1))
    whole = log.head()
    answer = {
        "events": [event_object(record) for record in found[:limit]],
        "position": whole.position,
        "hash": whole.hash,
        "next": found[limit - 1].position if len(found) > limit else None,
    }
    return _json(answer, head)


def event_object(record: Recorded) -> dict[str, Any]:
    """An event of the log; ``data`` is null where the payload was erased."""
    names = ("position", "id", "stream", "version", "type", "schema", "recorded_at")
    values = (record.position, record.event_id, record.stream, record.version, record.type, record.schema)
    data = None if record.erased else Raw(record.data)
    return {**dict(zip(names, (*values, record.recorded_at), strict=True)), "data": data, "hash": record.hash}


def _context(asked: Asked, head: Head, path: str, title: str | None, following: str | None = None) -> Context:
    name = title or Context(now=asked.now).title
    return Context(
        now=asked.now, title=f"Changes of {name}", position=head.position, hash=head.hash,
        recorded_at=head.recorded_at, home=asked.home, next=following, next_name="before", path=path,
    )  # fmt: skip


#: moves with a change each, how they are described, links of the archive → text
Write = Callable[[Iterable[Any], Context, list[tuple[str, str]]], str]
_WRITERS: dict[str, tuple[Write, str]] = {
    "json": (lambda pairs, context, _: "".join(jsonfeed(pairs, context)), "application/feed+json"),
    "atom": (lambda pairs, context, links: "".join(atom(pairs, context, links)), "application/atom+xml"),
}


def changes(name: str) -> View:
    """The latest changes. Atom goes back to the last archive page in any case: nothing lies between (RFC 5005)."""
    write, media = _WRITERS[name]

    def view(connection: sqlite3.Connection, asked: Asked, head: Head, params: dict[str, str]) -> Body:  # noqa: ARG001
        after, before = number(asked.params, "after", 0), number(asked.params, "before", 0) or None
        limit = number(asked.params, "limit", 50, LONGEST_PAGE) or LONGEST_PAGE
        pairs = ask.changes(connection, after=after, before=before, limit=limit)
        whole = head.position // ARCHIVE
        if name == "atom" and not asked.params and pairs and pairs[-1][1].position > whole * ARCHIVE:
            pairs = ask.changes(connection, after=whole * ARCHIVE, limit=0)
        older = bool(pairs) and bool(ask.changes(connection, after=after, before=pairs[-1][1].position, limit=1))
        following = str(pairs[-1][1].position) if older else None
        links = [("prev-archive", f"/changes/{whole}.atom")] if whole else []
        context = _context(asked, head, f"/changes.{name}", title_of(connection), following)
        return Body(write(pairs, context, links).encode(), media, head)

    return view


def changes_archive(name: str) -> View:
    """Page N of the archive: the changes at positions above 100 (N - 1) up to 100 N; None as long as it may grow."""
    write, media = _WRITERS[name]

    def view(connection: sqlite3.Connection, asked: Asked, head: Head, params: dict[str, str]) -> Body | None:
        number_, last = int(params["number"]), head.position // ARCHIVE
        if not 1 <= number_ <= last:
            return None
        end = number_ * ARCHIVE
        pairs = ask.changes(connection, after=end - ARCHIVE, before=end + 1, limit=0)
        row = connection.execute("SELECT hash, recorded_at FROM log WHERE position = ?", (end,)).fetchone()
        own = Head(end, row[0].hex(), head.rules, row[1])
        links = [("current", "/changes.atom")]
        links += [("prev-archive", f"/changes/{number_ - 1}.atom")] if number_ > 1 else []
        text = write(pairs, _context(asked, own, f"/changes/{number_}.{name}", title_of(connection)), links)
        return Body(text.encode(), media, head, forever=True)

    return view
