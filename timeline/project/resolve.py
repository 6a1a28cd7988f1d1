"""Claims of one component → moves. Pure, and the same for any order of the claims.

claims → things → clusters → what people regrouped → canonical values, lineages, grade → disputes → threads → judged
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache

import msgspec

from store.interval import precision_of
from timeline.project.context import Component, Group, component, group, known
from timeline.project.dates import canonical_date, canonical_effective, is_first_party
from timeline.project.disputes import disputes_of
from timeline.project.grade import graded
from timeline.project.judged import judged, regrouped
from timeline.project.lineage import Wires
from timeline.project.merge import Clustered
from timeline.project.model import ClaimRecord, Member, Resolved
from timeline.project.objects import family
from timeline.project.once import once
from timeline.project.parties import names, own, parties
from timeline.project.quantities import shown
from timeline.project.standing import Standing
from timeline.project.things import thing
from timeline.project.threads import thread_of, with_steps
from timeline.project.titles import title_of
from timeline.project.words import stems

__all__ = ["Resolver", "resolve"]
_ADVANCE = ("rumoured", "planned", "announced", "delayed", "cancelled", "denied", "shipped")


def resolve(records: Sequence[ClaimRecord], judgements: Sequence[Standing]) -> list[Resolved]:
    """The moves that these claims make, sorted by their claims; people's judgements win over the rules."""
    return Resolver()(records, judgements)


class Resolver:
    """``resolve``, which remembers the moves it answered last and works out again only those that have changed.

    A move that is as it was is answered as the very same object. What is remembered never changes an answer; it grows
    with the claims until it is let go.
    """

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}
        self._clustered: dict[str, Clustered] = {}

    def __call__(self, records: Sequence[ClaimRecord], judgements: Sequence[Standing]) -> list[Resolved]:
        """The moves that these claims make, sorted by their claims."""
        whole = component(records)
        if not whole.things:
            return []
        grouped = regrouped(self._clusters(whole), judgements)
        groups = [self._group([whole.records[key] for key in keys]) for keys in grouped]
        disputes = disputes_of(whole, groups)
        moves = [_move(one) for one in groups]
        moves = [msgspec.structs.replace(m, disputes=disputes[m.keys]) if m.keys in disputes else m for m in moves]
        return [self._same(move) for move in with_steps(judged(moves, judgements))]

    def forget(self) -> None:
        """Lets go of all that is remembered."""
        self._held.clear()
        self._clustered.clear()

    def _clusters(self, whole: Component) -> list[list[str]]:
        """Held by the first claim of the component."""
        held = self._clustered.get(first := next(iter(whole.things)))
        if held is None or not held.grown(whole.things):
            held = self._clustered[first] = Clustered()
            held.grown(whole.things)
        return held.groups

    def _group(self, records: list[ClaimRecord]) -> Group:
        """Held by the first of the claims: as a move grows, its earlier state is let go."""
        held = self._held.get(records[0].key)
        if held is None:
            known = next((self._held[r.key] for r in records if r.key in self._held), None)
            held = self._held[records[0].key] = _Held(wires=known.wires) if known else _Held()
        if held.group is None or held.group.records != tuple(records):
            held.group = group(records, held.wires)
        return held.group

    def _same(self, move: Resolved) -> Resolved:
        held = self._held[move.keys[0]]
        if held.answer is None or held.answer != move:
            held.answer = move
        return held.answer


@dataclass(slots=True)
class _Held:
    """What is remembered of one move."""

    group: Group | None = None
    answer: Resolved | None = None
    wires: Wires = field(default_factory=Wires)


@once
def _move(one: Group) -> Resolved:
    """The move by itself: without what is disputed between moves, and the steps of its thread."""
    things = {record.key: thing(record) for record in one.records}
    ranked = sorted(one.records, key=lambda r: _weight(r, one))
    best = ranked[0]
    status, (date, date_end) = _status(one), canonical_date(one.records, things, one.lines)
    quantities = shown(r.claim for r in ranked)
    object_, object_id = _object(ranked)
    actors = _actors(ranked)
    grade, grade_why = graded(one.records, one.lines)
    named = [name for id_, name in actors.items() if id_ in parties(best)]
    title = next((r.title for r in ranked if r.title), None)
    return Resolved(
        keys=one.keys, type=best.claim.type, object=object_, object_id=object_id, part_of=family(object_id),
        title=title or title_of(best.claim.type, status, object_, named, quantities),
        actors=tuple(actors.values()), actor_ids=tuple(actors), date=date, date_end=date_end,
        precision=precision_of(date), effective=canonical_effective(one.records, one.lines), status=status,
        grade=grade, grade_why=grade_why, quantities=quantities, lineages=len(one.lineages), disputes=(), steps=(),
        members=tuple(Member(key=k, lineage=one.lines[k].name, why=one.lines[k].why) for k in one.keys),
        first_published=min((r.post.published for r in one.records if r.post.published), key=_instant, default=None),
        thread=thread_of(list(things.values())),
    )  # fmt: skip


@lru_cache(maxsize=8192)
def _instant(published: str) -> tuple[datetime, str]:
    """When that was, whatever the zone it is written in; a day without a time is its first moment in UTC."""
    told = datetime.fromisoformat(published)
    return (told if told.tzinfo else told.replace(tzinfo=UTC), published)


def _weight(record: ClaimRecord, one: Group) -> tuple[object, ...]:
    """The best claim first: curated, first party, firm, with an id, told in few words."""
    claim = record.claim
    return (
        record.entry is None, not is_first_party(record, one.lines[record.key]), claim.status == "rumoured",
        record.post.trust == "secondary", claim.object_id is None, len(claim.object), *known(record),
    )  # fmt: skip


def _status(one: Group) -> str:
    """The first party's; else that of most lineages, the further one of two. A rumour counts only among rumours."""
    firm = [r for r in one.records if r.claim.status != "rumoured"] or list(one.records)
    own = [r for r in firm if is_first_party(r, one.lines[r.key])]
    if len({r.claim.status for r in own or firm}) == 1:
        return (own or firm)[0].claim.status
    backing: Counter[str] = Counter()
    for status in {r.claim.status for r in own or firm}:
        backing[status] = len({n for r in own or firm if r.claim.status == status for n in one.lines[r.key].all})
    return min(backing, key=lambda s: (-backing[s], -_ADVANCE.index(s)))


def _object(ranked: Sequence[ClaimRecord]) -> tuple[str, str | None]:
    """The best claim's that says something; where all say "it" and "the model", the id as a name."""
    object_id = ranked[0].claim.object_id or next((r.claim.object_id for r in ranked if r.claim.object_id), None)
    named = next((r.claim.object for r in ranked if stems(r.claim.object)), None)
    return named or _name(object_id) or ranked[0].claim.object, object_id


def _name(object_id: str | None) -> str | None:
    return " ".join(word[:1].upper() + word[1:] for word in object_id.split("-")) if object_id else None


def _actors(ranked: Sequence[ClaimRecord]) -> dict[str, str]:
    """Id → name, of all that any claim names: the best claim's first, in its order; the subject only once."""
    found: dict[str, str] = {}
    seen = False
    for record in ranked:
        for id_, name in names(record).items():
            ours = id_ in own(record.claim)
            if ours and seen:
                continue
            seen = seen or ours
            found.setdefault(id_, name)
    return found
