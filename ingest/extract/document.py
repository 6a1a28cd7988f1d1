"""What a post is about, as a whole: its topic, its own date line, and who "the company" and "it" are in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from ingest.extract.coref import resolved
from ingest.extract.fold import lower
from ingest.extract.lexicon import Lexicon
from ingest.extract.naming import explained
from ingest.extract.tagged import Sentence, Tagged, tagged
from ingest.extract.when import When, published_day
from ingest.extract.words import AI_WORDS
from ingest.model import Post

__all__ = ["Document", "document", "speaks"]

_DATELINE = re.compile(r"^\W*(?:[A-Z][A-Za-z .]{2,30}(?:\([A-Z]{2,4}\))?[,.]\s*)?$")
# runs of tags; written so that the search leaps from one to the next
_SUBJECTS = re.compile(r"[SFA][SFA]+")
_OURS = re.compile(r"[SFMTACIW][SFMTACIW]+")
_OTHERS = re.compile(r"OOO+")
_UNKNOWN = re.compile(r"XXX+")
_GIVEN_OUT = re.compile(
    r"\b(?:download\w*|weights|open[- ]source\w*|licen[cs]e|hugging face|github|freely available|for free"
    r"|available (?:to|now|today|for|as))\b"
)
_KEPT = re.compile(
    r"\bunreleased\b|\b(?:not|never|n't) (?:yet |be |been |being |to |plan to |going to |publicly )*"
    r"(?:release[ds]?|releasing|available to the public|publish(?:ed)?|open[- ]sourced?)\b"
    r"|\bno plans? (?:to|for a) release\b|\bonly a research\b|\bunder (?:lock|wraps)\b"
    r"|\bdoes not (?:want to |plan to |intend to )?release\b"
)
_FIRST_PARTY = ("first-party",)
#: sites are built for other things than AI as well
_SITES = frozenset(f"data cent{end}" for end in ("er", "re", "ers", "res"))


@dataclass(frozen=True)
class Document:
    """A post, tagged, with what holds for all of it."""

    post: Post
    lexicon: Lexicon
    title: Tagged
    text: Tagged
    published: str | None  # the post's, else its own date line
    dated_by_line: bool
    own: bool  # whether the subject itself is speaking: "we" is the subject

    @cached_property
    def topical(self) -> bool:
        """Whether the post is about the subject: it stands in the title, or leads the text and is named often."""
        if self.own or re.search(r"[SFA]{2,}", self.title.cls):
            return True
        lead = self.text.sentences[:1]
        others = len(_OTHERS.findall(self.text.cls))
        if re.search(r"[MTACI]{3,}", self.title.cls) and self._named and len(_OURS.findall(self.text.cls)) > others:
            return True
        first = bool(lead) and bool(re.search(r"[SF]{2,}|[MTAC]{4,}", self.text.cls[lead[0].start : lead[0].end]))
        return (first or bool(re.search(r"[MTC]{4,}", self.title.cls))) and self._named >= max(2, others)

    @cached_property
    def given_out(self) -> bool:
        """Whether the post says of what it tells that others may have it: its weights, its code, a download."""
        return _GIVEN_OUT.search(self.text.cls) is not None

    def kept(self, sentence: Sentence, tagged_: Tagged) -> bool:
        """Whether title, sentence or the one behind it say that what is told of is not given out."""
        told = tagged_.sentences
        end = told[min(sentence.number + 1, len(told) - 1)].end
        return _KEPT.search(self.title.cls) is not None or _KEPT.search(tagged_.cls, sentence.start, end) is not None

    @cached_property
    def about_ai(self) -> bool:
        """Whether the post speaks of AI at all in title or first paragraph."""
        return bool(AI_WORDS.search(self.title.cls) or AI_WORDS.search(self.text.cls[:1500]))

    @cached_property
    def digest(self) -> bool:
        """Whether the post tells of many parties, one a sentence: each sentence is news of its own."""
        if _SUBJECTS.search(self.title.cls) and not _OTHERS.search(self.title.cls):
            return False
        others = {m.entity.id for m in self.text.mentions if m.entity.kind == "organisation"}
        unknown = len(set(re.findall(r"[A-Z][A-Za-z]+", " ".join(_names(self.text)))))
        return len(others) + unknown // 3 > max(5, 2 * self._named)

    @cached_property
    def _named(self) -> int:
        """How often the subject is named in the text."""
        return len(_SUBJECTS.findall(self.text.cls))

    def ai_in(self, sentence: Sentence, tagged_: Tagged) -> bool:
        """Whether a sentence speaks of AI, or the post does that it leads."""
        there = slice(sentence.start, sentence.end)
        told = _told(tagged_.cls[there]) | _told(lower(tagged_.folded[there]))
        if told - _SITES:
            return True
        return self.of_ai if told else self.topical and self.about_ai and self.of_ai and not self.digest

    @cached_property
    def of_ai(self) -> bool:
        """Whether AI is named anywhere in the post: a data center alone is none."""
        return bool((_told(self.title.cls) | _told(self.text.cls)) - _SITES)


def _told(words: str) -> set[str]:
    """The words that tell of AI, as they stand."""
    return {found[0] for found in AI_WORDS.finditer(words)}


def _names(text: Tagged) -> list[str]:
    """The unknown proper names of a text."""
    return [text.text[m.start() : m.end()] for m in _UNKNOWN.finditer(text.cls)]


def _full_names(text: Tagged) -> list[str]:
    """The unknown names of a text that consist of two words or three: ``Jane Doe``."""
    return [name for name in dict.fromkeys(_names(text)) if 1 <= name.count(" ") <= 2]


def speaks(post: Post, lexicon: Lexicon) -> bool:
    """Whether the subject itself published a post: its source says so, or the names of publisher or host do."""
    if post.trust in _FIRST_PARTY:
        return True
    names = (_dotted(post.publisher), _dotted(_host(post.url)))
    return any(m.entity.kind == "subject" for name in names for m in lexicon.mentions(name))


def _host(url: str | None) -> str:
    found = re.match(r"https?://(?:www\.)?([^/]+)", url or "")
    return found[1] if found else ""


def _dotted(name: str | None) -> str:
    """The parts of a domain name as words, in both spellings of a name: ``about.fb.com`` names FB."""
    words = re.sub(r"[.()/]", " ", name or "")
    return words if "." not in (name or "") else f"{words.title()} {words.upper()}"


def document(post: Post, lexicon: Lexicon) -> Document:
    """Tags a post. A date that stands alone at its start is its publish date where it has none."""
    published = post.published if published_day(post.published) else None
    first = tagged(post.text, lexicon, published)
    line = _own_date(first)
    if published is None and line:
        first = tagged(post.text, lexicon, line)
    elif published is None and (year := _only_year(first)):
        first = tagged(post.text, lexicon, None, year=year)
    title = tagged(post.title, lexicon, published or line, title=True, told=_full_names(first))
    first, title = explained(first, title)
    own = speaks(post, lexicon)
    doc = Document(post, lexicon, title, first, published or line, published is None and line is not None, own)
    about = doc.topical
    text = resolved(first, lexicon.subject, lexicon.name, own=own, topical=about)
    return replace(doc, text=text, title=resolved(title, lexicon.subject, lexicon.name, own=own, topical=about))


def _only_year(text: Tagged) -> int | None:
    """The year of a text that names no other."""
    years = {int(w.date[:4]) for w in text.whens if w.date}
    return years.pop() if len(years) == 1 else None


def _own_date(text: Tagged) -> str | None:
    """``May 10, 2023, 5 mins.``, ``DUBLIN, September 12, 2022.``: the date line of the text itself."""
    first: When | None = text.whens[0] if text.whens else None
    if first is None or first.start > 45 or first.precision != "day" or first.anchor != "absolute":
        return None
    after = text.folded[first.end : first.end + 3]
    alone = _DATELINE.match(text.folded[: first.start]) is not None and (
        not after.strip() or after.strip()[0] in ".,:-—|\n("
    )
    return first.date if alone else None
