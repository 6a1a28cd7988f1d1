"""Rebuilding beside and swapping; verifying what stands against a fresh fold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.errors import ProjectionError
from store.events import CurationUndone
from store.log import Log
from tests.rm_fold import FOLD, Ticking, claim, claims, post, told
from timeline.query import Query, run
from timeline.readmodel import ReadModel
from timeline.readmodel.digest import tables


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    """A log in a file, with three posts."""
    log = Log.open(f"sqlite:///{tmp_path / 'x.sqlite'}", clock=Ticking())
    for name, date in (("a", "2025-04-05"), ("b", "2025-04"), ("c", "2025-06-01")):
        told(log, [post(name, published="2025-06-02"), claims(name, claim("Llama 4", date))])
    yield log
    log.close()


@pytest.fixture
def model(log: Log) -> ReadModel:
    """Its read model, caught up."""
    model = ReadModel(log.connection, fold=FOLD)
    model.catch_up(log)
    return model


def test_what_was_folded_step_by_step_verifies(log: Log, model: ReadModel) -> None:
    """No table differs from a fresh fold's."""
    report = model.verify(log)
    assert report.ok
    assert report.positions == 6


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ("UPDATE rm_move SET status = 'denied'", "rm_move"),
        ("DELETE FROM rm_tag WHERE kind = 'actor'", "rm_tag"),
        ("UPDATE rm_known SET from_day = '2020-01-01' WHERE rowid = 1", "rm_known"),
        ("DELETE FROM rm_fts", "rm_fts"),
        ("INSERT INTO rm_facet VALUES ('type', 'x', 1, 'x')", "rm_facet"),
    ],
)
def test_a_row_that_is_not_of_the_log_is_found_and_mended_by_rebuilding(
    log: Log, model: ReadModel, sql: str, table: str
) -> None:
    """Verifying names the table; after rebuilding every row is right again."""
    before = tables(log.connection)
    log.connection.execute(sql)
    report = model.verify(log)
    assert [problem.partition(":")[0] for problem in report.problems] == [table]
    assert "run timeline rebuild" in report.problems[0]
    model.rebuild(log)
    assert tables(log.connection) == before
    assert model.verify(log).ok


def test_after_a_swap_the_model_goes_on(log: Log, model: ReadModel) -> None:
    """Rebuilding leaves nothing behind beside the database, and what comes next is folded on top."""
    model.rebuild(log)
    told(log, [post("d", published="2025-06-02"), claims("d", claim("MTIA", "2025"))])
    assert model.catch_up(log) == 8
    assert model.verify(log).ok
    folder = Path(log.connection.execute("PRAGMA database_list").fetchone()[2]).parent
    assert {path.name for path in folder.iterdir()} <= {"x.sqlite", "x.sqlite-wal", "x.sqlite-shm"}


def test_another_process_that_held_the_old_tables_goes_on_with_the_new(log: Log, model: ReadModel) -> None:
    """What it holds in memory is not written over what was rebuilt."""
    other = ReadModel.open(log.url, fold=FOLD)
    log.connection.execute("UPDATE rm_claim SET known_from = '2030-01-01'")
    model.rebuild(log)
    told(log, [post("d", published="2025-06-02"), claims("d", claim("Llama 4", "2025-04-05"))])
    other.catch_up(log)
    assert model.verify(log).ok
    other.close()


def test_a_reader_sees_the_old_tables_until_the_swap(log: Log, model: ReadModel) -> None:
    """At every step of rebuilding there is a whole chronology to read."""
    reader = sqlite3.connect(Path(log.connection.execute("PRAGMA database_list").fetchone()[2]), isolation_level=None)
    seen = []
    model.rebuild(log, progress=lambda _done, _all: seen.append(run(reader, Query()).total))
    assert seen == [2]
    assert run(reader, Query()).total == 2
    reader.close()


def test_an_event_that_cannot_be_folded_is_named_and_keeps_what_came_before(log: Log, model: ReadModel) -> None:
    """The position stands in the error; the read model stays where it was."""
    told(log, [(CurationUndone(event="no-such-event", by="p", why="w"), "move:x", "undo")])
    with pytest.raises(ProjectionError, match="@7"):
        model.catch_up(log)
    assert model.position == 6
    assert run(log.connection, Query()).total == 2


def test_a_read_model_of_another_log_is_refused(log: Log, model: ReadModel, tmp_path: Path) -> None:
    """One that stands further than its log is no read model of it."""
    with Log.open(f"sqlite:///{tmp_path / 'y.sqlite'}", clock=Ticking()) as shorter:
        told(shorter, [post("z")])
        with pytest.raises(ProjectionError, match="not its own log"):
            model.catch_up(shorter)


def test_what_was_erased_is_in_no_table_any_more(log: Log, model: ReadModel) -> None:
    """Neither in what stands nor in the history, whose words came from the payload."""
    log.erase(2, by="p", why="asked to")
    model.catch_up(log)
    assert model.verify(log).ok
    dump = "\n".join(log.connection.iterdump())
    assert b"2025-04-05".hex().upper() not in dump.upper()
    assert run(log.connection, Query()).total == 2


def test_other_rules_fold_anew(log: Log, model: ReadModel) -> None:
    """A read model that was folded by an older version of the rules is not mixed with the new ones."""
    other = ReadModel(log.connection, fold=type(FOLD)(FOLD.blocks, lambda _r, _j: [], FOLD.post_info, "none"))
    other.catch_up(log)
    assert run(log.connection, Query()).total == 0
    model.catch_up(log)
    assert run(log.connection, Query()).total == 2
