"""Who does it: the agent of a verb, by the tags to its left (active) or after ``by`` (passive), or inherited."""

from __future__ import annotations

import re

import msgspec

from ingest.extract.clauses import Clause
from ingest.extract.tagged import Tagged
from ingest.extract.verbs import Hit

__all__ = ["Agent", "agent_of"]

#: words that may stand between an agent and its verb
_BETWEEN = frozenset(
    """has have had is are was were will would can could may might also now just then first later already days weeks
    months hours recently reportedly officially finally today yesterday on in at earlier last this week month year
    not never to be been being set about plan plans planned intend intends intended want wants hope hopes aim aims
    looking expect expects expected agreed agrees going preparing trying said says it that confirmed announced
    scheduled due begun began begin begins start started starts starting stop stops continue continues decided did
    does do and but while with still again soon even so ready poised seeking slated considering considers""".split()
)
_NO_ADVERBS = frozenset("italy family supply reply ally assembly monopoly".split())
_SKIP = re.compile(
    rf"(?:'(?:re|ve|ll|d|m)\b|\b(?:{'|'.join(sorted(_BETWEEN))}|in talks|in advanced talks|D+"
    rf"|(?!(?:{'|'.join(sorted(_NO_ADVERBS))})\b)\w+ly)\b)$"
)
_APPOSITION = re.compile(
    r",\s+(?:the|a|an|its|which|who|formerly|once|until|whose|now|owner|parent|maker)?\b[^,;]{1,90},?\s*$"
)
_NOUNS = (
    r"(?:(?:'s)?(?:[ -](?!(?:and|but|or|that|which|who|said|says|by|than|with|against|from|to"
    r"|of)\b)[a-z0-9$\"&.-]+){0,5})"
)
# these begin with a set of characters, and that a run of tags: the search leaps from one run to the next
_SUBJECT = re.compile(rf"(?P<n>[SF](?<![SF].)[SF]*+){_NOUNS}$")
_JOINT = re.compile(
    r"(?P<n>[SF](?<![SF].)[SF]*+)(?:'s)?(?: [a-zMT]+){0,2}(?:,? (?:and|&|with|along with|together with) "
    r"|, )(?P<p>[OPXRT]+(?:'s)?(?: [a-z]+){0,2}(?:(?:,? and |, )[OPXR]+)*)$"
)
_JOINT2 = re.compile(
    r"(?P<p>[OPXR](?<![OPXR].)[OPXR]*+)(?:'s)?(?:,? (?:and|&|with) |, )(?P<n>[SF]+)(?:'s)?(?: [a-z]+){0,2}$"
)
#: who is only compared: "like Meta with Llama, Orca publishes"
_LIKE = re.compile(r"\b(?:like|unlike|than|as with)\s+$")
_AT = re.compile(
    r"\b(?:researchers?|team|teams|engineers?|scientists?|group|division|unit|executives?|lab|officials?"
    r"|people)\s+(?:at|of|from)\s+(?P<n>[SF]+)$"
)
_OWNED = re.compile(r"(?P<n>[SF](?<![SF].)[SF]*+)'s (?:\w+ ){0,3}X+(?: [a-z-]+){0,2}$")
_OTHER = re.compile(
    r"(?P<n>[OPXRNJ](?<![OPXRNJ].)[OPXRNJ]*+)(?:'s)?"
    r"(?:[ -](?!(?:and|but|or|that|which|who|said|says|by|to)\b)[a-z0-9\"&.-]+){0,5}$"
)
_RELATIVE = re.compile(r"\W*(?:who|which|whose|where|whom)\b")
_INSERTED = re.compile(r",\s+(?:who|which|whose|where)\b[^,]*,\s*$")
_BY = re.compile(r"\bby\s+(?:[\w']+\s+){0,3}?(?P<n>[SFOPXRJ]+)")
_BOTH = re.compile(r"(?P<n>[SF]+)(?:'s)?,? (?:and|together with|along with) (?:the )?(?P<p>[OXR]{2,})")
_PRODUCT = re.compile(r"(?P<n>[MTACI](?<![MTACI].)[MTACI]*+)(?:'s)?(?: [a-z0-9-]+){0,3}(?:(?:,? and |, )[MTACIX]+)*$")
#: an app or a device does what its owner does with it: "WhatsApp adds an AI that ..."
_PLACE = re.compile(r"(?P<n>W(?<!W.)[W]*+)$")
_FOREIGN_NOUN = re.compile(
    r"\b(?:users?|critics?|developers?|authors?|rivals?|others|competitors?|customers?"
    r"|hackers?|someone|somebody|"
    r"anyone|companies|startups?|businesses|people|enterprises?|governments?|everyone|he|she|you|i"
    r"|judge|court|lawmakers|"
    r"senators?|regulators?|writers|artists|publishers|plaintiffs|workers|employees|staff|partners)$"
)

#: who looks on: what these say, expect or find is no act
_BYSTANDER = re.compile(
    r"\b(?:analysts?|investors?|shareholders|experts|observers|pundits|economists|brokers|shares|stock)$"
)
#: what somebody else foresees of the subject is no act of it: "analysts expect Meta to ..."
_FORESEEN = re.compile(
    r"(?:\b(?:analysts?|investors?|shareholders|experts|observers|brokers|critics|economists|many|some|[a-z]+ers)"
    r"|[ONXP]{2,}) (?:\w+ly |now |still )?"
    r"(?:expects?|expected|predicts?|predicted|forecasts?|believes?|thinks?|reckons?|estimates?|estimated|sees?"
    r"|guess|guessed|speculates?|speculated|suspects?|anticipates?|wants?|urges?|urged|hopes?)"
    r"(?: that)? (?:[OX]{2,}(?:, | and ))*$"
)

#: with whom somebody talks or works is no agent: "is in talks with private lenders to raise"
_WITH = re.compile(
    r"\b(?:in (?:\w+ )?(?:talks|discussions|negotiations)|talking|negotiating|working|together|agree(?:s"
    r"|d)) with [^,;]{1,60}$"
)
_AMONG = re.compile(
    r"\b(?:former|formerly|ex)[ -]$|(?:\b(?:including|include|such as|among them)|, like) (?:[OX]{2,}(?:, |,? and ))*$"
)
_OTHERS = (("other", _OTHER), ("product", _PRODUCT), ("place", _PLACE))
_OURS = (
    ("subject", _AT), ("subject", _OWNED), ("other", _OTHER), ("subject", _SUBJECT), ("product", _PRODUCT),
    ("place", _PLACE),
)  # fmt: skip
#: characters of the longest word that may stand between, and of the longest noun of those that nobody is known by
_WORD, _NOUN = 60, 12
#: characters; no agent stands further from its verb, and a clause without an end must not cost time without one
_FAR = 400


class Agent(msgspec.Struct, frozen=True):
    """``kind``: subject, other, product (a product stands where the agent does), place (an app), foreign (nobody
    known), bystander (one who only looks on), none.
    """

    kind: str
    start: int = -1
    end: int = -1
    partner: tuple[int, int] | None = None  # a second agent: "Meta and AMD"


def agent_of(tagged: Tagged, clause: Clause, hit: Hit) -> Agent:
    """The agent of a verb, within its clause."""
    if hit.passive or (hit.form == "past" and tagged.cls[hit.end : hit.end + 4] == " by "):
        behind = _behind(tagged, clause, hit)
        if behind is not None or hit.passive:
            return behind or Agent("none")
    start = max(clause.start, hit.start - _FAR)
    left = tagged.cls[start : hit.start]
    if clause.number > 1 and not left.strip():
        start = max(clause.sentence.start, clause.start - _FAR)
        inserted = _INSERTED.search(tagged.cls, start, clause.start)
        left = tagged.cls[start : inserted.start()] if inserted else left
    elif clause.number and _closed(left):
        start = max(clause.sentence.start, clause.start - _FAR)
        left = tagged.cls[start : clause.start]  # "Doe, who runs research, rejected": whom the inserted clause is about
    agent = _left(left, start)
    if agent.kind == "subject" and _FORESEEN.search(tagged.cls, start, agent.start):
        return Agent("bystander")
    if agent.kind == "subject" and _AMONG.search(tagged.cls, start, agent.start):
        return Agent("foreign")  # "big firms including Meta": what many do is no act of one
    return agent


def _closed(left: str) -> bool:
    """Whether a relative clause has come to its end before the verb: ``who runs research, has``."""
    if not _RELATIVE.match(left):
        return False
    while (start := _between(left.rstrip())) >= 0:
        left = left[:start]
    return left.rstrip().endswith(",")


def _behind(tagged: Tagged, clause: Clause, hit: Hit) -> Agent | None:
    """Who stands behind "by", alone or with a second."""
    found = _BY.search(tagged.cls, hit.end, min(clause.end, hit.end + 60))
    if not found:
        return None
    if joint := _BOTH.match(tagged.cls, found.start("n"), clause.end):
        return Agent("subject", *joint.span("n"), joint.span("p"))
    return Agent("subject" if found["n"][0] in "SF" else "other", *found.span("n"))


def _left(left: str, offset: int) -> Agent:
    for _ in range(3):
        trimmed = _trim(left)
        agent = _ending(trimmed, offset)
        if agent.kind == "foreign" and (found := _WITH.search(trimmed)):
            agent = _ending(_trim(trimmed[: found.start()]), offset)
        if agent.kind != "none":
            return agent
        cut = _APPOSITION.sub("", trimmed + ("," if left[len(trimmed) :].lstrip().startswith(",") else ""))
        if cut == trimmed or not cut.strip():
            return agent
        left = cut
    return Agent("none")


def _trim(left: str) -> str:
    """The words before a verb without those that may stand between it and its agent: auxiliaries, adverbs, brackets."""
    while True:
        left = left.rstrip()
        if left.endswith(","):
            left = left[:-1]
            continue
        start = _open_bracket(left) if left.endswith(")") else _between(left)
        if start < 0:
            return left
        left = left[:start]


def _between(left: str) -> int:
    """Where the last word begins if it may stand between an agent and its verb, else -1."""
    at = left.rfind(" ") + 1
    word = left[at:]
    if not word.isalnum() or word == "talks":
        found = _SKIP.search(left, max(0, len(left) - _WORD))
        return found.start() if found else -1
    adverb = word.endswith("ly") and len(word) > 2 and word not in _NO_ADVERBS
    return at if (adverb or word in _BETWEEN or not word.strip("D")) and len(word) <= _WORD else -1


def _open_bracket(left: str) -> int:
    """Where the bracket opens that the last character closes, -1 if others stand in it."""
    start = left.rfind("(")
    return start if left.find(")", start + 1) == len(left) - 1 else -1


def _ending(left: str, offset: int) -> Agent:
    """The agent that stands at the end of some words."""
    ours = "S" in left or "F" in left
    for pattern in (_JOINT, _JOINT2) if ours else ():
        if (joint := pattern.search(left)) and not _LIKE.search(left, 0, joint.start("n")):
            partner = (joint.start("p") + offset, joint.end("p") + offset)
            return Agent("subject", joint.start("n") + offset, joint.end("n") + offset, partner)
    if _BYSTANDER.search(left, max(0, len(left) - _NOUN)):
        return Agent("bystander")
    if _FOREIGN_NOUN.search(left, max(0, len(left) - _NOUN)):
        return Agent("foreign")
    for kind, pattern in _OURS if ours else _OTHERS:
        if found := pattern.search(left):
            return Agent(kind, found.start("n") + offset, found.end("n") + offset)
    return Agent("foreign" if re.search(r"[a-z]$", left) else "none")
