"""Threads: the moves about one thing over time, each a step: previewed, delayed, not released. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from timeline.project.model import Resolved, Step
from timeline.project.things import Thing

__all__ = ["thread_of", "with_steps"]

_MOST = 12  # steps shown with a move: a counter told every week would otherwise carry its whole past with every move


def thread_of(things: Sequence[Thing]) -> str:
    """The name of what the move is a step of: its object, else its counterparts, its measure, or its words."""
    first = min(things, key=lambda it: (it.id is None, not it.parties, not it.words, sorted(it.words), it.key))
    if first.type == "milestone" and first.measures:
        return f"count:{first.top or 'all'}:{min(first.measures)[0]}"
    if first.id and first.type not in ("policy", "incident", "people"):
        return first.id
    guided = sorted(measure for measure in first.measures if measure[0] == "capex")
    if guided and first.type == "investment" and not first.parties:
        metric, period = guided[0]
        return f"{metric}:{period}" if period else metric
    if first.parties:
        return f"{first.type}:{'+'.join(sorted(first.parties))}"
    return f"{first.type}:{'-'.join(sorted(first.words))}"[:80]


def with_steps(moves: Iterable[Resolved]) -> list[Resolved]:
    """The same moves, each with the steps of its thread: its own, and the nearest before and after."""
    threads: dict[str, list[Resolved]] = defaultdict(list)
    for move in moves:
        threads[move.thread].append(move)
    answer = []
    for thread in sorted(threads):
        row = sorted(threads[thread], key=lambda m: (m.date or "~", m.status, m.keys))
        row = [m for m in row if not m.rejected] + [m for m in row if m.rejected]
        steps = [Step(status=m.status, date=m.date, keys=m.keys) for m in row if not m.rejected]
        for place, move in enumerate(row):
            begin = max(0, min(place - _MOST // 2, len(row) - _MOST))
            answer.append(msgspec.structs.replace(move, steps=tuple(steps[begin : begin + _MOST])))
    return sorted(answer, key=lambda m: m.keys)
