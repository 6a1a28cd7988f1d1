"""Several processes on one log: no gap, nothing missed, nothing lost to who came second."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.errors import ConflictError, LogError
from store.events import SourceRecovered
from store.log import Log, NewEvent
from tests import log_places as places
from tests.log_appender import events

NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
BATCHES, SIZE = 40, 7


@pytest.fixture(params=places.SHARED)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a log of each implementation may be made that several processes can open."""
    return places.url(request.param, tmp_path)


def opened(url: str, *, read_only: bool = False) -> Log:
    """One more connection."""
    return Log.open(url, clock=lambda: NOW, read_only=read_only)


def appender(url: str, name: str, root: Path) -> subprocess.Popen[str]:
    """A process that appends its batches."""
    command = [sys.executable, "-m", "tests.log_appender", url, name, str(BATCHES), str(SIZE)]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)


def test_two_who_make_and_fill_one_log_at_once_leave_no_gap_and_a_tailing_reader_misses_nothing(
    url: str, root: Path
) -> None:
    """Both begin with an empty store. A reader that only ever asks for what is after its last position sees every
    event once, in order, without waiting for stragglers.
    """
    opened(url).close()
    writers = [appender(url, name, root) for name in ("a", "b")]
    seen: list[int] = []
    keys: Counter[str] = Counter()
    try:
        with opened(url, read_only=True) as reader:
            deadline = time.monotonic() + 60
            while len(seen) < 2 * BATCHES * SIZE and time.monotonic() < deadline:
                for record in reader.read(after=seen[-1] if seen else 0):
                    seen.append(record.position)
                    keys[record.event_id] += 1
    finally:
        codes = [writer.wait(60) for writer in writers]
        for writer in writers:
            assert writer.stdout
            writer.stdout.close()
    assert codes == [0, 0]
    assert seen == list(range(1, 2 * BATCHES * SIZE + 1))
    assert set(keys.values()) == {1}
    with opened(url) as log:
        assert log.verify().ok
        assert log.items("appender") == {"a": str(BATCHES - 1).encode(), "b": str(BATCHES - 1).encode()}


def test_two_who_open_a_store_that_is_not_there_yet_both_get_it(url: str, root: Path) -> None:
    """Making the tables is no race: of six processes that begin at the same moment none fails."""
    script = f"from store.log import Log; Log.open({url!r}, clock=None).close()"
    starters = [subprocess.Popen([sys.executable, "-c", script], cwd=root) for _ in range(6)]
    assert [starter.wait(60) for starter in starters] == [0] * 6
    with opened(url) as log:
        assert log.head().position == 0


def test_the_same_events_from_two_sides_are_recorded_once(url: str) -> None:
    """Two connections that both append a batch: the second is a no-op."""
    with opened(url) as one, opened(url) as other:
        assert len(one.append(events("a", 0, 5))) == 5
        assert other.append(events("a", 0, 5)) == []
        assert one.head() == other.head()


def test_of_two_who_judge_the_same_state_the_second_is_told(url: str) -> None:
    """Optimistic concurrency holds across connections."""
    with opened(url) as one, opened(url) as other:
        assert one.version("source:a") == other.version("source:a") == 0
        one.append([NewEvent(SourceRecovered(name="a"), "source:a", "one")], expect={"source:a": 0})
        with pytest.raises(ConflictError):
            other.append([NewEvent(SourceRecovered(name="a"), "source:a", "other")], expect={"source:a": 0})


def test_nobody_sees_half_a_commit(url: str) -> None:
    """Until a transaction ends, other connections see neither its events nor its state, and may read."""
    with opened(url) as writer, opened(url) as reader:
        with writer.transaction() as tx:
            tx.append(events("a", 0, 5))
            tx.put("appender", "a", b"0")
            assert (list(reader.read()), reader.head().position, reader.get("appender", "a")) == ([], 0, None)
            assert reader.verify().ok
        assert (len(list(reader.read())), reader.head().position, reader.get("appender", "a")) == (5, 5, b"0")


def test_verifying_while_others_append_raises_no_false_alarm(url: str, root: Path) -> None:
    """The head row and the rows are read as of one moment."""
    opened(url).close()
    writer = appender(url, "a", root)
    with opened(url, read_only=True) as reader:
        while writer.poll() is None:
            assert reader.verify().problems == ()
        assert reader.verify().positions == BATCHES * SIZE
    assert writer.stdout
    writer.stdout.close()


def test_a_reader_cannot_write(url: str) -> None:
    """A log opened for reading refuses to append, with an error of ours."""
    opened(url).close()
    with opened(url, read_only=True) as reader, pytest.raises(LogError, match="nothing was recorded"):
        reader.append(events("a", 0, 1))


def test_a_log_of_a_newer_program_is_refused(url: str) -> None:
    """A layout this program does not know is named, not guessed at."""
    with opened(url) as log:
        log.connection.execute("UPDATE store_version SET version = 99")
    with pytest.raises(LogError, match="written by a newer timeline"):
        opened(url)


def test_a_statement_that_failed_unseen_is_never_acknowledged(url: str) -> None:
    """Who swallows the database's error inside a transaction is not told that the rest of it was recorded."""
    with opened(url) as log:
        with suppress(LogError), log.transaction() as tx:
            tx.append(events("a", 0, 2))
            with suppress(sqlite3.Error):
                log.connection.execute("INSERT INTO log_head VALUES (1, 0, ?)", (b"",))
            tx.append(events("a", 1, 2))
        assert log.head().position in (0, 4)
        assert log.verify().ok
