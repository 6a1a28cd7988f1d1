"""Disputes: claims that cannot both be true (hard), or that a reader should see side by side (soft). Pure.

within a move      date-disjoint · quantity-disjoint · polarity · weekday
between moves      date-disjoint of what happens once · status (still planned after it came) · polarity ·
                   model-count · largest · quantity-period · older-counter · rumour
with an aside      largest · score · stale-role · polarity (done, and said not to have been done)
A coarse date never disputes a finer one inside it; a point never disputes a range that holds it; a later step of a
thread is no contradiction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from store.events import Quantity
from timeline.project.between import between
from timeline.project.context import Component, Group, known, who
from timeline.project.dates import inherited
from timeline.project.model import ClaimRecord, Dispute
from timeline.project.once import once
from timeline.project.pairs import Pair, dispute_of
from timeline.project.quantities import agree, measures
from timeline.project.same import together
from timeline.project.things import Thing, thing
from timeline.project.weekdays import weekday_pairs

__all__ = ["disputes_of"]

_MOST = 24  # different values of one slot of one move that are compared with each other


def disputes_of(whole: Component, groups: Sequence[Group]) -> dict[tuple[str, ...], tuple[Dispute, ...]]:
    """Keys of each move → its disputes; one between two moves stands with both."""
    home = {key: group for group in groups for key in group.keys}
    found: dict[tuple[str, ...], set[Dispute]] = defaultdict(set)
    for group in groups:
        if own := _own(group):
            found[group.keys].update(own)
    one_each: dict[tuple[object, ...], Pair] = {}
    for pair in between(whole, groups):  # one of a rule between the same two moves says it all
        one_each.setdefault((pair.rule, *sorted(_place(home, r.key) for r in (pair.left, pair.right))), pair)
    for pair in one_each.values():
        sides = [home[r.key] for r in (pair.left, pair.right) if r.key in home]
        if not sides and pair.beside:
            sides = [home[pair.beside]]
        dispute = dispute_of(pair, sides)
        for side in sides:
            found[side.keys].add(dispute)
    return {keys: tuple(sorted(all_, key=_order)) for keys, all_ in found.items()}


def _place(home: dict[str, Group], key: str) -> tuple[str, ...]:
    """The move that a claim is of; an aside is of none, and stands for itself."""
    return home[key].keys if key in home else (key,)


def _order(d: Dispute) -> tuple[object, ...]:
    return (d.settled, d.severity, d.rule, d.left, d.right, d.text)


@once
def _own(group: Group) -> frozenset[Dispute]:
    """Those within one move, which nothing outside of it bears on."""
    return frozenset(dispute_of(pair, [group]) for pair in _within(group))


def _within(group: Group) -> Iterator[Pair]:
    yield from _dates(group)
    yield from _quantities(group)
    yield from _polarity(group)
    yield from weekday_pairs(group)


def _dates(group: Group) -> Iterator[Pair]:
    dated = [r for r in group.records if r.claim.date]

    def apart(left: ClaimRecord, right: ClaimRecord) -> bool:
        return not together(thing(left), thing(right))

    for left, right in _different(dated, lambda r: (r.claim.date, r.claim.date_end, _late(thing(r))), apart):
        text = f"happened {left.claim.date} ({who(left)}) or {right.claim.date} ({who(right)})"
        severity = "soft" if inherited(left) or inherited(right) else _severity(left, right)
        yield Pair("date-disjoint", severity, left, right, text, apart)


def _late(it: Thing) -> bool:
    return it.level == 1


def _quantities(group: Group) -> Iterator[Pair]:
    told: dict[tuple[str, str | None, str], list[tuple[ClaimRecord, Quantity]]] = defaultdict(list)
    for record in group.records:
        for (metric, period), quantity in measures(record).items():
            told[metric, quantity.unit, period].append((record, quantity))
    for (metric, unit, period), pairs in sorted(told.items(), key=lambda entry: repr(entry[0])):
        yield from _unequal((metric, unit, period), pairs)


def _unequal(measure: tuple[str, str | None, str], told: list[tuple[ClaimRecord, Quantity]]) -> Iterator[Pair]:
    quantity = {record.key: q for record, q in told}

    def apart(left: ClaimRecord, right: ClaimRecord) -> bool:
        one, two = quantity.get(left.key), quantity.get(right.key)
        return one is not None and two is not None and not agree(one, two)

    def value(record: ClaimRecord) -> tuple[object, ...]:
        q = quantity[record.key]
        return (q.low, q.high, q.bound)

    metric, _, period = measure
    for left, right in _different([record for record, _ in told], value, apart):
        name = metric.replace("-", " ") + (f" for {period}" if period else "")
        text = f"{name}: {quantity[left.key].text} ({who(left)}) or {quantity[right.key].text} ({who(right)})"
        yield Pair("quantity-disjoint", _severity(left, right), left, right, text, apart)


def _polarity(group: Group) -> Iterator[Pair]:
    def apart(left: ClaimRecord, right: ClaimRecord) -> bool:
        return _denies(left) != _denies(right)

    for left, right in _different(group.records, _denies, apart):
        severity = "soft" if "alleged" in (left.claim.stance, right.claim.stance) else "hard"
        yes, no = (right, left) if _denies(left) else (left, right)
        text = f"{yes.claim.object}: said to be so ({who(yes)}), denied ({who(no)})"
        yield Pair("polarity", severity, left, right, text, apart)


def _denies(record: ClaimRecord) -> bool:
    """A curated denial has the status, one that was read the stance as well."""
    return "denied" in (record.claim.stance, record.claim.status)


def _different(
    records: Iterable[ClaimRecord],
    value: Callable[[ClaimRecord], object],
    apart: Callable[[ClaimRecord, ClaimRecord], bool],
) -> Iterator[tuple[ClaimRecord, ClaimRecord]]:
    """Pairs that contradict each other, one for each pair of values: by the claims that were known first."""
    first: dict[object, ClaimRecord] = {}
    for record in sorted(records, key=known):
        first.setdefault(value(record), record)
    row = list(first.values())[:_MOST]
    for place, left in enumerate(row):
        for right in row[place + 1 :]:
            if apart(left, right):
                yield left, right


def _severity(left: ClaimRecord, right: ClaimRecord) -> str:
    """A rumour against a fact is to be seen, and no contradiction."""
    unsure = [r.claim.status == "rumoured" or r.claim.stance == "alleged" for r in (left, right)]
    return "soft" if any(unsure) else "hard"
