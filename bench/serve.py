"""JSON feed over HTTP, answered from the cache and by 304, beside a bare Starlette response of the same bytes.

Both run as real servers (uvicorn, h11) in processes of their own on loopback, asked in short alternating rounds over
one kept connection. Counted are answers a second of the server's own CPU, so that what else the machine does is not
measured. The median round counts.
"""

from __future__ import annotations

import asyncio
import http.client
import multiprocessing
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROUNDS, REQUESTS = 9, 300
NOW = datetime(2026, 11, 21, tzinfo=UTC)


def _store(url: str, moves: int) -> None:
    """A chronology of this many moves."""
    from store.events import Claim, ClaimsExtracted, PostObserved
    from store.log import Log, NewEvent
    from timeline.readmodel import ReadModel

    events = []
    for n in range(moves):
        date = f"20{13 + n % 13}-{1 + n % 12:02}-{1 + n % 28:02}"
        post = PostObserved(post=f"p{n}", source="s", publisher="a.example", title="t", text="x", published=date)
        quote = f"Meta released Thing {n} on {date}."
        claim = Claim(
            type="release", object=f"Thing {n}", actors=("Meta",), date=date, precision="day", status="shipped",
            quote=quote,
        )  # fmt: skip
        read = ClaimsExtracted(post=f"p{n}", revision=1, extractor="rules", version="1", claims=(claim,))
        events += [NewEvent(post, f"post:p{n}", f"o/{n}"), NewEvent(read, f"post:p{n}", f"c/{n}")]
    with Log.open(url, clock=lambda: NOW) as log, ReadModel.open(url) as model:
        log.append(events)
        model.catch_up(log)


def _serve(kind: str, url: str, pipe: Any) -> None:
    """A server until it is told to leave; answers its port first."""
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from timeline.web.app import create_app
    from timeline.web.server import make_server

    app = create_app(url, clock=lambda: datetime.now(UTC))
    if kind == "raw":
        body = pipe.recv()

        async def feed(request: Request) -> Response:
            if request.headers.get("if-none-match") == '"x"':
                return Response(status_code=304, headers={"etag": '"x"'})
            return Response(body, media_type="application/feed+json", headers={"etag": '"x"'})

        site = app.state
        app = Starlette(routes=[Route("/feed.json", feed)])
        app.state.streams = site.streams

    async def main() -> None:
        server = make_server(app, port=0)
        task = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 - uvicorn offers a flag, no event
            await asyncio.sleep(0.01)
        pipe.send(server.servers[0].sockets[0].getsockname()[1])
        while await asyncio.to_thread(pipe.recv) == "cpu":
            pipe.send(time.process_time())
        server.should_exit = True
        await task

    asyncio.run(main())


class _Peer:
    """A server in a process of its own, and a kept connection to it."""

    def __init__(self, kind: str, url: str, body: bytes | None = None) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(kind, url, theirs), daemon=True)
        self.process.start()
        if body is not None:
            self.pipe.send(body)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.pipe.recv())

    def get(self, path: str, etag: str | None = None) -> tuple[int, bytes, str]:
        """Status, body, ETag."""
        self.connection.request("GET", path, headers={"If-None-Match": etag} if etag else {})
        answer = self.connection.getresponse()
        return answer.status, answer.read(), answer.headers["etag"]

    def rate(self, path: str, etag: str | None) -> float:
        """Answers a second of the server's CPU."""
        started = self._cpu()
        for _ in range(REQUESTS):
            self.get(path, etag)
        return REQUESTS / (self._cpu() - started)

    def _cpu(self) -> float:
        self.pipe.send("cpu")
        return float(self.pipe.recv())

    def close(self) -> None:
        """Ends the process."""
        self.connection.close()
        self.pipe.send("leave")
        self.process.join(10)


def run() -> list[dict[str, str]]:
    """Two rows: cached bodies, and 304s."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder)}/serve.sqlite"
        _store(url, 400)
        path = "/feed.json?since=2015&type=release"
        ours = _Peer("ours", url)
        status, body, etag = ours.get(path)
        raw = _Peer("raw", url, body)
        if status != 200 or ours.get(path, etag)[0] != 304 or raw.get("/feed.json")[1] != body:
            raise SystemExit("the two servers do not answer the same")
        try:
            size = f"{len(body) // 1000} kB"
            return [
                _row(f"JSON feed over HTTP, cached ({size})", lambda: ours.rate(path, None),
                     lambda: raw.rate("/feed.json", None)),
                _row("JSON feed over HTTP, 304", lambda: ours.rate(path, etag), lambda: raw.rate("/feed.json", '"x"')),
            ]  # fmt: skip
        finally:
            ours.close()
            raw.close()


def _row(what: str, ours: Callable[[], float], raw: Callable[[], float]) -> dict[str, str]:
    rounds = [(ours(), raw()) for _ in range(ROUNDS)][1:]
    mine, theirs = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(a / b for a, b in rounds)
    return {"what": what, "ours": f"{mine:,.0f}/CPU s", "peer": f"starlette raw {theirs:,.0f}/CPU s",
            "ratio": f"{ratio:.2f}x", "aim": ">= 0.8x"}  # fmt: skip


if __name__ == "__main__":
    for one in run():
        print(one)
