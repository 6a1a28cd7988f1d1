"""Durations, sets and times of the day."""

from __future__ import annotations

from datetime import date

from ingest.extract.dates import find_dates
from tests.dates_told import told


def test_durations_say_their_length() -> None:
    """A span is counted in the unit of its words; halves in the next smaller unit; what is open stays X."""
    told("""
        It took two years. => two years = P2Y
        A three-year deal is done. => three-year = P3Y
        It lasted 2 1/2 years. => 2 1/2 years = P2Y6M
        It lasted one-and-a-half years. => one-and-a-half years = P1Y6M
        It lasted half an hour. => half an hour = PT30M
        It lasted a minute and a half. => a minute and a half = PT1M30S
        It lasted twenty-four hours. => twenty-four hours = PT24H
        It lasted a hundred years. => a hundred years = P100Y
        It lasted two decades. => two decades = P20Y
        It lasted several months. => several months = PXM
        It lasted for years. => years = PXY
        It takes two to three weeks. => two to three weeks = P2W
        It holds up to 180 days. => up to 180 days = P180D
    """)


def test_a_count_beyond_all_time_names_no_year() -> None:
    """Numbers too long for any calendar are not counted with: only that it lies in the past is read."""
    told(f"""
        [2026-05-20] It rained {"9" * 5000} years ago. => years ago = PAST_REF
    """)


def test_a_span_beside_the_publish_date_has_its_days() -> None:
    """The past two years end at the publish date; the next two begin there."""
    past, ahead = find_dates("It grew in the past two years and may grow in the next three weeks.", "2026-04-07")
    assert past.interval is not None
    assert ahead.interval is not None
    assert (past.interval.start, past.interval.end) == (date(2024, 4, 7), date(2026, 4, 7))
    assert (ahead.interval.start, ahead.interval.end) == (date(2026, 4, 7), date(2026, 4, 28))


def test_what_comes_again_is_a_set() -> None:
    """Frequencies, named days that recur and rates are of type SET."""
    text = (
        "They meet every Monday, each month, daily, every two weeks and on Tuesday nights, at $5 a year, twice a week."
    )
    found = find_dates(text, "2026-05-20")
    assert {e.type for e in found} == {"SET"}
    assert [e.value for e in found] == ["XXXX-WXX-1", "P1M", "P1D", "P2W", "XXXX-WXX-2TNI", "P1Y", "P1W"]


def test_times_of_the_day_carry_their_day() -> None:
    """An hour is told with the day named beside it, else with the publish day."""
    told("""
        [2026-05-20] It opened at 10 p.m. => 10 p.m. = 2026-05-20T22:00
        [2026-05-20] It opened at 7:30 a.m. ET on Tuesday. => 7:30 a.m. ET on Tuesday = 2026-05-19T07:30
        [2026-05-01] It opened Thursday 11pm UTC. => Thursday 11pm UTC = 2026-04-30T23:00
        [2026-05-20] It opened at noon Monday. => noon Monday = 2026-05-18T12:00
        [2026-05-20] It opened last night. => last night = 2026-05-19TNI
        [2026-05-20] It opened this morning. => this morning = 2026-05-20TMO
        It opened at 10 p.m. => 10 p.m. = XXXX-XX-XXT22:00
    """)


def test_named_days_are_found_in_their_year() -> None:
    """Feasts move by their own rules."""
    told("""
        They met on Thanksgiving 2024. => Thanksgiving 2024 = 2024-11-28
        They met on Easter 2025. => Easter 2025 = 2025-04-20
        They met on Labor Day, 2025. => Labor Day, 2025 = 2025-09-01
        They met on Memorial Day 2025. => Memorial Day 2025 = 2025-05-26
        [2026-01-03] They met on Christmas Eve. => Christmas Eve = 2025-12-24
    """)


def test_words_for_now_then_and_later() -> None:
    """Present, past and future as such have no day."""
    told("""
        It is now open. => now = PRESENT_REF
        It is currently open. => currently = PRESENT_REF
        It opened recently. => recently = PAST_REF
        It may open in the near future. => the near future = FUTURE_REF
    """)


def test_a_limit_is_told_with_its_word() -> None:
    """By, since and until make a date a limit, also across "at least"."""
    bounds = [e.bound for e in find_dates("By June, since May 2024, until at least fall; in March 2025.", "2025-01-02")]
    assert bounds == ["by", "since", "until", ""]
