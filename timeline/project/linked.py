"""Claims of one level of precision, joined among themselves: the surest pairs first, none against the rules. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.project.same import along, closeness
from timeline.project.things import Thing

__all__ = ["Atom", "Cluster", "linked"]


@dataclass(slots=True, eq=False)
class Atom:
    """Claims that differ in nothing that decides."""

    thing: Thing
    keys: list[str]
    posts: set[str]
    blocks: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Cluster:
    """Atoms that are one move, and what decides on who else may be."""

    atoms: list[Atom]
    posts: set[str]
    statuses: set[str]
    reach: tuple[int, int]  # ordinals: no claim outside of it can be of the same days

    @classmethod
    def of(cls, atom: Atom) -> Cluster:
        """One atom alone."""
        return cls([atom], set(atom.posts), {atom.thing.status}, atom.thing.reach)

    def apart(self, other: Cluster) -> bool:
        """Whether they cannot be one: other steps of the thread, or told apart by one post, which means two things."""
        if not self.posts.isdisjoint(other.posts):
            return True
        return any(not along(mine, yours) for mine in self.statuses for yours in other.statuses)

    def take(self, other: Cluster) -> None:
        """Takes in what the other holds."""
        self.atoms += other.atoms
        self.posts |= other.posts
        self.statuses |= other.statuses
        self.reach = (min(self.reach[0], other.reach[0]), max(self.reach[1], other.reach[1]))


def linked(atoms: Sequence[Atom]) -> list[Cluster]:
    """Clusters joined through chains of pairs; a cluster never holds two atoms that are apart."""
    if len(atoms) < 2:
        return [Cluster.of(atom) for atom in atoms]
    home = {id(atom): Cluster.of(atom) for atom in atoms}
    for _, one, two in sorted((-score, one, two) for score, one, two in _pairs(atoms)):
        left, right = home[id(atoms[one])], home[id(atoms[two])]
        if left is right or left.apart(right):
            continue
        large, small = (left, right) if len(left.atoms) >= len(right.atoms) else (right, left)
        home.update((id(atom), large) for atom in small.atoms)
        large.take(small)
    return list({id(cluster): cluster for cluster in home.values()}.values())


def _pairs(atoms: Sequence[Atom]) -> Iterator[tuple[float, int, int]]:
    """Pairs that are one move; compared only within a block, and only while their windows can meet."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for number, atom in enumerate(atoms):
        for block in atom.blocks:
            buckets[block].append(number)
    for block in sorted(buckets):
        row = sorted(buckets[block], key=lambda n: (atoms[n].thing.reach[0], n))
        for place, one in enumerate(row):
            for two in row[place + 1 :]:
                if atoms[two].thing.reach[0] > atoms[one].thing.reach[1]:
                    break
                if score := closeness(atoms[one].thing, atoms[two].thing):
                    yield score, min(one, two), max(one, two)
