"""The chronology on disk: a projection of the log, in tables of its own (``rm_``) beside it.

    log.read → evolve (one event) → rows, moves, judgements → commit with the checkpoint

    with ReadModel.open("sqlite:////tmp/x.sqlite") as model:
        model.catch_up(log)
        model.digest().content

What stands in the tables is a function of the sequence of events: catching up in any number of steps, by any number of
processes, after any crash, gives the rows that a rebuild gives. Importing this folds nothing: the rules
(``timeline.project``) are imported where there is something to fold.
"""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from store.connect import connect
from store.errors import ProjectionError
from timeline.readmodel import schema

if TYPE_CHECKING:
    from store.records import Head, Recorded, VerifyReport
    from timeline.readmodel.digest import Digest
    from timeline.readmodel.fold import Fold, Folder

__all__ = ["PAGE", "Progress", "ReadModel", "Readable"]

#: events a commit
PAGE = 512
#: rows held between two commits before they are given back
HELD = 10_000
#: moves of which it is worked out in one commit what was known when
MOVES = 200

#: told how many events were folded, and how many there are
Progress = Callable[[int, int], None]


class Readable(Protocol):
    """What the read model wants of the log."""

    def read(
        self,
        after: int = 0,
        *,
        until: int | None = None,
        limit: int | None = None,
        types: tuple[str, ...] | None = None,
    ) -> Iterator[Recorded]:
        """Records with ``after < position <= until``."""

    def head(self) -> Head:
        """The last position and its hash."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles during one commit: of the many rows held none is garbage, and looking through them again and
    again takes a fifth of the time of folding.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


class ReadModel:
    """The chronology in one database. ``fold``: the rules; left out, those of ``timeline.project``."""

    def __init__(self, connection: sqlite3.Connection, *, fold: Fold | None = None, owned: bool = False) -> None:
        self.connection = connection
        self._fold = fold
        self._owned = owned
        self._folder: Folder | None = None
        self._folded_to = (-1, -1)  # which tables (``made``), and at which position, the folder's rows are of

    @classmethod
    def open(cls, url: str, *, read_only: bool = False, fold: Fold | None = None) -> Self:
        """Opens the database at this URL. Raises InputError or UsageError."""
        return cls(connect(url, read_only=read_only), fold=fold, owned=True)

    @property
    def position(self) -> int:
        """The position of the log up to which events are folded; 0 where nothing is."""
        return int(self._meta("position") or 0) if schema.exists(self.connection) else 0

    @property
    def hash(self) -> str:
        """The chain hash at that position."""
        return self._meta("hash") or "" if schema.exists(self.connection) else ""

    def behind(self, log: Readable) -> int:
        """How many events of the log are not folded yet."""
        return log.head().position - self.position

    def catch_up(self, log: Readable, *, page_size: int = PAGE, progress: Progress | None = None) -> int:
        """Folds what is new in the log; answers the position reached. Safe in several processes at once.

        Raises ProjectionError naming the position of an event that cannot be applied; what came before it is kept.
        """
        head = log.head()
        if self._settled(head.position, head.hash):
            return head.position
        self._prepare(head)
        while self.position < log.head().position:
            with _uncollected():
                self._page(log, page_size)
            if progress:
                progress(self.position, log.head().position)
        self._refresh_known()
        return self.position

    def settled(self) -> bool:
        """Whether the log in this same database is folded whole. Told without importing what reads a log, which would
        be an eighth of the start of a reader that has nothing to fold. Raises sqlite3.Error where there is no log.
        """
        position, chained = self.connection.execute("SELECT position, hash FROM log_head").fetchone()
        return position > 0 and self._settled(position, bytes(chained).hex())

    def _settled(self, position: int, chained: str) -> bool:
        """Whether nothing is left to do: the same log, the same rules, and what was known when is worked out.

        The rules are compared where they are loaded: a reader that has nothing to fold does not import them for that.
        """
        if not schema.exists(self.connection) or self.position != position:
            return False
        if self.hash != (chained if position else ""):
            return False
        if self._fold is not None and self._meta("rules") != self._fold.rules:
            return False
        return self.connection.execute("SELECT 1 FROM rm_stale LIMIT 1").fetchone() is None

    def _prepare(self, head: Head) -> None:
        """Tables of today's layout and rules; else made anew."""
        if schema.exists(self.connection) and self._meta("rules") == self.fold.rules:
            if self.position > head.position:
                raise ProjectionError(
                    f"the read model stands at @{self.position}, the log ends at @{head.position}: not its own log; "
                    "run timeline rebuild",
                    position=self.position,
                )
            return
        with self._transaction():
            if not (schema.exists(self.connection) and self._meta("rules") == self.fold.rules):
                self._start(head)

    def _start(self, head: Head) -> None:
        """Empty tables. Payloads that were erased up to this head are never seen by what is folded from here on."""
        made = self._made()
        schema.create(self.connection)
        self._set("made", str(made + 1))
        self._set("rules", self.fold.rules)
        self._set("made_at", str(head.position))
        self._folder, self._folded_to = None, (-1, -1)

    def _page(self, log: Readable, page_size: int) -> None:
        """One commit: the next events, their rows, the checkpoint."""
        from timeline.readmodel.evolve import READ, evolve  # noqa: PLC0415 - wanted where there is something to fold

        with self._transaction():
            start = self.position  # under the lock: another process may have folded on
            head = log.head()
            folder = self._folder_at(start)
            records = list(log.read(start, until=head.position, limit=page_size))
            if any(r.type == "PayloadErased" and r.position > int(self._meta("made_at") or 0) for r in records):
                self.connection.execute("PRAGMA secure_delete=ON")  # not in the freed pages either
                self._start(head)  # what was erased is to be found nowhere: folded anew without it
                return
            for recorded in records:
                if recorded.type in READ:
                    evolve(folder, recorded)
            if records:
                folder.flush()
                self._set("position", str(records[-1].position))
                self._set("hash", records[-1].hash)
                self._set("at", records[-1].recorded_at)
                self._folded_to = (self._made(), records[-1].position)

    def _folder_at(self, position: int) -> Folder:
        """The rows held are used again while nobody else has written, and while they are not too many."""
        from timeline.readmodel.fold import Folder  # noqa: PLC0415 - wanted where there is something to fold

        if self._folder is None or self._folded_to != (self._made(), position) or self._folder.size() > HELD:
            if self._folder is not None:
                self._folder = None
                if self.fold.forget:
                    self.fold.forget()
                gc.collect()  # rows that were held know of each other
            self._folder = Folder(self.connection, self.fold)
        self._folded_to = (-1, -1)  # until the commit
        return self._folder

    def _refresh_known(self) -> None:
        """Works out what was known when, for the moves that changed; some hundred of them a commit."""
        from timeline.readmodel.refresh import refresh  # noqa: PLC0415 - wanted where there is something to fold

        wanted = "SELECT move FROM rm_stale ORDER BY move LIMIT ?"
        while self.connection.execute(wanted, (1,)).fetchone():
            with _uncollected(), self._transaction():
                rows = self.connection.execute(wanted, (MOVES,)).fetchall()
                folder = self._folder_at(self.position)
                refresh(folder, self.connection, [move for (move,) in rows])
                self._folded_to = (self._made(), self.position)

    @property
    def fold(self) -> Fold:
        """The rules that are folded with."""
        if self._fold is None:
            from timeline.readmodel.rules import today  # noqa: PLC0415 - the rules are imported where they are wanted

            self._fold = today()
        return self._fold

    def digest(self) -> Digest:
        """The digests of what stands in the tables."""
        from timeline.readmodel.digest import digest  # noqa: PLC0415 - wanted by few commands

        return digest(self.connection)

    def rebuild(self, log: Readable, *, progress: Progress | None = None) -> int:
        """Folds the whole log beside this model and swaps; answers the position. Readers see the old one until then."""
        from timeline.readmodel.beside import rebuild  # noqa: PLC0415 - wanted by one command

        rebuild(self, log, progress)
        return self.catch_up(log)

    def verify(self, log: Readable, *, progress: Progress | None = None) -> VerifyReport:
        """Catches up and checks that every row is that of a fresh fold of the log."""
        from timeline.readmodel.beside import verify  # noqa: PLC0415 - wanted by one command

        return verify(self, log, progress)

    def replace(self, put: Callable[[sqlite3.Connection], None]) -> None:
        """Puts other tables in the place of these, in one commit."""
        with self._transaction():
            made = self._made()
            put(self.connection)
            self._set("made", str(made + 1))
        self._folder, self._folded_to = None, (-1, -1)

    def _made(self) -> int:
        """How often these tables were made anew; what was held of the earlier ones is no longer theirs."""
        return int(self._meta("made") or 0) if schema.exists(self.connection) else 0

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One commit under the write lock; inside another, part of that."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.execute("ROLLBACK")
            self._folder, self._folded_to = None, (-1, -1)
            raise
        self.connection.execute("COMMIT")

    def _meta(self, key: str) -> str | None:
        row = self.connection.execute("SELECT value FROM rm_meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _set(self, key: str, value: str) -> None:
        self.connection.execute("INSERT OR REPLACE INTO rm_meta VALUES (?, ?)", (key, value))

    def close(self) -> None:
        """Gives the connection back, if it was opened here."""
        if self._owned:
            self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
