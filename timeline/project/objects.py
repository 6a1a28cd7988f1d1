"""What a claim is about: the identity of objects, and how they hang together. Pure.

llama-4 ⊃ llama-4-scout              part of: linked, never merged
llama-3.1 = llama-3.1-405b           a size is no object of its own: the launch is the version's
llama-4-scout + llama-4-maverick     several members launched together are their family's launch
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.project.model import ClaimRecord
from timeline.project.once import once
from timeline.project.words import fold

__all__ = ["attributes_of", "base", "family", "generation", "identity", "joint", "root", "versioned"]

_SIZE = re.compile(r"-(?:\d+x)?\d+(?:\.\d+)?[bmt]$")
_JOINT = re.compile(r"\band\b|&|\+|,|\by\b|\be\b")


@lru_cache(maxsize=8192)
def base(object_id: str) -> str:
    """The id without sizes: ``llama-3.1-405b`` → ``llama-3.1``."""
    plain = object_id
    while found := _SIZE.search(plain):
        plain = plain[: found.start()]
    return plain or object_id


@lru_cache(maxsize=8192)
def family(object_id: str | None) -> str | None:
    """The id this one is part of, or None for one that stands alone: ``llama-4-scout`` → ``llama-4`` → ``llama``."""
    if object_id is None:
        return None
    plain = base(object_id)
    if plain != object_id:
        return plain
    head, _, tail = plain.rpartition("-")
    if not head or not (any(c.isdigit() for c in head) or tail[:1].isdigit()):
        return None  # "muse-spark" is a name of two words, not a part of "muse"
    return head


@lru_cache(maxsize=8192)
def root(object_id: str) -> str:
    """The family at the top: ``llama-4-scout`` → ``llama``."""
    plain = object_id
    while above := family(plain):
        plain = above
    return plain


@lru_cache(maxsize=8192)
def generation(object_id: str) -> str:
    """The highest family that is of one version: ``llama-4-scout`` → ``llama-4``; the top one where none is."""
    plain = base(object_id)
    while (above := family(plain)) and versioned(above):
        plain = above
    return plain


def versioned(object_id: str) -> bool:
    """Whether the id names one version, which comes out once: ``llama-4`` is, ``llama`` is not."""
    return any(c.isdigit() for c in object_id)


def identity(object_id: str | None, phrase: str) -> str | None:
    """What the claim's object is the same as: without size; the family where its members are named together."""
    if object_id is None:
        return None
    above = family(base(object_id))
    return above if above and joint(object_id, phrase) else base(object_id)


def joint(object_id: str | None, phrase: str) -> bool:
    """Whether the phrase names several members of one version's family: ``Llama 4 Scout and Maverick``."""
    above = family(base(object_id)) if object_id else None
    return bool(object_id and above and versioned(above) and _names_others(base(object_id), above, phrase))


def _names_others(plain: str, above: str, phrase: str) -> bool:
    """Whether the phrase lists more beside this member: ``Llama 4 Scout and Maverick``."""
    member = plain[len(above) + 1 :].replace("-", " ")
    folded = fold(phrase)
    if not _JOINT.search(folded):
        return False
    rest = folded.replace(above.replace("-", " "), " ").replace(member, " ")
    words = [w for w in re.findall(r"[a-z]+", rest) if w not in {"and", "y", "e", "the", "models", "model", "upgraded"}]
    return bool(words) and len(words) <= 3


#: exactly two members named as what came out: "Llama 4 Scout and Maverick"
_TWO = re.compile(r"^[^(,]*\b\w+(?: \d[\w.]*)? (?:and|y|e|&) [A-Z]\w+(?: \d[\w.]*)?(?: [A-Z]\w+)?$")


_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_COUNT = re.compile(rf"\b({'|'.join(_NUMBERS)}|[2-9]|1\d) (?:\w+ )?(?:models|variants)\b", re.IGNORECASE)


@once
def attributes_of(record: ClaimRecord) -> dict[str, str]:
    """The exclusive attributes that a claim tells; of what came out also the number of models, where it is quoted or
    where exactly two are named.
    """
    claim = record.claim
    found = dict(claim.attributes)
    if claim.type != "release" or claim.status != "shipped" or claim.object_id is None or "model-count" in found:
        return found
    if told := _COUNT.search(claim.quote or ""):
        found["model-count"] = str(_NUMBERS.get(told[1].casefold(), told[1]))
    elif _TWO.match(claim.object) and joint(claim.object_id, claim.object):
        found["model-count"] = "2"
    return found
