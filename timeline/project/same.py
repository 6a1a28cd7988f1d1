"""Whether two claims are about one thing, and how surely; dates and statuses apart. Pure."""

from __future__ import annotations

from timeline.project.objects import root
from timeline.project.parties import same_parties
from timeline.project.things import OBJECT_TYPES, Thing
from timeline.project.words import alike

__all__ = ["along", "likeness", "together"]

_ENOUGH = 0.5  # of the words of the shorter phrase
_AHEAD, _DONE = {"planned"}, {"shipped"}
_APART = ("delayed", "cancelled", "denied")


def likeness(left: Thing, right: Thing) -> float:
    """0 for two things; otherwise up to 3, more for more in common."""
    if left.type != right.type or left.act != right.act:
        return 0
    sure = _RULES[left.type](left, right)
    return sure + alike(left.words, right.words) if sure else 0


def _object(left: Thing, right: Thing) -> float:
    if left.id and right.id:
        return 2.0 * (left.id == right.id)
    if left.id or right.id:
        return 0
    return _words(left, right)


def _words(left: Thing, right: Thing) -> float:
    shared = left.words & right.words
    return float(alike(left.words, right.words) >= _ENOUGH and bool(shared))


def _named(left: Thing, right: Thing) -> float:
    """By what both are named after, else by their words: a product, a benchmark, a policy, an incident."""
    if left.id and right.id and root(left.id) != root(right.id):
        return 0
    if left.parties and right.parties and not left.parties & right.parties and left.type == "policy":
        return 0
    return _words(left, right) * (1.5 if left.id and left.id == right.id else 1)


def _deal(left: Thing, right: Thing) -> float:
    """By its counterparts; where one names none, by the object."""
    if left.parties and right.parties:
        return 2.0 * same_parties(left.parties, right.parties)
    if left.id and left.id == right.id:
        return 1.5
    return 0 if left.parties or right.parties else _words(left, right)


def _money(left: Thing, right: Thing) -> float:
    """By counterparts, else by the site that is built, else by what is measured for which period."""
    if left.id or right.id:
        return 2.0 * (left.id == right.id)
    if left.measures & right.measures and _capex(left) and _capex(right):
        return 2.0
    if _capex(left) != _capex(right):
        return 0
    return _deal(left, right)


def _capex(it: Thing) -> bool:
    return any(metric == "capex" for metric, _ in it.measures)


def _people(left: Thing, right: Thing) -> float:
    if left.parties or right.parties:
        return 2.0 * same_parties(left.parties, right.parties)
    return _words(left, right)


def _count(left: Thing, right: Thing) -> float:
    """The same counter at the same value."""
    if not left.measures & right.measures or root(left.id or "") != root(right.id or ""):
        return _words(left, right) if not (left.measures and right.measures) else 0
    return 2.0 * (left.figures == right.figures)


_RULES = {
    **dict.fromkeys(OBJECT_TYPES, _object),
    "product": _named, "research": _named, "policy": _named, "incident": _named,
    "partnership": _deal, "acquisition": _deal, "investment": _money, "people": _people, "milestone": _count,
}  # fmt: skip


def along(left: str, right: str) -> bool:
    """Whether two statuses are of one step: announced and shipped are (the writer's tense decides between them)."""
    if left == right:
        return True
    if left in _APART or right in _APART:
        return False
    return {left, right} != _AHEAD | _DONE


def together(left: Thing, right: Thing) -> bool:
    """Whether their dates can be those of one happening. Not for claims without a date."""
    if left.window is None or right.window is None or left.days is None or right.days is None:
        return False
    if left.level > 1 or right.level > 1:
        # a coarse date is as wide as it says: it only has to hold the other one, give or take the tolerance
        return left.days.meets(right.window) or right.days.meets(left.window)
    if left.level == right.level == 0:
        return left.days.meets(right.days, 3)
    return left.days.meets(right.window) or right.days.meets(left.window)
