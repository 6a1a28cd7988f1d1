"""When something was that a post dates by what came after it: "less than three weeks after Meta signed with AMD"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from store.interval import parse_interval

__all__ = ["before", "then"]

_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_NUMBERS |= {"a": 1, "an": 1, "a few": 3, "several": 4, "mere": 3, "a mere": 3}
_SOME = 3  # of what is only told in the plural: "days after"
#: what stands between "two weeks after" and what happened then: the earlier thing told by its name alone
_NAMED = re.compile(r"[^a-z;]*, |(?:its|their|his|her) \w+ (?=[SF]{2,})")
_MONTHS = {"month": 1, "year": 12}


def before(told: re.Match[str], later: str | None) -> str | None:
    """The date of what a match of ``SPAN_AFTER`` introduces, by that of the later event. ISO; None where that has none.

    To the day where days are counted, to the month where weeks and months are, to the year where years are: never finer
    than the words.
    """
    days = parse_interval(later)
    if days is None:
        return None
    unit, number = told["unit"].removesuffix("s"), told["n"] or ""
    count = int(number) if number.isdigit() else _NUMBERS.get(number, _SOME)
    whole = number and not told["loose"] and days.start == days.end
    if unit in ("day", "week"):
        day = days.start - timedelta(count * (7 if unit == "week" else 1))
        return day.isoformat() if unit == "day" and whole else day.isoformat()[:7]
    months = days.start.year * 12 + days.start.month - 1 - count * _MONTHS[unit]
    month = date(months // 12, months % 12 + 1, 1).isoformat()
    return month[:7] if unit == "month" and number else month[:4]


def then(cls: str, told: re.Match[str], at: int) -> bool:
    """Whether what stands at ``at`` is the later event, the earlier being but named: "weeks after Orca, Meta …"."""
    return _NAMED.match(cls, told.end(), at) is not None
