"""Those who rule over others, by what they are called: regulators, courts, prosecutors, whoever they may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

__all__ = ["named_so", "rulers"]

_WORDS = [
    *(
        "regulator regulators watchdog watchdogs authority authorities commission commissioner commissioners court"
        " courts judge judges magistrate magistrates tribunal tribunals jury prosecutor prosecutors ombudsman lawmaker"
        " lawmakers legislator legislators legislature parliament subcommittee plaintiffs senator"
    ).split(),
    "attorney general",
    "data agency",
    "data protection agency",
    "privacy agency",
    "consumer agency",
    "competition agency",
    "antitrust agency",
    "antitrust body",
    "privacy body",
    "competition body",
    "data protection body",
    "standards body",
    "data protection office",
    "cartel office",
    "competition office",
    "privacy office",
    "consumer protection agency",
    "consumer protection office",
    "trade regulators",
    "oversight board",
    "data protection officer",
    "attorneys general",
]
_FINDER = AhoCorasick(_WORDS, matchkind=MatchKind.LeftmostLongest)
_NAME = re.compile(
    r"\b(?:Court|Commission|Commissioner|Authority|Tribunal|Parliament|Senate|Congress|Committee|Subcommittee|Ombudsman"
    r"|Regulators?|Watchdog|Attorneys? General|Prosecutors?|Judge|Justice|Senators?|Ministry|Garante"
    r"|Congress(?:wo)?man)\b"
)


def rulers(low: str) -> Iterator[tuple[int, int]]:
    """Where they stand in a text in lower case: ``regulators in Louisiana``."""
    for _, start, end in _FINDER.find_matches_as_indexes(low):
        if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum() or low[end : end + 1] == "-"):
            yield start, end


def named_so(name: str) -> bool:
    """Whether a proper name is that of one: ``Louisiana Public Service Commission``."""
    return _NAME.search(name) is not None
