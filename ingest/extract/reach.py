"""Where a frame's words stand: right of the verb, left where the object went there, or in what a relative points at."""

from __future__ import annotations

import re

from ingest.extract.agents import Agent
from ingest.extract.clauses import Clause
from ingest.extract.fold import lower
from ingest.extract.frame import Frame
from ingest.extract.persons import left_of, person_before
from ingest.extract.tagged import Tagged
from ingest.extract.verbs import Hit
from ingest.extract.words import OTHER_THING

__all__ = ["reach_of"]

Span = tuple[int, int]
_OBJECT_GONE = re.compile(
    r"\b(?:which|that)\s*(?:[OX]+(?:'s)? and )?$|\b(?:models?|tools?|systems?|chips?|architecture|app|version"
    r"|startup|company|lab|unit|framework|agreement|deal)\s*$"
)
_BETWEEN = (
    r"(?:'s)?(?: [a-z0-9-]+){0,3}\W*(?:(?:which|that|who|has|have|had|is|are|was|were|been|will|be|to|now|also"
    r"|later|first|expected|set|due|starts?|scheduled|slated|planned|begins?|about|likely|reportedly|\w+ly|D+"
    r"|\([^)]*\))\W+)*$"
)
#: what a thing is for is no act of whom it belongs to: "plants meant to power ..."
_PURPOSE = re.compile(r"\b(?:intended|meant|designed|needed|required|enough|capable|ability|capacity|able|used)$")
#: verbs that a thing does by itself
_INTRANSITIVE = {"launch", "debut", "ship", "drop", "come+out", "go+live", "roll+out", "premiere", "leak"}
#: what a thing that is late does itself
_GIVES_WAY = frozenset(("stall", "slip", "slide"))
_ANY = ("subject", "other", "foreign", "none", "product")
_WANTED = {"subject": ("subject",), "joint": ("subject",), "other": ("other", "foreign"), "any": _ANY}


def reach_of(tagged: Tagged, clause: Clause, hit: Hit, agent: Agent, frame: Frame) -> Span | None:
    """The span of the frame's words, or None where agent or words do not fit."""
    right = (hit.end, min(clause.end, hit.end + frame.far))
    left = left_of(tagged, clause, hit.start)
    if frame.agent.startswith("own:"):
        return right if _own_thing(tagged, clause, hit, frame) and _fits(tagged, right, frame) else None
    if frame.agent.startswith("passive:") and not hit.passive:
        return left if _reduced(tagged, hit, left, frame) else None
    if frame.agent.startswith(("product:", "passive:")):
        return _product(tagged, clause, hit, agent, frame, (left, right))
    if frame.agent == "named" and not hit.passive:
        return None
    if frame.agent in ("person", "named"):
        leaving = frame.name == "leaves"
        if frame.name == "leads" and (_holds(tagged, hit, left) or _state(tagged, hit, left)):
            return None
        return right if _fits(tagged, right, frame) and person_before(tagged, clause, left, leaving=leaving) else None
    if frame.agent == "count":
        return right if _counted(tagged, clause, agent) and _fits(tagged, right, frame) else None
    return _acted(tagged, clause, hit, agent, frame, (left, right))


def _counted(tagged: Tagged, clause: Clause, agent: Agent) -> bool:
    """Whether it is a thing of the subject's that is counted, named there or in the sentence before."""
    sentence = clause.sentence
    if re.search(r"[MAT]{2,}", tagged.cls[sentence.start : sentence.end]):
        return True
    before = tagged.sentences[max(0, sentence.number - 1)].start
    return agent.kind != "other" and re.search(r"[MAT]{2,}", tagged.cls[before : sentence.end]) is not None


_OWN_THING = {
    "M": r"(?:[M]{3,}(?:'s)?(?: models?)?|[SF]{2,}'s (?:[\w-]+ ){0,5}?(?:models?|llm|family))",
}
_ASIDE = r"(?:,[^,;]{1,90},| \([^()]{1,60}\))?"


def _own_thing(tagged: Tagged, clause: Clause, hit: Hit, frame: Frame) -> bool:
    """Whether a thing of the subject's stands where the agent does, named or not: ``Meta's next model, …, has``."""
    pattern = _OWN_THING[frame.agent.split(":")[1]]
    left = tagged.cls[clause.sentence.start : hit.start]
    return re.search(rf"{pattern}{_ASIDE}{_BETWEEN}", left) is not None


def _reduced(tagged: Tagged, hit: Hit, left: Span, frame: Frame) -> bool:
    """A participle right behind what it is about: ``a model previewed as a teacher``."""
    words = tagged.cls[left[0] : left[1]].rstrip()
    things = re.search(rf"[{frame.agent.split(':')[1]}]{{2,}}", words)
    behind = re.search(r"\b(?:model|tool|system|version|family|chip)$", words)
    return hit.form == "past" and bool(things and behind)


_OURS = re.compile(r"[MTAC]{2,}")
#: "an algorithm by Meta", "Meta's robot hand"
_OURS_SHOWN = re.compile(r"[MTAC]{2,}|[SF]{2,}'s [a-z]|\b(?:by|from) [SF]{2,}")


#: what makes news of an app news of AI
_AI = re.compile(r"\bai\b|\bartificial intelligence|\bgenerative|\bassistants?\b|\bchatbots?\b|[A]{3,}")


def _wanted(frame: Frame, words: str) -> tuple[str, ...]:
    """The kinds of agent that a frame asks for; ``words``: in its reach."""
    wanted = _WANTED[frame.agent]
    return (*wanted, "place") if frame.type == "product" and wanted == ("subject",) and _AI.search(words) else wanted


def _acted(
    tagged: Tagged, clause: Clause, hit: Hit, agent: Agent, frame: Frame, sides: tuple[Span, Span]
) -> Span | None:
    left, right = sides
    if agent.kind in ("other", "foreign") and hit.mood == "infinitive" and _PURPOSE.search(hit.governor):
        return None
    by_us = hit.form == "past" and re.match(r" by [SF]{2}", tagged.cls[hit.end : hit.end + 8]) is not None
    passive = hit.passive or by_us
    if frame.agent == "joint" and (agent.kind != "subject" or agent.partner is None):
        return None
    if agent.kind not in _wanted(frame, tagged.cls[slice(*(left if passive else right))]):
        owned = passive and frame.agent == "subject" and agent.kind == "none"
        ours = _OURS_SHOWN if frame.type in _SHOWN_TYPES else _OURS
        if not (owned and ours.search(tagged.cls, *left)):
            return None
    if passive:
        return left if _fits(tagged, left, frame) else None
    if _fits(tagged, right, frame):
        return right
    before = tagged.cls[clause.sentence.start : max(agent.start, clause.sentence.start)]
    if agent.kind == "subject" and _OBJECT_GONE.search(before.rstrip()):
        antecedent = (_noun_before(tagged, clause, agent.start), agent.start)  # "the chip that Meta showed"
        return antecedent if _fits(tagged, antecedent, frame) else None
    return None


def _noun_before(tagged: Tagged, clause: Clause, at: int) -> int:
    """Where the noun that a relative clause is about begins: after the last preposition or comma before it."""
    if tagged.cls[:at].rstrip().endswith(", which"):
        return max(clause.sentence.start, at - 100)
    start = max(clause.sentence.start, at - 60)
    cut = [
        m.end()
        for m in re.finditer(r"\b(?:on|with|of|from|by|and|in|is|was|for|to)\s|[,;:]\s", tagged.cls[start : at - 6])
    ]
    return start + cut[-1] if cut else start


_SHOWN_TYPES = ("release", "product", "research")
#: before the name of a thing: something else is told of, and the thing stands in its description
_OF_OTHERS = re.compile(
    r"\b(?:about|for|with|from|like|against|than|using|via|into|unlike)\s+(?:the |its |[SF]+(?:'s)? )?$"
)
_ELIDED = re.compile(r"^\W*(?:and|but|then|yet)\s+(?:has|have|had|is|are|was|were|will)\b")


def _carried_over(tagged: Tagged, clause: Clause, hit: Hit, tags: str) -> bool:
    """Whether the clause leaves out a thing that its sentence began with: ``Llama 3 has 8 … and has been released``."""
    if not (hit.passive and clause.number and _ELIDED.match(tagged.cls[clause.start : hit.start])):
        return False
    return re.match(rf"\W*(?:the |its )?[{tags}]{{2,}}", tagged.cls[clause.sentence.start : clause.start]) is not None


def _product(
    tagged: Tagged, clause: Clause, hit: Hit, agent: Agent, frame: Frame, sides: tuple[Span, Span]
) -> Span | None:
    """A thing stands where the agent does: ``Llama 4 launched``, ``the model was leaked``."""
    left, right = sides
    tags = frame.agent.split(":")[1]
    if tags == "P" and _holds(tagged, hit, left):
        return None
    if frame.name == "delays" and not hit.passive and not _GIVES_WAY.issuperset(hit.lemmas):
        return None  # "it ended with a dismissal"
    stands = re.search(rf"[{tags}]{{2,}}{_BETWEEN}", tagged.cls[left[0] : left[1]])
    if not (stands or _carried_over(tagged, clause, hit, tags)) or agent.kind == "other":
        return None
    if stands and frame.type in _SHOWN_TYPES and _OF_OTHERS.search(tagged.cls, left[0], left[0] + stands.start()):
        return None
    if (
        not hit.passive
        and hit.form in ("third", "base")
        and not _INTRANSITIVE & set(hit.lemmas)
        and frame.type == "release"
    ):
        return None  # a noun: "the Llama releases came"
    if (
        not hit.passive
        and tags != "P"
        and re.match(r" (?:its|their|his|her|all|users?'?) ", tagged.cls[right[0] : right[1]])
    ):
        return None  # what it did with something of somebody's: "Muse shared its files"
    direct = re.match(r" (?:the|a|an|its|their|support|[OX]{3,})\b", tagged.cls[right[0] : right[1]])
    if not hit.passive and hit.form != "past" and direct and tags != "P":
        return None
    return left if _fits(tagged, right, frame) else None


def _holds(tagged: Tagged, hit: Hit, left: Span) -> bool:
    """Whether it is an office that somebody has: ``who leads Meta's AI research``."""
    return hit.form == "third" and tagged.cls[left[0] : left[1]].endswith("who ")


def _state(tagged: Tagged, hit: Hit, left: Span) -> bool:
    """Whether somebody simply leads something, and has not just begun to: ``Doe leads research``."""
    now = re.search(r"\bnow\b|D", tagged.cls[left[0] : left[1]])
    if hit.mood == "perfect":
        return tagged.cls.find(" since ", hit.end, hit.end + 80) >= 0
    return hit.form == "third" and hit.mood == "present" and not tagged.title and now is None


def _fits(tagged: Tagged, span: Span, frame: Frame) -> bool:
    part = tagged.cls[span[0] : span[1]]
    found = frame.wants.search(part)
    if not found or (frame.shuns and frame.shuns.search(part)):
        return False
    if frame.type == "release" and found[0][-1:] in ("M", "T"):
        after = lower(tagged.folded[span[0] + found.end() : span[0] + found.end() + 60])
        return OTHER_THING.match(after) is None
    return True
