"""A sentence → its clauses: the stretch in which a verb finds its own agent, object and date."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from ingest.extract.tagged import Sentence, Tagged

__all__ = ["SPAN_AFTER", "Clause", "clauses"]

# where one statement ends and the next begins: the words that join them belong to the next. It begins with a set of
# characters, so that the search leaps from one to the next, and tells most blanks by what follows
_BREAK = re.compile(
    r"""
    [;:,\s](?:
      (?<=\s)(?=[-|wabt\s])(?:
          --?\s+ | \|\s
        | \s*+(?=
              (?:while|whereas|but|although|though|because|whose)\s
            | and\s+(?:also\s+|then\s+|later\s+|has\s+|have\s+|had\s+|will\s+|is\s+|are\s+|was\s+|were\s+)?
              (?:\w+ed|\w+s|bought|said|put|built|made|left|began|bring|(?!(?:network|train|comput|engineer|market|advertis|fund|financ|manufactur|test|process|reason|plann
                  |edit|lend|learn|pric|cool|stream|messag|shopp|gam)ing\s)\w+ing
                |[SF]+|it|they|he|she)\s
            | when\s+(?:[SF]+|it|they|he|she|the)\b))
    | (?<=,)\s+(?=
          (?:while|whereas|but|although|though|because|whose
            |and|then|with|after|before|when|as|since|which|who|where|\w+ing)\s
        | (?:(?!(?:located|based|situated|called|named|dubbed|nicknamed|codenamed|code-named)\ )
            \w{3,}ed|brought|put|hired|bought|built|made|spent|took)\s+
          (?:in|up|out|on|a|an|the|its|their|[SFPOXM]{2,})\b)
    | (?<=;)\s+
    | (?<=:)\s+(?=[A-Z"']|the\ |it\ |they\ |he\ |she\ )
    )
    """,
    re.VERBOSE,
)


#: how long before something else: "less than three weeks after", "days after"
SPAN_AFTER = re.compile(
    r"(?:(?:just|only|barely|some|about|nearly|almost|(?P<loose>less than|fewer than|under|within)) )?"
    r"(?:(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|a few|several|mere|a mere) )?"
    r"\b(?P<unit>(?:(?<=\ba )|(?<=\ban )|(?<=\bone ))(?:day|week|month|year)|(?:day|week|month|year)s) after "
)


class Clause(msgspec.Struct, frozen=True):
    """A clause's place, and the sentence that it is of. ``first``: the sentence's first clause."""

    start: int
    end: int
    sentence: Sentence
    number: int

    @property
    def first(self) -> bool:
        """Whether it begins its sentence."""
        return self.number == 0


def clauses(tagged: Tagged, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in order. Nothing is broken inside brackets."""
    cls = tagged.cls
    cuts = [sentence.start]
    for found in _BREAK.finditer(cls, sentence.start, sentence.end):
        if found.end() <= cuts[-1] or _inside_brackets(cls, sentence.start, found.start()):
            continue
        if not _joins_names(cls, cuts[-1], found.end()):
            cuts.append(found.end())
    if cls.find(" after ", sentence.start, sentence.end) >= 0:
        cuts = sorted({*cuts, *(m.start() for m in SPAN_AFTER.finditer(cls, sentence.start, sentence.end))})
    cuts.append(sentence.end)
    spans = [(a, b) for a, b in pairwise(cuts) if cls[a:b].strip()]
    return [Clause(a, b, sentence, n) for n, (a, b) in enumerate(spans)]


def _joins_names(cls: str, start: int, at: int) -> bool:
    """Whether "and" stands in a list of names: ``AMD and Meta sign``. What came before is then no statement."""
    if not re.match(r"and [SF]{2}", cls[at : at + 6]):
        return False
    return cls[:at].rstrip()[-1:] in "OXPR" or len(re.findall(r"\b[a-z]{2,}", cls[start:at])) < 2


def _inside_brackets(cls: str, start: int, at: int) -> bool:
    part = cls[start:at]
    return part.count("(") > part.count(")")
