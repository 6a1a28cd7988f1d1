"""What people type for a time, as a half-open range: ``2025``, ``q2 2025``, ``3 months ago``, ``apr 2025..``.

Our own small grammar, because date libraries guess (one reads ``2025`` as a day in November, another as 20:25 today).

    YYYY  YYYY-MM  YYYY-MM-DD  YYYY-Qn  YYYY-Hn  YYYY-Www    the calendar year, month, day, quarter, half, ISO 8601 week
    2025-04-05T12:00:00Z                                     RFC 3339: as long as its last digit is exact (here 1 s)
    apr 2025  april 2025  q2 2025  h1 2025                   the same in words
    today  yesterday  this|last week|month|quarter|year      the calendar period around now, or the one before
    7d  2w  3mo  1y                                          from the start of the day that long ago until now
    3 days|weeks|months|years ago                            the day that long ago
    A..B  A..  ..B                                           from the start of A to the end of B
    @N                                                       a position in the log

Letters may be in either case. What is not in this list is an error that names the nearest form; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo

from msgspec import Struct

from store.errors import PeriodError

__all__ = ["MONTHS", "Period", "parse_period"]

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
_MONTH_OF = {name: n for n, full in enumerate(MONTHS, 1) for name in (full, full[:3])} | {"sept": 9}
_UNITS = {"d": "day", "w": "week", "mo": "month", "y": "year"}
_MICROSECOND = timedelta(microseconds=1)


class Period(Struct, frozen=True, kw_only=True):
    """``start <= t < end`` in the zone that was asked for; None for an open side. ``position`` alone for ``@N``."""

    start: datetime | None = None
    end: datetime | None = None
    position: int | None = None
    text: str = ""  # as typed, blanks and case made even

    @property
    def first_day(self) -> date | None:
        """The day of ``start`` in its own zone."""
        return self.start.date() if self.start else None

    @property
    def last_day(self) -> date | None:
        """The last day that has a moment before ``end``, in its own zone."""
        return (self.end - _MICROSECOND).date() if self.end else None


class _Typed(Struct, frozen=True):
    """What a form's reader is given."""

    parts: tuple[str, ...]
    now: datetime
    tz: tzinfo

    def days(self, first: date, after: date) -> tuple[datetime, datetime]:
        """The range from the start of one day to the start of another. ``fold=0`` is the first moment of both."""
        return (
            datetime(first.year, first.month, first.day, tzinfo=self.tz),
            datetime(after.year, after.month, after.day, tzinfo=self.tz),
        )

    def months(self, year: int, month: int, count: int) -> tuple[datetime, datetime]:
        """The range of ``count`` calendar months from this one on."""
        first = date(year, month, 1)
        return self.days(first, _shifted(first, count))


def _shifted(day: date, months: int) -> date:
    """The same day of another month, or that month's last where it is shorter."""
    number = 12 * day.year + day.month - 1 + months
    year, month = divmod(number, 12)
    after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (after - timedelta(1)).day))


def _year(typed: _Typed) -> tuple[datetime, datetime]:
    return typed.months(int(typed.parts[0]), 1, 12)


def _month(typed: _Typed) -> tuple[datetime, datetime]:
    return typed.months(int(typed.parts[0]), int(typed.parts[1]), 1)


def _day(typed: _Typed) -> tuple[datetime, datetime]:
    day = date(*map(int, typed.parts))
    return typed.days(day, day + timedelta(1))


def _part(typed: _Typed) -> tuple[datetime, datetime]:
    """``2025``, ``q`` or ``h``, its number: a quarter or a half."""
    year, kind, number = typed.parts
    size = 3 if kind == "q" else 6
    return typed.months(int(year), size * int(number) - size + 1, size)


def _week(typed: _Typed) -> tuple[datetime, datetime]:
    monday = date.fromisocalendar(int(typed.parts[0]), int(typed.parts[1]), 1)
    return typed.days(monday, monday + timedelta(7))


def _moment(typed: _Typed) -> tuple[datetime, datetime]:
    """RFC 3339, 5.6. A leap second (``:60``) is the second after ``:59``."""
    day, hour, minute, second, fraction, offset = typed.parts
    leap = second == "60"
    zone = "+00:00" if offset == "z" else offset
    start = datetime.fromisoformat(f"{day}T{hour}:{minute}:{'59' if leap else second}.{fraction or '0':0<6.6}{zone}")
    start = (start + timedelta(seconds=leap)).astimezone(typed.tz)
    return start, start + timedelta(microseconds=10 ** (6 - min(len(fraction), 6)))


def _named_month(typed: _Typed) -> tuple[datetime, datetime]:
    return typed.months(int(typed.parts[1]), _MONTH_OF[typed.parts[0]], 1)


def _named_part(typed: _Typed) -> tuple[datetime, datetime]:
    kind, number, year = typed.parts
    return _part(_Typed((year, kind, number), typed.now, typed.tz))


def _named_day(typed: _Typed) -> tuple[datetime, datetime]:
    day = typed.now.date() - timedelta(typed.parts[0] == "yesterday")
    return typed.days(day, day + timedelta(1))


def _around(typed: _Typed) -> tuple[datetime, datetime]:
    """This or last week, month, quarter, year."""
    which, unit = typed.parts
    today = typed.now.date()
    if unit == "week":
        monday = today - timedelta(today.weekday() + 7 * (which == "last"))
        return typed.days(monday, monday + timedelta(7))
    size = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = date(today.year, (today.month - 1) // size * size + 1, 1)
    first = _shifted(first, -size if which == "last" else 0)
    return typed.months(first.year, first.month, size)


def _back(today: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return today - timedelta(count * (7 if unit == "week" else 1))
    return _shifted(today, -count * (12 if unit == "year" else 1))


def _last(typed: _Typed) -> tuple[datetime, datetime]:
    first = _back(typed.now.date(), int(typed.parts[0]), _UNITS[typed.parts[1]])
    return typed.days(first, first)[0], typed.now


def _ago(typed: _Typed) -> tuple[datetime, datetime]:
    day = _back(typed.now.date(), int(typed.parts[0]), typed.parts[1])
    return typed.days(day, day + timedelta(1))


_Y = "([0-9]{4})"
#: every form; in lower case, blanks single
FORMS: tuple[tuple[str, Callable[[_Typed], tuple[datetime, datetime]]], ...] = (
    (_Y, _year),
    (f"{_Y}-([0-9][0-9])", _month),
    (f"{_Y}-([0-9][0-9])-([0-9][0-9])", _day),
    (f"{_Y}-(?:(q)([1-4])|(h)([12]))", _part),
    (f"{_Y}-w([0-9][0-9])", _week),
    (
        r"([0-9]{4}-[0-9]{2}-[0-9]{2})[t ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?(z|[+-][0-9]{2}:[0-9]{2})",
        _moment,
    ),
    (f"({'|'.join(sorted(_MONTH_OF, key=len, reverse=True))}) {_Y}", _named_month),
    (f"(?:(q)([1-4])|(h)([12])) {_Y}", _named_part),
    ("(today|yesterday)", _named_day),
    ("(this|last) (week|month|quarter|year)", _around),
    ("([1-9][0-9]{0,4})(d|w|mo|y)", _last),
    ("([1-9][0-9]{0,4}) (day|week|month|year)s? ago", _ago),
)


class UnreadableError(Exception):
    """Outside the grammar: the part of the text that is."""


def parse_period(text: str, *, now: datetime, tz: tzinfo = UTC) -> Period:
    """The period that a text names. ``now``: aware, in any zone; ``tz``: the zone whose days are meant.

    Raises PeriodError with ``nearest`` (a valid form, always one) for what is outside the grammar.
    """
    try:
        return read_period(text, now=now, tz=tz)
    except UnreadableError as error:
        raise _unknown(str(error), now.astimezone(tz), tz) from None


def read_period(text: str, *, now: datetime, tz: tzinfo = UTC) -> Period:
    """As ``parse_period``, but looks for no nearest form: raises UnreadableError with the part that is outside."""
    typed = " ".join(text.split())
    now = now.astimezone(tz)
    if re.fullmatch("@[0-9]{1,18}", typed):
        return Period(position=int(typed[1:]), text=typed)
    if ".." not in typed:
        start, end = _range(typed, now, tz)
        return Period(start=start, end=end, text=typed)
    left, _, right = (part.strip() for part in typed.partition(".."))
    if not left and not right:
        raise UnreadableError(typed)
    period = Period(
        start=_range(left, now, tz)[0] if left else None,
        end=_range(right, now, tz)[1] if right else None,
        text=f"{left}..{right}",
    )
    if period.start and period.end and period.start >= period.end:
        raise PeriodError(f"{typed!r} ends before it starts; did you mean {right}..{left}?", nearest=f"{right}..{left}")
    return period


def _range(typed: str, now: datetime, tz: tzinfo) -> tuple[datetime, datetime]:
    for form, read in FORMS:
        if found := re.fullmatch(form, typed.lower()):
            # of two alternatives in a form, the one that is not there has no groups; a fraction may be absent
            parts = tuple(p or "" for p in found.groups()) if read is _moment else tuple(filter(None, found.groups()))
            try:
                return read(_Typed(parts, now, tz))
            except (ValueError, OverflowError):
                break
    raise UnreadableError(typed)


def _unknown(typed: str, now: datetime, tz: tzinfo) -> PeriodError:
    from timeline.nearest import nearest_period  # noqa: PLC0415 - only an error needs it

    nearest = nearest_period(typed, now=now, tz=tz)
    return PeriodError(f"{typed!r} is no period I know; did you mean {nearest!r}?", nearest=nearest)
