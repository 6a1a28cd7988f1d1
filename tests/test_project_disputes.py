"""What the five seed documents agree and disagree on, told in our own words, and the rules of disputes."""

from __future__ import annotations

from tests.project_told import holds, records
from timeline.project import resolve


def test_another_year_of_the_same_release_is_a_contradiction() -> None:
    """Llama 4 in April 2025, three times, against a Thursday of 2026.

    a alpha.com   -          | release shipped | Llama 4 Scout and Maverick | llama-4-scout | 2025-04
    b beta.com    -          | release shipped | Llama 4                    | llama-4       | 2025-04
    c gamma.com   -          | release shipped | Llama 4 Scout and Maverick | llama-4-scout | 2025-04
    d delta.com   2026-03-20 | release shipped | Llama 4 | llama-4 | 2026-03-19 | says Meta released it on Thursday
    =>
    a+b+c 2025-04 shipped B
    d 2026-03-19 shipped C
    hard date-disjoint a d
    """
    holds(test_another_year_of_the_same_release_is_a_contradiction.__doc__)


def test_a_thursday_without_a_date_is_set_beside_the_saturday_it_was() -> None:
    """A text that says "on Thursday" and no date joins, and the weekday is shown beside Saturday 5 April 2025.

    a alpha.com - | release shipped | Llama 4 | llama-4 | 2025-04-05
    d delta.com - | release shipped | Llama 4 | llama-4 | - | says released Llama 4 on Thursday
    =>
    a+d 2025-04-05 shipped B
    soft weekday a d
    """
    holds(test_a_thursday_without_a_date_is_set_beside_the_saturday_it_was.__doc__)


def test_two_models_or_eight_is_a_contradiction() -> None:
    """Scout and Maverick are two; a text that says eight contradicts.

    a alpha.com - | release shipped | Llama 4 Scout and Maverick | llama-4-scout | 2025-04
    d delta.com - | release shipped | Llama 4 | llama-4 | 2025-04 | has model-count 8
    =>
    a+d 2025-04 shipped B
    hard model-count a d
    """
    holds(test_two_models_or_eight_is_a_contradiction.__doc__)


def test_a_number_of_models_is_read_from_the_quoted_words() -> None:
    """A quote that says "dropping eight distinct models" tells the number as well.

    a alpha.com - | release shipped | Llama 4 Scout and Maverick | llama-4-scout | 2025-04
    d delta.com - | release shipped | Llama 4 | llama-4 | 2025-04 | says it dropped eight distinct models at once
    =>
    a+d 2025-04 shipped B
    hard model-count a d
    """
    holds(test_a_number_of_models_is_read_from_the_quoted_words.__doc__)


def test_which_is_the_largest_is_shown_and_no_contradiction() -> None:
    """The largest of all and the largest of those released may differ: soft.

    a alpha.com - | release announced | Llama 4 Behemoth | llama-4-behemoth | 2025-04 | has largest llama-4-behemoth
    d delta.com - | release shipped   | Llama 4          | llama-4          | 2025-04 | has largest llama-4-maverick
    =>
    a 2025-04 announced C
    d 2025-04 shipped C
    soft largest a d
    """
    holds(test_which_is_the_largest_is_shown_and_no_contradiction.__doc__)


def test_a_lower_count_later_is_out_of_date() -> None:
    """1 billion downloads in March 2025, "now 650 million" in 2026: soft.

    c gamma.com - | milestone shipped | Llama downloads | llama | 2025-03 | downloads 1000000000 downloads
    d delta.com - | milestone shipped | Llama downloads | llama | 2026    | downloads 650000000 downloads at-least
    =>
    c 2025-03 shipped C
    d 2026 shipped C
    soft older-counter c d
    """
    holds(test_a_lower_count_later_is_out_of_date.__doc__)


def test_the_leak_within_a_week_of_february_agrees_with_the_third_of_march() -> None:
    """3 March 2023 lies in the window that the other text leaves open.

    b beta.com  - | incident shipped | LLaMA weights leaked on 4chan | llama | 2023-03-03
    e omega.com - | incident shipped | LLaMA weights leaked          | llama | 2023-03
    =>
    b+e 2023-03-03 shipped B
    """
    holds(test_the_leak_within_a_week_of_february_agrees_with_the_third_of_march.__doc__)


def test_takedowns_filed_and_not_filed_contradict() -> None:
    """One says that takedown requests were filed, the other that they were not.

    b beta.com  - | policy shipped | takedown requests for copies of LLaMA | llama | 2023-03
    e omega.com - | policy shipped | takedown requests for LLaMA           | llama | 2023-03 | denies
    =>
    b+e 2023-03 shipped B
    hard polarity b e
    """
    holds(test_takedowns_filed_and_not_filed_contradict.__doc__)


def test_a_point_inside_the_range_agrees() -> None:
    """$125 billion this year and $115-135 billion are one guidance.

    a alpha.com   - | investment announced | 2026 capex          | - | 2026-01-28 | capex 115e9-135e9 USD in 2026
    d delta.com   - | investment announced | 2026 capex guidance | - | 2026-01    | capex 125e9 USD in 2026
    =>
    a+d 2026-01-28 announced B
    """
    holds(test_a_point_inside_the_range_agrees.__doc__)


def test_disjoint_numbers_of_one_period_contradict() -> None:
    """$65 billion and $100 billion cannot both be the guidance for 2025.

    a alpha.com - | investment announced | 2025 capex | - | 2025-01-29 | capex 60e9-65e9 USD in 2025
    b beta.com  - | investment announced | 2025 capex | - | 2025-01-29 | capex 100e9 USD in 2025
    =>
    a+b 2025-01-29 announced B
    hard quantity-disjoint a b
    """
    holds(test_disjoint_numbers_of_one_period_contradict.__doc__)


def test_a_later_guidance_is_a_step_and_no_contradiction() -> None:
    """The guidance of April replaces that of January.

    a alpha.com - | investment announced | 2025 capex | - | 2025-01-29 | capex 60e9-65e9 USD in 2025
    b beta.com  - | investment announced | 2025 capex | - | 2025-07-30 | capex 66e9-72e9 USD in 2025
    =>
    a 2025-01-29 announced C
    b 2025-07-30 announced C
    """
    holds(test_a_later_guidance_is_a_step_and_no_contradiction.__doc__)


def test_one_figure_told_of_two_years_is_a_contradiction() -> None:
    """$64-72 billion for 2025, and $72 billion for the next year, told in the same weeks.

    a alpha.com 2025-05-01 | investment announced | 2025 capex | - | 2025-04-30 | capex 64e9-72e9 USD in 2025
    b beta.com  2025-05-10 | investment announced | 2026 capex | - | 2025-05-10 | capex 72e9 USD in 2026
    =>
    a 2025-04-30 announced C
    b 2025-05-10 announced C
    hard quantity-period a b
    """
    holds(test_one_figure_told_of_two_years_is_a_contradiction.__doc__)


def test_users_of_different_metrics_are_not_compared() -> None:
    """3 billion users, 3.5 billion people a day and 700 million of a licence clause say nothing of each other.

    a alpha.com - | milestone shipped | people a day | - | 2025 | daily-users 3500000000 people at-least
    b beta.com  - | milestone shipped | users        | - | 2026 | users 3000000000 users
    d delta.com - | policy shipped    | licence terms of Llama 4 | llama-4 | 2026 | licence-threshold 700000000 users
    =>
    a 2025 shipped C
    b 2026 shipped C
    d 2026 shipped C
    """
    holds(test_users_of_different_metrics_are_not_compared.__doc__)


def test_a_deal_with_a_reported_value_agrees_with_one_without() -> None:
    """A value that one lineage reports as a rumour is shown, and no contradiction.

    c gamma.com - | partnership announced | an agreement  | - | 2026-02    | with AMD; power 6 GW at-most
    h neura.com - | partnership announced | a chip deal   | - | 2026-02-24 | with AMD; power 6 GW; deal-value 100e9 USD
    i aiwat.com - | partnership rumoured  | chip deal     | - | 2026-02-24 | with AMD; deal-value 100e9 USD at-most
    =>
    c+h+i 2026-02-24 announced B
    """
    holds(test_a_deal_with_a_reported_value_agrees_with_one_without.__doc__)


def test_a_state_superseded_in_time_is_no_contradiction() -> None:
    """Wholly on Nvidia in 2022, own chips in 2026: other moves.

    b beta.com  - | chip shipped   | switch to Nvidia GPUs         | -    | 2022    | with Nvidia
    c gamma.com - | chip announced | four new generations of MTIA  | mtia | 2026-03
    =>
    b 2022 shipped C
    c 2026-03 announced C
    """
    holds(test_a_state_superseded_in_time_is_no_contradiction.__doc__)


def test_an_allegation_and_its_denial_are_shown_side_by_side() -> None:
    """Alleged by some and denied by the company: soft, for an allegation is not a fact.

    a alpha.com - | incident shipped | training on test sets of benchmarks | llama-4 | 2025-04 | alleges
    b beta.com  - | incident denied  | training on test sets               | llama-4 | 2025-04 | denies
    =>
    a 2025-04 shipped D
    b 2025-04 denied C
    soft polarity a b
    """
    holds(test_an_allegation_and_its_denial_are_shown_side_by_side.__doc__)


def test_still_planned_after_it_came_out_is_a_contradiction() -> None:
    """Out in April 2025 says one; still planned a year later says the other.

    a alpha.com - | release shipped | Llama 4 Behemoth | llama-4-behemoth | 2025-04
    b beta.com  - | release planned | Llama 4 Behemoth | llama-4-behemoth | 2026-04
    =>
    a 2025-04 shipped C
    b 2026-04 planned C
    hard status a b
    """
    holds(test_still_planned_after_it_came_out_is_a_contradiction.__doc__)


def test_a_dispute_closes_when_the_first_party_settles_it() -> None:
    """Two days are told; then the company's own post says which.

    a alpha.com       2025-06-12 | release shipped | V-JEPA 2 | v-jepa-2 | 2025-06-11
    b beta.com        2025-07-15 | release shipped | V-JEPA 2 | v-jepa-2 | 2025-07-11
    m about.fb.com    2025-07-20 | release shipped | V-JEPA 2 | v-jepa-2 | 2025-06-11 | first-party
    =>
    a+m 2025-06-11 shipped A
    b 2025-07-11 shipped C
    hard date-disjoint a b settled
    """
    holds(test_a_dispute_closes_when_the_first_party_settles_it.__doc__)


def test_a_dispute_names_its_values_and_its_sources() -> None:
    """The text of a dispute holds both values and both publishers."""
    told = records(
        """
        a alpha.com - | release shipped | V-JEPA 2 | v-jepa-2 | 2025-06-11
        b beta.com  - | release shipped | V-JEPA 2 | v-jepa-2 | 2025-07-11
        """
    )
    dispute = resolve(told, [])[0].disputes[0]
    assert all(word in dispute.text for word in ("2025-06-11", "2025-07-11", "alpha.com", "beta.com"))
