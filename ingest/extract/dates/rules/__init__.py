"""The rules of each subject, in the order they are tried."""

from __future__ import annotations

from ingest.extract.dates.grammar import Rule
from ingest.extract.dates.rules import (
    absolute,
    counted,
    durations,
    holidays,
    months,
    quarters,
    relative,
    sets,
    times,
    vague,
    weekdays,
)

__all__ = ["RULES"]

RULES: list[Rule] = [
    *times.RULES,
    *absolute.RULES,
    *months.DAYS,
    *counted.RULES,
    *sets.RULES,
    *weekdays.RULES,
    *quarters.RULES,
    *months.RULES,
    *holidays.RULES,
    *relative.RULES,
    *durations.RULES,
    *absolute.YEARS,
    *vague.RULES,
]
