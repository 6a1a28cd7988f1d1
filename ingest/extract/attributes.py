"""What a clause states of its object beside the move: how many models there are, on which benchmark they were entered.

Two posts that count differently cannot both be right: the fold makes a dispute of it.
"""

from __future__ import annotations

import re

from ingest.extract.candidate import Candidate
from ingest.extract.tagged import Tagged

__all__ = ["BENCHMARK", "attributes_of", "benchmark"]

_NUMBERS = {
    word: str(n) for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_COUNT = re.compile(
    r"\b(?P<n>\d{1,2}|"
    + "|".join(_NUMBERS)
    + r") (?:distinct |new |different |separate |open )*(?:models|sizes|variants|versions)\b",
    re.IGNORECASE,
)
#: where something is ranked, with a word that says so behind it
BENCHMARK = (
    r"(?P<on>[OX]{3,}(?:[- ][OX]{3,})*|arena)"
    r"(?=\W+(?:\w+\W+)?(?:benchmarks?|leaderboards?|test|arena|ranking|elo|score|\())"
)
_RANKED = re.compile(BENCHMARK)


def attributes_of(candidate: Candidate, quote: str) -> dict[str, str]:
    """``model-count`` of a release, where the quoted words state it; the ``benchmark`` of an incident about one."""
    if candidate.type == "release" and (count := _COUNT.search(quote)):
        return {"model-count": _NUMBERS.get(count["n"].lower(), count["n"])}
    if candidate.rule == "games-benchmark":
        sentence = candidate.clause.sentence
        if found := _RANKED.search(candidate.tagged.cls, sentence.start, sentence.end):
            return {"benchmark": benchmark(candidate.tagged, found.start("on"), found.end("on"))}
    return {}


def benchmark(text: Tagged, start: int, end: int) -> str:
    """The id of who keeps the benchmark where the lexicon knows it, else its name in lower case."""
    known = next((m for m in text.mentions if start <= m.start < end and m.entity.kind == "organisation"), None)
    return known.entity.id if known else " ".join(text.folded[start:end].casefold().split())
