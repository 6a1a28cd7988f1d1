"""Dates that stand for themselves: with a year, a decade, a century."""

from __future__ import annotations

import re
from datetime import date

from ingest.extract.dates.calendar import period_value
from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.lexicon import MONTHS, NUMBERS, SEASONS, words
from ingest.extract.dates.model import Reading
from ingest.extract.dates.parts import DAY, MOD, MONTH, number, ordinal, two_digit_year
from ingest.extract.dates.rules.months import month_day
from store.interval import Interval

__all__ = ["RULES", "YEARS"]

_SEASON = "s=<season>"
_WEEKDAY = r"(?:<this>?<coming>?<wday|wdayab><dot>?<comma>?<the>?)?"
_YEAR = "(?:<comma|of|in>?y=<y4>)"
#: what is counted in thousands is no year
_COUNTED = words("""
    gpus tokens people employees users parameters miles dollars shares points workers jobs troops members
    percent pages feet meters metres kilometers tons barrels megawatts mw gw gigawatts acres rubles yen pounds
    copies units chips servers customers companies developers students homes soldiers refugees deaths votes
    words lines hours watts
""")


def _iso(found: Found, _context: Context) -> Reading | None:
    word, *hour = re.split(r"[t\s]+", found.words()[0].replace("/", "-"))
    day = date.fromisoformat(word[:10])
    return Reading("TIME", f"{day}T{hour[0][:5]}") if hour else Reading("DATE", day.isoformat())


def _slash(found: Found, _context: Context) -> Reading | None:
    first, second, year = found.words()[0].split("/")
    month, day = (first, second) if int(first) <= 12 else (second, first)
    return Reading("DATE", date(two_digit_year(year), int(month), int(day)).isoformat())


def _dotted(found: Found, _context: Context) -> Reading | None:
    day, month, year = found.words()[0].split(".")
    return Reading("DATE", date(int(year), int(month), int(day)).isoformat())


def _week_of(found: Found, context: Context) -> Reading | None:
    """The week of a day: "the week of March 6"."""
    month, day = MONTHS[found["m"]], ordinal(found["d"])
    if found["y"]:
        return Reading("DATE", period_value(date(int(found["y"]), month, day), "week"))
    if context.day is None:
        return None
    reading = month_day(context, month, day, (found.start, found.end))
    return Reading("DATE", period_value(date.fromisoformat(reading.value), "week"), "published")


def _days(found: Found, context: Context) -> Reading | None:
    """Days of one month, "Sept. 5-7, 2025": the value is the first, the interval has them all."""
    month, first, last = MONTHS[found["m"]], ordinal(found["d"]), ordinal(found["d2"])
    if last <= first:
        return None
    if found["y"]:
        start = Reading("DATE", date(int(found["y"]), month, first).isoformat())
    else:
        start = month_day(context, month, first, (found.start, found.end))
    if start.value[0] == "X":
        return start
    day = date.fromisoformat(start.value)
    return Reading("DATE", start.value, start.anchor, Interval(day, day.replace(day=last)))


def _full(found: Found, _context: Context) -> Reading | None:
    return Reading("DATE", date(int(found["y"] or found["y2"]), MONTHS[found["m"]], ordinal(found["d"])).isoformat())


def _month_year(found: Found, _context: Context) -> Reading | None:
    return Reading("DATE", f"{found['y']}-{MONTHS[found['m']]:02d}")


def _month_short_year(found: Found, _context: Context) -> Reading | None:
    return Reading("DATE", f"{two_digit_year(found['y'])}-{MONTHS[found['m']]:02d}")


def _season_year(found: Found, _context: Context) -> Reading | None:
    return Reading("DATE", f"{two_digit_year(found['y'])}-{SEASONS[found['s']]}")


def _spelled_month_year(found: Found, _context: Context) -> Reading | None:
    year = _spelled(found)
    return Reading("DATE", f"{year}-{MONTHS[found['m']]:02d}") if year else None


def _spelled_year(found: Found, _context: Context) -> Reading | None:
    year = _spelled(found)
    return Reading("DATE", str(year)) if year else None


def _spelled_season(found: Found, _context: Context) -> Reading | None:
    year = _spelled(found)
    return Reading("DATE", f"{year}-{SEASONS[found['s']]}") if year else None


def _spelled(found: Found) -> int | None:
    if thousands := found["thousands"]:
        return int(number(thousands.split()) or 0)
    high = NUMBERS[found["high"]]
    low = number(found["low"].split())
    return high * 100 + int(low) if high in (18, 19, 20) and low is not None and low >= 10 else None


def _decade(found: Found, _context: Context) -> Reading | None:
    word = found["decade"]
    if found.before() in _POSSESSIVES:
        return None  # "in her thirties" is an age
    if len(word) != 5 and not {"the", "'", "’", "early", "late", "mid"} & set(found.words()):
        return None
    if len(word) == 5:
        return Reading("DATE", word[:3])
    if word[0].isdigit():
        return Reading("DATE", str(two_digit_year(word))[:3])
    return Reading("DATE", f"19{NUMBERS[_TENS_OF[word]] // 10}") if word in _TENS_OF else None


_POSSESSIVES = words("his her their my our its your")
_TENS_OF = {f"{tens[:-1]}ies": tens for tens, value in NUMBERS.items() if 20 <= value <= 90}


def _century(found: Found, _context: Context) -> Reading | None:
    return Reading("DATE", f"{ordinal(found['n']) - 1:02d}")


def _year(found: Found, context: Context) -> Reading | None:
    before, after = found.before(), found.after()
    if before in ("$", "€", "£", "#") or after in _COUNTED or after in ("%", "$", "+"):
        return None
    tokens = context.tokens
    index = found.span("y")[0]
    if index > found.start:
        return Reading("DATE", found["y"])
    if tokens.glued(index) and before and before not in "'’‘\"“`(-–—/\u2011[,:_*.":
        return None
    if tokens.glued(index) and before == "." and tokens.glued(index - 1):
        return None
    return Reading("DATE", found["y"])


RULES = [
    Rule("year-in-words", r"<the><year>thousands=(<nw><mag>)", _spelled_year),
    Rule("iso", "<iso>", _iso),
    Rule("slash-date", "<slashdate>", _slash),
    Rule("dotted-date", "<dotdate>", _dotted),
    Rule("week-of", rf"<the>?<unit><of>{MONTH}{DAY}{_YEAR}?", _week_of),
    Rule("days", rf"{MONTH}{DAY}<hy|to|through>d2=<d1|d2|d3|dord>{_YEAR}?(?!<units>)", _days),
    Rule("month-day-year", rf"{_WEEKDAY}{MONTH}{DAY}{_YEAR}", _full),
    Rule("day-month-year", rf"{_WEEKDAY}<the>?d=<d1|d2|d3|dord|ord><of|hy>?{MONTH}(?:<hy>y2=<y4>|{_YEAR})", _full),
    Rule("month-year", rf"{MOD}?{MONTH}{_YEAR}", _month_year),
    Rule("month-short-year", rf"{MOD}?{MONTH}<apo>y=<d1|d2|d3|dn>", _month_short_year),
    Rule("season-year", rf"{MOD}?<the>?{_SEASON}{_YEAR}", _season_year),
    Rule("season-short-year", rf"{MOD}?<the>?{_SEASON}<apo>y=<d1|d2|d3|dn>", _season_year),
    Rule("month-spelled-year", rf"{MOD}?{MONTH}high=<nw|tens>low=(<tens><hy>?<nw|one>?)", _spelled_month_year),
    Rule("season-spelled-year", rf"{MOD}?<the>?{_SEASON}<of>high=<nw|tens>low=(<tens><hy>?<nw|one>?)", _spelled_season),
]
_FULL_YEAR = r"<full|calendar>?"
YEARS = [
    Rule(
        "decade",
        r"<the>?<early|mid|late|middle|end|beginning>?<hy|of>*<the>?<apo>?decade=<decade4|decade2|decadew>",
        _decade,
    ),
    Rule("century", r"<the>?<early|mid|late>?<hy>?n=<ord|dord><hy>?<century>", _century),
    Rule("spelled-year", r"high=<nw|tens>low=(<tens><hy>?<nw|one>?)(?!<units|mag>)", _spelled_year),
    Rule(
        "year",
        rf"(?:{MOD}|<post><hy>|<the>?{_FULL_YEAR})?<year>?y=<y4>(?:<and><beyond>|<or><later>)?(?!<hy>?<units|mag>)",
        _year,
    ),
]
