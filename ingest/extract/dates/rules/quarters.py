"""Quarters, halves and fiscal years. A fiscal year is read as the calendar year of its number."""

from __future__ import annotations

from datetime import date

from ingest.extract.dates.calendar import period_value, shift
from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.model import Anchor, Reading
from ingest.extract.dates.parts import MOD, ordinal, two_digit_year

__all__ = ["RULES"]

_ORDINAL = r"n=<ord|second|dord|last|latter|final>"
_THE = r"(?:<the|this>?<fiscal|full|calendar>?<hy>?)"
_OF = (
    r"(?:(?:<of|in|comma>?<fiscal|calendar>?(?:y=<y4|fyear>|<apo>y2=<d2|d3|dn>"
    r"|<the>?rel=<last|this|next|previous|same|current><fiscal>?<year>))?)"
)


def _nth(word: str, last: int) -> int:
    return last if word in ("last", "latter", "final") else ordinal(word)


def _quarter(found: Found, context: Context) -> Reading | None:
    number = _nth(found["n"], 4)
    if not 1 <= number <= 4:
        return None
    if found["plural"]:
        return Reading("SET", f"XXXX-Q{number}", "none")
    if found["n"] == "last" and not found["y"]:
        return None
    return _placed(found, context, f"Q{number}", date(2000, 3 * number - 2, 1).month, 3)


def _half(found: Found, context: Context) -> Reading | None:
    number = _nth(found["n"], 2)
    if number not in (1, 2) or not (found["y"] or found["rel"] or found["year"]):
        return None
    return _placed(found, context, f"H{number}", 6 * number - 5, 6)


def _placed(found: Found, context: Context, name: str, first_month: int, months: int) -> Reading:
    if named := found["y"] or found["y2"]:
        return Reading("DATE", f"{two_digit_year(named)}-{name}")
    if found["ago"]:
        return _year_before(found, context, name)
    if context.day is None:
        return Reading("DATE", f"XXXX-{name}", "none")
    if found["rel"]:
        return Reading("DATE", f"{context.day.year + _YEARS[found['rel']]}-{name}", "published")
    year = _year_by_tense(context, context.day, first_month, months, found)
    return Reading("DATE", f"{year}-{name}", "published")


_YEARS = {"last": -1, "previous": -1, "this": 0, "same": 0, "current": 0, "next": 1}


def _year_before(_found: Found, context: Context, name: str) -> Reading:
    previous = context.periods.get("quarter")
    if previous and name == period_value(previous, "quarter")[5:]:
        return Reading("DATE", f"{previous.year - 1}-{name}", "previous")
    return Reading(
        "DATE",
        f"{context.day.year - 1}-{name}" if context.day else f"XXXX-{name}",
        "published" if context.day else "none",
    )


def _year_by_tense(context: Context, day: date, first_month: int, months: int, found: Found) -> int:
    """The nearest on the side the verb points to; figures of a quarter are told after it."""
    direction = context.direction(found.start, found.end)
    if direction != "future":
        return day.year if months == 6 or first_month <= day.month else day.year - 1
    middle = first_month + (months - 1) / 2
    apart = {y: (y - day.year) * 12 + middle - day.month for y in (day.year - 1, day.year, day.year + 1)}
    return min(apart, key=lambda y: abs(apart[y]) * (1 if apart[y] > 0 else 3))


def _coded(found: Found, context: Context) -> Reading | None:
    word = found["code"]
    if len(word) > 2:  # 3Q25, Q325, 1H26
        letter = "Q" if "q" in word else "H"
        number, year = (word[0], word[2:]) if word[1] in "qh" else (word[1], word[2:])
        return Reading("DATE", f"{two_digit_year(year)}-{letter}{number}")
    number = word.strip("qh")
    letter = "Q" if "q" in word else "H"
    if named := found["y"] or found["y2"]:
        return Reading("DATE", f"{two_digit_year(named)}-{letter}{number}")
    if letter == "H" and not found["rel"]:
        return None
    months = 3 if letter == "Q" else 6
    return _placed(found, context, f"{letter}{number}", months * int(number) - months + 1, months)


def _fiscal_year(found: Found, _context: Context) -> Reading | None:
    return Reading("DATE", str(two_digit_year(found["y"])))


def _the_quarter(found: Found, context: Context) -> Reading | None:
    """As "The quarter", "the latest period": the one spoken of, or the last that is over."""
    if found["unit"] == "period" and not context.periods.get("quarter"):
        return None
    return _spoken_of(context, 0)


def _spoken_of(context: Context, years: int) -> Reading | None:
    spoken = context.periods.get("quarter")
    anchor: Anchor = "previous"
    if spoken is None:
        if context.day is None:
            return None
        spoken, anchor = shift(context.day, -1, "quarter"), "published"
    return Reading("DATE", period_value(shift(spoken, years, "year"), "quarter"), anchor)


def _related_quarter(found: Found, context: Context) -> Reading | None:
    rel = found["rel"]
    if rel in ("previous", "following", "that", "same"):
        return _from_previous(context, {"previous": -1, "following": 1, "that": 0, "same": 0}[rel])
    if context.day is None:
        return Reading(
            "DATE", {"this": "PRESENT_REF", "current": "PRESENT_REF", "last": "PAST_REF"}.get(rel, "FUTURE_REF"), "none"
        )
    step = {"this": 0, "current": 0, "last": -1, "latest": -1, "past": -1}.get(rel, 1)
    return Reading("DATE", period_value(shift(context.day, step, "quarter"), "quarter"), "published")


def _from_previous(context: Context, step: int) -> Reading | None:
    spoken = context.periods.get("quarter")
    if spoken is None:
        return None
    return Reading("DATE", period_value(shift(spoken, step, "quarter"), "quarter"), "previous")


def _year_ago_quarter(found: Found, context: Context) -> Reading | None:
    previous = context.periods.get("quarter")
    if previous is None and found["unit"] != "quarter":
        return _year_ago_day(context)
    return _spoken_of(context, -1)


def _year_ago_day(context: Context) -> Reading | None:
    if context.day is None:
        return Reading("DATE", "PAST_REF", "none")
    return Reading("DATE", str(context.day.year - 1), "published")


def _of_year(found: Found, context: Context) -> Reading | None:
    """As "This year's third quarter", "the 1988 second quarter", "next year's first quarter"."""
    name = f"Q{_nth(found['n'], 4)}" if found["n"] else ""
    if found["y"]:
        year, anchor = int(found["y"]), "absolute"
    elif context.day:
        year, anchor = context.day.year + _YEARS[found["rel"]], "published"
    else:
        return Reading("DATE", f"XXXX-{name}" if name else "PAST_REF", "none")
    if name:
        return Reading("DATE", f"{year}-{name}", "absolute" if anchor == "absolute" else "published")
    spoken = context.periods.get("quarter")
    if spoken and found["unit"] in ("quarter", "period"):
        return Reading("DATE", f"{year}-{period_value(spoken, 'quarter')[5:]}", "previous")
    return (
        Reading("DATE", str(year), "absolute" if anchor == "absolute" else "published")
        if found["unit"] == "period"
        else None
    )


RULES = [
    Rule(
        "quarter-of-named-year",
        rf"(?:{MOD})?(?:<the>?y=<y4>|rel=<this|last|next><year><apo><s>)(?:n=<ord|second|dord><hy>?)?unit=<quarter|period>",
        _of_year,
    ),
    Rule("quarter-adjective", r"<fiscal>?<hy>?n=<ord|second|dord><hy><quarter>", _quarter),
    Rule(
        "quarter",
        rf"{MOD}?{_THE}<year>?<hy>?ago=<ago|earlier>?{_ORDINAL}<hy>?<fiscal>?(?:<quarter>|plural=<quarters>){_OF}",
        _quarter,
    ),
    Rule(
        "year-ago-quarter", r"<the>?<corresponding>?<year><hy>?<ago|earlier>unit=<quarter|period>?", _year_ago_quarter
    ),
    Rule("half", rf"{MOD}?{_THE}{_ORDINAL}<hy>?<halfword>(?:<of>?<the>year=<year>|{_OF})", _half),
    Rule("coded-quarter", rf"{MOD}?<the|its>?<fiscal>?code=<qyear|hyear|q|h>{_OF}", _coded),
    Rule("fiscal-year", rf"{MOD}?<the>?(?:<fiscal><year>?<hy>?|<fy>)<apo>?y=<y4|d2|d3|dn>", _fiscal_year),
    Rule("fiscal-code", rf"{MOD}?y=<fyear>", _fiscal_year),
    Rule(
        "related-quarter",
        rf"{MOD}?<the>?rel=<this|last|next|current|previous|following|that|same|coming|latest><fiscal>?<quarter>",
        _related_quarter,
    ),
    Rule("latest-period", r"<the>rel=<latest>unit=<period>", _the_quarter),
    Rule("the-quarter", rf"{MOD}?<the>unit=<quarter>", _the_quarter),
]
