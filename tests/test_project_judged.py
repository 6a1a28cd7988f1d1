"""What people have judged wins over the rules, and gives way to a later judgement only."""

from __future__ import annotations

from typing import Any

from store.events import MoveAmended, MoveConfirmed, MoveRejected, MovesMerged, MovesSplit
from tests.project_told import records
from timeline.project import resolve
from timeline.project.model import Resolved
from timeline.readmodel.judged import Standing

STORY = """
    a one.com 2025-04-06 | release shipped | Llama 4 | llama-4 | 2025-04-05
    b two.com 2025-04-07 | release shipped | Llama 4 | llama-4 | 2025-04-05
    c six.com 2025-06-01 | release shipped | SAM 3   | sam-3   | 2025-06-01
"""


def standing(position: int, event: Any, *groups: list[str]) -> Standing:
    """A judgement as the read model keeps it."""
    return Standing(position, f"e{position}", 1, type(event).__name__, event, list(groups))


def judged(*judgements: Standing) -> list[Resolved]:
    """The chronology of the story with these judgements."""
    return resolve(records(STORY), list(judgements))


def amended(position: int, field: Any, value: str | None) -> Standing:
    """Somebody corrects the first move."""
    event = MoveAmended(move="m", field=field, value=value, was=None, by=f"p{position}", why="I was there")
    return standing(position, event, ["a", "b"])


def test_an_amended_date_is_shown_and_says_so() -> None:
    """The date is the person's, at its precision, and who changed it and why stands beside it."""
    move = judged(amended(1, "date", "2025-04"))[0]
    assert (move.date, move.precision, move.amended) == ("2025-04", "month", {"date": "p1: I was there"})


def test_every_field_can_be_amended() -> None:
    """Title, object, type and status as well; two amendments stand together."""
    move = judged(amended(1, "title", "T"), amended(2, "status", "announced"), amended(3, "type", "research"))[0]
    assert (move.title, move.status, move.type, sorted(move.amended)) == (
        "T", "announced", "research", ["status", "title", "type"],
    )  # fmt: skip


def test_the_later_amendment_of_a_field_wins() -> None:
    """Whatever the order in which they are given."""
    assert judged(amended(2, "date", "2025"), amended(1, "date", "2024"))[0].date == "2025"


def test_rejected_and_confirmed_are_the_last_word() -> None:
    """A later confirmation takes a rejection back."""
    no = standing(1, MoveRejected(move="m", by="p", why="w"), ["a", "b"])
    yes = standing(2, MoveConfirmed(move="m", by="p", why="w"), ["a", "b"])
    assert [m.rejected for m in judged(no)] == [True, False]
    assert next((m.rejected, m.confirmed) for m in judged(no, yes)) == (False, True)


def test_merged_by_a_person_is_one_move() -> None:
    """Even what the rules would never merge."""
    told = judged(standing(1, MovesMerged(into="m", moves=("n",), by="p", why="w"), ["a", "b"], ["c"]))
    assert [m.keys for m in told] == [("a", "b", "c")]


def test_split_by_a_person_stays_split() -> None:
    """Even what the rules would merge at once; a claim that is no longer read is passed over."""
    event = MovesSplit(move="m", claims=("b",), by="p", why="w")
    assert [m.keys for m in judged(standing(1, event, ["b", "gone"], ["a"]))] == [("a",), ("b",), ("c",)]


def test_a_split_after_a_merge_holds_and_a_merge_after_a_split() -> None:
    """The later judgement is applied to what the earlier one left."""
    merge = MovesMerged(into="m", moves=("n",), by="p", why="w")
    split = MovesSplit(move="m", claims=("c",), by="p", why="w")
    assert [m.keys for m in judged(standing(1, merge, ["a"], ["c"]), standing(2, split, ["c"], ["a"]))] == [
        ("a", "b"), ("c",),
    ]  # fmt: skip
    assert [m.keys for m in judged(standing(1, split, ["c"], ["a"]), standing(2, merge, ["a"], ["c"]))] == [
        ("a", "b", "c"),
    ]  # fmt: skip


def test_a_judgement_of_claims_that_are_gone_changes_nothing() -> None:
    """Nor does it fail."""
    gone = standing(1, MoveRejected(move="m", by="p", why="w"), ["x", "y"])
    assert judged(gone) == judged()


def test_a_confirmed_move_settles_its_disputes() -> None:
    """Who stands behind a move has looked at what is disputed of it."""
    story = """
        a one.com - | release shipped | V-JEPA 2 | v-jepa-2 | 2025-06-11
        b two.com - | release shipped | V-JEPA 2 | v-jepa-2 | 2025-07-11
    """
    yes = standing(1, MoveConfirmed(move="m", by="ada", why="read the paper"), ["a"])
    (dispute,) = resolve(records(story), [yes])[0].disputes
    assert (dispute.settled, dispute.settled_by) == (True, "ada: read the paper")


def test_a_dispute_that_a_person_settled_is_settled_on_both_sides() -> None:
    """It is one dispute, wherever it is shown; and what a rejected move says disputes nothing."""
    story = """
        a one.com - | release shipped | V-JEPA 2 | v-jepa-2 | 2025-06-11
        b two.com - | release shipped | V-JEPA 2 | v-jepa-2 | 2025-07-11
    """
    yes = standing(1, MoveConfirmed(move="m", by="ada", why="read the paper"), ["a"])
    assert [[d.settled for d in m.disputes] for m in resolve(records(story), [yes])] == [[True], [True]]
    no = standing(1, MoveRejected(move="m", by="ada", why="a typing error"), ["b"])
    assert [m.disputes for m in resolve(records(story), [no])] == [(), ()]
