"""What is to be said of every source: reachable, readable, quiet; what happened last, when it is asked next, and why.

Three separate facts: only the first two are errors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from ingest.schedule import SourceState, quiet
from ingest.sources import Source
from store.text import without_credentials

__all__ = ["Health", "health"]


class Health(Struct, frozen=True, kw_only=True):
    """One source. Times are RFC 3339 in UTC, None where there is none."""

    name: str
    publisher: str
    url: str
    state: str  # ok, failing, retired, waiting, never asked, disabled, removed
    what: str  # what happened last, in words
    quiet: str | None  # where it has posted nothing for several times its usual gap
    asked: str | None
    answered: str | None
    next: str | None
    reason: str  # of ``next``
    failures: int
    status: int | None


def health(sources: Iterable[Source], states: Mapping[str, SourceState], now: datetime) -> list[Health]:
    """The health of the configured sources, in the order of the file, then of those that only the store remembers."""
    listed = list(sources)
    told = [_of(source, states.get(source.name), now) for source in listed]
    names = {s.name for s in listed}
    for name in sorted(states.keys() - names):
        state = states[name]
        told.append(_health(Source(name=name, url=state.url), state, "removed", "no longer configured", now))
    return told


def _of(source: Source, state: SourceState | None, now: datetime) -> Health:
    if not source.enabled:
        return _health(source, state, "disabled", "not listened to", now)
    if state is None or state.asked is None:
        return _health(source, state, "never asked", "never asked yet", now)
    if state.retired:
        return _health(source, state, "retired", state.retired, now)
    if state.error:
        times = f" ({state.failures} times in a row)" if state.failures > 1 else ""
        return _health(source, state, "failing", f"{state.error}{times}", now)
    if state.hold and state.hold > now:
        return _health(source, state, "waiting", f"asked us to wait until {state.hold:%Y-%m-%d %H:%M} UTC", now)
    return _health(
        source,
        state,
        "ok",
        "nothing new (304)" if state.status == 304 else f"answered {state.status or ''}".strip(),
        now,
    )


def _health(source: Source, state: SourceState | None, word: str, what: str, now: datetime) -> Health:
    idle = state is None or word in ("disabled", "removed")
    return Health(
        name=source.name,
        publisher=source.publisher,
        url=without_credentials(state.url if state and not idle else source.url),
        state=word,
        what=what,
        quiet=None if idle or state is None else quiet(state, now),
        asked=_iso(state.asked) if state else None,
        answered=_iso(state.answered) if state else None,
        next=None if idle or state is None else _iso(state.due),
        reason="" if idle or state is None else state.reason,
        failures=state.failures if state else 0,
        status=state.status if state else None,
    )


def _iso(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None
