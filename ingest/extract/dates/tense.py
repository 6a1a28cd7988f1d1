"""Which way a date without a year lies: told by the verb that governs it, the nearest in its sentence."""

from __future__ import annotations

import re
from typing import Literal

from ingest.extract.dates.lexicon import words
from ingest.extract.dates.tokens import CODE, OTHER, Tokens

__all__ = ["ABBREVIATIONS", "Direction", "direction", "sentence_bounds"]

#: "either": a plan told in the past ("planned to release it in April"), which may lie on both sides of the publish date
Direction = Literal["past", "future", "either", "unknown"]

_REACH = 25
_MARKS = re.compile(f"[{CODE['stop']}{CODE['dot']}]")
_FUTURE = words("""
    will ll shall upcoming due effective payable begins starts opens expires scheduled slated expects intends
    plans aims hopes targeting expected tentatively planning preparing poised
""")
#: before "to" and a verb
_BEFORE_TO = words("plan plans is are set about going ready hope expect")
#: putting off points ahead, whatever its tense
_DEFERRING = words("delayed postponed deferred rescheduled extended pushed")
_EITHER = words("would planned could should might may can must agreed wanted hoped intended")
_PAST = words("""
    was were had did said told began became came gave got went knew left led lost made met paid put ran sat
    saw sold sent shut spent spoke stood struck took thought threw won wrote fell rose grew held kept brought
    bought built caught drew drove felt fought found flew heard hit hurt let laid lay meant sought shot showed
    slid sank swore taught woke broke chose cut dealt fled froze been has have quit read set rang stuck swept
    tore wore hung
""")
_NO_VERB = words("""
    need indeed seed speed feed united hundred red bed breed exceed proceed weed deed greed reed limited
    unlimited used advanced embed
""")
#: a limit lies ahead of who speaks of it ("by Friday", "until March", "as soon as Tuesday")
_LIMITS = words("by until till through")
ABBREVIATIONS = words("""
    mr mrs ms dr st jan feb mar apr jun jul aug sep sept oct nov dec inc corp co ltd gen sen rep gov u s a m p
    no vs mon tue tues wed thu thurs fri sat sun
""")


def direction(tokens: Tokens, index: int, end: int) -> Direction:
    """The direction of the expression that is tokens[index:end]."""
    if index and tokens.words[index - 1] == "since":
        return "past"  # whatever the verb: "can be had since Monday"
    verb = _governing(tokens, index, end)
    if tokens.words[index] == "as" or _limited(tokens, index):
        return "unknown" if verb == "past" else "future"
    return verb


def _limited(tokens: Tokens, index: int) -> bool:
    before = tokens.words[max(0, index - 3) : index]
    if before[-2:] == ["at", "least"]:
        before = before[:-2]
    return bool(before) and before[-1] in _LIMITS


def _governing(tokens: Tokens, index: int, end: int) -> Direction:
    left, right = sentence_bounds(tokens, index, end)
    behind = next(((index - i, d) for i in range(index - 1, left - 1, -1) if (d := _sense(tokens, i))), None)
    ahead = next(((i - end + 1, d) for i in range(end, right) if (d := _sense(tokens, i))), None)
    if behind and ahead:
        # a verb before its date governs it over some distance; one behind only if it is near
        return behind[1] if behind[0] <= ahead[0] + 4 else ahead[1]
    chosen = behind or ahead
    if chosen:
        return chosen[1]
    return "future" if _headline_plan(tokens, left, index) else "unknown"


def _headline_plan(tokens: Tokens, left: int, index: int) -> bool:
    """Whether a sentence without another verb tells a plan as headlines do: "Acme to open a shop on Friday"."""
    return any(
        tokens.words[i] == "to" and tokens.codes[i - 1] == OTHER and tokens.codes[i + 1] == OTHER
        for i in range(max(left, 1), index - 1)
    )


def sentence_bounds(tokens: Tokens, index: int, end: int) -> tuple[int, int]:
    """The first token of the sentence and the one behind its last, at most ``_REACH`` away."""
    left, right = max(0, index - _REACH), min(end + _REACH, len(tokens.words))
    for mark in _MARKS.finditer(tokens.codes, left, index):
        if _ends(tokens, mark.start()):
            left = mark.end()
    for mark in _MARKS.finditer(tokens.codes, end, right):
        if _ends(tokens, mark.start()):
            return left, mark.start()
    return left, right


def _ends(tokens: Tokens, index: int) -> bool:
    """Whether a mark ends its sentence: dots of abbreviations do not."""
    if tokens.words[index] != ".":
        return True
    return index == 0 or tokens.words[index - 1] not in ABBREVIATIONS


def _sense(tokens: Tokens, index: int) -> Direction | None:
    word = tokens.words[index]
    if word in _FUTURE or (word in _BEFORE_TO and tokens.words[index + 1 : index + 2] == ["to"]) or word in _DEFERRING:
        return "future"
    if word in _EITHER:
        return "either"
    if word in _PAST or (word[-2:] == "ed" and len(word) > 4 and word not in _NO_VERB):
        return "past"
    return None
