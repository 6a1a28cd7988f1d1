"""Stories of the whole line, from the bytes of feeds to the chronology: ``tests/told.py`` tells how to read them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from tests.told import Story, Told, holds, posts


def story(test: Callable[[], None]) -> Callable[[Path], None]:
    """The docstring is the test."""

    def told(tmp_path: Path) -> None:
        holds(test.__doc__, tmp_path)

    told.__name__, told.__doc__ = test.__name__, test.__doc__
    return told


@story
def test_two_who_say_the_same_are_one_move_of_two_lineages() -> None:
    """A coarser date and a weekday of the publish date agree with the day itself.

    north.example/scout 2025-04-06
    Llama 4 Scout
    Meta has released Llama 4 Scout on April 5, 2025.

    south.example/new-llama 2025-04-07
    A new Llama
    Meta released Llama 4 Scout on Saturday.

    =>
    2025-04-05 release shipped B Scout | 2 lineages | with Meta

    and then
    west.example/month 2025-05-02
    What April brought
    Meta released Llama 4 Scout in April 2025.

    =>
    2025-04-05 release shipped B Scout | 3 lineages
    """


@story
def test_the_owner_of_the_news_makes_a_grade() -> None:
    """What the subject itself says, with a date, is graded A; the press that repeats it adds no doubt.

    about.meta.example/llama 2025-04-05T16:00:00Z first-party
    Llama 4 is here
    Meta has released Llama 4 Scout and Llama 4 Maverick.

    =>
    2025-04-05 release shipped A Scout Maverick | 1 lineages
    """


@story
def test_an_edit_replaces_what_the_post_said_before() -> None:
    """The same address with another text is a revision: its old claim stands no longer.

    north.example/scout 2025-04-20
    Llama 4 Scout
    Meta has released Llama 4 Scout on April 15, 2025.

    =>
    2025-04-15 release shipped C Scout

    and then
    north.example/scout 2025-04-20
    Llama 4 Scout
    Meta has released Llama 4 Scout on April 5, 2025. An earlier version of this article gave a wrong day.

    =>
    2025-04-05 release shipped C Scout | 1 lineages
    """


@story
def test_a_plan_that_comes_true_is_a_step_and_no_dispute() -> None:
    """Planned for a month, shipped on a day of it: two moves of one thread, neither disputed.

    north.example/plan 2025-03-20
    Llama 4 Scout
    Meta plans to release Llama 4 Scout in April 2025.

    =>
    2025-04 release planned C Scout

    and then
    south.example/done 2025-04-05
    Llama 4 Scout
    Meta has released Llama 4 Scout today.

    =>
    2025-04 release planned C Scout
    2025-04-05 release shipped C Scout
    """


@story
def test_unnamed_people_make_a_rumour() -> None:
    """What only unnamed people say is graded D, whoever prints it.

    north.example/llama-5 2025-04-04
    Llama 5
    Meta may release Llama 5 next month, according to two people familiar with the matter.

    =>
    2025-04-04 release rumoured D Llama 5
    """


@story
def test_two_amounts_for_one_year_are_disputed() -> None:
    """Both amounts stay visible, and the move says that it is disputed.

    north.example/capex 2026-01-29
    Capital spending
    Meta raised its 2026 capital expenditures guidance to $115 billion to $135 billion on January 28, 2026.

    south.example/capex 2026-01-29
    Capital spending
    Meta said on January 28, 2026 that its capital expenditures for 2026 will be $100 billion to $110 billion.

    =>
    2026-01-28 investment announced B capex | disputed | $115 billion to $135 billion | $100 billion to $110 billion
    """


@story
def test_other_companies_make_no_moves() -> None:
    """A post about others, and one about nothing of the kind, add nothing to the chronology.

    north.example/others 2025-04-04
    The week in AI
    OpenAI has released GPT-5. Google launched Gemini 3 on April 1, 2025.

    south.example/soup 2025-04-04
    A recipe for soup
    Cut the leeks and boil them for an hour.

    =>
    """


@story
def test_nothing_relative_is_resolved_without_a_publish_date() -> None:
    """A weekday in a post that has no date of its own leaves the move undated; a date that is written out does not.

    north.example/undated -
    Llama 4 Scout
    Meta released Llama 4 Scout on Thursday.

    south.example/dated -
    Code Llama
    Meta released Code Llama on August 24, 2023.

    =>
    - release shipped C Scout
    2023-08-24 release shipped C Code Llama
    """


@story
def test_a_partner_is_an_actor_and_its_amount_is_its_own() -> None:
    """Two deals of one month are two moves, and the gigawatts stand with AMD's alone.

    north.example/amd 2026-02-24
    Meta and AMD
    Meta signed an agreement with AMD on February 24, 2026 for 6 gigawatts of GPUs.

    south.example/nvidia 2026-02-17
    Meta and NVIDIA
    Meta signed an agreement with NVIDIA on February 17, 2026 for millions of GPUs.

    =>
    2026-02-17 partnership announced C agreement | with NVIDIA
    2026-02-24 partnership announced C agreement | with AMD | 6 gigawatts
    """


@story
def test_a_leak_is_an_incident_and_no_release() -> None:
    """The release and the leak of the same weights are two moves.

    north.example/llama 2023-02-24
    Meta shows LLaMA
    Meta has released LLaMA on February 24, 2023.

    south.example/leak 2023-03-08
    LLaMA
    The weights of LLaMA leaked on March 3, 2023.

    =>
    2023-02-24 release shipped C LLaMA
    2023-03-03 incident shipped C LLaMA
    """


@story
def test_days_apart_are_disputed() -> None:
    """A thing comes out once: two days that are far from each other cannot both be right.

    north.example/scout 2025-04-20
    Llama 4 Scout
    Meta released Llama 4 Scout on April 5, 2025.

    south.example/scout 2025-04-21
    Llama 4 Scout
    Meta released Llama 4 Scout on April 15, 2025.

    =>
    2025-04-05 release shipped C Scout | disputed
    2025-04-15 release shipped C Scout | disputed
    """


_ORDERLESS = posts("""
    north.example/scout 2025-04-06
    Llama 4 Scout
    Meta has released Llama 4 Scout on April 5, 2025.

    south.example/scout 2025-04-07
    A new Llama
    Meta released Llama 4 Scout on Saturday.

    west.example/amd 2026-02-24
    Meta and AMD
    Meta signed an agreement with AMD on February 24, 2026 for 6 gigawatts of GPUs.

    east.example/amd 2026-02-25
    Meta and AMD
    Meta signed an agreement with AMD on February 24, 2026 for 5 gigawatts of GPUs.
""")


@pytest.mark.parametrize("order", list(permutations(_ORDERLESS))[::4])
def test_the_order_in_which_posts_arrive_does_not_matter(order: tuple[Told, ...], tmp_path: Path) -> None:
    """Dates, values, members, lineages, disputes and grades are the same whoever was heard first."""
    (tmp_path / "told").mkdir()
    (tmp_path / "other").mkdir()
    one, other = Story(tmp_path / "told"), Story(tmp_path / "other")
    try:
        for post in _ORDERLESS:
            one.poll(post)
        for post in order:
            other.poll(post)
        assert other.model.digest().content == one.model.digest().content
        assert len(other.moves()) == 2
    finally:
        one.close()
        other.close()


def test_every_quote_is_a_piece_of_its_post(tmp_path: Path) -> None:
    """What is shown as a quote stands letter by letter in the text that was published."""
    line = Story(tmp_path)
    try:
        for post in _ORDERLESS:
            line.poll(post)
        texts = {post.url: "\n".join((post.title, *post.paragraphs)) for post in _ORDERLESS}
        sources = [source for move in line.moves() for source in move.sources]
        assert len(sources) == 4
        assert all(source.quote and source.quote in texts[source.url or ""] for source in sources)
    finally:
        line.close()


def test_the_same_feed_again_adds_nothing(tmp_path: Path) -> None:
    """A poll that brings what is known appends no event and changes no digest."""
    line = Story(tmp_path)
    try:
        for post in _ORDERLESS:
            line.poll(post)
        before = line.log.head(), line.model.digest()
        for post in _ORDERLESS:
            line.poll(post)
        assert (line.log.head(), line.model.digest()) == before
    finally:
        line.close()
