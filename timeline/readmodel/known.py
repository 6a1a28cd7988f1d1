"""What was publicly known when: for each move the days from which and up to which a version of it held.

A claim is known from the day its post was published; one that a later revision of the post no longer makes, up to the
day of that revision. The versions of a component are those of folding, day by day, the claims known then: a function of
the claims as they stand, not of the order in which they came. Worked out once the log is read to its end.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.project.model import Resolved
from timeline.readmodel.fold import Folder
from timeline.readmodel.moves import version_row
from timeline.readmodel.rows import ClaimRow, Home
from timeline.readmodel.stored import Columns, Stored, store_of

__all__ = ["Version", "refresh", "versions"]


@dataclass(frozen=True, slots=True)
class Version:
    """A move as it was publicly known from a day on, up to a day (None: today)."""

    id: str
    move: int
    from_day: str
    to_day: str | None
    stored: Stored


def refresh(folder: Folder, connection: sqlite3.Connection, moves: Iterable[int]) -> None:
    """Works out again what was known when of these moves, and of those that share a component with them.

    Everything that the folder held has been written; the caller commits.
    """
    met, components = _closure(folder, moves)
    apart = [{home.move for row in rows if (home := folder.rows.home(row.key))} for rows in components]
    sinces = _sinces(connection, met, apart)
    components = _sharing(components, apart)
    homes = [{row.key: home for row in rows if (home := folder.rows.home(row.key))} for rows in components]
    earlier: dict[str, str] = {}
    for move in sorted(met):
        earlier |= _taken_off(connection, move, sinces.get(move, ""))
    for rows, part in zip(components, homes, strict=True):
        since = min((sinces[home.move] for home in part.values()), default="")
        names = {number: folder.moves.id(number) for home in part.values() for number in (home.move, home.first)}
        connection.executemany(
            f"INSERT INTO rm_known VALUES (?,?,?,?,{'?,' * len(Columns.__struct_fields__)}?,?,?)",  # noqa: S608 - marks
            [
                (v.id, v.from_day, v.to_day, v.move, *version_row(v.stored, v.move, folder.rows))
                for v in versions(folder, rows, part, names, since, earlier)
            ],
        )
    connection.executemany("DELETE FROM rm_stale WHERE move = ?", [(move,) for move in sorted(met)])
    folder.onward.settled(met)


def _sharing(components: Sequence[list[ClaimRow]], moves: Sequence[set[int]]) -> list[list[ClaimRow]]:
    """The components, those that share a move as one: on a day on which both stood apart, one of them has its id."""
    joined: list[tuple[set[int], list[ClaimRow]]] = []
    for rows, own in zip(components, moves, strict=True):
        met = [pair for pair in joined if not own.isdisjoint(pair[0])]
        joined = [pair for pair in joined if own.isdisjoint(pair[0])]
        joined.append((own.union(*(m for m, _ in met)), [row for _, more in met for row in more] + rows))
    return [rows for _, rows in joined]


def _sinces(connection: sqlite3.Connection, met: Iterable[int], parts: Sequence[set[int]]) -> dict[int, str]:
    """Move → the day from which on it is worked out again: the earliest of its component; "" where it is of several."""
    asked = "SELECT since FROM rm_stale WHERE move = ?"
    stale = {move: row[0] for move in met if (row := connection.execute(asked, (move,)).fetchone())}
    often = Counter(move for part in parts for move in part)
    answer = {}
    for part in parts:
        whole = any(often[move] > 1 for move in part)
        since = "" if whole else min((stale[move] for move in part if move in stale), default="")
        answer.update(dict.fromkeys(part, since))
    return answer


def _taken_off(connection: sqlite3.Connection, move: int, since: str) -> dict[str, str]:
    """Takes off the versions that held on this day or later. Answers from which day on those held that stood before it:
    id → day.
    """
    held = "FROM rm_known WHERE move = ? AND (to_day IS NULL OR to_day >= ?)"
    earlier = dict(connection.execute(f"SELECT id, from_day {held} AND from_day < ?", (move, since, since)))
    connection.execute(f"DELETE {held}", (move, since))
    return earlier


def _closure(folder: Folder, moves: Iterable[int]) -> tuple[set[int], list[list[ClaimRow]]]:
    """The moves that share a component with these, and the components."""
    open_, components = sorted(moves), list[list[ClaimRow]]()
    met, seen = set[int](), set[int]()
    while open_:
        move = open_.pop()
        if move in met:
            continue
        met.add(move)
        for row in folder.rows.of_move(move):
            if row.cid not in seen:
                for rows in folder.rows.components(row.blocks):
                    seen.update(other.cid for other in rows)
                    components.append(rows)
                    open_.extend(home.move for other in rows if (home := folder.rows.home(other.key)))
    return met, components


def versions(
    folder: Folder, rows: Sequence[ClaimRow], homes: Mapping[str, Home], names: Mapping[int, str], since: str = "",
    earlier: Mapping[str, str] | None = None,
) -> list[Version]:  # fmt: skip
    """The versions of the moves of one component that held on the day ``since`` or later, by id and day.

    ``names``: number → id of the moves claims live in; ``earlier``: id → the day from which on those held that stood
    before that day.
    """
    days = _Days(folder, forms={} if len({row.key for row in rows}) == len(rows) else None)
    begin, end = defaultdict(list), defaultdict(list)
    for row in rows:
        if row.known_to is None or row.known_from < row.known_to:
            begin[row.known_from].append(row)
            if row.known_to is not None:
                end[row.known_to].append(row)
    before = [row for day, came in begin.items() if day < since for row in came]
    days.step([], [row for row in before if row.known_to is None or row.known_to >= since])
    open_ = {name: ((earlier or {})[name], *now) for name, now in days.named(homes, names).items()}
    found = []
    for day in sorted(day for day in begin.keys() | end.keys() if day >= since):
        days.step(end[day], begin[day])
        now = days.named(homes, names)
        for name in sorted(open_.keys() | now.keys()):
            was, after = open_.get(name), now.get(name)
            if was and (after is None or was[1:] != after):
                found.append(Version(name, was[1], was[0], day, was[2]))
                del open_[name]
            if after and name not in open_:
                open_[name] = (day, *after)
    found += [Version(name, move, day, None, stored) for name, (day, move, stored) in sorted(open_.items())]
    return found


@dataclass(slots=True)
class _Days:
    """The claims known on one day after another, and the clusters they make. Only what a day touches is resolved."""

    folder: Folder
    blocks: dict[str, dict[int, ClaimRow]] = field(default_factory=lambda: defaultdict(dict))
    clusters: list[tuple[Resolved, Stored]] = field(default_factory=list)
    forms: dict[str, tuple[Resolved, Stored]] | None = None  # of moves as they were; None where a name has two wordings

    def step(self, end: Sequence[ClaimRow], begin: Sequence[ClaimRow]) -> None:
        """On to the next day on which something begins or ends to be known."""
        for row in end:
            for block in row.blocks:
                self.blocks[block].pop(row.cid, None)
        for row in begin:
            for block in row.blocks:
                self.blocks[block][row.cid] = row
        touched = {row.key for row in (*end, *begin)}
        seeds = {block for row in (*end, *begin) for block in row.blocks}
        resolved = []
        while seeds:
            rows, met = self._component(seeds.pop())
            seeds -= met
            touched.update(row.key for row in rows)
            if rows:
                resolved.extend(self._resolve(rows))
        self.clusters = [pair for pair in self.clusters if touched.isdisjoint(pair[0].keys)] + resolved

    def _component(self, seed: str) -> tuple[list[ClaimRow], set[str]]:
        found: dict[int, ClaimRow] = {}
        met, open_ = {seed}, [seed]
        while open_:
            for cid, row in self.blocks[open_.pop()].items():
                if cid not in found:
                    found[cid] = row
                    more = set(row.blocks) - met
                    met |= more
                    open_.extend(more)
        return [found[cid] for cid in sorted(found)], met

    def _resolve(self, rows: Sequence[ClaimRow]) -> list[tuple[Resolved, Stored]]:
        by_key = {row.key: row for row in rows}
        cids = {key: row.cid for key, row in by_key.items()}
        moves = self.folder.resolve([row.record for row in rows])
        steps: dict[int, tuple[int, ...]] = {}
        return [(move, self._form(move, cids, by_key, steps)) for move in moves]

    def _form(
        self, move: Resolved, cids: Mapping[str, int], by_key: Mapping[str, ClaimRow], steps: dict[int, tuple[int, ...]]
    ) -> Stored:
        held = self.forms.get(move.keys[0]) if self.forms else None
        if held and held[0] is move:
            return held[1]
        stored = store_of(move, cids, [name for key in move.keys for name in by_key[key].publishers], steps)
        if self.forms is not None:
            self.forms[move.keys[0]] = (move, stored)
        return stored

    def named(self, homes: Mapping[str, Home], names: Mapping[int, str]) -> dict[str, tuple[int, Stored]]:
        """Id → (number, version). A cluster goes by the id of the move that its earliest claim belongs to today; where
        several would, by the one it had before they met, or by one of its own that leads to today's.
        """
        taken: dict[str, tuple[int, Stored]] = {}
        order = [
            (sorted(move.keys, key=lambda key: (homes[key].born, homes[key].place, key)), stored)
            for move, stored in self.clusters
        ]
        order.sort(key=lambda pair: (homes[pair[0][0]].born, homes[pair[0][0]].place, pair[0][0]))
        for keys, stored in order:
            number = homes[keys[0]].move
            wanted = [names[homes[key].move] for key in keys] + [names[homes[key].first] for key in keys]
            name = next((w for w in wanted if w not in taken), None) or _own(keys[0])
            taken[name] = (number, stored)
        return taken


def _own(key: str) -> str:
    return "k" + hashlib.sha256(key.encode()).hexdigest()[:9]
