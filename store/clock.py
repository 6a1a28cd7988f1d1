"""Time as a value: whoever needs the time of day is handed a clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

__all__ = ["Clock", "rfc3339"]

#: Answers the present moment, timezone-aware, in UTC.
Clock = Callable[[], datetime]


def rfc3339(moment: datetime) -> str:
    """A moment as RFC 3339 in UTC with milliseconds and ``Z``: ``2026-11-21T06:30:00.000Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
