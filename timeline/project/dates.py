"""The date of a move: of its claims' dates the one most lineages support, as fine as it is supported. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.interval import ORDER, Interval, parse_interval, precision_of
from timeline.project.lineage import FIRST, Line, outlet
from timeline.project.model import ClaimRecord
from timeline.project.things import Thing

__all__ = ["canonical_date", "canonical_effective", "inherited", "is_first_party"]


def is_first_party(record: ClaimRecord, line: Line) -> bool:
    """Whether the subject itself says so: its own publication, or an entry that was checked against one."""
    first = record.claim.subject or FIRST
    if record.entry is not None:
        return first in line.all
    return record.post.trust == "first-party" or outlet(record.post.domain or record.post.publisher or "?") == first


def inherited(record: ClaimRecord) -> int:
    """1 where the date was taken over from the words before, which may be about something else; else 0."""
    return int(record.claim.anchor in ("previous", "heading"))


def canonical_date(
    records: Sequence[ClaimRecord], things: Mapping[str, Thing], lines: Mapping[str, Line]
) -> tuple[str | None, str | None]:
    """(date, date_end). First party first; then the day with most lineages behind it, a coarse one standing behind
    every finer one inside it, and a post without a date of its own behind the days shortly before it.
    """
    dated = [r for r in records if r.claim.date is not None]
    own = [r for r in dated if is_first_party(r, lines[r.key]) and r.claim.status != "rumoured"]
    choices = {(r.claim.date, r.claim.date_end) for r in own or dated}
    if len(choices) == 1:
        return choices.pop()
    return min(choices, key=lambda c: _rank(c, own or dated, dated, things, lines), default=(None, None))


def _rank(
    choice: tuple[str | None, str | None], pool: Sequence[ClaimRecord], dated: Sequence[ClaimRecord],
    things: Mapping[str, Thing], lines: Mapping[str, Line],
) -> tuple[object, ...]:  # fmt: skip
    days = parse_interval(*choice)
    told = [r for r in pool if (r.claim.date, r.claim.date_end) == choice]
    backing = {name for r in dated if days and _backs(things[r.key], days) for name in lines[r.key].all}
    weak = min(2 * (things[r.key].level == 1) or inherited(r) for r in told)
    return (weak, -len(backing), ORDER.index(precision_of(choice[0])), choice[0] or "", choice[1] or "")


def _backs(it: Thing, days: Interval) -> bool:
    """Whether a claim can be true if the move happened in these days."""
    if it.days is None or it.window is None:
        return False
    return (it.window if it.level == 1 else it.days).contains(days)


def canonical_effective(records: Sequence[ClaimRecord], lines: Mapping[str, Line]) -> str | None:
    """When it takes effect: as most lineages say, the finer of two."""
    backing: dict[str, set[str]] = {}
    for record in records:
        if record.claim.effective:
            backing.setdefault(record.claim.effective, set()).update(lines[record.key].all)
    return min(backing, key=lambda d: (-len(backing[d]), ORDER.index(precision_of(d)), d), default=None)
