"""How a verb stands: done, planned, denied, only talked of; told by the words before it in its clause."""

from __future__ import annotations

import re

from ingest.extract.musts import Musts

__all__ = ["BEFORE", "before", "is_passive", "mood_of"]

_ADVERB = r"(?:(?:\w+ly|also|now|then|first|just|already|since|again|still|soon|even|later|never|not|D+|on|in|,)\s+)"
_PASSIVE = re.compile(rf"\b(?:was|were|is|are|been|being|be|get|gets|got|'s)\s+{_ADVERB}*$")
_PERFECT = re.compile(rf"\b(?:has|have|had|'ve|'s)\s+{_ADVERB}*(?:been\s+)?$")
_MODAL = re.compile(
    rf"\b(?P<m>will|would|can|could|may|might|should|must|shall|'ll|won't|cannot|can't|wouldn't"
    rf"|couldn't)\s+{_ADVERB}*(?:be\s+|have\s+|have been\s+)?{_ADVERB}*$"
)
_TO = re.compile(r"(?P<g>(?:[\w'-]+\s+){0,4})\bto\s+(?:\w+ly\s+|also\s+)?(?:be\s+)?$")
_TO_STANDS = re.compile(r"to(?<!\w..)\s+(?:\w+ly\s+|also\s+)?(?:be\s+)?$")  # what of it costs little to look for
_NEGATED = re.compile(
    r"(?:\bnot|\bnever|n't|\bno longer|\bwithout|\brather than|\binstead of|\bneither|\bnor|\bfailed to"
    r"|\bstopped short of|\bno plans? to|\bhas yet to|\bhave yet to|\byet to)(?:\s+\w+){0,2}\s+$"
)
_GOVERNED_ING = re.compile(
    rf"\b(?:is|are|was|were|been|be|'s|'re)\s+{_ADVERB}*(?:\w+\s+)?$|\b(?:started|began|begun|starts|begins"
    rf"|start|begin|finished|announced|announces|considering|considers|confirmed)\s+$"
)
_ING_FACT = re.compile(r"(?:^|[,;:-]\s*|\band\s+|\bwith\s+(?:it\s+)?|\bwhile\s+)(?:also\s+|then\s+|\w+ly\s+)?$")
_TO_BEGIN = re.compile(r"\b(?:will|would|to|shall)\s+(?:also\s+|soon\s+)?(?:begin|start|stop)\s+$")
_BEING = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+|now\s+)?being\s+$")
_BEGUN = re.compile(r"\b(?:began|started|begun|begins|starts|commenced)\s+$")
#: what has begun to be done is being done
_BEGUN_TO = re.compile(  # "had to leave": and did; "we are pleased to share": and do
    r"\b(?:began|begun|started|commenced|had|pleased|excited|happy|proud|thrilled|glad|delighted|honou?red)$"
)
_HYPOTHETICAL = re.compile(
    r"^\W*(?:and\s+|but\s+|or\s+)?(?:if|unless|whether|suppose|imagine|should|every|any|whoever|anyone|in case"
    r"|even if|what if|once|since|why (?:do|does|is|are|should))\b"
)
#: how something is done is told of what goes on: "how we build and test our models"
_HOW = re.compile(r"\bhow (?:we|they|it|our|its|[SF]+)\b[^,.;:]{0,40}$")
#: which of these may stand before a verb: one pass for the words that they ask for
BEFORE = (_PASSIVE, _PERFECT, _MODAL, _NEGATED)
_ASKED = Musts([[pattern] for pattern in BEFORE])
_MAY_PASSIVE, _MAY_PERFECT, _MAY_MODAL, _MAY_NEGATE = range(4)


def before(left: str) -> frozenset[int]:
    """What may be told of a verb by the words before it: asked for once, then only that is looked for."""
    return _ASKED.possible(left)


def is_passive(left: str, may: frozenset[int], *, participle: bool) -> bool:
    """Whether a past form is passive. ``participle``: it is no past tense, and without "has" it can be nothing else."""
    if _MAY_PASSIVE in may and _PASSIVE.search(left):
        return True
    return participle and not (_MAY_PERFECT in may and _PERFECT.search(left))


def _modal(word: str) -> str:
    if word in ("will", "'ll", "shall"):
        return "will"
    return "negated" if "n't" in word or word == "cannot" else "modal"


_DATED_BY = re.compile(r"\b(?:days?|weeks?|months?|years?) after\s+$")
_ING = (
    (_DATED_BY, "fact"),
    (_TO_BEGIN, "will"),
    (_BEGUN, "fact"),
    (_GOVERNED_ING, "progressive"),
    (_ING_FACT, "participle"),
)


def _of_ing(left: str) -> str:
    """How a form in -ing stands, by what governs it; a gerund where nothing does."""
    return next((mood for pattern, mood in _ING if pattern.search(left)), "gerund")


def mood_of(left: str, may: frozenset[int], forms: frozenset[str], clause: str) -> tuple[str, str]:
    """The governor and the mood. ``left``: the clause's words before; ``may``: as ``before`` tells."""
    if _HYPOTHETICAL.match(clause) and not re.match(r"\W*(?:once|since)\b[^.;]*D", clause):
        return "", "hypothetical"
    if "how " in left and _HOW.search(left):
        return "", "gerund"
    if _MAY_NEGATE in may and _NEGATED.search(left[-60:]):
        return "", "negated"
    if _MAY_MODAL in may and (modal := _MODAL.search(left)):
        return modal["m"], _modal(modal["m"])
    to_be = "past" in forms and left.endswith(" be ")  # "is to be built"
    if ("base" in forms or to_be) and _TO_STANDS.search(left) and (to := _TO.search(left)):
        governor = to["g"].strip()
        return governor, "fact" if _BEGUN_TO.search(governor) else "infinitive"
    if "ing" in forms:
        return "", _of_ing(left)
    return "", _of_past(left, may, forms)


def _of_past(left: str, may: frozenset[int], forms: frozenset[str]) -> str:
    """How a form without "to" or an auxiliary of the future stands."""
    if left.endswith("being ") and _BEING.search(left):
        return "progressive"
    if _MAY_PERFECT in may and _PERFECT.search(left):
        return "perfect"
    return "present" if forms & {"third", "base"} and "past" not in forms else "fact"
