"""Named days of the year."""

from __future__ import annotations

from datetime import date, timedelta

from ingest.extract.dates.calendar import next_weekday
from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.model import Anchor, Reading

__all__ = ["RULES"]

_FIXED = {
    "christmas": (12, 25),
    "halloween": (10, 31),
    "new year": (1, 1),
    "valentine": (2, 14),
    "veterans": (11, 11),
    "boxing": (12, 26),
}
#: month, ISO weekday, which one of the month (negative: from its end)
_MOVING = {
    "thanksgiving": (11, 4, 4), "labor": (9, 1, 1), "labour": (9, 1, 1), "memorial": (5, 1, -1),
    "presidents": (2, 1, 3),
    "columbus": (10, 1, 2),
}  # fmt: skip


def holiday(name: str, year: int) -> date | None:
    """The day of a named day in a year; None for names whose day is not a matter of this calendar."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name == "easter":
        return _easter(year)
    if name == "black":  # the Friday after Thanksgiving
        return next_weekday(date(year, 11, 1), 4, forward=True) + timedelta(22)
    if name == "election":  # the Tuesday after the first Monday of November
        return next_weekday(date(year, 11, 1), 1, forward=True) + timedelta(1)
    if name not in _MOVING:
        return None
    month, weekday, nth = _MOVING[name]
    if nth < 0:
        return next_weekday(date(year, month + 1, 1) - timedelta(1), weekday, forward=False)
    return next_weekday(date(year, month, 1), weekday, forward=True) + timedelta(7 * (nth - 1))


def _easter(year: int) -> date:
    """Gauss's rule in the form of Meeus, Astronomical Algorithms, chapter 8."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    lag = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * lag) // 433
    month = (h + lag - 7 * m + 90) // 25
    return date(year, month, (h + lag - 7 * m + 33 * month + 19) % 32)


def _named(found: Found, context: Context) -> Reading | None:
    name = found["h"]
    if found["y"]:
        day = holiday(name, int(found["y"]))
        return _day(found, day, "absolute") if day else None
    if context.day is None:
        return None
    days = [d for year in range(context.day.year - 1, context.day.year + 2) if (d := holiday(name, year))]
    if not days:
        return None
    pivot = context.day
    if found["rel"] == "last" or (not found["rel"] and context.direction(found.start, found.end) == "past"):
        days = [d for d in days if d <= pivot]
    elif found["rel"] == "next" or context.direction(found.start, found.end) == "future":
        days = [d for d in days if d >= pivot]
    return _day(found, min(days, key=lambda d: abs((d - pivot).days)), "published")


def _day(found: Found, day: date, anchor: Anchor) -> Reading:
    if found["eve"]:
        day -= timedelta(1)
    if found["week"]:
        return Reading("DATE", "{}-W{:02d}".format(*day.isocalendar()), anchor)
    return Reading("DATE", day.isoformat(), anchor)


_ALONE = ("thanksgiving", "christmas", "easter", "halloween")


def _counted(found: Found, context: Context) -> Reading | None:
    """Some names are words like others ("labor", "new year") unless "day" or "eve" follows."""
    if not (found["day"] or found["eve"] or found["week"] or found["h"] in _ALONE):
        return None
    return _named(found, context)


RULES = [
    Rule(
        "holiday",
        r"rel=<last|next|this>?h=(<holiday>|<new><year>|<labor>|<black>)(?:<apo>?<s>)?(?:day=<unit>|eve=<eve>|week=<unit>)?(?:<comma|of>?y=<y4>)?",
        _counted,
    ),
]
