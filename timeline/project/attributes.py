"""Disputes about what an object can have one of only, about counters, and about figures of periods. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from store.events import Quantity
from timeline.project.context import Component, known, who
from timeline.project.model import ClaimRecord
from timeline.project.objects import attributes_of, generation
from timeline.project.pairs import Pair
from timeline.project.quantities import agree, measures, span
from timeline.project.things import thing

__all__ = ["attribute_pairs", "counter_pairs", "period_pairs"]

_EXCLUSIVE = frozenset({"model-count", "largest"})
_NEAR = 120  # days between two posts that can be telling of the same figures


def attribute_pairs(whole: Component) -> Iterator[Pair]:
    """Attributes of an object that can have one value only: how many models it has, which is the largest."""
    told: dict[tuple[str, str], dict[str, ClaimRecord]] = defaultdict(dict)
    told_of = (r for r in whole.records.values() if not _EXCLUSIVE.isdisjoint(attributes_of(r)))
    for record in sorted(told_of, key=known):
        it = thing(record)
        for name, value in attributes_of(record).items():
            about = it.id if name == "model-count" else generation(it.id or "")
            if about and name in _EXCLUSIVE:
                told[name, about].setdefault(value, record)
    for (name, about), values in sorted(told.items()):
        (first, left), *others = values.items()
        for value, right in others:
            text = f"{name.replace('-', ' ')} of {about}: {first} ({who(left)}) or {value} ({who(right)})"
            severity = "hard" if name == "model-count" else "soft"
            yield Pair(name, severity, left, right, text, beside=_release_of(whole, about))


def _release_of(whole: Component, generation_id: str) -> str | None:
    """The release that an attribute is told of, of the whole generation rather than of a member; the first known."""
    out = [whole.records[key] for key, it in whole.things.items() if it.type == "release" and it.id]
    of_it = [r for r in out if generation(whole.things[r.key].id or "") == generation_id]
    best = min(of_it, key=lambda r: (whole.things[r.key].id != generation_id, *known(r)), default=None)
    return best.key if best else None


def counter_pairs(whole: Component) -> Iterator[Pair]:
    """A counter that only grows, told lower than it was before: out of date rather than false."""
    rows: dict[tuple[str, str], list[tuple[str, float, ClaimRecord]]] = defaultdict(list)
    for record in whole.records.values():
        if record.claim.type == "milestone" and not record.claim.aside:
            for metric, value in _counts(record):
                when = record.claim.date or (record.post.published or "~")[:10]
                rows[metric, whole.things[record.key].top].append((when, value, record))
    for name in sorted(rows):
        yield from _fallen(sorted(rows[name], key=lambda r: (r[0], r[1], r[2].key)))


def _counts(record: ClaimRecord) -> Iterator[tuple[str, float]]:
    for (metric, period), quantity in measures(record).items():
        value = quantity.low if quantity.low is not None else quantity.high
        if value is not None and not period:
            yield metric, value


def _fallen(row: list[tuple[str, float, ClaimRecord]]) -> Iterator[Pair]:
    """Each value that is lower than the highest one before it; one without a date is told of today."""
    top: tuple[float, ClaimRecord] | None = None
    for when, value, record in row:
        if top and value < top[0] * 0.98:
            high = top[1]
            text = f"{_told(record)} ({who(record)}) after {_told(high)} in {high.claim.date} ({who(high)})"
            yield Pair("older-counter", "soft", high, record, text)
        elif when != "~" and (top is None or value > top[0]):
            top = (value, record)


def _told(record: ClaimRecord) -> str:
    return next((q.text for q in record.claim.quantities), record.claim.object)


def period_pairs(whole: Component) -> Iterator[Pair]:
    """The same figure told of two periods, by posts of the same time: one has taken it for the other."""
    rows: dict[tuple[str, str], dict[str, tuple[ClaimRecord, Quantity]]] = defaultdict(dict)
    told = [r for r in whole.records.values() if any(metric == "capex" for metric, _ in measures(r))]
    for record in sorted(told, key=known):
        for (metric, period), quantity in measures(record).items():
            for end in {quantity.low, quantity.high} - {None} if metric == "capex" and period else ():
                rows[metric, f"{end:.4g}"].setdefault(period, (record, quantity))
    seen = set()
    for row in (rows[name] for name in sorted(rows)):
        (left, one), *others = row.values()
        for right, two in others:
            pair = (left.key, right.key)
            if pair not in seen and span(one) and agree(one, two) and _near(left, right):
                seen.add(pair)
                text = f"{one.text} ({who(left)}) and {two.text} ({who(right)}), told of different periods"
                yield Pair("quantity-period", "hard", left, right, text)


def _near(left: ClaimRecord, right: ClaimRecord) -> bool:
    days = [_day(r.post.published or r.claim.date) for r in (left, right)]
    return all(days) and abs((days[0] or 0) - (days[1] or 0)) <= _NEAR


def _day(text: str | None) -> int | None:
    return date.fromisoformat(text[:10]).toordinal() if text and re.match(r"\d{4}-\d\d-\d\d", text) else None
