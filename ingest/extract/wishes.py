"""What is only wished for, feared or a duty: told of an act, and no act."""

from __future__ import annotations

import re

from ingest.extract.frame import Frame
from ingest.extract.verbs import Hit

__all__ = ["only_asked"]

#: what somebody wants of those who rule, or thinks that they may do, they have not done
_WISH = re.compile(
    r"\b(?:want\w*|urg\w+|call(?:s|ed|ing)? (?:on|for|upon)|ask\w*|able|powers?|rights?|reasons?|likely|expected"
    r"|push\w*|press\w*|need\w*|time|tr(?:y|ies|ied|ying)|how|way|chance|hop\w+|threat\w*|pressure|whether|petition\w*|lobb\w+)\b"
)


_LAUNCHED = ("release", "product", "research", "milestone")


def only_asked(hit: Hit, frame: Frame) -> bool:
    """Whether an act is told as a duty of the subject's, or as what others wish or fear of those who rule."""
    if not frame.name.startswith("law-"):
        able = frame.type in _LAUNCHED and hit.governor in ("can", "could", "may", "might")
        return hit.mood == "modal" and (able or hit.governor in ("must", "should"))
    if hit.mood == "modal":
        return hit.governor not in ("must", "would")
    return hit.mood == "infinitive" and _WISH.search(hit.governor) is not None
