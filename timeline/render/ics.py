"""iCalendar (RFC 5545): a move is an all-day event over the days its date allows, without a date a journal entry.

DTSTAMP is when the revision was recorded (never now), SEQUENCE its number, UID the move's id: a calendar that comes
again changes what was revised and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from store.interval import parse_interval
from store.text import clean
from timeline.render import body
from timeline.render.context import Context
from timeline.render.dates import moment
from timeline.view import MoveView

__all__ = ["fold", "write"]

_ESCAPES = {ord("\\"): "\\\\", ord(";"): "\\;", ord(","): "\\,", ord("\n"): "\\n"}
#: not settled yet: what a calendar shows as tentative
_TENTATIVE = ("planned", "rumoured", "delayed")


def write(moves: Iterable[MoveView], context: Context) -> Iterator[str]:
    """The calendar, lines folded at 75 octets and ended by CRLF."""
    yield _lines(
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//timeline//meta-timeline//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", _text(context.title)),
        ("X-TIMELINE-POSITION", str(context.position)),
        ("X-TIMELINE-HASH", context.hash),
    )
    for move in moves:
        yield _entry(move, context)
    yield _lines(("END", "VCALENDAR"))


def _entry(move: MoveView, context: Context) -> str:
    span = parse_interval(move.date, move.date_end)
    kind = "VEVENT" if span else "VJOURNAL"
    status = "CANCELLED" if move.rejected else "TENTATIVE" if move.status in _TENTATIVE else "CONFIRMED"
    url = f"{context.home}/moves/{move.id}" if context.home else body.best_url(move)
    pairs = [
        ("BEGIN", kind),
        ("UID", f"{move.id}@timeline"),
        ("DTSTAMP", _stamp(move.recorded_at)),
        ("SEQUENCE", str(move.revision)),
        ("SUMMARY", _text(move.title)),
        ("DESCRIPTION", _text(body.text(move))),
        ("CATEGORIES", _text(move.type)),
    ]
    if span:
        after = date.fromordinal(min(span.end.toordinal() + 1, date.max.toordinal()))
        pairs += [
            ("DTSTART;VALUE=DATE", f"{span.start:%Y%m%d}".rjust(8, "0")),
            ("DTEND;VALUE=DATE", f"{after:%Y%m%d}".rjust(8, "0")),
            ("TRANSP", "TRANSPARENT"),
            ("STATUS", status),
        ]
    elif move.rejected:
        pairs.append(("STATUS", "CANCELLED"))
    if url:
        pairs.append(("URL", url))
    return _lines(*pairs, ("END", kind))


def _stamp(text: str) -> str:
    whole = moment(text) or "1970-01-01T00:00:00Z"
    return f"{datetime.fromisoformat(whole).astimezone(UTC):%Y%m%dT%H%M%SZ}".rjust(16, "0")


def _text(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    return clean(text).replace("\t", " ").translate(_ESCAPES)


def _lines(*pairs: tuple[str, str]) -> str:
    return "".join(fold(f"{name}:{value}") + "\r\n" for name, value in pairs)


def fold(line: str) -> str:
    """Lines of at most 75 octets, parted between letters; what follows starts with a blank (RFC 5545, 3.1)."""
    if len(line) <= 75 and line.isascii():
        return line
    parts, part, used = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if used + size > 75:
            parts.append(part)
            part, used = " ", 1
        part, used = part + letter, used + size
    return "\r\n".join([*parts, part])
