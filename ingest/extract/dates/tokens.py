"""Text to tokens, each with a kind: what the rules see is a string with one character a token.

Blanks are no tokens, so they never matter to a rule; the offsets lead back to the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.extract.dates.lexicon import KINDS, MONTHS, ORDINALS, WEEKDAYS

__all__ = ["CODE", "OTHER", "Tokens", "tokenize"]

#: what begins with a digit, longest first
_NUMBER = (
    r"\d{4}-\d\d-\d\d(?:(?:[Tt]|\s+)\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)?)?(?!\w)"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\w)|\d{4}/\d\d/\d\d(?!\w)|\d{1,2}\.\d{1,2}\.\d{4}(?!\w)"
    r"|\d{1,2}:\d\d(?::\d\d)?|\d+(?:,\d{3})+(?!\d)|\d+\.\d+(?!\w)|[^\W_]+"
)
# blanks are passed over at once, and plain words come first: ranges of letters are looked up faster than \w
_TOKEN = re.compile(
    r"(?=\S)(?:[B-NQ-Zb-nq-z][A-Za-z0-9]*+(?![^\W_])|[aApP]\.\s*[mM]\b\.?|[oO]['’][cC]lock"
    rf"|[AOPaop][A-Za-z0-9]*+(?![^\W_])|[^\W\d_][^\W_]*|(?=\d)(?:{_NUMBER})|[^\W_]+|[^\w\s]|_)"
)
_PUNCTUATION = {
    "-": "hy", "\u2010": "hy", "\u2011": "hy", "\u2012": "hy", "\u2013": "hy", "\u2014": "dash",
    ".": "dot", ",": "comma",
    "'": "apo", "’": "apo", "‘": "apo", "$": "cur", "€": "cur", "£": "cur", "/": "slash", "(": "open", ")": "close",
    ";": "stop", "!": "stop", "?": "stop", ":": "colon", "%": "pct",
}  # fmt: skip
_SHAPES = (
    ("iso", re.compile(r"\d{4}([-/])\d\d\1\d\d.*")),
    ("dotdate", re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")),
    ("slashdate", re.compile(r"\d{1,2}/\d{1,2}/\d+")),
    ("clock", re.compile(r"\d{1,2}:\d\d(?::\d\d)?")),
    ("big", re.compile(r"\d+(?:,\d{3})+")),
    ("dec", re.compile(r"\d+\.\d+")),
    ("dord", re.compile(r"\d{1,3}(?:st|nd|rd|th)")),
    ("ampmtime", re.compile(r"\d{1,4}[ap]m")),
    ("decade4", re.compile(r"1[5-9]\d0s|20\d0s")),
    ("decade2", re.compile(r"[2-9]0s")),
    ("q", re.compile(r"q[1-4]|[1-4]q")),
    ("qyear", re.compile(r"[1-4]q\d\d")),
    ("h", re.compile(r"h[12]|[12]h")),
    ("hyear", re.compile(r"[12]h\d\d")),
    ("fyear", re.compile(r"[fc]y(?:20|19)?\d\d")),
    ("fy", re.compile(r"fy")),
)
_NAMES = ("x", "month", "monthab", "maymarch", "wday", "wdayab", "ampm", "d1", "d2", "d3", "y4", "dn", "fyear", "neg")
_ALL = dict.fromkeys((*_NAMES, *KINDS.values(), *_PUNCTUATION.values(), *(name for name, _ in _SHAPES)))
#: kind to the character that stands for it (private use, so that a pattern cannot confuse it with its own signs)
CODE = {kind: chr(0xE000 + n) for n, kind in enumerate(_ALL)}
OTHER = CODE["x"]
_WORD_CODE = {word: CODE[kind] for word, kind in KINDS.items()}
_PUNCTUATION_CODE = {sign: CODE[kind] for sign, kind in _PUNCTUATION.items()}
_WORD_CODE |= _PUNCTUATION_CODE
_FULL_WEEKDAYS = {d for d in WEEKDAYS if d.endswith("day")} | {d + "s" for d in WEEKDAYS if d.endswith("day")}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, as parallel rows: lower-cased word, start, end; ``codes`` has one character for each."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str

    def glued(self, index: int) -> bool:
        """Whether the token stands right behind the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]


def tokenize(text: str, within: Sequence[tuple[int, int]] | None = None) -> Tokens:
    """The tokens of a text, or of some stretches of it: between two of them stands a token that ends a sentence."""
    words, starts, ends, codes = list[str](), list[int](), list[int](), list[str]()
    for first, last in ((0, len(text)),) if within is None else within:
        if first and within is not None:
            words.append(";")
            starts.append(first)
            ends.append(first)
            codes.append(_PUNCTUATION_CODE[";"])
        found = list(_TOKEN.finditer(text, first, last))
        told = [_classified(each[0]) for each in found]
        words += [word for word, _ in told]
        codes += [code for _, code in told]
        starts += [each.start() for each in found]
        ends += [each.end() for each in found]
    return Tokens(text, words, starts, ends, "".join(codes))


@lru_cache(maxsize=20_000)
def _classified(raw: str) -> tuple[str, str]:
    """The lower-cased word and its code; texts repeat their words, so that remembering them halves the time."""
    word = raw.lower()
    code = _WORD_CODE.get(word)
    if code is None:
        code = OTHER if word.isalpha() and word not in _NAMED else _shape(raw, word)
    return word, code


def _shape(raw: str, word: str) -> str:
    if word in _NAMED:
        return _named(raw, word)
    if word.isascii() and word.isdigit():
        return CODE[_number(word)]
    if word[0] in "ap" and word.rstrip(".").endswith("m") and "." in word:
        return CODE["ampm"]
    if word[0] == "o" and len(word) == 7:
        return CODE["oclock"]
    for name, pattern in _SHAPES:
        if pattern.fullmatch(word):
            return CODE[name]
    return OTHER


def _number(word: str) -> str:
    value = int(word[:12])
    if len(word) == 4 and 1500 <= value <= 2199:
        return "y4"
    if len(word) <= 2 and 1 <= value <= 31:
        return "d1" if value <= 12 else "d2" if value <= 24 else "d3"
    return "dn"


def _named(raw: str, word: str) -> str:
    if word in _AMPM:
        return CODE["ampm"]
    if word in ("may", "march"):
        return CODE["maymarch"] if raw[0].isupper() else OTHER
    if word in _FULL_WEEKDAYS:
        return CODE["wday"]
    if word in WEEKDAYS:
        return CODE["wdayab"] if raw[0].isupper() else OTHER
    if word in _FULL_MONTHS:
        return CODE["month"] if word != "august" or raw[0].isupper() else OTHER
    return CODE["monthab"] if raw[0].isupper() else OTHER


_FULL_MONTHS = frozenset(MONTHS) - {word for word in MONTHS if len(word) < 4} - {"sept"}
_AMPM = frozenset(("am", "pm"))
_NAMED = frozenset(MONTHS) | frozenset(WEEKDAYS) | _FULL_WEEKDAYS | _AMPM
assert not frozenset(ORDINALS) - frozenset(KINDS)  # noqa: S101 - the tables agree
