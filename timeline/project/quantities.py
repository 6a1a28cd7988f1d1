"""Numbers that measure: when two of them agree, what they are a measure of, how they are shown. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from store.events import Claim, Quantity
from timeline.figures import worded
from timeline.project.model import ClaimRecord
from timeline.project.once import once

__all__ = ["agree", "measures", "shown", "span"]

_ABOUT = 0.1  # "about 6 GW" is met by what is within a tenth
_ROUNDED = 0.02  # $14.3 billion and $14.28 billion are one figure
_CAPEX = re.compile(
    r"\bcap(?:ital )?[\s-]?ex(?:penditures?|penses?)?\b|\bcapital (?:spending|outlays?|budgets?|investments?)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(20\d\d)\b")


def span(quantity: Quantity) -> tuple[float, float] | None:
    """The values that the quantity allows, lowest and highest; None where it has no number."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return None
    low = float("-inf") if low is None else low
    high = float("inf") if high is None else high
    if quantity.bound == "at-least":
        return low, float("inf")
    if quantity.bound == "at-most":
        return float("-inf"), high
    slack = _ABOUT if quantity.bound == "about" else _ROUNDED
    return low - abs(low) * slack, high + abs(high) * slack


def agree(left: Quantity, right: Quantity) -> bool:
    """Whether both can be true: a point inside a range is, so is a bound that the other keeps."""
    one, two = span(left), span(right)
    return one is None or two is None or (one[0] <= two[1] and two[0] <= one[1])


@once
def measures(record: ClaimRecord) -> dict[tuple[str, str], Quantity]:
    """(metric, period) → quantity, of what the claim measures. Capex is always for a period."""
    claim = record.claim
    found: dict[tuple[str, str], Quantity] = {}
    for quantity in claim.quantities:
        if metric := _metric(claim, quantity):
            found.setdefault((metric, quantity.period or _period(claim, metric)), quantity)
    if claim.type == "investment" and not found and _CAPEX.search(claim.object):
        found["capex", _period(claim, "capex")] = Quantity(text="")
    return found


def _metric(claim: Claim, quantity: Quantity) -> str | None:
    """What is measured; of money that the post does not say more of, what such a claim's money is."""
    if quantity.metric or quantity.unit not in ("USD", "EUR", "GBP"):
        return quantity.metric
    if claim.type == "investment" and _CAPEX.search(claim.object):
        return "capex"
    return {"acquisition": "deal-value", "partnership": "deal-value", "investment": "invested"}.get(claim.type)


def _period(claim: Claim, metric: str) -> str:
    """The year in the object's name ("2026 capex guidance"), where the quantity itself tells none."""
    if metric != "capex":
        return ""
    year = _YEAR.search(claim.object)
    return year[1] if year else ""


def shown(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Each different quantity once, with its bound, most often told first."""
    often: Counter[str] = Counter()
    wording: dict[tuple[object, ...], Counter[str]] = {}
    for claim in claims:
        for quantity in claim.quantities:
            wording.setdefault(_value(quantity), Counter())[worded(quantity)] += 1
    for texts in wording.values():
        text = min(texts, key=lambda t: (-texts[t], len(t), t))
        often[text] += texts.total()
    return tuple(sorted(often, key=lambda t: (-often[t], t)))


def _value(q: Quantity) -> tuple[object, ...]:
    if q.low is None and q.high is None:
        return (q.text.casefold(),)
    return (q.metric, q.low, q.high, q.unit, q.bound, q.period, q.stance)
