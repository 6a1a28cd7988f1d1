"""Where days and periods are named: the sentences with a word for one, or one that counts from one.

Looking for those words first costs a twentieth of reading. Passed over are sentences with nothing but bare spans ("for
three years"), vague words ("now"), times of the day ("at 4:30") or one of many seasons ("a long winter").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from ingest.extract.dates.lexicon import HOLIDAYS, MONTHS, PARTS, SEASONS, WEEKDAYS
from ingest.extract.dates.tense import ABBREVIATIONS
from ingest.extract.fold import lowered

__all__ = ["stretches"]

_WORDS = """
    today yesterday tomorrow tonight overnight ago week weekend fortnight month year quarter half fiscal century decade
    millennium day period
    twenties thirties forties fifties sixties seventies eighties nineties eighteen nineteen twenty
"""
#: beside a plural, "two weeks earlier"; singulars are cues themselves
_RELATIONS = "earlier later hence recent past last latest previous following"
_CODES = "q1 q2 q3 q4 h1 h2 1q 2q 3q 4q 1h 2h fy cy 0s /"
#: the first half of a year
_CENTURIES = "15 16 17 18 19 20 21"
_OTHERS = f"{_WORDS} {_RELATIONS} {_CODES} {_CENTURIES}".split()
_CUES = sorted({*MONTHS, *WEEKDAYS, *SEASONS, *PARTS, *HOLIDAYS, *_OTHERS, "from now"})
_FINDER = AhoCorasick(_CUES)
#: words like others unless they have a capital, as in tokens.py
_CAPITAL = {n for n, cue in enumerate(_CUES) if (len(cue) < 4 and cue in MONTHS | WEEKDAYS) or cue == "march"}
_FIGURES = {n for n, cue in enumerate(_CUES) if cue in f"{_CODES} {_CENTURIES}".split()}
_RELATIVE = {n for n, cue in enumerate(_CUES) if cue in _RELATIONS.split()}
_PLURAL = re.compile(
    r"\b(?:days|weeks|weekends|fortnights|months|quarters|years|yrs|decades|centuries|millennia|millenniums)\b"
)
_SEASONS = {n for n, cue in enumerate(_CUES) if cue in SEASONS}
_CERTAIN = re.compile(
    r"(?:\A|\W|\b(?:the|this|last|next|past|in|of|by|to|since|until|till|from|through|during|early|late|mid|for|before|least|earlier"
    r"|after|previous|following|coming|and|or))[\s-]\Z"
)
_YEAR = ("of", "19", "20", "'1", "'2", "'9")
# begins with a set of characters: the search leaps from one of these to the next
_END = re.compile(r"[.!?;\n](?:(?<=\n)|(?=\s))")
#: letters of the longest abbreviation: the dot behind a longer word, as most are, is none of it
_LONGEST = max(map(len, ABBREVIATIONS))
_WORD = re.compile(r"([^\W_]+)\s*\Z")


def stretches(text: str) -> list[tuple[int, int]]:
    """The sentences in which days and periods may be named, in order. A line ends one too."""
    cues = sorted(_cues(text))
    out: list[tuple[int, int]] = []
    if not cues:
        return out
    ends = [found.end() for found in _END.finditer(text)]
    for cue in cues:
        if out and cue < out[-1][1]:
            continue
        first = last = bisect_right(ends, cue)
        while first > 0 and _abbreviated(text, ends[first - 1]):
            first -= 1
        while last < len(ends) and _abbreviated(text, ends[last]):
            last += 1
        out.append((ends[first - 1] if first else 0, ends[last] if last < len(ends) else len(text)))
    return out


def _cues(text: str) -> Iterator[int]:
    low = lowered(text)
    for number, start, end in _FINDER.find_matches_as_indexes(low, overlapping=True):
        if number in _FIGURES:
            if _is_figure(low, start, end):
                yield start
        elif low[end : end + 1].isalpha() or (start and low[start - 1].isalpha()):
            continue  # "fall" in "fallen"
        elif number in _CAPITAL:
            if text[start].isupper():
                yield start
        elif _counts(low, number, start, end):
            yield start


def _is_figure(text: str, start: int, end: int) -> bool:
    """Whether this is of a year, decade, quarter, half or fiscal year: "2025", "q3", "1h26", "fy26", "4/5/25"."""
    if not text[start].isalnum():
        return text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
    if text[start:end].isdigit():
        return text[end : end + 2].isdigit() and not (start and text[start - 1].isdigit())
    return not text[end : end + 1].isalpha() and not (start and text[start - 1].isalpha())


def _counts(text: str, number: int, start: int, end: int) -> bool:
    """Whether a word that only sometimes tells of a day or period does so here."""
    if number in _RELATIVE:
        return _PLURAL.search(text, max(0, start - 25), end + 30) is not None
    return number not in _SEASONS or _is_certain(text, start, end)


def _is_certain(text: str, start: int, end: int) -> bool:
    """Whether a season is a certain one ("the winter", "winter 2025") and not one of many ("a long winter")."""
    return _CERTAIN.search(text, max(0, start - 10), start) is not None or text[end : end + 5].strip()[:2] in _YEAR


def _abbreviated(text: str, end: int) -> bool:
    """Whether the mark before ``end`` may be the dot of an abbreviation."""
    if text[end - 1] != "." or (end > _LONGEST + 1 and text[end - 2 - _LONGEST : end - 1].isalnum()):
        return False
    word = _WORD.search(text, max(0, end - 9), end - 1)
    return word is not None and word[1].lower() in ABBREVIATIONS
