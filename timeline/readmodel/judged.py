"""Standing judgements of people, in terms of claims: so they survive re-extraction, merges, splits and rebuilding.

A judgement is about a move as it was seen; it is kept as the claims that the move had then, earliest first. When a
claim is read again under another name, the judgement follows it there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from store.codec import decode, encode, schema_of
from store.records import Recorded
from timeline.project.standing import Groups, Standing

__all__ = ["Judged", "Standing"]


@dataclass(slots=True)
class Judged:
    """The judgements, read when wanted and written back with the commit."""

    connection: sqlite3.Connection
    _all: dict[int, Standing] = field(default_factory=dict)
    _by_key: dict[str, set[int]] = field(default_factory=dict)
    _changed: set[int] = field(default_factory=set)
    _loaded: bool = False

    def record(self, recorded: Recorded, move: int, groups: Groups) -> Standing:
        """Takes in a judgement."""
        self._load()
        standing = Standing(recorded.position, recorded.event_id, move, recorded.type, recorded.event, groups)
        self._changed.add(standing.position)
        return self._hold(standing)

    def _hold(self, standing: Standing) -> Standing:
        self._all[standing.position] = standing
        for key in standing.keys:
            self._by_key.setdefault(key, set()).add(standing.position)
        return standing

    def by_event(self, event_id: str) -> Standing | None:
        """The judgement recorded under this event id."""
        self._load()
        return next((s for s in self._all.values() if s.event_id == event_id), None)

    def undo(self, standing: Standing, position: int) -> None:
        """Takes a judgement back."""
        standing.undone = position
        self._changed.add(standing.position)

    def about(self, keys: Iterable[str]) -> list[Standing]:
        """The judgements in force that are about any of these claims, in order of position."""
        self._load()
        if not self._by_key:
            return []
        met = {position for key in keys for position in self._by_key.get(key, ())}
        return [s for position in sorted(met) if (s := self._all[position]).undone is None]

    def follow(self, successors: dict[str, str]) -> list[Standing]:
        """Claims have new names (new → old): judgements about the old ones are about the new ones too."""
        self._load()
        met = []
        for fresh, gone in successors.items():
            for position in sorted(self._by_key.get(gone, ())):
                standing = self._all[position]
                for group in standing.groups:
                    if gone in group and fresh not in group:
                        group.insert(group.index(gone) + 1, fresh)
                self._changed.add(position)
                met.append(self._hold(standing))
        return met

    def _load(self) -> None:
        """Judgements are made by people, so there are few: all are held."""
        if self._loaded:
            return
        self._loaded = True
        rows = self.connection.execute(
            "SELECT position, event_id, move, type, schema, event, keys, undone FROM rm_judgement ORDER BY position"
        )
        for position, event_id, move, name, schema, data, keys, undone in rows:
            event = decode(name, schema, data, position)
            groups = msgspec.json.decode(keys, type=Groups)
            self._hold(Standing(position, event_id, move, name, event, groups, undone))

    def flush(self) -> None:
        """Writes back what has changed."""
        changed = [self._all[position] for position in sorted(self._changed)]
        self.connection.executemany(
            "INSERT OR REPLACE INTO rm_judgement VALUES (?,?,?,?,?,?,?,?)",
            [
                (s.position, s.event_id, s.move, encode(s.event), s.type, schema_of(s.type),
                 msgspec.json.encode(s.groups), s.undone)
                for s in changed
            ],
        )  # fmt: skip
        self._changed.clear()
