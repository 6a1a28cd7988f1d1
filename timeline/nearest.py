"""The nearest valid form of a period that was not understood. Only ever shown to a person, never used in its place."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, tzinfo
from difflib import SequenceMatcher, get_close_matches

from store.errors import PeriodError
from timeline.period import MONTHS, UnreadableError, read_period

__all__ = ["nearest_period"]

_WORDS = ("today", "yesterday", "7d", "2w", "3mo", "1y", "3 months ago",
          *(f"{a} {b}" for a in ("this", "last") for b in ("week", "month", "quarter", "year")))  # fmt: skip
_SHORT = {"m": "mo", "mon": "mo", "min": "d", "day": "d"}
_UNIT_STARTS = {"d": "days", "w": "weeks", "m": "months", "q": "months", "y": "years"}


def nearest_period(typed: str, *, now: datetime, tz: tzinfo = UTC) -> str:
    """A form of the grammar that is near to what was typed; always one that the grammar reads."""
    text = " ".join(typed.lower().split())
    for guess in (_range, _moment, _week, _day_first, _numbers, _named_month, _part, _count, _position):
        found = guess(text, now)
        if found and _valid(found, now, tz):
            return found
    return _word(text, now)


def _valid(text: str, now: datetime, tz: tzinfo) -> bool:
    try:
        read_period(text, now=now, tz=tz)
    except (UnreadableError, PeriodError):
        return False
    return True


def _range(text: str, now: datetime) -> str | None:
    """``2025-2026``, ``2025 to 2026``, ``2025…``, ``..``."""
    if found := re.fullmatch(r"([0-9]{4}) ?(?:-|–|—|/|:|to|until|\.{2,}|…) ?([0-9]{4})?", text):
        return f"{found[1]}..{found[2] or ''}"
    return f"{now.year}.." if text.strip(".… ") == "" else None


def _moment(text: str, now: datetime) -> str | None:
    """``2025-04-05 12:00``: seconds and a zone are missing; with an hour that is none, its day."""
    del now
    found = re.match(
        r"([0-9]{4}-[0-9]{2}-[0-9]{2})[t ]([0-9]{2}:[0-9]{2})(:[0-9]{2}(?:\.[0-9]+)?)?(z|[+-]\d\d:\d\d)?$", text
    )
    if not found:
        return None
    return found[1] if found[3] and found[4] else f"{found[1]}T{found[2]}{found[3] or ':00'}{(found[4] or 'z').upper()}"


def _week(text: str, now: datetime) -> str | None:
    """``2025 W3``, ``2025-W54``, ``week 14 2025``."""
    del now
    found = re.fullmatch(r"([0-9]{4})[-/. ]?w(?:eek)? ?([0-9]{1,2})|w(?:eek)? ?([0-9]{1,2})[-/. ]([0-9]{4})", text)
    if not found:
        return None
    year, week = _within(found[1] or found[4], 9998), found[2] or found[3]
    return f"{year:04}-W{_within(week, date(year, 12, 28).isocalendar().week):02}"


def _day_first(text: str, now: datetime) -> str | None:
    """``13/04/2025``. ``05/04/2025`` may be April or May: no month is offered then, only the year."""
    del now
    if found := re.fullmatch(r"([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})", text):
        months = {int(n) for n in (found[1], found[2]) if int(n) <= 12}
        return f"{found[3]}-{months.pop():02}" if len(months) == 1 else found[3]
    return f"20{text[-2:]}" if re.fullmatch("'?[0-9]{2}", text) else None


def _numbers(text: str, now: datetime) -> str | None:
    """Digits in the order of a calendar date: ``2025-4``, ``20250405``, ``2025/04/31``, ``2025-13``."""
    del now
    found = re.fullmatch(r"([0-9]{4})(?:[-/. ]?([0-9]{1,2})(?:[-/. ]?([0-9]{1,2}))?)?(?:[t ][0-9:.+z-]*)?", text)
    if not found:
        return None
    year, month = _within(found[1], 9998), _within(found[2] or "1", 12)
    day = _within(found[3] or "1", monthrange(year, month)[1])
    return f"{year:04}" + (f"-{month:02}" if found[2] else "") + (f"-{day:02}" if found[3] else "")


def _within(number: str, last: int) -> int:
    return min(max(int(number), 1), last)


def _named_month(text: str, now: datetime) -> str | None:
    """``april``, ``2025 april``, ``aprl 2025``, ``april 5, 2025``, ``5 apr 2025``."""
    words = re.findall("[a-z]+", text)
    if len(words) != 1 or not (month := _month_like(words[0])):
        return None
    numbers = re.findall("[0-9]+", text)
    year = next((n for n in numbers if len(n) == 4), str(now.year))
    day = next((int(n) for n in numbers if len(n) < 3), 0)
    if day and 1 <= int(year) <= 9998:
        number = MONTHS.index(month) + 1
        return f"{year}-{number:02}-{min(day, monthrange(int(year), number)[1]):02}"
    return f"{month[:3] if len(words[0]) <= 4 else month} {year}"


def _month_like(word: str) -> str | None:
    for month in MONTHS:
        if (
            len(word) >= 3
            and month.startswith(word[:3])
            and SequenceMatcher(None, word, month[: len(word)]).ratio() > 0.6
        ):
            return month
    close = get_close_matches(word, [*MONTHS, *(m[:3] for m in MONTHS)], n=1, cutoff=0.7)
    return next((m for m in MONTHS if m.startswith(close[0])), None) if close else None


def _part(text: str, now: datetime) -> str | None:
    """``q2``, ``2025q2``, ``2q25``, ``q5 2025``, ``h3 2025``, ``first half of 2025`` (by its year)."""
    found = re.search("(?:^|[^a-z])(q|h)(?:uarter|alf)? ?([0-9])(?![0-9])|(?<![0-9])([0-9]) ?(q|h)", text)
    year = re.search("(?<![0-9])[0-9]{4}(?![0-9])", text)
    if found:
        kind, number = found[1] or found[4], int(found[2] or found[3])
        number = min(max(number, 1), 4 if kind == "q" else 2)
        return f"{year[0]}-{kind.upper()}{number}" if year else f"{kind}{number} {now.year}"
    return None


def _count(text: str, now: datetime) -> str | None:
    """``7 d``, ``5m``, ``24h``, ``3 month``, ``last 7 days``, ``90 days``, ``-7d``."""
    del now
    if found := re.fullmatch(r"(?:last|past|-)? ?([0-9]{1,9}) ?([a-z]+)( ago)?", text):
        count, unit, ago = _within(found[1], 100), found[2], found[3]
        if unit.startswith("h"):
            return "1d"
        if len(unit) > 2 and unit[0] in _UNIT_STARTS:
            words = _UNIT_STARTS[unit[0]]
            return f"{count} {words} ago" if ago else f"{count}{'mo' if words == 'months' else words[0]}"
        unit = unit if unit in ("d", "w", "mo", "y") else _SHORT.get(unit, unit)
        return f"{count}{unit}"
    return None


def _position(text: str, now: datetime) -> str | None:
    """``@``, ``#18412``, ``@18_412``."""
    del now
    if text.startswith(("@", "#")):
        return "@" + (re.sub("[^0-9]", "", text)[:18] or "1")
    return None


def _word(text: str, now: datetime) -> str:
    """The word of the grammar that is spelt most alike; a year that stands in the text; else this year."""
    if text in ("now", "tomorrow", "tonight"):
        return "today"
    if close := get_close_matches(text, _WORDS, n=1, cutoff=0.5):
        return close[0]
    for unit in ("week", "month", "quarter", "year"):
        if unit in text:
            return f"last {unit}"
    year = re.search("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", text)
    return year[0] if year else str(now.year)
