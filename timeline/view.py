"""What readers of the chronology are given: one struct a move, the shape of ``show -f ndjson``.

The fields without a default are always written (``null`` where unknown), in this order; docs/feed.md tells of each.
The others are extras: they follow, and are left out where they hold their default.
"""

from __future__ import annotations

from msgspec import Struct

__all__ = ["ChangeView", "DisputeView", "MoveView", "SourceView", "StepView"]


class SourceView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One claim's evidence; the best source of a move stands first."""

    url: str | None
    publisher: str
    published: str | None  # RFC 3339 or YYYY-MM-DD
    quote: str | None  # None for curated claims
    lineage: str = ""  # what it was counted under: "about.fb.com", "cnbc"


class DisputeView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Two claims that cannot both be true (hard), or that a reader should see side by side (soft)."""

    rule: str
    severity: str  # hard, soft
    text: str  # in plain words, with both values
    left: SourceView
    right: SourceView
    settled: bool = False
    settled_by: str | None = None
    other: str | None = None  # the id of the other move, where the two claims stand in different moves


class StepView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A step of the thread: previewed, delayed, not released. ``id`` where the step is a move of its own."""

    status: str
    date: str | None
    id: str | None = None
    title: str = ""


class ChangeView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The latest change of a move: ``corrected 2026-11-02: was 2025-04-03 (1 lineage), now 2025-04-05 (3)``."""

    kind: str  # new, corrected, merged, split, corroborated, disputed, settled, amended, ... (timeline/readmodel)
    position: int
    at: str  # RFC 3339: when it was recorded
    text: str  # in plain words
    event: str = ""  # the type of the event it followed from
    by: str = ""  # for curation: who
    why: str = ""  # for curation: why


class MoveView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One move. ``url`` is its page: absolute where the program knows its own address, else ``/moves/ID``."""

    id: str
    url: str
    type: str
    title: str
    object: str
    actors: tuple[str, ...]
    date: str | None  # 2025-04-05, 2025-W14, 2025-04, 2025-Q2, 2025-H1, 2025
    date_end: str | None  # only for a range of several periods
    date_precision: str  # day, week, month, quarter, half, year, unknown
    status: str
    grade: str
    lineages: int
    sources: tuple[SourceView, ...]
    quantities: tuple[str, ...]
    disputed: bool  # an open hard dispute
    disputes: tuple[DisputeView, ...]
    first_published: str | None
    recorded_position: int  # of the event with which this revision was recorded
    revision: int  # 1 for the first
    # extras
    object_id: str | None = None
    part_of: str | None = None  # the family's object id
    actor_ids: tuple[str, ...] = ()
    grade_why: str = ""
    effective: str | None = None  # when it takes effect, where that is said
    thread: str = ""
    steps: tuple[StepView, ...] = ()
    amended: dict[str, str] = {}  # field → who and why, where a person's judgement stands
    confirmed: bool = False
    rejected: bool = False
    recorded_at: str = ""  # RFC 3339: when this revision was recorded
    first_position: int = 0  # of the event with which the move was first recorded
    first_recorded_at: str = ""
    change: ChangeView | None = None  # what this revision changed; None for the first
    aliases: tuple[str, ...] = ()  # ids that were merged into this one
