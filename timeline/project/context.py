"""What is worked out once of a component of claims, for every rule that asks for it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.project.lineage import Line, lines_of
from timeline.project.model import ClaimRecord
from timeline.project.once import once
from timeline.project.things import Thing, thing

__all__ = ["Component", "Group", "component", "group", "known", "who"]


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one move."""

    keys: tuple[str, ...]
    records: tuple[ClaimRecord, ...]
    lines: dict[str, Line]

    @property
    def lineages(self) -> set[str]:
        """Every lineage that supports it."""
        return {name for line in self.lines.values() for name in line.all}


@dataclass(frozen=True, slots=True)
class Component:
    """All claims that may bear on each other."""

    records: dict[str, ClaimRecord]
    things: dict[str, Thing]


def component(records: Sequence[ClaimRecord]) -> Component:
    """In the order of the claims' keys, whatever the order they came in."""
    ordered = sorted(records, key=lambda r: r.key)
    return Component({r.key: r for r in ordered}, {r.key: thing(r) for r in ordered})


def group(whole: Component, keys: Sequence[str]) -> Group:
    """The claims of one move, with their lineages."""
    records = tuple(whole.records[key] for key in keys)
    return Group(tuple(keys), records, lines_of(records))


@once
def known(record: ClaimRecord) -> tuple[str, str]:
    """From when a claim was publicly known, and its key: claims in the order in which they became known."""
    return (record.post.known_from or (record.post.published or "")[:10] or "~", record.key)


def who(record: ClaimRecord) -> str:
    """The publisher, for a sentence."""
    if record.entry is not None:
        names = sorted({c.publisher for c in record.citations})
        return ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "") or "curated"
    return record.post.publisher or record.post.domain or record.post.id
