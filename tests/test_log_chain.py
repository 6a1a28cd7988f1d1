"""What verifying finds, and what erasing leaves whole, on each implementation of the log."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import ddl
from store.errors import LogError
from store.events import PostObserved
from store.log import Log, NewEvent
from store.posts import PostHead
from store.records import NAMESPACE, event_id, link
from tests import log_places as places

NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
SECRET = "The name of a person who asked to be forgotten"


def observed(post: str, title: str = "A post") -> NewEvent:
    """A post to record."""
    event = PostObserved(post=post, source="a", publisher="Example", title=title, text=f"{title}. {post}")
    return NewEvent(event, f"post:{post}", f"observed/{post}")


@pytest.fixture(params=places.ALL)
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Log]:
    """A log of six posts."""
    with Log.open(places.url(request.param, tmp_path), clock=lambda: NOW) as opened:
        opened.append([observed(f"p{n}") for n in range(1, 7)])
        yield opened


def found(log: Log) -> str:
    """The problems, as one text."""
    return "\n".join(log.verify().problems)


@given(st.text())
def test_the_id_of_an_event_is_the_uuid_of_its_key(key: str) -> None:
    """RFC 9562, version 5, as the standard library makes it."""
    assert event_id(key) == str(uuid.uuid5(NAMESPACE, key))


class TestChain:
    """Each record carries the ones before it."""

    def test_the_chain_is_what_it_says_it_is(self, log: Log) -> None:
        """Every hash can be computed by hand: SHA-256 over the one before, the own columns and the salted payload."""
        before = bytes.fromhex(ddl.GENESIS)
        rows = log.connection.execute(
            "SELECT position, event_id, stream, version, type, schema, recorded_at, data, salt, data_hash, hash"
            " FROM log ORDER BY position"
        ).fetchall()
        for *own, data, salt, data_hash, chained in rows:
            assert bytes(data_hash) == hashlib.sha256(bytes(salt) + bytes(data)).digest()
            whole = b"".join(len(t).to_bytes(4, "big") + t for t in (str(v).encode() for v in own))
            before = hashlib.sha256(before + whole + bytes(data_hash)).digest()
            assert bytes(chained) == before
        assert log.head().hash == before.hex()

    def test_equal_payloads_have_unequal_hashes(self, log: Log) -> None:
        """The salt keeps a guessed payload from being confirmed by its hash once it was erased."""
        rows = log.connection.execute("SELECT salt, data_hash FROM log").fetchall()
        assert len({bytes(salt) for salt, _ in rows}) == len(rows)
        assert all(len(bytes(salt)) == 16 for salt, _ in rows)

    def test_columns_cannot_run_into_each_other(self) -> None:
        """Lengths stand before the values: shifting a letter from one column to the next is another hash."""
        row = (1, "ab", "c", 1, "T", 1, "now")
        others = [
            (1, "a", "bc", 1, "T", 1, "now"),
            (1, "ab", "c1", "", "T", 1, "now"),
            (1, "ab", "c", 1, "T1", "", "now"),
        ]
        assert all(link(b"", row, b"") != link(b"", other, b"") for other in others)

    def test_a_whole_log_verifies_and_tells_how_far_it_is(self, log: Log) -> None:
        """Nothing wrong, the number of records, and progress that ends at the whole."""
        told: list[tuple[int, int]] = []
        report = log.verify(lambda done, total: told.append((done, total)))
        assert (report.ok, report.positions, told[-1]) == (True, 6, (6, 6))


class TestTampering:
    """Nobody changes the past unseen."""

    @pytest.mark.parametrize(
        ("change", "word"),
        [
            ("UPDATE log SET data = (SELECT data FROM log WHERE position = 1) WHERE position = 3", "@3: the payload"),
            ("UPDATE log SET data = '', salt = '' WHERE position = 3", "@3: the payload is gone"),
            ("UPDATE log SET stream = 'post:other', version = 1 WHERE position = 3", "@3: the chain is broken"),
            ("UPDATE log SET type = 'PostRevised' WHERE position = 3", "@3: the chain is broken"),
            ("UPDATE log SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE position = 3", "@3: the chain is broken"),
            ("UPDATE log SET event_id = 'x' WHERE position = 3", "@3: the chain is broken"),
            ("UPDATE log SET version = 2 WHERE position = 3", "@3: post:p3 goes from version 0 to 2"),
            ("DELETE FROM log WHERE position = 3", "@3: missing; the next is @4"),
            ("DELETE FROM log WHERE position = 6", "head row"),
            ("DELETE FROM log", "head row"),
            ("UPDATE log_head SET position = 5", "head row"),
            ("UPDATE log_head SET hash = ''", "head row"),
        ],
    )
    def test_a_change_is_found_and_named(self, log: Log, change: str, word: str) -> None:
        """Payload, columns, deletion at either end, and the head: each is told with its position."""
        log.connection.execute(change)
        assert word in found(log)

    def test_exchanged_records_are_found(self, log: Log) -> None:
        """Two whole records that changed places break the chain at the first of them."""
        for was, now in ((3, 99), (4, 3), (99, 4)):
            log.connection.execute("UPDATE log SET position = ? WHERE position = ?", (now, was))
        assert "@3: the chain is broken" in found(log)

    def test_a_forged_record_with_a_hash_of_its_own_breaks_the_next_link(self, log: Log) -> None:
        """Who rewrites a record together with its hashes is found at the one after it."""
        row = log.connection.execute(
            "SELECT position, event_id, stream, version, type, schema, recorded_at, salt FROM log WHERE position = 3"
        ).fetchone()
        before = log.connection.execute("SELECT hash FROM log WHERE position = 2").fetchone()[0]
        data = b'{"post":"p3","publisher":"Forged","source":"a","text":"","title":""}'
        data_hash = hashlib.sha256(bytes(row[7]) + data).digest()
        log.connection.execute(
            "UPDATE log SET data = ?, data_hash = ?, hash = ? WHERE position = 3",
            (data, data_hash, link(bytes(before), row[:7], data_hash)),
        )
        assert found(log).splitlines() == ["@4: the chain is broken"]

    def test_a_log_full_of_problems_is_told_in_twenty_lines(self, log: Log) -> None:
        """The list ends, and says that it does."""
        log.append([observed(f"q{n}") for n in range(60)])
        log.connection.execute("UPDATE log SET recorded_at = ''")
        problems = log.verify().problems
        assert (len(problems), problems[-1]) == (21, "… and perhaps more")


class TestErasing:
    """A payload can go for a lawful reason; that it went stays."""

    def test_an_erased_payload_leaves_the_chain_whole(self, log: Log) -> None:
        """The record stays with its place and hash, without payload; a new event says who erased it and why."""
        before = list(log.read())
        record = log.erase(3, by="ann", why="asked for by the person named")
        after = list(log.read())
        assert after[2].erased
        assert (after[2].hash, after[2].event_id, after[2].stream) == (before[2].hash, before[2].event_id, "post:p3")
        assert after[-1] == record
        assert (record.position, record.type, record.stream) == (7, "PayloadErased", "post:p3")
        assert log.verify().ok

    def test_what_was_erased_is_not_appended_again(self, log: Log) -> None:
        """Its key stays taken for ever: the same event from a feed that still has it is a no-op."""
        log.erase(3, by="ann", why="asked")
        assert log.append([observed("p3")]) == []
        assert log.verify().ok

    def test_what_cannot_be_erased_is_refused(self, log: Log) -> None:
        """No such position, twice the same, and the record of an erasure itself: each an error, nothing recorded."""
        log.erase(3, by="ann", why="asked")
        for position in (0, 3, 7, 99):
            with pytest.raises(LogError, match=f"@{position}: nothing to erase"):
                log.erase(position, by="ann", why="asked")
        assert log.head().position == 7

    def test_the_words_are_kept_nowhere_else_in_the_store(self, tmp_path: Path) -> None:
        """Neither the file nor its write-ahead log holds them afterwards, and the post's index entry has no title."""
        with Log.open(f"sqlite:///{tmp_path}/log.sqlite", clock=lambda: NOW) as log:
            with log.transaction() as tx:
                tx.append([observed("p1", SECRET), observed("p2", "Another")])
                when = "2026-11-21T06:30:00.000Z"
                tx.posts.save([PostHead("p1", "a", 1, "f", SECRET, None, None, False, when, when)])
            assert any(SECRET.encode() in path.read_bytes() for path in tmp_path.iterdir())
            log.erase(1, by="ann", why="asked")
            assert not any(SECRET.encode() in path.read_bytes() for path in tmp_path.iterdir())
            assert log.posts.heads(["p1"])["p1"].title == ""
