"""What changed in what is known between two as-of points: for a person, and as one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.render.context import Context
from timeline.render.dates import iso
from timeline.render.ndjson import dump
from timeline.render.terminal import Paint, plain, wrap
from timeline.view import ChangeView, DisputeView, MoveView, StepView

if TYPE_CHECKING:
    from timeline.query import Diff

__all__ = ["KINDS", "ndjson", "write"]

KINDS = ("new", "changed", "merged", "disputed", "settled", "withdrawn")
_SIGNS = {"new": "+", "changed": "~", "merged": "=", "disputed": "⚠", "settled": "✓", "withdrawn": "-"}
_COLORS = {"new": "green", "changed": "cyan", "merged": "blue", "disputed": "yellow", "settled": "green",
           "withdrawn": "red"}  # fmt: skip

Row = tuple[MoveView | None, MoveView | None, ChangeView]


#: what is wrong between the two, in a few words
_HARD = {
    "date-disjoint": "two dates, both cannot be true",
    "model-count": "two numbers of models, both cannot be true",
    "polarity": "said by one and denied by the other",
    "quantity-disjoint": "two numbers, both cannot be true",
    "quantity-period": "one number told of two periods",
    "status": "said to be out, and said to be still to come",
}
_SOFT = {
    "date-disjoint": "two dates, but one is only that of the post",
    "largest": "two are called the largest, of all or of those that came out",
    "older-counter": "a count that only grows is told lower, one may be out of date",
    "polarity": "alleged, and denied",
    "rumour": "a rumour, and what is known",
    "score": "a score, where another version was entered than came out",
    "stale-role": "an office told after its holder had left it",
    "weekday": "a day of the week that does not fit the date",
}


def write(diff: Diff, context: Context) -> Iterator[str]:
    """A heading a kind, below it the moves with the reason of each; what became disputed in words of its own."""
    paint, first = Paint(context.color), True
    for kind in KINDS:
        rows: tuple[Row, ...] = getattr(diff, kind)
        if rows:
            yield ("" if first else "\n") + paint(f"{kind} ({len(rows)})", "bold") + "\n"
            first = False
        for row in rows:
            yield from _row(kind, row, context)
    if first:
        yield "nothing changed\n"


def _row(kind: str, row: Row, context: Context) -> Iterator[str]:
    before, after, change = row
    paint, move = Paint(context.color), after or before
    if move is None:
        return
    yield f"  {paint(_SIGNS[kind], _COLORS[kind])} {iso(move)}  {plain(move.title)}  {paint(move.id, 'dim')}\n"
    fresh = _fresh(before, after)
    at = f"#{change.position}: " if change.position else ""
    told = [f"{_kind_of(dispute)}: {dispute.text}" for dispute in fresh]
    reason = [text] if (text := _reason(row, fresh)) else []
    for sentence in told + reason if kind == "disputed" else reason + told:
        yield from (line + "\n" for line in wrap(plain(at + sentence), context.width, "      "))


def _fresh(before: MoveView | None, after: MoveView | None) -> list[DisputeView]:
    """The disputes that are open now and were not there before."""
    known = {(d.rule, d.text) for d in before.disputes if not d.settled} if before else set()
    return [d for d in after.disputes if not d.settled and (d.rule, d.text) not in known] if after else []


def _kind_of(dispute: DisputeView) -> str:
    if dispute.severity == "hard":
        return f"disputed ({_HARD.get(dispute.rule, 'both cannot be true')})"
    return f"in doubt ({_SOFT.get(dispute.rule, 'both may be true')})"


def _reason(row: Row, fresh: Sequence[DisputeView]) -> str:
    """What else changed, by whom and why."""
    before, after, change = row
    text = change.text
    for dispute in fresh:
        text = text.replace(f"disputed: {dispute.text}", "")
    if change.kind == "evidence" and before and after and (steps := _steps(before, after)):
        text = f"in the same thread now: {', '.join(steps)}"
    by = f" by {change.by}" if change.by else ""
    why = f" ({change.why})" if change.why else ""
    text = "; ".join(part for part in text.split("; ") if part.strip())
    return f"{text}{by}{why}" if text else ""


def _steps(before: MoveView, after: MoveView) -> list[str]:
    """The steps of the thread that are new beside this move, where nothing of its own evidence is."""
    known = {(s.id, s.status, s.date) for s in before.steps}
    same = before.sources == after.sources
    return [_step(s) for s in after.steps if same and (s.id, s.status, s.date) not in known]


def _step(step: StepView) -> str:
    return " ".join(filter(None, (step.date or "no date", step.status, step.title)))


def ndjson(diff: Diff) -> Iterator[str]:
    """``{"kind", "change", "before", "after"}``."""
    for kind in KINDS:
        for before, after, change in getattr(diff, kind):
            yield dump({"kind": kind, "change": change, "before": before, "after": after}) + "\n"
