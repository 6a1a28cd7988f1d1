"""What a deal is worth, where that is said for itself: in the sentence behind, or with a hedge of its own."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ingest.extract.amounts import find_amounts
from ingest.extract.clauses import Clause
from ingest.extract.tagged import Tagged
from ingest.extract.when import published_day
from store.events import Quantity

__all__ = ["HEDGED_VALUE", "hedged", "period_of", "value_behind"]

_HEDGE = r"(?:reportedly|said to be|reported to be|rumou?red to be|believed to be|thought to be|estimated to be)"
_WORTH = r"(?:worth|valued at|put at|priced at|for a price of|for)"
_MONEY = (
    r"(?:(?:up to|as much as|at least|more than|over|nearly|almost|about|around|approximately|roughly|some) )?"
    r"(?:us)?[$€£]\d[\d,.]*\d?(?: ?(?:-|to|and) ?[$€£]?\d[\d.]*)?(?: ?(?:trillion|billion|million|bn|mn|b|m|k)\b)?"
)
#: a hedge of the sum alone: the deal is none the less certain for it
HEDGED_VALUE = re.compile(rf"\b{_HEDGE} (?:be )?{_WORTH}(?= )|\b(?:worth|valued at|for) (?:a )?reportedly\b")
_HEDGED = re.compile(rf"\b{_HEDGE}\b[\w ,]{{0,24}}$", re.IGNORECASE)
_DEALT = (
    r"(?:deal|agreement|contract|partnership|transaction|acquisition|purchase|takeover|investment|stake|order|price)"
)
_BEHIND = re.compile(
    rf"\s*(?:it|(?:the|this|that) (?:[\w-]+ ){{0,4}}?{_DEALT}|terms|its (?:value|price)"
    rf"|the (?:total )?(?:value|price)(?: of the {_DEALT})?) "
    r"(?:is|was|are|were|could be|would be|may be|will be|has been|stands at|comes to|came to|totals?|amounts? to)"
    rf"(?: \w+ly| said to be| estimated| rumou?red| believed| thought| to be| be)*(?: {_WORTH})? ?(?P<value>{_MONEY})"
)


def value_behind(tagged: Tagged, clause: Clause) -> int | None:
    """Where the sum ends that the next sentence names of the deal: ``It is reportedly worth up to $100 billion.``"""
    number = clause.sentence.number + 1
    if number >= len(tagged.sentences):
        return None
    following = tagged.sentences[number]
    if following.paragraph != clause.sentence.paragraph or following.heading:
        return None
    found = _BEHIND.match(tagged.folded[following.start : following.end].lower())
    return following.start + found.end("value") if found else None


def hedged(tagged: Tagged, span: tuple[int, int], period: str | None) -> tuple[Quantity, ...]:
    """The quantities of a quote, those reported that are hedged for themselves."""
    start, end = span
    out, at = [], start
    for quantity in find_amounts(tagged.folded, tagged.text, start, end, period):
        place = tagged.text.find(quantity.text, at, end)
        before = tagged.folded[max(start, place - 60) : max(place, start)]
        unsure = quantity.unit in ("USD", "EUR", "GBP") and _HEDGED.search(before)
        out.append(replace(quantity, stance="reported") if unsure else quantity)
    return tuple(out)


_PERIOD = re.compile(
    r"\b(?:for|in)\s+(?:fiscal |full[- ]year )?(20\d\d)\b|\b(?:fy|fiscal) ?(20\d\d)\b|\b(20\d\d)\s+cap(?:ex|ital)",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(r"\b(last|this|next) year\b", re.IGNORECASE)
_STEPS = {"last": -1, "this": 0, "next": 1}


def period_of(words: str, published: str | None) -> str | None:
    """The year that an amount is about: written, or reckoned from the publish date."""
    if not re.search(r"cap(?:ex|ital)|expens|revenue|spend", words, re.IGNORECASE):
        return None
    if found := _PERIOD.search(words):
        return next((g for g in found.groups() if g), None)
    told, day = _THIS_YEAR.search(words), published_day(published)
    return str(day.year + _STEPS[told[1].lower()]) if told and day else None
