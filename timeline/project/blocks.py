"""Blocking keys: claims that share none can neither be merged nor disputed. Pure.

Keys are fine, for all that shares one is resolved at once: what has a name of its own is blocked by it, at any time;
what is only a phrase is blocked by pairs of its words, month by month, and by the whole phrase at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from store.interval import Interval
from timeline.project.asides import blocks_of_asides
from timeline.project.model import ClaimRecord
from timeline.project.objects import attributes_of, root
from timeline.project.once import once
from timeline.project.quantities import measures
from timeline.project.things import OBJECT_TYPES, Thing, thing

__all__ = ["blocks", "of_thing"]

_LONGEST = 100  # days: a range longer than that is blocked by its phrase alone
_TELLING = 7  # words of a phrase, the longest, that pairs are made of


def blocks(record: ClaimRecord) -> tuple[str, ...]:
    """The keys of a claim, sorted; never none."""
    own = set() if record.claim.aside else set(of_thing(thing(record)))
    own.update(_shared(record))
    own.update(blocks_of_asides(record))
    return tuple(sorted(own))


def _shared(record: ClaimRecord) -> Iterator[str]:
    """Keys by which claims are disputed that are never merged."""
    claim = record.claim
    if claim.object_id:
        for name in attributes_of(record):
            yield f"attribute|{name}|{root(claim.object_id)}"
    for (metric, _), quantity in measures(record).items():
        if metric == "capex":
            for end in {quantity.low, quantity.high} - {None}:
                yield f"figure|{metric}|{end:.4g}"


@once
def of_thing(it: Thing) -> tuple[str, ...]:
    """Keys by which claims are merged: what they must have one of in common."""
    return tuple(_of_thing(it))


def _of_thing(it: Thing) -> Iterator[str]:
    if it.id and it.type in OBJECT_TYPES:
        yield f"object|{it.id}"
    if it.type == "milestone" and it.measures:
        yield from (f"measure|{metric}|{it.top}" for metric, _ in it.measures)
        return
    if it.type in ("partnership", "acquisition", "investment", "people"):
        yield from (f"{it.type}|party|{party}" for party in it.parties)
    if it.type in ("investment", "acquisition") and it.id:
        yield f"{it.type}|object|{it.id}"
    if it.type == "investment":
        yield from (f"measure|{metric}|{period}" for metric, period in it.measures if metric == "capex")
    if it.act == "cuts":
        yield from (f"people|cuts|{month}" for month in _months(it.window))
    if it.id is None or it.type not in ("release", "chip"):
        yield from _by_words(it)


def _by_words(it: Thing) -> Iterator[str]:
    """By the whole phrase at any time, and by any two of its words in its months: one word alone is in too many."""
    yield f"{it.type}|phrase|{' '.join(sorted(it.words))}"
    if it.parties and it.type in ("partnership", "acquisition", "investment", "people"):
        return
    names = [word for word in it.words if not word[0].isdigit()]
    words = names if len(names) > 1 else it.words  # a bare number is in too many phrases
    telling = sorted(sorted(words, key=lambda word: (-len(word), word))[:_TELLING])
    for month in _months(it.window):
        yield from (f"{it.type}|words|{one} {two}|{month}" for one, two in combinations(telling, 2))
        if it.type == "policy":
            yield from (f"policy|party|{party}|{month}" for party in it.parties)


def _months(window: Interval | None) -> list[str]:
    if window is None or (window.end - window.start).days > _LONGEST:
        return []
    found, year, month = [], window.start.year, window.start.month
    while date(year, month, 1) <= window.end:
        found.append(f"{year:04d}-{month:02d}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found
