"""What publishers say about time, in headers and feeds, as seconds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.fetch import Headers, Response
from ingest.model import Hints
from ingest.schedule.state import Told
from ingest.schedule.told import WEEK, http_date, retry_after, told_by

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MONTH = 31 * 86400


def said(status: int = 200, hints: Hints | None = None, known: Told | None = None, **fields: Any) -> Told:
    """What is remembered after an answer with these fields."""
    headers = Headers([(name.replace("_", "-"), value) for name, value in fields.items()])
    response = Response("http://a.example/", "http://a.example/", status, headers)
    return told_by(known or Told(), response, hints if status == 304 else hints or Hints(), NOW)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        (" 120 ", 120),
        ("0", 0),
        ("604801", WEEK),
        ("1" + "0" * 18, WEEK),
        ("9" * 10_000, WEEK),
        ("Sat, 21 Nov 2026 14:00:00 GMT", 7200),
        ("Saturday, 21-Nov-26 14:00:00 GMT", 7200),
        ("Sat Nov 21 14:00:00 2026", 7200),
        ("Sat, 21 Nov 2026 16:00:00 +0200", 7200),
        ("Fri, 20 Nov 2026 12:00:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", WEEK),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("1e9", None),
        ("12.5", None),
        ("٣", 3),
        ("Sat, 99 Nov 2026 99:00:00 GMT", None),
        ("Mon, 01 Jan 0000 00:00:00 GMT", 0),  # long past, whichever year is meant
        ("Fri, 31 Dec 99999999999 23:59:59 GMT", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_never_more_than_a_week(text: str, seconds: int | None) -> None:
    """RFC 9110 10.2.3; what is negative or no number says nothing; 10^18 saturates."""
    assert retry_after(Headers([("Retry-After", text)]), NOW) == seconds


def test_a_retry_after_date_counts_from_the_servers_own_clock() -> None:
    """A server that lives in the past still means two hours when it says so."""
    fields = [("Date", "Thu, 01 Jan 2015 00:00:00 GMT"), ("Retry-After", "Thu, 01 Jan 2015 02:00:00 GMT")]
    assert retry_after(Headers(fields), NOW) == 7200


@given(st.text(max_size=80))
def test_no_words_of_a_server_break_the_arithmetic(text: str) -> None:
    """Whatever stands in the fields, what is remembered is between nothing and the caps."""
    told = said(cache_control=f"max-age={text}", expires=text, age=text, date=text)
    for value in (told.max_age, told.expires, retry_after(Headers([("Retry-After", text)]), NOW)):
        assert value is None or 0 <= value <= WEEK
    assert http_date(text) is None or http_date(text).tzinfo is UTC  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ({"cache_control": "max-age=7200"}, 7200),
        ({"cache_control": "public, MAX-AGE=7200, must-revalidate"}, 7200),
        ({"cache_control": 'max-age="7200"'}, 7200),
        ({"cache_control": "max-age=7200", "age": "7000"}, 200),
        ({"cache_control": "max-age=60", "age": "7000"}, 0),
        ({"cache_control": "s-maxage=7200"}, None),
        ({"cache_control": "no-cache, max-age=7200"}, 0),
        ({"cache_control": "no-store"}, 0),
        ({"cache_control": "max-age=31536000"}, WEEK),
        ({"cache_control": "max-age=" + "9" * 5000}, WEEK),
        ({"cache_control": "max-age=-1"}, None),
        ({"cache_control": ""}, None),
        ({}, None),
    ],
)
def test_max_age_less_age(fields: dict[str, str], seconds: int | None) -> None:
    """RFC 9111 4.2 and 5.2.2: what is left of the freshness; held to a week."""
    assert said(200, None, None, **fields).max_age == seconds


@pytest.mark.parametrize(
    ("expires", "date", "seconds"),
    [
        ("Sat, 21 Nov 2026 15:00:00 GMT", None, 3 * 3600),
        ("Sat, 21 Nov 2026 15:00:00 GMT", "Sat, 21 Nov 2026 14:00:00 GMT", 3600),
        ("Thu, 19 Nov 1981 08:52:00 GMT", None, 0),
        ("0", None, 0),
        ("-1", None, 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", None, WEEK),
    ],
)
def test_expires_less_date(expires: str, date: str | None, seconds: int) -> None:
    """RFC 9111 5.3: a date that is none has passed."""
    assert said(200, None, None, expires=expires, **({"date": date} if date else {})).expires == seconds


def test_the_feeds_own_words() -> None:
    """Ttl in minutes, update period in seconds, both held to a month; skip hours and days."""
    told = said(hints=Hints(180, 43200, frozenset({3, 1}), frozenset({6})))
    assert (told.ttl, told.update, told.skip_hours, told.skip_days) == (10800, 43200, (1, 3), (6,))
    absurd = said(hints=Hints(10**12, 10**12))
    assert (absurd.ttl, absurd.update) == (MONTH, MONTH)
    negative = said(hints=Hints(-5, -5))
    assert (negative.ttl, negative.update) == (0, 0)


KNOWN = Told(ttl=7200, update=3600, max_age=600, expires=900, skip_hours=(1,), skip_days=(2,))


def test_a_304_that_says_nothing_changes_nothing() -> None:
    """The hints of the last 200 are kept."""
    assert said(304, known=KNOWN) == KNOWN


def test_a_304_speaks_for_the_fields_it_carries() -> None:
    """New freshness replaces the old (RFC 9111 4.3.4); the feed's own words stand."""
    told = said(304, known=KNOWN, cache_control="max-age=1200")
    assert (told.max_age, told.expires, told.ttl, told.skip_hours) == (1200, None, 7200, (1,))


def test_a_200_that_says_nothing_takes_it_all_back() -> None:
    """What the feed no longer says is no longer believed."""
    assert said(200, known=KNOWN) == Told()
