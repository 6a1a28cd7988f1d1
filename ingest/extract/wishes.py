"""What is only wished for, feared or a duty: told of an act, and no act."""

from __future__ import annotations

import re

from ingest.extract.frame import Frame
from ingest.extract.verbs import Hit

__all__ = ["habit", "only_asked"]

#: what somebody wants of those who rule, or thinks that they may do, they have not done
_WISH = re.compile(
    r"\b(?:want\w*|urg\w+|call(?:s|ed|ing)? (?:on|for|upon)|ask\w*|able|powers?|rights?|reasons?|likely|expected"
    r"|push\w*|press\w*|need\w*|time|tr(?:y|ies|ied|ying)|how|way|chance|hop\w+|threat\w*|pressure|whether"
    r"|petition\w*|lobb\w+)\b"
)


#: what is done again and again is no news: "Meta publishes its models mainly on ..."
_HABIT = re.compile(
    r"\b(?:primarily|mainly|mostly|usually|typically|generally|normally|regularly|always|traditionally|often"
    r"|routinely)\b"
)
#: what only could be bought, agreed or go wrong is no move either
_ABLE = ("acquisition", "partnership", "incident")
#: "is designed to run": what a thing is for, and no act
_DESCRIBED = re.compile(r"\b(?:is|are) (?:\w+ly )?(?:designed|built|made|used|meant|developed) (?:to|for)\b")
_LAUNCHED = ("release", "product", "research", "milestone")


#: what may come, somebody says who may know: a rumour, where the writer's own "may" is none
_SOURCED = re.compile(
    r"\b(?:according to|familiar with|sources?|reportedly|rumou?r\w*|insiders?|reports?|reported|leak\w*|knowledge"
    r"|soon|spokes\w+)\b|[N]{3,}"
)


def only_asked(hit: Hit, frame: Frame, sentence: str) -> bool:
    """Whether an act is told as a duty of the subject's, or as what others wish or fear of those who rule."""
    if not frame.name.startswith("law-"):
        able = frame.type in (*_LAUNCHED, *_ABLE) and hit.governor in ("can", "could", "may", "might")
        if able and hit.governor != "can" and _SOURCED.search(sentence):
            return False
        return hit.mood == "modal" and (able or hit.governor in ("must", "should"))
    if hit.mood == "modal":
        return hit.governor not in ("must", "would")
    return hit.mood == "infinitive" and _WISH.search(hit.governor) is not None


def habit(hit: Hit, frame: Frame, words: str) -> bool:
    """Whether a launch is told as what the subject always does, a chip by what it is for; ``words``: of the clause."""
    if frame.type == "chip" and hit.passive and _DESCRIBED.search(words):
        return True
    return frame.type in _LAUNCHED and hit.mood == "present" and _HABIT.search(words) is not None
