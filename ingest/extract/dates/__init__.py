"""Expressions of time in English text, with their values in TIMEX3 notation.

text -> tokens (kinds) -> rules in order -> values, by publish date, tense or what came before
"""

from __future__ import annotations

from functools import cache

from ingest.extract.dates.calendar import interval_of
from ingest.extract.dates.context import Context, published_day
from ingest.extract.dates.cues import stretches
from ingest.extract.dates.grammar import Found, Grammar, Rule
from ingest.extract.dates.lexicon import words
from ingest.extract.dates.model import Reading, TimeExpression
from ingest.extract.dates.rules import RULES
from ingest.extract.dates.tokens import Tokens, tokenize

__all__ = ["TimeExpression", "find_dates", "interval_of"]


@cache
def grammar() -> Grammar:
    """The grammar of all rules, compiled when it is first needed, pattern by pattern (0.1 s in all)."""
    return Grammar(RULES)


_BOUNDS = words("by since until till from through before after")


def find_dates(text: str, published: str | None = None, *, days_only: bool = False) -> list[TimeExpression]:
    """The expressions of time in a text, in order and never overlapping.

    ``published``: RFC 3339 timestamp or ISO date; its day is taken in its own zone. Without one, relative words stay
    unresolved (``XXXX-WXX-4``, ``PAST_REF``), never guessed. Never raises on any text.

    ``days_only``: what names a day or a period is all that is wanted. Sentences without a word for one are passed over,
    which is four times as fast in most texts; lines are taken for sentences of their own.
    """
    tokens = tokenize(text, stretches(text) if days_only else None)
    context = Context(tokens, published_day(published))
    return [_expression(tokens, *hit) for hit in grammar().find(tokens, context)]


def _expression(tokens: Tokens, found: Found, rule: Rule, reading: Reading) -> TimeExpression:
    start, end = tokens.starts[found.start], tokens.ends[found.end - 1]
    interval = reading.interval
    if interval is None and reading.type in ("DATE", "TIME"):
        interval = interval_of(reading.value)
    before = found.before()
    if before == "least":
        before = found.before(3)
    bound = before if before in _BOUNDS else ""
    return TimeExpression(
        start, end, tokens.text[start:end], reading.type, reading.value, interval, reading.anchor, bound, rule.name
    )
