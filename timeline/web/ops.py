"""For whoever keeps the program running: /livez, /readyz, /metrics, /status."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from store.errors import TimelineError
from timeline.render.dates import ago
from timeline.render.ndjson import dump
from timeline.web.page import HTML, render
from timeline.web.readers import Head, head_of
from timeline.web.site import Site

__all__ = ["livez", "metrics", "readyz", "status"]

_NEVER = {"cache-control": "no-store"}


def livez(site: Site) -> Any:  # noqa: ARG001 - one shape for all
    """The process answers."""

    async def answer(request: Request) -> Response:  # noqa: ARG001
        return PlainTextResponse("ok\n", headers=_NEVER)

    return answer


def readyz(site: Site) -> Any:
    """There is a chronology to show; else 503 and why not."""

    async def answer(request: Request) -> Response:  # noqa: ARG001
        try:
            head = site.readers.head()
        except TimelineError as error:
            return PlainTextResponse(f"{error}\n", 503, headers={**_NEVER, "retry-after": "5"})
        return PlainTextResponse(f"ok, known at #{head.position}\n", headers=_NEVER)

    return answer


def metrics(site: Site) -> Any:
    """Text of Prometheus (exposition format 0.0.4)."""

    async def answer(request: Request) -> Response:  # noqa: ARG001
        text = await run_in_threadpool(_metrics, site)
        return PlainTextResponse(text, headers=_NEVER, media_type="text/plain; version=0.0.4")

    return answer


def _metrics(site: Site) -> str:
    lines: list[str] = []

    def put(name: str, kind: str, about: str, *values: tuple[str, int]) -> None:
        lines.extend((f"# HELP timeline_{name} {about}", f"# TYPE timeline_{name} {kind}"))
        lines.extend(f"timeline_{name}{labels} {value}" for labels, value in values)

    position, log, moves = _numbers(site)
    put("ready", "gauge", "Whether there is a chronology to show.", ("", int(position is not None)))
    if position is not None:
        put("position", "gauge", "The position of the log that is shown.", ("", position))
        put("log_position", "gauge", "The last position of the log.", ("", log))
        put("moves", "gauge", "Moves in the chronology.", ("", moves))
    answers = sorted(site.counts.answers.items())
    put("http_answers_total", "counter", "Answers by status.", *((f'{{status="{s}"}}', n) for s, n in answers))
    put("http_rendered_total", "counter", "Bodies rendered.", ("", site.counts.rendered))
    put("streams", "gauge", "Open event streams.", ("", site.counts.streams))
    states: dict[str, int] = {}
    for source in site.status() if site.status else []:
        states[str(source.get("state", "unknown"))] = states.get(str(source.get("state", "unknown")), 0) + 1
    put("sources", "gauge", "Sources by state.", *((f'{{state="{_label(s)}"}}', n) for s, n in sorted(states.items())))
    return "\n".join(lines) + "\n"


def _label(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _numbers(site: Site) -> tuple[int | None, int, int]:
    """Position that is shown, last position of the log, moves; None where there is nothing yet."""
    try:
        with site.readers.snapshot() as connection:
            head = head_of(connection)
            log = connection.execute("SELECT position FROM log_head").fetchone()[0]
            row = connection.execute("SELECT n FROM rm_facet WHERE kind = 'all'").fetchone()
    except TimelineError:
        return None, 0, 0
    return head.position, log, int(row[0]) if row else 0


def status(site: Site) -> Any:
    """Every source with its state, for people and (``/status.json``, or by Accept) for programs."""

    async def answer(request: Request) -> Response:
        try:
            head: Head | None = site.readers.head()
        except TimelineError:
            head = None
        sources = await run_in_threadpool(site.status) if site.status else []
        wants_json = request.url.path.endswith(".json") or "text/html" not in request.headers.get("accept", "")
        if wants_json:
            found = {"position": head.position if head else None, "hash": head.hash if head else None,
                     "recorded_at": head.recorded_at if head else None, "sources": sources}  # fmt: skip
            return JSONResponseText(dump(found) + "\n", headers=_NEVER)
        columns = list(dict.fromkeys(name for source in sources for name in source))
        fresh = ago(head.recorded_at, site.clock()) if head else ""
        page = render("status.html", head=head, sources=sources, columns=columns, fresh=fresh)
        return Response(page, media_type=HTML, headers=_NEVER)

    return answer


class JSONResponseText(JSONResponse):
    """JSON that is text already."""

    def render(self, content: Any) -> bytes:
        """As it is."""
        return bytes(content, "utf-8")
