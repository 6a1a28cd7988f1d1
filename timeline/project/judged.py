"""What people have judged always wins over the fold: who belongs together, and what is shown. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from store.interval import precision_of
from timeline.project.model import Dispute, Resolved
from timeline.project.standing import Standing

__all__ = ["judged", "regrouped"]


def regrouped(groups: Sequence[Sequence[str]], judgements: Sequence[Standing]) -> Sequence[Sequence[str]]:
    """The clusters (sorted) after people's merges and splits, in the order in which these were judged."""
    if not judgements:
        return groups
    current = [set(group) for group in groups]
    for standing in sorted(judgements, key=lambda s: s.position):
        if standing.type == "MovesMerged":
            current = _merged(current, standing.groups)
        elif standing.type == "MovesSplit":
            current = _split(current, set(standing.groups[0]))
    return sorted(sorted(group) for group in current if group)


def _merged(current: list[set[str]], groups: Sequence[Sequence[str]]) -> list[set[str]]:
    """The moves that today hold the founding claims of the merged ones become one."""
    present = set().union(*current)
    firsts = {next((key for key in group if key in present), None) for group in groups}
    hit = [group for group in current if group & firsts]
    if len(hit) < 2:
        return current
    return [group for group in current if not group & firsts] + [set().union(*hit)]


def _split(current: list[set[str]], claims: set[str]) -> list[set[str]]:
    """The claims named are a move of their own, whatever stood with them."""
    inside = claims & set().union(*current) if current else set()
    return [group - claims for group in current if group - claims] + ([inside] if inside else [])


def judged(moves: Sequence[Resolved], judgements: Iterable[Standing]) -> list[Resolved]:
    """The moves as people have amended, confirmed or rejected them; later judgements over earlier ones."""
    place = {key: number for number, move in enumerate(moves) for key in move.keys}
    changes: dict[int, dict[str, Any]] = {}
    for standing in sorted(judgements, key=lambda s: s.position):
        first = next((key for group in standing.groups[:1] for key in group if key in place), None)
        if first is None:
            continue
        held = changes.setdefault(place[first], {})
        if standing.type == "MoveAmended":
            _amend(held, standing.event)
        elif standing.type in ("MoveConfirmed", "MoveRejected"):
            held["confirmed"] = standing.type == "MoveConfirmed"
            held["rejected"] = standing.type == "MoveRejected"
            held["by"] = f"{standing.event.by}: {standing.event.why}"
    return _agreed([_changed(move, changes.get(number, {})) for number, move in enumerate(moves)])


def _agreed(moves: Sequence[Resolved]) -> list[Resolved]:
    """A dispute that is settled in one move is in the other; one with a rejected move is none."""
    by = {(d.rule, d.left, d.right): d.settled_by for m in moves for d in m.disputes if d.settled}
    gone = {key for move in moves if move.rejected for key in move.keys}
    if not by and not gone:
        return list(moves)
    answer = []
    for move in moves:
        kept = [d for d in move.disputes if not {d.left, d.right} & gone]
        told = tuple(_settled(d, by.get((d.rule, d.left, d.right))) for d in kept)
        answer.append(msgspec.structs.replace(move, disputes=told))
    return answer


def _amend(held: dict[str, Any], event: Any) -> None:
    if event.value is None and event.field != "date":
        return  # only a date can be unknown
    held[event.field] = event.value
    held["amended"] = {**held.get("amended", {}), event.field: f"{event.by}: {event.why}"}
    if event.field == "date":
        held["date_end"], held["precision"] = None, precision_of(event.value)


def _changed(move: Resolved, held: Mapping[str, Any]) -> Resolved:
    """A person who confirms a move, or amends its date, has settled what was disputed of it, or of its date."""
    if not held:
        return move
    slots = {name: value for name, value in held.items() if name != "by"}
    rules = {d.rule for d in move.disputes} if held.get("confirmed") else set()
    by = held.get("by", "")
    if "date" in held:
        rules, by = rules | {"date-disjoint", "weekday"}, by or held["amended"]["date"]
    disputes = tuple(_settled(d, by) if d.rule in rules else d for d in move.disputes)
    return msgspec.structs.replace(move, **slots, disputes=disputes)


def _settled(dispute: Dispute, by: str | None) -> Dispute:
    return dispute if dispute.settled or by is None else msgspec.structs.replace(dispute, settled=True, settled_by=by)
