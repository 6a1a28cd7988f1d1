"""What was publicly known when: for each move the days from which and up to which a version of it held.

A claim is known from the day its post was published; one that a later revision of the post no longer makes, up to the
day of that revision. The versions of a component are those of folding, day by day, the claims known then: a function of
the claims as they stand, not of the order in which they came. Worked out once the log is read to its end.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.project.model import Resolved
from timeline.readmodel.fold import Folder
from timeline.readmodel.rows import ClaimRow, Home
from timeline.readmodel.stored import Stored, store_of

__all__ = ["Cluster", "Version", "born", "named", "spans", "versions"]

#: the keys of the claims of a move, the earliest first, and the version
Cluster = tuple[tuple[str, ...], Stored]


@dataclass(frozen=True, slots=True)
class Version:
    """A move as it was publicly known from a day on, up to a day (None: today)."""

    id: str
    move: int
    from_day: str
    to_day: str | None
    stored: Stored


def versions(
    folder: Folder, rows: Sequence[ClaimRow], homes: Mapping[str, Home], names: Mapping[int, str], since: str = "",
    earlier: Mapping[str, str] | None = None,
) -> list[Version]:  # fmt: skip
    """The versions of the moves of one component that held on the day ``since`` or later, by id and day.

    ``names``: number → id of the moves claims live in; ``earlier``: id → the day from which on those held that stood
    before that day.
    """
    days = _Days(folder, homes, forms={} if len({row.key for row in rows}) == len(rows) else None)
    begin, end = defaultdict(list), defaultdict(list)
    for row in rows:
        if row.known_to is None or row.known_from < row.known_to:
            begin[row.known_from].append(row)
            if row.known_to is not None:
                end[row.known_to].append(row)
    before = [row for day, came in begin.items() if day < since for row in came]
    days.step([], [row for row in before if row.known_to is None or row.known_to >= since])
    open_ = {name: ((earlier or {})[name], *now) for name, now in named(days.clusters, homes, names).items()}
    later = sorted(day for day in begin.keys() | end.keys() if day >= since)
    return spans(((day, days.step(end[day], begin[day])) for day in later), homes, names, open_)


def spans(
    days: Iterable[tuple[str, Iterable[Cluster]]], homes: Mapping[str, Home], names: Mapping[int, str],
    open_: dict[str, tuple[str, int, Stored]],
) -> list[Version]:  # fmt: skip
    """The versions that follow from the clusters of one day after another; ``open_``: those that held before, by id."""
    found = []
    for day, clusters in days:
        now = named(clusters, homes, names)
        for name in sorted(open_.keys() | now.keys()):
            was, after = open_.get(name), now.get(name)
            if was and (after is None or was[1:] != after):
                found.append(Version(name, was[1], was[0], day, was[2]))
                del open_[name]
            if after and name not in open_:
                open_[name] = (day, *after)
    return found + [Version(name, move, day, None, stored) for name, (day, move, stored) in sorted(open_.items())]


def born(keys: Iterable[str], homes: Mapping[str, Home]) -> tuple[str, ...]:
    """The claims in the order in which they were recorded."""
    return tuple(sorted(keys, key=lambda key: (homes[key].born, homes[key].place, key)))


def named(
    clusters: Iterable[Cluster], homes: Mapping[str, Home], names: Mapping[int, str]
) -> dict[str, tuple[int, Stored]]:
    """Id → (number, version). A cluster goes by the id of the move that its earliest claim belongs to today; where
    several would, by the one it had before they met, or by one of its own that leads to today's.
    """
    taken: dict[str, tuple[int, Stored]] = {}
    for keys, stored in sorted(clusters, key=lambda c: (homes[c[0][0]].born, homes[c[0][0]].place, c[0][0])):
        wanted = (names[number] for which in ("move", "first") for number in (getattr(homes[k], which) for k in keys))
        name = next((w for w in wanted if w not in taken), None) or _own(keys[0])
        taken[name] = (homes[keys[0]].move, stored)
    return taken


@dataclass(slots=True)
class _Days:
    """The claims known on one day after another, and the clusters they make. Only what a day touches is resolved."""

    folder: Folder
    homes: Mapping[str, Home]
    blocks: dict[str, dict[int, ClaimRow]] = field(default_factory=lambda: defaultdict(dict))
    clusters: list[Cluster] = field(default_factory=list)
    forms: dict[str, tuple[Resolved, Stored]] | None = None  # of moves as they were; None where a name has two wordings

    def step(self, end: Sequence[ClaimRow], begin: Sequence[ClaimRow]) -> list[Cluster]:
        """On to the next day on which something begins or ends to be known; answers its clusters."""
        for row in end:
            for block in row.blocks:
                self.blocks[block].pop(row.cid, None)
        for row in begin:
            for block in row.blocks:
                self.blocks[block][row.cid] = row
        touched = {row.key for row in (*end, *begin)}
        seeds = {block for row in (*end, *begin) for block in row.blocks}
        resolved = []
        while seeds:
            rows, met = self._component(seeds.pop())
            seeds -= met
            touched.update(row.key for row in rows)
            if rows:
                resolved.extend(self._resolve(rows))
        self.clusters = [pair for pair in self.clusters if touched.isdisjoint(pair[0])] + resolved
        return self.clusters

    def _component(self, seed: str) -> tuple[list[ClaimRow], set[str]]:
        found: dict[int, ClaimRow] = {}
        met, open_ = {seed}, [seed]
        while open_:
            for cid, row in self.blocks[open_.pop()].items():
                if cid not in found:
                    found[cid] = row
                    more = set(row.blocks) - met
                    met |= more
                    open_.extend(more)
        return [found[cid] for cid in sorted(found)], met

    def _resolve(self, rows: Sequence[ClaimRow]) -> list[Cluster]:
        by_key = {row.key: row for row in rows}
        cids = {key: row.cid for key, row in by_key.items()}
        moves = self.folder.resolve([row.record for row in rows])
        steps: dict[int, tuple[int, ...]] = {}
        return [(born(move.keys, self.homes), self._form(move, cids, by_key, steps)) for move in moves]

    def _form(
        self, move: Resolved, cids: Mapping[str, int], by_key: Mapping[str, ClaimRow], steps: dict[int, tuple[int, ...]]
    ) -> Stored:
        held = self.forms.get(move.keys[0]) if self.forms else None
        if held and held[0] is move:
            return held[1]
        stored = store_of(move, cids, [name for key in move.keys for name in by_key[key].publishers], steps)
        if self.forms is not None:
            self.forms[move.keys[0]] = (move, stored)
        return stored


def _own(key: str) -> str:
    return "k" + hashlib.sha256(key.encode()).hexdigest()[:9]
