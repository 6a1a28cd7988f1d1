"""Today, last week, later this year, the following month."""

from __future__ import annotations

from datetime import date

from ingest.extract.dates.calendar import period_value, shift
from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.lexicon import UNITS, words
from ingest.extract.dates.model import Reading
from ingest.extract.dates.parts import MOD

__all__ = ["RULES"]

_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "that": 0,
    "same": 0,
    "latest": -1,
}
_UNIT = "u=<unit|year|century|weekend>"
_PERIODS = words("day week month quarter half year decade century weekend fortnight")


def _unresolved(step: int) -> Reading:
    return Reading("DATE", ("PRESENT_REF", "FUTURE_REF", "PAST_REF")[step], "none")


def _near(found: Found, context: Context) -> Reading | None:
    step = {"today": 0, "yesterday": -1, "tomorrow": 1}[found["t"]]
    if found["beyond"]:
        step *= 2
    if context.day is None:
        return _unresolved((step > 0) - (step < 0))
    return Reading("DATE", shift(context.day, step, "day").isoformat(), "published")


def _related(found: Found, context: Context) -> Reading | None:
    unit, rel = UNITS[found["u"]], found["rel"]
    if unit not in _PERIODS:
        return None
    step = _STEPS[rel]
    if rel in ("previous", "following", "that", "same"):
        return _from_previous(context, step, unit)
    if unit == "day" and rel in ("next", "last", "past", "latest", "coming"):
        return _from_previous(context, step, unit) if rel == "next" else None
    if context.day is None:
        return _from_previous(context, step, unit) if found.words()[0] == "the" else _unresolved(step)
    return _counted(context.day, step, unit)


def _counted(day: date, step: int, unit: str) -> Reading:
    if unit in ("decade", "century") and step:
        return Reading("DATE", period_value(shift(day, step, unit), unit), "published")
    return Reading("DATE", period_value(shift(day, step, unit), unit), "published")


def _from_previous(context: Context, step: int, unit: str) -> Reading | None:
    if context.previous is None or not context.can_count(unit):
        return _unresolved(step) if step else None
    return Reading("DATE", period_value(shift(context.previous[0], step, unit), unit), "previous")


def _the(found: Found, context: Context) -> Reading | None:
    """As "The end of the year", "earlier in the week", "year-end"."""
    unit = UNITS[found["u"]]
    if unit not in _PERIODS:
        return None
    if unit == "year" and found.after() in ("ended", "ending", "to"):
        return Reading("DURATION", "P1Y", "none")  # a business year, which ends on a day of its own
    if context.day is None:
        return None
    if unit == "day":
        return _from_previous(context, 0, "day")
    value = period_value(context.day, unit)
    return Reading("DATE", value, "published")


def _weekend(found: Found, context: Context) -> Reading | None:
    if context.day is None:
        return Reading("DATE", "XXXX-WXX-WE", "none")
    ahead = context.direction(found.start, found.end) == "future" or context.day.isoweekday() >= 6
    return Reading(
        "DATE", period_value(context.day if ahead else shift(context.day, -1, "week"), "weekend"), "published"
    )


def _year_end(_found: Found, context: Context) -> Reading | None:
    if context.day is None:
        return _unresolved(1)
    return Reading("DATE", f"{context.day.year}", "published")


RULES = [
    Rule("day-beyond", r"<the>?<unit>beyond=<before|after>t=<yesterday|tomorrow>", _near),
    Rule("near-day", rf"{MOD}?t=<today|yesterday|tomorrow>", _near),
    Rule(
        "year-of",
        rf"{MOD}?<the>?(?:<this>?rel=<last|next|this|coming|past|previous|following|that|same|current|latest>)<same>?<fiscal|calendar|full>?{_UNIT}",
        _related,
    ),
    Rule(
        "period-part",
        rf"<about>?<the>?(?:<end|beginning|middle><of>|<earlier|later|late|early><in|on>)<the><fiscal|full|calendar>?{_UNIT}",
        _the,
    ),
    Rule("year-end", r"<about>?<the>?u=<year>(?:<apo><s>)?<hy>?<end>", _year_end),
    Rule("the-weekend", rf"{MOD}?<the>u=<weekend>", _weekend),
    Rule("the-year", r"<the><fiscal|full|calendar>?u=<year>(?!<y4>)", _the),
]
