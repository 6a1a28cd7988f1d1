"""What is one move though two writers name it differently: cuts, budgets, offices, things that happen once."""

from __future__ import annotations

from tests.project_told import holds


def test_job_cuts_of_one_month_are_one_whatever_they_are_called() -> None:
    """By their number, where both give one; who wrote the memo is no party to them.

    a alpha.com 2025-10-23 | people announced | 600 job cuts in the lab | - | 2025-10-22 | with alexandr-wang
    b beta.com  2025-11-20 | people shipped   | layoffs of 600 in AI | - | 2025-10
    c gamma.com 2025-11-20 | people shipped   | layoffs of 50 in robotics | - | 2025-10
    =>
    a+b 2025-10-22 shipped B
    c 2025-10 shipped C
    """
    holds(test_job_cuts_of_one_month_are_one_whatever_they_are_called.__doc__)


def test_capital_spending_and_capital_expenditure_are_one_budget() -> None:
    """Of the same year, told in the same month.

    a alpha.com - | investment announced | 2024 capital spending guidance | - | 2024-07 | capex 37-40 USD in 2024
    b beta.com  - | investment announced | 2024 capital expenditure forecast | - | 2024-07 | capex 37-40 USD in 2024
    =>
    a+b 2024-07 announced B
    """
    holds(test_capital_spending_and_capital_expenditure_are_one_budget.__doc__)


def test_a_month_that_holds_two_days_of_what_happens_once_goes_to_the_first() -> None:
    """A company is bought once: the days are disputed, and the month joins one of them.

    a alpha.com - | acquisition announced | Orca | - | 2025-12-05 | with orca
    b beta.com  - | acquisition announced | Orca | - | 2025-12-29 | with orca
    c gamma.com - | acquisition announced | Orca | - | 2025-12 | with orca
    =>
    a+c 2025-12-05 announced B
    b 2025-12-29 announced C
    hard date-disjoint a b
    """
    holds(test_a_month_that_holds_two_days_of_what_happens_once_goes_to_the_first.__doc__)


def test_one_office_by_two_names_is_one_where_all_else_is() -> None:
    """Three words in common and the days: the same approval. Two words are too few.

    a alpha.com - | policy shipped | three gas plants approved | - | 2025-08 | with harbour-service
    b beta.com  - | policy shipped | approval of three gas plants | - | 2025-08-20 | with harbour-regulators
    c gamma.com - | policy shipped | approval of plants | - | 2025-08-20 | with board-of-trade
    =>
    a+b 2025-08-20 shipped B
    c 2025-08-20 shipped C
    """
    holds(test_one_office_by_two_names_is_one_where_all_else_is.__doc__)


def test_an_app_told_of_in_bare_words_is_the_app() -> None:
    """The same app, of the same month; of another month it is another step.

    a alpha.com - | product shipped | Meta AI app launched | meta-ai-app | 2025-04
    b beta.com  - | product shipped | standalone Meta AI app | meta-ai-app | 2025-04
    c gamma.com - | product shipped | Meta AI app | meta-ai-app | 2025-09
    =>
    a+b 2025-04 shipped B
    c 2025-09 shipped C
    """
    holds(test_an_app_told_of_in_bare_words_is_the_app.__doc__)
