"""The moves of today and their history, read when wanted and written back with the commit.

Current rows, tags, counts and full text are written once a commit for each move that changed in it; the history
(``rm_revision``) has one row for each event that changed a move.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from timeline.project.once import once
from timeline.readmodel.changes import Cause, Change
from timeline.readmodel.counted import Counted, count
from timeline.readmodel.found import NAMED, facets_of, tags_of, words_of
from timeline.readmodel.identity import name_of
from timeline.readmodel.rows import Rows
from timeline.readmodel.stored import DECODER, ENCODER, Columns, Stored

__all__ = ["Live", "Moves", "version_row"]

_CHANGE = msgspec.json.Encoder(order="deterministic")
_WIDTH = len(Columns.__struct_fields__)


@dataclass(slots=True)
class Live:
    """The latest revision of a move; ``stored`` is None while it is merged away or withdrawn."""

    stored: Stored | None
    revision: int
    position: int
    at: str
    first_position: int
    first_at: str


@dataclass(slots=True)
class Moves:
    """Numbers, ids, latest revisions; and what is to be written."""

    connection: sqlite3.Connection
    rows: Rows
    _live: dict[int, Live | None] = field(default_factory=dict)
    _ids: dict[int, str] = field(default_factory=dict)
    _new_ids: dict[int, tuple[str, int]] = field(default_factory=dict)
    _aliases: dict[int, int | None] = field(default_factory=dict)
    _shown: dict[int, Stored | None] = field(default_factory=dict)  # what the current tables have for it
    _history: list[tuple[int, int, int, str, Change, Stored | None]] = field(default_factory=list)
    _closed: dict[tuple[int, int], int] = field(default_factory=dict)
    _made: dict[int, tuple[Stored, tuple[object, ...]]] = field(default_factory=dict)  # id() of a version → its columns
    _next: int = 0

    def live(self, move: int) -> Live | None:
        """The latest revision of a move, or None if it never had one."""
        if move not in self._live:
            row = self.connection.execute(
                "SELECT r.body, r.revision, r.from_position, r.at, f.from_position, f.at FROM rm_revision r "
                "JOIN rm_revision f ON f.move = r.move AND f.revision = 1 WHERE r.move = ? AND r.to_position IS NULL",
                (move,),
            ).fetchone()
            stored = DECODER.decode(row[0]) if row and row[0] else None
            self._live[move] = Live(stored, *row[1:]) if row else None
        return self._live[move]

    def alive(self, move: int) -> bool:
        """Whether the number is a move now."""
        found = self.live(move)
        return found is not None and found.stored is not None

    def found(self, founder: str, position: int) -> int:
        """A number for a new move, and its id."""
        if not self._next:
            self._next = self.connection.execute("SELECT coalesce(max(move), 0) + 1 FROM rm_id").fetchone()[0]
        move, self._next = self._next, self._next + 1
        self._ids[move] = name_of(founder, self._taken)
        self._new_ids[move] = (self._ids[move], position)
        return move

    def _taken(self, name: str) -> bool:
        if any(name == new for new, _ in self._new_ids.values()):
            return True
        return self.connection.execute("SELECT 1 FROM rm_id WHERE id = ?", (name,)).fetchone() is not None

    def id(self, move: int) -> str:
        """The id of a number."""
        if move not in self._ids:
            self._ids[move] = self.connection.execute("SELECT id FROM rm_id WHERE move = ?", (move,)).fetchone()[0]
        return self._ids[move]

    def find(self, name: str) -> int | None:
        """The number of the move that goes by this id now, through its aliases; None for an id never given."""
        move = next((number for number, (new, _) in self._new_ids.items() if new == name), None)
        if move is None:
            row = self.connection.execute("SELECT move FROM rm_id WHERE id = ?", (name,)).fetchone()
            move = row[0] if row else None
        while move is not None and (into := self._alias_of(move)) is not None:
            move = into
        return move

    def akin(self, move: int) -> list[int]:
        """The number that this one leads to now, and those that lead to this one; everything has been written."""
        rows = self.connection.execute(
            """SELECT alias_of FROM rm_id WHERE move = :move AND alias_of IS NOT NULL
            UNION SELECT move FROM rm_id WHERE alias_of = :move""",
            {"move": move},
        )
        return [number for (number,) in rows]

    def _alias_of(self, move: int) -> int | None:
        if move not in self._aliases:
            row = self.connection.execute("SELECT alias_of FROM rm_id WHERE move = ?", (move,)).fetchone()
            return row[0] if row else None
        return self._aliases[move]

    def alias(self, move: int, into: int | None) -> bool:
        """The move was merged into another, or is itself again. Answers whether that is new."""
        if self._alias_of(move) == into:
            return False
        self._aliases[move] = into
        return True

    def revise(self, move: int, after: Stored | None, change: Change, cause: Cause) -> None:
        """A move has a new revision from this event on."""
        before = self.live(move)
        self._shown.setdefault(move, before.stored if before else None)
        if before:
            self._closed[move, before.revision] = cause.position
        number = before.revision + 1 if before else 1
        first = (before.first_position, before.first_at) if before else (cause.position, cause.at)
        self._live[move] = Live(after, number, cause.position, cause.at, *first)
        self._history.append((move, number, cause.position, cause.at, change, after))

    def size(self) -> int:
        """How many moves are held."""
        return len(self._live)

    def flush(self) -> None:
        """Writes back what has changed."""
        many = self.connection.executemany
        many(
            "INSERT INTO rm_id VALUES (?, ?, ?, NULL)",
            [(move, name, born) for move, (name, born) in self._new_ids.items()],
        )
        many("UPDATE rm_id SET alias_of = ? WHERE move = ?", [(into, m) for m, into in sorted(self._aliases.items())])
        inside = {(move, number) for move, number, *_ in self._history}
        many(
            f"INSERT INTO rm_revision VALUES (?,?,?,?,?,?,{'?,' * _WIDTH}?,?,?)",  # noqa: S608 - marks
            [self._history_row(*entry) for entry in self._history],
        )
        many(
            "UPDATE rm_revision SET to_position = ? WHERE move = ? AND revision = ?",
            [(to, *key) for key, to in self._closed.items() if key not in inside],
        )
        self._flush_current()
        for pending in (self._new_ids, self._aliases, self._history, self._closed, self._shown):
            pending.clear()

    def _history_row(
        self, move: int, number: int, position: int, at: str, change: Change, after: Stored | None
    ) -> tuple[object, ...]:
        to = self._closed.get((move, number))
        head = (move, number, position, to, at, _CHANGE.encode(change))
        if after is None:
            into = f"into:{change.ids[-1]}" if "merged" in change.kinds else ""  # what its id leads to
            return (*head, 0, None, None, "", "", "", 0, 0, 0, into, "", None)
        return (*head, *self.version_row(after, move))

    def version_row(self, stored: Stored, move: int) -> tuple[object, ...]:
        """The columns, tags, words and body of a version, made once a commit."""
        held = self._made.get(id(stored))
        if held is None:
            held = self._made[id(stored)] = (stored, version_row(stored, move, self.rows))
        return held[1]

    def written(self) -> None:
        """All that was to be written of versions has been."""
        self._made.clear()

    def _flush_current(self) -> None:
        gone, come = [], []
        for move, before in sorted(self._shown.items()):
            live = self._live[move]
            if before is not None:
                gone.append((move, before))
            if live is not None and live.stored is not None:
                come.append((move, live, live.stored))
        ranks = [(Columns.of(stored, move).rank, stored) for move, stored in gone]
        many = self.connection.executemany
        many("DELETE FROM rm_move WHERE rank = ?", [(rank,) for rank, _ in ranks])
        many("DELETE FROM rm_fts WHERE rowid = ?", [(rank,) for rank, _ in ranks])
        many(
            "DELETE FROM rm_tag WHERE kind = ? AND value = ? AND rank = ?",
            [(*tag, rank) for rank, stored in ranks for tag in tags_of(stored)],
        )
        new = [(Columns.of(stored, move), move, live, stored) for move, live, stored in come]
        marks = "?," * _WIDTH + "?,?,?,?,?,?,?"
        many(f"INSERT INTO rm_move VALUES ({marks})", [_current_row(*entry) for entry in new])  # noqa: S608 - marks
        many("INSERT INTO rm_fts (rowid, words) VALUES (?, ?)",
             [(columns.rank, " ".join(words_of(stored, self.rows))) for columns, _, _, stored in new])  # fmt: skip
        many("INSERT INTO rm_tag VALUES (?,?,?)",
             [(*tag, columns.rank) for columns, _, _, stored in new for tag in tags_of(stored)])  # fmt: skip
        count(self.connection, self._counted(stored for _, stored in gone), self._counted(stored for *_, stored in new))

    def _counted(self, versions: Iterable[Stored]) -> list[Counted]:
        return [(stored, words_of(stored, self.rows)) for stored in versions]


def _current_row(columns: Columns, move: int, live: Live, _: Stored) -> tuple[object, ...]:
    place = (move, live.revision, live.position, live.at, live.first_position, live.first_at)
    return (*columns.row(), columns.days, *place)


def version_row(stored: Stored, move: int, rows: Rows) -> tuple[object, ...]:
    """The columns, tags, words and body of a version, as SQL values."""
    words = " " + " ".join(words_of(stored, rows)) + " "  # so that ' llam' finds what begins so
    return (*Columns.of(stored, move).row(), _told(stored), words, ENCODER.encode(stored))


@once
def _told(stored: Stored) -> str:
    """The tags of a version in lines: with ':' to be found by, with '=' to be counted and shown by."""
    found = [f"{kind}:{value}" for kind, value in tags_of(stored)]
    shown = [f"{kind}={' '.join(value.split())}" for kind, value in facets_of(stored) if kind in NAMED]
    return "\n" + "".join(f"{tag}\n" for tag in (*found, *shown))
