"""What must stand in a text for a pattern to match it at all: looked for first, since a search for a word costs little.

A pattern for ``release of`` or ``launch of`` with a name behind it asks for one of those two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick

__all__ = ["Musts", "musts"]

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_MOST = 40  # strings; more are no help


def musts(pattern: re.Pattern[str]) -> tuple[tuple[str, ...], ...]:
    """Sets of strings: of each set, at least one stands in everything that the pattern matches.

    In lower case where the pattern takes either: they stand in the text's lower case then.
    """
    sets = list(_of_sequence(_parser.parse(pattern.pattern, pattern.flags & re.VERBOSE)))
    telling = [each for each in sets if all(map(_telling, each))] or [_best(sets)]
    either = bool(pattern.flags & re.IGNORECASE)
    return tuple(tuple(sorted({s.lower() for s in each} if either else each)) for each in dict.fromkeys(telling) if each)


def _telling(string: str) -> bool:
    """Whether few texts hold it: three letters, or a tag."""
    return len(string.strip()) >= 3 or string.isupper()


def _best(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """The most telling of several sets, each of which would do: long strings, then few."""
    return max(sets, key=lambda s: (min(map(_weight, s)), -len(s)), default=frozenset())


def _weight(string: str) -> int:
    return max(len(string), 4 * string.isupper())


def _of_sequence(items: Iterable[Any]) -> Iterator[frozenset[str]]:
    """The sets that the parts of a sequence ask for; letters side by side are one string."""
    run = ""
    for op, argument in items:
        if str(op) == "LITERAL":
            run += chr(argument)
            continue
        if run:
            yield frozenset({run})
        run = ""
        if asked := _of_part(str(op), argument):
            yield asked
    if run:
        yield frozenset({run})


def _of_part(op: str, argument: Any) -> frozenset[str]:
    if op == "SUBPATTERN":
        return _best(_of_sequence(argument[3]))
    if op == "ATOMIC_GROUP":
        return _best(_of_sequence(argument))
    if op in _REPEATS:
        return _best(_of_sequence(argument[2])) if argument[0] else frozenset()
    if op == "BRANCH":
        return _union([_best(_of_sequence(branch)) for branch in argument[1]])
    if op == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return frozenset(chr(code) for _, code in argument)
    return frozenset()


def _union(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    if not all(sets):
        return frozenset()
    whole = frozenset[str]().union(*sets)
    return whole if len(whole) <= _MOST else frozenset()


class Musts:
    """Which of many patterns may match a text, and where: one pass over it for all their strings."""

    __slots__ = ("_automaton", "_counts", "_owners")

    def __init__(self, patterns: Sequence[re.Pattern[str]], *, lower: bool = False) -> None:
        """``lower``: the text will be asked about in lower case."""
        asked = [[[s.lower() for s in each] if lower else each for each in musts(p)] for p in patterns]
        self._counts = [len(sets) for sets in asked]
        owners: dict[str, list[tuple[int, int]]] = {}  # string → the patterns, and which set of theirs it is of
        for i, sets in enumerate(asked):
            for n, each in enumerate(sets):
                for s in each:
                    owners.setdefault(s, []).append((i, n))
        self._owners = list(owners.values())
        self._automaton = AhoCorasick(list(owners))

    def possible(self, text: str) -> set[int]:
        """The numbers of the patterns that may match somewhere in the text."""
        seen = {found[0] for found in self._automaton.find_matches_as_indexes(text, overlapping=True)}
        sets = {owner for number in seen for owner in self._owners[number]}
        count = Counter(i for i, _ in sets)
        return {i for i, wanted in enumerate(self._counts) if count[i] == wanted}

    def windows(self, text: str, pad: int) -> dict[int, list[tuple[int, int]]]:
        """By number of the pattern, the stretches in which it may match; each reaches so far around its strings."""
        size = len(text)
        out: dict[int, list[tuple[int, int]]] = {i: [(0, size)] for i, wanted in enumerate(self._counts) if not wanted}
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for i, first in self._owners[number]:
                if not first:
                    _add(out.setdefault(i, []), max(0, start - pad), min(size, end + pad))
        return out


def _add(stretches: list[tuple[int, int]], start: int, end: int) -> None:
    """Adds a stretch, as one with the last where they meet. Strings are found in the order of their ends."""
    while stretches and start <= stretches[-1][1]:
        first, last = stretches.pop()
        start, end = min(first, start), max(last, end)
    stretches.append((start, end))
