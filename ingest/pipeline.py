"""The line, in order. What it decides is decided by pure functions; this file only orders the calls.

    schedule.due | door.get | parse | observe | extract | log.append | follow up

One refresh of one source ends in one commit: posts, claims, validators, the next time and its reason, together or
not at all. ``refresh`` and ``run`` are the seams for tests: a log, a door, a parser and a clock go in.
"""

from __future__ import annotations

import asyncio
import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from datetime import datetime

import msgspec
from msgspec.structs import replace

from ingest.commits import FATAL, Commits
from ingest.fetch.addresses import parse_target
from ingest.fetch.turns import domain_of
from ingest.intake import Taken, take_in
from ingest.line import SCOPE, Line, Parser, Refreshed, Transport, read
from ingest.mend import follow_up
from ingest.observe import Window, gap
from ingest.schedule import Outcome, SourceState, Step, adopt, settle, spread
from ingest.sources import Source
from store.errors import FetchError, ParseError
from store.events import SourceFailing, SourceMoved, SourceRecovered, SourceRetired
from store.log import Log, NewEvent, Transaction

__all__ = ["Line", "Parser", "Refreshed", "Transport", "begin", "due_now", "read", "refresh", "run", "states", "wake"]


def states(log: Log | Transaction) -> dict[str, SourceState]:
    """What is remembered of every source."""
    return {name: msgspec.json.decode(data, type=SourceState) for name, data in log.items(SCOPE).items()}


def begin(log: Log, sources: Sequence[Source], now: datetime, *, among: int = 1) -> dict[str, SourceState]:
    """The states of the configured sources; those that are new are due at once, and kept.

    ``among``: of how many new ones; a crowd is spread out. ``wake`` knows.
    """
    known = states(log)
    begun = {s.name: adopt(known.get(s.name), s, now, among=among) for s in sources if s.enabled}
    _store(log, {name: state for name, state in begun.items() if state != known.get(name)})
    return begun


def wake(log: Log, sources: Sequence[Source], now: datetime) -> dict[str, SourceState]:
    """As ``begin``, for a daemon that starts: new sources, and those that became due while nobody was there, are
    spread out where they are many.
    """
    known = states(log)
    begun = begin(log, sources, now, among=sum(s.name not in known for s in sources if s.enabled))
    late = {name: replace(begun[name], due=due) for name, due in spread(list(begun.values()), now).items()}
    _store(log, late)
    return begun | late


def _store(log: Log, changed: dict[str, SourceState]) -> None:
    if changed:
        with log.transaction() as tx:
            for name, state in changed.items():
                tx.put(SCOPE, name, msgspec.json.encode(state))


def due_now(begun: dict[str, SourceState], sources: Iterable[Source], now: datetime) -> list[Source]:
    """The sources whose time has come, the longest overdue first."""
    due = [(state.due, s.name, s) for s in sources if (state := begun.get(s.name)) and state.due and state.due <= now]
    return [source for _, _, source in sorted(due, key=lambda item: item[:2])]


async def run(
    line: Line, sources: Sequence[Source], *, told: Callable[[Refreshed], None] | None = None, force: bool = False
) -> list[Refreshed]:
    """Refreshes the sources, many at once, each failing alone. ``told`` hears of each as it ends.

    Meant for those that ``due_now`` named, or that a person did; a source's Retry-After is kept to in either case.
    Sources of one domain wait for each other before they count as under way, so that a slow one delays no other.
    """
    begun = begin(line.log, sources, line.clock())
    under_way = asyncio.Semaphore(line.settings.concurrency)
    lanes: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
    commits = Commits(line.log) if len(sources) > 1 else Commits(line.log, wait=0)

    async def one(source: Source) -> Refreshed:
        state = begun[source.name]
        done = _left_alone(source, state, line.clock(), force=force)
        if done is None:
            async with AsyncExitStack() as held:
                async with lanes[_domain(state)]:
                    await held.enter_async_context(under_way)
                    outcome = await _ask(line, source, state)
                done = await _finish(line, source, state, outcome, commits)
        if told:
            told(done)
        # a thousand feeds are not kept for the sake of the last; of posts only those that may want their article
        return dataclasses.replace(done, feed=None, taken=done.taken if source.full_text else None)

    return list(await asyncio.gather(*(one(s) for s in sources if s.name in begun)))


def _domain(state: SourceState) -> str:
    try:
        return domain_of(parse_target(state.url))
    except FetchError:
        return state.name  # it will be refused, in its own name


async def refresh(line: Line, source: Source, state: SourceState, *, force: bool = False) -> Refreshed:
    """One source, once: asked conditionally, read, observed, recorded in one commit."""
    done = _left_alone(source, state, line.clock(), force=force)
    if done is not None:
        return done
    outcome = await _ask(line, source, state)
    return await _finish(line, source, state, outcome, Commits(line.log, wait=0))


def _left_alone(source: Source, state: SourceState, now: datetime, *, force: bool) -> Refreshed | None:
    """Why a source is not asked although somebody wants it; None if it may be."""
    if state.retired and not force:
        return Refreshed(source, "retired", state.retired, state=state)
    if state.hold and state.hold > now and not force:
        return Refreshed(source, "skipped", f"asked to wait until {state.hold:%Y-%m-%d %H:%M} UTC", state=state)
    return None


async def _finish(line: Line, source: Source, state: SourceState, outcome: Outcome, commits: Commits) -> Refreshed:
    """Records the outcome, and does what follows from it."""
    done = await _keep(line, source, state, outcome, commits)
    try:
        return await follow_up(line, done, state, outcome.response)
    except FATAL:
        raise
    except Exception as error:  # noqa: BLE001 - the fetch itself is recorded; what came after it is told
        note = f"what should have followed failed: {type(error).__name__}: {error}"
        return dataclasses.replace(done, notes=(*done.notes, note))


async def _keep(line: Line, source: Source, state: SourceState, outcome: Outcome, commits: Commits) -> Refreshed:
    """Records the outcome. What cannot be recorded because of what it says costs its source this fetch, no other's."""
    try:
        return await commits.record(lambda tx: _record(line, tx, source, state, outcome))
    except FATAL:
        raise
    except Exception as error:  # noqa: BLE001 - told as this source's failure, with its back-off, and in its state
        why = f"{source.name}: its posts could not be recorded: {type(error).__name__}: {error}"
        failed = Outcome(outcome.at, outcome.response, error=ParseError(why, source=source.name, kind="fault"))
        return await commits.record(lambda tx: _record(line, tx, source, state, failed))


async def _ask(line: Line, source: Source, state: SourceState) -> Outcome:
    response = None
    try:
        response = await line.door.get(state.url, validators=state.validators, kind=source.kind)
        at = line.clock()
        feed = await read(line.parser, response, source.kind, at) if response.status in (200, 203) else None
    except (FetchError, ParseError) as error:
        return Outcome(line.clock(), response, error=error)
    except Exception as error:  # noqa: BLE001 - a fault of ours: told as this source's failure, never another's
        why = f"{source.name}: our own fault: {type(error).__name__}: {error}"
        return Outcome(line.clock(), response, error=ParseError(why, source=source.name, kind="fault"))
    return Outcome(at, response, feed)


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
    if taken.unread:
        notes = (*notes, f"too much at once: {taken.unread} posts are kept unread; `timeline reextract` reads them")
    return Refreshed(
        source, word, "", status, len(taken.seen.new), len(taken.seen.revised), taken.claims,
        taken, outcome.feed, after, gap, notes=notes,
    )  # fmt: skip
