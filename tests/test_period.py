"""The period grammar: every form under three clocks, what is refused, and the laws that hold for all of it."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import PeriodError
from timeline.period import parse_period

#: a plain morning in UTC; the night of a change to summer time; the last second of a year west of Greenwich
CLOCKS = (
    datetime(2026, 11, 21, 7, 30, tzinfo=UTC),
    datetime(2024, 3, 31, 0, 30, tzinfo=ZoneInfo("Europe/Berlin")),
    datetime(2025, 12, 31, 23, 59, 59, tzinfo=ZoneInfo("America/Los_Angeles")),
)

#: what is typed, and its first and last day: the same under every clock
CALENDAR = """
    2025            2025-01-01 2025-12-31
    2024            2024-01-01 2024-12-31
    0001            0001-01-01 0001-12-31
    1999            1999-01-01 1999-12-31
    2025-01         2025-01-01 2025-01-31
    2025-04         2025-04-01 2025-04-30
    2024-02         2024-02-01 2024-02-29
    2025-12         2025-12-01 2025-12-31
    2025-04-05      2025-04-05 2025-04-05
    2024-02-29      2024-02-29 2024-02-29
    2024-03-31      2024-03-31 2024-03-31
    2024-12-31      2024-12-31 2024-12-31
    2025-Q1         2025-01-01 2025-03-31
    2025-Q2         2025-04-01 2025-06-30
    2025-q3         2025-07-01 2025-09-30
    2025-Q4         2025-10-01 2025-12-31
    2025-H1         2025-01-01 2025-06-30
    2025-h2         2025-07-01 2025-12-31
    2025-W01        2024-12-30 2025-01-05
    2025-W14        2025-03-31 2025-04-06
    2026-w53        2026-12-28 2027-01-03
    apr 2025        2025-04-01 2025-04-30
    april 2025      2025-04-01 2025-04-30
    APRIL 2025      2025-04-01 2025-04-30
    Dec 2025        2025-12-01 2025-12-31
    feb 2024        2024-02-01 2024-02-29
    sep 2025        2025-09-01 2025-09-30
    sept 2025       2025-09-01 2025-09-30
    may 2025        2025-05-01 2025-05-31
    q1 2025         2025-01-01 2025-03-31
    Q2 2025         2025-04-01 2025-06-30
    h1 2025         2025-01-01 2025-06-30
    H2 2025         2025-07-01 2025-12-31
    2024..2025      2024-01-01 2025-12-31
    2025..2025      2025-01-01 2025-12-31
    2025-04..q3 2025  2025-04-01 2025-09-30
    apr 2024 .. may 2025  2024-04-01 2025-05-31
    2025-04-05..2025-04-07  2025-04-05 2025-04-07
    2025..          2025-01-01 -
    2025-Q2 ..      2025-04-01 -
    ..2025          - 2025-12-31
    ..apr 2025      - 2025-04-30
"""

#: what depends on the clock: first and last day under each of the three
RELATIVE = """
    today           2026-11-21 2026-11-21  2024-03-31 2024-03-31  2025-12-31 2025-12-31
    yesterday       2026-11-20 2026-11-20  2024-03-30 2024-03-30  2025-12-30 2025-12-30
    this week       2026-11-16 2026-11-22  2024-03-25 2024-03-31  2025-12-29 2026-01-04
    last week       2026-11-09 2026-11-15  2024-03-18 2024-03-24  2025-12-22 2025-12-28
    this month      2026-11-01 2026-11-30  2024-03-01 2024-03-31  2025-12-01 2025-12-31
    last month      2026-10-01 2026-10-31  2024-02-01 2024-02-29  2025-11-01 2025-11-30
    this quarter    2026-10-01 2026-12-31  2024-01-01 2024-03-31  2025-10-01 2025-12-31
    last quarter    2026-07-01 2026-09-30  2023-10-01 2023-12-31  2025-07-01 2025-09-30
    this year       2026-01-01 2026-12-31  2024-01-01 2024-12-31  2025-01-01 2025-12-31
    Last Year       2025-01-01 2025-12-31  2023-01-01 2023-12-31  2024-01-01 2024-12-31
    1d              2026-11-20 2026-11-21  2024-03-30 2024-03-31  2025-12-30 2025-12-31
    7d              2026-11-14 2026-11-21  2024-03-24 2024-03-31  2025-12-24 2025-12-31
    365d            2025-11-21 2026-11-21  2023-04-01 2024-03-31  2024-12-31 2025-12-31
    2w              2026-11-07 2026-11-21  2024-03-17 2024-03-31  2025-12-17 2025-12-31
    1mo             2026-10-21 2026-11-21  2024-02-29 2024-03-31  2025-11-30 2025-12-31
    3mo             2026-08-21 2026-11-21  2023-12-31 2024-03-31  2025-09-30 2025-12-31
    10MO            2026-01-21 2026-11-21  2023-05-31 2024-03-31  2025-02-28 2025-12-31
    1y              2025-11-21 2026-11-21  2023-03-31 2024-03-31  2024-12-31 2025-12-31
    3 months ago    2026-08-21 2026-08-21  2023-12-31 2023-12-31  2025-09-30 2025-09-30
    1 month ago     2026-10-21 2026-10-21  2024-02-29 2024-02-29  2025-11-30 2025-11-30
    10 days ago     2026-11-11 2026-11-11  2024-03-21 2024-03-21  2025-12-21 2025-12-21
    1 week ago      2026-11-14 2026-11-14  2024-03-24 2024-03-24  2025-12-24 2025-12-24
    2 years ago     2024-11-21 2024-11-21  2022-03-31 2022-03-31  2023-12-31 2023-12-31
    3mo..           2026-08-21 -           2023-12-31 -           2025-09-30 -
    2y..1 year ago  2024-11-21 2025-11-21  2022-03-31 2023-03-31  2023-12-31 2024-12-31
    last month..today  2026-10-01 2026-11-21  2024-02-01 2024-03-31  2025-11-01 2025-12-31
"""


def rows(table: str, days: int) -> list[tuple[str, list[str]]]:
    """The lines of a table: what is typed, and its last ``days`` words."""
    lines = [line.split() for line in table.strip().splitlines()]
    return [(" ".join(words[:-days]), words[-days:]) for words in lines]


def days_of(text: str, now: datetime) -> list[str]:
    """First and last day of a period, ``-`` where it is open, in the clock's own zone."""
    assert now.tzinfo is not None
    period = parse_period(text, now=now, tz=now.tzinfo)
    return [str(day) if day else "-" for day in (period.first_day, period.last_day)]


@pytest.mark.parametrize("now", CLOCKS, ids=["utc", "berlin", "los-angeles"])
@pytest.mark.parametrize(("typed", "days"), rows(CALENDAR, 2), ids=str)
def test_a_calendar_period_is_the_same_days_under_every_clock(typed: str, days: list[str], now: datetime) -> None:
    """A form of the calendar names the same days in every zone, whatever the time is."""
    assert days_of(typed, now) == days


@pytest.mark.parametrize("clock", range(3), ids=["utc", "berlin", "los-angeles"])
@pytest.mark.parametrize(("typed", "days"), rows(RELATIVE, 6), ids=str)
def test_a_relative_period_counts_in_days_of_the_zone(typed: str, days: list[str], clock: int) -> None:
    """A form that is about now counts calendar days of the zone that was asked for."""
    assert days_of(typed, CLOCKS[clock]) == days[2 * clock : 2 * clock + 2]


@pytest.mark.parametrize("now", CLOCKS)
@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("2025-04-05T12:00:00Z", "2025-04-05T12:00:00+00:00", "2025-04-05T12:00:01+00:00"),
        ("2025-04-05t12:00:00z", "2025-04-05T12:00:00+00:00", "2025-04-05T12:00:01+00:00"),
        ("2025-04-05 12:00:00Z", "2025-04-05T12:00:00+00:00", "2025-04-05T12:00:01+00:00"),
        ("2025-04-05T12:00:00.25+02:00", "2025-04-05T10:00:00.250000+00:00", "2025-04-05T10:00:00.260000+00:00"),
        ("2025-04-05T12:00:00.123456789Z", "2025-04-05T12:00:00.123456+00:00", "2025-04-05T12:00:00.123457+00:00"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00", "2017-01-01T00:00:01+00:00"),
    ],
)
def test_a_moment_is_as_long_as_its_last_digit(typed: str, start: str, end: str, now: datetime) -> None:
    """RFC 3339 names a range as long as it is exact, a leap second included."""
    period = parse_period(typed, now=now, tz=now.tzinfo or UTC)
    assert period.start is not None
    assert period.end is not None
    assert [period.start.astimezone(UTC).isoformat(), period.end.astimezone(UTC).isoformat()] == [start, end]


@pytest.mark.parametrize("now", CLOCKS)
@pytest.mark.parametrize("unit", ["7d", "2w", "3mo", "1y"])
def test_a_count_of_days_back_ends_now(unit: str, now: datetime) -> None:
    """``7d`` starts with a whole day and ends at this moment."""
    period = parse_period(unit, now=now, tz=now.tzinfo or UTC)
    assert period.end == now
    assert period.start is not None
    assert (period.start.hour, period.start.minute) == (0, 0)


@pytest.mark.parametrize(("typed", "position"), [("@0", 0), ("@18412", 18412), (" @7 ", 7)])
def test_a_position_is_a_position(typed: str, position: int) -> None:
    """``@N`` names a place in the log and no time."""
    period = parse_period(typed, now=CLOCKS[0])
    assert (period.position, period.start, period.end) == (position, None, None)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("2025-4", "2025-04"), ("20250405", "2025-04-05"), ("2025/04/05", "2025-04-05"), ("2025-13", "2025-12"),
        ("2025-02-30", "2025-02-28"), ("2025-Q5", "2025-Q4"), ("2025Q2", "2025-Q2"), ("2q 2025", "2025-Q2"),
        ("q2", "q2 2026"), ("h3 2025", "2025-H2"), ("2025-W53", "2025-W52"), ("2025 week 3", "2025-W03"),
        ("aprl 2025", "apr 2025"), ("2025 april", "april 2025"), ("april", "april 2026"),
        ("april 5, 2025", "2025-04-05"), ("13/04/2025", "2025-04"), ("05/04/2025", "2025"), ("yestreday", "yesterday"),
        ("now", "today"), ("tomorrow", "today"), ("next week", "this week"), ("last weeks", "last week"), ("7 d", "7d"),
        ("5m", "5mo"), ("24h", "1d"), ("last 7 days", "7d"), ("3 month", "3mo"), ("0d", "1d"),
        ("2025-2026", "2025..2026"), ("2025..2024", "2024..2025"), ("..", "2026.."), ("", "2026.."), ("@", "@1"),
        ("#45", "@45"), ("@-3", "@3"), ("0000", "0001"), ("9999", "9998"), ("99999y", "100y"), ("foo", "2026"),
        ("christmas 2021", "2021"), ("2025-04-05 12:00", "2025-04-05T12:00:00Z"),
        ("2025-04-05T25:00:00Z", "2025-04-05"), ("2025..soon", "2026"), ("@1..@2", "@1"), ("٢٠٢٥", "2026"),
        ("'25", "2025"), ("0A", "2026"), ("7 apples", "2026"),
    ],
)  # fmt: skip
def test_what_is_outside_the_grammar_is_refused_with_the_nearest_form(typed: str, nearest: str) -> None:
    """Nothing is guessed: an unknown word is an error, and the error says what would have been right."""
    with pytest.raises(PeriodError) as caught:
        parse_period(typed, now=CLOCKS[0])
    assert caught.value.nearest == nearest
    assert nearest in str(caught.value)


moments = st.builds(
    lambda seconds, clock: datetime.fromtimestamp(seconds, CLOCKS[clock].tzinfo),
    st.integers(631152000, 3786912000),  # 1990 to 2090
    st.integers(0, 2),
)
years = st.integers(1, 9998)


@given(st.text(max_size=30) | st.text("0123456789-/.@qhwmydago twm:", max_size=20), moments)
def test_any_text_is_a_period_or_an_error_whose_nearest_form_is_one(text: str, now: datetime) -> None:
    """Whatever is typed, the answer is a range that is not empty, or an error that carries a valid form."""
    try:
        period = parse_period(text, now=now, tz=now.tzinfo or UTC)
    except PeriodError as error:
        parse_period(str(error.nearest), now=now, tz=now.tzinfo or UTC)
    else:
        if period.start and period.end:
            assert period.start.astimezone(UTC) < period.end.astimezone(UTC)


@given(years, st.integers(1, 12), moments)
def test_the_parts_of_a_year_tile_it(year: int, month: int, now: datetime) -> None:
    """A month ends where the next starts; quarters, halves and the year start and end with their months."""
    tz = now.tzinfo or UTC

    def at(text: str) -> tuple[datetime | None, datetime | None]:
        period = parse_period(text, now=now, tz=tz)
        return period.start, period.end

    quarter, half = (month - 1) // 3 + 1, (month - 1) // 6 + 1
    following = f"{year + month // 12:04}-{month % 12 + 1:02}"
    if (year, month) != (9998, 12):
        assert at(f"{year:04}-{month:02}")[1] == at(following)[0]
    assert at(f"{year:04}-Q{quarter}")[0] == at(f"{year:04}-{3 * quarter - 2:02}")[0]
    assert at(f"{year:04}-Q{quarter}")[1] == at(f"{year:04}-{3 * quarter:02}")[1]
    assert at(f"{year:04}-H{half}") == (at(f"{year:04}-Q{2 * half - 1}")[0], at(f"{year:04}-Q{2 * half}")[1])
    assert at(f"{year:04}") == (at(f"{year:04}-H1")[0], at(f"{year:04}-H2")[1])


@given(st.integers(1, 500), st.sampled_from([("d", "days"), ("w", "weeks"), ("mo", "months"), ("y", "years")]), moments)
def test_a_count_back_starts_with_the_day_that_long_ago(count: int, unit: tuple[str, str], now: datetime) -> None:
    """``3mo`` starts where ``3 months ago`` starts."""
    short, words = unit
    tz = now.tzinfo or UTC
    back, ago = parse_period(f"{count}{short}", now=now, tz=tz), parse_period(f"{count} {words} ago", now=now, tz=tz)
    assert back.start == ago.start


@given(moments)
def test_last_and_this_are_neighbours(now: datetime) -> None:
    """The last week, month, quarter and year end where this one starts, and this one holds now."""
    for unit in ("week", "month", "quarter", "year"):
        last = parse_period(f"last {unit}", now=now, tz=now.tzinfo or UTC)
        this = parse_period(f"this {unit}", now=now, tz=now.tzinfo or UTC)
        assert last.end == this.start
        assert this.start
        assert this.end
        assert this.start.astimezone(UTC) <= now.astimezone(UTC) < this.end.astimezone(UTC)


@given(st.dates(datetime(2, 1, 1).date(), datetime(9998, 12, 30).date()), moments)  # noqa: DTZ001 - a day of the calendar
def test_every_form_that_holds_a_day_holds_its_moments(day: object, now: datetime) -> None:
    """A day lies in its month, its ISO week, its quarter and its year."""
    text = str(day)
    inner = parse_period(text, now=now)
    when = datetime.fromisoformat(text)
    week = when.isocalendar()
    month = calendar.month_abbr[when.month]
    for outer in (text[:7], text[:4], f"{week.year:04}-W{week.week:02}", f"{month} {text[:4]}"):
        if not 1 <= week.year <= 9998:
            continue
        period = parse_period(outer, now=now)
        assert period.start
        assert inner.start
        assert period.end
        assert inner.end
        assert period.start <= inner.start < inner.end <= period.end


@given(years, years, moments)
def test_a_range_has_the_start_of_its_left_and_the_end_of_its_right(a: int, b: int, now: datetime) -> None:
    """``A..B`` starts with A and ends with B; the open forms keep the one side."""
    low, high = sorted((a, b))
    left, right = parse_period(f"{low:04}", now=now), parse_period(f"{high:04}", now=now)
    both = parse_period(f"{low:04}..{high:04}", now=now)
    assert (both.start, both.end) == (left.start, right.end)
    assert parse_period(f"{low:04}..", now=now).start == left.start
    assert parse_period(f"..{high:04}", now=now).end == right.end


def test_a_day_of_a_zone_with_summer_time_may_last_23_hours() -> None:
    """The day on which clocks go forward is an hour shorter, and still one day."""
    berlin = ZoneInfo("Europe/Berlin")
    period = parse_period("2024-03-31", now=CLOCKS[0], tz=berlin)
    assert period.start
    assert period.end
    assert period.end.astimezone(UTC) - period.start.astimezone(UTC) == timedelta(hours=23)
