"""How a date is shown: as exact as it is known and no more."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from store.interval import parse_interval
from timeline.view import MoveView

__all__ = ["ago", "heading", "iso", "moment", "month_of", "short", "year_of"]

_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December")  # fmt: skip


def iso(move: MoveView) -> str:
    """``2025-04-05``, ``2025-Q2``, ``2025-04..2025-06``; ``no date`` where none is known."""
    if not move.date:
        return "no date"
    return f"{move.date}..{move.date_end}" if move.date_end else move.date


def year_of(move: MoveView) -> str:
    """The year that a move stands under, or an empty text."""
    return (move.date or "")[:4]


def short(move: MoveView) -> str:
    """Beneath its year: ``Apr 05``, ``Apr``, ``Q2``, ``H1``, ``W14``, ``all year``; a range by its two ends."""
    if not move.date:
        return "?"
    if not move.date_end:
        return _short(move.date)
    if move.date_end[:4] != move.date[:4]:
        return f"{_short(move.date)}-{move.date_end[2:4]}"
    return f"{_short(move.date)}-{_short(move.date_end)}"


def _short(text: str) -> str:
    rest = text[5:]
    if not rest:
        return "year"
    if not rest[0].isdigit():
        return rest
    return " ".join((_SHORT[int(rest[:2]) - 1], rest[3:])).strip()


def heading(move: MoveView) -> str:
    """What a list is divided by: ``April 2025``; ``Q2 2025`` or ``2025`` for what is not known to the month."""
    if not move.date:
        return "No date"
    month = month_of(move)
    if month:
        return f"{_LONG[int(month[5:]) - 1]} {month[:4]}"
    return " ".join(reversed(move.date.split("-", 1)))


def month_of(move: MoveView) -> str | None:
    """``2025-04`` where the date is known to the month; a week belongs to the month of its Thursday (ISO 8601)."""
    if not move.date or move.date[5:6] in ("", "Q", "H"):
        return None
    if move.date[5] != "W":
        return move.date[:7]
    span = parse_interval(move.date)
    return date.fromordinal(span.start.toordinal() + 3).isoformat()[:7] if span else None


def moment(text: str | None) -> str | None:
    """A publish date as a full RFC 3339 moment: a bare day is its first moment in UTC. None for what is neither."""
    if not text:
        return None
    try:
        if len(text) == 10:
            return f"{date.fromisoformat(text).isoformat()}T00:00:00Z"
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    offset = found.utcoffset()
    if offset is None or offset % timedelta(minutes=1):  # RFC 3339 has offsets of whole minutes
        return None
    return found.isoformat(timespec="milliseconds" if found.microsecond else "seconds").replace("+00:00", "Z")


def ago(text: str | None, now: datetime) -> str:
    """``just now``, ``3 min ago``, ``5 h ago``, ``12 days ago``; empty for an unknown moment."""
    whole = moment(text)
    if not whole:
        return ""
    seconds = (now - datetime.fromisoformat(whole)).total_seconds()
    for size, word in ((86_400, "day"), (3600, "h"), (60, "min")):
        if seconds >= size:
            count = int(seconds // size)
            return f"{count} {word}{'s' if word == 'day' and count > 1 else ''} ago"
    return "just now"
