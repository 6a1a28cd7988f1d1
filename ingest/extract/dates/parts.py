"""Pieces that several rules are made of: patterns of modifiers and numbers, and what a number says."""

from __future__ import annotations

from fractions import Fraction

from ingest.extract.dates.lexicon import NUMBERS, ORDINALS, words

__all__ = ["DAY", "DURATION_MOD", "MOD", "MONTH", "NUMBER", "duration", "number", "ordinal", "two_digit_year"]

#: "early", "mid-", "the end of", "later": they move no value, they only say which part of it
MOD = (
    r"(?:(?:<about>?<the>?<end|beginning|middle>(?:<of>|<hy>)|<as><early|late|soon><as>(?:<in>)?|"
    r"<the>?<early|late|mid|later|earlier|sometime>(?:<hy>?<to><hy>?<mid|late>)?(?:<hy>|<in>|<on>)?)(?=.))"
)
MONTH = r"m=<month|monthab|maymarch>(?:(?<=<monthab>)<dot>)?"
DAY = r"d=<d1|d2|d3|dord|ord|second>"
_ONE = r"<nw|one|tens|d1|d2|d3|dn|dec|big|y4>"
#: a counted amount: "two", "twenty-four", "2 1/2", "a hundred", "two to three", "a couple of", "several"
NUMBER = (
    rf"(?:(?:{_ONE}|<a><mag|dozen>)(?:<hy>?<nw|one|mag>)*(?:<hy>?<and><hy>?<a><hy>?<halfword>|<d1><slash><d1>)?"
    rf"(?:(?:<to|or>|<hy>){_ONE}(?:<hy>?<nw|one>)?)?|<a>?<couple><of>?|<a>?<few|dozen>(?:<of>)?|<halfword><a>)"
)
DURATION_MOD = r"(?:<nearly>|<no>?<more|less><than>|<at><least|most>|<up><to>|<as><long><as>)"

_VAGUE = words("few several many some numerous countless dozens")
_LETTER = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
}
_AS_OTHER = {
    "decade": (10, "Y"),
    "century": (100, "Y"),
    "millennium": (1000, "Y"),
    "fortnight": (2, "W"),
    "weekend": (2, "D"),
}
_HALVES = {
    "year": ("M", 6),
    "hour": ("M", 30),
    "minute": ("S", 30),
    "day": ("TH", 12),
    "month": ("D", 15),
    "decade": ("", 0),
}


def number(words: list[str]) -> Fraction | None:
    """What number words or digits say; the lower end of a range; None if they leave it open ("several")."""
    if not words or words[0] in _VAGUE or (len(words) > 1 and words[1] in _VAGUE):
        return None
    total = Fraction(0)
    for index, word in enumerate(words):
        if index + 2 < len(words) and words[index + 1] == "/":
            return total + _digits(word) / (_digits(words[index + 2]) or 1)
        if word in ("to", "or") or (word in _HYPHENS and not _joins(words, index)):
            break
        total = _with(total, word, article=word in ("a", "an") and len(words) > 1)
    return total


_HYPHENS = ("-", "\u2010", "\u2011", "\u2013")
_TIMES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}


def _joins(words: list[str], index: int) -> bool:
    """Whether the hyphen belongs to one number ("twenty-four", "one-and-a-half") and not to a range ("two-three")."""
    before, after = words[index - 1], words[index + 1 : index + 2]
    return after in (["and"], ["a"], ["half"]) or 20 <= NUMBERS.get(before, 0) < 100


def _with(total: Fraction, word: str, *, article: bool) -> Fraction:
    if word in _TIMES:
        return (total or Fraction(1)) * _TIMES[word]
    if word in ("couple", "pair"):
        return Fraction(2)
    if word == "half":
        return total + Fraction(1, 2)
    return total if article else total + _value(word)


def _digits(word: str) -> Fraction:
    return Fraction(word.replace(",", ""))


def _value(word: str) -> Fraction:
    if word in NUMBERS:
        return Fraction(NUMBERS[word])
    if len(word) > 12:
        raise ValueError(f"no count of time has {len(word)} digits")
    try:
        return _digits(word)
    except ValueError:
        return Fraction(0)


def ordinal(word: str) -> int:
    """The number of "third", "3rd", "03" or "twenty". Raises ValueError for what is none."""
    if word in ORDINALS:
        return ORDINALS[word]
    return int(word.rstrip("stndrh"))


def two_digit_year(word: str) -> int:
    """The year of "89", "'89", "fy26" or "2026": two digits below 50 lie in this century."""
    digits = "".join(c for c in word if c.isdigit())[-4:]
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def duration(amount: Fraction | None, unit: str) -> str:
    """The value of a span: P2Y, P2Y6M, PT5H30M, PXM; a decade is P10Y, a fortnight P2W."""
    if unit in _AS_OTHER:
        factor, letter = _AS_OTHER[unit]
        return f"PX{letter}" if amount is None else f"P{_plain(amount * factor)}{letter}"
    letters = _LETTER[unit]
    time, letter = ("T", letters[1]) if len(letters) == 2 else ("", letters)
    if amount is None:
        return f"P{time}X{letter}"
    whole, rest = divmod(amount, 1)
    if rest == Fraction(1, 2) and unit in _HALVES:
        below, half = _HALVES[unit]
        return f"P{time}{f'{whole}{letter}' if whole else ''}{'T' if len(below) == 2 else ''}{half}{below[-1]}"
    return f"P{time}{_plain(amount)}{letter}"


def _plain(amount: Fraction) -> str:
    return str(amount.numerator) if amount.denominator == 1 else f"{float(amount):g}"
