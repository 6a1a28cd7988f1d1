"""Rules as patterns over kinds of tokens: ``m=<month|monthab> <dot>? d=<d1|d2|d3>``.

``<a|b>`` is a token of kind a or b; ``name=<...>`` can be asked for by name; otherwise as in ``re``, blanks ignored.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.extract.dates.beginnings import beginnings
from ingest.extract.dates.context import Context
from ingest.extract.dates.lexicon import SYNONYMS
from ingest.extract.dates.model import SKIP, Reading
from ingest.extract.dates.tokens import CODE, OTHER, Tokens

__all__ = ["Found", "Grammar", "Rule", "expand"]

_PLACE = re.compile(r"(?:(\w+)=)?<([\w|]+)>")
_NAMED_GROUP = re.compile(r"(\w+)=\(")


#: every match of every rule has one of these (a test compares with trying every word): looking for them first makes
#: reading about eight times faster
_CORE_KINDS = """
    month monthab maymarch wday wdayab unit units year quarter quarters century weekend weekends iso slashdate
    dotdate y4 decade4 decadew decade2 q qyear h hyear fyear fy season part ampm ampmtime oclock clock noon
    midnight today yesterday tomorrow tonight overnight freq now currently recently moment time past possible
    current future term halfword tens mag holiday while period ago tz fiscal second
"""
_CORE = re.compile("[" + "".join(CODE[kind] for kind in _CORE_KINDS.split()) + "]")


#: tokens; longer runs of words that rules know are not remembered
_LONGEST = 40


class Found:
    """The tokens a rule matched, by name."""

    __slots__ = ("_match", "end", "start", "tokens")

    def __init__(self, match: re.Match[str], tokens: Tokens) -> None:
        self._match = match
        self.tokens = tokens
        self.start, self.end = match.span()

    def __getitem__(self, name: str) -> str:
        """The lower-cased words under a name, with blanks between; empty if there are none. Of synonyms, the first."""
        start, end = self.span(name)
        if start < 0:
            return ""
        words = self.tokens.words[start] if end == start + 1 else " ".join(self.tokens.words[start:end])
        return SYNONYMS.get(words, words)

    def span(self, name: str) -> tuple[int, int]:
        """The tokens under a name, as indices; (-1, -1) if there are none."""
        return self._match.span(name) if name in self._match.re.groupindex else (-1, -1)

    def words(self) -> list[str]:
        """All words, lower-cased."""
        return self.tokens.words[self.start : self.end]

    def before(self, back: int = 1) -> str:
        """The word so many tokens before; empty at the beginning."""
        return self.tokens.words[self.start - back] if self.start >= back else ""

    def after(self, on: int = 0) -> str:
        """The word so many tokens behind; empty at the end."""
        return self.tokens.words[self.end + on] if self.end + on < len(self.tokens.words) else ""


Reader = Callable[[Found, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what reads its matches. A reader may refuse a match with None."""

    name: str
    pattern: str
    read: Reader


class Grammar:
    """Rules, tried in their order at every token; the first that reads something wins, reading goes on behind it."""

    def __init__(self, rules: list[Rule], core: re.Pattern[str] | None = None, *, longest: int = _LONGEST) -> None:
        """``core``: where to look for matches; ``longest``: tokens of a run of known words that is remembered."""
        self._core = core or _CORE
        self._longest = longest
        expanded = [expand(rule.pattern) for rule in rules]
        may_begin = [beginnings(pattern) for pattern in expanded]
        compiled = cache(lambda index: re.compile(expanded[index]))
        self._starting = cache(
            lambda code: [(rule, compiled(n)) for n, rule in enumerate(rules) if code in may_begin[n]]
        )

        self._fitting = lru_cache(maxsize=4096)(self._fits)

    def find(self, tokens: Tokens, context: Context) -> list[tuple[Found, Rule, Reading]]:
        """What the rules read in the tokens, in order, never overlapping."""
        out = list[tuple[Found, Rule, Reading]]()
        position = 0
        while core := self._core.search(tokens.codes, position):
            position = self._about(tokens, context, position, core.start(), out)
        return out

    def _about(
        self, tokens: Tokens, context: Context, position: int, core: int, out: list[tuple[Found, Rule, Reading]]
    ) -> int:
        """Tries every beginning before a core word, back to the last word no rule knows; answers where to go on."""
        start = tokens.codes.rfind(OTHER, position, core) + 1 or position
        first, run = _run(tokens.codes, core, self._longest)
        for begin in range(start, core + 1):
            rules = self._fitting(run, begin - first) if run else self._starting(tokens.codes[begin])
            end = _read(rules, tokens, context, begin, out)
            if end > begin:
                return end
        return core + 1

    def _fits(self, run: str, at: int) -> list[tuple[Rule, re.Pattern[str]]]:
        """The rules that match at a place of a run of words; texts repeat their runs, as ``since the spring``."""
        return [
            (rule, pattern)
            for rule, pattern in self._starting(run[at])
            if (match := pattern.match(run, at)) and match.end() > at
        ]


def _run(codes: str, core: int, longest: int) -> tuple[int, str]:
    """The words that rules know about a core word, with the one before and the one behind that they do not know, and
    where they begin: all that the rules can see from there. Nothing where there are too many to remember.
    """
    before, behind = codes.rfind(OTHER, max(0, core - longest), core), codes.find(OTHER, core, core + longest)
    if (before < 0 and core > longest) or (behind < 0 and core + longest < len(codes)):
        return 0, ""
    first = max(0, before)
    return first, codes[first : behind + 1] if behind >= 0 else codes[first:]


def _read(
    rules: list[tuple[Rule, re.Pattern[str]]],
    tokens: Tokens,
    context: Context,
    position: int,
    out: list[tuple[Found, Rule, Reading]],
) -> int:
    """Where to go on behind what the first of the rules reads at a token; the token's place if none reads anything."""
    for rule, pattern in rules:
        match = pattern.match(tokens.codes, position)
        if match is None or match.end() == position:
            continue
        found = Found(match, tokens)
        reading = _tried(rule, found, context)
        if reading is SKIP:
            return found.end
        if reading is not None:
            out.append((found, rule, reading))
            context.remember(reading)
            return found.end
    return position


def _tried(rule: Rule, found: Found, context: Context) -> Reading | None:
    """The reading, or None where the words name no day of the calendar (a 31st of June, the year 0)."""
    try:
        return rule.read(found, context)
    except (ValueError, OverflowError):
        return None


def expand(pattern: str) -> str:
    """A rule's pattern as ``re`` understands it: over the characters that stand for kinds."""

    def place(found: re.Match[str]) -> str:
        letters = "".join(CODE[kind] for kind in found[2].split("|"))
        return f"(?P<{found[1]}>[{letters}])" if found[1] else f"[{letters}]"

    return _NAMED_GROUP.sub(r"(?P<\1>", _PLACE.sub(place, pattern.replace(" ", "")))
