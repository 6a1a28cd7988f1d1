"""What was publicly known when, followed event by event while the days only go on.

Mostly a claim becomes known after all that it can bear on. Then the days before stay as they are, and from its day on
what stands now is known: the version that held is closed, the new one begins. All else is left to ``known.py``, which
works out whole days; both come to the same rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from timeline.readmodel.moves import Moves
from timeline.readmodel.rows import ClaimRow
from timeline.readmodel.stored import DECODER, Columns, Stored

__all__ = ["NAMES", "Changed", "Onward", "last_day"]

#: number of a move, what it was before an event and what it is after; None where it is no move
Changed = tuple[int, Stored | None, Stored | None]

#: in the place of a day: what was known stands, but claims live elsewhere now, and the versions may go by other ids
NAMES = "~"
#: of two that are to be worked out again, the earlier day; both names and days, all
_EARLIER = """INSERT INTO rm_stale VALUES (?, ?) ON CONFLICT (move) DO UPDATE SET since =
    CASE WHEN since = excluded.since THEN since WHEN '~' IN (since, excluded.since) THEN ''
    ELSE min(since, excluded.since) END"""

_MARKS = "?," * (len(Columns.__struct_fields__) + 2) + "?"


def last_day(rows: Sequence[ClaimRow], position: int) -> str | None:
    """The day from which on what stands now is known, where no other is the last of this component; else None.

    ``rows``: of the whole component, with those that the event at this position has brought.
    """
    came = [row for row in rows if row.since == position]
    day = min((row.known_from for row in came), default="")
    if any(row.known_to is not None for row in came):
        return None
    later = any(row.known_from > day or (row.known_to is not None and row.known_to > day) for row in rows)
    return None if later else day


@dataclass(slots=True)
class Onward:
    """The versions that hold until further notice, read when wanted; and what is to be written."""

    connection: sqlite3.Connection
    moves: Moves
    _since: dict[int, str] = field(default_factory=dict)  # move → the day on which the version that holds begins
    _before: dict[int, tuple[str, Stored]] = field(default_factory=dict)  # the one that it took the place of: (day, it)
    _new: dict[tuple[int, str], Stored] = field(default_factory=dict)  # (move, first day) → versions to be written
    _ends: dict[tuple[int, str], str | None] = field(default_factory=dict)  # the days they, or kept ones, hold up to
    _gone: set[tuple[int, str]] = field(default_factory=set)
    _stale: dict[int, str] = field(default_factory=dict)
    _waiting: set[int] | None = None  # moves that are stale, with those that stand in the table

    def stale(self, moves: set[int], since: str) -> None:
        """What was publicly known of these moves from this day on, has to be worked out again; "" for all of it."""
        for move in moves:
            before = self._stale.get(move, since)
            self._stale[move] = "" if before != since and NAMES in (before, since) else min(since, before)
        if since != NAMES:
            self._all_stale().update(moves)

    def any_stale(self, moves: set[int]) -> bool:
        """Whether what was known of any of these is still to be worked out, and not only by which names."""
        return not self._all_stale().isdisjoint(moves)

    def settled(self, moves: set[int]) -> None:
        """What was known of these has been worked out anew."""
        self._all_stale().difference_update(moves)
        for move in moves:
            self._since.pop(move, None)
            self._before.pop(move, None)

    def _all_stale(self) -> set[int]:
        if self._waiting is None:
            rows = self.connection.execute("SELECT move FROM rm_stale WHERE since <> ?", (NAMES,))
            self._waiting = {move for (move,) in rows}
        return self._waiting

    def follow(self, day: str, changed: Iterable[Changed]) -> None:
        """From this day on these moves are known as they are now. No day that is known of them is later."""
        for move, old, new in changed:
            since = self._held_since(move) if old is not None else None
            if new is None:
                self._end(move, since, day)
            elif since is None:
                self._begin(move, day, new)
            elif since < day:
                self._ends[move, since] = day
                self._before[move] = (since, cast("Stored", old))
                self._begin(move, day, new)
            else:
                self._again(move, day, new)

    def _begin(self, move: int, day: str, new: Stored) -> None:
        self._new[move, day] = new
        self._ends[move, day] = None
        self._gone.discard((move, day))
        self._since[move] = day

    def _end(self, move: int, since: str | None, day: str) -> None:
        """It is no move any more; one that began on this day was none at the end of any."""
        if since is not None and since < day:
            self._ends[move, since] = day
        elif since is not None:
            self._drop(move, day)
        self._since.pop(move, None)
        self._before.pop(move, None)

    def _drop(self, move: int, day: str) -> None:
        self._new.pop((move, day), None)
        self._ends.pop((move, day), None)
        self._gone.add((move, day))

    def _again(self, move: int, day: str, new: Stored) -> None:
        """Another change on the day on which the version begins; one that takes it back leaves none."""
        before = self._replaced(move, day)
        if before is None or before[1] != new:
            self._begin(move, day, new)
            return
        self._drop(move, day)
        self._ends[move, before[0]] = None
        self._since[move] = before[0]
        del self._before[move]

    def _held_since(self, move: int) -> str | None:
        if move not in self._since:
            row = self.connection.execute(
                "SELECT from_day FROM rm_known WHERE move = ? AND to_day IS NULL", (move,)
            ).fetchone()
            if row is None:
                return None
            self._since[move] = row[0]
        return self._since[move]

    def _replaced(self, move: int, day: str) -> tuple[str, Stored] | None:
        """The version that held up to this day, with the day on which it began."""
        if move not in self._before:
            row = self.connection.execute(
                "SELECT from_day, body FROM rm_known WHERE id = ? AND to_day = ? AND move = ?",
                (self.moves.id(move), day, move),
            ).fetchone()
            if row is None:
                return None
            self._before[move] = (row[0], DECODER.decode(row[1]))
        return self._before[move]

    def flush(self) -> None:
        """Writes back what has changed."""
        name, many = self.moves.id, self.connection.executemany
        many("DELETE FROM rm_known WHERE id = ? AND from_day = ?", [(name(move), day) for move, day in self._gone])
        many(
            "UPDATE rm_known SET to_day = ? WHERE id = ? AND from_day = ?",
            [(to, name(move), day) for (move, day), to in self._ends.items() if (move, day) not in self._new],
        )
        many(
            f"INSERT OR REPLACE INTO rm_known VALUES (?,?,?,?,{_MARKS})",  # noqa: S608 - marks
            [
                (name(move), day, self._ends[move, day], move, *self.moves.version_row(stored, move))
                for (move, day), stored in self._new.items()
            ],
        )
        many(_EARLIER, sorted(self._stale.items()))
        for pending in (self._new, self._ends, self._gone, self._stale):
            pending.clear()
