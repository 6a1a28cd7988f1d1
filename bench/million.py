"""Questions at a million moves, first fifty rows each, beside what SQLite's own ranking takes for a common word.

A small chronology is folded for real, then every row of its moves is copied until there are a million: same days, other
numbers, each copy with a word of its own. ``TIMELINE_BENCH_MOVES`` for another size.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.generate import generate
from store.log import Log
from timeline.query import Query, facets, find, from_params, months
from timeline.query import run as page
from timeline.readmodel import ReadModel
from timeline.readmodel.counted import WORD, beginnings

MOVES = int(os.environ.get("TIMELINE_BENCH_MOVES", "1000000"))
BASE = 4_000  # claims that are folded
NOW = datetime(2026, 11, 21, tzinfo=UTC)
MARK = "xqcopy"  # how the words begin that tell copies apart; no other word does
AIM = "<= 10 ms"
#: columns that are numbers of moves, and those that are positions
_MOVED, _PLACED = {"rank", "move"}, {"position", "first_position", "from_position", "to_position"}
#: a common word with a filter besides: what the word finds is looked through for it, and has no aim of its own
BESIDE = ("show WORD (of every move) --since 2016", "show WORD (of every move) --type chip")


def fill(connection: sqlite3.Connection, moves: int) -> int:
    """Copies the current moves until there are so many; answers how many there are."""
    (whole, top), (last,) = (
        connection.execute("SELECT count(*), max(move) + 1 FROM rm_move").fetchone(),
        connection.execute("SELECT max(position) FROM rm_move").fetchone(),
    )
    times = -(-moves // whole)
    connection.commit()
    for pragma in ("synchronous = OFF", "journal_mode = OFF", "cache_size = -400000"):
        connection.execute(f"PRAGMA {pragma}")
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name GLOB 'rm_*' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")  # made again when the rows are there: ten times faster
    for table, where in (
        ("rm_move", ""),
        ("rm_revision", " WHERE to_position IS NULL AND body IS NOT NULL"),
        ("rm_tag", ""),
    ):
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        shifted = ", ".join(_shifted(name) for name in names)
        connection.execute(f"CREATE TEMP TABLE base AS SELECT * FROM {table}{where}")
        for copy in range(1, times):
            values = {"move": copy * top, "place": copy * last}
            connection.execute(f"INSERT INTO {table} SELECT {shifted} FROM base", values)
        connection.execute("DROP TABLE base")
    _names_and_words(connection, times, top)
    for table in ("rm_facet", "rm_held", "rm_cell"):
        connection.execute(f"UPDATE {table} SET n = n * ?", (times,))
    connection.executemany("INSERT INTO rm_held VALUES (?, ?, ?)", _marked(times, whole))
    for _, sql in indexes:
        connection.execute(sql)
    connection.commit()
    connection.execute("PRAGMA cache_size = -2000")
    return int(whole * times)


def _shifted(name: str) -> str:
    if name == "revision":
        return "revision"
    return f"{name} + :move" if name in _MOVED else f"{name} + :place" if name in _PLACED else name


def _names_and_words(connection: sqlite3.Connection, times: int, top: int) -> None:
    connection.execute(
        "CREATE TEMP TABLE named AS SELECT i.* FROM rm_id i JOIN rm_move m ON m.move = i.move WHERE i.move < ?", (top,)
    )
    connection.execute("CREATE TEMP TABLE told AS SELECT rowid AS rank, words FROM rm_fts")
    for copy in range(1, times):
        values = {"move": copy * top, "mark": f"{copy:06x}"}
        connection.execute(
            "INSERT INTO rm_id SELECT move + :move, :mark || printf('%010x', move), born, alias_of FROM named", values
        )
        connection.execute(
            f"INSERT INTO rm_fts (rowid, words) SELECT rank + :move, words || ' {MARK}' || :mark FROM told", values
        )


def _marked(times: int, whole: int) -> list[tuple[str, str, int]]:
    """How many moves the words find that tell copies apart."""
    counts = Counter(word for copy in range(1, times) for word in beginnings([f"{MARK}{copy:06x}"]))
    return [(WORD, word, n * whole) for word, n in counts.items()]


def run() -> list[dict[str, str]]:
    """A row a question."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'million.sqlite'}"
        with Log.open(url, clock=lambda: NOW) as log:
            log.append(list(generate(BASE)))
            ReadModel(log.connection).catch_up(log)
            moves = fill(log.connection, MOVES)
            return _asked(log.connection, moves)


def _asked(connection: sqlite3.Connection, moves: int) -> list[dict[str, str]]:
    def ask(**params: str | list[str]) -> Callable[[], Any]:
        given = {name.replace("_", "-"): [v] if isinstance(v, str) else v for name, v in params.items()}
        query = from_params(given, now=NOW)
        return lambda: page(connection, query)

    first = page(connection, Query(limit=1)).moves[0]
    common, rare = "meta", f"{first.object.split()[0]} {MARK}000007"
    bm25 = _milliseconds(_ranked(connection, common), 1)
    questions = {
        "show": ask(),
        "show --since 2020 --until 2020": ask(since="2020", until="2020"),
        "show --since 2016-07-14": ask(since="2016-07-14"),
        "show --type chip": ask(type="chip"),
        "show --type chip --type release --type people": ask(type=["chip", "release", "people"]),
        "show --type chip --grade C --since 2020": ask(type="chip", grade="C", since="2020"),
        "show --actor (rare)": ask(actor=first.actors[-1]),
        "show --actor (of every move)": ask(actor="Meta"),
        "show WORD (rare)": ask(q=rare),
        "show WORD (of every twelfth move)": ask(q="app"),
        "show WORD (common: of every move)": ask(q=common),
        "show ID": lambda: find(connection, first.id),
        "facets": lambda: facets(connection, Query(), most=8),
        "months": lambda: months(connection, Query()),
        "show WORD (of every move) --since 2016": ask(q=common, since="2016"),
        "show WORD (of every move) --type chip": ask(q=common, type="chip"),
    }
    return [
        {
            "what": f"{moves:,} moves: {what}",
            "ours": f"{_milliseconds(question):.1f} ms CPU",
            "peer": f"bm25 {bm25:,.0f} ms" if "common" in what else "",
            "ratio": "",
            "aim": AIM if what.startswith("show") and what not in BESIDE else "",
        }
        for what, question in questions.items()
    ]


def _ranked(connection: sqlite3.Connection, word: str) -> Callable[[], Any]:
    """SQLite's own ranking of the same texts, in a table that keeps where words stand, as ranking wants it."""
    connection.execute("CREATE VIRTUAL TABLE temp.peer USING fts5(words, content = '')")
    connection.execute("INSERT INTO temp.peer (rowid, words) SELECT rowid, words FROM rm_fts")
    ranked = f"SELECT rowid FROM temp.peer WHERE peer MATCH '{word}' ORDER BY bm25(peer) LIMIT 50"
    return lambda: connection.execute(ranked).fetchall()


def _milliseconds(question: Callable[[], Any], turns: int = 5) -> float:
    """CPU time, for the clock would measure what else the machine does; the median."""
    times = []
    for _ in range(turns):
        started = time.process_time()
        question()
        times.append(time.process_time() - started)
    return statistics.median(times) * 1000
