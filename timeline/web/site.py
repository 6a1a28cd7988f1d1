"""What the views of one web application share, and how a view becomes an endpoint."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from store.clock import Clock
from timeline.web.answer import Body, Cache, Kept, etag_of, matches, not_modified, respond
from timeline.web.asked import Asked, Reader, header
from timeline.web.count import Counts
from timeline.web.readers import Head, Readers, head_of

__all__ = ["Endpoint", "Site", "View"]

Status = Callable[[], list[dict[str, Any]]]
#: renders in a worker thread, from one snapshot of the store; None is not found
View = Callable[[sqlite3.Connection, Asked, Head, dict[str, str]], Body | None]


MOST_ETAGS = 5000


class Endpoint:
    """One view as an ASGI application: a request object is made for none of what is answered here."""

    def __init__(self, site: Site, view: View, own: tuple[str, ...]) -> None:
        self._site = site
        self._view = view
        self._own = own

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI. Raises what is wrong with the query, or with the store."""
        response = await self._site.answer(scope, self._view, self._own)
        await response(scope, receive, send)


class Site:
    """One web application: where it reads, what it keeps, what it counts."""

    def __init__(self, url: str, *, clock: Clock, home: str | None = None, status: Status | None = None) -> None:
        self.readers = Readers(url)
        self.cache = Cache()
        self.asked = Reader(home)
        self.clock = clock
        self.counts = Counts()
        self.status = status
        self._etags: tuple[Head | None, dict[str, str]] = (None, {})

    def endpoint(self, view: View, *own: str) -> ASGIApp:
        """An endpoint whose answer is a function of the query (or of the parameters ``own``) and the head."""
        return Endpoint(self, view, own)

    async def answer(self, scope: Scope, view: View, own: tuple[str, ...]) -> Response:
        """304 where the client has the answer, else the kept one, else one that is rendered in a worker thread."""
        head = self.readers.head()
        asked = self.asked.read(scope, self.clock(), own)
        etag = self._etag(asked.key, head)
        wanted = header(scope, b"if-none-match")
        # "*" is any answer there is, and that there is one shows when it is rendered
        if wanted and wanted.strip() != "*" and matches(wanted, etag):
            return not_modified(etag)
        kept = self.cache.get(etag)
        if kept is None:
            kept = await run_in_threadpool(self._render, view, asked, scope.get("path_params", {}))
            self.cache.put(kept)
        return respond(kept, wanted, header(scope, b"accept-encoding"))

    def _etag(self, key: str, head: Head) -> str:
        """Worked out once a question and head; those of earlier heads are forgotten."""
        if self._etags[0] is not head or len(self._etags[1]) > MOST_ETAGS:
            self._etags = (head, {})
        known = self._etags[1]
        return known.get(key) or known.setdefault(key, etag_of(key, head))

    def _render(self, view: View, asked: Asked, params: dict[str, str]) -> Kept:
        with self.readers.snapshot() as connection:
            head = head_of(connection)
            body = view(connection, asked, head, params)
        if body is None:
            raise HTTPException(404, f"there is nothing at {asked.path}")
        self.counts.rendered += 1
        # of the head that was read, which may be a later one than the event loop saw
        return Kept(body, etag_of(asked.key, head))
