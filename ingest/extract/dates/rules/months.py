"""Months and days of a month without a year: the verb says which year."""

from __future__ import annotations

from datetime import date, timedelta

from ingest.extract.dates.calendar import next_weekday, shift
from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.lexicon import MONTHS, SEASONS, WEEKDAYS, words
from ingest.extract.dates.model import Reading
from ingest.extract.dates.parts import DAY, MOD, MONTH, ordinal

__all__ = ["DAYS", "RULES", "month_day", "pulls"]

_REL = r"(?:rel=<last|next|this|coming|past|that|previous|following>)"
_WEEKDAY = r"(?:<this>?<coming>?<wday|wdayab><dot>?<comma>?<the>?)?"
#: how far ahead of the publish date a day may lie that no future verb governs (a paper dated ahead of its news)
_SLACK = timedelta(3)
#: a day ahead must be so many times nearer than the one behind to be chosen without a future verb: who names a month
#: without its year means one near by, and news look back
_PULL = 3


def _is_month(found: Found) -> bool:
    """Short and ambiguous names ("May", "March", "Jan") are months behind a word of time, or beside a number or dot."""
    word = found["m"]
    if found.end - found.start > 1 or found.before() in _OPENERS:
        return True
    return len(word) > 5 or (len(word) > 3 and word not in ("march", "sept"))


_OPENERS = words("""
    in by of since until till from through during for last next this before after late early mid to and or
    between
""")


def month_day(context: Context, month: int, day: int, span: tuple[int, int]) -> Reading:
    """The day of a month nearest to the publish date on the side the verb points to; XXXX-MM-DD without such a date."""
    date(2000, month, day)
    if context.day is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", "none")
    direction = context.direction(*span)
    this = context.day.year
    days = [date(y, month, day) for y in (this - 1, this, this + 1) if _exists(y, month, day)]
    chosen = _nearest(days, context.day, direction)
    return Reading("DATE", chosen.isoformat(), "published")


def pulls(direction: str) -> tuple[int, int]:
    """How much farther a day behind, and one ahead, seems than it is, for a verb of that direction."""
    return {"future": (2 * _PULL, 1), "either": (1, 1)}.get(direction, (1, _PULL))


def _exists(year: int, month: int, day: int) -> bool:
    return not (month == 2 and day == 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def _nearest(days: list[date], pivot: date, direction: str) -> date:
    behind, ahead = pulls(direction)
    return min(
        days, key=lambda d: abs((d - pivot).days) * (ahead if d > pivot + _SLACK else behind if d < pivot else 1)
    )


def _day(found: Found, context: Context) -> Reading | None:
    if found["d"] == "second" and found.after() == "quarter":
        return None
    month, day = MONTHS[found["m"]], ordinal(found["d"])
    if found["rel"] == "last" and context.day:
        year = context.day.year - ((month, day) >= (context.day.month, context.day.day))
        return Reading("DATE", date(year, month, day).isoformat(), "published")
    return month_day(context, month, day, (found.start, found.end))


def _month(found: Found, context: Context) -> Reading | None:
    if not _is_month(found):
        return None
    month = MONTHS[found["m"]]
    following = _shared_year(found)
    if following:
        return Reading("DATE", f"{following}-{month:02d}")
    if context.day is None:
        return Reading("DATE", f"XXXX-{month:02d}", "none")
    year = _month_year(context.day, month, context.direction(found.start, found.end))
    return Reading("DATE", f"{year}-{month:02d}", "published")


def _shared_year(found: Found) -> str:
    """The year that "July" shares in "July and August 2025"."""
    words, end = found.tokens.words, found.end
    if found.after() in ("and", "or", "to", "through", "-", "–") and found.after(1) in MONTHS:
        year = words[end + 2] if len(words) > end + 2 else ""
        if len(year) == 4 and year.isdigit():
            return year
    return ""


def _month_year(day: date, month: int, direction: str) -> int:
    behind, ahead = pulls(direction)
    apart = {y: (y - day.year) * 12 + month - day.month for y in (day.year - 1, day.year, day.year + 1)}
    return min(apart, key=lambda y: abs(apart[y]) * (ahead if apart[y] > 0 else behind))


def _relative(found: Found, context: Context) -> Reading | None:
    return _related(found["rel"], MONTHS[found["m"]], context)


def _related(rel: str, month: int, context: Context) -> Reading | None:
    if rel in ("previous", "following", "that"):
        if context.previous is None:
            return Reading("DATE", f"XXXX-{month:02d}", "none")
        pivot, anchor = context.previous[0], "previous"
    elif context.day is None:
        return Reading("DATE", f"XXXX-{month:02d}", "none")
    else:
        pivot, anchor = context.day, "published"
    year = pivot.year
    if rel in ("last", "past", "previous"):
        year -= month >= pivot.month
    elif rel in ("next", "coming", "following"):
        year += month <= pivot.month
    return Reading("DATE", f"{year}-{month:02d}", "published" if anchor == "published" else "previous")


def _month_of_year(found: Found, context: Context) -> Reading | None:
    month = MONTHS[found["m"]]
    if context.day is None:
        return Reading("DATE", f"XXXX-{month:02d}", "none")
    year = context.day.year + {"last": -1, "this": 0, "next": 1}[found["rel"]]
    if day := found["d"]:
        return Reading("DATE", date(year, month, ordinal(day)).isoformat(), "published")
    return Reading("DATE", f"{year}-{month:02d}", "published")


def _season(found: Found, context: Context) -> Reading | None:
    season = SEASONS[found["s"]]
    rel = found["rel"]
    if found["s"] in ("fall", "spring") and not _is_season(found):
        return None
    if context.day is None:
        return Reading("DATE", f"XXXX-{season}", "none")
    return Reading("DATE", f"{_season_year(season, rel, found, context)}-{season}", "published")


def _is_season(found: Found) -> bool:
    """As "Fall" and "spring" are verbs and nouns too: a season needs a word of time before it."""
    if found.end - found.start > 2 or (found["rel"] and found.start < found.span("s")[0]):
        return found.words()[0] != "the" or found.end - found.start > 2
    first = found.words()[0]
    if first in ("early", "late", "mid"):
        return True
    before = found.before()
    if first == "the":
        return before in ("in", "during", "since", "until", "by", "for", "of", "through") and found.after() not in (
            "of",
            "in",
        )
    return before in ("in", "by", "since", "until", "least", "during", "through", "early", "late", "before", "till")


_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def _season_year(season: str, rel: str, found: Found, context: Context) -> int:
    day = context.day or date.min
    first = _SEASON_MONTHS[season][0]
    year = day.year
    if rel in {"next", "coming"}:
        return year if day.month < first else year + 1
    if rel in ("last", "past", "previous"):
        return year - 1 if day.month < first + 3 and not (rel == "past" and day.month >= first) else year
    if rel == "this" or first <= day.month <= first + 2:
        return year
    direction = context.direction(found.start, found.end)
    if direction == "past" and day.month < first:
        return year - 1
    if direction == "future" and day.month > first + 2:
        return year + 1
    return year


def _nth_weekday(found: Found, context: Context) -> Reading | None:
    """The day of "the third Thursday of November"."""
    month = month_day(context, MONTHS[found["m"]], 1, (found.start, found.end))
    weekday = WEEKDAYS[found["w"]]
    if month.value[0] == "X" and not found["y"]:
        return Reading("DATE", f"XXXX-{MONTHS[found['m']]:02d}-WXX-{weekday}", "none")
    first = date.fromisoformat(f"{found['y']}{month.value[4:]}" if found["y"] else month.value)
    day = _nth(first, weekday, found["n"])
    if day.month != first.month:
        return None
    return Reading("DATE", day.isoformat(), "absolute" if found["y"] else month.anchor)


def _nth(first: date, weekday: int, name: str) -> date:
    if name == "last":
        return next_weekday(shift(first, 1, "month") - timedelta(1), weekday, forward=False)
    return next_weekday(first, weekday, forward=True) + timedelta(7 * (ordinal(name) - 1))


DAYS = [
    Rule("nth-weekday", rf"<the>?n=<ord|dord|second|last>w=<wday><of|in>{MONTH}(?:<comma|of>?y=<y4>)?", _nth_weekday),
    Rule("month-of-year", rf"{MOD}?{MONTH}(?:{DAY}<comma>?)?<of>?rel=<last|next|this><year>", _month_of_year),
    Rule("month-day", rf"(?:{MOD}|<about>)?(?:{_WEEKDAY}|rel=<last|this>){MONTH}{DAY}(?!<pct|units>)", _day),
    Rule("day-month", rf"{_WEEKDAY}<the>?d=<d1|d2|d3|dord|ord><of>?{MONTH}", _day),
]
RULES = [
    Rule("related-month", rf"{MOD}?<the>?<this>?{_REL}{MONTH}", _relative),
    Rule("month", rf"{MOD}?{MONTH}", _month),
    Rule(
        "season",
        rf"{MOD}?<the>?(?:<this>?rel=<last|next|this|coming|past|previous>)?<early|late|mid>?s=<season>",
        _season,
    ),
]
