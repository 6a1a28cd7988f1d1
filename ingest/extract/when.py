"""Dates of claims, by the rules of the annotation guide: an interval no finer than the words, or nothing.

A first, small reader of the commonest forms; relative words resolve against the publish date only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.extract.fold import lower
from ingest.extract.musts import Places

__all__ = ["When", "find_when", "published_day"]

_MONTHS = {
    m: i
    for i, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1
    )
    for m in names.split()
}  # fmt: skip
_MON = (
    r"(?P<mon>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EARLIER = (
    r"\b(?P<rel>earlier this month|last month|this month|earlier this week|this week|last week|earlier this year"
    r"|this year|last year|next year|late last year|in recent weeks"
    r"|(?:this|last) (?:spring|summer|fall|autumn|winter))\b"
)
_YEAR = r"\b(?:in|since|by|during|of|for|early|late|mid-?) ?(?P<y>(?:19|20)\d\d)\b(?! (?:million|billion|GPUs))"
_FORMS = tuple(
    (name, re.compile(pattern, re.IGNORECASE if name not in ("month", "day", "monthday") else 0))
    for name, pattern in (
        ("iso", r"\b(?P<y>20\d\d|19\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"),
        ("day", rf"\b{_MON} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:, ?| )(?P<y>(?:19|20)\d\d)\b"),
        ("day", rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MON},? (?P<y>(?:19|20)\d\d)\b"),
        ("monthday", rf"\b{_MON} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,? \d{{4}})"),
        ("monthday", rf"\b(?P<d>\d{{1,2}}) {_MON}(?! \d{{4}})"),
        ("month", rf"\b{_MON},? (?P<y>(?:19|20)\d\d)\b"),
        ("quarter", r"\bQ(?P<q>[1-4]) (?P<y>20\d\d)\b|\b(?P<qw>first|second|third|fourth) quarter of (?P<y2>20\d\d)\b"),
        ("half", r"\b(?P<hw>first|second|latter) half of (?:the year|(?P<y>20\d\d))\b|\bH(?P<h>[12]) (?P<y2>20\d\d)\b"),
        ("season", r"\b(?:spring|summer|fall|autumn|winter)(?: of)? (?P<y>20\d\d)\b"),
        ("weekday", r"\b(?:on |last |this )?(?P<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"),
        ("today", r"\b(?P<t>today|yesterday|tonight|this morning)\b"),
        ("earlier", _EARLIER),
        ("inmonth", rf"\b(?:in|since|by|until|to|for|early|late|last|this) (?:early |mid-|late )?{_MON}(?! \d)"),
        ("year", _YEAR),
    )
)  # fmt: skip
#: where a form may stand: no form is longer than this on either side of its own words
_CUES = Places([pattern for _, pattern in _FORMS if not pattern.flags & re.IGNORECASE])
_LOWER_CUES = Places([pattern for _, pattern in _FORMS if pattern.flags & re.IGNORECASE])
_AROUND = 32


@dataclass(frozen=True, slots=True)
class When:
    """A date expression: where it stands, and what it says."""

    start: int
    end: int
    date: str | None  # None: not resolvable
    anchor: str  # absolute, published, none
    form: str
    bounded: str = ""  # "by", "since", "until": no date of an event
    word: str = ""


def published_day(published: str | None) -> date | None:
    """The day of a publish timestamp, in its own zone; none in a year without posts (a program's zero)."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if 1900 < day.year < 2200 else None


def find_when(folded: str, published: str | None, year: int | None = None) -> list[When]:
    """The date expressions of a folded text, in order. ``year``: that of the text, for days and months without one."""
    day, out, taken = published_day(published), list[When](), list[tuple[int, int]]()
    windows = {**_CUES.windows(folded, _AROUND), **_LOWER_CUES.windows(lower(folded), _AROUND)}
    for form, pattern in _FORMS:
        for found in _found(pattern, folded, windows.get(pattern, ())):
            if any(found.start() < e and s < found.end() for s, e in taken):
                continue
            resolved = _resolve(form, found, day, year)
            if resolved is None:
                continue
            taken.append(found.span())
            before = folded[max(0, found.start() - 12) : found.start()].lower().split()
            bounded = before[-1] if before and before[-1] in ("by", "since", "until", "from", "through") else ""
            out.append(When(found.start(), found.end(), resolved[0], resolved[1], form, bounded, found[0].lower()))
    return sorted(out, key=lambda w: w.start)


def _found(pattern: re.Pattern[str], folded: str, windows: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the stretches where its words stand."""
    for start, end in windows:
        yield from pattern.finditer(folded, start, end)


def _resolve(form: str, found: re.Match[str], day: date | None, year: int | None) -> tuple[str | None, str] | None:
    part = {k: v for k, v in found.groupdict().items() if v}
    try:
        return _READERS[form](part, found[0].lower(), day, year)
    except (ValueError, KeyError):
        return None


def _iso(p: dict[str, str], _w: str, _d: date | None, _y: int | None) -> tuple[str, str]:
    return date(int(p["y"]), int(p["m"]), int(p["d"])).isoformat(), "absolute"


def _day(p: dict[str, str], _w: str, _d: date | None, _y: int | None) -> tuple[str, str]:
    return date(int(p["y"]), _month(p), int(p["d"])).isoformat(), "absolute"


def _month(p: dict[str, str]) -> int:
    return _MONTHS[p["mon"].lower()]


def _latest(month: int, dom: int | None, day: date) -> int:
    """The year of a month and day without one: the latest such day not after ten days from the publish date."""
    candidate = date(day.year, month, min(dom or 1, 28))
    return day.year if candidate <= day + timedelta(10) else day.year - 1


def _monthday(p: dict[str, str], _w: str, day: date | None, year: int | None) -> tuple[str | None, str]:
    month, dom = _month(p), int(p["d"])
    if not 1 <= dom <= 31:
        raise ValueError(dom)
    if day is None and year is None:
        return None, "none"
    chosen = year if day is None else _latest(month, dom, day)
    return date(chosen or 0, month, dom).isoformat(), "published"


def _month_year(p: dict[str, str], _w: str, _d: date | None, _y: int | None) -> tuple[str, str]:
    return f"{p['y']}-{_month(p):02d}", "absolute"


def _in_month(p: dict[str, str], word: str, day: date | None, year: int | None) -> tuple[str | None, str]:
    month = _month(p)
    if day is None and year is None:
        return None, "none"
    chosen = year if day is None else _latest(month, None, day)
    if day is not None and word.startswith(("by ", "to ", "until ")):
        chosen = day.year if date(day.year, month, 28) >= day else day.year + 1
    return f"{chosen}-{month:02d}", "published"


_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "latter": 2}


def _quarter(p: dict[str, str], _w: str, _d: date | None, _y: int | None) -> tuple[str, str]:
    return f"{p.get('y') or p['y2']}-Q{p.get('q') or _ORDINAL[p['qw'].lower()]}", "absolute"


def _half(p: dict[str, str], _w: str, day: date | None, year: int | None) -> tuple[str | None, str]:
    chosen = p.get("y") or p.get("y2") or (str(day.year) if day else (str(year) if year else None))
    half = p.get("h") or str(_ORDINAL[p["hw"].lower()])
    return (f"{chosen}-H{half}", "absolute") if chosen else (None, "none")


def _year_of(p: dict[str, str], _w: str, _d: date | None, _y: int | None) -> tuple[str, str]:
    return p["y"], "absolute"


def _weekday(p: dict[str, str], _w: str, day: date | None, _y: int | None) -> tuple[str | None, str]:
    if day is None:
        return None, "none"
    back = (day.weekday() - _DAYS.index(p["wd"].lower())) % 7
    return (day - timedelta(back)).isoformat(), "published"


def _today(_p: dict[str, str], word: str, day: date | None, _y: int | None) -> tuple[str | None, str]:
    if day is None:
        return None, "none"
    return (day - timedelta(1) if "yesterday" in word else day).isoformat(), "published"


def _earlier(_p: dict[str, str], word: str, day: date | None, _y: int | None) -> tuple[str | None, str]:
    if day is None:
        return None, "none"
    month = day.replace(day=1)
    if "last week" in word:
        thursday = day - timedelta(days=day.weekday() + 7 - 3)
        return f"{thursday:%Y-%m}", "published"
    if "recent weeks" in word:
        return f"{day - timedelta(14):%Y-%m}", "published"
    if "last month" in word:
        return f"{month - timedelta(1):%Y-%m}", "published"
    if word.endswith(("spring", "summer", "fall", "autumn", "winter")):
        return str(day.year - (word.startswith("last") and day.month < 7)), "published"
    if "year" in word:
        return str(day.year + (-1 if "last" in word else 1 if "next" in word else 0)), "published"
    return f"{day:%Y-%m}", "published"


_READERS = {
    "iso": _iso, "day": _day, "monthday": _monthday, "month": _month_year, "quarter": _quarter, "half": _half,
    "season": _year_of, "weekday": _weekday, "today": _today, "earlier": _earlier, "inmonth": _in_month,
    "year": _year_of,
}  # fmt: skip
