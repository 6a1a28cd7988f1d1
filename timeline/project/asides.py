"""Asides set beside the moves that they bear on: what is no move itself, and yet disputes one. Pure.

    score        a model's score, where another post says that the benchmark's entry was not what came out   soft
    stale-role   an office, told after its holder had left it                                                 soft
    polarity     something done, and said not to have been done                                               hard

``largest`` is compared as the exclusive attribute that it is (``attributes.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from store.interval import parse_interval
from timeline.project.context import Component, known, who
from timeline.project.model import ClaimRecord
from timeline.project.objects import generation
from timeline.project.pairs import Pair
from timeline.project.parties import own
from timeline.project.things import thing

__all__ = ["aside_pairs", "blocks_of_asides"]

#: days after somebody's leaving in which a text may still have been written before it
_GRACE = 14
_DEEDS = re.compile(r"\b(take-?down|lawsuit|suit|complaint|injunction|appeal|subpoena)s?\b", re.IGNORECASE)
_DONE = ("shipped", "announced")


def blocks_of_asides(record: ClaimRecord) -> Iterator[str]:
    """What an aside and the moves that it may dispute have in common, at any time."""
    claim = record.claim
    if claim.aside == "undone" or _deed(record):
        yield f"deed|{claim.subject or ''}|{claim.attributes.get('undone') or _deed(record)}"
    if claim.object_id and (benchmark := claim.attributes.get("benchmark")):
        yield f"score|{benchmark}|{generation(claim.object_id)}"
    if claim.object_id and claim.aside == "largest":
        yield f"object|{generation(claim.object_id)}"
    if claim.object_id and (claim.aside == "role" or _leaving(record)):
        yield f"role|{claim.object_id}"


def _deed(record: ClaimRecord) -> str | None:
    """What the subject itself has done at law: requested, filed, brought."""
    claim = record.claim
    if claim.type != "policy" or claim.aside or claim.status not in _DONE or not claim.actor_ids:
        return None
    ours = claim.actor_ids[0] in own(claim)
    found = _DEEDS.search(claim.object) if ours else None
    return found[1].lower().replace("-", "") if found else None


def _leaving(record: ClaimRecord) -> bool:
    return record.claim.type == "people" and not record.claim.aside and thing(record).act == "leaves"


def aside_pairs(whole: Component) -> Iterator[Pair]:
    """Every aside with the first known claim that it speaks against, or that speaks against it."""
    for aside in sorted(whole.asides, key=known):
        rule = _RULES.get(aside.claim.aside or "")
        facing = [whole.records[key] for key in whole.things if rule and rule[0](aside, whole.records[key])]
        if rule and facing:
            yield rule[1](aside, min(facing, key=known))


def _rigged(aside: ClaimRecord, other: ClaimRecord) -> bool:
    """Whether the other tells of an entry in the same benchmark that was not what came out."""
    one, two = aside.claim, other.claim
    if two.type != "incident" or not (one.object_id and two.object_id):
        return False
    same = one.attributes.get("benchmark") == two.attributes.get("benchmark")
    return same and generation(one.object_id) == generation(two.object_id)


def _score(aside: ClaimRecord, other: ClaimRecord) -> Pair:
    told = aside.claim
    text = (
        f"{told.object} at {told.attributes['score']} ({who(aside)}); "
        f"another version was entered than came out ({who(other)})"
    )
    return Pair("score", "soft", aside, other, text)


def _left_before(aside: ClaimRecord, other: ClaimRecord) -> bool:
    """Whether the office was told of after its holder had left."""
    told, left = _day(aside), parse_interval(other.claim.effective or other.claim.date)
    if not _leaving(other) or other.claim.object_id != aside.claim.object_id or left is None or told is None:
        return False
    return other.claim.status in _DONE and told > left.end + timedelta(days=_GRACE)


def _stale(aside: ClaimRecord, other: ClaimRecord) -> Pair:
    role, day = aside.claim.attributes["role"], known(aside)[0]
    text = f"{aside.claim.object} called {role} on {day} ({who(aside)}), left {other.claim.date} ({who(other)})"
    return Pair("stale-role", "soft", aside, other, text)


def _day(record: ClaimRecord) -> date | None:
    published = (record.post.published or "")[:10]
    return date.fromisoformat(published) if published else None


def _was_done(aside: ClaimRecord, other: ClaimRecord) -> bool:
    return _deed(other) == aside.claim.attributes["undone"]


def _undone(aside: ClaimRecord, other: ClaimRecord) -> Pair:
    text = f"{other.claim.object}: done ({who(other)}), said not to have been ({who(aside)})"
    return Pair("polarity", "hard", aside, other, text)


_RULES = {"score": (_rigged, _score), "role": (_left_before, _stale), "undone": (_was_done, _undone)}
