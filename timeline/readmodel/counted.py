"""Counts that are kept with every commit, so that a question need not count what it does not show.

``rm_facet``: how many moves stand under each value that a person can choose. ``rm_held``: how many a tag or the
beginning of a word finds, with those that people rejected, as in the tables of tags and words. ``rm_cell``: how many
have the same columns and month; any selection by columns and months is a sum of cells.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from timeline.readmodel.found import facets_of, month_of, tags_of
from timeline.readmodel.stored import LINEAGES, Stored, is_whole

__all__ = ["WORD", "Counted", "beginnings", "count"]

#: a version, and the words that it is found by
Counted = tuple[Stored, Sequence[str]]
#: the kinds of tags that moves are found by
TAGS = frozenset({"actor", "object", "source", "dispute"})
#: the kind under which the beginnings of words are counted
WORD = "word"

_Key = TypeVar("_Key", bound=Hashable)

_FACET = "INSERT INTO rm_facet VALUES (?,?,?,?) ON CONFLICT (kind, value) DO UPDATE SET n = n + excluded.n"
_HELD = "INSERT INTO rm_held VALUES (?,?,?) ON CONFLICT (kind, value) DO UPDATE SET n = n + excluded.n"
_CELL = """INSERT INTO rm_cell VALUES (?,?,?,?,?,?,?)
    ON CONFLICT (type, status, grade, lineages, disputed, month) DO UPDATE SET n = n + excluded.n"""


def count(connection: sqlite3.Connection, gone: Iterable[Counted], come: Iterable[Counted]) -> None:
    """These versions stand no more, those do from now on; the caller commits."""
    facets, held, cells = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[object, ...]]()
    for sign, versions in ((-1, gone), (1, come)):
        words = Counter[str]()
        for stored, told in versions:
            _add(facets, facets_of(stored), sign)
            _add(held, (tag for tag in tags_of(stored) if tag[0] in TAGS), sign)
            _add(cells, _cells_of(stored), sign)
            words.update(beginnings(told))
        for value, n in words.items():
            held[WORD, value] += sign * n
    many = connection.executemany
    many(_FACET, [(kind, value, n, value.casefold()) for (kind, value), n in sorted(facets.items()) if n])
    many("DELETE FROM rm_facet WHERE kind = ? AND value = ? AND n = 0", [f for f, n in facets.items() if n < 0])
    many(_HELD, [(kind, value, n) for (kind, value), n in sorted(held.items()) if n])
    many("DELETE FROM rm_held WHERE kind = ? AND value = ? AND n = 0", [h for h, n in held.items() if n < 0])
    many(_CELL, [(*cell, n) for cell, n in cells.items() if n])
    many("DELETE FROM rm_cell WHERE (type, status, grade, lineages, disputed, month) = (?,?,?,?,?,?) AND n = 0",
         [cell for cell, n in cells.items() if n < 0])  # fmt: skip


def _add(counts: Counter[_Key], keys: Iterable[_Key], sign: int) -> None:
    for key in keys:
        counts[key] += sign


def beginnings(words: Iterable[str]) -> set[str]:
    """All that a search for one word may be that finds a text of these words."""
    return set[str]().union(*map(_beginnings, words))


@lru_cache(maxsize=16384)
def _beginnings(word: str) -> tuple[str, ...]:
    if is_whole(word):
        return (word,)
    return tuple(word[:end] for end in range(3, len(word) + 1) if not is_whole(word[:end]))


def _cells_of(stored: Stored) -> list[tuple[object, ...]]:
    if stored.rejected:
        return []
    lineages = min(stored.lineages, LINEAGES)
    month = month_of(stored)
    return [(stored.type, stored.status, stored.grade, lineages, stored.disputed,
             "" if month == "unknown" else month)]  # fmt: skip
