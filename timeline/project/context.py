"""What is worked out once of a component of claims, for every rule that asks for it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.project.lineage import Line, Wires, lines_of
from timeline.project.model import ClaimRecord
from timeline.project.once import once
from timeline.project.things import Thing, thing

__all__ = ["Component", "Group", "component", "group", "known", "who"]


@dataclass(frozen=True, eq=False)
class Group:
    """The claims of one move."""

    keys: tuple[str, ...]
    records: tuple[ClaimRecord, ...]
    lines: dict[str, Line]

    @cached_property
    def lineages(self) -> frozenset[str]:
        """Every lineage that supports it."""
        return frozenset(name for line in self.lines.values() for name in line.all)

    @cached_property
    def finest(self) -> ClaimRecord:
        """The claim that tells the day most exactly; of several the first known."""
        return min(self.records, key=lambda r: (thing(r).level, *known(r)))


@dataclass(frozen=True, slots=True)
class Component:
    """All claims that may bear on each other. ``things``: of those that tell of moves; asides are none of them."""

    records: dict[str, ClaimRecord]
    things: dict[str, Thing]

    @property
    def asides(self) -> list[ClaimRecord]:
        """Those that are no moves and bear on one."""
        return [r for r in self.records.values() if r.claim.aside] if len(self.records) > len(self.things) else []


def component(records: Sequence[ClaimRecord]) -> Component:
    """In the order of the claims' keys, whatever the order they came in."""
    ordered = sorted(records, key=lambda r: r.key)
    return Component({r.key: r for r in ordered}, {r.key: thing(r) for r in ordered if not r.claim.aside})


def group(records: Sequence[ClaimRecord], wires: Wires | None = None) -> Group:
    """The claims of one move, sorted by key, with their lineages. ``wires``: what is known of their posts' texts."""
    return Group(tuple(r.key for r in records), tuple(records), lines_of(records, wires))


@once
def known(record: ClaimRecord) -> tuple[str, str]:
    """From when a claim was publicly known, and its key: claims in the order in which they became known."""
    return (record.post.known_from or (record.post.published or "")[:10] or "~", record.key)


def who(record: ClaimRecord) -> str:
    """The publisher, for a sentence."""
    if record.entry is not None:
        names = sorted({c.publisher for c in record.citations})
        return ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "") or "curated"
    return record.post.publisher or (
        f"“{record.post.title}”" if record.post.title else record.post.domain or record.post.id
    )
