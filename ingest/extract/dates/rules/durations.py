"""Spans: "two years", "a six-month", "the past few weeks", "for years"."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from ingest.extract.dates.calendar import shift
from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.lexicon import UNITS, words
from ingest.extract.dates.model import SKIP, Reading
from ingest.extract.dates.parts import DURATION_MOD, NUMBER, duration, number
from store.interval import Interval

__all__ = ["RULES"]

_UNIT = "u=<unit|units|year|quarter|quarters|century>"
_SIDE = "side=<last|past|latest|recent|previous|next|coming|following>"
_FIXED = "<ord|second|final|early|those|these|full>"
_TAIL = r"(?:<hy>?<long|old>(?![^\W]))?(?:<or><so>)?"


def _span(found: Found, context: Context) -> Reading | None:
    unit = UNITS[found["u"]]
    words = found["n"].split()
    count = number(words) if words else Fraction(1)
    if (words and _is_year(found, words)) or (count is not None and count > 100_000):
        return None
    if found["u"] == "quarters" and words[-1:] != ["-"] and "-" in found.words() and count is not None and count < 4:
        return SKIP  # "three-quarters" of something
    value = duration(count, unit)
    side = found["side"]
    if not words and unit == "day" and found.after() == "of":
        return None  # "the last day of March" is no span
    if not side:
        return _within(found, context, value, count, unit)
    interval = _beside(context, count, unit, ahead=side in ("next", "coming", "following"))
    return Reading("DURATION", value, "published" if interval else "none", interval)


def _within(found: Found, context: Context, value: str, count: Fraction | None, unit: str) -> Reading:
    """A span; "within a week" is counted from the days of the expression before, if one was resolved."""
    if found.before() != "within" or context.days is None or count is None or unit in ("hour", "minute", "second"):
        return Reading("DURATION", value, "none")
    return Reading(
        "DURATION", value, "previous", Interval(context.days.start, shift(context.days.end, ceil(count), unit))
    )


def _is_year(found: Found, words: list[str]) -> bool:
    """As "1998 day" is no span: a bare year before a singular unit without a hyphen."""
    return len(words) == 1 and len(words[0]) == 4 and words[0][:2] in ("19", "20") and not found["u"].endswith("s")


def _beside(context: Context, count: Fraction | None, unit: str, *, ahead: bool) -> Interval | None:
    """The days of a span that touches the publish date."""
    if context.day is None or count is None or unit in ("hour", "minute", "second"):
        return None
    other = shift(context.day, round(count) if ahead else -round(count), unit)
    return Interval(context.day, other) if ahead else Interval(other, context.day)


def _vague_side(found: Found, context: Context) -> Reading | None:
    """As "recent weeks": no count is told, but not more than the next larger unit is meant."""
    unit = UNITS[found["u"]]
    interval = None
    if found["side"] in ("past", "recent") and unit in _RECENT:
        interval = _beside(context, Fraction(_RECENT[unit]), "day", ahead=False)
    return Reading("DURATION", duration(None, unit), "published" if interval else "none", interval)


def _bare(found: Found, _context: Context) -> Reading | None:
    """As "For years", "within weeks", "decades-long": a plural alone is a span after the words that measure."""
    if found.before() in _MEASURES or found.words()[-1] in ("ahead", "long"):
        return Reading("DURATION", duration(None, UNITS[found["u"]]), "none")
    return None


_RECENT = {"day": 7, "week": 28}
_MEASURES = words("for in within over after before through takes took take lasted last lasts spent of")


def _one(found: Found, context: Context) -> Reading | None:
    """As "A year" is a span, if it is not a rate ("$5 a year", "twice a week")."""
    before = found.before()
    if before in ("such", "once", "twice", "times") or (found["u"] == "quarter" and found.after() == "of"):
        return None
    unit = UNITS[found["u"]]
    return _within(found, context, duration(Fraction(1), unit), Fraction(1), unit)


def _age(_found: Found, _context: Context) -> Reading | None:
    """The age of a person or a thing dates nothing."""
    return SKIP


def _one_and_half(found: Found, _context: Context) -> Reading | None:
    return Reading("DURATION", duration(Fraction(3, 2), UNITS[found["u"]]), "none")


def _while(_found: Found, _context: Context) -> Reading | None:
    return Reading("DURATION", "PXX", "none")


_MORE = "<trading|more|full|fiscal>*"
_SINGLE = "u=<unit|year|quarter|century>"
RULES = [
    Rule("age", rf"<a|the>?n=({NUMBER})<hy>?u=<unit|units|year><hy>?<old>", _age),
    Rule("span-beside", rf"{DURATION_MOD}*<the|these|those|its>?{_SIDE}n=({NUMBER})<hy>?{_MORE}{_UNIT}{_TAIL}", _span),
    Rule("span-one-beside", rf"{DURATION_MOD}*<the>side=<past|last|coming|next>{_SINGLE}", _span),
    Rule(
        "span-vague-beside",
        r"<the>?side=<past|recent|coming|future>u=<units|quarters>(?:<and|or><units>)?",
        _vague_side,
    ),
    Rule("span-fixed", rf"<the>{_FIXED}n=({NUMBER})<hy>?{_MORE}{_UNIT}", _span),
    Rule("span-first", rf"<the>{_FIXED}u=<units>", _vague_side),
    Rule("span-adjective", rf"{DURATION_MOD}*n=({NUMBER})<hy>?{_MORE}<hy>?{_SINGLE}{_TAIL}", _span),
    Rule("span", rf"{DURATION_MOD}*(?:<the>|<a>?<additional>)?n=({NUMBER})<hy>?{_MORE}<hy>?{_UNIT}{_TAIL}", _span),
    Rule("span-half-more", r"<a>u=<unit|year|century><and><a><halfword>", _one_and_half),
    Rule(
        "span-one",
        rf"(?:{DURATION_MOD}|<over>)*(?:<a><full|more>?|<a>?<additional>)<hy>?{_SINGLE}(?:<or><so>)?(?!<hy>?<ago|earlier>)",
        _one,
    ),
    Rule("span-plural", r"<the>?u=<units>(?:<or|and><units>|<ahead>|<hy><long>)?", _bare),
    Rule("while", r"<a><long>?<while>|<few><time>", _while),
]
