"""Versions that were known on past days, named anew: claims live elsewhere now, what they made then stays as it was."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.readmodel.known import Cluster, born, spans
from timeline.readmodel.rows import Home
from timeline.readmodel.stored import DECODER, Columns, Stored, interval_of, rank_of

__all__ = ["Kept", "kept_of", "rename"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of ``rm_known``. ``rest``: its columns from the rank on."""

    id: str
    from_day: str
    to_day: str | None
    move: int
    rest: tuple[Any, ...]
    stored: Stored


def kept_of(connection: sqlite3.Connection, moves: set[int]) -> tuple[set[int], list[Kept]]:
    """The versions of these moves and of all that became aliases of them; and the numbers of all these."""
    met, open_ = set[int](), sorted(moves)
    found = []
    while open_:
        move = open_.pop()
        if move in met:
            continue
        met.add(move)
        open_ += [number for (number,) in connection.execute("SELECT move FROM rm_id WHERE alias_of = ?", (move,))]
        for name, begin, end, number, *rest in connection.execute("SELECT * FROM rm_known WHERE move = ?", (move,)):
            found.append(Kept(name, begin, end, number, tuple(rest), DECODER.decode(rest[-1])))
    return met, found


def rename(
    connection: sqlite3.Connection, kept: Sequence[Kept], keys: Mapping[int, str], homes: Mapping[str, Home],
    names: Mapping[int, str],
) -> None:  # fmt: skip
    """Writes those that go by another id now. ``keys``: claim number → key, of the whole component; the rest as for
    ``versions``.
    """
    found = {
        (v.id, v.from_day, v.to_day, v.move, id(v.stored)) for v in spans(_days(kept, keys, homes), homes, names, {})
    }
    old = {(k.id, k.from_day, k.to_day, k.move, id(k.stored)): k for k in kept}
    contents = {id(k.stored): k for k in kept}
    connection.executemany(
        "DELETE FROM rm_known WHERE id = ? AND from_day = ?", [place[:2] for place in old.keys() - found]
    )
    connection.executemany(
        f"INSERT INTO rm_known VALUES (?,?,?,?,{'?,' * len(Columns.__struct_fields__)}?,?,?)",  # noqa: S608 - marks
        [(*place[:4], *_moved(contents[place[4]], place[3])) for place in sorted(found - old.keys(), key=_order)],
    )


def _order(place: tuple[str, str, str | None, int, int]) -> tuple[str, str]:
    return place[:2]


def _moved(kept: Kept, move: int) -> tuple[Any, ...]:
    """Its columns as a version of the move with this number."""
    return (rank_of(interval_of(kept.stored), move), *kept.rest[1:])


def _days(
    kept: Sequence[Kept], keys: Mapping[int, str], homes: Mapping[str, Home]
) -> Iterator[tuple[str, list[Cluster]]]:
    """Each day on which something changed, with the clusters that there were from then on."""
    begin: dict[str, list[Kept]] = defaultdict(list)
    end: dict[str, list[Kept]] = defaultdict(list)
    for row in kept:
        begin[row.from_day].append(row)
        if row.to_day is not None:
            end[row.to_day].append(row)
    there: dict[int, Cluster] = {}
    for day in sorted(begin.keys() | end.keys()):
        for row in end[day]:
            del there[id(row)]
        for row in begin[day]:
            there[id(row)] = (born((keys[cid] for cid in row.stored.cids), homes), row.stored)
        yield day, list(there.values())
