"""What the line is handed: a log, a transport, a parser, an extractor and a clock; and what a refresh answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from ingest.fetch import Response, Validators
from ingest.intake import Taken
from ingest.model import ParsedFeed
from ingest.reading import Extractor
from ingest.schedule import SourceState
from ingest.sources import FetchSettings, Source
from store.clock import Clock
from store.log import Log

__all__ = ["SCOPE", "Line", "Parser", "Refreshed", "Transport", "read"]

#: of the operational state: SourceState of each source, by name
SCOPE = "source"


class Parser(Protocol):
    """Bytes → a feed, wherever that is done. Raises ParseError."""

    def __call__(
        self, body: bytes, *, url: str | None, content_type: str | None, kind: str, now: datetime
    ) -> Awaitable[ParsedFeed]:
        """The feed; ``now`` bounds the dates that are believed."""


class Transport(Protocol):
    """Addresses → answers: the Door, or what stands in for it. Raises FetchError."""

    def get(
        self, url: str, *, validators: Validators | None = None, kind: Literal["feed", "html", "api", "page"] = "feed"
    ) -> Awaitable[Response]:
        """The answer of ``url``, redirects followed."""


@dataclass(frozen=True, slots=True)
class Line:
    """Everything the line touches, handed in."""

    log: Log
    door: Transport
    parser: Parser
    extractor: Extractor
    clock: Clock
    settings: FetchSettings = field(default_factory=FetchSettings)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What became of one refresh: words and figures for a table, and what to do next."""

    source: Source
    word: str  # new, revised, unchanged, not modified, failed, retired, skipped
    why: str = ""
    status: int | None = None
    new: int = 0
    revised: int = 0
    claims: int = 0
    taken: Taken | None = None
    feed: ParsedFeed | None = None
    state: SourceState | None = None
    gap: bool = False  # posts may have been missed
    mended: bool = False  # and were found by a backfill
    notes: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the source could not be read."""
        return self.word == "failed"


async def read(parser: Parser, response: Response, kind: str, now: datetime) -> ParsedFeed:
    """The feed of an answer; partial where the body was cut off. Raises ParseError."""
    feed = await parser(response.body, url=response.final_url, content_type=response.content_type, kind=kind, now=now)
    if response.truncated and not feed.partial:
        return dataclasses.replace(feed, partial=True, notes=(*feed.notes, "the body was cut off"))
    return feed
