"""Disputes between moves: the same thing told as two happenings, or its attributes told in two ways. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.project.asides import aside_pairs
from timeline.project.attributes import attribute_pairs, counter_pairs, period_pairs
from timeline.project.blocks import of_thing
from timeline.project.context import Component, Group, known, who
from timeline.project.dates import inherited
from timeline.project.model import ClaimRecord
from timeline.project.pairs import Pair
from timeline.project.same import likeness, together
from timeline.project.things import Thing

__all__ = ["between"]

_ONCE = frozenset({"release", "acquisition"})
_OUT = frozenset({"shipped", "announced"})


def between(whole: Component, groups: Sequence[Group]) -> Iterator[Pair]:
    """All disputes between claims of different moves."""
    if len(groups) > 1:
        home = {key: number for number, group in enumerate(groups) for key in group.keys}
        yield from _once(whole, groups)
        yield from _denied(whole, home)
    yield from attribute_pairs(whole)
    yield from counter_pairs(whole)
    yield from period_pairs(whole)
    yield from aside_pairs(whole)


def _once(whole: Component, groups: Sequence[Group]) -> Iterator[Pair]:
    """What happens once and is told of two times; or is still to come when it has come."""
    about: dict[tuple[str, str], list[tuple[Group, ClaimRecord]]] = defaultdict(list)
    for group in groups:
        best = group.finest
        it = whole.things[best.key]
        if it.type in _ONCE and it.days and (name := _name(it)):
            about[it.type, name].append((group, best))
    for row in (about[name] for name in sorted(about)):
        main_group, main = min(row, key=lambda g: (g[1].claim.status not in _OUT, -len(g[0].lineages), *known(g[1])))
        if main.claim.status not in _OUT:
            continue
        for group, best in row:
            if group is not main_group:
                yield from _against(whole, main, best)


def _name(it: Thing) -> str | None:
    if it.type == "acquisition":
        return "+".join(sorted(it.parties)) or None
    return it.id if it.once else None


def _against(whole: Component, main: ClaimRecord, other: ClaimRecord) -> Iterator[Pair]:
    left, right = whole.things[main.key], whole.things[other.key]

    def apart(one: ClaimRecord, two: ClaimRecord) -> bool:
        mine, yours = whole.things[one.key], whole.things[two.key]
        return bool(mine.days and yours.days) and not together(mine, yours)

    if not apart(main, other) or left.days is None or right.days is None:
        return
    what = main.claim.object
    if other.claim.status in _OUT and {main.claim.status, other.claim.status} != {"shipped", "announced"}:
        severity = "soft" if 1 in (left.level, right.level, inherited(main), inherited(other)) else "hard"
        text = f"{what}: {main.claim.date} ({who(main)}) or {other.claim.date} ({who(other)})"
        yield Pair("date-disjoint", severity, main, other, text, apart)
    elif main.claim.status == "shipped" and right.days.start > left.days.end and other.claim.status != "rumoured":
        text = f"{what}: out {main.claim.date} ({who(main)}), {other.claim.status} {other.claim.date} ({who(other)})"
        if other.claim.status not in _OUT:
            yield Pair("status", "hard", main, other, text)


def _denied(whole: Component, home: dict[str, int]) -> Iterator[Pair]:
    """A thing said, and denied as a move of its own; a rumour, and what is known of the same."""
    index: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    told = {it.status for it in whole.things.values()}
    asked = {name for name in told & _AGAINST.keys() if not told.isdisjoint(_AGAINST[name])}
    if not asked:
        return
    wanted = {status for name in asked for status in _AGAINST[name]}
    for it in whole.things.values():
        for block in of_thing(it) if it.status in wanted else ():
            index[block, it.status].append(it)
    for key, it in whole.things.items():
        if it.status not in asked:
            continue
        rows = [index[block, status] for block in of_thing(it) for status in _AGAINST[it.status]]
        facing = {other.key for row in rows for other in row if home[other.key] != home[key] and _faces(it, other)}
        if facing:
            yield _facing(whole.records[key], min((whole.records[other] for other in facing), key=known))


#: status → the statuses that speak against it
_AGAINST = {"denied": ("shipped", "announced", "rumoured"), "rumoured": ("denied", "delayed", "cancelled")}


def _faces(it: Thing, other: Thing) -> bool:
    """The same thing, at times that do not tell the two apart. What the post's own day is may lag behind."""
    return (not (it.days and other.days) or together(it, other)) and likeness(it, other) > 0


def _facing(mine: ClaimRecord, other: ClaimRecord) -> Pair:
    if mine.claim.status == "denied":
        sure = other.claim.stance != "alleged" and other.claim.status != "rumoured"
        text = f"{other.claim.object}: {other.claim.status} ({who(other)}), denied ({who(mine)})"
        return Pair("polarity", "hard" if sure else "soft", mine, other, text)
    text = f"{mine.claim.object}: rumoured ({who(mine)}), but {other.claim.status} ({who(other)})"
    return Pair("rumour", "soft", mine, other, text)
