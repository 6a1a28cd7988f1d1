"""What was publicly known when: followed event by event, it comes to what working out day after day gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.log import NewEvent
from tests.rm_fold import FOLD, claim, claims, post, resolve
from tests.rm_stories import Story, play, stories
from timeline.project.model import ClaimRecord, Resolved
from timeline.readmodel.digest import tables
from timeline.readmodel.fold import Fold
from timeline.readmodel.judged import Standing
from timeline.readmodel.rules import today

BOTH = pytest.mark.parametrize("fold", [FOLD, today()], ids=["plain", "today"])


def wavering(records: Sequence[ClaimRecord], judgements: Sequence[Standing]) -> list[Resolved]:
    """Every title tells whether the claims that bear on the move are even in number: one more, and it is as before."""
    told = "even" if len(records) % 2 == 0 else "odd"
    return [replace(move, title=f"{move.object}, {told}") for move in resolve(records, judgements)]


#: all claims bear on each other, and each object is a move
WAVERING = Fold(lambda _: ("one",), wavering, FOLD.post_info, "wavering")


def rows(story: Story) -> list[tuple[Any, ...]]:
    """Id, from, to and title of every version."""
    found = "SELECT id, from_day, to_day, json_extract(body, '$.title') FROM rm_known ORDER BY rowid"
    return story.log.connection.execute(found).fetchall()


def held_to(story: Story) -> None:
    """Nothing differs where all that was known is worked out anew."""
    connection = story.log.connection
    before = tables(connection)
    connection.execute("INSERT INTO rm_stale SELECT move, '' FROM rm_id")
    story.model.catch_up(story.log)
    assert tables(connection) == before
    story.close()


@BOTH
@given(stories())
@settings(deadline=None, max_examples=60)
def test_following_is_working_out_whatever_happens(fold: Fold, steps: list[tuple[Any, ...]]) -> None:
    """Posts, revisions, readings and judgements in any order."""
    held_to(play(Story(fold=fold), steps))


@given(st.lists(st.tuples(st.sampled_from(("01", "02", "03")), st.sampled_from("ABC"), st.booleans()), max_size=8))
@settings(deadline=None, max_examples=150)
def test_following_is_working_out_on_days_that_take_changes_back(told: list[tuple[str, str, bool]]) -> None:
    """In time or late, several on one day, with a version that goes and comes back."""
    story = Story(fold=WAVERING)
    for number, (day, object_, known) in enumerate(told):
        name = f"p{number}"
        for event in (post(name, published=f"2026-01-{day}" if known else None), claims(name, claim(object_))):
            story.tell(*event)
    if told:
        held_to(story)


@BOTH
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("01", "01", "02", "03")), st.sampled_from("AB"),
            st.sampled_from((None, "2025", "2025-04-05", "2025-05-01", "2025-05", "2025-04")), st.booleans(),
        ),
        max_size=9,
    )
)  # fmt: skip
@settings(deadline=None, max_examples=100)
def test_following_is_working_out_where_moves_meet(fold: Fold, told: list[tuple[str, str, str | None, bool]]) -> None:
    """What was told apart, is one move, and is told apart again: what was known before goes by the ids of today."""
    story = Story(fold=fold)
    for number, (day, object_, date, at_once) in enumerate(sorted(told, key=lambda one: one[0])):
        name = f"p{number}"
        for event, stream, key in (
            post(name, published=f"2026-01-{day}"),
            claims(name, claim(object_, date), claim(object_, "2025-06", type_="chip")),
        ):
            story.log.append([NewEvent(event, stream, key)])
        if at_once:
            story.model.catch_up(story.log)
    if told:
        story.model.catch_up(story.log)
        held_to(story)


def test_moves_that_have_met_and_are_told_of_late_are_worked_out_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was known of the one that leads to the other now goes with it, in whatever order they come up."""
    monkeypatch.setattr("timeline.readmodel.MOVES", 1)
    story = Story(fold=FOLD)
    tellings = (("01", "2025-04-05"), ("02", "2025-05-01"), ("03", "2025"), ("02", "2025-05"))
    for number, (day, date) in enumerate(tellings):
        for event, stream, key in (
            post(f"p{number}", published=f"2026-01-{day}"),
            claims(f"p{number}", claim("A", date)),
        ):
            story.log.append([NewEvent(event, stream, key)])
    story.model.catch_up(story.log)
    assert len(rows(story)) > 2
    held_to(story)


def test_a_change_that_is_taken_back_on_its_day_leaves_no_version() -> None:
    """A move whose title is another for some hours only is known as one version."""
    story = Story(fold=WAVERING)
    for name, day, object_ in (("a", "01", "A"), ("b", "02", "B"), ("c", "02", "C")):
        story.tell(*post(name, published=f"2026-01-{day}"))
        story.tell(*claims(name, claim(object_)))
    first = rows(story)[0]
    assert first[1:] == ("2026-01-01", None, "A, odd")
    assert [row[0] for row in rows(story)].count(first[0]) == 1
    held_to(story)


def test_claims_in_time_wait_for_nothing_and_late_ones_do() -> None:
    """Only what was known before a day that is told of again is left to be worked out."""
    story = Story(fold=WAVERING)
    waiting = "SELECT count(*) FROM rm_stale"
    page = story.model._page
    for name, day, wanted in (("a", "02", 0), ("b", "02", 0), ("c", "03", 0), ("d", "01", 4)):
        for event, stream, key in (post(name, published=f"2026-01-{day}"), claims(name, claim(name))):
            story.log.append([NewEvent(event, stream, key)])
        page(story.log, 256)
        assert story.log.connection.execute(waiting).fetchone() == (wanted,)
    story.model.catch_up(story.log)
    assert story.log.connection.execute(waiting).fetchone() == (0,)
    held_to(story)
