"""Where words of an answer stand in the post. What stands nowhere is not believed. Pure.

The neighbourhood of a quote: its own sentences, and one before and after. Names may also stand in the title, which says
what the post is about, or be named there in other words ("the company", an older name). Amounts may not.

An object need not stand there in one piece: careful readers sum up ("supply of AMD chips for data centers"). Each of
its names and numbers must; what is kept is its longest piece that does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.extract.document import Document
from ingest.extract.fold import fold, lower
from ingest.extract.lexicon import Lexicon, Mention
from ingest.extract.tagged import Sentence, Tagged

__all__ = ["Place", "amount_at", "name_in", "object_in", "place_of", "spans_of"]

WIDEST = 500  # characters on either side, in a text without sentences
SHORTEST = 3  # words of a quote: fewer would be found anywhere
LONGEST = 700  # characters of a quote
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_JOINS = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "have", "in", "into", "is", "it", "its", "of", "on", "or",
    "over", "s", "that", "the", "their", "this", "to", "was", "which", "will", "with",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands, and its neighbourhood."""

    where: Literal["title", "text"]
    tagged: Tagged
    start: int
    end: int
    sentence: Sentence  # in which it begins
    near: tuple[int, int]


def place_of(doc: Document, quote: str) -> Place | None:
    """Where a quote stands, character for character; the text before the title. None: nowhere."""
    for where, tagged in (("text", doc.text), ("title", doc.title)):
        start = tagged.text.find(quote)
        if start < 0 or not tagged.sentences:
            continue
        end = start + len(quote)
        touched = [s for s in tagged.sentences if s.start < end and start < s.end] or [tagged.sentences[0]]
        first, last = touched[0].number, touched[-1].number
        beside = tagged.sentences[max(0, first - 1) : last + 2]
        near = (max(beside[0].start, start - WIDEST), min(beside[-1].end, end + WIDEST))
        return Place(where, tagged, start, end, touched[0], (min(near[0], start), max(near[1], end)))  # type: ignore[arg-type]
    return None


def spans_of(words: str, folded: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Where words stand between two offsets: whole words, any case, any white space, and no part of a longer number."""
    parts = lower(fold(words)).split()
    if not parts:
        return []
    pattern = r"(?<!\w)(?<!\d[.,])" if parts[0][0].isalnum() else ""
    pattern += r"\s+".join(re.escape(part) for part in parts)
    pattern += r"(?!\w)(?![.,]\d)" if parts[-1][-1].isalnum() else ""
    return [m.span() for m in re.compile(pattern).finditer(lower(folded), *span)]


def amount_at(words: str, place: Place) -> tuple[int, int] | None:
    """Where an amount stands in the neighbourhood; the place nearest to the quote."""
    found = spans_of(words, place.tagged.folded, place.near)
    return min(found, key=lambda s: max(place.start - s[0], s[1] - place.end, 0), default=None)


def name_in(doc: Document, place: Place, name: str) -> tuple[str, str | None] | None:
    """A name as the post has it, with its canonical id; None where the neighbourhood does not name it.

    An id stands for a name that is all of a known one ("Meta Rocket Company" is not Meta), or for words that our own
    readers understand as one ("the company").
    """
    known = _known(doc.lexicon, name)
    for tagged, span in ((place.tagged, place.near), (doc.title, (0, len(doc.title.text)))):
        spans = spans_of(name, tagged.folded, span)
        meant = [m for m in tagged.mentions_in(*span) if (m.start, m.end) in spans]
        if meant and not known:
            return _words(doc, meant[0]), meant[0].object_id
        if spans:
            return " ".join(tagged.text[slice(*spans[0])].split()), known.object_id if known else None
        for mention in tagged.mentions_in(*span):
            if _same(mention, known):
                return _words(doc, mention), mention.object_id
    return None


def object_in(doc: Document, place: Place, words: str) -> tuple[str, str | None] | None:
    """The object as the post has it, with its canonical id; None where one of its names or numbers does not stand
    there, or, of an object without any, most of its words do not.
    """
    if whole := name_in(doc, place, words):
        return whole
    said = _said(doc, place)
    tokens = _TOKEN.findall(fold(words))
    telling = [t for t in tokens if _marks(t)]
    if any(t.lower() not in said for t in telling):
        return None
    plain = [t for t in tokens if len(t) > 3 and t not in _JOINS]
    if not telling and 2 * sum(t in said for t in plain) <= len(plain):
        return None
    return next((found for piece in _pieces(words) if (found := name_in(doc, place, piece))), None)


def _marks(token: str) -> bool:
    """Whether a word is a number, or a name by its capitals."""
    return token != token.lower() or not token.isalpha()


def _said(doc: Document, place: Place) -> set[str]:
    """The words of the neighbourhood and the title, with the names of whom they mean."""
    meant = [_words(doc, m) for m in place.tagged.mentions_in(*place.near)]
    words = " ".join([place.tagged.folded[slice(*place.near)], doc.title.folded, *meant])
    return {token.lower() for token in _TOKEN.findall(fold(words))}


def _pieces(words: str) -> list[str]:
    """The stretches of a phrase, those with names or numbers first, then the longest; none ends in a joint."""
    parts = words.split()[:24]
    spans = [(a, b) for a in range(len(parts)) for b in range(a + 1, len(parts) + 1)]
    whole = [parts[a:b] for a, b in spans if not {parts[a].lower(), parts[b - 1].lower()} & _JOINS]
    out = sorted(whole, key=lambda p: (not any(map(_marks, p)), -len(p)))
    pieces = [" ".join(p).strip(",;:.()") for p in out]
    return [piece for piece in pieces if len(piece) > (1 if _marks(piece) else 3)]


def _known(lexicon: Lexicon, name: str) -> Mention | None:
    """The entity whose name is the whole of it."""
    folded = fold(name).strip()
    found = lexicon.mentions(folded)
    return found[0] if len(found) == 1 and (found[0].start, found[0].end) == (0, len(folded)) else None


def _same(one: Mention, other: Mention | None) -> bool:
    """Of a product, the same variant; of a party, the same one by whatever name."""
    if other is None:
        return False
    if one.entity.kind == "product" or other.entity.kind == "product":
        return one.object_id == other.object_id
    return one.entity.id == other.entity.id


def _words(doc: Document, mention: Mention) -> str:
    return doc.lexicon.name if mention.entity.kind == "subject" else mention.text
