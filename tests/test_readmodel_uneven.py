"""The read model over a made-up chronology as uneven as real ones: hot stories, versions in names, late tellings."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

from store.log import Log
from store.records import Head
from tests.rm_fold import a_log
from timeline.readmodel import ReadModel
from timeline.readmodel.beside import _UpTo
from timeline.readmodel.digest import tables
from timeline.readmodel.fold import Fold
from timeline.readmodel.rules import today


@pytest.fixture(scope="module")
def log(root: Path) -> Log:
    """900 claims of 300 posts."""
    sys.path.insert(0, str(root))
    from bench.generate import generate

    told = a_log()
    told.append(list(generate(900, seed=3)))
    return told


def folded(log: Log, step: int, fold: Fold | None = None) -> tuple[dict[str, str], str]:
    """Table → digest, and the digest of the content; followed so many events at a time, each time to the end."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    model = ReadModel(connection, fold=fold)
    last = log.head().position
    for position in [*range(step, last, step), last]:
        record = next(iter(log.read(position - 1, limit=1)))
        model.catch_up(_UpTo(log, Head(position, record.hash)))
    answer = tables(connection), model.digest().content
    connection.close()
    return answer


@pytest.mark.parametrize("step", [2, 37])
def test_following_a_hot_story_step_by_step_gives_the_rows_of_a_rebuild(log: Log, step: int) -> None:
    """What was known when is worked out from the day of the new claim on, and comes to the same as from the start."""
    whole = log.head().position
    assert folded(log, step) == folded(log, whole)


@pytest.mark.parametrize(("step", "many"), [(37, 200), (10_000, 1)])
def test_what_was_known_when_is_what_working_all_of_it_out_gives(
    log: Log, step: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Followed with each event, and named again where moves have met, however many in a commit: every row is that of
    the claims, day by day.
    """
    monkeypatch.setattr("timeline.readmodel.MOVES", many)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    model = ReadModel(connection)
    last = log.head().position
    for position in [*range(step, last, step), last]:
        record = next(iter(log.read(position - 1, limit=1)))
        model.catch_up(_UpTo(log, Head(position, record.hash)))
    before = tables(connection)
    connection.execute("INSERT INTO rm_stale SELECT move, '' FROM rm_id")
    model.catch_up(log)
    assert tables(connection) == before
    connection.close()


def test_rules_that_remember_nothing_give_the_same_chronology(log: Log) -> None:
    """What the rules remember from one event to the next saves work, and changes no row."""
    from timeline.project import resolve

    usual = today()
    forgetful = Fold(usual.blocks, resolve, usual.post_info, usual.rules)
    assert folded(log, log.head().position, forgetful) == folded(log, log.head().position, usual)
