"""The next time and its reason. Pure.

next = max(floor, every, ttl, updatePeriod, max-age, Expires, Retry-After, back-off, rhythm), plus jitter, then moved
out of skipHours and skipDays. Everything is a lower bound: nothing that a publisher says makes us ask sooner.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from ingest.schedule.rhythm import stretch, words
from ingest.schedule.state import SourceState, Told
from ingest.schedule.told import DAY, HOUR

__all__ = ["backoff", "chance", "next_due"]

JITTER = 600  # seconds at most, and a tenth of the wait


def chance(name: str, moment: datetime) -> float:
    """A number in [0, 1) that looks random and is the same for the same source and second in every run."""
    digest = blake2b(f"{name}|{int(moment.timestamp())}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) / 2**64


def backoff(base: float, failures: int) -> float:
    """Seconds to wait after so many failures in a row: ``base``, doubling up to a day; 0 without a failure."""
    if failures <= 0:
        return 0.0
    return min(base * 2.0 ** min(failures - 1, 20), max(DAY, base))


def next_due(state: SourceState, *, base: int, now: datetime, retry: int | None = None) -> tuple[datetime, str]:
    """When ``state``'s source may be asked again after a request at ``now``, and why not sooner.

    ``base``: seconds, the longer of the floor and the source's own ``every``. ``retry``: seconds of Retry-After.
    """
    wait, reason = max(_bounds(state, base, now, retry), key=lambda bound: bound[0])
    drawn = chance(state.name, now)
    first = now + timedelta(seconds=wait)
    allowed = _out_of_skips(first, state.told)
    if allowed != first:
        reason += ", then the feed's skip hours or days"
    jittered = allowed + timedelta(seconds=drawn * min(JITTER, wait / 10))
    if _out_of_skips(jittered, state.told) == jittered:
        allowed = jittered  # unless that would carry it into skipped hours, days away
    return allowed.replace(microsecond=0) + timedelta(seconds=1), reason


def _bounds(state: SourceState, base: int, now: datetime, retry: int | None) -> Iterator[tuple[float, str]]:
    """Every lower bound in seconds; of equals the first wins: a back-off explains more than the usual interval."""
    told = state.told
    if state.failures:
        times = "1 failure" if state.failures == 1 else f"{state.failures} failures"
        yield backoff(base, state.failures), f"back-off after {times}: {state.error}"
    yield base, f"every {words(base)}"
    if retry is not None:
        yield retry, f"asked to wait {words(retry)} (Retry-After, {state.error or state.status})"
    if told.ttl:
        yield told.ttl, f"the feed's ttl {words(told.ttl)}"
    if told.update:
        yield told.update, f"the feed's update period {words(told.update)}"
    if told.max_age:
        yield told.max_age, f"publisher's max-age {words(told.max_age)}"
    if told.expires:
        yield told.expires, f"publisher's Expires in {words(told.expires)}"
    if not state.failures:
        yield stretch(state.posted, now)


def _out_of_skips(when: datetime, told: Told) -> datetime:
    """The first moment from ``when`` on that lies in no skipped hour or day (RSS 2.0 skipHours, skipDays, in GMT).

    A feed that skips every hour of every day is taken to have said nothing.
    """
    hours, days = set(told.skip_hours), set(told.skip_days)
    moment = when.astimezone(UTC)
    for _ in range(8 * 24):
        if moment.hour not in hours and moment.weekday() not in days:
            return moment
        moment = moment.replace(minute=0, second=0, microsecond=0) + timedelta(seconds=HOUR)
    return when
