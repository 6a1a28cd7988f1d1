"""One claim an event: a post tells of the same move in its title, its lead and again further down (guide, section 2)."""

from __future__ import annotations

import re

from ingest.extract.document import Document
from store.events import Claim
from store.interval import parse_interval

__all__ = ["one_an_event"]

_SMALL = frozenset(
    "a an the of for to in on at by with from its it new next first company model models family release launch deal agreement partnership open source version"
    " research team unit lab labs plan plans app tool system chip ai meta facebook and multi year long term data center more".split()
)
_RANK = {"absolute": 0, "published": 1, "heading": 0, "previous": 2, "none": 3}


def one_an_event(doc: Document, claims: list[Claim]) -> list[Claim]:
    """The claims with repeats folded into the best told one, in the order of the words."""
    out: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.where == "title", c.start)):
        same = next((i for i, other in enumerate(out) if _same(other, claim)), None)
        if same is None:
            out.append(claim)
        elif _better(claim, out[same]):
            out[same] = claim
    return sorted(out, key=lambda c: (c.where != "title", c.start, c.type))


def _same(a: Claim, b: Claim) -> bool:
    if a.where == b.where and a.start < b.end and b.start < a.end and (a.type == b.type):
        return _words(a) == _words(b) or bool(_words(a) & _words(b)) or a.rule == b.rule
    if a.type != b.type:
        return "title" in (a.where, b.where) and _near_types(a.type, b.type) and _shares(a, b)
    if a.where != b.where:
        return _shares(a, b) or a.anchor == b.anchor == "published"
    if not _dates_meet(a, b):
        return False
    if (
        {a.status, b.status} & {"planned", "delayed", "cancelled", "denied"}
        and a.status != b.status
        and a.type != "acquisition"
    ):
        return False
    return _shares(a, b)


def _shares(a: Claim, b: Claim) -> bool:
    if a.object_id and b.object_id:
        return a.object_id == b.object_id or a.object_id.startswith(b.object_id) or b.object_id.startswith(a.object_id)
    left, right = _words(a), _words(b)
    if a.type in ("acquisition", "partnership", "investment", "people"):
        parties = _parties(a) & _parties(b)
        if parties or a.type != "people":
            return bool(parties) or bool(left & right)
    return bool(left & right)


def _parties(claim: Claim) -> set[str]:
    return {name.lower() for name, id_ in zip(claim.actors, claim.actor_ids, strict=False) if id_ != "meta" and name}


def _words(claim: Claim) -> set[str]:
    return {w for w in re.findall(r"[a-z][a-z0-9-]+|\d[\d.]*", claim.object.lower()) if w not in _SMALL}


def _near_types(a: str, b: str) -> bool:
    return {a, b} in (
        {"release", "product"},
        {"release", "research"},
        {"chip", "product"},
        {"investment", "partnership"},
        {"acquisition", "people"},
    ) and False


def _dates_meet(a: Claim, b: Claim) -> bool:
    left, right = parse_interval(a.date), parse_interval(b.date)
    if left is None or right is None:
        return True
    return left.meets(right) or (a.anchor == "published") != (b.anchor == "published")


def _better(new: Claim, old: Claim) -> bool:
    """Text before title; a said date before the publish date; the first before later ones."""

    def rank(c: Claim) -> tuple[bool, int, int, int]:
        return (c.where == "title", _RANK[c.anchor], -len(c.quantities), c.start)

    return rank(new)[:2] < rank(old)[:2]
