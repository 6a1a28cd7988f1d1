"""A text with its names and dates replaced by letters, at the same offsets: what the clause rules are matched on.

``Meta Platforms released Llama 4 on April 5, 2025`` becomes ``SSSSSSSSSSSSSS released MMMMMMM on DDDDDDDDDDDDD``:
everything else is in lower case, so that a capital letter always is a tag.

    S subject  F officer of the subject  P other person  O organisation  R regulator  N outlet  X unknown proper name
    J one who rules, by what it is called  M model  T tool  A app  C chip  I site  D date
    W app or device of the subject, in which its features come
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ingest.extract.fold import fold, lowered, painted
from ingest.extract.lexicon import Entity, Lexicon, Mention
from ingest.extract.proper import unknown
from ingest.extract.rulers import named_so, rulers
from ingest.extract.sentences import Sentence, sentences
from ingest.extract.sharing import told_apart
from ingest.extract.when import When, find_when

__all__ = ["TAGS", "Sentence", "Tagged", "tag_of", "tagged"]

_PRODUCT = {"model": "M", "tool": "T", "app": "A", "chip": "C", "site": "I", "place": "W"}
TAGS = "SFPORNXJMTACIWD"


@dataclass(frozen=True)
class Tagged:
    """A text, folded and tagged; all offsets are the original's."""

    text: str
    folded: str
    cls: str
    mentions: tuple[Mention, ...]
    whens: tuple[When, ...]
    title: bool

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in order; a line of its own is one too."""
        return sentences(self.folded)

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The names between two offsets."""
        return [m for m in self.mentions if start <= m.start and m.end <= end]

    def whens_in(self, start: int, end: int) -> list[When]:
        """The date expressions between two offsets."""
        return [w for w in self.whens if start <= w.start and w.end <= end]


def tag_of(entity: Entity, published: str | None = None) -> str:
    """The letter of an entity; an officer who has left by then is a person like others."""
    if entity.kind == "product":
        return _PRODUCT.get(entity.what, "M")
    if entity.kind == "subject":
        return "S"
    if entity.kind == "person":
        gone = bool(entity.until) and published is not None and published[:7] > entity.until
        return "F" if entity.officer and not gone else "P"
    if entity.kind == "outlet" or (entity.outlet and not entity.regulator):
        return "N" if entity.kind == "outlet" else "O"
    return "R" if entity.regulator else "O"


def tagged(
    text: str, lexicon: Lexicon, published: str | None, *, title: bool = False, year: int | None = None,
    told: Iterable[str] = (),
) -> Tagged:  # fmt: skip
    """Folds and tags a text. ``told``: the unknown names of its post, by which those of a title are known in which
    every word is written large.
    """
    folded = fold(text)
    mentions = told_apart(lexicon, lowered(folded), lexicon.mentions(folded))
    whens = tuple(find_when(folded, published, year))
    cls = lowered(folded)
    cls = painted(cls, ((start, end, "J" * (end - start)) for start, end in rulers(cls)))
    taken = [(m.start, m.end) for m in mentions]
    if title and _title_case(folded):
        names: Iterable[tuple[int, int]] = _again(folded, told)
    else:
        headed = [] if title else list(_headings(folded))
        names = (span for span in unknown(folded, taken) if not any(a <= span[0] < b for a, b in headed))
    cls = painted(cls, ((start, end, _unknown(folded[start:end])) for start, end in names))
    cls = painted(cls, ((when.start, when.end, "D" * (when.end - when.start)) for when in whens))
    cls = painted(cls, ((m.start, m.end, _letters(m, published)) for m in mentions))
    return Tagged(text, folded, cls, mentions, whens, title)


def _unknown(name: str) -> str:
    """The letters of a name that nobody has told us."""
    return ("J" if named_so(name) else "X") * len(name)


def _letters(mention: Mention, published: str | None) -> str:
    """The letters of a name; what is its own stays told: ``SSSS's``."""
    length = mention.end - mention.start
    letter = tag_of(mention.entity, published)
    return letter * (length - 2) + "'s" if mention.text[-2:] in ("'s", "'S") else letter * length


#: a line without a full stop, of a heading's length
_LINE = re.compile(r"^[^\n]{25,160}(?<![.,;:!?\"'])$", re.MULTILINE)


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text that are set like titles: every word has a capital, and names are not told by theirs."""
    return (line.span() for line in _LINE.finditer(text) if _title_case(line[0]))


def _again(folded: str, told: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the names that a post tells in full stand in its title, in order and apart."""
    last = 0
    for at, end in sorted((at, at + len(name)) for name in told if (at := folded.find(name)) >= 0):
        if at >= last and not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum()):
            yield at, end
            last = end


#: written small in titles in which every other word is written large
_SMALL = frozenset(
    "with from into over onto upon than that after amid under near says this have more will been".split()
)


def _title_case(text: str) -> bool:
    words = [w for w in re.findall(r"[A-Za-z][\w'-]*", text) if len(w) > 3]
    if any(w.isalpha() and w.islower() and w not in _SMALL for w in words):
        return False
    return bool(words) and sum(w[0].isupper() for w in words) > 0.7 * len(words)
