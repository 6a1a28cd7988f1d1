"""A proposed move → a claim, or the reason why it is none. Pure; every word of a claim is the post's own.

quote → said? → object → actors → subject → amounts → date → claim
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.extract.amounts import find_amounts
from ingest.extract.attribution import attribution_of
from ingest.extract.clauses import clauses
from ingest.extract.document import Document
from ingest.extract.llm.answer import Proposed
from ingest.extract.llm.dated import dated
from ingest.extract.llm.found import LONGEST, SHORTEST, Place, amount_at, name_in, object_in, place_of
from ingest.extract.status import stance_of
from ingest.extract.verbs import hits
from store.events import Claim, Quantity
from store.interval import precision_of

__all__ = ["REASONS", "Rejected", "check"]

#: why a proposed move is no claim
REASONS = {
    "malformed": "not in the shape that was asked for",
    "quote": "its quote is no exact substring of title or text",
    "quote-length": "its quote is too short to be evidence, or too long to be a quote",
    "object": "a name or number of its object does not stand near the quote",
    "actor": "one of its actors is not named near the quote",
    "subject": "the subject has no part in it",
    "amount": "one of its amounts does not stand near the quote",
    "not-said": "its quote denies it, or only supposes it",
    "date-words": "its date words do not stand near the quote",
    "date-unread": "its date words are no date of an event that we can read",
    "undated": "nothing dates it",
}


@dataclass(frozen=True, slots=True)
class Rejected:
    """A proposed move that is no claim: one of ``REASONS``, and the words in question."""

    reason: str
    words: str = ""


def check(
    doc: Document, moves: Iterable[Proposed | None], known: Iterable[Quantity]
) -> tuple[list[Claim], list[Rejected]]:
    """The claims that hold, and why the others do not. ``known``: amounts of the post as the rules read them."""
    claims, rejected = list[Claim](), list[Rejected]()
    amounts = {q.text: q for q in known}
    last: dict[str, tuple[str | None, int]] = {}
    for move in moves:
        found = _claim(doc, move, amounts, last) if move else Rejected("malformed")
        if isinstance(found, Rejected):
            rejected.append(found)
        else:
            claims.append(found)
    return claims, rejected


def _claim(
    doc: Document, move: Proposed, known: dict[str, Quantity], last: dict[str, tuple[str | None, int]]
) -> Claim | Rejected:
    quote = move.quote.strip()
    if len(quote.split()) < SHORTEST or len(quote) > LONGEST:
        return Rejected("quote-length", quote[:LONGEST])
    place = place_of(doc, quote)
    if place is None:
        return Rejected("quote", quote)
    if not _said(place, move):
        return Rejected("not-said", quote)
    parties = _parties(doc, place, move)
    if isinstance(parties, Rejected):
        return parties
    amounts = _amounts(move, place, known)
    if isinstance(amounts, Rejected):
        return amounts
    date = dated(doc, place, move.date_words or "", move.status, last.get(place.where, (None, -1)))
    if isinstance(date, str):
        return Rejected(date, move.date_words or quote)
    if date.date and move.status not in ("planned", "delayed"):
        last[place.where] = (date.date, place.sentence.paragraph)
    (name, known_as), actors = parties
    sentence = place.tagged.cls[place.sentence.start : place.sentence.end]
    return Claim(
        type=move.type, object=name, object_id=known_as or doc.lexicon.object_id(name),
        actors=tuple(actors), actor_ids=tuple(actors.values()), quantities=amounts,
        date=date.date, precision=precision_of(date.date), anchor=date.anchor, effective=date.effective,  # type: ignore[arg-type]
        status=move.status, stance=stance_of(sentence, move.status),
        attribution=attribution_of(doc, place.tagged, place.sentence),
        quote=quote, where=place.where, start=place.start, end=place.end, rule="llm",
    )  # fmt: skip


def _said(place: Place, move: Proposed) -> bool:
    """Whether the quote states anything: not where each of its verbs is denied or supposed ("has not released", "if
    it buys"). What is refused, denied or called off is a move of its own.
    """
    if move.type == "policy" or move.status in ("denied", "cancelled", "delayed"):
        return True
    touched = [s for s in place.tagged.sentences if s.start < place.end and place.start < s.end]
    found = [h for s in touched for c in clauses(place.tagged, s) for h in hits(place.tagged, c)]
    moods = {h.mood for h in found if place.start <= h.start and h.end <= place.end}
    return not moods or bool(moods - {"negated", "hypothetical"})


def _parties(
    doc: Document, place: Place, move: Proposed
) -> tuple[tuple[str, str | None], dict[str, str | None]] | Rejected:
    """The object and its id, and the actors with theirs; the subject first where it is named but was left out."""
    named = object_in(doc, place, move.object)
    if named is None:
        return Rejected("object", move.object)
    subject, actors = doc.lexicon.subject.id, dict[str, str | None]()
    for actor in move.actors:
        found = name_in(doc, place, actor)
        if found is None:
            return Rejected("actor", actor)
        if found[1] is None or found[1] not in actors.values():
            actors.setdefault(*found)
    if subject not in actors.values():
        if not _subject_near(doc, place):
            return Rejected("subject", move.object)
        actors = {doc.lexicon.name: subject, **actors}
    return named, actors


def _subject_near(doc: Document, place: Place) -> bool:
    """Whether the subject, one of its officers or one of its products stands in the neighbourhood."""
    near = place.tagged.mentions_in(*place.near)
    return any(m.entity.kind in ("subject", "product") or m.entity.officer for m in near) or doc.own


def _amounts(move: Proposed, place: Place, known: dict[str, Quantity]) -> tuple[Quantity, ...] | Rejected:
    """The amounts as our own reader reads them; what stands there and is none for it (a name) is left out."""
    tagged, out = place.tagged, dict[str, Quantity]()
    read = find_amounts(tagged.folded, tagged.text, *place.near) if move.quantities else []
    for words in move.quantities:
        span = amount_at(words, place)
        if span is None:
            return Rejected("amount", words)
        there = tagged.text[slice(*span)]
        for amount in read:
            if amount.text in there or there in amount.text:
                out[amount.text] = known.get(amount.text, amount)
    return tuple(out.values())
