"""A claim as merging sees it: what it is about, when, and how far along. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, lru_cache

from store.events import Claim, Quantity
from store.interval import ORDER, Interval, parse_interval
from timeline.project.model import ClaimRecord
from timeline.project.objects import identity, root, versioned
from timeline.project.once import once
from timeline.project.parties import parties
from timeline.project.quantities import measures
from timeline.project.words import names_day, stems

__all__ = ["CURATED", "LAG", "TOLERANCE", "Thing", "thing"]

#: days by which two tellings of one day may differ: time zones, the night before, the day after
TOLERANCE = 3
#: days by which a post that gives no date of its own may lag behind what it tells
LAG = 21

#: the "post" of all curated entries: whoever wrote them told them apart
CURATED = "curated"

#: types in which one object is one happening, by whatever name the post has for it
OBJECT_TYPES = frozenset({"release", "chip", "research", "product"})
_LEAVES = re.compile(
    r"\b(?:leav|left|depart|resign|quit|exit|step(?:s|ped|ping)? down|goodbye|retire|poach)\w*", re.IGNORECASE
)
_CUTS = re.compile(r"\b(?:lay(?:s|ing)?[ -]?off|laid off|layoff|job cuts?|cuts? \d|dismiss|fire[sd])\w*", re.IGNORECASE)


@dataclass(frozen=True)
class Thing:
    """The slots of a claim that decide what it may be merged with."""

    key: str
    post: str
    type: str
    id: str | None  # identity of the object, without sizes
    parties: frozenset[str]
    measures: frozenset[tuple[str, str]]
    figures: tuple[tuple[float | None, float | None], ...]
    words: frozenset[str]
    act: str  # of people: joins, leaves, cuts
    status: str
    days: Interval | None  # as told
    window: Interval | None  # in which it can have happened, tolerance and lag taken in
    level: int  # 0 day as told, 1 day of the post, 2 week, ... 7 unknown
    top: str  # the family at the top of the object's id, "" without one
    once: bool  # whether the object's id names a version, which comes out once
    span: tuple[int, int]  # the days as ordinals, for quick comparing; (0, 0) without a date
    reach: tuple[int, int]  # the window as ordinals

    @cached_property
    def same(self) -> str:
        """Two claims with an equal one differ in nothing that decides; it also puts them in order."""
        return repr((
            self.type, self.id or "", tuple(sorted(self.parties)), tuple(sorted(self.measures)), self.figures,
            tuple(sorted(self.words)), self.act, self.status, self.level,
            self.span, self.key if self.post == CURATED else "",
        ))  # fmt: skip


@once
def thing(record: ClaimRecord) -> Thing:
    """The claim's slots."""
    claim = record.claim
    days = _interval(claim.date, claim.date_end)
    late = _late(record, days)
    window = _window(days, late)
    told = measures(record)
    about = identity(claim.object_id, claim.object)
    return Thing(
        key=record.key, post=record.post.id if record.entry is None else CURATED, type=claim.type, id=about,
        parties=parties(record), measures=frozenset(told),
        figures=tuple(sorted(_ends(q) for q in told.values())),
        words=stems(claim.object), act=_act(claim), status=claim.status, days=days, window=window,
        level=_level(claim, late), top=root(about or ""), once=bool(about and versioned(about)),
        span=_ordinals(days), reach=_ordinals(window),
    )  # fmt: skip


_interval = lru_cache(maxsize=8192)(parse_interval)


def _ordinals(days: Interval | None) -> tuple[int, int]:
    return (days.start.toordinal(), days.end.toordinal()) if days else (0, 0)


def _late(record: ClaimRecord, days: Interval | None) -> bool:
    """Whether the day is only that of the post: the post says nothing of when."""
    if record.claim.anchor != "published" or days is None or days.start != days.end:
        return False
    published = (record.post.published or "")[:10]
    return (not published or published == record.claim.date) and not names_day(record.claim.quote)


def _level(claim: Claim, late: bool) -> int:
    if claim.date is None:
        return len(ORDER)
    place = ORDER.index(claim.precision if claim.precision in ORDER else "unknown")
    return 1 if late else place + (place > 0)


def _window(days: Interval | None, late: bool) -> Interval | None:
    if days is None:
        return None
    before = LAG if late else TOLERANCE
    return Interval(days.start - timedelta(before), days.end + timedelta(TOLERANCE))


def _act(claim: Claim) -> str:
    if claim.type != "people":
        return ""
    text = claim.object if claim.quote is None else f"{claim.object} {claim.quote}"
    if _CUTS.search(text):
        return "cuts"
    return "leaves" if _LEAVES.search(claim.object) else "joins"


def _ends(quantity: Quantity) -> tuple[float, float]:
    """What is known of a quantity: of a bound the one end only, whether or not the other was filled in."""
    low = 0 if quantity.bound == "at-most" else quantity.low or 0
    high = 0 if quantity.bound == "at-least" else quantity.high or 0
    return low, high
