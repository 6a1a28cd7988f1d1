"""Judgements of people, decided purely: what was seen and what stands → the event that is recorded, or why it is not.

the move as shown + its stream so far + what a person wants → one event, to be appended at that version of the stream
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.errors import CurationError, UsageError
from store.events import (
    CurationUndone,
    Event,
    MoveAmended,
    MoveConfirmed,
    MoveRejected,
    MovesMerged,
    MovesSplit,
)  # fmt: skip
from store.interval import parse_interval

if TYPE_CHECKING:
    from store.records import Recorded
    from timeline.view import MoveView

__all__ = ["FIELDS", "amend", "confirm", "merge", "reject", "split", "standing", "undo"]

FIELDS = ("date", "object", "title", "type", "status")
_JUDGEMENTS = (MoveAmended, MoveConfirmed, MoveRejected, MovesMerged, MovesSplit)


def standing(stream: Sequence[Recorded]) -> list[Recorded]:
    """The judgements of a move's stream that nobody has taken back."""
    undone = {r.event.event for r in stream if not r.erased and isinstance(r.event, CurationUndone)}
    return [r for r in stream if not r.erased and isinstance(r.event, _JUDGEMENTS) and r.event_id not in undone]


def amend(
    move: MoveView, stream: Sequence[Recorded], field: str, value: str, *, by: str, why: str, override: bool = False
) -> MoveAmended:
    """Another value for a field. Raises UsageError for a value that is none, CurationError where somebody else has
    already judged otherwise and ``override`` is not given.
    """
    value = _checked(field, value)
    was = getattr(move, field)
    if was == value:
        raise UsageError(f"the {field} of {move.id} is {value} already")
    for recorded in reversed(standing(stream)):
        other = recorded.event
        if isinstance(other, MoveAmended) and other.field == field and other.by != by and not override:
            raise CurationError(
                f"{other.by} set the {field} of {move.id} to {other.value} at @{recorded.position} ({other.why}); "
                f"{by} wants {value} ({why}). Agree first: `timeline undo @{recorded.position}`, or say --override",
                move=move.id,
                position=recorded.position,
            )
    return MoveAmended(move=move.id, field=field, value=value, was=was, by=by, why=why)  # type: ignore[arg-type]


def _checked(field: str, value: str) -> str:
    from timeline.query.params import STATUSES, TYPES  # noqa: PLC0415 - wanted by one command

    if field not in FIELDS:
        raise UsageError(f"{field!r} cannot be amended; there are {', '.join(FIELDS)}")
    allowed = {"type": TYPES, "status": STATUSES}.get(field)
    if allowed and value not in allowed:
        raise UsageError(f"{value!r} is no {field}; there are {', '.join(allowed)}")
    if field == "date":
        try:
            parse_interval(value)
        except ValueError:
            raise UsageError(
                f"{value!r} is no date; write 2025-04-05, 2025-W14, 2025-04, 2025-Q2, 2025-H1 or 2025"
            ) from None
    if not value.strip():
        raise UsageError(f"the {field} cannot be empty")
    return value.strip()


def confirm(move: MoveView, stream: Sequence[Recorded], *, by: str, why: str) -> MoveConfirmed:
    """Stands behind a move. Raises CurationError where somebody else has rejected it."""
    _against(move, stream, MoveRejected, "rejected", by)
    return MoveConfirmed(move=move.id, by=by, why=why)


def reject(move: MoveView, stream: Sequence[Recorded], *, by: str, why: str) -> MoveRejected:
    """Takes a move out. Raises CurationError where somebody else stands behind it."""
    _against(move, stream, MoveConfirmed, "confirmed", by)
    return MoveRejected(move=move.id, by=by, why=why)


def _against(move: MoveView, stream: Sequence[Recorded], kind: type[Event], word: str, by: str) -> None:
    for recorded in standing(stream):
        other = recorded.event
        if isinstance(other, kind) and getattr(other, "by", by) != by:
            raise CurationError(
                f"{getattr(other, 'by', '')} {word} {move.id} at @{recorded.position} ({getattr(other, 'why', '')}); "
                f"take that back first: `timeline undo @{recorded.position}`",
                move=move.id,
                position=recorded.position,
            )


def merge(into: MoveView, others: Sequence[MoveView], *, by: str, why: str) -> MovesMerged:
    """Moves that are one. Raises UsageError for fewer than two."""
    names = tuple(dict.fromkeys(m.id for m in others if m.id != into.id))
    if not names:
        raise UsageError(f"{into.id}: name another move that is the same")
    return MovesMerged(into=into.id, moves=names, by=by, why=why)


def split(move: MoveView, known: Sequence[str], claims: Sequence[str], *, by: str, why: str) -> MovesSplit:
    """Claims that are a move of their own; each may be named by its first letters. Raises UsageError."""
    chosen = tuple(dict.fromkeys(_claim(move, known, name) for name in claims))
    if not chosen or len(chosen) == len(set(known)):
        raise UsageError(
            f"{move.id} has {len(set(known))} claims; name some of them, not all (`timeline why {move.id}`)"
        )
    return MovesSplit(move=move.id, claims=chosen, by=by, why=why)


def _claim(move: MoveView, known: Sequence[str], name: str) -> str:
    found = sorted({key for key in known if key == name or key.startswith(name)})
    if len(found) == 1 or name in found:
        return name if name in found else found[0]
    raise UsageError(f"{move.id} has {'no claim' if not found else f'{len(found)} claims'} {name!r}")


def undo(recorded: Recorded, stream: Sequence[Recorded], *, by: str, why: str) -> CurationUndone:
    """Takes a judgement back. Raises CurationError for what is none, or is taken back already."""
    if recorded.erased or not isinstance(recorded.event, _JUDGEMENTS):
        raise CurationError(f"@{recorded.position} is {recorded.type}, no judgement", position=recorded.position)
    if all(r.event_id != recorded.event_id for r in standing(stream)):
        raise CurationError(f"@{recorded.position} has been taken back already", position=recorded.position)
    return CurationUndone(event=recorded.event_id, by=by, why=why)
