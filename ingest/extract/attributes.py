"""Exclusive attributes that a clause states of its object: how many models there are, which is the largest.

Two posts that state them differently cannot both be right: the fold makes a dispute of it.
"""

from __future__ import annotations

import re

from ingest.extract.reader import Candidate

__all__ = ["attributes_of"]

_NUMBERS = {
    word: str(n) for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_COUNT = re.compile(
    r"\b(?P<n>\d{1,2}|"
    + "|".join(_NUMBERS)
    + r") (?:distinct |new |different |separate |open )*(?:models|sizes|variants|versions)\b",
    re.IGNORECASE,
)
_LARGEST = re.compile(
    r"\blargest (?:model|variant|version|one),?\s+(?:called "
    r"|named )?(?P<name>[A-Z][\w.]*(?: [\w.]+){0,3}?)(?=[,.;]|$| is | has )"
)


def attributes_of(candidate: Candidate, quote: str) -> dict[str, str]:
    """``model-count`` and ``largest``, where the quoted words of a release state them."""
    if candidate.type != "release":
        return {}
    out = {}
    if count := _COUNT.search(quote):
        out["model-count"] = _NUMBERS.get(count["n"].lower(), count["n"])
    if largest := _LARGEST.search(quote):
        out["largest"] = largest["name"].lower().replace(" ", "-")
    return out
