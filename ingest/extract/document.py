"""What a post is about, as a whole: its topic, its own date line, and who "the company" and "it" are in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ingest.extract.clauses import Clause
from ingest.extract.frames import AI_WORDS
from ingest.extract.lexicon import Lexicon
from ingest.extract.tagged import Sentence, Tagged, tagged
from ingest.extract.when import When, published_day
from ingest.model import Post

__all__ = ["Document", "document"]

_DATELINE = re.compile(r"^\W*(?:[A-Z][A-Za-z .]{2,30}(?:\([A-Z]{2,4}\))?[,.]\s*)?$")
_FIRST_PARTY = ("first-party",)


@dataclass(frozen=True)
class Document:
    """A post, tagged, with what holds for all of it."""

    post: Post
    lexicon: Lexicon
    title: Tagged
    text: Tagged
    published: str | None  # the post's, else its own date line
    dated_by_line: bool

    @cached_property
    def own(self) -> bool:
        """Whether the subject itself is speaking: "we" is the subject."""
        if self.post.trust in _FIRST_PARTY:
            return True
        name = (self.post.publisher or "").lower()
        mentions = self.lexicon.mentions(self.post.publisher or "") if name else []
        domain = bool(mentions) and mentions[0].entity.kind == "subject"
        return domain or any(m.entity.kind == "subject" for m in self.lexicon.mentions(_host(self.post.url)))

    @cached_property
    def topical(self) -> bool:
        """Whether the post as a whole is about the subject: it stands in the title, or leads the text and is named often."""
        if self.own or re.search(r"[SF]{2,}", self.title.cls):
            return True
        lead = self.text.sentences[:1]
        named = len(re.findall(r"[SF]{2,}", self.text.cls))
        others = len(re.findall(r"O{3,}", self.text.cls))
        first = bool(lead) and bool(re.search(r"[SF]{2,}|[MTAC]{4,}", self.text.cls[lead[0].start : lead[0].end]))
        return (first or bool(re.search(r"[MTC]{4,}", self.title.cls))) and named >= max(2, others)

    @cached_property
    def about_ai(self) -> bool:
        """Whether the post speaks of AI at all in title or first paragraph."""
        return bool(AI_WORDS.search(self.title.cls) or AI_WORDS.search(self.text.cls[:1500]))

    @cached_property
    def digest(self) -> bool:
        """Whether the post tells of many parties, one a sentence: no topic that a sentence could inherit."""
        return not self.topical

    def ai_in(self, sentence: Sentence, tagged_: Tagged) -> bool:
        """Whether a sentence speaks of AI, or the post does that it leads."""
        return bool(AI_WORDS.search(tagged_.cls[sentence.start : sentence.end])) or (self.topical and self.about_ai)

    def refers_to_subject(self, tagged_: Tagged, clause: Clause, at: int) -> bool:
        """Whether a pronoun or "the company" at ``at`` is the subject: the last party named before it decides."""
        before = tagged_.cls[:at]
        last = max((before.rfind(tag * 2), tag) for tag in "SFOX")
        if last[0] < 0:
            return self.topical
        if last[1] in "SF":
            return True
        return last[1] == "X" and self.topical and max(before.rfind("SS"), before.rfind("FF")) >= before.rfind("OO")


def _host(url: str | None) -> str:
    found = re.match(r"https?://(?:www\.)?([^/]+)", url or "")
    return (found[1] if found else "").replace(".", " ")


def document(post: Post, lexicon: Lexicon) -> Document:
    """Tags a post. A date that stands alone at its start is its publish date where it has none."""
    published = post.published if published_day(post.published) else None
    first = tagged(post.text, lexicon, published)
    line = _own_date(first)
    if published is None and line:
        first = tagged(post.text, lexicon, line)
    title = tagged(post.title, lexicon, published or line, title=True)
    return Document(post, lexicon, title, first, published or line, published is None and line is not None)


def _own_date(text: Tagged) -> str | None:
    """``May 10, 2023, 5 mins.``, ``DUBLIN, September 12, 2022.``: the date line of the text itself."""
    first: When | None = text.whens[0] if text.whens else None
    if first is None or first.start > 45 or first.form not in ("day", "iso") or not first.date:
        return None
    after = text.folded[first.end : first.end + 3]
    alone = _DATELINE.match(text.folded[: first.start]) is not None and (
        not after.strip() or after.strip()[0] in ".,:-—|\n("
    )
    return first.date if alone else None
