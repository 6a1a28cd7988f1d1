"""The values of the fold: what it is given (claims with the post each was read from) and what it answers (moves).

The fold is a function of a *set* of claim records: nothing in a ``Resolved`` depends on the order of arrival.
Records and posts have room (``dict``) for what ``once.py`` works out of them, which is no part of their value.
Ids, aliases, revisions and positions are given by the read model, which sees events one by one.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from store.events import Citation, Claim

__all__ = ["ClaimRecord", "Dispute", "Member", "PostInfo", "Resolved", "Step"]


class PostInfo(Struct, frozen=True, kw_only=True, dict=True):
    """What the fold needs to know of a post."""

    id: str
    publisher: str
    url: str | None = None
    title: str = ""
    published: str | None = None  # RFC 3339 or YYYY-MM-DD
    trust: str = "press"
    domain: str = ""  # the owner of the domain: registrable domain of url, else the publisher's name folded
    shingles: tuple[int, ...] = ()  # a small sketch (minhash) of the text, for near-identical texts
    known_from: str = ""  # day from which it was publicly known: published day, else the day it was recorded


class ClaimRecord(Struct, frozen=True, kw_only=True, dict=True):
    """One current claim, with where it came from."""

    key: str  # stable name of the claim: same post, type, object and quoted place give the same key
    claim: Claim
    post: PostInfo
    entry: str | None = None  # the slug, for a curated entry of the starting chronology
    title: str | None = None  # a curated entry's own title
    citations: tuple[Citation, ...] = ()


class Member(Struct, frozen=True, kw_only=True):
    """A claim as a member of a move: with the lineage it was counted under."""

    key: str
    lineage: str  # "about.fb.com", "cnbc" (cited), "wire:ab12" (near-identical text)
    why: str  # in words: "domain owner", "cites CNBC", "same text as ..."


class Dispute(Struct, frozen=True, kw_only=True):
    """Two claims that cannot both be true (hard), or that a reader should see side by side (soft)."""

    rule: str  # date-disjoint, quantity-disjoint, polarity, model-count, largest, older-counter, weekday, rumour, ...
    severity: Literal["hard", "soft"]
    left: str  # claim keys, left < right
    right: str
    text: str  # in plain words, with both values
    settled: bool = False  # closed by later claims
    settled_by: str | None = None  # in plain words


class Step(Struct, frozen=True, kw_only=True):
    """A step of the move's thread over time: previewed, delayed, not released."""

    status: str
    date: str | None
    keys: tuple[str, ...]


class Resolved(Struct, frozen=True, kw_only=True):
    """A move without its id: the canonical values of a cluster of claims."""

    keys: tuple[str, ...]  # member claim keys, sorted
    type: str
    title: str
    object: str
    object_id: str | None
    part_of: str | None  # the family's object id: llama-4 for llama-4-scout
    actors: tuple[str, ...]
    actor_ids: tuple[str, ...]
    date: str | None
    date_end: str | None
    precision: str
    effective: str | None
    status: str
    grade: str
    grade_why: str
    quantities: tuple[str, ...]
    members: tuple[Member, ...]
    lineages: int
    disputes: tuple[Dispute, ...]
    steps: tuple[Step, ...]
    first_published: str | None
    thread: str  # key of the thread: moves about the same object and subject matter share it
    amended: dict[str, str] = {}  # field → who and why, where a person's judgement stands
    rejected: bool = False
    confirmed: bool = False
