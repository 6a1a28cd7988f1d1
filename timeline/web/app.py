"""The web application: which address is answered by what, and what is said where something is wrong."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from store.clock import Clock
from store.errors import InputError, ProjectionError, TimelineError, UsageError
from timeline.render.ndjson import dump
from timeline.web import feeds, ops, page
from timeline.web.count import Counting
from timeline.web.site import Site, Status, View
from timeline.web.stream import Streams

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

__all__ = ["create_app"]

_PAGES = ("/", "/status")
#: parameters of the views that take no query
_CHANGES = ("after", "before", "limit")
_LOG = ("after", "limit", "type")


def create_app(url: str, *, clock: Clock, home: str | None = None, status: Status | None = None) -> Starlette:
    """``url``: of the store, which need not exist yet; ``home``: the absolute address by which others reach us, else
    that of each request; ``status``: what is known of each source now, called in a worker thread.

    ``app.state.streams.close()`` ends the open streams: ``timeline.web.server`` does so before it waits for them.
    """
    site = Site(url, clock=clock, home=home, status=status)
    streams = Streams(site)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:  # noqa: ARG001
        yield
        streams.close()
        site.readers.close()

    app = Starlette(
        routes=_routes(site, streams),
        lifespan=lifespan,
        middleware=[Middleware(Counting, counts=site.counts)],
        exception_handlers={
            UsageError: _usage,
            InputError: _unready,
            ProjectionError: _unready,
            TimelineError: _broken,
            HTTPException: _refused,
        },
    )
    app.state.site, app.state.streams = site, streams
    return app


def _routes(site: Site, streams: Streams) -> list[Route | Mount]:

    def view(path: str, one: View, *own: str) -> Route:
        return Route(path, site.endpoint(one, *own), methods=["GET", "HEAD"])

    return [
        view("/", page.index),
        *(view(f"/feed.{name}", feeds.feed(name)) for name in feeds.FEEDS),
        view("/moves/{id}.json", feeds.v1_move, "as-of"),
        view("/moves/{id}", page.move, "as-of"),
        *(view(f"/changes.{name}", feeds.changes(name), *_CHANGES) for name in ("json", "atom")),
        *(view(f"/changes/{{number:int}}.{name}", feeds.changes_archive(name), "none") for name in ("json", "atom")),
        view("/v1/moves", feeds.v1_moves),
        view("/v1/moves/{id}", feeds.v1_move, "as-of"),
        view("/v1/log", feeds.v1_log, *_LOG),
        Route("/v1/openapi.json", _openapi),
        Route("/stream", streams.__call__),
        Route("/livez", ops.livez(site)),
        Route("/readyz", ops.readyz(site)),
        Route("/metrics", ops.metrics(site)),
        Route("/status", ops.status(site)),
        Route("/status.json", ops.status(site)),
        Mount("/static", StaticFiles(directory=page.FOLDER / "static")),
    ]


async def _openapi(request: Request) -> Response:  # noqa: ARG001
    return FileResponse(page.FOLDER / "static" / "openapi.json", media_type="application/json")


def _say(request: Request, code: int, message: str, headers: dict[str, str] | None = None) -> Response:
    """As a page to whoever reads pages, as JSON (RFC 9457) where JSON was asked for, else as a line of text."""
    path = request.url.path
    if path.endswith(".json") or path.startswith("/v1/"):
        problem = {"title": _TITLES.get(code, "Error"), "status": code, "detail": message}
        return Response(dump(problem) + "\n", code, headers, "application/problem+json")
    is_page = path in _PAGES or (path.startswith("/moves/"))
    if is_page and "text/html" in request.headers.get("accept", ""):
        return Response(page.failure(code, message), code, headers, page.HTML)
    return Response(f"{message}\n", code, headers, "text/plain; charset=utf-8")


_TITLES = {400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 503: "Not ready"}


async def _usage(request: Request, error: Exception) -> Response:
    return _say(request, 400, str(error))


async def _unready(request: Request, error: Exception) -> Response:
    return _say(request, 503, str(error), {"retry-after": "5"})


async def _broken(request: Request, error: Exception) -> Response:
    return _say(request, 500, str(error))


async def _refused(request: Request, error: Exception) -> Response:
    code = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else str(error)
    headers = dict(getattr(error, "headers", None) or {})
    return _say(request, code, detail, headers)
