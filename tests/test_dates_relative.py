"""Words that count from the publish date, from the verb's tense, or from what came before."""

from __future__ import annotations

from datetime import date

from ingest.extract.dates import find_dates
from tests.dates_told import told


def test_a_weekday_is_the_last_one_unless_a_verb_points_ahead() -> None:
    """The verb that governs a weekday chooses its week."""
    told("""
        [2026-05-20] They launched it on Monday. => Monday = 2026-05-18
        [2026-05-20] They will launch it on Monday. => Monday = 2026-05-25
        [2026-05-20] It is scheduled for Monday. => Monday = 2026-05-25
        [2026-05-20] They launched it on Wednesday. => Wednesday = 2026-05-20
        [2026-05-20] They met last Wednesday. => last Wednesday = 2026-05-13
        [2026-05-20] They meet next Wednesday. => next Wednesday = 2026-05-27
        [2026-05-20] He left on Friday morning. => Friday morning = 2026-05-15TMO
        [2026-05-20] It was postponed until Tuesday. => Tuesday = 2026-05-26
    """)


def test_without_a_publish_date_nothing_is_guessed() -> None:
    """A relative word stays open in the notation's own way when there is nothing to count from."""
    told("""
        It came out on Thursday. => Thursday = XXXX-WXX-4
        It came out in April. => April = XXXX-04
        It came out on April 5. => April 5 = XXXX-04-05
        It came out yesterday. => yesterday = PAST_REF
        It comes out next year. => next year = FUTURE_REF
        It came out last quarter. => last quarter = PAST_REF
        It came out three weeks ago. => three weeks ago = PAST_REF
        The third quarter was good. => The third quarter = XXXX-Q3
        It comes out this summer. => this summer = XXXX-SU
    """)
    assert all(e.interval is None and e.anchor == "none" for e in find_dates("On Thursday, in April, yesterday."))


def test_a_month_without_its_year_is_the_near_one_on_the_side_of_its_verb() -> None:
    """A plan told in the past may lie on both sides; putting off points ahead."""
    told("""
        [2025-05-15] They planned it for April, pushed it to June, and delayed it until at least fall.\
 => April = 2025-04; June = 2025-06; fall = 2025-FA
        [2025-11-02] The dividend is payable Jan. 2 to holders of Dec. 15. => Jan. 2 = 2026-01-02; Dec. 15 = 2025-12-15
        [2025-11-02] They sold it in April. => April = 2025-04
        [2025-11-02] They will sell it in April. => April = 2026-04
        [2025-01-20] They sold it in December. => December = 2024-12
        [2025-01-20] They sold it last March. => last March = 2024-03
        [2025-01-20] They sold it in July last year. => July last year = 2024-07
    """)


def test_periods_about_the_publish_date() -> None:
    """This, last and next name the calendar's own days, weeks, months, quarters and years."""
    told("""
        [2026-05-20] Earlier this month it rained. => Earlier this month = 2026-05
        [2026-05-20] It rained late last year. => late last year = 2025
        [2026-05-20] It rained last week. => last week = 2026-W20
        [2026-05-20] It may rain next quarter. => next quarter = 2026-Q3
        [2026-05-20] It rained over the weekend. => the weekend = 2026-W20-WE
        [2026-05-20] It rained today and yesterday. => today = 2026-05-20; yesterday = 2026-05-19
        [2026-05-20] It rained the day before yesterday. => the day before yesterday = 2026-05-18
        [2026-05-20] It may rain by the end of the year. => the end of the year = 2026
        [2026-05-20] It may rain in the first half of next year. => the first half of next year = 2027-H1
        [2026-05-20] In the first quarter it rained. => the first quarter = 2026-Q1
        [2026-05-20] In the fourth quarter it rained. => the fourth quarter = 2025-Q4
    """)


def test_headlines_tell_a_plan_with_a_bare_infinitive() -> None:
    """Without another verb, "to" and a verb point ahead; what a weekday's noun names has happened."""
    told("""
        [2026-05-19] Acme to unveil new phone on Thursday => Thursday = 2026-05-21
        [2026-05-19] They said it would ship on Thursday. => Thursday = 2026-05-21
        [2026-05-19] They said Thursday it would ship. => Thursday = 2026-05-14
        [2026-05-19] They may appeal Thursday's ruling. => Thursday = 2026-05-14
        [2026-05-19] They meet on the third Thursday of June 2026. => the third Thursday of June 2026 = 2026-06-18
        [2026-05-19] It earned $2 in the year ended March 31. => the year = P1Y; March 31 = 2026-03-31
    """)


def test_so_many_units_ago_is_as_coarse_as_its_unit() -> None:
    """Ten days ago is a day, two months ago a month, five years ago a year."""
    told("""
        [2026-05-20] It rained 10 days ago. => 10 days ago = 2026-05-10
        [2026-05-20] It rained two weeks ago. => two weeks ago = 2026-W19
        [2026-05-20] It rained a couple of months ago. => a couple of months ago = 2026-03
        [2026-05-20] It rained five years ago. => five years ago = 2021
        [2026-05-20] It rained a decade ago. => a decade ago = 2016
        [2026-05-20] It rained several years ago. => several years ago = PAST_REF
        [2026-05-20] It may rain six months from now. => six months from now = 2026-11
    """)


def test_some_words_count_from_the_expression_before() -> None:
    """The following day follows the day before it in the text; no day is counted from a month."""
    told("""
        On March 3, 2023 it leaked. The following day it spread.\
 => March 3, 2023 = 2023-03-03; The following day = 2023-03-04
        It leaked on March 3, 2023. Three days later it spread.\
 => March 3, 2023 = 2023-03-03; Three days later = 2023-03-06
        In March 2023 it leaked. The following day it spread. => March 2023 = 2023-03; The following day = FUTURE_REF
        In March 2023 it leaked. Later that year it spread. => March 2023 = 2023-03; Later that year = 2023
        In 2023 it leaked. A month later it spread. => 2023 = 2023; A month later = FUTURE_REF
    """)


def test_a_year_ago_in_a_report_of_quarters_is_the_same_quarter() -> None:
    """What a figure of a quarter is compared with is that quarter of the year before, and does not become the topic."""
    told("""
        [2025-10-30] In the third quarter it earned $2, up from $1 a year ago. The quarter was good.\
 => the third quarter = 2025-Q3; a year ago = 2024-Q3; The quarter = 2025-Q3
        [2025-10-30] It had grown a year ago. => a year ago = 2024
    """)


def test_the_publish_day_is_that_of_its_own_zone() -> None:
    """A timestamp late in the evening of its zone is not moved to the next day."""
    told("""
        [2025-04-05T23:30:00-07:00] It opened today. => today = 2025-04-05
        [no date at all] It opened today. => today = PRESENT_REF
    """)


def test_days_later_and_within_a_week_lie_after_the_expression_before() -> None:
    """A vague span behind a date keeps its value, and its interval says where it lies."""
    within = find_dates("They released it in February 2023. Within a week it leaked.")[1]
    assert within.interval is not None
    assert (within.value, within.interval.start, within.interval.end) == ("P1W", date(2023, 2, 1), date(2023, 3, 7))
    later = find_dates("They met on May 5, 2025. Days later they agreed.")[1]
    assert later.interval is not None
    assert (later.value, later.interval.end, later.anchor) == ("PXD", date(2025, 5, 12), "previous")
