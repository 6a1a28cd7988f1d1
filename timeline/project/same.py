"""Whether two claims are about one thing, and how surely; dates and statuses apart. Pure."""

from __future__ import annotations

from timeline.project.parties import same_parties
from timeline.project.things import OBJECT_TYPES, TOLERANCE, Thing
from timeline.project.words import alike

__all__ = ["UNDATED", "along", "closeness", "likeness", "together"]

#: the level of claims without a date
UNDATED = 7
_SURE = 1.5  # a likeness from which a post may lag behind; with less, the days must be the same

_ENOUGH = 0.5  # of the words of the shorter phrase
_ENOUGH_OF_ONE = 0.25  # where both name the same counterpart
_MOST = 0.75  # of the words: as sure as a name
_SAME_MATTER = 3  # words in common from which two parties are one by two names
_AHEAD, _DONE = {"planned"}, {"shipped"}
_APART = ("delayed", "cancelled", "denied")


def likeness(left: Thing, right: Thing) -> float:
    """0 for two things; otherwise up to 3, more for more in common."""
    if left.type != right.type or left.act != right.act:
        return 0
    sure = _RULES[left.type](left, right)
    return sure + alike(left.words, right.words) / 2 if sure else 0


def _object(left: Thing, right: Thing) -> float:
    """By the object. A bare family ("MTIA") is surely the same only if it is told of in the same words."""
    if left.id and left.id == right.id:
        return 2.0 if left.once or _words(left, right) else 1.0
    return 0 if left.id or right.id else _words(left, right)


def _words(left: Thing, right: Thing) -> float:
    """By the phrase: two words in common that are half of the shorter one, or the same word alone."""
    share = alike(left.words, right.words)
    if share < _ENOUGH or (len(left.words & right.words) < 2 and left.words != right.words):
        return 0
    return _SURE if share >= _MOST else 1.0


def _named(left: Thing, right: Thing) -> float:
    """By the phrase: of a product, a benchmark, a policy, an incident. The object's id is beside the point there."""
    if left.type == "policy" and left.parties & right.parties:
        return 1.5 * (alike(left.words, right.words) >= _ENOUGH_OF_ONE)
    words = _words(left, right)
    if left.type == "policy" and left.parties and right.parties:  # one office by two names, if the words say the same
        return 1.0 if words == _SURE and len(left.words & right.words) >= _SAME_MATTER else 0
    if left.type == "product" and left.id and left.id == right.id and not (left.words and right.words):
        return 1.0  # "the app" and "the stand-alone app": of one day, they are one
    return words


def _deal(left: Thing, right: Thing) -> float:
    """By its counterparts; where one names none, by the object."""
    if left.parties and right.parties:
        return same_parties(left.parties, right.parties)
    if left.id and left.id == right.id:
        return 1.5
    return 0 if left.parties or right.parties else _words(left, right)


def _money(left: Thing, right: Thing) -> float:
    """By what is measured for which period, else by counterparts, else by the site that is built."""
    if _capex(left) or _capex(right):
        return (2.0 + (left.figures == right.figures)) * bool(_capex(left) & _capex(right))
    if left.id and left.id == right.id:
        return 2.0
    return _deal(left, right)


def _capex(it: Thing) -> set[tuple[str, str]]:
    return {measure for measure in it.measures if measure[0] == "capex"}


def _people(left: Thing, right: Thing) -> float:
    if left.act == "cuts":
        return 0 if (one := _numbers(left)) and (two := _numbers(right)) and one.isdisjoint(two) else _SURE
    if left.parties or right.parties:
        return same_parties(left.parties, right.parties)
    return _words(left, right)


def _numbers(it: Thing) -> set[str]:
    """How many, as far as the phrase says."""
    return {word for word in it.words if word[0].isdigit()}


def _count(left: Thing, right: Thing) -> float:
    """The same counter at the same value."""
    if not left.measures & right.measures or left.top != right.top:
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
    """Whether their dates can be those of one happening. Not for claims without a date.

    A coarse date is as wide as it says: it only has to hold the other one, give or take the tolerance.
    """
    if left.days is None or right.days is None:
        return False
    if left.level == right.level == 0:
        return _meet(left.span, right.span, TOLERANCE)
    return _meet(left.span, right.reach) or _meet(left.reach, right.span)


def _meet(left: tuple[int, int], right: tuple[int, int], days: int = 0) -> bool:
    return left[0] <= right[1] + days and right[0] <= left[1] + days


def closeness(left: Thing, right: Thing) -> float:
    """How surely two claims are of one move, their dates taken in: 0 where they are not."""
    undated = UNDATED in (left.level, right.level)
    if not undated and not together(left, right):
        return 0
    sure = likeness(left, right)
    if not sure or undated:
        return sure
    near = _meet(left.span, right.span, TOLERANCE)
    if sure < _SURE and not near:
        return 0
    far = 0 if near else abs(left.span[0] - right.span[0])
    return sure + 0.25 * (left.status == right.status) + 1 / (1 + far / 7)
