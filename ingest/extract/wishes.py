"""What is only wished for, feared or a duty: told of an act, and no act."""

from __future__ import annotations

import re

from ingest.extract.frame import Frame
from ingest.extract.verbs import Hit

__all__ = ["habit", "only_asked"]

#: what somebody wants of those who rule, or thinks that they may do, they have not done
_WISH = re.compile(
    r"\b(?:want\w*|urg\w+|call(?:s|ed|ing)? (?:on|for|upon)|ask\w*|able|powers?|rights?|reasons?|likely|expected"
    r"|push\w*|press\w*|need\w*|time|tr(?:y|ies|ied|ying)|how|way|chance|hop\w+|threat\w*|pressure|whether|petition\w*|lobb\w+)\b"
)


#: what is done again and again is no news: "Meta publishes its models mainly on ..."
_HABIT = re.compile(
    r"\b(?:primarily|mainly|mostly|usually|typically|generally|normally|regularly|always|traditionally|often|routinely)\b"
)
_LAUNCHED = ("release", "product", "research", "milestone")


#: what may come, somebody says who may know: a rumour, where the writer's own "may" is none
_SOURCED = re.compile(
    r"\b(?:according to|familiar with|sources?|reportedly|rumou?r\w*|insiders?|reports?|reported|leak\w*)\b|[N]{3,}"
)


def only_asked(hit: Hit, frame: Frame, sentence: str) -> bool:
    """Whether an act is told as a duty of the subject's, or as what others wish or fear of those who rule."""
    if not frame.name.startswith("law-"):
        able = frame.type in (*_LAUNCHED, "incident") and hit.governor in ("can", "could", "may", "might")
        if able and hit.governor != "can" and _SOURCED.search(sentence):
            return False
        return hit.mood == "modal" and (able or hit.governor in ("must", "should"))
    if hit.mood == "modal":
        return hit.governor not in ("must", "would")
    return hit.mood == "infinitive" and _WISH.search(hit.governor) is not None


def habit(hit: Hit, frame: Frame, words: str) -> bool:
    """Whether a launch is told as what the subject always does; ``words``: of the clause."""
    return frame.type in _LAUNCHED and hit.mood == "present" and _HABIT.search(words) is not None
