"""How many there are is told exactly, from counts that are kept; and pages of alternatives are those of the whole."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.events import MoveRejected
from store.log import Log
from tests.rm_fold import FOLD, a_log, claim, claims, post, told
from tests.rm_stories import NAMES, OBJECTS, Story, play, stories
from timeline.query import Query, from_params, months, run
from timeline.query.counting import matched
from timeline.query.select import select
from timeline.readmodel import ReadModel

NOW = datetime(2026, 11, 21, tzinfo=UTC)
_PERIODS = ("0001", "2024", "2025", "2025-03-31", "2025-04", "2025-04-06", "2025-Q2", "2026-01", "9998-12-15", "9998")
_WORDS = ("meta", "lla", "say came", "4", "mtia mtia", "ca 2025", "zzz")


def _any(*values: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True)


def queries() -> st.SearchStrategy[Query]:
    """Filters of all kinds together, each mostly left out."""
    few = st.sampled_from(_PERIODS).map(lambda text: [text])
    none: st.SearchStrategy[list[str]] = st.just([])
    return st.fixed_dictionaries({
        "since": none | few, "until": none | few, "in": none | none | few,
        "type": none | _any("release", "chip", "people"), "status": none | none | _any("announced", "shipped"),
        "grade": none | _any("A", "B", "C", "D"), "actor": none | none | _any("Meta", "meta", "Nobody"),
        "object": none | none | _any(*OBJECTS), "source": none | none | _any(*(f"{name} Press" for name in NAMES)),
        "q": none | none | st.sampled_from(_WORDS).map(lambda text: [text]),
        "min-lineages": none | none | st.sampled_from("1259").map(lambda n: [n]),
        "disputed": none | none | st.just(["1"]),
        "rejected": none | st.just(["1"]), "recorded-since": none | none | none | st.just(["@3"]),
        "sort": st.sampled_from(("newest", "oldest", "recorded", "grade")).map(lambda name: [name]),
    }).map(lambda params: from_params(params, now=NOW))  # fmt: skip


def _same(connection: sqlite3.Connection, query: Query) -> None:
    whole = run(connection, replace(query, limit=0)).moves
    assert matched(connection, query) == select(connection, query).count(connection) == len(whole)
    paged: list[Any] = []
    cursor: str | None = ""
    while cursor is not None:
        page = run(connection, replace(query, limit=1, cursor=cursor))
        assert page.matched == len(whole)
        paged, cursor = [*paged, *page.moves], page.next
    assert paged == list(whole)


@given(stories(), st.lists(queries(), min_size=1, max_size=6))
@settings(deadline=None, max_examples=60)
def test_what_is_counted_is_what_is_found(steps: list[tuple[Any, ...]], asked: list[Query]) -> None:
    """Whatever is asked together, and however the chronology came to be: no count is near, and no page skips a move."""
    story = play(Story(), steps)
    for query in asked:
        _same(story.log.connection, query)
    story.close()


@given(stories())
@settings(deadline=None, max_examples=30)
def test_kept_counts_are_those_of_the_rows(steps: list[tuple[Any, ...]]) -> None:
    """Of every tag and cell as many as there are rows, and none of what is no more."""
    story = play(Story(), steps)
    connection = story.log.connection
    tags = connection.execute("SELECT kind, value, count(*) FROM rm_tag WHERE kind <> 'thread' GROUP BY 1, 2")
    held = connection.execute("SELECT kind, value, n FROM rm_held WHERE kind <> 'word' ORDER BY 1, 2")
    assert held.fetchall() == sorted(tags.fetchall())
    columns = "type, status, grade, min(lineages, 4), disputed, coalesce(substr(lo, 1, 7), '')"
    rows = connection.execute(f"SELECT {columns}, count(*) FROM rm_move WHERE NOT rejected GROUP BY 1, 2, 3, 4, 5, 6")
    assert connection.execute("SELECT * FROM rm_cell").fetchall() == sorted(rows.fetchall())
    texts = [words.split() for (words,) in connection.execute("SELECT words FROM rm_fts")]
    expected = Counter(word for words in texts for word in {w[:n] for w in words for n in range(1, len(w) + 1)})
    kept = connection.execute("SELECT value, n FROM rm_held WHERE kind = 'word'").fetchall()
    assert all(expected[word] == n for word, n in kept if len(word) > 2 and not word.isdigit())
    assert {word for word, _ in kept} >= {word for words in texts for word in words}
    story.close()


@pytest.fixture
def log() -> Iterator[Log]:
    """Moves with words of several scripts, of all lengths, and one that is rejected."""
    log = a_log()
    names = ("Llama 4", "Llama 405", "Ŀlama 4", "Ærø Llamas", "Лама 4", "ラマ 4", "羊驼", "ﬁne 40b", "𞤀𞤣 40")
    dates = ("2024", "2024-H2", "2025-Q2", "2025-04", "2025-04-05", "2025-04-30", "2025-W27", None, None)
    told(log, [post("a", published="2025-04-06"), claims("a", *map(claim, names, dates))])
    model = ReadModel(log.connection, fold=FOLD)
    model.catch_up(log)
    gone = run(log.connection, from_params({"q": ["llama 405"]}, now=NOW)).moves[0].id
    told(log, [(MoveRejected(move=gone, by="p", why="no"), "move:x", "r")])
    model.catch_up(log)
    yield log
    log.close()


@pytest.mark.parametrize(
    "word", ["llama", "lla", "4", "40", "405", "ла", "лама", "ラマ", "羊驼", "fine", "𞤀𞤣", "ærø", "ai"]
)
def test_words_of_every_script_are_counted_as_they_are_found(log: Log, word: str) -> None:
    """With and without what people rejected."""
    for more in ({}, {"rejected": ["1"]}, {"since": ["2025"]}, {"type": ["release"]}):
        _same(log.connection, from_params({"q": [word], **more}, now=NOW))


@pytest.mark.parametrize("period", ["2025", "2025-04", "2025-04-05", "2024-02-15", "2025-06-30", "2025-07-01"])
def test_moves_that_reach_into_a_range_are_counted_in_it(log: Log, period: str) -> None:
    """By year, half, quarter, month, week and day."""
    for name in ("since", "until", "in"):
        _same(log.connection, from_params({name: [period]}, now=NOW))


def test_months_of_a_selection_by_columns_are_those_of_counting(log: Log) -> None:
    """From the cells, as with a filter that changes nothing and has them counted."""
    for params in ({"type": ["release"]}, {"grade": ["C", "A"]}, {"type": ["chip"]}, {"rejected": ["1"]}):
        counted = months(log.connection, from_params({**params, "actor": ["meta"]}, now=NOW))
        assert months(log.connection, from_params(params, now=NOW)) == counted
