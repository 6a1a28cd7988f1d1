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
_FEW = 3  # claims that are looked at one by one
_CLEARLY = 0.5  # by how much a claim without a date must fit one cluster better than any other


#: block → the clusters that have it
_Index = dict[str, dict[int, Cluster]]


@dataclass(slots=True)
class Clustered:
    """Clusters of claims, to which more can be added that differ from one of them in nothing that decides."""

    things: dict[str, Thing]
    groups: list[list[str]]
    posts: set[str] = field(init=False)
    homes: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.posts = {it.post for it in self.things.values()}
        self.homes = {self.things[key].same: group for group in self.groups for key in group}

    def grown(self, things: dict[str, Thing]) -> bool:
        """Takes in what is new among these claims, if that is all that has changed and none of it decides anything:

        each is equal to a claim that is here, and of a post that has told nothing else here.
        """
        fresh = [things[key] for key in things.keys() - self.things.keys()]
        if not fresh or len(fresh) > _FEW or len(things) != len(self.things) + len(fresh):
            return not fresh and things == self.things
        if not self.things.items() <= things.items():
            return False
        posts = {it.post for it in fresh}
        if len(posts) < len(fresh) or not posts.isdisjoint(self.posts) or CURATED in posts:
            return False
        if any(it.same not in self.homes for it in fresh):
            return False
        for it in fresh:
            insort(self.homes[it.same], it.key)
            self.things[it.key] = it
        self.posts |= posts
        self.groups.sort()
        return True


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
