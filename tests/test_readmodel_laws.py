"""What stands in the read model is a function of the sequence of events alone."""

from __future__ import annotations

import sqlite3
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rm_fold import FOLD
from tests.rm_stories import Story, play, stories
from timeline.readmodel import ReadModel
from timeline.readmodel.digest import tables


def elsewhere(story: Story, page_size: int) -> dict[str, str]:
    """The same log folded from nothing in another database: table → digest of its rows."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    ReadModel(connection, fold=FOLD).catch_up(story.log, page_size=page_size)
    answer = tables(connection)
    connection.close()
    return answer


@given(stories(), st.sampled_from([1, 2, 3, 7, 256]))
@settings(deadline=None, max_examples=150)
def test_a_rebuild_gives_the_rows_that_following_event_by_event_gave(steps: list[tuple[Any, ...]], size: int) -> None:
    """Every row of every table is the same, at any page size."""
    story = play(Story(), steps)
    if story.events:
        assert elsewhere(story, size) == tables(story.log.connection)
    story.close()
