"""A person's judgement, in terms of claims: what the fold is given beside them, and what the read model keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["Groups", "Standing"]

#: claim keys, a group for each move that is meant
Groups = list[list[str]]


@dataclass(slots=True)
class Standing:
    """One judgement. ``undone``: position of the event that took it back."""

    position: int
    event_id: str
    move: int
    type: str
    event: Any  # MoveAmended, MoveConfirmed, MoveRejected, MovesMerged or MovesSplit
    groups: Groups
    undone: int | None = None

    @property
    def block(self) -> str:
        """The block that ties its claims together: what one judgement is about is decided at once."""
        return f"judgement:{self.position}"

    @property
    def keys(self) -> set[str]:
        """All claims it is about."""
        return {key for group in self.groups for key in group}
