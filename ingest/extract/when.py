"""Dates of claims: what ``dates`` finds in a text, by the rules of the annotation guide (section 5).

A claim's date is an ISO date of day, month, quarter, half or year, no finer than its words: a week is the month that
holds most of it, a season its year, "recent weeks" the month of their middle.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from ingest.extract.dates import TimeExpression, find_dates, interval_of
from store.interval import Interval, Precision, parse_interval, precision_of

__all__ = ["When", "find_when", "published_day"]

_ISO = re.compile(r"(\d{4}(?:-(?:\d\d(?:-\d\d)?|Q[1-4]|H[12]))?)(?:T.*)?")
_SEASON = re.compile(r"(\d{4})-(?:SP|SU|FA|WI)")
#: words that name a time, though not which: nothing else dates their clause then
_OPEN = frozenset(("ago", "vaguely-ago", "counted-from", "vaguely-later"))


class When(msgspec.Struct, frozen=True):
    """A date expression: where it stands, and what it says."""

    start: int
    end: int
    date: str | None  # None: not resolvable
    anchor: str  # absolute, published, previous, none
    bounded: str = ""  # by, since, until, till, from, through, before, after: no date of an event

    @property
    def precision(self) -> Precision:
        """Day, month, quarter, half or year."""
        return precision_of(self.date)

    @property
    def days(self) -> Interval | None:
        """The days that it may be."""
        return parse_interval(self.date)


def published_day(published: str | None) -> date | None:
    """The day of a publish timestamp, in its own zone; none in a year without posts (a program's zero)."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if 1900 < day.year < 2200 else None


def find_when(folded: str, published: str | None, year: int | None = None) -> list[When]:
    """The date expressions of a folded text, in order. ``year``: that of the text, for days and months without one."""
    day = published_day(published)
    found = find_dates(folded, day.isoformat() if day else None, days_only=True)
    return [when for each in found if (when := _when(each, day, year))]


def _when(found: TimeExpression, day: date | None, year: int | None) -> When | None:
    value, anchor = found.value, found.anchor
    if found.type in ("DURATION", "SET"):
        value = _recent(found.interval, day) if anchor == "published" else ""
        if not value:
            return None
    if value.startswith("XXXX-") and year and "W" not in value:
        value, anchor = f"{year}{value[4:]}", "published"
    said = _said(value)
    if said is None and value.endswith("_REF") and found.rule not in _OPEN:
        return None
    if said is None:
        anchor = "none"
    elif not "1900" < said < "2200":
        return None  # "1600 languages"
    return When(found.start, found.end, said, anchor, found.bound)


def _recent(days: Interval | None, day: date | None) -> str:
    """The month that the middle of a span of some weeks before the publish date lies in; nothing for other spans."""
    if days is None or days.end != day or days.end - days.start > timedelta(31):
        return ""
    return _middle(days)


def _said(value: str) -> str | None:
    """The ISO date that a value comes to; None for a value that has none."""
    if whole := _ISO.fullmatch(value):
        return whole[1] if interval_of(whole[1]) else None  # a 29th of February in a text's only year
    if season := _SEASON.fullmatch(value):
        return season[1]
    days = interval_of(value)
    return _middle(days) if days and "W" in value else None


def _middle(days: Interval) -> str:
    """The month of the day in the middle: it holds most of the days of a week."""
    return f"{days.start + (days.end - days.start) / 2:%Y-%m}"
