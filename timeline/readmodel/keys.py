"""Names of claims that survive being read again, and which new claim took an old one's place. Pure.

POST/TYPE.OBJECT            the only claim of that type about that object in its post
POST/TYPE.OBJECT~1a2b       where there are several: told apart by what they quote
POST/role.OBJECT            an aside, by its kind
entry:SLUG                  a curated entry
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from store.events import Claim
from timeline.readmodel.stored import fold_words

__all__ = ["founds", "keys_of", "post_of", "successors"]


def keys_of(post: str, claims: Sequence[Claim]) -> list[str]:
    """A name for each claim of a post, in their order; all different."""
    plain = [f"{post}/{claim.aside or claim.type}.{_slug(claim)}" for claim in claims]
    often = Counter(plain)
    names = [name if often[name] == 1 else f"{name}~{_mark(c)}" for name, c in zip(plain, claims, strict=True)]
    seen: Counter[str] = Counter()
    answer = []
    for name in names:
        seen[name] += 1
        answer.append(name if seen[name] == 1 else f"{name}~{seen[name]}")
    return answer


def founds(key: str, name: str) -> bool:
    """Whether a move that the claim with this key founds may have this id."""
    return hashlib.sha256(key.encode()).hexdigest().startswith(name)


def post_of(key: str) -> str:
    """The post, or curated entry, that a claim was read from."""
    return key if key.startswith("entry:") else key.rpartition("/")[0]


def _slug(claim: Claim) -> str:
    return (claim.object_id or "-".join(fold_words(claim.object))[:60] or "it").replace("/", "-")


def _mark(claim: Claim) -> str:
    told = [claim.quote or "", *claim.actors, *(q.text for q in claim.quantities)]
    return hashlib.sha256(" ".join(fold_words(" ".join(told))).encode()).hexdigest()[:4]


def successors(old: Mapping[str, Claim], new: Mapping[str, Claim]) -> dict[str, str]:
    """New name → the old name whose place it took, for the names that are in one reading of a post only.

    The best pairs first: same type and object, then quotes that overlap and the same type or object, then quotes alone.
    """
    before = {key: claim for key, claim in old.items() if key not in new}
    after = {key: claim for key, claim in new.items() if key not in old}
    pairs = sorted((-score, a, b) for a in after for b in before if (score := _likeness(after[a], before[b])) > 0)
    found: dict[str, str] = {}
    used: set[str] = set()
    for _, fresh, gone in pairs:
        if fresh not in found and gone not in used:
            found[fresh] = gone
            used.add(gone)
    return found


def _likeness(left: Claim, right: Claim) -> float:
    same_type, same_object = left.type == right.type, _slug(left) == _slug(right)
    shared = _shared(left, right)
    if not shared and not (same_type and same_object):
        return 0
    same = 2 * same_object + same_type + (left.date == right.date) / 4
    return 2 * shared + same


def _shared(left: Claim, right: Claim) -> float:
    """How much the quotes have in common, 0–1: of the shorter one's words. By words, for texts are edited."""
    mine, theirs = set(fold_words(left.quote or "")), set(fold_words(right.quote or ""))
    if not mine or not theirs:
        return 0
    part = len(mine & theirs) / min(len(mine), len(theirs))
    return part if part >= 0.6 else 0
