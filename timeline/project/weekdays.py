"""A weekday in a claim that has no day, against the day of the week on which the move happened. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.project.context import Group, known, who
from timeline.project.model import ClaimRecord
from timeline.project.pairs import Pair
from timeline.project.things import thing

__all__ = ["weekday_pairs"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAID = re.compile(rf"\b(?:on |last |this )?({'|'.join(_DAYS)})\b")


def weekday_pairs(group: Group) -> Iterator[Pair]:
    """A claim that says "on Thursday" and no date, against the first known claim whose day is another weekday."""
    days = sorted((r for r in group.records if thing(r).level == 0), key=known)
    if not days:
        return
    told: ClaimRecord = days[0]
    interval = thing(told).days
    for record in group.records:
        said = _SAID.search(record.claim.quote or "") if thing(record).level > 1 else None
        if said and interval and said[1] != (day := _DAYS[interval.start.weekday()]):
            text = f"on a {said[1]} ({who(record)}), but {told.claim.date} ({who(told)}) was a {day}"
            yield Pair("weekday", "soft", told, record, text)
