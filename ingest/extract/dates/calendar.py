"""Arithmetic on days, and the TIMEX3 values of the periods they lie in."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from store.interval import Interval, parse_interval

__all__ = ["interval_of", "next_weekday", "period_value", "shift"]

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_IN_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_VALUE = re.compile(r"(\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d|Q[1-4]|H[12]))?)(?:-WE|T.*)?")
_COARSE = re.compile(r"(\d{2,3})|(\d{4})-(SP|SU|FA|WI)")


def shift(day: date, count: int, unit: str) -> date:
    """The day so many units later (or earlier), at the end of the month where the month is too short.

    Raises ValueError or OverflowError outside of the years 1 to 9999.
    """
    if unit in ("hour", "minute", "second"):
        return day
    if unit not in _IN_MONTHS:
        return day + timedelta(count * {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit])
    months = day.year * 12 + day.month - 1 + count * _IN_MONTHS[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1] if 1 <= year <= 9999 else 1))


def next_weekday(day: date, weekday: int, *, forward: bool, same: bool = True) -> date:
    """The nearest day of that ISO weekday after (or before) a day, itself included if ``same``."""
    step = (weekday - day.isoweekday()) % 7 if forward else -((day.isoweekday() - weekday) % 7)
    if step == 0 and not same:
        step = 7 if forward else -7
    return day + timedelta(step)


def period_value(day: date, unit: str) -> str:
    """The value of the day, week, weekend, month, quarter, half, year, decade or century a day lies in."""
    year, week, _ = day.isocalendar()
    values = {
        "day": f"{day.year:04d}-{day.month:02d}-{day.day:02d}",
        "week": f"{year:04d}-W{week:02d}",
        "fortnight": f"{year:04d}-W{week:02d}",
        "weekend": f"{year:04d}-W{week:02d}-WE",
        "month": f"{day.year:04d}-{day.month:02d}",
        "quarter": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "half": f"{day.year:04d}-H{1 if day.month <= 6 else 2}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year // 10:03d}",
        "century": f"{day.year // 100:02d}",
        "millennium": f"{day.year // 1000}",
    }
    return values[unit]


@lru_cache(maxsize=4096)
def interval_of(value: str) -> Interval | None:
    """The days a DATE or TIME value may lie in; None where it leaves the year open or names no days."""
    if found := _VALUE.fullmatch(value):
        try:
            days = parse_interval(found[1])
        except ValueError:  # a 30th of February in the text names no day
            return None
        return Interval(days.end - timedelta(1), days.end) if days and value.endswith("-WE") else days
    if not (coarse := _COARSE.fullmatch(value)):
        return None
    if coarse[1]:
        span = 10 ** (4 - len(coarse[1]))
        first = int(coarse[1]) * span
        return Interval(date(first, 1, 1), date(first + span - 1, 12, 31)) if first else None
    first_month = date(int(coarse[2]), _SEASONS[coarse[3]], 1)
    return Interval(first_month, shift(first_month, 3, "month") - timedelta(1)) if first_month.year < 9999 else None
