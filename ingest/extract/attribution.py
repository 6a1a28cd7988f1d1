"""Who is speaking, and which outlet a text cites for it."""

from __future__ import annotations

import re

from ingest.extract.document import Document
from ingest.extract.tagged import Sentence, Tagged
from store.events import Attribution

__all__ = ["attribution_of"]

_SELF = re.compile(
    r"\baccording to (?:[SF]{2,}|the company)|(?:[SF]{2,}|\bthe company) (?:said|says|announced|wrote|confirmed|told)\b"
)
_UNNAMED = re.compile(
    r"\b(?:people|person|sources?) (?:familiar|who|said|say|close|with knowledge)|\breports indicate\b|\brumou?r"
)
_ANALYST = re.compile(r"\banalysts?\b|\baccording to an? (?:\w+ )?(?:analysis|estimate|study|survey)\b")
_CITED = re.compile(
    r"(?P<n>N{3,}|O{6,})(?:'s)? (?:reported|reports|said|says|first reported|has said|has learned|writes"
    r"|wrote)\b|\b(?:according to|told|citing|cited by|via|seen by) (?:the )?(?P<m>N{3,})"
)
_BRACKET = re.compile(
    r"\((?P<d>(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|co|news|tech|gov|eu|uk|de|in"
    r"|tv)(?:[;, ]+(?:[a-z0-9-]+\.)+[a-z]{2,})*)\)"
)


def attribution_of(doc: Document, tagged: Tagged, sentence: Sentence) -> Attribution:
    """The speaker of a sentence and the outlet that it cites, as named there."""
    part = tagged.cls[sentence.start : sentence.end]
    outlet = _outlet(tagged, sentence, part)
    if _UNNAMED.search(part):
        return Attribution(speaker="unnamed", outlet=outlet)
    if _ANALYST.search(part):
        return Attribution(speaker="analyst", outlet=outlet)
    if doc.own or (_SELF.search(part) and outlet is None):
        return Attribution(speaker="first-party", outlet=outlet)
    return Attribution(speaker="press", outlet=outlet)


def _outlet(tagged: Tagged, sentence: Sentence, part: str) -> str | None:
    if bracket := _BRACKET.search(tagged.folded[sentence.start : min(len(tagged.folded), sentence.end + 60)].lower()):
        return re.split(r"[;, ]+", bracket["d"])[0].removeprefix("www.")
    if cited := _CITED.search(part):
        name = "n" if cited["n"] else "m"
        return tagged.text[sentence.start + cited.start(name) : sentence.start + cited.end(name)]
    return None
