"""How often a source posts, and what follows from it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median

from ingest.model import ParsedPost
from ingest.schedule.told import DAY

__all__ = ["KEPT", "posted_times", "silence", "stretch", "usual_gap"]

KEPT = 12  # times of posts that are remembered
SHARE = 4  # a source is asked this many times in its usual gap
SILENCES = 24  # a source that has been silent for N days is asked every N hours


def posted_times(
    known: tuple[datetime, ...], posts: Iterable[ParsedPost], new: int, now: datetime
) -> tuple[datetime, ...]:
    """The latest times at which posts appeared, newest first. Posts without a date count from when they were seen."""
    dated = [moment for p in posts if (moment := _moment(p.published)) and moment <= now]
    if not dated:
        return (now, *known)[:KEPT] if new else known
    return tuple(sorted({*known, *dated}, reverse=True)[:KEPT])


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def usual_gap(posted: tuple[datetime, ...]) -> float | None:
    """The median of the gaps between posts, in seconds; None with fewer than three posts."""
    if len(posted) < 3:
        return None
    return median((a - b).total_seconds() for a, b in pairwise(posted))


def silence(posted: tuple[datetime, ...], now: datetime) -> timedelta:
    """How long ago the last post appeared."""
    return max(now - posted[0], timedelta()) if posted else timedelta()


def stretch(posted: tuple[datetime, ...], now: datetime) -> tuple[float, str]:
    """Seconds between two requests that the source's own rhythm asks for, at most a day, and why."""
    gap = usual_gap(posted)
    quiet = silence(posted, now).total_seconds()
    wait = max((gap or 0) / SHARE, quiet / SILENCES)
    if wait == quiet / SILENCES:
        return min(wait, DAY), f"quiet: no post for {words(quiet)}"
    return min(wait, DAY), f"its rhythm: a post every {words(gap or 0)}"


def words(seconds: float) -> str:
    """A duration as people say it: ``45 min``, ``2 h``, ``3 days``."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 2 * 3600 and seconds % 3600:
        return f"{seconds / 60:.0f} min"
    if seconds < 2 * DAY:
        hours = seconds / 3600
        return f"{hours:.0f} h" if abs(hours - round(hours)) < 0.05 else f"{hours:.1f} h"
    return f"{seconds / DAY:.0f} days"
