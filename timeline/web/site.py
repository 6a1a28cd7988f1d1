"""What the views of one web application share, and how a view becomes an endpoint."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from store.clock import Clock
from timeline.web.answer import Body, Cache, Kept, etag_of, matches, not_modified, respond
from timeline.web.asked import Asked, Reader
from timeline.web.count import Counts
from timeline.web.readers import Head, Readers, head_of

__all__ = ["Endpoint", "Site", "View"]

Endpoint = Callable[[Request], Awaitable[Response]]
Status = Callable[[], list[dict[str, Any]]]
#: renders in a worker thread, from one snapshot of the store; None is not found
View = Callable[[sqlite3.Connection, Asked, Head, dict[str, str]], Body | None]


class Site:
    """One web application: where it reads, what it keeps, what it counts."""

    def __init__(self, url: str, *, clock: Clock, home: str | None = None, status: Status | None = None) -> None:
        self.readers = Readers(url)
        self.cache = Cache()
        self.asked = Reader(home)
        self.clock = clock
        self.counts = Counts()
        self.status = status

    def endpoint(self, view: View, *own: str) -> Endpoint:
        """An endpoint whose answer is a function of the query (or of the parameters ``own``) and the head."""

        async def answer(request: Request) -> Response:
            head = self.readers.head()
            asked = self.asked.read(request, self.clock(), own)
            etag = etag_of(asked.key, head)
            wanted = request.headers.get("if-none-match", "")
            if wanted.strip() != "*" and matches(wanted, etag):
                return not_modified(etag)
            kept = self.cache.get(etag)
            if kept is None:
                kept = await run_in_threadpool(self._render, view, asked, request.path_params)
                self.cache.put(kept)
            return respond(request, kept)

        return answer

    def _render(self, view: View, asked: Asked, params: dict[str, str]) -> Kept:
        with self.readers.snapshot() as connection:
            head = head_of(connection)
            body = view(connection, asked, head, params)
        if body is None:
            raise HTTPException(404, f"there is nothing at {asked.path}")
        self.counts.rendered += 1
        # of the head that was read, which may be a later one than the event loop saw
        return Kept(body, etag_of(asked.key, head))
