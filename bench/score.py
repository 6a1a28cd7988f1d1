"""How well moves were read out of labelled posts: three levels, each within the one before.

    found   the same type and the same thing: a telling word or number of object or actors in common, or quotes that
            overlap in the post
    dated   found, and the date agrees: a labelled day within three days; a coarser label by the same interval, or by
            one inside of it (three days over at either end) that is not a single day
    strict  dated, and the status is the same

Labelled and read moves of a post are paired one to one, so that more are strict, then dated, then found. What is left
over is a false alarm, unless its quote overlaps words that the labels leave open (``ignore``). A quote that does not
stand in the post is always one.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

__all__ = ["Figures", "Judged", "Move", "Pair", "dates_agree", "figures", "judge", "of_label"]

Move = dict[str, Any]
Interval = tuple[date, date]
LEVELS = ("found", "dated", "strict")
_SLACK = timedelta(days=3)
#: words that tell nothing apart: every second move is "a new AI model of Meta's"
_NOTHING = (
    "a an and the of for to in on at by with from its it his her their new next first meta facebook ai "
    "inc platforms company companies model models family release releases released launch launched "
    "announced announces announcement deal agreement partnership multi year long term data center centers "
    "centre open source weights version versions research team unit lab labs plan plans preview app apps "
    "tool tools system systems use chips chip guidance"
)
_TELLING_NOTHING = frozenset(_NOTHING.split())
_WORD = re.compile(r"[a-z][a-z0-9-]*|\d[\d.,]*\d|\d")
_DATE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|H([12])|W(\d\d)))?")


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled move and what was read for it: level 0 (nothing) to 3 (strict)."""

    label: Move
    level: int
    read: Move | None


@dataclass(frozen=True, slots=True)
class Judged:
    """One post: its labelled moves with their partners, the false alarms, and how many quotes are not its words."""

    post: dict[str, Any]
    pairs: tuple[Pair, ...]
    false: tuple[Move, ...]
    inexact: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over posts; shares and F1 follow from them. ``hits``: by level."""

    posts: int = 0
    labelled: int = 0
    read: int = 0
    hits: tuple[int, int, int] = (0, 0, 0)
    right_status: int = 0
    negatives: int = 0  # posts without a labelled move
    alarmed: int = 0  # of those, with a false alarm
    inexact: int = 0
    false: int = field(default=0)

    def precision(self, name: str) -> float:
        """The share of read moves that are right at a level."""
        return self.hits[LEVELS.index(name)] / max(1, self.read)

    def recall(self, name: str) -> float:
        """The share of labelled moves that were read right at a level."""
        return self.hits[LEVELS.index(name)] / max(1, self.labelled)

    def f1(self, name: str) -> float:
        """The harmonic mean of both; 1 where there is nothing to find and nothing was read."""
        both = self.labelled + self.read
        return 2 * self.hits[LEVELS.index(name)] / both if both else 1.0


def judge(post: dict[str, Any], read: Iterable[Move]) -> Judged:
    """Pairs what was read out of a post with its labels."""
    told = list(read)
    exact = [m for m in told if _span(m.get("evidence"), post)]
    levels = [[_level(label, m, post) for m in exact] for label in post["moves"]]
    partner = _paired(levels, len(exact))
    pairs = tuple(
        Pair(label, levels[i][partner[i]] if i in partner else 0, exact[partner[i]] if i in partner else None)
        for i, label in enumerate(post["moves"])
    )
    open_ = [_span(words, post) for words in post.get("ignore") or ()]
    used = set(partner.values())
    false = [
        m
        for j, m in enumerate(exact)
        if j not in used and not any(_overlap(_span(m["evidence"], post), o) for o in open_)
    ]
    wrong = [m for m in told if not _span(m.get("evidence"), post)]
    return Judged(post, pairs, (*false, *wrong), len(wrong))


def figures(judged: Sequence[Judged]) -> Figures:
    """The figures of some posts."""
    pairs = [pair for one in judged for pair in one.pairs]
    hits = tuple(sum(pair.level >= at for pair in pairs) for at in (1, 2, 3))
    false = sum(len(one.false) for one in judged)
    empty = [one for one in judged if not one.post["moves"]]
    return Figures(
        posts=len(judged), labelled=len(pairs), read=hits[0] + false, hits=(hits[0], hits[1], hits[2]),
        right_status=sum(bool(p.read) and p.label["status"] == (p.read or {}).get("status") for p in pairs),
        negatives=len(empty), alarmed=sum(bool(one.false) for one in empty),
        inexact=sum(one.inexact for one in judged), false=false,
    )  # fmt: skip


def of_label(judged: Sequence[Judged], key: str) -> Iterator[tuple[str, list[Judged]]]:
    """The posts cut down to each value of ``type`` or ``status``; a false alarm belongs to the value that it claims."""
    for name in sorted({pair.label[key] for one in judged for pair in one.pairs}):
        yield (
            name,
            [
                Judged(
                    {**one.post, "moves": [m for m in one.post["moves"] if m[key] == name]},
                    tuple(p for p in one.pairs if p.label[key] == name),
                    tuple(m for m in one.false if m.get(key) == name),
                )
                for one in judged
            ],
        )


def dates_agree(label: str | None, read: str | None) -> bool:
    """Whether a date that was read is right by its label, within the tolerance that the module tells."""
    want, have = _interval(label), _interval(read)
    if want is None or have is None:
        return want is have
    single = have[0] == have[1]
    if want[0] == want[1]:
        return single and abs(have[0] - want[0]) <= _SLACK
    return want == have or (not single and want[0] - _SLACK <= have[0] and have[1] <= want[1] + _SLACK)


def _interval(text: str | None) -> Interval | None:
    """First and last day of an ISO date, month, quarter, half, week or year; None for what is none."""
    parts = _DATE.fullmatch(text or "")
    if not parts:
        return None
    year, month, day, quarter, half, week = (int(p) if p else None for p in parts.groups())
    try:
        if week:
            return date.fromisocalendar(year or 0, week, 1), date.fromisocalendar(year or 0, week, 7)
        if day:
            return (only := date(year or 0, month or 0, day)), only
        return _months(year or 0, month, quarter, half)
    except ValueError:
        return None


def _months(year: int, month: int | None, quarter: int | None, half: int | None) -> Interval:
    first, length = (month, 1) if month else (quarter * 3 - 2, 3) if quarter else (half * 6 - 5, 6) if half else (1, 12)
    last = first + length - 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _span(quote: Any, post: dict[str, Any]) -> tuple[int, int] | None:
    """Where a quote stands, title before text; None if it is no exact part of either."""
    if not isinstance(quote, str) or not quote:
        return None
    title, text = post.get("title") or "", post.get("text") or ""
    if (at := title.find(quote)) >= 0:
        return at, at + len(quote)
    at = text.find(quote)
    return (at + len(title) + 1, at + len(title) + 1 + len(quote)) if at >= 0 else None


def _overlap(a: tuple[int, int] | None, b: tuple[int, int] | None) -> bool:
    return a is not None and b is not None and a[0] < b[1] and b[0] < a[1]


def _telling(move: Move) -> set[str]:
    words = _WORD.findall(" ".join([move.get("object") or "", *(move.get("actors") or ())]).lower())
    return {w for w in words if w not in _TELLING_NOTHING and (len(w) > 2 or w[0].isdigit())}


def _level(label: Move, read: Move, post: dict[str, Any]) -> int:
    if label["type"] != read.get("type"):
        return 0
    same = _telling(label) & _telling(read) or _overlap(_span(label["evidence"], post), _span(read["evidence"], post))
    if not same:
        return 0
    if not dates_agree(label.get("date"), read.get("date")):
        return 1
    return 3 if label["status"] == read.get("status") else 2


def _paired(levels: list[list[int]], width: int) -> dict[int, int]:
    """Label → read: any pair weighs most, then its date, then its status. Beyond twelve read moves, best first.

    Of pairings of the same worth, one that leaves the earlier label alone, then one with the earlier read move.
    """
    worth = [[(0, 100, 110, 111)[at] for at in row] for row in levels]
    if width > 12:
        return _best_first(worth)
    left: dict[int, tuple[int, dict[int, int]]] = defaultdict(lambda: (0, {}))  # read moves taken → best of the rest
    for i in reversed(range(len(worth))):
        left = {taken: _best_of_row(i, worth[i], taken, left) for taken in range(1 << width)}
    return left[0][1]


def _best_of_row(
    i: int, row: list[int], taken: int, left: dict[int, tuple[int, dict[int, int]]]
) -> tuple[int, dict[int, int]]:
    """The best for this label and those behind it, where some read moves are taken by those before it."""
    total, plan = left[taken]
    for j, value in enumerate(row):
        if value and not taken >> j & 1:
            rest, others = left[taken | 1 << j]
            if rest + value > total:
                total, plan = rest + value, {i: j, **others}
    return total, plan


def _best_first(worth: list[list[int]]) -> dict[int, int]:
    out: dict[int, int] = {}
    ranked = sorted(((v, i, j) for i, row in enumerate(worth) for j, v in enumerate(row) if v), reverse=True)
    for _, i, j in ranked:
        if i not in out and j not in out.values():
            out[i] = j
    return out
