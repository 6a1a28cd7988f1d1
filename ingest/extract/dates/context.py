"""What is known while a text is read: its publish date, the tense about a word, the expression before."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from ingest.extract.dates import calendar, tense
from ingest.extract.dates.model import Reading
from ingest.extract.dates.tokens import Tokens
from store.interval import Interval

__all__ = ["Context", "published_day"]

_UNIT_OF = (
    (re.compile(r"\d{4}-\d\d-\d\d(T.*)?"), "day"),
    (re.compile(r"\d{4}-W\d\d(-WE)?"), "week"),
    (re.compile(r"\d{4}-\d\d"), "month"),
    (re.compile(r"\d{4}-Q\d"), "quarter"),
    (re.compile(r"\d{4}-H\d"), "half"),
    (re.compile(r"\d{4}"), "year"),
)
_ORDER = ("day", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century")


def published_day(published: str | None) -> date | None:
    """The day of a publish timestamp in its own zone (RFC 3339 or a bare ISO date), None where it has none."""
    try:
        return date.fromisoformat((published or "").strip()[:10])
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _unit_of(value: str) -> str | None:
    """How fine a value is; None for what cannot be counted from."""
    return next((name for pattern, name in _UNIT_OF if pattern.fullmatch(value)), None)


class Context:
    """Changes while a text is read.

    ``previous``: first day and unit of the last expression that was resolved; ``days``: all its days.
    """

    __slots__ = ("day", "days", "periods", "previous", "tokens")

    def __init__(self, tokens: Tokens, day: date | None) -> None:
        self.tokens = tokens
        self.day = day
        self.previous: tuple[date, str] | None = None
        self.days: Interval | None = None
        #: the last value of each unit
        self.periods: dict[str, date] = {}

    def remember(self, reading: Reading) -> None:
        """Takes note of a resolved date, so that what follows can be counted from it."""
        if reading.type not in ("DATE", "TIME"):
            return
        unit, days = _unit_of(reading.value), calendar.interval_of(reading.value)
        if unit is None or days is None:
            return
        self.previous, self.days = (days.start, unit), reading.interval or days
        if self.day is None or days.start <= self.day:
            # what a figure is compared with ("the 1988 quarter") does not become the period spoken of
            self.periods[unit] = max(days.start, self.periods.get(unit, days.start))

    def direction(self, start: int, end: int) -> tense.Direction:
        """Which way the tokens [start, end) lie from the publish date, by tense."""
        return tense.direction(self.tokens, start, end)

    def can_count(self, unit: str) -> bool:
        """Whether the expression before is fine enough to count such units from: no value is finer than its words."""
        known = self.previous[1] if self.previous else ""
        return known in _ORDER and unit in _ORDER and _ORDER.index(known) <= _ORDER.index(unit)
