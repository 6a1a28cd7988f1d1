"""A folded text → its sentences: by their marks, by lines, and not by the dots of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

__all__ = ["Sentence", "sentences"]

# begins with a set of characters: the search leaps from one mark that may end a sentence to the next
_END = re.compile(r"[.!?:\n](?:(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9$€*#-])|(?<=\n)\s*|\n\s*|(?<=:)\s*\n)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|sen|rep|gov|st|vs|inc|corp|co|ltd|no|u\.s|u\.k|e\.u|jan|feb|mar|apr|jun|jul|aug|sept"
    r"|sep|oct|nov|dec|[a-z])\.)$",
    re.IGNORECASE,
)
#: letters of the longest of them
_LONGEST = 4


class Sentence(msgspec.Struct, frozen=True):
    """A sentence's place in its text. ``number``: from 0; ``paragraph``: which line of the text it stands in."""

    start: int
    end: int
    number: int
    paragraph: int
    heading: bool = False


@lru_cache(maxsize=8)
def sentences(folded: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; it is asked for twice, before and after its pronouns are resolved."""
    out: list[Sentence] = []
    start, paragraph = 0, 0
    for stop, after in _stops(folded):
        broken = folded.find("\n", stop, after) >= 0
        if not broken and stop < len(folded) and _abbreviated(folded, start, stop):
            continue
        piece = folded[start:stop]
        lead = len(piece) - len(piece.lstrip())
        if lead < len(piece):
            out.append(Sentence(start + lead, stop, len(out), paragraph, broken and _heading(piece)))
        paragraph += broken
        start = after
    return tuple(out)


def _stops(folded: str) -> Iterator[tuple[int, int]]:
    """Where sentences end and the next begin; the text's own end is the last."""
    for found in _END.finditer(folded):
        start, end = found.span()
        yield start + (folded[start] != "\n"), end
    yield len(folded), len(folded)


def _abbreviated(folded: str, start: int, stop: int) -> bool:
    """Whether the mark before ``stop`` is the dot of an abbreviation."""
    if folded[stop - 1] != ".":
        return False
    if stop - start > _LONGEST + 1 and folded[stop - _LONGEST - 2 : stop - 1].isalpha():
        return False  # a longer word, as most are
    return _ABBREVIATED.search(folded[max(start, stop - 8) : stop]) is not None


def _heading(piece: str) -> bool:
    line = piece.strip()
    return len(line) < 90 and not line.endswith((".", "!", "?", '"', ";"))
