"""What was known when is worked out again where following it with each event was not enough.

From a day on, of claims that came late, went, or were judged (``known.py``); by their names alone where all that has
changed is where claims live (``renamed.py``).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from timeline.readmodel.fold import Folder
from timeline.readmodel.known import versions
from timeline.readmodel.moves import version_row
from timeline.readmodel.onward import NAMES
from timeline.readmodel.renamed import Kept, kept_of, rename
from timeline.readmodel.rows import ClaimRow
from timeline.readmodel.stored import Columns

__all__ = ["refresh"]


def refresh(folder: Folder, connection: sqlite3.Connection, moves: Iterable[int]) -> None:
    """Works out again what was known when of these moves, and of those that share a component with them.

    Everything that the folder held has been written; the caller commits.
    """
    met, components = _closure(folder, moves)
    apart = [{home.move for row in rows if (home := folder.rows.home(row.key))} for rows in components]
    sinces = _sinces(connection, met, apart)
    components = _sharing(components, apart)
    homes = [{row.key: home for row in rows if (home := folder.rows.home(row.key))} for rows in components]
    renamed = [_renamed(connection, rows, {h.move for h in part.values()}, sinces)
               for rows, part in zip(components, homes, strict=True)]  # fmt: skip
    known = {move for moves, _ in renamed for move in moves}
    earlier: dict[str, str] = {}
    for move in sorted(met - known):
        earlier |= _taken_off(connection, move, sinces.get(move, ""))
    for rows, part, (_, kept) in zip(components, homes, renamed, strict=True):
        since = min((sinces[home.move] for home in part.values()), default="")
        names = {number: folder.moves.id(number) for home in part.values() for number in (home.move, home.first)}
        if kept:
            rename(connection, kept, {row.cid: row.key for row in rows}, part, names)
            continue
        connection.executemany(
            f"INSERT INTO rm_known VALUES (?,?,?,?,{'?,' * len(Columns.__struct_fields__)}?,?,?)",  # noqa: S608 - marks
            [
                (v.id, v.from_day, v.to_day, v.move, *version_row(v.stored, v.move, folder.rows))
                for v in versions(folder, rows, part, names, since, earlier)
            ],
        )
    connection.executemany("DELETE FROM rm_stale WHERE move = ?", [(move,) for move in sorted(met | known)])
    folder.onward.settled(met | known)


def _renamed(
    connection: sqlite3.Connection, rows: Sequence[ClaimRow], moves: set[int], sinces: dict[int, str]
) -> tuple[set[int], list[Kept]]:
    """The versions of a component that have to be named again only, and the moves they are of; none where it takes more
    than that, of which the moves' days then say so.
    """
    if not moves or any(sinces[move] != NAMES for move in moves):
        return set(), []
    whole, kept = kept_of(connection, moves)
    if kept and {row.cid for row in rows}.issuperset(cid for row in kept for cid in row.stored.cids):
        return whole, kept
    sinces.update(dict.fromkeys(moves, ""))
    return set(), []


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
        wanted = {stale[move] for move in part if move in stale}
        since = "" if whole or (NAMES in wanted and len(wanted) > 1) else min(wanted, default="")
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
    """The moves that share a component with these, those that became aliases of them, and the components."""
    open_, components = sorted(moves), list[list[ClaimRow]]()
    met, seen = set[int](), set[int]()
    while open_:
        move = open_.pop()
        if move in met:
            continue
        met.add(move)
        open_ += folder.moves.akin(move)  # what they were known as may still stand under their numbers
        for row in folder.rows.of_move(move):
            if row.cid not in seen:
                for rows in folder.rows.components(row.blocks):
                    seen.update(other.cid for other in rows)
                    components.append(rows)
                    open_.extend(home.move for other in rows if (home := folder.rows.home(other.key)))
    return met, components
