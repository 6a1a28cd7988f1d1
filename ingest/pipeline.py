"""The line, in order. What it decides is decided by pure functions; this file only orders the calls.

    schedule.due | door.get | parse | observe | extract | log.append

One refresh of one source ends in one commit: posts, claims, validators, the next time and its reason, together or
not at all. ``refresh`` and ``run_due`` are the seams for tests: a log, a door, a parser and a clock go in.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

import msgspec
from msgspec.structs import replace

from ingest.fetch import Response, Validators
from ingest.intake import Taken, take_in
from ingest.model import ParsedFeed
from ingest.observe import Window, gap
from ingest.reading import Extractor
from ingest.schedule import Outcome, SourceState, Step, adopt, settle
from ingest.sources import FetchSettings, Source
from store.clock import Clock
from store.errors import FetchError, ParseError
from store.events import SourceFailing, SourceMoved, SourceRecovered, SourceRetired
from store.log import Log, NewEvent, Transaction

__all__ = ["Line", "Parser", "Refreshed", "Transport", "begin", "due_now", "read", "refresh", "run", "states"]

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
    gap: bool = False
    notes: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the source could not be read."""
        return self.word == "failed"


def states(log: Log | Transaction) -> dict[str, SourceState]:
    """What is remembered of every source."""
    return {name: msgspec.json.decode(data, type=SourceState) for name, data in log.items(SCOPE).items()}


def begin(log: Log, sources: Sequence[Source], now: datetime) -> dict[str, SourceState]:
    """The states of the configured sources; those that are new are spread out and kept."""
    known = states(log)
    among = sum(s.name not in known for s in sources if s.enabled)
    begun = {s.name: adopt(known.get(s.name), s, now, among=among) for s in sources if s.enabled}
    if any(begun[name] != known.get(name) for name in begun):
        with log.transaction() as tx:
            for name, state in begun.items():
                tx.put(SCOPE, name, msgspec.json.encode(state))
    return begun


def due_now(begun: dict[str, SourceState], sources: Iterable[Source], now: datetime) -> list[Source]:
    """The sources whose time has come, the longest overdue first."""
    due = [(state.due, s.name, s) for s in sources if (state := begun.get(s.name)) and state.due and state.due <= now]
    return [source for _, _, source in sorted(due, key=lambda item: item[:2])]


async def run(
    line: Line, sources: Sequence[Source], *, told: Callable[[Refreshed], None] | None = None, force: bool = False
) -> list[Refreshed]:
    """Refreshes the sources, many at once, each failing alone. ``told`` hears of each as it ends."""
    begun = begin(line.log, sources, line.clock())
    limit = asyncio.Semaphore(line.settings.concurrency)

    async def one(source: Source) -> Refreshed:
        async with limit:
            done = await refresh(line, source, begun[source.name], force=force)
        if told:
            told(done)
        return done

    return list(await asyncio.gather(*(one(s) for s in sources if s.name in begun)))


async def refresh(line: Line, source: Source, state: SourceState, *, force: bool = False) -> Refreshed:
    """One source, once: asked conditionally, read, observed, recorded in one commit."""
    now = line.clock()
    if state.retired and not force:
        return Refreshed(source, "retired", state.retired, state=state)
    if state.hold and state.hold > now and not force:
        return Refreshed(source, "skipped", f"asked to wait until {state.hold:%Y-%m-%d %H:%M} UTC", state=state)
    outcome = await _ask(line, source, state)
    with line.log.transaction() as tx:
        return _record(line, tx, source, state, outcome)


async def _ask(line: Line, source: Source, state: SourceState) -> Outcome:
    try:
        response = await line.door.get(state.url, validators=state.validators, kind=source.kind)
    except FetchError as error:
        return Outcome(line.clock(), error=error)
    at = line.clock()
    if response.status not in (200, 203):
        return Outcome(at, response)
    try:
        feed = await read(line.parser, response, source.kind, at)
    except ParseError as error:
        return Outcome(at, response, error=error)
    return Outcome(at, response, feed)


async def read(parser: Parser, response: Response, kind: str, now: datetime) -> ParsedFeed:
    """The feed of an answer; partial where the body was cut off. Raises ParseError."""
    feed = await parser(response.body, url=response.final_url, content_type=response.content_type, kind=kind, now=now)
    if response.truncated and not feed.partial:
        return dataclasses.replace(feed, partial=True, notes=(*feed.notes, "the body was cut off"))
    return feed


def _record(line: Line, tx: Transaction, source: Source, state: SourceState, outcome: Outcome) -> Refreshed:
    taken = take_in(tx, source, outcome.feed, line.extractor, outcome.at) if outcome.feed else None
    if taken:
        outcome = Outcome(outcome.at, outcome.response, outcome.feed, len(taken.seen.new), outcome.error)
    step = settle(state, source, outcome, floor=line.settings.floor_seconds)
    after, lost = step.state, None
    if taken:
        window, lost = gap(source, Window(state.window, state.window_seen, state.overlapped), taken.seen, outcome.at)
        after = replace(after, window=window.posts, window_seen=window.seen, overlapped=window.overlapped)
    tx.append([*_events(tx, source, step), *([lost] if lost else [])])
    tx.put(SCOPE, source.name, msgspec.json.encode(after))
    return _told(source, outcome, taken, after, gap=lost is not None)


def _events(tx: Transaction, source: Source, step: Step) -> list[NewEvent]:
    """What is worth an event in what one request showed of the source itself."""
    stream = f"source:{source.name}"
    events: list[SourceMoved | SourceRetired | SourceFailing | SourceRecovered] = []
    if step.moved:
        events.append(
            SourceMoved(
                name=source.name, from_url=step.moved.from_url, to_url=step.moved.to_url, proof=step.moved.proof
            )
        )
    if step.retired:
        events.append(SourceRetired(name=source.name, why=step.retired))
    if step.failing:
        events.append(SourceFailing(name=source.name, kind=step.failing.kind, why=step.failing.why))
    if step.recovered:
        events.append(SourceRecovered(name=source.name))
    version = tx.version(stream) if events else 0
    return [
        NewEvent(event, stream, f"source/{source.name}/{version + n}/{type(event).__name__}")
        for n, event in enumerate(events)
    ]


def _told(source: Source, outcome: Outcome, taken: Taken | None, after: SourceState, *, gap: bool) -> Refreshed:
    status = outcome.response.status if outcome.response else None
    if taken is None or not outcome.used:
        modified = outcome.response is not None and outcome.response.status == 304
        word = "not modified" if modified and outcome.used else ("retired" if after.retired else "failed")
        why = "" if outcome.used else outcome.why
        return Refreshed(source, word, why, status, state=after, feed=outcome.feed)
    word = "new" if taken.seen.new else ("revised" if taken.seen.revised else "unchanged")
    notes = outcome.feed.notes if outcome.feed else ()
    return Refreshed(
        source, word, "", status, len(taken.seen.new), len(taken.seen.revised), taken.claims,
        taken, outcome.feed, after, gap, notes,
    )  # fmt: skip
