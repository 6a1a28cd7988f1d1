"""Dates that stand for themselves: with a year, a decade, a century."""

from __future__ import annotations

from datetime import date

from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.lexicon import MONTHS, NUMBERS, SEASONS
from ingest.extract.dates.model import Reading
from ingest.extract.dates.parts import DAY, MOD, MONTH, number, ordinal, two_digit_year

__all__ = ["RULES", "YEARS"]

_SEASON = "s=<season>"
_WEEKDAY = r"(?:<this>?<coming>?<wday|wdayab><dot>?<comma>?<the>?)?"
_YEAR = "(?:<comma|of|in>?y=<y4>)"
#: what is counted in thousands is no year
_COUNTED = frozenset(
    "gpus tokens people employees users parameters miles dollars shares points workers jobs troops members percent pages "
    "feet meters metres kilometers tons barrels megawatts mw gw gigawatts acres rubles yen pounds copies units chips "
    "servers customers companies developers students homes soldiers refugees deaths votes words lines hours watts".split()
)


def _iso(found: Found, context: Context) -> Reading | None:
    word = found.words()[0]
    day = date.fromisoformat(word[:10])
    return Reading("TIME", f"{day}T{word[11:16]}") if len(word) > 10 else Reading("DATE", day.isoformat())


def _slash(found: Found, context: Context) -> Reading | None:
    first, second, year = found.words()[0].split("/")
    month, day = (first, second) if int(first) <= 12 else (second, first)
    return Reading("DATE", date(two_digit_year(year), int(month), int(day)).isoformat())


def _full(found: Found, context: Context) -> Reading | None:
    return Reading("DATE", date(int(found["y"]), MONTHS[found["m"]], ordinal(found["d"])).isoformat())


def _month_year(found: Found, context: Context) -> Reading | None:
    return Reading("DATE", f"{found['y']}-{MONTHS[found['m']]:02d}")


def _month_short_year(found: Found, context: Context) -> Reading | None:
    return Reading("DATE", f"{two_digit_year(found['y'])}-{MONTHS[found['m']]:02d}")


def _season_year(found: Found, context: Context) -> Reading | None:
    return Reading("DATE", f"{found['y']}-{SEASONS[found['s']]}")


def _spelled_month_year(found: Found, context: Context) -> Reading | None:
    year = _spelled(found)
    return Reading("DATE", f"{year}-{MONTHS[found['m']]:02d}") if year else None


def _spelled_year(found: Found, context: Context) -> Reading | None:
    year = _spelled(found)
    return Reading("DATE", str(year)) if year else None


def _spelled_season(found: Found, context: Context) -> Reading | None:
    year = _spelled(found)
    return Reading("DATE", f"{year}-{SEASONS[found['s']]}") if year else None


def _spelled(found: Found) -> int | None:
    if thousands := found["thousands"]:
        return int(number(thousands.split()) or 0)
    high = NUMBERS[found["high"]]
    low = number(found["low"].split())
    return high * 100 + int(low) if high in (18, 19, 20) and low is not None and low >= 10 else None


def _decade(found: Found, context: Context) -> Reading | None:
    word = found["decade"]
    if len(word) == 5:
        return Reading("DATE", word[:3])
    if word[0].isdigit():
        return Reading("DATE", str(two_digit_year(word))[:3])
    return Reading("DATE", f"19{NUMBERS[_TENS_OF[word]] // 10}") if word in _TENS_OF else None


_TENS_OF = {tens[:-1] + "ies": tens for tens in "twenty thirty forty fifty sixty seventy eighty ninety".split()}


def _century(found: Found, context: Context) -> Reading | None:
    return Reading("DATE", f"{ordinal(found['n']) - 1:02d}")


def _year(found: Found, context: Context) -> Reading | None:
    before, after = found.before(), found.after()
    if before in ("$", "€", "£", "#") or after in _COUNTED or after in ("%", "$"):
        return None
    tokens = context.tokens
    index = found.span("y")[0]
    if tokens.glued(index) and before and before not in "'’‘\"“`(-–—/\u2011[,:_*.":
        return None
    if tokens.glued(index) and before == "." and tokens.glued(index - 1):
        return None
    return Reading("DATE", found["y"])


RULES = [
    Rule("year-in-words", r"<the><year>thousands=(<nw><mag>)", _spelled_year),
    Rule("iso", "<iso>", _iso),
    Rule("slash-date", "<slashdate>", _slash),
    Rule("month-day-year", rf"{_WEEKDAY}{MONTH}{DAY}{_YEAR}", _full),
    Rule("day-month-year", rf"{_WEEKDAY}d=<d1|d2|d3|dord|ord><of>?{MONTH}{_YEAR}", _full),
    Rule("month-year", rf"{MOD}?{MONTH}{_YEAR}", _month_year),
    Rule("month-short-year", rf"{MOD}?{MONTH}<apo>y=<d1|d2|d3|dn>", _month_short_year),
    Rule("season-year", rf"{MOD}?<the>?{_SEASON}{_YEAR}", _season_year),
    Rule("month-spelled-year", rf"{MOD}?{MONTH}high=<nw>low=(<tens|nw><hy>?<nw|one>?)", _spelled_month_year),
    Rule("season-spelled-year", rf"{MOD}?<the>?{_SEASON}<of>high=<nw>low=(<tens|nw><hy>?<nw|one>?)", _spelled_season),
]
_FULL_YEAR = r"<full|calendar>?"
YEARS = [
    Rule(
        "decade", rf"<the>?<early|mid|late|middle|end|beginning>?<hy|of>*<the>?<apo>?decade=<decade4|decade2>", _decade
    ),
    Rule("century", r"<the>?<early|mid|late>?<hy>?n=<ord|dord><hy>?<century>", _century),
    Rule("spelled-year", r"high=<nw>low=(<tens|nw><hy>?<nw|one>?)(?!<units|mag>)", _spelled_year),
    Rule(
        "year",
        rf"(?:{MOD}|<post><hy>|<the>?{_FULL_YEAR})?<year>?y=<y4>(?:<and><beyond>|<or><later>)?(?!<hy>?<units|mag>)",
        _year,
    ),
]
