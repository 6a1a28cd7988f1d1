"""Ids through withdrawing, merging and parting: told stories."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from store.events import CurationUndone, MovesMerged, PostRevised
from store.log import Log, event_id
from tests.rm_fold import FOLD, a_log, claim, claims, post, told
from timeline.period import parse_period
from timeline.query import Query, find, run, why
from timeline.readmodel import ReadModel
from timeline.view import MoveView

NOW = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture
def log() -> Iterator[Log]:
    """An empty log."""
    log = a_log()
    yield log
    log.close()


def shown(log: Log, as_of: str = "") -> list[MoveView]:
    """All moves by date, caught up."""
    ReadModel(log.connection, fold=FOLD).catch_up(log)
    return list(run(log.connection, Query(sort="oldest", as_of=parse_period(as_of, now=NOW) if as_of else None)).moves)


def two(log: Log) -> tuple[str, str]:
    """The ids of two moves of the same object, in April and June."""
    for name, date in (("a", "2025-04-05"), ("b", "2025-06-05")):
        told(log, [post(name, published="2025-06-06"), claims(name, claim("Llama 4", date))])
    april, june = shown(log)
    return april.id, june.id


def test_two_that_a_revision_made_one_stood_apart_before(log: Log) -> None:
    """The revised claim takes its move along to the other's; on the days before, each is known under its own id."""
    told(log, [post("a", published="2025-04-06"), claims("a", claim("Llama 4"))])
    told(log, [post("b", published="2025-04-06"), claims("b", claim("MTIA"))])
    llama, mtia = (move.id for move in shown(log))
    revised = PostRevised(post="a", revision=2, changed=("text",), title="t", text="x", why="edited")
    told(log, [(revised, "post:a", "revised/a/2"), claims("a", claim("MTIA"), revision=2)])
    (one,) = shown(log)
    assert {one.id, *one.aliases} == {llama, mtia}
    assert {move.id for move in shown(log, "2025-04-10")} == {llama, mtia}


def test_of_two_that_a_later_claim_joins_the_older_keeps_its_id(log: Log) -> None:
    """The year contains both: they are one now, under the id that was there first, and the other leads to it."""
    april, june = two(log)
    told(log, [post("c", published="2025-06-07"), claims("c", claim("Llama 4", "2025"))])
    (one,) = shown(log)
    assert (one.id, one.aliases) == (april, (june,))
    assert one.change is not None
    assert one.change.text.startswith(f"merged with {june}")
    assert [move.id for move in shown(log, "@4")] == [april, june]


def test_those_that_part_again_take_up_their_own_ids(log: Log) -> None:
    """The claim that joined them was a misreading: both are as they were, and the history tells it."""
    april, june = two(log)
    told(log, [post("c", published="2025-06-07"), claims("c", claim("Llama 4", "2025"))])
    shown(log)
    told(log, [claims("c", version="2")])
    assert [(move.id, move.aliases) for move in shown(log)] == [(april, ()), (june, ())]
    reasons = why(log.connection, june)
    assert reasons is not None
    assert [change.kind for change in reasons.history] == ["new", "merged", "back"]


def test_a_withdrawn_move_whose_claim_comes_back_elsewhere_leads_there(log: Log) -> None:
    """Withdrawn first, read again later as part of the other: its id is an alias from then on, not before."""
    april, june = two(log)
    told(log, [claims("b", version="2")])
    assert [move.id for move in shown(log)] == [april]
    told(log, [claims("b", claim("Llama 4", "2025-04", quote="Meta released Llama 4 in 2025-06-05."), version="3")])
    (one,) = shown(log)
    assert (one.id, one.aliases) == (april, (june,))
    found = find(log.connection, june)
    assert found is not None
    assert found.id == april
    assert shown(log, "@6")[0] == one
    assert shown(log, "@5")[0].aliases == ()


def test_a_merge_that_is_taken_back_gives_both_back(log: Log) -> None:
    """The move that the other was merged into keeps its id; undoing leaves the ids as they were before."""
    april, june = two(log)
    told(log, [(MovesMerged(into=june, moves=(april,), by="p", why="same"), "move:x", "m")])
    assert [(move.id, move.aliases) for move in shown(log)] == [(june, (april,))]
    told(log, [claims("a", claim("Llama 4", "2025-04-06"), version="2")])
    assert [(move.id, move.aliases) for move in shown(log)] == [(june, (april,))]
    told(log, [(CurationUndone(event=event_id("m"), by="p", why="no"), "move:x", "u")])
    assert [(move.id, move.aliases) for move in shown(log)] == [(april, ()), (june, ())]
