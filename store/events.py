"""Everything that can be recorded: frozen, past tense, versioned.

Each class is one event type; its name is the ``type`` in the log, ``SCHEMA`` its version (1 unless it says
otherwise). Fields may be added with a default; anything else is a new schema and an upcaster in codec.py.
docs/events.md shows an example of each, checked by test.

Dates of happenings are ISO strings that say how exact they are: ``2025-04-05``, ``2025-W14``, ``2025-04``,
``2025-Q2``, ``2025-H1``, ``2025``; ``None`` is unknown. ``published`` is RFC 3339 with the publisher's own
offset, or a bare ``YYYY-MM-DD`` where only the day is known, or ``None``.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from store.interval import Precision

__all__ = [
    "EVENT_TYPES", "Aside", "Attribution", "Citation", "Claim", "ClaimsExtracted", "CurationUndone", "EntryCurated",
    "Event",
    "GapSuspected", "MoveAmended", "MoveConfirmed", "MoveRejected", "MovesMerged", "MovesSplit", "PayloadErased",
    "PostLinked", "PostObserved", "PostRevised", "Quantity", "SourceAdded", "SourceChanged", "SourceFailing",
    "SourceMoved", "SourceRecovered", "SourceRetired",
]  # fmt: skip

MoveType = Literal[
    "release", "chip", "partnership", "investment", "acquisition", "people", "policy", "research", "milestone",
    "incident", "product",
]  # fmt: skip
Status = Literal["shipped", "announced", "planned", "rumoured", "delayed", "cancelled", "denied"]
Stance = Literal["asserted", "reported", "alleged", "denied"]
Anchor = Literal["absolute", "published", "previous", "heading", "none"]
Speaker = Literal["first-party", "press", "analyst", "community", "unnamed"]
Bound = Literal["exact", "at-least", "at-most", "about"]
Trust = Literal["first-party", "press", "secondary"]
Aside = Literal["role", "largest", "score", "undone"]


class Quantity(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A number that measures a claim. ``low == high`` for a point; ``None`` where a side is open."""

    text: str  # the exact words: "$115-135 billion"
    metric: str | None = None  # capex, downloads, power, parameters, stake, users, deal-value, headcount, ...
    low: float | None = None  # in ``unit``, magnitude applied: 115e9
    high: float | None = None
    unit: str | None = None  # USD, EUR, GW, parameters, tokens, people, percent, years, count, ...
    bound: Bound = "exact"
    period: str | None = None  # the period it is about: "2026", "2025-Q4"
    stance: Stance = "asserted"  # "reported" where the amount alone is hedged: "reportedly worth up to $100 billion"


class Attribution(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who is speaking, and the outlet that is cited where one is named (as named: "CNBC", "axios.com")."""

    speaker: Speaker = "press"
    outlet: str | None = None


class Claim(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one post says happened, in the shape of architecture.md's Claims section.

    ``quote == (title if where == "title" else text)[start:end]`` of the post revision it was read from, always.
    Curated claims (``EntryCurated``) have no quote: ``quote`` is None and ``start == end == 0``.
    """

    type: MoveType
    object: str  # a short noun phrase, as the post has it
    object_id: str | None = None  # canonical id of the lexicon: "llama-4-scout"; None where it knows none
    actors: tuple[str, ...] = ()  # doer first, then counterparts, as named in the post
    actor_ids: tuple[str | None, ...] = ()  # canonical ids, one an actor: ("meta", "amd")
    quantities: tuple[Quantity, ...] = ()
    date: str | None = None
    date_end: str | None = None  # only for a range of several periods
    precision: Precision = "unknown"
    anchor: Anchor = "none"
    effective: str | None = None  # when it takes effect or is delivered, where that is said: "2026-H2"
    status: Status = "announced"
    stance: Stance = "asserted"
    attribution: Attribution = Attribution()
    quote: str | None = None
    where: Literal["title", "text"] = "text"
    start: int = 0
    end: int = 0
    rule: str = ""  # the extraction rule's name, as --explain prints it
    # Exclusive attributes of the object that the clause states, for the disputes of the fold:
    # {"model-count": "8", "largest": "llama-4-maverick"}
    attributes: dict[str, str] = {}
    subject: str | None = None  # canonical id of the subject it was read for; None in claims from before it was kept
    # What is no move and yet bears on one: an office held, which is the largest, a score, what was not done.
    # Such a claim founds no move and supports none; the fold sets it beside the moves that it disputes.
    aside: Aside | None = None


class Citation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a curated entry was checked."""

    url: str
    publisher: str
    published: str | None = None


class SourceAdded(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A source is listened to from here on."""

    name: str
    url: str
    kind: Literal["feed", "html", "api"] = "feed"
    publisher: str = ""
    trust: Trust = "press"


class SourceChanged(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A source's configuration was changed; ``changed`` maps a key to (was, is)."""

    name: str
    changed: dict[str, tuple[str | None, str | None]]


class SourceMoved(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A permanent redirect, proven: the source is asked at its new address from here on."""

    name: str
    from_url: str
    to_url: str
    proof: str  # "301 answered the same for 7 days", "https of the same host", "old address answers 410"


class SourceRetired(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A source is no longer asked: it answered 410, or was removed."""

    name: str
    why: str


class SourceFailing(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A source that answered has stopped to: unreachable, or unreadable."""

    name: str
    kind: Literal["unreachable", "unreadable", "empty"]
    why: str


class SourceRecovered(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A failing source is read again."""

    name: str


class GapSuspected(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Two successive windows of a source do not overlap although they used to: posts may have been missed."""

    name: str
    last_seen: str  # RFC 3339: when the window before was seen
    first_new: str  # RFC 3339: when this one was
    window: int  # items in this window
    mended: bool = False  # a backfill found what lay between


class PostObserved(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A post was seen for the first time."""

    post: str  # its id, stable for ever; the stream is "post:" + this
    source: str
    publisher: str
    title: str
    text: str  # plain text, through the text gate; quotes are substrings of this or of the title
    url: str | None = None
    guid: str | None = None
    published: str | None = None
    published_raw: str | None = None  # what the feed had, where it could not be believed
    author: str | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
    trust: Trust = "press"
    fingerprint: str = ""  # of the folded text
    partial: bool = False  # a summary only, or cut off


class PostRevised(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A post was edited. The versions before stay in the log."""

    post: str
    revision: int  # 2 for the first edit
    changed: tuple[str, ...]  # of title, text, url, published, author
    title: str
    text: str
    url: str | None = None
    published: str | None = None
    fingerprint: str = ""
    partial: bool = False
    why: Literal["edited", "fulltext"] = "edited"


class PostLinked(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A post that is known was seen in another source as well: linked, not doubled."""

    post: str
    source: str  # the other source
    by: Literal["address", "text"] = "address"


class ClaimsExtracted(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All claims of one post revision by one extractor version; supersedes the earlier one of that post."""

    post: str
    revision: int
    extractor: str  # "rules" or "llm:MODEL"
    version: str
    claims: tuple[Claim, ...]


class EntryCurated(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An entry of the starting chronology, in our own words. A later one of the same ``entry`` supersedes it."""

    entry: str  # its slug in chronicle.toml
    title: str
    claim: Claim
    citations: tuple[Citation, ...]


class MoveAmended(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person corrected a move; wins over the fold. ``was`` is what was shown when they did."""

    move: str
    field: Literal["date", "object", "title", "type", "status"]
    value: str | None
    was: str | None
    by: str
    why: str


class MoveConfirmed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person stands behind a move."""

    move: str
    by: str
    why: str


class MoveRejected(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person took a move out of the chronology; it stays in the log and under its id."""

    move: str
    by: str
    why: str


class MovesMerged(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person said that these are one move; ``into`` keeps its id, the others become aliases."""

    into: str
    moves: tuple[str, ...]
    by: str
    why: str


class MovesSplit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person said that these claims are a move of their own. ``claims``: claim keys as ``why`` prints them."""

    move: str
    claims: tuple[str, ...]
    by: str
    why: str


class CurationUndone(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A judgement was taken back. ``event``: the id of the curation event."""

    event: str
    by: str
    why: str


class PayloadErased(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A payload was erased for a lawful reason; the chain still verifies by its salted hash."""

    position: int
    event: str
    by: str
    why: str


Event = (
    SourceAdded | SourceChanged | SourceMoved | SourceRetired | SourceFailing | SourceRecovered | GapSuspected
    | PostObserved | PostRevised | PostLinked | ClaimsExtracted | EntryCurated
    | MoveAmended | MoveConfirmed | MoveRejected | MovesMerged | MovesSplit | CurationUndone | PayloadErased
)  # fmt: skip

#: type name → class, for the codec
EVENT_TYPES: dict[str, type[Any]] = {t.__name__: t for t in Event.__args__}
