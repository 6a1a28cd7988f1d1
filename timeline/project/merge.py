"""Claims → clusters, each of them one move. Pure; the answer does not depend on the order of the claims.

    equal claims are one atom → level by level, from days as told to no date at all:
        each atom joins the likeliest cluster of the finer levels; those left over are joined among themselves

Within one level nothing depends on what that level has already done, and ties go by the atoms' own contents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.project.blocks import of_thing
from timeline.project.same import along, likeness, together
from timeline.project.things import Thing

__all__ = ["clusters"]

_UNDATED = 7


@dataclass(slots=True, eq=False)
class _Atom:
    """Claims that differ in nothing that decides."""

    thing: Thing
    keys: list[str]
    posts: set[str]
    blocks: tuple[str, ...]


@dataclass(slots=True, eq=False)
class _Cluster:
    atoms: list[_Atom] = field(default_factory=list)

    @property
    def name(self) -> str:
        return min(key for atom in self.atoms for key in atom.keys)


def clusters(things: Iterable[Thing]) -> list[list[str]]:
    """Groups of claim keys, each sorted; the groups sorted as well."""
    atoms = _atoms(things)
    index: dict[str, list[_Cluster]] = defaultdict(list)
    found: list[_Cluster] = []
    for level in sorted({atom.thing.level for atom in atoms}):
        mine = [atom for atom in atoms if atom.thing.level == level]
        joins = [(atom, _best(atom, index)) for atom in mine]
        left = [atom for atom, cluster in joins if cluster is None]
        for atom, cluster in joins:
            if cluster is not None:
                cluster.atoms.append(atom)
        fresh = [_Cluster(group) for group in _linked(left)]
        found += fresh
        _index(index, fresh, [(atom, cluster) for atom, cluster in joins if cluster is not None])
    return sorted(sorted(key for atom in cluster.atoms for key in atom.keys) for cluster in found)


def _atoms(things: Iterable[Thing]) -> list[_Atom]:
    met: dict[tuple[object, ...], _Atom] = {}
    for it in sorted(things, key=lambda t: t.key):
        atom = met.get(it.same)
        if atom is None:
            met[it.same] = _Atom(it, [it.key], {it.post}, tuple(of_thing(it)))
        else:
            atom.keys.append(it.key)
            atom.posts.add(it.post)
    return [met[same] for same in sorted(met, key=repr)]


def _index(
    index: dict[str, list[_Cluster]], fresh: Sequence[_Cluster], joined: Sequence[tuple[_Atom, _Cluster]]
) -> None:
    pairs = [(atom, cluster) for cluster in fresh for atom in cluster.atoms] + list(joined)
    for atom, cluster in pairs:
        for block in atom.blocks:
            if cluster not in index[block]:
                index[block].append(cluster)


def _best(atom: _Atom, index: dict[str, list[_Cluster]]) -> _Cluster | None:
    """The likeliest cluster to join; none where two are as likely and the claim has no date to choose by."""
    near: dict[int, _Cluster] = {id(c): c for block in atom.blocks for c in index.get(block, ())}
    scored = [(score, cluster) for cluster in near.values() if (score := _fit(atom, cluster)) > 0]
    if not scored:
        return None
    top = max(score for score, _ in scored)
    best = [cluster for score, cluster in scored if score == top]
    if len(scored if atom.thing.level >= _UNDATED else best) > 1:
        return None
    return best[0]


def _fit(atom: _Atom, cluster: _Cluster) -> float:
    """How well the atom fits into the cluster: 0 where it does not."""
    best = 0.0
    undated = atom.thing.level >= _UNDATED
    for other in cluster.atoms:
        if not along(atom.thing.status, other.thing.status) or _both_in_one_post(atom, other):
            return 0
        if undated or together(atom.thing, other.thing):
            best = max(best, likeness(atom.thing, other.thing) and _closeness(atom.thing, other.thing))
    return best


def _closeness(left: Thing, right: Thing) -> float:
    """Likeness, then the same status, then the nearer day."""
    score = likeness(left, right) + 0.25 * (left.status == right.status)
    if left.days and right.days and left.level <= 1 and right.level <= 1:
        score += 0.5 / (1 + abs((left.days.start - right.days.start).days))
    return score


def _both_in_one_post(left: _Atom, right: _Atom) -> bool:
    """A post that tells two things apart means two things."""
    return bool(left.posts & right.posts)


def _linked(atoms: Sequence[_Atom]) -> list[list[_Atom]]:
    """Atoms of one level joined among themselves, through any chain of pairs that are one."""
    parent = list(range(len(atoms)))

    def top(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for one, two in _pairs(atoms):
        left, right = top(one), top(two)
        if left != right:
            parent[max(left, right)] = min(left, right)
    groups: dict[int, list[_Atom]] = defaultdict(list)
    for number, atom in enumerate(atoms):
        groups[top(number)].append(atom)
    return list(groups.values())


def _pairs(atoms: Sequence[_Atom]) -> Iterable[tuple[int, int]]:
    """Pairs that are one move; compared only within a block, and only while their windows can meet."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for number, atom in enumerate(atoms):
        for block in atom.blocks:
            buckets[block].append(number)
    for block in sorted(buckets):
        row = sorted(buckets[block], key=lambda n: (_start(atoms[n].thing), n))
        for place, one in enumerate(row):
            for two in row[place + 1 :]:
                if _start(atoms[two].thing) > _end(atoms[one].thing):
                    break
                if _one(atoms[one], atoms[two]):
                    yield one, two


def _start(it: Thing) -> int:
    return it.window.start.toordinal() if it.window else 0


def _end(it: Thing) -> int:
    return it.window.end.toordinal() if it.window else 0


def _one(left: _Atom, right: _Atom) -> bool:
    if not along(left.thing.status, right.thing.status) or _both_in_one_post(left, right):
        return False
    dated = left.thing.level < _UNDATED
    return (not dated or together(left.thing, right.thing)) and likeness(left.thing, right.thing) > 0
