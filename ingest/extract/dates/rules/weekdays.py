"""Weekdays: the last one, unless a verb points ahead."""

from __future__ import annotations

from datetime import date

from ingest.extract.dates.calendar import next_weekday, shift
from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.lexicon import PARTS, WEEKDAYS
from ingest.extract.dates.model import Anchor, Reading
from ingest.extract.dates.parts import MOD

__all__ = ["RULES", "weekday_value"]

_REL = r"(?:<this>?rel=<last|next|this|coming|past|that|previous|following>)"


def weekday_value(context: Context, word: str, rel: str, span: tuple[int, int]) -> tuple[str, Anchor]:
    """The day of a weekday by its tense or the word before it; XXXX-WXX-n where nothing is known to count from."""
    weekday = WEEKDAYS[word]
    if rel in ("following", "previous", "that") and context.previous:
        day = next_weekday(context.previous[0], weekday, forward=rel != "previous", same=rel == "that")
        return day.isoformat(), "previous"
    if context.day is None:
        return f"XXXX-WXX-{weekday}", "none"
    return _by_tense(context, context.day, weekday, rel, span).isoformat(), "published"


def _by_tense(context: Context, day: date, weekday: int, rel: str, span: tuple[int, int]) -> date:
    if rel in ("last", "past", "previous"):
        return next_weekday(day, weekday, forward=False, same=False)
    if rel in ("next", "coming", "following"):
        return next_weekday(day, weekday, forward=True, same=False)
    if rel == "this":
        return shift(day, weekday - day.isoweekday(), "day")
    if context.tokens.words[span[1] : span[1] + 2] in (["'", "s"], ["’", "s"]):
        return next_weekday(day, weekday, forward=False)  # "Wednesday's ruling" has been made
    return next_weekday(day, weekday, forward=context.direction(*span) in ("future", "either"))


def _weekday(found: Found, context: Context) -> Reading | None:
    word = found["w"]
    if word.endswith("s") and word[:-1] in WEEKDAYS:
        part = f"T{PARTS[found['p']]}" if found["p"] else ""
        return Reading("SET", f"XXXX-WXX-{WEEKDAYS[word[:-1]]}{part}", "none")
    value, anchor = weekday_value(context, word, found["rel"], (found.start, found.end))
    if not found["p"]:
        return Reading("DATE", value, anchor)
    if found["p"].endswith("s"):
        return Reading("SET", f"XXXX-WXX-{WEEKDAYS[word]}T{PARTS[found['p']]}", "none")
    return Reading("TIME", f"{value}T{PARTS[found['p']]}", anchor)


def _abbreviated(found: Found, context: Context) -> Reading | None:
    if found.words()[-1] != "." and not found["p"]:
        return None
    return _weekday(found, context)


def _week_after(found: Found, context: Context) -> Reading | None:
    """As "Thursday of last week", "Tuesday last week"."""
    if context.day is None:
        return Reading("DATE", f"XXXX-WXX-{WEEKDAYS[found['w']]}", "none")
    week = shift(context.day, {"last": -1, "this": 0, "next": 1}[found["rel"]], "week")
    return Reading("DATE", shift(week, WEEKDAYS[found["w"]] - week.isoweekday(), "day").isoformat(), "published")


RULES = [
    Rule("weekday-of-week", r"w=<wday><of>?rel=<last|this|next><unit>(?<!.<dot>)", _week_after),
    Rule("weekday", rf"(?:{MOD}|<the>)?{_REL}?w=<wday>(?:<early|late>?<hy>?p=<part>)?", _weekday),
    Rule("weekday-short", rf"{_REL}?w=<wdayab>(?:<dot>|p=<part>)", _abbreviated),
]
