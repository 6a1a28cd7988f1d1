"""One request's outcome → what to remember, and what is worth an event. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec.structs import replace

from ingest.fetch.response import Response
from ingest.fetch.validators import keep
from ingest.model import ParsedFeed
from ingest.schedule.moved import gone, watch
from ingest.schedule.plan import chance, next_due
from ingest.schedule.rhythm import posted_times, silence, usual_gap, words
from ingest.schedule.setback import set_back
from ingest.schedule.state import Moved, SourceState, Trouble
from ingest.schedule.told import retry_after, told_by
from ingest.sources import Source
from store.errors import TimelineError

__all__ = ["Failing", "Outcome", "Step", "adopt", "quiet", "settle", "spread"]

FAILING_AFTER = 3  # failures in a row that make a source one that has stopped
EMPTY_AFTER = timedelta(days=2)  # a feed that used to have posts and answers with none for so long is an alarm
QUIET_TIMES = 4  # usual gaps without a post
CROWD = 16  # more sources than that are not asked all at once


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one request brought: an answer (with its feed, if it was a readable 200), or an error."""

    at: datetime
    response: Response | None = None
    feed: ParsedFeed | None = None  # of a 200
    new: int = 0  # posts that were not known
    error: TimelineError | None = None  # FetchError without a response, ParseError with one

    @property
    def used(self) -> bool:
        """Whether it told us how things stand: a readable 200, or a 304."""
        if self.response is None or self.error is not None:
            return False
        return self.response.status == 304 or (self.feed is not None and 200 <= self.response.status < 300)

    @property
    def why(self) -> str:
        """Why it could not be used, in one line."""
        if self.error is not None:
            return str(self.error)
        return f"HTTP {self.response.status}" if self.response is not None else "no answer"


@dataclass(frozen=True, slots=True)
class Failing:
    """A source has stopped: the words of a SourceFailing."""

    kind: Trouble
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """The new state, and what the pipeline is to record as events with it."""

    state: SourceState
    moved: Moved | None = None
    retired: str | None = None
    failing: Failing | None = None
    recovered: bool = False


def adopt(known: SourceState | None, source: Source, now: datetime, *, among: int = 1) -> SourceState:
    """The state of a configured source: as known, or begun anew where it or its address is new.

    ``among``: how many begin at the same time; a crowd is spread over 5 s each, at most 10 minutes.
    """
    if known is not None and known.configured == source.url:
        return set_back(known, now)
    begin = now + timedelta(seconds=chance(source.name, now) * _window(among))
    if known is not None:
        return _readdressed(known, source, begin)
    return SourceState(name=source.name, configured=source.url, url=source.url, due=begin, reason="new")


def _readdressed(known: SourceState, source: Source, due: datetime) -> SourceState:
    """What stays true of a source whose configured address was changed: its posts, and that it was failing."""
    return SourceState(
        name=source.name,
        configured=source.url,
        url=source.url,
        due=due,
        reason="its address was changed",
        failing=known.failing,
        posted=known.posted,
        had_posts=known.had_posts,
        window=known.window,
        window_seen=known.window_seen,
    )


def spread(states: Sequence[SourceState], now: datetime) -> dict[str, datetime]:
    """Sources that became due while nobody was there → when to ask each, so that they do not all go out at once."""
    late = [s for s in states if s.due is not None and s.due < now]
    window = _window(len(late))
    return {s.name: now + timedelta(seconds=chance(s.name, now) * window) for s in late} if window else {}


def _window(many: int) -> int:
    """Seconds over which so many first requests are spread."""
    return min(600, 5 * many) if many > CROWD else 0


def settle(state: SourceState, source: Source, outcome: Outcome, *, floor: int) -> Step:
    """What follows from one request. ``floor``: seconds, the least time between two requests of any source."""
    base = max(floor, source.every)
    return _worked(state, outcome, base) if outcome.used else _failed(state, outcome, base)


def _worked(state: SourceState, outcome: Outcome, base: int) -> Step:
    response, now = outcome.response, outcome.at
    assert response is not None  # noqa: S101 - an outcome that was used has one
    feed = outcome.feed
    permanent, moved = watch(state.url, state.permanent, response.hops, now)
    posts = feed.posts if feed is not None else ()
    empty_since = _empty_since(state, feed, now)
    empty = empty_since is not None and now - empty_since >= EMPTY_AFTER
    new = replace(
        state,
        url=moved.to_url if moved else state.url,
        validators=keep(state.validators, response),
        told=told_by(state.told, response, feed.hints if feed is not None else None, now),
        asked=now,
        answered=now,
        status=response.status,
        error=None,
        trouble="empty" if empty else None,
        failures=0,
        failing=empty,
        hold=None,
        retired=None,
        permanent=permanent,
        posted=posted_times(state.posted, posts, outcome.new, now),
        had_posts=state.had_posts or bool(posts),
        empty_since=empty_since,
        successor="",
    )
    due, reason = next_due(new, base=base, now=now)
    failing = Failing("empty", "the feed used to have posts and has had none for 2 days") if empty else None
    return Step(
        replace(new, due=due, reason=reason),
        moved=moved,
        failing=failing if not state.failing else None,
        recovered=state.failing and not empty,
    )


def _empty_since(state: SourceState, feed: ParsedFeed | None, now: datetime) -> datetime | None:
    if feed is None:
        return state.empty_since  # a 304: as it was
    return (state.empty_since or now) if not feed.posts and state.had_posts else None


def _failed(state: SourceState, outcome: Outcome, base: int) -> Step:
    response, now = outcome.response, outcome.at
    status = response.status if response is not None else None
    trouble: Trouble = "unreadable" if _came(outcome) else "unreachable"
    new = replace(
        state, asked=now, status=status, error=outcome.why, trouble=trouble, failures=state.failures + 1, hold=None
    )
    if response is not None and response.status in (404, 410):
        if moved := gone(state.url, state.permanent, response.status, response.hops):
            return _moved_away(new, moved, base, now)
        if response.status == 410 and all(hop.status in (301, 308) for hop in response.hops):
            why = "the publisher says that it is gone (HTTP 410)"
            return Step(replace(new, due=None, reason=why, retired=why), retired=why)
    retry = retry_after(response.headers, now) if response is not None and response.status >= 400 else None
    due, reason = next_due(new, base=base, now=now, retry=retry)
    new = replace(new, due=due, reason=reason, hold=now + timedelta(seconds=retry) if retry else None)
    if state.failing or new.failures < FAILING_AFTER:
        return Step(new)
    return Step(replace(new, failing=True), failing=Failing(trouble, outcome.why))


def _came(outcome: Outcome) -> bool:
    """Whether something came that could not be used, rather than nothing."""
    if outcome.response is not None:
        return 200 <= outcome.response.status < 300
    return outcome.error is not None and outcome.error.details.get("kind") in ("too-large", "encoding")


def _moved_away(state: SourceState, moved: Moved, base: int, now: datetime) -> Step:
    new = replace(state, url=moved.to_url, permanent=None, failures=0, error=None, trouble=None)
    due, reason = next_due(new, base=base, now=now)
    return Step(replace(new, due=due, reason=reason), moved=moved)


def quiet(state: SourceState, now: datetime) -> str | None:
    """The third fact about a source, no error: nothing new for several times its usual gap. In words, or None."""
    gap, since = usual_gap(state.posted), silence(state.posted, now).total_seconds()
    if gap is None or since < max(QUIET_TIMES * gap, 7 * 86400):
        return None
    return f"no new post for {words(since)}, usually every {words(gap)}"
