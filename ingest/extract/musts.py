"""What must stand in a text for a pattern to match it at all: looked for first, since a search for a word costs little.

A pattern for ``release of`` or ``launch of`` with a name behind it asks for one of those two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
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
    ranked = sorted((each for each in dict.fromkeys(telling) if each), key=_rank, reverse=True)
    either = bool(pattern.flags & re.IGNORECASE)
    return tuple(tuple(sorted({s.lower() for s in each} if either else each)) for each in ranked)


def _telling(string: str) -> bool:
    """Whether few texts hold it: three letters, or a tag."""
    return len(string.strip()) >= 3 or string.isupper()


def _best(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """The most telling of several sets, each of which would do: long strings, then few."""
    return max(sets, key=_rank, default=frozenset())


def _rank(strings: frozenset[str]) -> tuple[int, int]:
    return min(map(_weight, strings)), -len(strings)


def _weight(string: str) -> int:
    return max(len(string), 4 * string.isupper())


def _rarity(strings: tuple[str, ...]) -> tuple[int, int]:
    """How few sentences hold one of them: nearly all hold a tag, and short words are frequent."""
    return min(0 if s.isupper() else len(s) for s in strings), -len(strings)


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
    """Which of many may match a text: one pass over it for all their strings.

    Each of the many is a pattern, or several that must all match.
    """

    __slots__ = ("_always", "_automaton", "_bits", "_keyed", "_keys", "_known")

    def __init__(self, many: Sequence[Sequence[re.Pattern[str]]]) -> None:
        asked = [[sets for pattern in each for sets in musts(pattern)] for each in many]
        strings = sorted({s for sets in asked for each in sets for s in each})
        self._automaton = AhoCorasick(strings)
        places = {s: number for number, s in enumerate(strings)}
        self._bits = [0] * len(strings)  # of each string: the sets that it is of, each a bit
        self._always: list[int] = []  # those that ask for nothing
        self._keyed: dict[int, list[tuple[int, int]]] = {}  # a bit → those whose rarest set it is, with all their bits
        self._keys = 0
        bit = 1
        for number, sets in enumerate(asked):
            bit = self._ask(number, sets, places, bit)
        self._known = lru_cache(maxsize=4096)(self._of_mask)  # sentences are alike in what they hold of these

    def _ask(self, number: int, sets: Sequence[tuple[str, ...]], places: dict[str, int], bit: int) -> int:
        """Gives each set of one of the many a bit; the next that is free."""
        bits = [bit << n for n in range(len(sets))]
        for own, each in zip(bits, sets, strict=True):
            for s in each:
                self._bits[places[s]] |= own
        if not bits:
            self._always.append(number)
            return bit
        key = max(zip(bits, sets, strict=True), key=lambda pair: _rarity(pair[1]))[0]
        self._keyed.setdefault(key, []).append((number, sum(bits)))
        self._keys |= key
        return bit << len(sets)

    def possible(self, text: str) -> frozenset[int]:
        """The numbers of those that may match somewhere in the text."""
        mask = 0
        for number, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            mask |= self._bits[number]
        return self._known(mask)

    def _of_mask(self, mask: int) -> frozenset[int]:
        found, left = list(self._always), mask & self._keys
        while left:
            key = left & -left
            left ^= key
            found += [number for number, wanted in self._keyed[key] if wanted & mask == wanted]
        return frozenset(found)
