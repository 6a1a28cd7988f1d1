"""How well a move is supported, by rule, with the reason in words. Pure.

A first party and dated · B two independent lineages · C one press lineage · D rumour or secondary only
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.project.dates import is_first_party
from timeline.project.lineage import Line
from timeline.project.model import ClaimRecord

__all__ = ["graded"]


def graded(records: Sequence[ClaimRecord], lines: Mapping[str, Line]) -> tuple[str, str]:
    """(grade, why)."""
    firm = [r for r in records if not _hearsay(r)]
    own = [r for r in firm if is_first_party(r, lines[r.key])]
    if any(r.claim.date for r in own):
        return "A", f"first party, dated: {_names(own, lines)}"
    press = [r for r in firm if not _secondary(r)]
    lineages = {name for r in press for name in lines[r.key].all}
    if len(lineages) >= 2:
        return "B", f"{len(lineages)} independent lineages: {_names(press, lines)}"
    if press:
        return "C", f"one lineage: {_names(press, lines)}" + (", without a date" if own else "")
    if firm:
        return "D", f"secondary only: {_names(firm, lines)}"
    return "D", f"rumour only: {_names(records, lines)}"


def _hearsay(record: ClaimRecord) -> bool:
    claim = record.claim
    return claim.status == "rumoured" or claim.stance == "alleged" or claim.attribution.speaker == "unnamed"


def _secondary(record: ClaimRecord) -> bool:
    """A secondary source on its own word; what it cites by name is that outlet's word."""
    if record.entry is not None:
        return not record.citations
    return record.post.trust == "secondary" and not record.claim.attribution.outlet


def _names(records: Sequence[ClaimRecord], lines: Mapping[str, Line]) -> str:
    found = sorted({name for r in records for name in lines[r.key].all})
    return ", ".join(found[:4]) + (f" and {len(found) - 4} more" if len(found) > 4 else "")
