"""Quantities of a clause: money, power, parameters, counts, shares. Sizes inside names are names, not quantities."""

from __future__ import annotations

import re

from ingest.extract.musts import Musts
from store.events import Quantity

__all__ = ["find_amounts"]

_NUM = r"\d[\d,]*(?:\.\d+)?"
_MAG = {
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "b": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "t": 1e12,
}
_BOUND = (
    r"(?P<b>up to|as much as|at least|at most|more than|over|exceed(?:s|ing|ed)?|nearly|almost|about|around"
    r"|approximately|roughly|passed|surpassed|~)?\s*"
)
_MONEY = re.compile(
    rf"{_BOUND}(?P<c>US\$|\$|€|£)(?P<lo>{_NUM})(?:\s*(?P<mlo>trillion|billion|million|bn|mn|b|m|k)\b)?(?:\s*(?:-|to|and)\s*(?:US\$|\$|€|£)?(?P<hi>{_NUM}))?\s*(?P<mag>trillion|billion|million|thousand|bn|mn|tn|b|m|k)?\b\+?",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"{_BOUND}(?P<lo>{_NUM})[\s-]*\+?[\s-]*(?P<mlo>trillion|billion|million|thousand)?(?:\s*(?:-|to|and)\s*(?P<hi>{_NUM})\s*)?"
    r"(?P<mag>trillion|billion|million|thousand|[BMT](?=[\s-]+(?:active |total )?(?:parameters?|tokens)))?\+?[\s-]*"
    r"(?:(?:active|total|monthly|weekly|daily|active monthly|monthly active)[\s-]+)?"
    r"(?P<u>gigawatts?|GW|megawatts?|MW|downloads|users|people|parameters?|tokens?|GPUs|chips|languages"
    r"|researchers|employees|experts|acres|hours|countries|shares|writers)\b",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-](?:distinct |new "
    r"|different )?(?P<u>gigawatts?|generations|models|new generations)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"(?P<lo>{_NUM})\s*(?:%|percent)\s+(?:non-voting\s+)?(?:stake|share|interest|of)\b", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:hundreds|tens|dozens) of (?:billions|millions) of (?:dollars)\b|\bbillions of dollars\b", re.IGNORECASE
)
_NUMBERS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_BOUNDS = {
    "up to": "at-most",
    "as much as": "at-most",
    "at most": "at-most",
    "at least": "at-least",
    "more than": "at-least",
    "over": "at-least",
    "passed": "at-least",
    "surpassed": "at-least",
}
_UNITS = {"gw": "GW", "gigawatt": "GW", "gigawatts": "GW", "mw": "MW", "megawatt": "MW", "megawatts": "MW"}
_METRICS = {
    "GW": "power",
    "MW": "power",
    "downloads": "downloads",
    "users": "users",
    "parameters": "parameters",
    "tokens": "tokens",
    "parameter": "parameters",
    "token": "tokens",
}
#: a currency, a unit, a percentage: without one of these there is nothing to look for
_MAY = Musts([[_MONEY], [_COUNT], [_WORDED], [_SHARE], [_VAGUE]])


def find_amounts(folded: str, original: str, start: int, end: int, period: str | None = None) -> list[Quantity]:
    """The quantities between two offsets, in order; ``text`` is the original's own words."""
    found: list[tuple[int, Quantity]] = []
    part = folded[start:end]
    may = _MAY.possible(part.lower())
    for m in _MONEY.finditer(part) if 0 in may else ():
        mag = _MAG.get((m["mag"] or "").lower(), _MAG.get((m["mlo"] or "").lower(), 1.0))
        low = _number(m["lo"]) * (_MAG.get((m["mlo"] or "").lower(), mag))
        high = _number(m["hi"]) * mag if m["hi"] else low
        currency = {"€": "EUR", "£": "GBP"}.get(m["c"], "USD")
        found.append((m.start(), _quantity(m, original, start, (low, high), currency, None, period)))
    for m in _COUNT.finditer(part) if 1 in may else ():
        unit = _UNITS.get(m["u"].lower(), m["u"].lower())
        unit = f"{unit}s" if unit in ("token", "parameter") else unit
        mag = _MAG.get((m["mag"] or m["mlo"] or "").lower(), 1.0)
        low = _number(m["lo"]) * _MAG.get((m["mlo"] or "").lower(), mag)
        high = _number(m["hi"]) * mag if m["hi"] else low
        found.append((m.start(), _quantity(m, original, start, (low, high), unit, _METRICS.get(unit), period)))
    for m in _WORDED.finditer(part) if 2 in may else ():
        unit = _UNITS.get(m["u"].lower(), m["u"].lower())
        value = float(_NUMBERS[m["n"].lower()])
        found.append((m.start(), _quantity(m, original, start, (value, value), unit, _METRICS.get(unit), None)))
    for m in _SHARE.finditer(part) if 3 in may else ():
        value = _number(m["lo"])
        found.append((m.start(), _quantity(m, original, start, (value, value), "percent", "stake", None)))
    for m in _VAGUE.finditer(part) if 4 in may else ():
        words = original[start + m.start() : start + m.end()]
        found += [(m.start(), Quantity(text=words, unit="USD", bound="about"))]
    return [q for _, q in sorted(found, key=lambda item: item[0])]


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def _quantity(
    m: re.Match[str],
    original: str,
    offset: int,
    values: tuple[float, float],
    unit: str,
    metric: str | None,
    period: str | None,
) -> Quantity:
    said = (m.groupdict().get("b") or "").lower()
    at = m.end("b") if said else m.start()
    text = original[offset + at : offset + m.end()].strip()
    if "+" in m[0]:
        said = "more than"
    bound = _BOUNDS.get(said, "at-least" if said.startswith("exceed") else "about" if said else "exact")
    return Quantity(text=text, metric=metric, low=values[0], high=values[1], unit=unit, bound=bound, period=period)  # type: ignore[arg-type]
