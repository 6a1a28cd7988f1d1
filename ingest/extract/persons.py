"""Who joins, leaves, leads: the person a verb is said of, by name, by office, or as "he", "she" and "who"."""

from __future__ import annotations

import re

from ingest.extract.clauses import Clause
from ingest.extract.tagged import Tagged
from ingest.extract.words import STAFF

__all__ = ["left_of", "person_before"]

Span = tuple[int, int]
#: what may stand between a person and the verb
_BETWEEN = (
    r"(?: (?:am|her|his|their|intention|decision|wish|of|would|wrote|posted"
    r"|also|now|then|later|not|\w+ly|D+|on|in|has|have|had|will|would|is|are|was|be|to|plans?|planned|intends?"
    r"|decided|set|about|agreed|going|expected|announced|announces|confirmed|revealed|told|staff|said|says|that|he|she"
    r"|(?:left|leaves|leaving|quit|quits|departed|departs) (?:[a-z]+ ){0,2}[OX]{2,}(?: \w+){0,4}? to"
    r"|been|due|wants|preparing|prepares|planning|considering|just|already|since|himself|herself|both|all),?)*\s*$"
)
_NAME = r"(?<!\bof )(?<!\bat )(?<!\bfrom )(?<![PFX])"  # where somebody comes from
_NAME += r"(?P<n>[PF]{2,}|X{2,})(?:'s)?(?: (?:of|from|at) (?:the )?[OXSF]{2,}(?: (?:of|for|in) [OX]{2,})*)?"
_NAMED = re.compile(rf"{_NAME}(?:,[^;]{{1,90}},| \([^()]{{1,60}}\))?{_BETWEEN}")
#: behind an office: "the head of its lab, Jane Doe, has left"
_BEHIND = re.compile(rf"{_NAME},{_BETWEEN}")
_PRONOUN = re.compile(rf"\b(?P<p>he|she|who|i)(?:'(?:m|ll|ve))?\b{_BETWEEN}")
#: somebody else whom "he" may stand for
_NOBODY = re.compile(r"\b(?:users?|someone|somebody|person|poster|employee|man|woman|insider|commenter)\b")
_STAFF = re.compile(
    rf"(?P<n>(?:[SF]{{2,}}(?:'s)? (?:\w+ ){{0,4}})?(?:(?:two|three|four|five|six|seven|eight|several|some|many|more|a"
    rf"|dozen|\d+|top|senior|key|leading|former|ai|its|of|the|at|least|another|both) )*\b(?:{STAFF}|members?))"
    rf"(?: (?:at|of|from|in|behind) [\w' -]{{1,50}})?{_BETWEEN}"
)
_SAYS = re.compile(
    r"\"\s+(?:the \S+ )?(?P<n>[PF]{3,}|X{3,})[^.;]{0,40}?\b(?:wrote|said|says|told|posted|announced|writes)\b"
)
_RELATIVE = re.compile(r"^\W*(?:which|that|who)\b")
_ANYBODY = re.compile(r"[PF]{3,}|X{2,}(?:-X+)?(?: X{2,}){1,2}")
_BACK = 2  # sentences in which the one may stand whom a pronoun stands for


def left_of(tagged: Tagged, clause: Clause, at: int) -> Span:
    """What stands before a verb: of its clause, and of a relative clause also what that is about."""
    relative = clause.number and (
        _RELATIVE.match(tagged.cls[clause.start : clause.end])
        or (not tagged.cls[clause.start : at].strip() and tagged.cls[: clause.start].rstrip().endswith(","))
    )
    return (max(clause.sentence.start, clause.start - 80) if relative else clause.start), at


def person_before(tagged: Tagged, clause: Clause, span: Span, *, leaving: bool = False) -> Span | None:
    """Where the person stands that the verb at the end of the span is said of.

    ``leaving``: also people without a name, "three researchers", as they leave; their joining is their employer's news.
    """
    left = tagged.cls[slice(*span)].rstrip()
    if found := _NAMED.search(left) or (_BEHIND.search(left) if leaving else None):
        return span[0] + found.start("n"), span[0] + found.end("n")
    if (found := _PRONOUN.search(left)) and found["p"] == "i":
        return _speaker(tagged, clause, at=span[1])
    if found:
        return _meant(tagged, clause, span[0] + found.start("p"), relative=found["p"] == "who")
    if leaving and (found := _STAFF.search(left)):
        return span[0] + found.start("n"), span[0] + found.end("n")
    return None


def _speaker(tagged: Tagged, clause: Clause, *, at: int) -> Span | None:
    """Who says so behind a quotation: ``"I am leaving," Jane Doe wrote``."""
    found = _SAYS.search(tagged.cls, at, clause.sentence.end)
    return found.span("n") if found else None


def _meant(tagged: Tagged, clause: Clause, at: int, *, relative: bool) -> Span | None:
    """The last one named before a pronoun: of "who" right before it, of others in the sentences before as well."""
    first = max(0, clause.sentence.number - (0 if relative else _BACK))
    start = max(tagged.sentences[first].start, at - 60) if relative else tagged.sentences[first].start
    if not relative and _NOBODY.search(tagged.cls, clause.sentence.start, at):
        return None
    named = list(_ANYBODY.finditer(tagged.cls, start, at))
    return named[-1].span() if named else None
