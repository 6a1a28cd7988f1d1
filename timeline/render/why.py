"""One move in full: its values, every claim with its words and where they come from, disputes, its own history."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import to_builtins
from msgspec.structs import replace

from timeline.render.changes import summary
from timeline.render.context import Context, with_home
from timeline.render.dates import iso
from timeline.render.ndjson import dump
from timeline.render.table import GLYPHS
from timeline.render.terminal import Paint, plain, wrap
from timeline.view import ChangeView, DisputeView, MoveView, SourceView, StepView

if TYPE_CHECKING:
    from timeline.query import ClaimView, Why

__all__ = ["as_json", "citations", "dispute_lines", "object_of", "write"]


def citations(why: Why) -> list[SourceView]:
    """The sources of the move that no claim of it names: a curated entry has several."""
    named = {claim.url for claim in why.claims}
    return [source for source in why.move.sources if source.url not in named]


def object_of(why: Why, home: str = "") -> dict[str, Any]:
    """The move as ``show -f ndjson`` has it, with ``claims`` and ``history``."""
    whole = replace(why, move=with_home(why.move, home))
    parts: dict[str, Any] = to_builtins(whole)
    whole_move = {**parts["move"], "claims": parts["claims"], "history": parts["history"]}
    return {**whole_move, "withdrawn": True} if why.withdrawn else whole_move


def as_json(why: Why, context: Context) -> str:
    """The same on one line, and the head of the log it was read at."""
    head = {"position": context.position, "hash": context.hash}
    return dump({**object_of(why, context.home), "head": head}) + "\n"


def write(why: Why, context: Context) -> Iterator[str]:
    """For a person; nothing is cut."""
    page = _Page(context)
    yield from page.move(why.move)
    if why.withdrawn:
        yield from page.lines("withdrawn: nothing claims this any more; shown as it was last", "  ", "yellow")
    yield from page.part("Steps", why.move.steps if len(why.move.steps) > 1 else (), page.step)
    yield from page.part("Disputes", why.move.disputes, lambda dispute: dispute_lines(dispute, context))
    yield from page.part("Evidence", why.claims, page.claim)
    yield from page.part("Also checked against", citations(why), page.citation)
    yield from page.part("History", why.history, page.change)


Thing = TypeVar("Thing")


class _Page:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.paint = Paint(context.color)

    def part(self, title: str, things: Sequence[Thing], told: Callable[[Thing], Iterator[str]]) -> Iterator[str]:
        """A heading with their number and what is told of each; nothing where there are none."""
        if things:
            yield f"\n{self.paint(f'{title} ({len(things)})', 'bold')}\n"
        for thing in things:
            yield from told(thing)

    def lines(self, text: str, indent: str, *styles: str) -> Iterator[str]:
        for line in wrap(plain(text), self.context.width, indent):
            yield self.paint(line, *styles) + "\n"

    def move(self, move: MoveView) -> Iterator[str]:
        """The canonical values, and for each judgement its reason."""
        yield from self.lines(f"{GLYPHS.get(move.type, '·')} {move.title}", "", "bold")
        for name, value in _facts(move):
            if value:
                first, *rest = wrap(plain(value), self.context.width, " " * 13)
                yield f"  {self.paint(f'{name:10}', 'dim')} {first.strip()}\n"
                yield from (line + "\n" for line in rest)

    def step(self, step: StepView) -> Iterator[str]:
        """Its date, what it was, and where it is a move of its own, which."""
        yield from self.lines(f"{step.date or 'no date'}: {step.status} {step.title} {step.id or ''}", "  ")

    def citation(self, source: SourceView) -> Iterator[str]:
        """Where an entry was checked."""
        yield from self.lines(_said(source).removeprefix("(curated; no quote) — "), "  ")

    def claim(self, claim: ClaimView) -> Iterator[str]:
        """Words first, then who, when, where, by which rule, counted under whom."""
        yield from self.lines(f"“{claim.quote}”" if claim.quote else "(curated; no quote)", "  ")
        who = f"{claim.publisher or 'no publisher'}, {claim.published or 'no publish date'}"
        who += f" · {claim.url}" if claim.url else ""
        yield from self.lines(who, "      ")
        says = [claim.status, claim.date or "no date", *claim.quantities]
        said = f"says {', '.join(says)}" + (f" ({claim.stance})" if claim.stance != "asserted" else "")
        yield from self.lines(f"{said} · {claim.attribution}" if claim.attribution else said, "      ")
        counted = f"lineage {claim.lineage} ({claim.lineage_why})"
        recorded = f"recorded #{claim.recorded_position} {(claim.recorded_at or '')[:10]}, revision {claim.revision}"
        place = f" at {claim.start}:{claim.end}" if claim.quote else ""
        rule = f"rule {claim.rule}{place}" if claim.rule else ""
        yield from self.lines(" · ".join(filter(None, (counted, recorded, rule, claim.key))), "      ", "dim")

    def change(self, change: ChangeView) -> Iterator[str]:
        """When, at which position, what; for a judgement by whom and why."""
        by = f" by {change.by}" if change.by else ""
        why = f": {change.why}" if change.why else ""
        yield from self.lines(f"#{change.position} {change.at[:10]}  {summary(change)}{by}{why}", "  ")


def _facts(move: MoveView) -> Iterator[tuple[str, str]]:
    yield "when", f"{iso(move)} ({move.date_precision})"
    yield "effective", move.effective or ""
    yield (
        "what",
        f"{move.type} · {move.status} · {move.object}" + (f" (part of {move.part_of})" if move.part_of else ""),
    )
    yield "who", ", ".join(move.actors)
    yield "figures", "; ".join(move.quantities)
    lineages = f"{move.lineages} lineage" + ("" if move.lineages == 1 else "s")
    yield "grade", f"{move.grade} · {lineages}" + (f" · {move.grade_why}" if move.grade_why else "")
    yield "disputed", "yes, see below" if move.disputed else ""
    for field, why in sorted(move.amended.items()):
        yield "amended", f"{field}: {why}"
    yield (
        "judged",
        ", ".join(name for name, is_so in (("confirmed", move.confirmed), ("rejected", move.rejected)) if is_so),
    )
    yield "first said", move.first_published or ""
    yield "recorded", f"#{move.recorded_position}, revision {move.revision}"
    yield "id", ", also ".join((move.id, *move.aliases))
    yield "page", move.url


def dispute_lines(dispute: DisputeView, context: Context) -> Iterator[str]:
    """The rule, what cannot both be true, and both quotes."""
    page = _Page(context)
    state = f"settled{f' by {dispute.settled_by}' if dispute.settled_by else ''}" if dispute.settled else "open"
    other = f" · with move {dispute.other}" if dispute.other else ""
    sign = "✓" if dispute.settled else "⚠"
    yield from page.lines(f"{sign} {dispute.text} ({dispute.rule}, {dispute.severity}, {state}){other}", "  ", "yellow")
    for source in (dispute.left, dispute.right):
        yield from page.lines(_said(source), "      ")


def _said(source: SourceView) -> str:
    words = f"“{source.quote}”" if source.quote else "(curated; no quote)"
    where = f" · {source.url}" if source.url else ""
    return f"{words} — {source.publisher or 'no publisher'}, {source.published or 'no publish date'}{where}"
