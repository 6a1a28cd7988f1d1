"""Times that come again: daily, every month, each Thursday, twice a week."""

from __future__ import annotations

from fractions import Fraction

from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Rule
from ingest.extract.dates.lexicon import MONTHS, NUMBERS, PARTS, SEASONS, UNITS, WEEKDAYS, words
from ingest.extract.dates.model import Reading
from ingest.extract.dates.parts import NUMBER, duration, number

__all__ = ["RULES"]

_ADVERBS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H", "biweekly": "P2W", "bimonthly": "P2M", "biannually": "P6M", "semiannually": "P6M",
}  # fmt: skip


_NO_NOUN = words("and or but in on at to for since by from as through with")


def _adverb(found: Found, _context: Context) -> Reading | None:
    if found.before() == "-" and found.tokens.glued(found.start):
        return None  # "bi-weekly" and the like
    if found["f"] == "quarterly" and found.after().isalpha() and found.after() not in _NO_NOUN:
        return None  # "a quarterly dividend" names a kind of dividend
    return Reading("SET", _ADVERBS[found["f"]], "none")


def _every(found: Found, _context: Context) -> Reading | None:
    count = number(found["n"].split()) if found["n"] else Fraction(2 if found["other"] else 1)
    return Reading("SET", duration(count, UNITS[found["u"]]), "none")


def _every_named(found: Found, _context: Context) -> Reading | None:
    word = found["w"]
    part = f"T{PARTS[found['p']]}" if found["p"] else ""
    if word in WEEKDAYS:
        return Reading("SET", f"XXXX-WXX-{WEEKDAYS[word]}{part}", "none")
    if word in MONTHS:
        return Reading("SET", f"XXXX-{MONTHS[word]:02d}", "none")
    if word in SEASONS:
        return Reading("SET", f"XXXX-{SEASONS[word]}", "none")
    return Reading("SET", f"XXXX-XX-XXT{PARTS[word]}", "none")


def _rate(found: Found, _context: Context) -> Reading | None:
    """As "$5 a year", "twice a week", "10 miles per hour": the unit after an amount."""
    return Reading("SET", duration(Fraction(1), UNITS[found["u"]]), "none")


def _rate_a(found: Found, context: Context) -> Reading | None:
    before, tokens = found.before(), found.tokens
    if before in ("once", "twice", "times", "million", "billion", "trillion", "percent", "cents") or before in _RATED:
        return _rate(found, context)
    words = tokens.words[max(0, found.start - 4) : found.start]
    if before.replace(",", "").replace(".", "").isdigit():
        return _rate(found, context) if set(words) & set("$€£") else None
    counted = before.endswith("s") and any(w[0].isdigit() or (w in NUMBERS and len(w) > 2) for w in words[:-1])
    return _rate(found, context) if counted or (words[:-1] and before in UNITS) else None


_RATED = words("barrels dollars barrel times hours meters tons euros pounds")

RULES = [
    Rule("adverb", r"f=<freq>", _adverb),
    Rule("every-named", r"<each|every><other>?w=<wday|month|monthab|maymarch|season|part>p=<part>?", _every_named),
    Rule(
        "every",
        rf"<each|every>(?:other=<other>|n=({NUMBER}))?u=<unit|units|year|quarter|weekend|second|century>",
        _every,
    ),
    Rule("per", r"<per>u=<unit|year|quarter>", _rate),
    Rule("rate", r"<a>u=<unit|year|quarter>(?!<hy>?<ago|earlier|later|or>)", _rate_a),
]
