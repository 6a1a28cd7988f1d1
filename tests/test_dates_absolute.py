"""Dates that stand for themselves."""

from __future__ import annotations

from tests.dates_told import told


def test_days_are_read_in_every_common_order() -> None:
    """A day with its year has the same value however it is written."""
    told("""
        It opened on April 5, 2025. => April 5, 2025 = 2025-04-05
        It opened on Saturday, April 5, 2025. => Saturday, April 5, 2025 = 2025-04-05
        It opened on 5 April 2025. => 5 April 2025 = 2025-04-05
        It opened on the 5th of April 2025. => the 5th of April 2025 = 2025-04-05
        It opened on Apr. 5, 2025. => Apr. 5, 2025 = 2025-04-05
        It opened on 5-Apr-2025. => 5-Apr-2025 = 2025-04-05
        It opened on 2025-04-05. => 2025-04-05 = 2025-04-05
        It opened on 2025/04/05. => 2025/04/05 = 2025-04-05
        It opened on 05.04.2025. => 05.04.2025 = 2025-04-05
        It opened on 4/5/2025. => 4/5/2025 = 2025-04-05
        It opened on 25/4/2025. => 25/4/2025 = 2025-04-25
        It opened on 2025-04-05T10:30:00Z. => 2025-04-05T10:30:00Z = 2025-04-05T10:30
    """)


def test_months_years_and_what_is_larger() -> None:
    """The value is as fine as the words, and no finer."""
    told("""
        The (October 2025 announcement) stands. => October 2025 = 2025-10
        Early in 2026 it closed. => Early in 2026 = 2026
        It stays so as of April 2026, they say. => April 2026 = 2026-04
        It began in the late 1990s. => the late 1990s = 199
        It began in the '90s. => the '90s = 199
        It began in the nineties. => the nineties = 199
        It is a craft of the 19th century. => the 19th century = 18
        It grew by mid-2026. => mid-2026 = 2026
        In nineteen ninety-six it rained. => nineteen ninety-six = 1996
        In twenty twenty-five it rained. => twenty twenty-five = 2025
        By the year two thousand all is well. => the year two thousand = 2000
        It came in Sept '25. => Sept '25 = 2025-09
    """)


def test_a_range_of_days_is_one_expression_and_one_of_months_two() -> None:
    """Days joined by a dash share their month and year; months joined by a word share their year."""
    told("""
        They meet on Sept. 5-7, 2025. => Sept. 5-7, 2025 = 2025-09-05
        They meet from January to March 2025. => January = 2025-01; March 2025 = 2025-03
        They meet in July and August 2025. => July = 2025-07; August 2025 = 2025-08
        They meet in the week of April 7, 2025. => the week of April 7, 2025 = 2025-W15
    """)


def test_quarters_halves_and_seasons_with_their_year() -> None:
    """A period of several months is named by its year and its number; a fiscal year by the year of its number."""
    told("""
        Sales of Q4 2025 rose. => Q4 2025 = 2025-Q4
        Sales of 1Q25 rose. => 1Q25 = 2025-Q1
        Sales of the third quarter of 2025 rose. => the third quarter of 2025 = 2025-Q3
        Sales in the second half of 2026 may rise. => the second half of 2026 = 2026-H2
        Sales in H1 2026 may rise. => H1 2026 = 2026-H1
        Sales of 2H26 may rise. => 2H26 = 2026-H2
        Sales of FY2025 rose. => FY2025 = 2025
        Sales of fiscal 2026 rose. => fiscal 2026 = 2026
        It comes in the fall of 2025. => the fall of 2025 = 2025-FA
        It comes in spring 2026. => spring 2026 = 2026-SP
    """)


def test_numbers_and_names_are_no_years() -> None:
    """What is counted, priced or named with four digits is no year; "May", "Jan" and "March" are words too."""
    told("""
        The cluster has 2000 GPUs and 2048 tokens. => nothing
        An H100 costs $2024 here. => nothing
        The Atlas 3.1 405B beats it. => nothing
        May I ask? March on! Jan Novak may answer. => nothing
        Her 44-year-old brother is in his thirties. => nothing
        Sales fall 5% as buyers spring ahead. => nothing
    """)


def test_days_that_do_not_exist_are_not_read_as_days() -> None:
    """A 31st of June names no day; nothing is raised and no day is made up."""
    told("""
        It ended on 2025-02-30, they say. => nothing
        It ended on 31/31/2025, they say. => nothing
    """)
