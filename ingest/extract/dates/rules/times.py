"""Times of the day, alone or with their day: "10 p.m. Wednesday", "this morning", "noon"."""

from __future__ import annotations

import re

from ingest.extract.dates.calendar import shift
from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.lexicon import MONTHS, NUMBERS, PARTS, WEEKDAYS
from ingest.extract.dates.model import Anchor, Reading
from ingest.extract.dates.parts import MOD, ordinal
from ingest.extract.dates.rules.months import month_day
from ingest.extract.dates.rules.weekdays import weekday_value

__all__ = ["RULES"]

_ZONE = r"(?:<local><time>|<tz><time>?)?"
_DAY = (
    r"(?:<comma>?<on|of>?(?:(?:<this>?rel=<last|next|this>?)w=<wday|wdayab>(?:(?<=<wdayab>)<dot>)?(?:<comma>?m=<month|monthab|maymarch>(?:(?<=<monthab>)<dot>)?d=<d1|d2|d3|dord>(?:<comma>?y3=<y4>)?)?"
    r"|m2=<month|monthab|maymarch>(?:(?<=<monthab>)<dot>)?d2=<d1|d2|d3|dord>(?:<comma>?y=<y4>)?|near=<today|yesterday|tomorrow>))?"
)
_CLOCK = re.compile(r"(\d{1,2})(?::?(\d\d))?")


def _day(found: Found, context: Context) -> tuple[str, Anchor]:
    """The day a time is told with: named behind it, or the publish date."""
    span = (found.start, found.end)
    month, day = (found["m"], found["d"]) if found["m"] else (found["m2"], found["d2"])
    if month and (year := found["y"] or found["y3"]):
        return f"{year}-{MONTHS[month]:02d}-{ordinal(day):02d}", "absolute"
    if month:
        reading = month_day(context, MONTHS[month], ordinal(day), span)
        return reading.value, reading.anchor
    if found["w"]:
        return weekday_value(context, found["w"], found["rel"], span)
    if context.day is None:
        return "XXXX-XX-XX", "none"
    step = {"yesterday": -1, "tomorrow": 1}.get(found["near"], 0)
    if not found["near"] and context.previous and context.previous[1] == "day" and _near_previous(found, context):
        return context.previous[0].isoformat(), "previous"
    return shift(context.day, step, "day").isoformat(), "published"


def _near_previous(_found: Found, _context: Context) -> bool:
    return False


def _clock(found: Found, context: Context) -> Reading | None:
    digits = _CLOCK.match(found["c"].replace(".", ":", 1))
    hour = int(digits[1]) if digits else NUMBERS.get(found["c"], 99)
    minute = digits[2] if digits and digits[2] else "00"
    half = (found["half"] or found["c"].lstrip("0123456789:. "))[:1]
    if found["part"] in ("afternoon", "evening", "night"):
        half = "p"
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 24 or int(minute) > 59:
        return None
    day, anchor = _day(found, context)
    return Reading("TIME", f"{day}T{hour:02d}:{minute}", anchor)


def _after_weekday(found: Found, context: Context) -> Reading | None:
    """The weekday before its hour: "Thursday 11pm", "Tuesday at 9 a.m. ET"."""
    return _clock(found, context)


def _plain_clock(found: Found, context: Context) -> Reading | None:
    """As "16:30" and "4.30" alone are times only after "at" or with a zone; else they are scores and ratios."""
    if found.before() in ("at", "by", "until", "from", "since", "around", "about", "before", "after") or found["zone"]:
        return _clock(found, context)
    return None


def _noon(found: Found, context: Context) -> Reading | None:
    day, anchor = _day(found, context)
    return Reading("TIME", f"{day}T{'24:00' if found['n'] == 'midnight' else '12:00'}", anchor)


def _part(found: Found, context: Context) -> Reading | None:
    rel, part = found["rel"], PARTS[found["p"]]
    if context.day is None:
        return Reading("TIME", f"XXXX-XX-XXT{part}", "none")
    if rel in ("next", "following", "that", "same", "previous") and context.previous and context.previous[1] == "day":
        step = {"next": 1, "following": 1, "previous": -1}.get(rel, 0)
        return Reading("TIME", f"{shift(context.previous[0], step, 'day')}T{part}", "previous")
    step = {"last": -1, "next": 1, "yesterday": -1, "tomorrow": 1}.get(rel, 0)
    return Reading("TIME", f"{shift(context.day, step, 'day')}T{part}", "published")


def _the_part(found: Found, context: Context) -> Reading | None:
    if found.before() not in ("in", "during", "through", "of", "by", "until"):
        return None
    return _part(found, context)


def _mid_part(found: Found, context: Context) -> Reading | None:
    day, anchor = _day(found, context)
    return Reading("TIME", f"{day}T{PARTS[found['p']]}", anchor)


def _tonight(_found: Found, context: Context) -> Reading | None:
    if context.day is None:
        return Reading("TIME", "XXXX-XX-XXTNI", "none")
    return Reading("TIME", f"{context.day}TNI", "published")


RULES = [
    Rule("clock-half", rf"<about>?c=<clock|d1|dec|nw|one>half=<ampm><dot>?{_ZONE}{_DAY}", _clock),
    Rule(
        "weekday-clock",
        rf"w=<wday><comma>?<at>?c=(<clock|d1|dec><ampm>|<ampmtime>|<clock>(?=<tz>)){_ZONE}",
        _after_weekday,
    ),
    Rule("clock-glued", rf"<about>?c=<ampmtime>{_ZONE}{_DAY}", _clock),
    Rule("clock-oclock", rf"<about>?c=<d1|nw|one><oclock>(?:<in><the>part=<part>)?{_ZONE}{_DAY}", _clock),
    Rule("clock-part", rf"<about>?c=<d1|clock|nw|one><in><the>part=<part>{_DAY}", _clock),
    Rule("clock", rf"<about>?c=<clock>zone=(<tz>?){_DAY}", _plain_clock),
    Rule("noon", rf"n=<noon|midnight>{_ZONE}{_DAY}", _noon),
    Rule(
        "part",
        rf"{MOD}?<the>?rel=<this|last|next|following|that|same|previous|yesterday|tomorrow><early|late>?<hy>?p=<part>",
        _part,
    ),
    Rule("mid-part", rf"<mid|early|late><hy>?p=<part>{_DAY}", _mid_part),
    Rule("the-part", r"<the><early|late>?p=<part>", _the_part),
    Rule("tonight", r"<tonight|overnight>", _tonight),
]
_ = WEEKDAYS
