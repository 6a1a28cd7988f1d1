"""The publisher's words about time → seconds. Pure; arithmetic saturates, whatever the words say."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ingest.fetch.response import Headers, Response
from ingest.model import Hints
from ingest.schedule.state import Told

__all__ = ["DAY", "HOUR", "WEEK", "http_date", "retry_after", "told_by"]

HOUR = 3600
DAY = 24 * HOUR
WEEK = 7 * DAY
MONTH = 31 * DAY
_SECONDS = re.compile(r"\s*(\d+)\s*")


def _capped(digits: str, most: int) -> int:
    """A number of seconds, at most ``most``; it is not even computed where it has too many digits."""
    return most if len(digits.lstrip("0")) > 12 else min(int(digits), most)


def http_date(text: str | None) -> datetime | None:
    """A date of HTTP in any of its three shapes (RFC 9110 5.6.7), in UTC; None for anything else."""
    if not text or len(text) > 64:
        return None
    try:
        moment = parsedate_to_datetime(text)
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _between(start: datetime, end: datetime, most: int) -> int:
    return int(min(max((end - start).total_seconds(), 0), most))


def retry_after(headers: Headers, now: datetime) -> int | None:
    """Seconds of ``Retry-After`` (RFC 9110 10.2.3), at most 7 days; None where it says nothing usable.

    A date counts from the server's own ``Date``, so that a clock that is wrong on either side does no harm.
    """
    raw = headers.get("retry-after")
    if raw is None:
        return None
    if found := _SECONDS.fullmatch(raw):
        return _capped(found[1], WEEK)
    until = http_date(raw)
    return _between(http_date(headers.get("date")) or now, until, WEEK) if until else None


def _max_age(headers: Headers) -> int | None:
    """Freshness that is left: ``max-age`` less ``Age`` (RFC 9111 4.2); 0 for no-cache and no-store."""
    control = headers.joined("cache-control").lower()
    if not control:
        return None
    if re.search(r"(?:^|[,\s])no-(?:cache|store)(?:$|[,;=\s])", control):
        return 0
    found = re.search(r'(?:^|[,\s])max-age\s*=\s*"?(\d+)', control)
    if not found:
        return None
    age = _SECONDS.fullmatch(headers.get("age") or "")
    return max(_capped(found[1], MONTH) - (_capped(age[1], MONTH) if age else 0), 0)


def _expires(headers: Headers, now: datetime) -> int | None:
    if "expires" not in headers:
        return None
    until = http_date(headers.get("expires"))  # "0" and other invalid dates: already past (RFC 9111 5.3)
    return _between(http_date(headers.get("date")) or now, until, WEEK) if until else 0


def told_by(known: Told, response: Response, hints: Hints | None, now: datetime) -> Told:
    """What the publisher has said, after a 200 (``hints`` of its body) or a 304 (``hints`` None: the old ones stand).

    A 304 speaks for the fields that it carries (RFC 9111 4.3.4). HTTP freshness is held to 7 days, because a year on
    a static file is a setting for pictures; a feed's own ttl or period to 31 days ("monthly").
    """
    max_age, expires = _max_age(response.headers), _expires(response.headers, now)
    if response.status == 304:
        silent = max_age is None and expires is None
        max_age, expires = (known.max_age, known.expires) if silent else (max_age, expires)
    max_age = None if max_age is None else min(max_age, WEEK)
    if hints is None:
        ttl, update, hours, days = known.ttl, known.update, known.skip_hours, known.skip_days
    else:
        ttl = None if hints.ttl_minutes is None else min(max(hints.ttl_minutes, 0) * 60, MONTH)
        update = None if hints.update_seconds is None else min(max(hints.update_seconds, 0), MONTH)
        hours, days = tuple(sorted(hints.skip_hours)), tuple(sorted(hints.skip_days))
    return Told(ttl=ttl, update=update, max_age=max_age, expires=expires, skip_hours=hours, skip_days=days)
