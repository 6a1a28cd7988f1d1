"""What the reader of dates answers.

Values are in TIMEX3 notation (TimeML 1.2.1, ISO 8601 with X for what the words leave open):
``2025-04`` · ``2026-Q1`` · ``2025-W14`` · ``2025-W14-WE`` · ``2025-H2`` · ``2025-SU`` · ``199`` (a decade) ·
``XXXX-WXX-4`` · ``1990-08-02TMO`` · ``P2Y`` · ``PXM`` · ``PRESENT_REF`` · ``PAST_REF`` · ``FUTURE_REF``.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from store.interval import Interval

__all__ = ["SKIP", "Anchor", "Kind", "Reading", "TimeExpression"]

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
#: what the value was counted from: nothing, the publish date, an expression before it, or it stays open
Anchor = Literal["absolute", "published", "previous", "none"]


class Reading(NamedTuple):
    """What a rule makes of the words it matched."""

    type: Kind
    value: str
    anchor: Anchor = "absolute"
    interval: Interval | None = None


#: words that were understood, and are no expression of time (an age)
SKIP = Reading("DATE", "")


class TimeExpression(msgspec.Struct, frozen=True):
    """An expression of time: ``text`` is exactly ``source[start:end]``, offsets in characters.

    ``interval`` holds the days the value may lie in, None where the value names no days (a bare duration, an unresolved
    weekday). ``bound`` is the word before it that makes it a limit (by, since, until, from, through, before, after).
    """

    start: int
    end: int
    text: str
    type: Kind
    value: str
    interval: Interval | None = None
    anchor: Anchor = "none"
    bound: str = ""
    rule: str = ""
