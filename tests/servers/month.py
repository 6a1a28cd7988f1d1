"""A month of many sources in seconds: simulated publishers that know their own rules, and a daemon's round.

Each publisher says things (ttl, max-age, Retry-After, skipHours, errors, moves) and works out by itself, without our
code, when it may be asked again at the earliest. What the schedule makes of the same words is held against that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import msgspec
from msgspec.structs import replace

from ingest.fetch import FetchError, Headers, Hop, Response
from ingest.fetch.validators import request_fields
from ingest.model import Hints, ParsedFeed, ParsedPost
from ingest.schedule import Outcome, SourceState, adopt, settle, spread
from ingest.sources import Source
from store.clock import rfc3339
from store.errors import ParseError

__all__ = ["Figures", "Publisher", "simulate"]

START = datetime(2026, 3, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TICK = timedelta(seconds=30)
OUTAGE = (timedelta(days=17, hours=3), timedelta(hours=7))  # when nobody was running, and for how long

KINDS = (
    "lively", "max-age", "expires", "ttl", "period", "skip-hours", "skip-days", "quiet", "no-validators", "ill-days",
    "always-404", "limited", "limited-date", "absurd", "moves", "gone", "unreadable", "unreachable", "every",
    "temporary",
)  # fmt: skip
ILL = ("ill-days", "limited", "limited-date", "absurd", "unreadable", "unreachable")  # on the days of ILL_DAYS
ILL_DAYS = (5, 10, 15, 20, 25)  # of the month; none at its end, so that all who can recover have


@dataclass(slots=True)
class Publisher:
    """One simulated site. ``earliest`` and ``latest``: when the next request may and should come."""

    number: int
    kind: str
    earliest: datetime = START
    latest: datetime = START + HOUR
    failures: int = 0
    asked: int = 0
    needless: int = 0  # unconditional requests for what had been answered with validators
    last_final: str = ""
    gone: bool = False
    moved: bool = False

    @property
    def url(self) -> str:
        """Its first address."""
        return f"https://site{self.number}.example/feed"

    def source(self) -> Source:
        """Its entry in the configuration."""
        return Source(f"s{self.number}-{self.kind}", self.url, every=3 * 3600 if self.kind == "every" else 3600)

    def answer(self, state: SourceState, now: datetime) -> Outcome:
        """One request at ``now``, answered; and the next time worked out."""
        self.asked += 1
        final = f"{self.url}/new" if self.kind == "moves" or (self.kind == "temporary" and now.day % 2) else self.url
        conditional = bool(request_fields(state.validators, final))
        known = self.last_final == final and self.kind != "no-validators"
        self.needless += known and not conditional
        status, fields, wait = self._words(now)
        error = status in (0, 200.5) or status >= 400
        self.last_final = self.last_final if error else final
        self.failures = self.failures + 1 if error else 0
        if error:
            wait = max(wait, min(DAY, HOUR * 2 ** min(self.failures - 1, 10)))
        wait = max(wait, 3 * HOUR if self.kind == "every" else HOUR)
        self.earliest = self._unskipped(now + wait)
        most = max(wait, DAY) if self.kind in ("quiet", "always-404", "unreadable") else wait
        self.latest = self._unskipped(now + max(most, self._rhythm())) + HOUR
        self.gone = status == 410
        return self._outcome(int(status), fields, state, now, known=conditional, broken=status == 200.5)

    def _words(self, now: datetime) -> tuple[float, list[tuple[str, str]], timedelta]:
        """Status (0: no connection, 200.5: unreadable), fields, and how long it asks to be left alone."""
        if self.kind == "gone" and now - START > 9 * DAY:
            return 410, [], timedelta()
        if self.kind == "always-404" or (now.day in ILL_DAYS and self.kind in ILL):
            return self._ill(now)
        date = ("Date", format_datetime(now, usegmt=True))
        if self.kind == "max-age":
            return 200, [("Cache-Control", "public, max-age=10800")], 3 * HOUR
        if self.kind == "expires":
            return 200, [date, ("Expires", format_datetime(now + 5 * HOUR, usegmt=True))], 5 * HOUR
        return 200, [], {"ttl": 4 * HOUR, "period": 12 * HOUR}.get(self.kind, HOUR)

    def _ill(self, now: datetime) -> tuple[float, list[tuple[str, str]], timedelta]:
        if self.kind == "limited":
            return 429, [("Retry-After", "40000")], timedelta(seconds=40000)
        if self.kind == "limited-date":
            until = format_datetime(now + 30 * HOUR, usegmt=True)
            return 503, [("Date", format_datetime(now, usegmt=True)), ("Retry-After", until)], 30 * HOUR
        if self.kind == "absurd":
            return 503, [("Retry-After", "1" + "0" * (18 + self.number % 3 * 3000))], 7 * DAY
        return {"always-404": 404, "unreadable": 200.5, "unreachable": 0}.get(self.kind, 503), [], HOUR

    def _rhythm(self) -> timedelta:
        return DAY if self.kind == "quiet" else HOUR

    def _unskipped(self, moment: datetime) -> datetime:
        while (self.kind == "skip-hours" and moment.hour < 6) or (self.kind == "skip-days" and moment.weekday() > 4):
            moment = moment.replace(minute=0, second=0, microsecond=0) + HOUR
        return moment

    def _outcome(
        self,
        status: int,
        fields: list[tuple[str, str]],
        state: SourceState,
        now: datetime,
        *,
        known: bool,
        broken: bool,
    ) -> Outcome:
        if status == 0:
            return Outcome(now, error=FetchError("no connection", kind="connect"))
        validators = [] if self.kind == "no-validators" else [("ETag", f'W/"{self.number}"')]
        hops = self._hops(state, now)
        final = hops[-1].location if hops else state.url
        fresh = self.asked % 3 == 0 or (state.answered is not None and now - state.answered > 6 * HOUR)
        if status == 200 and known and not fresh and not broken:
            status = 304
        response = Response(state.url, final, status, Headers([*fields, *validators]), hops=hops, at=now)
        if broken:
            return Outcome(now, response, error=ParseError("not a feed", kind="html"))
        return Outcome(now, response, self._feed(now) if status == 200 else None, int(fresh))

    def _hops(self, state: SourceState, now: datetime) -> tuple[Hop, ...]:
        if state.url != self.url:
            self.moved = True
            return ()
        if self.kind == "moves":
            return (Hop(301, self.url, f"{self.url}/new"),)
        return (Hop(302, self.url, f"{self.url}/new"),) if self.kind == "temporary" and now.day % 2 else ()

    def _feed(self, now: datetime) -> ParsedFeed:
        step = 10 * DAY if self.kind == "quiet" else HOUR
        dates = (rfc3339(now - step * (n + 0.5)) for n in range(8))
        hints = Hints(
            ttl_minutes=240 if self.kind == "ttl" else None,
            update_seconds=43200 if self.kind == "period" else None,
            skip_hours=frozenset(range(6)) if self.kind == "skip-hours" else frozenset(),
            skip_days=frozenset({5, 6}) if self.kind == "skip-days" else frozenset(),
        )
        return ParsedFeed("rss20", "strict", tuple(ParsedPost(published=d) for d in dates), hints=hints)


@dataclass(slots=True)
class Figures:
    """What a month looked like."""

    requests: int = 0
    early: int = 0  # requests before the publisher's own time
    late: int = 0  # requests more than an hour after it
    most_late: timedelta = timedelta()  # after the time that was planned
    not_modified: int = 0
    needless: int = 0  # unconditional requests that should have been conditional
    moved: int = 0
    moved_asked_at_old: int = 0  # sources that moved and are still asked at the old address
    retired: int = 0
    failing: int = 0
    recovered: int = 0
    failing_at_end: int = 0
    busiest: int = 0  # requests of the fullest half minute
    by_kind: Counter[str] = field(default_factory=Counter)


def simulate(sources: int, days: int) -> Figures:
    """Runs ``sources`` publishers of mixed behaviour for ``days``; the daemon is restarted every night."""
    sites = {p.source().name: p for p in (Publisher(n, KINDS[n % len(KINDS)]) for n in range(sources))}
    states = {name: adopt(None, p.source(), START, among=sources) for name, p in sites.items()}
    figures, night, out, back = Figures(), START + DAY, START + OUTAGE[0], START + sum(OUTAGE, timedelta())
    now = START
    while (first := min(s.due for s in states.values() if s.due)) < START + days * DAY:
        now = max(now, first) + TICK
        if out <= now < back:
            now = back
            for name, due in spread(list(states.values()), now).items():
                states[name] = replace(states[name], due=due)
                sites[name].latest = due + HOUR
        if now > night:  # a restart: what is remembered is what was written down
            states = {n: msgspec.json.decode(msgspec.json.encode(s), type=SourceState) for n, s in states.items()}
            night += DAY
        due_now = [name for name, s in states.items() if s.due and s.due <= now]
        figures.busiest = max(figures.busiest, len(due_now))
        for name in due_now:
            states[name] = _ask(sites[name], states[name], now, figures)
    figures.failing_at_end = sum(s.failing for s in states.values())
    figures.needless = sum(p.needless for p in sites.values())
    figures.moved_asked_at_old = sum(p.kind == "moves" and not p.moved for p in sites.values())
    return figures


def _ask(site: Publisher, state: SourceState, now: datetime, figures: Figures) -> SourceState:
    figures.requests += 1
    figures.by_kind[site.kind] += 1
    figures.early += now < site.earliest or site.gone
    figures.late += now > site.latest
    if state.due is not None:
        figures.most_late = max(figures.most_late, now - state.due)
    outcome = site.answer(state, now)
    figures.not_modified += outcome.response is not None and outcome.response.status == 304
    step = settle(state, site.source(), outcome, floor=3600)
    figures.moved += step.moved is not None
    figures.retired += step.retired is not None
    figures.failing += step.failing is not None
    figures.recovered += step.recovered
    return step.state
