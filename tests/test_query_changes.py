"""What changed: between two points, and from one event to the next."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from subprocess import run as start

import pytest

from store.errors import UsageError
from store.events import MoveAmended, MoveRejected
from store.log import Log, event_id
from tests.rm_fold import FOLD, a_log, claim, claims, post, told
from timeline.period import Period, parse_period
from timeline.query import Diff, Query, changes, diff, judgements, run
from timeline.readmodel import ReadModel


def at(text: str) -> Period:
    """An as-of point."""
    return parse_period(text, now=datetime(2026, 11, 21, tzinfo=UTC))


def told_by(answer: Diff) -> dict[str, list[str]]:
    """List → the words of its changes, without the empty lists."""
    lists = {name: getattr(answer, name) for name in answer.__struct_fields__}
    return {name: [change.text for *_, change in lines] for name, lines in lists.items() if lines}


@pytest.fixture
def log() -> Iterator[Log]:
    """Llama 4 in April; said by a second paper; then in June as well, which is disputed; then by the year alone."""
    log = a_log()
    told(log, [
        post("a", published="2025-04-06"), claims("a", claim("Llama 4", "2025-04-05"), claim("MTIA", "2025")),
        post("b", published="2025-04-08"), claims("b", claim("Llama 4", "2025-04")),
        post("c", published="2025-06-06"), claims("c", claim("Llama 4", "2025-06-05")),
        post("d", published="2025-07-01"), claims("d", claim("Llama 4", "2025")),
    ])  # fmt: skip
    ReadModel(log.connection, fold=FOLD).catch_up(log)
    yield log
    log.close()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("@0", "@2", {"new": ["recorded", "recorded"]}),
        ("@2", "@4", {"changed": ["grade was C, now B; also said by b press"]}),
        ("@4", "@6", {"new": ["recorded"], "disputed": ["2025-04-05 or 2025-06-05; disputed: 2025-04 or 2025-06-05"]}),
        ("@6", "@8", {"merged": ["merged with", "merged into"]}),
        ("@4", "@4", {}),
    ],
)  # fmt: skip
def test_a_diff_of_two_positions_tells_what_the_events_between_did(
    log: Log, a: str, b: str, expected: dict[str, list[str]]
) -> None:
    """New, changed, disputed, merged: each move in one list, with the change in words."""
    found = told_by(diff(log.connection, at(a), at(b)))
    assert found.keys() == expected.keys()
    for name, texts in expected.items():
        assert len(found[name]) == len(texts)
        for text in texts:
            assert any(text in line for line in found[name]), (text, found[name])


def test_a_diff_of_two_days_tells_what_was_published_between(log: Log) -> None:
    """The same by days: the second paper's post came on the 8th."""
    assert told_by(diff(log.connection, at("2025-04-07"), at("2025-04-08"))) == {
        "changed": ["grade was C, now B; also said by b press"]
    }
    assert "disputed" in told_by(diff(log.connection, at("2025-05"), at("2025-06")))


def test_a_diff_over_the_whole_way_shows_before_and_after(log: Log) -> None:
    """From nothing to the end: what is there now is new, and what came and went between is not told."""
    answer = diff(log.connection, at("@0"), at("@8"))
    assert [name for name, lines in told_by(answer).items() if lines] == ["new"]
    assert {after.id for _, after, _ in answer.new if after} == {move.id for move in run(log.connection, Query()).moves}


def test_what_was_taken_out_is_withdrawn(log: Log) -> None:
    """Rejected by a person, or claimed by no post any more."""
    name = next(move.id for move in run(log.connection, Query()).moves if move.object == "MTIA")
    told(log, [(MoveRejected(move=name, by="p", why="no"), "move:x", "r")])
    ReadModel(log.connection, fold=FOLD).catch_up(log)
    (line,) = diff(log.connection, at("@8"), at("@9")).withdrawn
    assert (line[2].kind, line[2].by, line[2].why) == ("rejected", "p", "no")


@pytest.mark.parametrize(("a", "b"), [("@1", "2025"), ("@3", "@2"), ("2025-05", "2025-04")])
def test_points_that_cannot_be_compared_are_refused(log: Log, a: str, b: str) -> None:
    """Of two kinds, or in the wrong order."""
    with pytest.raises(UsageError):
        diff(log.connection, at(a), at(b))


def test_changes_come_newest_first_and_page_by_position(log: Log) -> None:
    """The changes of one event stay together; pages by position give them all."""
    whole = changes(log.connection, limit=0)
    assert [change.position for _, change in whole] == [8, 8, 6, 6, 4, 2, 2]
    paged: list[object] = []
    before = None
    while page := changes(log.connection, before=before, limit=1):
        paged += page
        before = page[-1][1].position
    assert tuple(paged) == whole
    assert [change.position for _, change in changes(log.connection, after=4)] == [8, 8, 6, 6]


def test_a_change_comes_with_the_move_as_it_left_it(log: Log) -> None:
    """Also the one that merged it away: as it was last."""
    gone = next((m, c) for m, c in changes(log.connection) if c.text.startswith("merged into"))
    assert gone[0].date == "2025-06-05"
    assert gone[1].kind == "merged"


def test_judgements_in_force_are_told_with_the_id_to_take_them_back_by(log: Log) -> None:
    """Who, why, which field and value; none where nobody judged."""
    name = next(move.id for move in run(log.connection, Query()).moves if move.object == "MTIA")
    assert judgements(log.connection, name) == ()
    amended = MoveAmended(move=name, field="date", value="2025-03", was="2025", by="ana", why="saw it")
    told(log, [(amended, "move:x", "a")])
    ReadModel(log.connection, fold=FOLD).catch_up(log)
    (one,) = judgements(log.connection, name)
    assert (one.event, one.by, one.field, one.value) == (event_id("a"), "ana", "date", "2025-03")


def test_asking_imports_nothing_heavy() -> None:
    """The read path stays light: no ORM, no HTTP client, no rules of the fold."""
    code = (
        "import sys, timeline.query as q; "
        "[getattr(q, name) for name in q.__all__]; import timeline.readmodel; "
        "heavy = {'sqlmodel', 'sqlalchemy', 'pydantic', 'httpx', 'apscheduler', 'rich', 'click', 'timeline.project'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert start([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
