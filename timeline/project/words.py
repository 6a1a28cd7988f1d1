"""Words of a phrase, folded so that two writers' phrases can be compared. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["alike", "fold", "names_day", "slug", "stems"]

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_NAMES_DAY = re.compile(r"\b(?:[Tt]oday|[Yy]esterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
_SUFFIX = re.compile(r"(?:ings?|ments?|ed|es|s|e)$")

#: words that tell no two moves apart: the subject itself, what every announcement says, articles and prepositions
_GENERIC = (
    "a an and the of for to in on at by with from its it his her their as is are be was were into over under "
    "after before or not no this that these new next first latest meta facebook ai artificial intelligence inc "
    "platforms company companies model models family release launch announce announcement deal agreement "
    "partnership multi year long term open source version team use via system tool app plan more than up about "
    "around own large big major s t v u us de da do la el they "
    "them he him she we which who what "
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, hyphens and dashes as blanks: ``Méta‑AI`` → ``meta ai``."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[\s\-‐-―_/]+", " ", plain.casefold()).strip()


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """``The Verge`` → ``the-verge``."""
    return re.sub(r"[^a-z0-9.]+", "-", fold(text)).strip("-.")


def _stem(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    plain = (_SUFFIX.sub("", word) if len(word) > 4 else word)[:6]
    return plain[:-1] + "s" if plain.endswith("nc") else plain  # licence, license


_STOP = frozenset(_stem(word) for word in _GENERIC.split())


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """The distinctive words of a phrase, cut to their stems: ``training on posts`` → ``train``, ``post``."""
    found = (_stem(word) for word in _WORD.findall(fold(text)))
    return frozenset(word for word in found if word not in _STOP and (len(word) > 1 or word.isdigit()))


def alike(left: frozenset[str], right: frozenset[str]) -> float:
    """How much of the shorter phrase is in the longer one, 0–1."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def names_day(quote: str | None) -> bool:
    """Whether quoted words name the day themselves, so that it is not just the post's own."""
    return bool(quote and _NAMES_DAY.search(quote))
