"""What every log keeps to, whatever it is kept in: one suite, run on each implementation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.errors import ConflictError, KeyReusedError
from store.events import MoveConfirmed, MoveRejected, SourceAdded, SourceFailing, SourceRecovered
from store.log import Log, NewEvent, Recorded
from tests import log_places as places

NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


@pytest.fixture(params=places.ALL)
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Log]:
    """An empty log of each implementation."""
    with Log.open(places.url(request.param, tmp_path), clock=lambda: NOW) as opened:
        yield opened


def failing(name: str, number: int = 0) -> NewEvent:
    """Something to record about a source."""
    event = SourceFailing(name=name, kind="unreachable", why=f"attempt {number}")
    return NewEvent(event, f"source:{name}", f"failing/{name}/{number}")


def positions(records: Iterator[Recorded] | list[Recorded]) -> list[int]:
    """The positions of records."""
    return [r.position for r in records]


class Breaks(Exception):  # noqa: N818 - not an error of ours
    """Breaks off a transaction."""


class TestAppending:
    """What goes in, and in which order it stands there."""

    def test_an_empty_log_is_at_position_zero(self, log: Log) -> None:
        """Nothing recorded: position 0, nothing to read, nothing wrong."""
        assert (log.head().position, list(log.read()), log.verify().ok) == (0, [], True)

    def test_positions_are_contiguous_from_one_over_batches(self, log: Log) -> None:
        """Batches of any size take the next positions, in the order of the batch."""
        log.append([failing("a", n) for n in range(3)])
        log.append([])
        log.append([failing("b", n) for n in range(700)])
        log.append([failing("c")])
        read = list(log.read())
        assert positions(read) == list(range(1, 705))
        assert [r.stream[-1] for r in read] == ["a"] * 3 + ["b"] * 700 + ["c"]
        assert log.head().position == 704

    def test_versions_count_the_events_of_each_stream(self, log: Log) -> None:
        """Interleaved streams each count from one, and the log knows where each stands."""
        log.append([failing("a", 1), failing("b", 1), failing("a", 2)])
        log.append([failing("b", 2), failing("a", 3)])
        assert [(r.stream, r.version) for r in log.read()] == [
            ("source:a", 1), ("source:b", 1), ("source:a", 2), ("source:b", 2), ("source:a", 3),
        ]  # fmt: skip
        assert (log.version("source:a"), log.version("source:b"), log.version("source:none")) == (3, 2, 0)

    def test_what_was_appended_is_what_is_read(self, log: Log) -> None:
        """The answer of append is the record as any reader gets it: same event, time of the clock, same hash."""
        event = SourceAdded(name="a", url="https://example.com/ü?q=1", publisher="Ex “ample”\n\U0001f600")
        answered = log.append([NewEvent(event, "source:a", "added/a")])
        assert answered == list(log.read())
        assert answered[0].event == event
        assert answered[0].recorded_at == "2026-11-21T06:30:00.000Z"
        assert answered[0].hash == log.head().hash
        assert log.find(answered[0].event_id) == answered[0]
        assert log.find("6ba7b811-0000-5000-8000-000000000000") is None


class TestAppendingAgain:
    """The natural key of an event is its own for ever."""

    def test_the_same_batch_again_is_a_no_op(self, log: Log) -> None:
        """Nothing is answered, nothing recorded, and the head stays where it is."""
        batch = [failing("a", n) for n in range(1200)]
        log.append(batch)
        before = log.head()
        assert log.append(batch) == []
        assert log.head() == before

    def test_of_a_batch_that_is_partly_known_the_rest_is_recorded(self, log: Log) -> None:
        """What is new takes the next positions, in the order of the batch; the same event twice in it counts once."""
        log.append([failing("a", 1)])
        answered = log.append([failing("a", 0), failing("a", 1), failing("a", 2), failing("a", 0)])
        assert [(r.position, r.event) for r in answered] == [(2, failing("a", 0).event), (3, failing("a", 2).event)]

    @pytest.mark.parametrize(
        "other",
        [
            NewEvent(MoveConfirmed(move="m1", by="ann", why="saw it myself"), "move:m1", "judged/m1"),
            NewEvent(MoveRejected(move="m1", by="ann", why="saw it"), "move:m1", "judged/m1"),
            NewEvent(MoveConfirmed(move="m1", by="ann", why="saw it"), "move:m2", "judged/m1"),
        ],
        ids=["other payload", "other type with the same payload", "other stream"],
    )
    def test_the_same_key_with_other_content_is_an_error(self, log: Log, other: NewEvent) -> None:
        """Refused whole, in a later batch as in the same one, and the log names where the first one stands."""
        first = NewEvent(MoveConfirmed(move="m1", by="ann", why="saw it"), "move:m1", "judged/m1")
        with pytest.raises(KeyReusedError):
            log.append([first, failing("a"), other])
        assert log.head().position == 0
        log.append([first])
        with pytest.raises(KeyReusedError) as told:
            log.append([failing("a"), other])
        assert told.value.position == 1
        assert "judged/m1" in str(told.value)
        assert positions(log.read()) == [1]


class TestConcurrency:
    """Who has read an older state is told."""

    def test_a_stream_that_moved_on_is_a_conflict(self, log: Log) -> None:
        """The error names stream, expected and actual version; nothing of the batch is recorded."""
        log.append([failing("a", 1), failing("a", 2)])
        with pytest.raises(ConflictError) as told:
            log.append([failing("b", 1), failing("a", 3)], expect={"source:b": 0, "source:a": 1})
        assert (told.value.stream, told.value.expected, told.value.actual) == ("source:a", 1, 2)
        assert log.head().position == 2
        log.append([failing("a", 3)], expect={"source:a": 2})
        assert log.version("source:a") == 3

    def test_zero_expects_a_new_stream(self, log: Log) -> None:
        """Two who both want to begin a stream: the second is refused."""
        log.append([failing("a", 1)], expect={"source:a": 0})
        with pytest.raises(ConflictError):
            log.append([failing("a", 2)], expect={"source:a": 0})

    def test_asking_again_after_a_lost_answer_is_no_conflict(self, log: Log) -> None:
        """A batch that is in the log already stays a no-op although its own events moved the stream on."""
        batch = [failing("a", 1), failing("a", 2)]
        log.append(batch, expect={"source:a": 0})
        assert log.append(batch, expect={"source:a": 0}) == []


class TestAtomicity:
    """All of a commit, or nothing."""

    def test_a_failed_append_leaves_nothing(self, log: Log) -> None:
        """The last event of a batch is refused: head, versions, state and the next position are untouched."""
        log.append([failing("a", 1)])
        before = log.head()
        clash = NewEvent(SourceRecovered(name="a"), "source:a", "failing/a/1")
        with suppress(KeyReusedError), log.transaction() as tx:
            tx.put("source", "a", b"changed")
            tx.append([failing("a", 2), failing("b", 1)])
            tx.append([clash])
            pytest.fail("the clash was recorded")
        assert (log.head(), log.version("source:b"), log.get("source", "a")) == (before, 0, None)
        assert positions(iter(log.append([failing("b", 1)]))) == [2]
        assert log.verify().ok

    def test_whatever_breaks_off_a_transaction_takes_everything_back(self, log: Log) -> None:
        """Events and state come and go together, also when the exception is none of ours."""
        with suppress(Breaks), log.transaction() as tx:
            tx.append([failing("a", 1)])
            tx.put("source", "a", b"1")
            raise Breaks
        assert (log.head().position, log.get("source", "a")) == (0, None)
        with log.transaction() as tx:
            tx.append([failing("a", 1)])
            tx.put("source", "a", b"1")
        assert (log.head().position, log.get("source", "a")) == (1, b"1")

    def test_several_appends_of_one_transaction_are_one_chain(self, log: Log) -> None:
        """Positions and versions go on inside a transaction, and it reads what it wrote."""
        with log.transaction() as tx:
            tx.append([failing("a", 1)])
            tx.append([failing("a", 2), failing("b", 1)])
            assert positions(tx.read()) == [1, 2, 3]
            assert tx.version("source:a") == 2
        assert log.verify().ok

    def test_state_is_kept_replaced_listed_and_forgotten(self, log: Log) -> None:
        """Operational state is bytes under scope and key; scopes do not mix."""
        with log.transaction() as tx:
            for key, data in (("b", b"1"), ("a", b"\x00\xff"), ("b", b"2")):
                tx.put("source", key, data)
            tx.put("other", "a", b"3")
        assert log.items("source") == {"a": b"\x00\xff", "b": b"2"}
        with log.transaction() as tx:
            tx.delete("source", "a")
            tx.delete("source", "never there")
        assert (log.items("source"), log.get("other", "a"), log.items("none")) == ({"b": b"2"}, b"3", {})


class TestReading:
    """Any part of the log, in order."""

    @pytest.fixture(autouse=True)
    def filled(self, log: Log) -> None:
        """Ten events: two sources in turn, the last of each a recovery."""
        for number in range(4):
            log.append([failing("a", number), failing("b", number)])
        log.append([NewEvent(SourceRecovered(name=n), f"source:{n}", f"recovered/{n}") for n in ("a", "b")])

    def test_after_and_until_are_a_half_open_range(self, log: Log) -> None:
        """``after`` is left out, ``until`` is in; beyond the end there is nothing."""
        assert positions(log.read(after=3, until=6)) == [4, 5, 6]
        assert positions(log.read(after=8)) == [9, 10]
        assert positions(log.read(after=10)) == []
        assert positions(log.read(after=3, until=3)) == []

    def test_types_and_streams_select(self, log: Log) -> None:
        """Several types, none, one stream, and both together."""
        assert positions(log.read(types=["SourceRecovered"])) == [9, 10]
        assert positions(log.read(types=["SourceRecovered", "SourceFailing"], after=7)) == [8, 9, 10]
        assert positions(log.read(types=[])) == []
        assert positions(log.read(stream="source:b")) == [2, 4, 6, 8, 10]
        assert positions(log.read(stream="source:b", types=["SourceFailing"], after=4)) == [6, 8]
        assert positions(log.read(stream="source:b", types=[])) == []
        assert positions(log.read(types={"SourceRecovered", "SourceFailing"}, newest_first=True, limit=3)) == [10, 9, 8]
        assert positions(log.read(types=("SourceFailing", "SourceFailing"), until=2)) == [1, 2]

    def test_newest_first_and_limit(self, log: Log) -> None:
        """The last ones, the latest before them; a limit of none is none."""
        assert positions(log.read(newest_first=True, limit=3)) == [10, 9, 8]
        assert positions(log.read(stream="source:a", newest_first=True, limit=2)) == [9, 7]
        assert positions(log.read(limit=2, after=2)) == [3, 4]
        assert positions(log.read(limit=0)) == []

    def test_one_may_append_while_reading(self, log: Log) -> None:
        """A reader goes on through the log while its own process appends; what it yields stays contiguous."""
        seen = []
        for record in log.read():
            seen.append(record.position)
            if record.position <= 5:
                log.append([failing("c", record.position)])
        assert seen == list(range(1, len(seen) + 1))
        assert len(seen) >= 10
        assert log.head().position == 15
