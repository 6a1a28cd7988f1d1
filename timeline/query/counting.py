"""How many moves a query has, exactly, without a look at each of them.

A selection by columns is a sum of the cells that are kept: over a range the whole months, then the days at both ends,
then the moves that began before it and reach into it, which the index of lengths finds. One tag or one word has a count
of its own. What else tags and words find is counted along their index, where a range asks nothing of the moves but of
those that began before it.
"""

from __future__ import annotations

import sqlite3
from datetime import date

from msgspec.structs import replace

from timeline.query.kept import by_columns, cells, held
from timeline.query.model import Query
from timeline.query.moment import Moment, moment_of
from timeline.query.select import Selection, any_rejected, day_rank, days_of, select
from timeline.readmodel.stored import fold_words

__all__ = ["matched"]

#: the day after the last that there is
_END = date.max.toordinal() + 1

# the lengths that moves have, each looked up after the one before; then, of each, those that reach into the range
_REACHING = """WITH RECURSIVE length (days) AS (
        SELECT min(days) FROM rm_move WHERE days > 1
        UNION ALL SELECT (SELECT min(m.days) FROM rm_move m WHERE m.days > length.days) FROM length
        WHERE length.days IS NOT NULL)
    SELECT count(*) FROM length CROSS JOIN rm_move v INDEXED BY rm_move_days
    ON v.days = length.days AND v.rank >= (? - length.days + 1) << 41 AND v.rank < ? << 41 WHERE """


def matched(connection: sqlite3.Connection, query: Query) -> int:
    """How many moves match, whatever the page. Raises UsageError as ``select`` does."""
    if moment_of(query.as_of) != Moment() or query.recorded_since or not by_columns(query):
        return select(connection, query).count(connection)
    if query.words or query.actors or query.objects or query.sources:
        number = _found(connection, replace(query, rejected=True))
        return number if query.rejected else number - _rejected(connection, query)
    number = _standing(connection, replace(query, rejected=False))
    return number + _rejected(connection, query) if query.rejected else number


def _rejected(connection: sqlite3.Connection, query: Query) -> int:
    """Of those that match, those that people took out: few, and looked at one by one."""
    if not any_rejected(connection):
        return 0
    selection = select(connection, replace(query, rejected=True))
    selection.add("v.rejected = 1")
    driver, joined, _ = selection.tables.partition(" CROSS JOIN ")
    selection.tables = "rm_move v INDEXED BY rm_move_rejected"
    if joined:
        selection.tables += f" CROSS JOIN {driver}"
        selection.add(f"{selection.rank} = v.rank")
    return selection.count(connection)


def _standing(connection: sqlite3.Connection, query: Query) -> int:
    """Those that match by their columns and their days, and are not rejected."""
    first, last = days_of(query)
    if first is None and last is None:
        return cells(connection, query)
    start, end = first.toordinal() if first else 1, last.toordinal() + 1 if last else _END
    begin, stop = _month_from(start), _month_up_to(end)
    if begin >= stop:
        number = _between(connection, query, start, end)
    else:
        number = cells(connection, query, "month >= ? AND month < ?", [_name(begin), _name(stop)])
        number += _between(connection, query, start, begin) + _between(connection, query, stop, end)
    return number + (_reaching(connection, query, start, min(start, end)) if first else 0)


def _month_from(day: int) -> int:
    """The first day of a month that is this day or later."""
    first = date.fromordinal(day)
    if first.day == 1:
        return day
    last = first.year == date.max.year and first.month == date.max.month
    return _END if last else date(first.year + first.month // 12, first.month % 12 + 1, 1).toordinal()


def _month_up_to(day: int) -> int:
    """The first day of a month that is this day or earlier."""
    return day if day == _END else date.fromordinal(day).replace(day=1).toordinal()


def _name(month: int) -> str:
    return "~" if month == _END else date.fromordinal(month).isoformat()[:7]


def _between(connection: sqlite3.Connection, query: Query, low: int, high: int) -> int:
    """Those that began on these days: up to ``high``, and without it."""
    if low >= high:
        return 0
    selection = select(connection, query, period=False)
    selection.add("v.rank >= ? AND v.rank < ?", low << 41, high << 41)
    return selection.count(connection)


def _reaching(connection: sqlite3.Connection, query: Query, first: int, before: int) -> int:
    """Those that began before this day, and last until the first of the range."""
    selection = select(connection, query, period=False)
    row = connection.execute(_REACHING + selection.where, [first, before, *selection.values]).fetchone()
    return int(row[0])


def _found(connection: sqlite3.Connection, query: Query) -> int:
    """Those that tags or words find, with those that were rejected."""
    one = _one(connection, query)
    if one is not None:
        return one
    first, last = days_of(query)
    if first is None:
        return select(connection, query).count(connection)
    earlier, within = select(connection, query), select(connection, query, period=False)
    earlier.add(f"{earlier.rank} < ?", day_rank(first))
    within.add(f"{within.rank} >= ?", day_rank(first))
    if last is not None:
        within.add(f"{within.rank} < ?", (last.toordinal() + 1) << 41)
    return _sum(connection, earlier, within)


def _sum(connection: sqlite3.Connection, *selections: Selection) -> int:
    return sum(selection.count(connection) for selection in selections)


def _one(connection: sqlite3.Connection, query: Query) -> int | None:
    """What is kept of one word, or of the tags of one kind; None where more is asked."""
    asked = {"word": list(dict.fromkeys(fold_words(query.words)))}
    for kind, names in (("actor", query.actors), ("object", query.objects), ("source", query.sources)):
        asked[kind] = list(dict.fromkeys(" ".join(fold_words(name)) for name in names))
    rest = Query(words=query.words, actors=query.actors, objects=query.objects, sources=query.sources, rejected=True,
                 limit=query.limit, sort=query.sort, cursor=query.cursor)  # fmt: skip
    (kind, values), *more = [pair for pair in asked.items() if pair[1]]
    if more or rest != query or (kind == "word" and len(values) > 1):
        return None
    first, *others = sorted(values, key=lambda value: held(connection, kind, value), reverse=True)
    number = held(connection, kind, first)
    for end, value in enumerate(others, 1):  # what most moves have is not looked at; of each other, what is new in it
        earlier = [first, *others][:end]
        sql = f"""SELECT count(*) FROM rm_tag t WHERE t.kind = ? AND t.value = ? AND NOT EXISTS (SELECT 1 FROM rm_tag o
            WHERE o.kind = t.kind AND o.rank = t.rank AND o.value IN ({",".join("?" * len(earlier))}))"""  # noqa: S608
        number += connection.execute(sql, (kind, value, *earlier)).fetchone()[0]
    return number
