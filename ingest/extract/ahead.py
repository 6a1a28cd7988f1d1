"""Which dates lie ahead of the telling, and which are of an inserted phrase and not of what is told."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ingest.extract.clauses import Clause
from ingest.extract.document import Document
from ingest.extract.tagged import Tagged
from ingest.extract.when import When, published_day

__all__ = ["ahead", "done", "of_an_aside", "soon"]

_NEXT = re.compile(r"\b(?:will|would|next|coming|later|due|set|plans?|expected|to (?:be|begin|start))\b"
                   r"|\b(?:from|by|until) $")  # fmt: skip
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_COMING = re.compile(r"\W*(?:the )?(?:next|coming)\b")
_ASIDE = re.compile(
    r"\W*(?:only |just |then |originally |recently |newly |himself |herself )*"
    r"(?:first announced|hired|founded|born|known"
    r"|launched|started|acquired|bought|built|created|formed|who|which|whose|formerly|until)\b"
)


def ahead(doc: Document, when: When, *, planned: bool = False) -> bool:
    """Whether a date lies behind the telling of it: a target then, and no day on which something happened.

    A plan for a named month or day is dated by it.
    """
    told, days = published_day(doc.published), when.days
    if planned and when.anchor == "published" and when.precision in ("year", "half", "quarter"):
        return True  # "in the autumn", "this year": when it is to be
    if told is None or days is None or days.start <= told:
        return False
    return not (planned and when.anchor == "absolute" and when.precision in ("day", "month"))


def soon(tagged: Tagged, when: When) -> bool:
    """Whether a period is told as one to come, though it has begun: "next week", of the month in which it was said."""
    return when.anchor == "published" and _COMING.match(tagged.folded[when.start : when.end].lower()) is not None


def of_an_aside(tagged: Tagged, when: When, clause: Clause, at: int) -> bool:
    """Whether a date stands in an inserted phrase about somebody or something: ``Doe, hired in May, has left``."""
    start = max(clause.start, tagged.cls.rfind(",", clause.start, when.start) + 1)
    end = tagged.cls.find(",", when.end, clause.sentence.end)
    inside = start <= at and (end < 0 or at < end)
    opens = start > clause.start or (clause.number > 0 and at > end >= 0)  # "who came in May, has left"
    return not inside and opens and _ASIDE.match(tagged.cls, start, when.start) is not None


def done(doc: Document, tagged: Tagged, when: When) -> When:
    """A month or day without a year, of what is done: of the year before where it would lie ahead."""
    later = when.anchor == "published" and not when.bounded and when.precision in ("day", "month") and ahead(doc, when)
    if not (later and when.date) or _NEXT.search(tagged.cls[max(0, when.start - 40) : when.start]):
        return when
    days, year = when.date[4:], int(when.date[:4]) - 1
    named = _MONTH.search(tagged.folded[when.start : when.end].lower())
    return replace(when, date=f"{year}{days}") if named and days != "-02-29" else when
