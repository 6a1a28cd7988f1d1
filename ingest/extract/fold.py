"""Folding for matching, character by character: the folded text has the same length, so every offset is the original's.

Curly quotes, special hyphens and blanks become plain ones; wiki brackets, bold marks and bullets become blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["fold", "lower", "lowered", "painted"]

_TABLE = {
    "‘": "'", "’": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‐": "-", "‑": "-",
    "‒": "-", "–": "-", "−": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ", "\u200a": " ",
    "\u2002": " ", "\u2003": " ", "\u00ad": " ", "\u200b": " ", "\u2060": " ", "\t": " ", "•": " ",
}  # fmt: skip
_ODD = re.compile("[" + "".join(_TABLE) + "]")
# each branch begins with its own character, so that the search leaps from one of these to the next
_MARKS = re.compile(r"\[\[|\]\]|\*(?:\*\*?)?|__|`|#(?<![^\n]#)#{0,5}(?=\s)")


@lru_cache(maxsize=8)
def fold(text: str) -> str:
    """The folded text, of the same length. A post is looked at twice: whether it matters, and what it says."""
    # each by itself, for a text has few kinds of them: str.translate is many times slower here
    for odd in ("\t",) if text.isascii() else set(_ODD.findall(text)):
        text = text.replace(odd, _TABLE[odd])
    return _MARKS.sub(lambda m: " " * len(m[0]), text)


def lower(text: str) -> str:
    """Lower case of the same length: a character whose lower case is longer (U+0130) stays."""
    whole = text.lower()
    return whole if len(whole) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=8)
def lowered(text: str) -> str:
    """A whole text as ``lower`` has it. It is asked for by each who looks for words in it."""
    return lower(text)


def painted(text: str, places: Iterable[tuple[int, int, str]]) -> str:
    """The text with other characters at some places: (start, end, as many characters), in order and apart."""
    pieces, last = list[str](), 0
    for start, end, letters in places:
        pieces += (text[last:start], letters)
        last = end
    return "".join((*pieces, text[last:])) if pieces else text
