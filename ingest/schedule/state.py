"""What is remembered of a source between two requests. Operational: losing it costs a request, never history."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from ingest.fetch.validators import Validators

__all__ = ["Moved", "Permanent", "SourceState", "Told", "Trouble"]

Trouble = Literal["unreachable", "unreadable", "empty"]


class Told(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the publisher said about when to ask again; kept until it says otherwise. Seconds."""

    ttl: int | None = None  # RSS 2.0 <ttl>
    update: int | None = None  # sy:updatePeriod / sy:updateFrequency
    max_age: int | None = None  # Cache-Control, RFC 9111 5.2.2.1
    expires: int | None = None  # Expires minus Date, RFC 9111 5.3
    skip_hours: tuple[int, ...] = ()  # 0-23, GMT
    skip_days: tuple[int, ...] = ()  # 0 = Monday


class Permanent(Struct, frozen=True, kw_only=True):
    """A permanent redirect that is being watched."""

    from_url: str
    to_url: str
    since: datetime


class Moved(Struct, frozen=True, kw_only=True):
    """A permanent redirect that is proven."""

    from_url: str
    to_url: str
    proof: str


class SourceState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All of it. Times are aware, in UTC."""

    name: str
    configured: str  # the address as the configuration has it
    url: str  # the address that is asked: ``configured``, or where it has moved to
    due: datetime | None  # None: never again
    reason: str  # of ``due``, in words
    validators: Validators | None = None
    told: Told = Told()
    asked: datetime | None = None  # last request
    answered: datetime | None = None  # last answer that could be used, 304 included
    status: int | None = None  # of the last answer
    error: str | None = None  # of the last request, if it failed
    trouble: Trouble | None = None  # what kind of failure that was
    failures: int = 0  # in a row
    failing: bool = False  # SourceFailing stands in the log, SourceRecovered does not yet
    hold: datetime | None = None  # Retry-After: not even a person should ask before
    retired: str | None = None  # why it is never asked again
    permanent: Permanent | None = None
    posted: tuple[datetime, ...] = ()  # when its latest posts appeared, newest first
    had_posts: bool = False
    empty_since: datetime | None = None
    window: tuple[str, ...] = ()  # posts of the last window, to notice what was missed
    window_seen: str = ""
    overlapped: bool = False
    missed: str = ""  # the last gap that no backfill mended, in words
    unmended: datetime | None = None  # when a backfill last found nothing older
    successor: str = ""  # a feed that was found when this one had stopped: for a person to decide
