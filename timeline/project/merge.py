"""Claims → clusters, each of them one move. Pure; the answer does not depend on the order of the claims.

    equal claims are one atom → level by level, from days as told to no date at all:
        each atom joins the likeliest cluster of the finer levels; those left over are joined among themselves

Within one level nothing depends on what that level has already done, and ties go by the atoms' own contents.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.project.blocks import of_thing
from timeline.project.linked import Atom, Cluster, linked
from timeline.project.same import UNDATED, closeness
from timeline.project.things import CURATED, Thing

__all__ = ["Clustered", "clusters"]

_ALWAYS = (0, 9_999_999)  # ordinals of days
_CLEARLY = 0.5  # by how much a claim without a date must fit one cluster better than any other


#: block → the clusters that have it
_Index = dict[str, dict[int, Cluster]]


@dataclass(slots=True, eq=False)
class _Part:
    """Claims of which each is close to another one, or equal; and the clusters that they make.

    Claims of two parts are nowhere compared with an outcome, so that each part is clustered by itself.
    """

    things: list[Thing]
    posts: set[str]
    groups: list[list[str]] = field(default_factory=list)


@dataclass(slots=True)
class Clustered:
    """Clusters of claims, to which more can be added: only the parts that these are close to are clustered again."""

    things: dict[str, Thing] = field(default_factory=dict)
    groups: list[list[str]] = field(default_factory=list)
    _parts: dict[str, _Part] = field(default_factory=dict)  # by what equal claims have in common
    _blocks: dict[str, list[Thing]] = field(default_factory=lambda: defaultdict(list))  # one of equal ones

    def grown(self, things: dict[str, Thing]) -> bool:
        """Takes in what is new among these claims; answers whether that is all that has changed."""
        fresh = [things[key] for key in things.keys() - self.things.keys()]
        if len(things) != len(self.things) + len(fresh) or not self.things.items() <= things.items():
            return False
        if not fresh:
            return True
        changed = {id(part): part for it in sorted(fresh, key=lambda t: t.key) if (part := self._take(it))}
        standing = {id(part): part for part in self._parts.values()}
        for part in (part for name, part in changed.items() if name in standing):
            part.groups = clusters(part.things)
        self.groups = sorted(group for part in standing.values() for group in part.groups)
        return True

    def _take(self, it: Thing) -> _Part | None:
        """The part that the claim is of now, where that is to be clustered again."""
        self.things[it.key] = it
        part = self._parts.get(it.same)
        if part is None:
            return self._joined(it)
        twin = next(other.key for other in part.things if other.same == it.same)
        group = next((group for group in part.groups if twin in group), None)
        alone = it.post not in part.posts and it.post != CURATED
        part.things.append(it)
        part.posts.add(it.post)
        if group is None or not alone:
            return part
        insort(
            group, it.key
        )  # equal to one that is here, of a post that tells nothing else of these: no rule asks more
        return None

    def _joined(self, it: Thing) -> _Part:
        """One part of the claim and all parts that it is close to."""
        near = {id(other): other for block in of_thing(it) for other in self._blocks[block]}
        parts = {id(p): p for other in near.values() if closeness(it, other) > 0 for p in [self._parts[other.same]]}
        whole = _Part([it], {it.post})
        for part in parts.values():
            whole.things += part.things
            whole.posts |= part.posts
        for other in whole.things:
            self._parts[other.same] = whole
        for block in of_thing(it):
            self._blocks[block].append(it)
        return whole


def clusters(things: Iterable[Thing]) -> list[list[str]]:
    """Groups of claim keys, each sorted; the groups sorted as well."""
    atoms = _atoms(things)
    index: _Index = defaultdict(dict)
    found: list[Cluster] = []
    for level in sorted({atom.thing.level for atom in atoms}):
        mine = [atom for atom in atoms if atom.thing.level == level]
        joined = _joined(mine, index) if found else []
        taken = {id(atom) for atom, _ in joined}
        fresh = linked([atom for atom in mine if id(atom) not in taken])
        for atom, cluster in joined:
            cluster.take(Cluster.of(atom))
        found += fresh
        _index(index, [*joined, *((atom, cluster) for cluster in fresh for atom in cluster.atoms)])
    return sorted(sorted(key for atom in cluster.atoms for key in atom.keys) for cluster in found)


def _joined(atoms: Sequence[Atom], index: _Index) -> list[tuple[Atom, Cluster]]:
    """Which atoms join which cluster of the finer levels; of two of one post that would join the same, the likelier."""
    wishes = [(score, place, cluster) for place, atom in enumerate(atoms) for score, cluster in [_best(atom, index)]]
    taken: dict[int, set[str]] = defaultdict(set)
    answer = []
    for _, place, cluster in sorted(wishes, key=lambda w: (-w[0], w[1])):
        if cluster is not None and not taken[id(cluster)] & atoms[place].posts:
            taken[id(cluster)] |= atoms[place].posts
            answer.append((atoms[place], cluster))
    return answer


def _atoms(things: Iterable[Thing]) -> list[Atom]:
    met: dict[str, Atom] = {}
    for it in sorted(things, key=lambda t: t.key):
        atom = met.get(it.same)
        if atom is None:
            met[it.same] = Atom(it, [it.key], {it.post}, of_thing(it))
        else:
            atom.keys.append(it.key)
            atom.posts.add(it.post)
    return [met[same] for same in sorted(met)]


def _index(index: _Index, pairs: Iterable[tuple[Atom, Cluster]]) -> None:
    for atom, cluster in pairs:
        for block in atom.blocks:
            index[block][id(cluster)] = cluster


def _best(atom: Atom, index: _Index) -> tuple[float, Cluster | None]:
    """The likeliest cluster to join; none where two are as likely, or nearly so for one without a date.

    What happens once is one happening, however many days it is told of: a month that holds two goes to the first.
    """
    near = {name: cluster for block in atom.blocks for name, cluster in index.get(block, {}).items()}
    low, high = atom.thing.reach if atom.thing.level < UNDATED else _ALWAYS
    met = [c for c in near.values() if low <= c.reach[1] and c.reach[0] <= high]
    scored = [(score, cluster) for cluster in met if (score := _fit(atom, cluster)) > 0]
    top = max((score for score, _ in scored), default=0.0)
    margin = _CLEARLY if atom.thing.level >= UNDATED else 0.0
    best = [cluster for score, cluster in scored if score >= top - margin]
    if len(best) > 1 and atom.thing.level < UNDATED and _happens_once(atom.thing):
        best = [min(best, key=lambda cluster: (cluster.reach, min(other.thing.same for other in cluster.atoms)))]
    return (top, best[0]) if len(best) == 1 else (0.0, None)


def _happens_once(it: Thing) -> bool:
    """A version comes out once, a company is bought once."""
    return (it.type == "release" and it.once) or (it.type == "acquisition" and bool(it.parties))


def _fit(atom: Atom, cluster: Cluster) -> float:
    """How well the atom fits into the cluster: 0 where it does not."""
    if cluster.apart(Cluster.of(atom)):
        return 0
    return max(closeness(atom.thing, other.thing) for other in cluster.atoms)
