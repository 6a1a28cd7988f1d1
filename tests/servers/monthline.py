"""The simulated publishers of a month, asked by the line itself: states, due times and events in a real log."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from ingest.fetch import Response, Validators
from ingest.line import Line
from ingest.model import ParsedFeed
from ingest.pipeline import begin, due_now, run, states
from ingest.reading import Extractor
from store.errors import FetchError, ParseError
from store.log import Log
from tests.servers.month import DAY, START, TICK, Figures, Publisher

__all__ = ["Stage"]


class Stage:
    """The publishers as a transport, a parser and a clock."""

    def __init__(self, log: Log, sites: list[Publisher]) -> None:
        self.log = log
        self.now = START
        self.sites = {p.source().name: p for p in sites}
        self.figures = Figures()
        self._by_host = {p.url.split("/")[2]: p for p in sites}
        self._feeds: dict[bytes, ParsedFeed] = {}

    def clock(self) -> datetime:
        """The time on the stage."""
        return self.now

    async def get(self, url: str, *, validators: Validators | None = None, kind: str = "feed") -> Response:
        """What the publisher of this address answers; it notes whether that was early or late."""
        site = self._by_host[url.split("/")[2]]
        if url not in (site.url, f"{site.url}/new"):
            raise FetchError(f"{url}: nothing else is here", url=url, kind="connect")
        self.figures.requests += 1
        self.figures.early += self.now < site.earliest or site.gone
        self.figures.late += self.now > site.latest
        outcome = site.answer(states(self.log)[site.source().name], self.now)
        if outcome.response is None:
            raise FetchError(f"{url}: no connection", url=url, kind="connect")
        body = f"{url} {self.now}".encode()
        if outcome.feed is not None:
            self._feeds[body] = outcome.feed
        return dataclasses.replace(outcome.response, body=body)

    async def parse(
        self, body: bytes, *, url: str | None, content_type: str | None, kind: str, now: datetime
    ) -> ParsedFeed:
        """The feed that was answered."""
        feed = self._feeds.pop(body, None)
        if feed is None:
            raise ParseError("not a feed", source=url, kind="html")
        return feed

    async def play(self, days: int) -> None:
        """The daemon's round: from one due time to the next."""
        line = Line(self.log, self, self.parse, Extractor("none", "1", lambda _: []), self.clock)
        sources = [p.source() for p in self.sites.values()]
        begun = begin(self.log, sources, self.now)
        while (first := min(s.due for s in begun.values() if s.due)) < START + days * DAY:
            self.now = max(self.now, first) + TICK
            await run(line, due_now(begun, sources, self.now))
            begun = begin(self.log, sources, self.now)
