"""Dates that say how exact they are, as closed intervals of days.

    2025-04-05 day · 2025-W14 week · 2025-04 month · 2025-Q2 quarter · 2025-H1 half · 2025 year

A coarser date contains the finer ones inside it, and never conflicts with them.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

__all__ = ["Interval", "Precision", "finest", "parse_interval", "precision_of"]

Precision = Literal["day", "week", "month", "quarter", "half", "year", "unknown"]

_FORM = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|W(\d\d)|(\d\d)(?:-(\d\d))?))?")
_BY_LENGTH: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
#: from the finest to the coarsest
ORDER = ("day", "week", "month", "quarter", "half", "year", "unknown")


class Interval(NamedTuple):
    """First and last day, both included."""

    start: date
    end: date

    def contains(self, other: Interval) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Interval, days: int = 0) -> bool:
        """Whether the two have a day in common once each is widened by ``days`` in all."""
        return self.start <= other.end + timedelta(days) and other.start <= self.end + timedelta(days)


@lru_cache(maxsize=4096)
def parse_interval(text: str | None, end: str | None = None) -> Interval | None:
    """The interval of an ISO date of any precision (to the last day of ``end`` for a range), or None if unknown.

    Raises ValueError for text that is no such date.
    """
    if text is None:
        return None
    found = _FORM.fullmatch(text)
    if not found:
        raise ValueError(f"not a date of day, week, month, quarter, half or year: {text!r}")
    first, last = _days(*found.groups())
    if end is not None and (upto := parse_interval(end)):
        last = max(last, upto.end)
    return Interval(first, last)


def _days(year: str, quarter: str, half: str, week: str, month: str, day: str) -> tuple[date, date]:
    y = int(year)
    if week:
        return date.fromisocalendar(y, int(week), 1), date.fromisocalendar(y, int(week), 7)
    if day:
        return date(y, int(month), int(day)), date(y, int(month), int(day))
    if quarter:
        low, high = 3 * int(quarter) - 2, 3 * int(quarter)
    elif half:
        low, high = 6 * int(half) - 5, 6 * int(half)
    else:
        low, high = (int(month), int(month)) if month else (1, 12)
    return date(y, low, 1), date(y, 12, 31) if high == 12 else date(y, high + 1, 1) - timedelta(1)


def precision_of(text: str | None) -> Precision:
    """The precision word of an ISO date: day, week, month, quarter, half, year, or unknown for None."""
    if text is None:
        return "unknown"
    if "Q" in text:
        return "quarter"
    if "H" in text:
        return "half"
    if "W" in text:
        return "week"
    return _BY_LENGTH[len(text)]


def finest(dates: list[str]) -> str | None:
    """The date of the finest precision; of several as fine, the earliest."""
    return min(dates, key=lambda d: (ORDER.index(precision_of(d)), d), default=None)
