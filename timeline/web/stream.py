"""/stream: the changes as server-sent events (WHATWG HTML, 9.2). ``id`` is the position of the log, so a reader that
comes back with ``Last-Event-ID`` (or ``?after=``) misses nothing.

    event: change    one change of the chronology: {"change": …, "move": …}
    event: head      everything up to this position was told: {"position": …, "hash": …}

A stream ends when the program does: uvicorn would wait for it for ever.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from store.errors import TimelineError, UsageError
from timeline import query as ask
from timeline.render.context import with_home
from timeline.render.ndjson import dump
from timeline.web.asked import number, parameters
from timeline.web.readers import Head
from timeline.web.site import Site

__all__ = ["Streams"]

#: seconds between two looks at the log
LOOK = 0.5
#: seconds without a word after which a comment keeps proxies from closing the line
PING = 15.0
#: positions of the log told at a time
WINDOW = 500
MOST_STREAMS = 200


class Streams:
    """The open streams of one application."""

    def __init__(self, site: Site, *, look: float = LOOK, ping: float = PING) -> None:
        self.site = site
        self.look = look
        self.ping = ping
        self._closing = asyncio.Event()

    def close(self) -> None:
        """Ends every stream; to be called in the event loop."""
        self._closing.set()

    async def __call__(self, request: Request) -> Response:
        """The endpoint. Raises UsageError for a position that is none."""
        after = self._start(request)
        if self.site.counts.streams >= MOST_STREAMS:
            return Response("too many open streams\n", 503, headers={"retry-after": "60"}, media_type="text/plain")
        home = self.site.asked.read(request.scope, self.site.clock(), ("after",)).home
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(self._told(after, home), media_type="text/event-stream", headers=headers)

    def _start(self, request: Request) -> int:
        """After which position: what the reader last had, what it asks for, or where the log stands now."""
        last = request.headers.get("last-event-id", "").strip()
        if last and not (last.isascii() and last.isdigit()):
            raise UsageError(f"Last-Event-ID is {last!r}; it is a position of the log")
        params = parameters(request.scope["query_string"])
        head = self.site.readers.head()
        return int(last) if last else number(params, "after", head.position)

    async def _told(self, after: int, home: str) -> AsyncIterator[str]:
        self.site.counts.streams += 1
        try:
            yield f"retry: 3000\n: after {after}\n\n"
            silent = 0.0
            while not self._closing.is_set():
                head = self._head()
                if head and head.position > after:
                    until = min(head.position, after + WINDOW)
                    for text in await run_in_threadpool(self._changes, after, until, home):
                        yield text
                    yield _event(
                        "head", until, {"position": until, "hash": head.hash if until == head.position else None}
                    )
                    after, silent = until, 0.0
                    continue
                if silent >= self.ping:
                    yield ": ping\n\n"
                    silent = 0.0
                silent += self.look
                await self._wait()
        finally:
            self.site.counts.streams -= 1

    def _head(self) -> Head | None:
        """The head; None while the store cannot be read, which is told by nothing being told."""
        try:
            return self.site.readers.head()
        except TimelineError:
            return None

    async def _wait(self) -> None:
        try:
            await asyncio.wait_for(self._closing.wait(), self.look)
        except TimeoutError:
            return

    def _changes(self, after: int, until: int, home: str) -> list[str]:
        """What changed, oldest first."""
        with self.site.readers.snapshot() as connection:
            found = ask.changes(connection, after=after, before=until + 1, limit=0)
        pairs = found[::-1]
        after_it = [c.position for _, c in pairs[1:]] + [None]
        # an event of the log may change several moves: only the last of them says that all of it was told
        return [
            _event("change", c.position if c.position != later else None, {"change": c, "move": with_home(m, home)})
            for (m, c), later in zip(pairs, after_it, strict=True)
        ]


def _event(name: str, position: int | None, value: dict[str, Any]) -> str:
    told = "" if position is None else f"id: {position}\n"
    return f"{told}event: {name}\ndata: {dump(value)}\n\n"
