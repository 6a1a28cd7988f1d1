"""What is asked of the chronology, and what is answered."""

from __future__ import annotations

from msgspec import Struct

from timeline.period import Period
from timeline.view import ChangeView, MoveView

__all__ = ["SORTS", "ClaimView", "Diff", "DiffLine", "JudgementView", "Page", "Query", "Why"]

SORTS = ("newest", "oldest", "recorded", "grade")


class Query(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A selection of moves, its order, and a page of it. Values of one filter are alternatives; filters add up."""

    words: str = ""  # all of them occur: in title, object, actors, quantities or a quote
    since: Period | None = None  # its start; by when it happened
    until: Period | None = None  # its end
    within: Period | None = None  # --in: both
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()  # a family has its variants
    sources: tuple[str, ...] = ()  # publishers, or lineages
    statuses: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    disputed: bool = False  # an open hard dispute
    min_lineages: int = 0
    as_of: Period | None = None  # the last day of it, or @position
    recorded_since: Period | None = None  # its start, or what came after @position
    rejected: bool = False  # with what people took out of the chronology
    limit: int = 50  # 0: all
    sort: str = "newest"
    cursor: str = ""  # Page.next of the page before, of the same query


class Page(Struct, frozen=True, kw_only=True):
    """Moves, and what they are a page of. ``position``, ``hash``, ``recorded_at``: of the log as far as shown."""

    moves: tuple[MoveView, ...]
    matched: int
    total: int
    position: int
    hash: str
    recorded_at: str | None  # RFC 3339; None before the first event
    next: str | None  # the cursor of the next page
    title: str | None = None  # what the chronology is called, where its configuration was seen


class ClaimView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One claim of a move. Positions are of the log; ``start`` and ``end`` are offsets into the post's text."""

    key: str
    quote: str | None  # None for curated claims
    publisher: str
    url: str | None
    published: str | None
    recorded_at: str | None  # RFC 3339: when this wording of it was read
    recorded_position: int
    revision: int  # of the post; 1 for a curated entry
    rule: str
    lineage: str
    lineage_why: str
    date: str | None
    status: str
    stance: str
    attribution: str  # "press", or "press, citing CNBC"
    quantities: tuple[str, ...]
    start: int
    end: int
    type: str = ""
    object: str = ""
    where: str = "text"  # or title
    date_end: str | None = None


class Why(Struct, frozen=True, kw_only=True):
    """All there is to say of a move. ``withdrawn``: nothing claims it any more; this is how it was last."""

    move: MoveView
    claims: tuple[ClaimView, ...]
    history: tuple[ChangeView, ...]  # oldest first
    withdrawn: bool = False


class JudgementView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A judgement in force. ``event``: its id, by which it is taken back; ``field`` and ``value``: of an amendment."""

    event: str
    position: int
    type: str  # MoveAmended, MoveConfirmed, MoveRejected, MovesMerged, MovesSplit
    by: str
    why: str
    field: str | None = None
    value: str | None = None


#: before (None: not there), after (None: no longer there), and the change in words
DiffLine = tuple[MoveView | None, MoveView | None, ChangeView]


class Diff(Struct, frozen=True, kw_only=True):
    """What changed between two as-of points. A move stands in one of the lists."""

    new: tuple[DiffLine, ...] = ()
    changed: tuple[DiffLine, ...] = ()
    merged: tuple[DiffLine, ...] = ()
    disputed: tuple[DiffLine, ...] = ()
    settled: tuple[DiffLine, ...] = ()
    withdrawn: tuple[DiffLine, ...] = ()
