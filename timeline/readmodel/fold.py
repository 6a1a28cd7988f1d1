"""One event into the read model: which claims it brings or takes, which moves that changes, and how to say so.

    event → claims come and go → the blocks they touch → resolve each component → numbers → revisions

Works event by event, so what stands in the tables depends on the sequence of events alone, never on how many were read
at a time.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from store.events import Event
from timeline.project.model import ClaimRecord, PostInfo, Resolved
from timeline.readmodel.changes import Cause, change_of
from timeline.readmodel.identity import assign, earliest
from timeline.readmodel.judged import Judged, Standing
from timeline.readmodel.moves import Moves
from timeline.readmodel.onward import NAMES, Changed, Onward, last_day
from timeline.readmodel.rows import ClaimRow, Home, Rows
from timeline.readmodel.stored import Stored, restored, store_of

__all__ = ["Fold", "Folder", "Touched"]


@dataclass(frozen=True, slots=True)
class Fold:
    """The pure rules that are folded with (``timeline.project``). ``rules`` names their version."""

    blocks: Callable[[ClaimRecord], tuple[str, ...]]
    resolve: Callable[[list[ClaimRecord], list[Standing]], list[Resolved]]
    post_info: Callable[[Event], PostInfo]
    rules: str
    forget: Callable[[], None] | None = None  # lets go of what the rules remember of claims, if they remember any


@dataclass(slots=True)
class Touched:
    """What an event has touched: blocks to resolve again, keys of claims that went; by a person, into which move."""

    blocks: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    into: int | None = None
    judged: bool = False


class Folder:
    """Folds events into the tables of one connection; nothing is written before ``flush``."""

    def __init__(self, connection: sqlite3.Connection, fold: Fold) -> None:
        self.fold = fold
        self.rows = Rows(connection, fold.blocks)
        self.moves = Moves(connection, self.rows)
        self.judged = Judged(connection)
        self.onward = Onward(connection, self.moves)
        self._forms: dict[str, tuple[Resolved, Stored]] = {}  # first claim of a move → its stored form
        self._numbered = 0

    def flush(self) -> None:
        """Writes back what has changed; the caller commits."""
        self.moves.flush()
        self.onward.flush()
        self.moves.written()
        self.rows.flush()
        self.judged.flush()

    def size(self) -> int:
        """How much is held, in rows."""
        return self.rows.size() + self.moves.size()

    def refold(self, touched: Touched, cause: Cause) -> None:
        """Resolves again what was touched and records what that changed."""
        rows = self.rows.components(touched.blocks)
        homes = self._homes(rows, cause.position)
        clusters = sorted(self._moves_of(rows), key=lambda move: _order(move, homes))
        before = {home.move for home in homes.values()}
        before |= {home.move for key in touched.gone if (home := self.rows.home(key))}
        before.discard(0)
        assigned = assign([move.keys for move in clusters], homes, self.moves.alive, touched.into)
        numbers = [
            number or self.moves.found(earliest(move.keys, homes), cause.position)
            for number, move in zip(assigned.numbers, clusters, strict=True)
        ]
        found = dict(zip(numbers, clusters, strict=True))
        changed = self._revise(rows, found, before, assigned.merged, cause)
        lived = [{homes[row.key].move for row in part} - {0} for part in rows]
        left = self._rehome(rows, homes, found, cause.position)
        if touched.gone or touched.judged:
            self.onward.stale(before | set(numbers) | {home.move for home in homes.values()}, "")
            return
        for part, moves in zip(rows, lived, strict=True):
            moved = not left.isdisjoint(moves)
            self._known(part, moves | {homes[row.key].move for row in part}, changed, cause.position, moved=moved)

    def _known(
        self, rows: list[ClaimRow], moves: set[int], changed: Sequence[Changed], position: int, *, moved: bool
    ) -> None:
        """What is known of the moves of one component, to which an event has only brought claims. ``moved``: whether
        claims that were there live elsewhere now.
        """
        came = [row for row in rows if row.since == position]
        bridged = any(row.cid in self.rows.bridged for row in came)
        day = None if bridged or self.onward.any_stale(moves) else last_day(rows, position)
        if day is None:  # no day before that on which the claims became known is another
            since = min((row.known_from for row in came), default="")
            self.onward.stale(moves, "" if bridged or moved else since)
            return
        self.onward.follow(day, [change for change in changed if change[0] in moves])
        if moved:
            self.onward.stale(moves, NAMES)

    def _homes(self, components: list[list[ClaimRow]], position: int) -> dict[str, Home]:
        """The home of every claim; a place without a move for those that have never had one."""
        homes = {}
        for row in (row for rows in components for row in rows):
            homes[row.key] = self.rows.home(row.key) or Home(0, 0, position, row.place)
        return homes

    def resolve(self, records: list[ClaimRecord]) -> list[Resolved]:
        """The moves that these claims of one component make, with what people have judged of them."""
        if not records:
            return []
        return self.fold.resolve(records, self.judged.about(record.key for record in records))

    def _moves_of(self, components: list[list[ClaimRow]]) -> list[Resolved]:
        return [move for rows in components for move in self.resolve([row.record for row in rows if row.current])]

    def _revise(
        self, components: list[list[ClaimRow]], clusters: Mapping[int, Resolved], before: set[int],
        merged: Mapping[int, int], cause: Cause,
    ) -> list[Changed]:  # fmt: skip
        """Records a revision of every move that is not as it was; answers these."""
        cids = {row.key: row.cid for rows in components for row in rows if row.current}
        steps: dict[int, tuple[int, ...]] = {}
        after = {number: self._stored(move, cids, steps) for number, move in clusters.items()}
        came, went = self._parted(clusters, before - merged.keys())
        joined: dict[int, list[str]] = defaultdict(list)
        turned = set()  # those that lead elsewhere from now on; one that was withdrawn may come to
        for number, into in sorted(merged.items()):
            if self.moves.alive(number):
                joined[into].append(self.moves.id(number))
            if self.moves.alias(number, into) and self.moves.live(number):
                turned.add(number)
        changed: list[Changed] = []
        for number in sorted(before | after.keys()):
            was = self.moves.live(number)
            old, new = was.stored if was else None, after.get(number)
            if old == new and number not in turned:
                continue
            home = self.moves.id(merged[number]) if number in merged else None
            parted = came[number] if old is None else went[number]
            change = change_of(old, new, cause, merged=joined[number], into=home, parted=parted, again=was is not None)
            if new is not None:
                self.moves.alias(number, None)
            if old != new:
                changed.append((number, old, new))
            self.moves.revise(number, new, change, cause)
        return changed

    def _parted(
        self, clusters: Mapping[int, Resolved], before: set[int]
    ) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
        """Which moves new ones came out of, and which went out of old ones: number → ids."""
        came: dict[int, list[str]] = defaultdict(list)
        went: dict[int, list[str]] = defaultdict(list)
        for number, move in sorted(clusters.items()):
            if not self.moves.alive(number):
                homes = {home.move for key in move.keys if (home := self.rows.home(key))}
                for source in sorted(homes & before - {number}):
                    came[number].append(self.moves.id(source))
                    went[source].append(self.moves.id(number))
        return came, went

    def _stored(self, move: Resolved, cids: Mapping[str, int], steps: dict[int, tuple[int, ...]]) -> Stored:
        """Its stored form: the one that was made of it before, while no claim has got another number."""
        if self._numbered != self.rows.renumbered:
            self._numbered = self.rows.renumbered
            self._forms.clear()
        held = self._forms.get(move.keys[0])
        if held is None or held[0] is not move:
            form = restored(move, *held, cids, steps) if held else None
            if form is None:
                publishers = [name for key in move.keys for name in self.rows.row(cids[key]).publishers]
                form = store_of(move, cids, publishers, steps)
            held = self._forms[move.keys[0]] = (move, form)
        return held[1]

    def _rehome(
        self,
        components: list[list[ClaimRow]],
        homes: Mapping[str, Home],
        clusters: Mapping[int, Resolved],
        position: int,
    ) -> set[int]:
        """Every claim has a home from now on; those that are not part of today's chronology one without a move.

        Answers the moves that claims have left.
        """
        left = set()
        place = {key: number for number, move in clusters.items() for key in move.keys}
        for row in (row for rows in components for row in rows):
            home = homes[row.key]
            number = place.get(row.key) or home.move
            if not number:
                number = self.moves.found(row.key, position)
            if number != home.move:
                left.add(home.move)
                homes[row.key].move = number
                homes[row.key].first = home.first or number
                self.rows.settle(row.key, homes[row.key])
        return left - {0}


def _order(move: Resolved, homes: Mapping[str, Home]) -> tuple[int, int, str]:
    return min((homes[key].born, homes[key].place, key) for key in move.keys)
