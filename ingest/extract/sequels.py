"""What a sentence goes on with that the ones before it told: the same act on another thing, or what became of a plan.

further    “Last year came Wren.”                        behind a sentence that told of a thing made or bought
collapsed  “The talks did not get far and have ended.”   behind one that told of a deal
denied     “A spokesperson denied the report.”           behind one that told of a plan
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extract.agents import Agent
from ingest.extract.candidate import Candidate
from ingest.extract.clauses import Clause
from ingest.extract.status import COLLAPSED
from ingest.extract.tagged import Sentence, Tagged

__all__ = ["sequels"]

_SPAN = r"(?:an?|one|two|three|four|five|six|seven|several|some|few|\d+) (?:days?|weeks?|months?|years?)"
_CAME = re.compile(
    r"^\W*(?:(?:and|but|then|next|also|later|before that|after that|that|in|on|by|at|early|late|the|same|following|year"
    r"|month|week|spring|summer|autumn|fall|winter|only|just|already|ago|previous|thereafter|soon"
    rf"|D+|{_SPAN}(?: (?:later|earlier|before|after|on))?),? )+"
    r"(?:also )?(?:came|followed|there (?:was|followed)|it was followed by) (?:also |then )?(?P<thing>[^.;]+)"
)
_FOLLOWED = re.compile(
    r"^\W*(?P<thing>[A-Z]{3,}(?: [A-Z]+)*(?:, [^,;.]{3,60},)?) (?:followed|came (?:next|after|later|before|earlier))"
    r"(?: (?:in|on|a|two|three|for)\b|[ ,]+D| later| soon|\W*$)"
)
_DENIED = re.compile(
    r"(?:\bspokes\w+|\brepresentative|\bofficials?|\bcompany|[SF]{2,})[^.;]{0,40}\b(?P<verb>den(?:ied|ies)|disput(?:ed|es)"
    r"|refut(?:ed|es)|reject(?:ed|s)|dismiss(?:ed|es))\b[^.;]{0,30}\b(?:reports?|story|stories|rumou?rs?|account"
    r"|speculation|talks|(?:such|any|the) plans?|it|this)\b"
)
#: tags that a thing of the type may have
_THINGS = {"acquisition": "OX", "chip": "CX", "release": "MTX", "product": "AWX", "research": "MTX"}
_DEALS = ("acquisition", "investment", "partnership")
_PLANS = (*_DEALS, "chip", "release", "product")
_SIGNS = ("came ", "followed", "there was", "talks", "negotiations", "discussions", "den", "dispute", "refute",
          "reject", "dismiss", "the deal", "the plan", "the takeover", "the bid", "the offer")  # fmt: skip
#: how a move stands that is done
_DONE = ("fact", "perfect", "present", "noun")
_NEAR, _FAR = 1, 3  # sentences


def sequels(tagged: Tagged, title: Sequence[Candidate], told: Sequence[Candidate]) -> Iterator[Candidate]:
    """What further sentences of a text tell. ``title``, ``told``: what the title and the sentences told themselves."""
    if not (title or told) or not any(sign in tagged.cls for sign in _SIGNS):
        return
    last = {candidate.clause.sentence.number: candidate for candidate in told}
    for sentence in tagged.sentences:
        words = tagged.cls[sentence.start : sentence.end]
        if sentence.number in last or not any(sign in words for sign in _SIGNS):
            continue
        near = [last[n] for n in range(sentence.number - 1, sentence.number - 1 - _FAR, -1) if n in last]
        if sentence.number <= _FAR:
            near += title
        found = _further(tagged, sentence, words, near) or _undone(tagged, sentence, words, near)
        if found is not None:
            last[sentence.number] = found
            yield found


def _further(tagged: Tagged, sentence: Sentence, words: str, near: Sequence[Candidate]) -> Candidate | None:
    """The same act, done to another thing."""
    found = _CAME.match(words) or _FOLLOWED.match(words)
    before = near[0] if near else None
    if found is None or before is None or before.mood not in _DONE or before.type not in _THINGS:
        return None
    if before.clause.sentence.number < sentence.number - _NEAR - 1 or before.where == "title":
        return None
    thing = re.search(rf"[{_THINGS[before.type]}]{{3,}}", found["thing"][:60])
    if thing is None:
        return None
    at = sentence.start + found.start("thing") + thing.start()
    reach = (at, min(sentence.end, at + 90))
    return replace(_again(tagged, sentence, before, at), reach=reach, mood="fact", rule=before.rule)


def _undone(tagged: Tagged, sentence: Sentence, words: str, near: Sequence[Candidate]) -> Candidate | None:
    """What has come to an end, or was denied."""
    denied = _DENIED.search(words)
    about = next((c for c in near if c.type in (_PLANS if denied else _DEALS)), None)
    if about is None:
        return None
    if denied is not None:
        again = _again(tagged, sentence, about, sentence.start + denied.start("verb"))
        return replace(again, mood="noun", status={"noun": "denied"}, rule="report-denied", about=about)
    if found := COLLAPSED.search(words):
        again = _again(tagged, sentence, about, sentence.start + found.start())
        return replace(again, mood="noun", status={"noun": "cancelled"}, rule="deal-collapsed", about=about)
    return None


def _again(tagged: Tagged, sentence: Sentence, before: Candidate, at: int) -> Candidate:
    """The candidate of a sentence before, as of this one."""
    clause = Clause(sentence.start, sentence.end, sentence, 0)
    return replace(before, where="text", tagged=tagged, clause=clause, at=at, agent=Agent("none"), governor="")
