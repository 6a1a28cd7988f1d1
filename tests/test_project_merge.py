"""What is one move and what is not, told in stories."""

from __future__ import annotations

from tests.project_told import holds, records
from timeline.project import resolve


def test_two_posts_about_one_release_are_one_move() -> None:
    """A release told by two owners is one move with two lineages.

    a cnbc.com  2025-04-06 | release shipped | Llama 4 | llama-4 | 2025-04-05
    b verge.com 2025-04-05 | release shipped | Llama 4 | llama-4 | 2025-04-05
    =>
    a+b 2025-04-05 shipped B
    """
    holds(test_two_posts_about_one_release_are_one_move.__doc__)


def test_a_coarse_date_joins_the_fine_one_inside_it() -> None:
    """A month holds its days and the day wins: 24 February 2023 and "February 2023" are one, and no dispute.

    a one.com - | release shipped | LLaMA | llama | 2023-02-24
    b two.com - | release shipped | LLaMA | llama | 2023-02
    =>
    a+b 2023-02-24 shipped B
    """
    holds(test_a_coarse_date_joins_the_fine_one_inside_it.__doc__)


def test_a_member_of_a_family_is_part_of_it_and_not_merged() -> None:
    """Llama 4 Behemoth is linked to Llama 4 and is a move of its own.

    a one.com - | release shipped | Llama 4          | llama-4          | 2025-04
    b two.com - | release planned | Llama 4 Behemoth | llama-4-behemoth | 2025-04
    =>
    a 2025-04 shipped C
    b 2025-04 planned C
    """
    holds(story := test_a_member_of_a_family_is_part_of_it_and_not_merged.__doc__)
    assert [m.part_of for m in resolve(records(story or ""), [])] == ["llama", "llama-4"]


def test_members_launched_together_are_the_launch_of_their_family() -> None:
    """Llama 4 Scout and Maverick, named together, came out when Llama 4 did.

    a one.com - | release shipped | Llama 4 Scout and Maverick | llama-4-scout | 2025-04-05
    b two.com - | release shipped | Llama 4                    | llama-4       | 2025-04
    =>
    a+b 2025-04-05 shipped B
    """
    holds(test_members_launched_together_are_the_launch_of_their_family.__doc__)


def test_a_size_is_no_object_of_its_own() -> None:
    """Llama 3.1 405B in July 2024 is the launch of Llama 3.1, corroborated.

    a one.com - | release shipped | Llama 3.1 405B           | llama-3.1-405b | 2024-07
    b two.com - | release shipped | Llama 3.1 in three sizes | llama-3.1      | 2024-07-23
    =>
    a+b 2024-07-23 shipped B
    """
    holds(test_a_size_is_no_object_of_its_own.__doc__)


def test_deals_with_different_counterparts_are_two_moves() -> None:
    """A deal with Nvidia and one with AMD in the same month are two.

    a one.com - | partnership announced | long-term partnership | - | 2026-02 | with Nvidia
    b one.org - | partnership announced | multi-year agreement  | - | 2026-02 | with AMD; power 6 GW at-most
    =>
    a 2026-02 announced C
    b 2026-02 announced C
    """
    holds(test_deals_with_different_counterparts_are_two_moves.__doc__)


def test_a_post_that_gives_no_date_may_lag_behind() -> None:
    """A post four days later that says nothing of when is about the same deal; the date told stands.

    a one.com 2026-02-28 | partnership announced | infrastructure deal | - | 2026-02-28 | with AMD; of the day
    b two.com -          | partnership announced | supply of GPUs      | - | 2026-02-24 | with AMD
    =>
    a+b 2026-02-24 announced B
    """
    holds(test_a_post_that_gives_no_date_may_lag_behind.__doc__)


def test_two_things_told_apart_by_one_post_stay_two() -> None:
    """One post tells of two hires of one person's team on one day; another post's claim joins the likelier.

    a one.com 2025-07-01 | people shipped | Wang, chief officer | - | 2025-07-01 | with Alexandr Wang
    b one.com 2025-07-01 | people shipped | Friedman to lead    | - | 2025-07-01 | with Nat Friedman
    c two.com 2025-07-02 | people shipped | Wang and Friedman   | - | 2025-06-30 | with Alexandr Wang; with Nat Friedman
    =>
    a+c 2025-06-30 shipped B
    b 2025-07-01 shipped C
    """
    story = test_two_things_told_apart_by_one_post_stay_two.__doc__ or ""
    told = records(story)
    from msgspec.structs import replace

    told[1] = replace(told[1], post=told[0].post)
    assert [m.keys for m in resolve(told, [])] == [("a", "c"), ("b",)]


def test_an_undated_claim_joins_where_only_one_fits() -> None:
    """An undated claim joins the only release there is of its object.

    a one.com - | release shipped | ImageBind | imagebind | 2023-05-09
    b two.com - | release shipped | ImageBind | imagebind | -
    =>
    a+b 2023-05-09 shipped B
    """
    holds(test_an_undated_claim_joins_where_only_one_fits.__doc__)


def test_an_undated_claim_stands_alone_where_two_fit() -> None:
    """An undated deal with Nvidia is not put with either of two.

    a one.com - | partnership announced | chip supply | - | 2022-01-24 | with Nvidia
    b two.com - | partnership announced | chip supply | - | 2026-02-17 | with Nvidia
    c six.com - | partnership announced | chip supply | - | -          | with Nvidia
    =>
    a 2022-01-24 announced C
    b 2026-02-17 announced C
    c - announced C
    """
    holds(test_an_undated_claim_stands_alone_where_two_fit.__doc__)


def test_a_change_of_status_is_a_step_of_the_thread() -> None:
    """Behemoth previewed, then delayed: two moves on one thread, each with its date, and no dispute.

    a one.com - | release announced | Llama 4 Behemoth | llama-4-behemoth | 2025-04-05
    b two.com - | release delayed   | Llama 4 Behemoth | llama-4-behemoth | 2025-05-15
    c six.com - | release planned   | Llama 4 Behemoth | llama-4-behemoth | 2026-04
    =>
    a 2025-04-05 announced C
    b 2025-05-15 delayed C
    c 2026-04 planned C
    """
    holds(story := test_a_change_of_status_is_a_step_of_the_thread.__doc__)
    moves = resolve(records(story or ""), [])
    assert {m.thread for m in moves} == {"llama-4-behemoth"}
    assert [(s.status, s.date) for s in moves[0].steps] == [
        ("announced", "2025-04-05"), ("delayed", "2025-05-15"), ("planned", "2026-04"),
    ]  # fmt: skip


def test_the_same_policy_in_other_words_is_one() -> None:
    """The regulator, the day and some words in common make one move of two phrases.

    a one.com - | policy delayed | training on European posts paused | - | 2024-06-14 | with DPC
    b two.com - | policy delayed | plan to train on Europeans' posts | - | 2024-06-14 | with DPC
    =>
    a+b 2024-06-14 delayed B
    """
    holds(test_the_same_policy_in_other_words_is_one.__doc__)


def test_a_counter_is_a_move_at_each_value() -> None:
    """300 million and 1.2 billion downloads are two milestones of one thread.

    a one.com - | milestone shipped | Llama downloads | llama | 2024-07-23 | downloads 300000000 downloads
    b two.com - | milestone shipped | Llama downloads | llama | 2025-05-01 | downloads 1200000000 downloads
    =>
    a 2024-07-23 shipped C
    b 2025-05-01 shipped C
    """
    holds(test_a_counter_is_a_move_at_each_value.__doc__)


def test_someone_who_leaves_did_not_join() -> None:
    """Joining and leaving are two moves, however near.

    a one.com - | people shipped | Jane Roe joins the lab  | - | 2025-07-01 | with Jane Roe
    b two.com - | people shipped | Jane Roe leaves the lab | - | 2025-07-03 | with Jane Roe
    =>
    a 2025-07-01 shipped C
    b 2025-07-03 shipped C
    """
    holds(test_someone_who_leaves_did_not_join.__doc__)


def test_a_coarse_guidance_joins_the_one_that_has_its_figures() -> None:
    """Of two guidances in one year, what is told of the year alone belongs to the one with the same figures.

    a one.com - | investment announced | 2026 capex | - | 2026-01-28 | capex 115e9-135e9 USD in 2026
    b two.com - | investment announced | 2026 capex | - | 2026-04-29 | capex 125e9-145e9 USD in 2026
    c six.com - | investment announced | 2026 capex | - | 2026       | capex 115e9-135e9 USD in 2026
    =>
    a+c 2026-01-28 announced B
    b 2026-04-29 announced C
    """
    holds(test_a_coarse_guidance_joins_the_one_that_has_its_figures.__doc__)
