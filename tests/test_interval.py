"""Dates that say how exact they are: what days they span, and the laws of containing and meeting."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.interval import ORDER, Interval, finest, parse_interval, precision_of

DAYS = st.dates(date(1, 1, 8), date(9998, 12, 31))


def forms(day: date) -> list[str]:
    """The ISO dates of every precision that hold a day, the finest first."""
    year, week, _ = day.isocalendar()
    return [
        day.isoformat(),
        f"{year:04}-W{week:02}",
        f"{day.year:04}-{day.month:02}",
        f"{day.year:04}-Q{(day.month + 2) // 3}",
        f"{day.year:04}-H{1 if day.month <= 6 else 2}",
        f"{day.year:04}",
    ]


FORMS = DAYS.flatmap(lambda day: st.sampled_from(forms(day)))


def interval(text: str, end: str | None = None) -> Interval:
    """The interval of a date that is known."""
    found = parse_interval(text, end)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2025-04-05", "2025-04-05", "2025-04-05", "day"),
        ("2024-02-29", "2024-02-29", "2024-02-29", "day"),
        ("2025-W01", "2024-12-30", "2025-01-05", "week"),
        ("2025-W14", "2025-03-31", "2025-04-06", "week"),
        ("2026-W53", "2026-12-28", "2027-01-03", "week"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2025-12", "2025-12-01", "2025-12-31", "month"),
        ("2025-Q1", "2025-01-01", "2025-03-31", "quarter"),
        ("2025-Q4", "2025-10-01", "2025-12-31", "quarter"),
        ("2025-H1", "2025-01-01", "2025-06-30", "half"),
        ("2025-H2", "2025-07-01", "2025-12-31", "half"),
        ("2025", "2025-01-01", "2025-12-31", "year"),
    ],
)
def test_a_date_spans_its_days(text: str, start: str, end: str, precision: str) -> None:
    """First and last day of each form, leap days and the weeks over New Year among them."""
    assert interval(text) == Interval(date.fromisoformat(start), date.fromisoformat(end))
    assert precision_of(text) == precision


def test_unknown_is_no_interval() -> None:
    """None is a date nobody gave, not an error."""
    assert (parse_interval(None), precision_of(None), finest([])) == (None, "unknown", None)


@pytest.mark.parametrize(
    "text",
    [
        "", "25", "2025-13", "2025-00", "2025-02-30", "2025-Q5", "2025-Q0", "2025-H3", "2025-W54", "2025-W00",
        "2025-W53", "2025-4-5", "2025-04-05T10:00", "2025-04-05 ", "April 2025", "-2025", "20250405",
    ],
)  # fmt: skip
def test_what_is_no_such_date_is_a_value_error(text: str) -> None:
    """Never a guess."""
    with pytest.raises(ValueError):
        parse_interval(text)


@given(DAYS)
def test_a_coarser_date_contains_the_finer_ones_inside_it(day: date) -> None:
    """Each calendar form that holds a day contains it, the calendar ones each contain the finer before them, and none
    of them conflicts with another.
    """
    spans = [interval(text) for text in forms(day)]
    assert all(span.contains(spans[0]) for span in spans)
    months = [spans[0], *spans[2:]]  # weeks lie across months
    assert all(wide.contains(fine) for fine, wide in pairwise(months))
    assert all(one.meets(other) for one in spans for other in spans)


@given(FORMS, FORMS, st.integers(0, 400))
def test_meeting_is_mutual_and_grows_with_the_tolerance(one: str, other: str, days: int) -> None:
    """Who meets is met; what meets within some days meets within more; containing is meeting."""
    a, b = interval(one), interval(other)
    assert a.meets(b, days) == b.meets(a, days)
    assert not a.meets(b) or a.meets(b, days)
    assert not a.contains(b) or a.meets(b)


@given(FORMS, st.integers(0, 400), st.integers(1, 400))
def test_a_gap_is_bridged_by_as_many_days_as_it_is_wide(text: str, days: int, gap: int) -> None:
    """Two intervals ``gap`` days apart meet from a tolerance of ``gap`` on."""
    a = interval(text)
    if a.end.year > 9990:
        return
    start = a.end + timedelta(gap)
    b = Interval(start, start)
    assert a.meets(b, days) == (days >= gap)


@given(FORMS, FORMS)
def test_a_range_ends_with_the_last_day_of_its_end(start: str, end: str) -> None:
    """It begins where its first date does, and never ends before that date does."""
    span = interval(start, end)
    assert span.start == interval(start).start
    assert span.end == max(interval(start).end, interval(end).end)


@given(st.lists(FORMS, min_size=1))
def test_the_finest_date_is_one_of_them_and_none_is_finer(dates: list[str]) -> None:
    """Of several as fine the earliest, whatever their order."""
    chosen = finest(dates)
    assert chosen in dates
    assert min(ORDER.index(precision_of(d)) for d in dates) == ORDER.index(precision_of(chosen))
    assert finest(list(reversed(dates))) == chosen
