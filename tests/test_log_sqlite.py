"""What a log in a file has besides the contract that it shares with the others."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import codec, ddl
from store.connect import connect, path_of
from store.errors import InputError, LogError, UsageError
from store.events import SourceFailing
from store.log import Log, NewEvent
from store.select import select
from tests.log_appender import events

NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Where a log may be made: in a folder that is not there yet."""
    return f"sqlite:///{tmp_path}/data/of/timeline/log.sqlite"


def opened(url: str, *, read_only: bool = False) -> Log:
    """One more connection."""
    return Log.open(url, clock=lambda: NOW, read_only=read_only)


def test_a_commit_is_on_the_disk_before_it_is_acknowledged(url: str) -> None:
    """WAL with synchronous=FULL (2): NORMAL loses acknowledged events when the power fails."""
    with opened(url) as log:
        settings = [log.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert settings == ["wal", 2]


def test_a_full_disk_takes_the_whole_commit_back(url: str) -> None:
    """The error is ours and says why; what was there stands, and with room again the same commit goes through."""
    with opened(url) as log:
        log.append(events("a", 0, 5))
        pages = log.connection.execute("PRAGMA page_count").fetchone()[0]
        log.connection.execute(f"PRAGMA max_page_count={pages + 3}")
        with pytest.raises(LogError, match="nothing was recorded: database or disk is full"):
            log.append(events("a", 1, 500))
        assert (log.head().position, log.connection.in_transaction, log.verify().ok) == (5, False, True)
        log.connection.execute("PRAGMA max_page_count=1000000")
        assert len(log.append(events("a", 1, 500))) == 500
        assert log.verify().ok


def test_a_writer_that_never_ends_is_waited_for_and_then_named(url: str) -> None:
    """Patience is not endless, and its end is an error of ours."""
    with opened(url) as one, opened(url) as other:
        other.connection.execute("PRAGMA busy_timeout=50")
        with one.transaction(), pytest.raises(LogError, match="nothing was recorded: database is locked"):
            other.append(events("a", 0, 1))
        assert len(other.append(events("a", 0, 1))) == 1


def test_a_log_is_read_from_a_folder_nobody_may_write_to(url: str) -> None:
    """A copy on a read-only medium: WAL wants its side files there, and reading does without them."""
    with opened(url) as log:
        log.append(events("a", 0, 5))
    path = path_of(url)
    assert path is not None
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with opened(url, read_only=True) as log:
            assert [r.position for r in log.read()] == [1, 2, 3, 4, 5]
    finally:
        path.parent.chmod(stat.S_IRWXU)


def test_reading_makes_nothing(url: str, tmp_path: Path) -> None:
    """Where there is no log yet the file is named, and none is made."""
    with pytest.raises(InputError, match=r"log\.sqlite: there is no log here yet"):
        opened(url, read_only=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_database_is_named(tmp_path: Path, read_only: bool) -> None:
    """A text file, a folder: an error of ours with the path, and the file stays what it was."""
    text = tmp_path / "notes.txt"
    text.write_text("These are notes, not a database. " * 50)
    for path in (text, tmp_path):
        with pytest.raises((InputError, LogError), match=str(path)):
            opened(f"sqlite:///{path}", read_only=read_only)
    assert text.read_text() == "These are notes, not a database. " * 50


def test_another_programs_database_is_not_taken_for_a_log_when_it_is_read(tmp_path: Path) -> None:
    """The error says that this is no log."""
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
        other.commit()
    with pytest.raises(LogError, match="no log of timeline"):
        opened(f"sqlite:///{tmp_path}/other.sqlite", read_only=True)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:////var/lib/timeline/log.sqlite", "/var/lib/timeline/log.sqlite"),
        ("sqlite:///relative/log.sqlite", "relative/log.sqlite"),
        ("sqlite:////with%20blank/log.sqlite", "/with blank/log.sqlite"),
        ("sqlite:////log.sqlite?cache=shared", "/log.sqlite"),
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
        ("sqlite:///", None),
    ],
)
def test_a_url_names_a_file_or_memory(url: str, path: str | None) -> None:
    """Three slashes are relative, four absolute; none is in memory."""
    assert path_of(url) == (None if path is None else Path(path))


@pytest.mark.parametrize("url", ["", "log.sqlite", "/var/log.sqlite", "mysql://h/d", "postgresql://h/d"])
def test_other_urls_are_refused_by_the_read_models_door(url: str) -> None:
    """A path without its scheme and other databases are an error that shows how to write it."""
    with pytest.raises(UsageError, match="sqlite:////path/to/file"):
        connect(url)


def test_an_event_of_an_older_schema_is_still_the_same_event(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an update, appending what an older program had recorded stays a no-op, if its content is the same today."""
    old = SourceFailing(name="a", kind="unreachable", why="timed out")
    with opened(url) as log:
        log.append([NewEvent(old, "source:a", "failing/a")])
        monkeypatch.setitem(codec.SCHEMAS, "SourceFailing", 2)
        monkeypatch.setitem(codec.UPCASTERS, ("SourceFailing", 1), lambda v: {**v, "why": v["why"].upper()})
        assert (
            log.append(
                [NewEvent(SourceFailing(name="a", kind="unreachable", why="TIMED OUT"), "source:a", "failing/a")]
            )
            == []
        )
        with pytest.raises(LogError, match="stands at @1 with other content"):
            log.append([NewEvent(old, "source:a", "failing/a")])
        assert next(log.read()).schema == 1
        assert log.append([NewEvent(old, "source:a", "failing/again")])[0].schema == 2
        assert log.verify().ok


def test_the_layout_of_today_is_written_down(url: str) -> None:
    """A store says which layout it was made with."""
    with opened(url) as log:
        assert log.connection.execute("SELECT version FROM store_version").fetchall() == [(ddl.VERSION,)]


@pytest.mark.parametrize("types", [None, ["PostObserved"], ["PostObserved", "PostRevised", "ClaimsExtracted"], []])
@pytest.mark.parametrize("stream", [None, "post:p"])
@pytest.mark.parametrize("newest_first", [False, True])
def test_no_way_of_reading_sorts_or_goes_through_more_than_it_wants(
    url: str, types: list[str] | None, stream: str | None, newest_first: bool
) -> None:
    """Every read goes by an index in its own order, and one of a stream by the index of streams: however long the log
    is, the first record comes at once.
    """
    sql, values = select(3, 9, types, stream, limit=1, newest_first=newest_first)
    with opened(url) as log:
        plan = [row[3] for row in log.connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    steps = [step for step in plan if " log " in f"{step} "]
    index = "(stream=?" if stream else "(type=?" if types is not None else "(rowid>? AND rowid<?)"
    assert [step for step in plan if "TEMP B-TREE" in step] == []
    assert steps != []
    assert [step for step in steps if index not in step] == []
