"""Two claims in dispute, and whether later claims have settled it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.project.context import Group, known, who
from timeline.project.dates import is_first_party
from timeline.project.model import ClaimRecord, Dispute

__all__ = ["Pair", "dispute_of"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A dispute before it is known whether it is settled.

    ``apart``: whether two claims contradict each other in it. ``beside``: the claim of a move that the dispute stands
    with where neither side is of one.
    """

    rule: str
    severity: str
    left: ClaimRecord
    right: ClaimRecord
    text: str
    apart: Callable[[ClaimRecord, ClaimRecord], bool] | None = None
    beside: str | None = None


def dispute_of(pair: Pair, sides: Sequence[Group]) -> Dispute:
    """The dispute, settled where later claims are on one side only: the first party's, or two other lineages'."""
    one, two = sorted((pair.left, pair.right), key=lambda r: r.key)
    by = _settled_by(pair, sides) if pair.apart and pair.severity == "hard" else None
    return Dispute(
        rule=pair.rule, severity="hard" if pair.severity == "hard" else "soft", left=one.key, right=two.key,
        text=pair.text, settled=by is not None, settled_by=by,
    )  # fmt: skip


def _settled_by(pair: Pair, sides: Sequence[Group]) -> str | None:
    since = max(known(pair.left)[0], known(pair.right)[0])
    votes: dict[str, list[tuple[ClaimRecord, Group]]] = {pair.left.key: [], pair.right.key: []}
    later = {r.key: (r, side) for side in sides for r in side.records if since < known(r)[0] < "~"}
    for record, side in later.values():
        taken = [mine for mine, other in ((pair.left, pair.right), (pair.right, pair.left))
                 if pair.apart and pair.apart(record, other) and not pair.apart(record, mine)]  # fmt: skip
        if len(taken) == 1:
            votes[taken[0].key].append((record, side))
    return next((words for mine, other in _both(pair) if (words := _decided(votes[mine.key], votes[other.key]))), None)


def _both(pair: Pair) -> tuple[tuple[ClaimRecord, ClaimRecord], ...]:
    return (pair.left, pair.right), (pair.right, pair.left)


def _decided(mine: Sequence[tuple[ClaimRecord, Group]], others: Sequence[tuple[ClaimRecord, Group]]) -> str | None:
    if others or not mine:
        return None
    own = [record for record, side in mine if is_first_party(record, side.lines[record.key])]
    lineages = {name for record, side in mine for name in side.lines[record.key].all}
    if not own and len(lineages) < 2:
        return None
    best = min(own or [record for record, _ in mine], key=known)
    said = f"{who(best)} on {known(best)[0]}"
    return f"{said}: {best.claim.date or best.claim.status}" + ("" if own else f", {len(lineages)} lineages in all")
