"""So many units ago, earlier, later, from now: counted from the publish date or from the expression before."""

from __future__ import annotations

from fractions import Fraction

from ingest.extract.dates.calendar import period_value, shift
from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.lexicon import UNITS
from ingest.extract.dates.model import Reading
from ingest.extract.dates.parts import DURATION_MOD, NUMBER, duration, number
from store.interval import Interval

__all__ = ["RULES", "amount"]

_COUNT = rf"(?:n=({NUMBER})|n1=<a>)<hy>?<trading|more>?"
_UNIT = "u=<unit|units|year|quarter|quarters|century|weekend|weekends|second>"


def amount(found: Found) -> Fraction | None:
    """The count under "n" ("a" is one); None if the words leave it open."""
    return number(found["n"].split()) if found["n"] else Fraction(1)


def _ago(found: Found, context: Context) -> Reading | None:
    unit = UNITS[found["u"]]
    count = amount(found) if found["n"] or found["n1"] else None
    if count is None or unit in ("hour", "minute", "second"):
        return Reading(
            "DATE", "PAST_REF" if unit not in ("hour", "minute", "second") else duration(count, unit), "none"
        )
    if context.day is None:
        return Reading("DATE", "PAST_REF", "none")
    spoken = context.periods.get("quarter")
    if (
        unit == "year"
        and count == 1
        and context.previous
        and spoken
        and context.previous[1] in ("quarter", "month", "day")
    ):
        return _same_period(context)
    return _moved(context, -count, unit)


def _same_period(context: Context) -> Reading:
    """In a report of quarters "a year ago" is the same quarter of the year before."""
    return Reading("DATE", period_value(shift(context.periods["quarter"], -1, "year"), "quarter"), "previous")


def _moved(context: Context, count: Fraction, unit: str) -> Reading | None:
    if context.day is None:
        return None
    unit, whole = ("month", count * 12) if unit == "year" and count.denominator > 1 else (unit, count)
    step = round(whole)
    return Reading(
        "DATE", period_value(shift(context.day, step, unit), "year" if unit == "decade" else unit), "published"
    )


def _from_previous(found: Found, context: Context) -> Reading | None:
    unit = UNITS[found["u"]]
    count = amount(found) if found["n"] or found["n1"] else None
    back = found["way"] in ("earlier", "before", "previously")
    if count is None or unit in ("hour", "minute", "second"):
        interval = None if back else _soon_after(context, unit)
        return Reading("DURATION", duration(count, unit), "previous" if interval else "none", interval)
    if (
        unit == "year"
        and context.periods.get("quarter")
        and back
        and context.previous
        and context.previous[1] != "year"
    ):
        return _same_period(context)
    pivot = context.previous
    if pivot is None or (context.day and back and unit == "year"):
        if context.day is None:
            return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", "none")
        return _moved(context, -count if back else count, unit)
    if not context.can_count(unit):
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", "none")
    moved = shift(pivot[0], round(-count if back else count), unit)
    finest = unit if unit != "decade" else "year"
    return Reading("DATE", period_value(moved, finest), "previous")


_LARGER = {"day": "week", "week": "month", "month": "year"}


def _soon_after(context: Context, unit: str) -> Interval | None:
    """The days after the expression before, "days later": up to the next larger unit."""
    if context.days is None or unit not in _LARGER:
        return None
    return Interval(context.days.start, shift(context.days.end, 1, _LARGER[unit]))


def _from_now(found: Found, context: Context) -> Reading | None:
    count, unit = amount(found), UNITS[found["u"]]
    if count is None or context.day is None or unit in ("hour", "minute", "second"):
        return Reading("DATE", "FUTURE_REF", "none")
    return _moved(context, count, unit)


_SO = "(?:<or><so>)?"
RULES = [
    Rule("ago", rf"(?:{DURATION_MOD}|<about>|<over>)*{_COUNT}{_UNIT}{_SO}<hy>?<ago>", _ago),
    Rule("vaguely-ago", rf"{_UNIT}<ago>", _ago),
    Rule("counted-from", rf"(?:{DURATION_MOD}|<about>|<over>)*{_COUNT}{_UNIT}{_SO}way=<earlier|later>", _from_previous),
    Rule("vaguely-later", r"u=<units|quarters>way=<later|earlier>", _from_previous),
    Rule("from-now", rf"(?:{DURATION_MOD}|<about>|<over>)*{_COUNT}{_UNIT}(?:<from><now|today>|<hence>)", _from_now),
]
