"""Dates of entries: what is read, and what is refused although other parsers answer something."""

from __future__ import annotations

import email.utils
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.parse.dates import parse_date

NOW = datetime(2026, 9, 1, tzinfo=UTC)
_PATIENT = settings(deadline=None)  # a busy machine is no fault of a law's

READ = {
    # RFC 822, RFC 5322
    "Mon, 31 Aug 2026 09:05:00 GMT": "2026-08-31T09:05:00Z",
    "Mon, 31 Aug 2026 09:05:00 +0000": "2026-08-31T09:05:00Z",
    "Mon, 31 Aug 2026 09:05:00 -0000": "2026-08-31T09:05:00Z",
    "Mon, 31 Aug 2026 09:05:00 -0400": "2026-08-31T09:05:00-04:00",
    "Mon, 31 Aug 2026 09:05:00 EDT": "2026-08-31T09:05:00-04:00",
    "Mon, 31 Aug 2026 09:05 PST": "2026-08-31T09:05:00-08:00",
    "31 Aug 2026 09:05:00 Z": "2026-08-31T09:05:00Z",
    "Mon, 31 Aug 26 09:05:00 UT": "2026-08-31T09:05:00Z",
    "Fri, 31 Aug 84 09:05:00 GMT": "1984-08-31T09:05:00Z",
    "  Mon,\n 31 Aug\t2026 09:05:00 GMT ": "2026-08-31T09:05:00Z",
    "Mon, 31 Aug 2026 09:05:00 GMT (Greenwich)": "2026-08-31T09:05:00Z",
    "Thu,27 Aug 2026 4:35:5 GMT+9": "2026-08-27T04:35:05+09:00",
    "Thu, 27 August 2026 04:35:05 +05:30": "2026-08-27T04:35:05+05:30",
    "Wed, 31 Dec 2008 23:59:60 GMT": "2008-12-31T23:59:59Z",  # a leap second
    "Lun, 31 août 2026 09:05:00 +0200": "2026-08-31T09:05:00+02:00",
    "seg, 31 ago 2026 09:05:00 -0300": "2026-08-31T09:05:00-03:00",
    "Пн, 31 авг 2026 09:05:00 +0300": "2026-08-31T09:05:00+03:00",
    "Mon, 31 Aug 2026": "2026-08-31",
    # RFC 3339, ISO 8601
    "2026-08-31T09:05:00Z": "2026-08-31T09:05:00Z",
    "2026-08-31T09:05:00.123456789+02:00": "2026-08-31T09:05:00+02:00",
    "2026-08-31t09:05:00z": "2026-08-31T09:05:00Z",
    "2026-08-31T09:05:00-0500": "2026-08-31T09:05:00-05:00",
    "2026-08-31T09:05Z": "2026-08-31T09:05:00Z",
    "2026-08-31 09:05:00": "2026-08-31T09:05:00Z",
    "2026-08-30T24:00:00Z": "2026-08-31T00:00:00Z",
    "2026-08-31": "2026-08-31",
    "20260831T090500Z": "2026-08-31T09:05:00Z",
    "20260831": "2026-08-31",
    # shapes seen in feeds that feedparser reads as another day, or not at all
    "2020/1/10 14:33:00": "2020-01-10T14:33:00Z",
    "2020/1/10": "2020-01-10",
    "2020.01.10": "2020-01-10",
    "August 31, 2026": "2026-08-31",
    "Aug 31, 2026": "2026-08-31",
    "31 August 2026": "2026-08-31",
    "Monday, August 31, 2026 - 9:05": None,
    "August 31, 2026 at 9:05 PM EST": "2026-08-31T21:05:00-05:00",
    "August 31, 2026 12:05 AM UTC": "2026-08-31T00:05:00Z",
    "Mon Aug 31 09:05:00 UTC 2026": "2026-08-31T09:05:00Z",
    "Mon Aug 31 09:05:00 2026": "2026-08-31T09:05:00Z",
    "2 days from our clock: 2026-09-02T23:00:00Z": None,
    "2026-09-02T23:00:00Z": "2026-09-02T23:00:00Z",
}
REFUSED = [
    "", " ", "yesterday", "not a date", "0", "1", "-", "None", "null", "NaN", "Invalid Date",
    # no day of the calendar: never the first of March, never the twenty-eighth
    "2026-02-30", "2026-02-29", "2026-04-31T10:00:00Z", "Mon, 30 Feb 2026 10:00:00 GMT", "31 Jun 2026", "2026-13-01",
    "2026-00-10", "2026-08-00", "20260231", "February 30, 2026",
    # no time of a day
    "2026-08-31T25:00:00Z", "2026-08-31T24:00:01Z", "2026-08-31T10:60:00Z", "Mon, 31 Aug 2026 29:00:00 GMT",
    "August 31, 2026 13:05 PM", "August 31, 2026 0:05 AM",
    # no offset, or one of several
    "Mon, 31 Aug 2026 09:05:00 +9900", "2026-08-31T09:05:00+15:00", "Mon, 31 Aug 2026 09:05:00 XYZ",
    "Mon, 31 Aug 2026 09:05:00 IST",
    # two readings
    "03/04/2025", "3/4/25", "07.02.2025", "12-11-10", "04-05-2026",
    # half a date
    "2026", "2026-08", "August 2026", "Aug 31", "09:05:00", "Monday", "2026-W35", "2026-243",
    # numbers that some take for seconds
    "1756630000", "1756630000000", "99999999999999999999",
    # not to be believed
    "2035-08-19T15:36:00+02:00", "Tue, 16 Aug 2035 09:44:01 +0000", "2026-09-03T00:00:01Z", "2026-09-04", "9999-12-31",
    "99999-12-31", "0001-01-01T00:00:00Z", "1899-12-30", "Thu, 01 Jan 1601 00:00:00 GMT",
    "2026-08-31T09:05:00Z" * 20, "9" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("raw", READ)
def test_a_date_is_read_with_its_own_offset(raw: str) -> None:
    """What was written comes back as RFC 3339 with the publisher's offset, or as a day where only a day was said."""
    assert parse_date(raw, now=NOW) == READ[raw]


@pytest.mark.parametrize("raw", REFUSED, ids=lambda raw: repr(raw[:40]))
def test_what_is_wrong_or_ambiguous_is_refused(raw: str) -> None:
    """No date comes from a wrong day, a doubtful shape, half a date, a bare number or the future."""
    assert parse_date(raw, now=NOW) is None


_MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2026, 8, 31)).map(lambda m: m.replace(microsecond=0))  # noqa: DTZ001
_OFFSETS = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))


@_PATIENT
@given(_MOMENTS, _OFFSETS)
def test_every_moment_survives_both_standards(moment: datetime, offset: timezone) -> None:
    """A moment written by RFC 5322 and by RFC 3339 reads as itself, offset included."""
    moment = moment.replace(tzinfo=offset)
    for raw in (email.utils.format_datetime(moment), moment.isoformat()):
        found = parse_date(raw, now=NOW)
        assert found is not None
        assert datetime.fromisoformat(found) == moment
        assert datetime.fromisoformat(found).utcoffset() == moment.utcoffset()


@_PATIENT
@given(st.dates(date(1970, 1, 1), date(2026, 9, 1)))
def test_every_day_survives(day: date) -> None:
    """A day alone stays a day: no hour is invented."""
    for raw in (day.isoformat(), day.strftime("%Y/%m/%d"), f"{day.year}/{day.month}/{day.day}", day.strftime("%Y%m%d")):
        assert parse_date(raw, now=NOW) == day.isoformat()


@_PATIENT
@given(st.text(st.sampled_from("0123456789 -/:.,+TZADFJMNOPSabceglnoprtuvy"), max_size=40))
def test_whatever_is_read_is_a_date_of_the_past(raw: str) -> None:
    """Anything may be handed in; what comes out is RFC 3339 and not later than two days from now."""
    found = parse_date(raw, now=NOW)
    if found is not None:
        moment = datetime.fromisoformat(found)
        assert (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) <= NOW + timedelta(days=2)
