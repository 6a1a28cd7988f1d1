"""The date of a proposed move: the model points at words, our own readers say what day that is. Pure."""

from __future__ import annotations

from ingest.extract.clauses import Clause
from ingest.extract.dating import Dated, Scope, date_of, heads
from ingest.extract.document import Document
from ingest.extract.llm.found import Place, spans_of
from ingest.extract.tagged import Tagged
from ingest.extract.when import When

__all__ = ["LEAD", "dated"]

LEAD = 3  # sentences of a text that tell the post's own news
#: "since 2023" tells of a state, not of when something happened
_OPEN = ("since", "until", "from", "through")


def dated(doc: Document, place: Place, words: str, status: str, last: tuple[str | None, int]) -> Dated | str:
    """The date, or the reason why there is none: date-words (they do not stand there), date-unread (not understood by
    our readers, or no date of an event), undated. ``last``: date and paragraph of the move before in the same text.

    A move without a date is only let through as the own news of a post that has no publish date.
    """
    clause = Clause(place.start, place.end, place.sentence, 0)
    head = heads(place.tagged).get(place.sentence.number)
    lead = place.where == "title" or place.sentence.number < LEAD
    ours = date_of(doc, place.tagged, clause, place.start, status, Scope(head, *last, lead=lead))
    open_ended = doc.published is None and lead
    if not words.strip():
        return ours if ours.date or open_ended else "undated"
    found = _pointed_at(place, head, words)
    if isinstance(found, str):
        return found
    if found.date is None:
        return Dated(None, "none", ours.effective) if open_ended else "undated"
    if ours.date and ours.effective == found.date:
        return ours  # the words say when it takes effect, which is not when it was told
    anchor = "heading" if found is head else found.anchor
    return Dated(found.date, anchor, ours.effective, (found.start, found.end))


def _pointed_at(place: Place, head: When | None, words: str) -> When | str:
    """The date expression of the words; the reason where there is none."""
    spans = spans_of(words, place.tagged.folded, place.near)
    if not spans:
        in_head = head is not None and spans_of(words, place.tagged.folded, (head.start, head.end))
        return head if head is not None and in_head else "date-words"
    spans.sort(key=lambda s: max(place.start - s[0], s[1] - place.end, 0))
    found = next((w for span in spans if (w := _overlapping(place.tagged, span))), None)
    return found or "date-unread"


def _overlapping(tagged: Tagged, span: tuple[int, int]) -> When | None:
    met = [w for w in tagged.whens if w.start < span[1] and span[0] < w.end and w.bounded not in _OPEN]
    return max(met, key=lambda w: min(w.end, span[1]) - max(w.start, span[0]), default=None)
