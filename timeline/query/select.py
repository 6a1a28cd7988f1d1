"""A query as SQL: where versions of moves are looked for, which of them match, and in what order.

As it stands: ``rm_move``, driven by the full text or by a single name where there is one, so that rows come in order of
rank and nothing is sorted. At a position: the history, ``rm_revision``. On a day: ``rm_known``. The three have the same
columns; names and words of old versions are looked for in the row itself. Never OFFSET.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, date, timedelta
from typing import Any

from store.clock import rfc3339
from store.errors import UsageError
from timeline.period import Period
from timeline.query.kept import by_columns, cells, held
from timeline.query.model import Query
from timeline.query.moment import Moment, ensure, moment_of
from timeline.readmodel.stored import fold_words, is_whole

__all__ = ["FLOOR", "Selection", "any_rejected", "day_rank", "days_of", "select"]

#: ranks below are of moves without a date
FLOOR = 1 << 41


class Selection:
    """``SELECT … FROM {tables} WHERE {where}`` with ``values``; ``rank``: the expression that is read in order."""

    def __init__(self, moment: Moment, tables: str, rank: str = "v.rank") -> None:
        self.moment = moment
        self.tables = tables
        self.rank = rank
        self.conditions: list[str] = []
        self.values: list[Any] = []

    def add(self, condition: str, *values: Any) -> None:
        """One more condition."""
        self.conditions.append(condition)
        self.values.extend(values)

    @property
    def where(self) -> str:
        """All conditions."""
        return " AND ".join(self.conditions) or "1"

    def count(self, connection: sqlite3.Connection) -> int:
        """How many versions match."""
        tables = self.tables if "v." in self.where else self.tables.partition(" CROSS JOIN ")[0]
        sql = f"SELECT count(*) FROM {tables} WHERE {self.where}"  # noqa: S608 - parts are constants
        return int(connection.execute(sql, self.values).fetchone()[0])


def select(connection: sqlite3.Connection, query: Query, *, period: bool = True, dispute: str = "") -> Selection:
    """The selection of a query. ``period``: with since, until and within; ``dispute``: only moves that one of this
    severity is open in. Raises UsageError.
    """
    ensure(connection)
    moment = moment_of(query.as_of)
    words = fold_words(query.words)
    if query.words.strip() and not words:
        raise UsageError(f"{query.words!r} has no word to look for", words=query.words)
    names = {"actor": query.actors, "object": query.objects, "source": query.sources}
    tags = {"dispute": [dispute]} if dispute else {}
    tags |= {kind: _folded(kind, given) for kind, given in names.items() if given}
    selection = _standing(connection, query, words, tags) if moment == Moment() else _earlier(moment, words, tags)
    _columns(query, selection)
    if not query.rejected and (selection.moment != Moment() or any_rejected(connection)):
        selection.add("v.rejected = 0")
    if period:
        _happened(connection, query, selection)
    if query.recorded_since:
        _recorded(query.recorded_since, selection)
    return selection


def any_rejected(connection: sqlite3.Connection) -> bool:
    """Mostly there is none, and what is found by words alone can then be counted without a look at the moves."""
    return connection.execute("SELECT 1 FROM rm_move WHERE rejected = 1 LIMIT 1").fetchone() is not None


def _columns(query: Query, selection: Selection) -> None:
    for column, given in (("type", query.types), ("status", query.statuses), ("grade", query.grades)):
        if given:
            selection.add(f"v.{column} IN ({_marks(given)})", *given)
    if query.disputed:
        selection.add("v.disputed = 1")
    if query.min_lineages:
        selection.add("v.lineages >= ?", query.min_lineages)


def _marks(given: Sequence[str]) -> str:
    return ",".join("?" * len(given))


def _folded(kind: str, names: Sequence[str]) -> list[str]:
    folded = [" ".join(fold_words(name)) for name in names]
    if "" in folded:
        raise UsageError(f"{names[folded.index('')]!r} is no {kind}")
    return folded


def _standing(
    connection: sqlite3.Connection, query: Query, words: Sequence[str], tags: dict[str, list[str]]
) -> Selection:
    driver = None if words else _rarest(connection, query, tags)
    if words:
        selection = Selection(Moment(), "rm_fts f CROSS JOIN rm_move v ON v.rank = f.rowid", "f.rowid")
        selection.add("f.rm_fts MATCH ?", " ".join(f'"{word}"{"" if is_whole(word) else "*"}' for word in words))
    elif driver:
        selection = Selection(Moment(), "rm_tag t CROSS JOIN rm_move v ON v.rank = t.rank", "t.rank")
        selection.add("t.kind = ? AND t.value = ?", driver, tags[driver][0])
    else:
        selection = Selection(Moment(), "rm_move v")
    for kind, values in tags.items():
        if kind != driver:
            selection.add(
                f"EXISTS (SELECT 1 FROM rm_tag o WHERE o.kind = ? AND o.rank = {selection.rank} "  # noqa: S608 - marks
                f"AND o.value IN ({_marks(values)}))",
                kind, *values,
            )  # fmt: skip
    return selection


def _rarest(connection: sqlite3.Connection, query: Query, tags: dict[str, list[str]]) -> str | None:
    """The kind of the one tag that fewest moves have; None where fewer are as their columns are to be."""
    single = {held(connection, kind, values[0]): kind for kind, values in tags.items() if len(values) == 1}
    fewest = min(single, default=0)
    columns = query.types or query.statuses or query.grades or query.disputed or query.min_lineages
    if single and columns and by_columns(query) and cells(connection, query) < fewest:
        return None
    return single.get(fewest)


def _earlier(moment: Moment, words: Sequence[str], tags: dict[str, list[str]]) -> Selection:
    if moment.position is not None:
        selection = Selection(moment, "rm_revision v")
        selection.add("v.from_position <= ? AND (v.to_position IS NULL OR v.to_position > ?)", *[moment.position] * 2)
        selection.add("v.body IS NOT NULL")
    else:
        selection = Selection(moment, "rm_known v")
        selection.add("v.from_day <= ? AND (v.to_day IS NULL OR v.to_day > ?)", *[moment.day] * 2)
    for word in words:
        selection.add("instr(v.words, ?)", f" {word} " if is_whole(word) else f" {word}")
    for kind, values in tags.items():
        any_of = " OR ".join("instr(v.tags, ?)" for _ in values)
        selection.add(f"({any_of})", *(f"\n{kind}:{value}\n" for value in values))
    return selection


def day_rank(day: date) -> int:
    """The rank below that of every move that began on this day or later, and above that of all that began before."""
    return day.toordinal() << 41


def days_of(query: Query) -> tuple[date | None, date | None]:
    """The first and the last day of the range that a query asks for; None where it is open. Raises UsageError."""
    for name, period in (("since", query.since), ("until", query.until), ("in", query.within)):
        if period and period.position is not None:
            raise UsageError(f"{period.text} is a position of the log: use it with as-of or recorded-since, not {name}")
    firsts = [p.first_day for p in (query.since, query.within) if p and p.first_day]
    lasts = [p.last_day for p in (query.until, query.within) if p and p.last_day]
    return max(firsts, default=None), min(lasts, default=None)


def _happened(connection: sqlite3.Connection, query: Query, selection: Selection) -> None:
    """The days of the move have one in common with the range. A move without a date is in no range."""
    first, last = days_of(query)
    if first:
        selection.add("v.hi >= ?", first.isoformat())
        if selection.moment == Moment():
            longest = connection.execute("SELECT max(days) FROM rm_move").fetchone()[0] or 0
            selection.add(f"{selection.rank} >= ?", day_rank(first - timedelta(min(longest, first.toordinal() - 1))))
    if last:
        selection.add(f"{selection.rank} >= ? AND {selection.rank} < ?", FLOOR, (last.toordinal() + 1) << 41)


def _recorded(period: Period, selection: Selection) -> None:
    value: int | str
    if period.position is not None:
        column, operator, value = "position", ">", period.position
    elif period.start:
        column, operator, value = "at", ">=", rfc3339(period.start.astimezone(UTC))
    else:
        raise UsageError(f"recorded-since wants a start, and {period.text} has none")
    if selection.moment.day is not None:
        # the day's versions have no position of their own: when the move as it stands was recorded
        selection.add(f"v.move IN (SELECT move FROM rm_move WHERE {column} {operator} ?)", value)  # noqa: S608
        return
    own = "from_position" if selection.moment.position is not None and column == "position" else column
    selection.add(f"v.{own} {operator} ?", value)
