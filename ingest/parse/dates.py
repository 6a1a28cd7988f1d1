"""Dates of entries: our own strict chain. What is wrong or ambiguous is refused and kept raw; nothing is guessed.

    RFC 822 / 5322 with zone names → ISO 8601 / RFC 3339 → shapes seen in real feeds → None

The answer is RFC 3339 with the publisher's own offset, or ``YYYY-MM-DD`` where only a day was said.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

__all__ = ["parse_date"]

#: how far ahead of our clock a date may lie and still be believed
AHEAD = timedelta(days=2)
FIRST_YEAR = 1970
_FIRST = f"{FIRST_YEAR}"

# RFC 822 section 5.1 and RFC 5322 section 4.3; a few more that feeds use and that name one offset only
_ZONES = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MET": 60, "CEST": 120,
    "MEST": 120, "EET": 120, "EEST": 180, "MSK": 180, "JST": 540, "KST": 540, "AEST": 600, "AEDT": 660,
    "NZST": 720, "NZDT": 780,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "AKST": -540, "AKDT": -480, "HST": -600, "ADT": -180, "BRT": -180,
}  # fmt: skip
_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "jan january janeiro enero ene januar janvier janv gennaio gen januari янв января",
        "feb february fevereiro fev febrero februar fevrier février févr febbraio februari фев февраля",
        "mar march março marco marzo märz maerz mrz mars maart мар марта",
        "apr april abril abr avril avr aprile апр апреля",
        "may maio mai mayo maggio mag mei мая май",
        "jun june junho junio juni juin giugno giu июн июня",
        "jul july julho julio juli juillet juil luglio lug июл июля",
        "aug august agosto ago août aout augustus авг августа",
        "sep sept september setembro set septiembre septembre settembre сен сентября",
        "oct october outubro out octubre oktober okt octobre ottobre ott окт октября",
        "nov november novembro noviembre novembre ноя ноября",
        "dec december dezembro dez diciembre dic dezember décembre decembre déc dicembre дек декабря",
    ),
    1,
):
    _MONTHS.update(dict.fromkeys(_names.split(), _number))

_TIME = r"(?P<h>\d{1,2}):(?P<mi>\d{1,2})(?::(?P<s>\d{1,2})(?:[.,]\d+)?)?\s*(?P<ap>[AaPp]\.?[Mm]\.?)?"
_ZONE = r"(?P<z>(?:GMT|UTC)?\s*[+-]\s*\d{1,2}:?\d{0,2}|[A-Za-z]{1,5})"
_DAY_NAME = r"(?:[^\W\d_]+\.?,?\s*)?"
_RFC = re.compile(
    rf"{_DAY_NAME}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s.-]+(?:de\s+)?(?P<mon>[^\W\d_]+)\.?,?[\s-]+(?:de\s+)?(?P<y>\d{{4}}|\d{{2}})"
    rf"(?:,?\s+(?:at\s+|às\s+)?{_TIME}\s*{_ZONE}?(?:\s*\([^)]*\))?)?"
)
_US = re.compile(
    rf"(?:[^\W\d_]+day,?\s+)?(?P<mon>[^\W\d_]+)\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})"
    rf"(?:,?\s+(?:at\s+)?{_TIME}\s*{_ZONE}?(?:\s*\([^)]*\))?)?"
)
_ASCTIME = re.compile(
    rf"[A-Za-z]{{3}}\s+(?P<mon>[A-Za-z]{{3}})\s+(?P<d>\d{{1,2}})\s+{_TIME}\s+(?:{_ZONE}\s+)?(?P<y>\d{{4}})"
)
_ISO = re.compile(
    r"(?P<y>\d{4})(?P<sep>[-/.])(?P<mo>\d{1,2})(?P=sep)(?P<d>\d{1,2})"
    r"(?:(?:\s*T\s*|\s+|,\s*)(?P<h>\d{1,2}):(?P<mi>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?\s*(?P<ap>[AaPp]\.?[Mm]\.?)?"
    rf"\s*{_ZONE}?)?",
    re.IGNORECASE,
)
_BASIC = re.compile(
    r"(?P<y>\d{4})(?P<mo>\d{2})(?P<d>\d{2})(?:T?(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})?(?P<z>Z|[+-]\d{2}:?\d{2})?)?"
)
#: the two shapes that nine of ten dates have, as RFC 5322 and RFC 3339 want them, on days that every month has
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d"
_USUAL_RFC = re.compile(
    rf"[A-Z][a-z]{{2}}, (0?[1-9]|1\d|2[0-8]) ([A-Z][a-z]{{2}}) (\d{{4}}) ({_CLOCK}) "
    r"(?:GMT|([+-](?:0\d|1[0-3]))([0-5]\d))",
    re.ASCII,
)
_USUAL_ISO = re.compile(
    rf"(\d{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T{_CLOCK})(?:\.\d{{3}}(?:\d{{3}})?)?"
    r"(Z|[+-](?:0\d|1[0-3]):[0-5]\d)",
    re.ASCII,
)
_USUAL_MONTHS = {name.title(): f"{number:02}" for name, number in _MONTHS.items()}
_GREENWICH = frozenset(["Z", "+00:00", "-00:00"])
_YEAR_MONTH = re.compile(r"\d{4}(?:-\d{2})?")


def parse_date(raw: str, *, now: datetime) -> str | None:
    """The date that was written, or None for what is no date, no day of the calendar, ambiguous, or not to be believed.

    ``03/04/2025`` is refused (two readings), ``2020/1/10`` is not (one). A bare year or month is no publish date.
    """
    if (usual := _usual(raw)) and _FIRST <= usual < _tomorrow(now):
        return usual
    text = " ".join(raw[:200].split()).strip("\"'")
    if not text or len(text) > 100 or _YEAR_MONTH.fullmatch(text):
        return None
    for shape in (_RFC, _ISO, _US, _ASCTIME, _BASIC):
        if found := shape.fullmatch(text):
            return _believed(found.groupdict(), now)
    return None


def _usual(raw: str) -> str | None:
    """The date of a usual shape, without a look at the calendar or the clock."""
    if found := _USUAL_RFC.fullmatch(raw):
        day, name, year, clock, hours, minutes = found.groups()
        month, zone = _USUAL_MONTHS.get(name), f"{hours}:{minutes}" if hours else "Z"
        return f"{year}-{month}-{day:0>2}T{clock}{'Z' if zone in _GREENWICH else zone}" if month else None
    if found := _USUAL_ISO.fullmatch(raw):
        return f"{found[1]}{'Z' if found[2] in _GREENWICH else found[2]}"
    return None


@lru_cache(maxsize=8)
def _tomorrow(now: datetime) -> str:
    """Any day before this one is over everywhere within 38 hours of our clock, whatever the zone: less than AHEAD."""
    return (now.astimezone(UTC) + timedelta(days=1)).date().isoformat()


def _told(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _believed(part: dict[str, str | None], now: datetime) -> str | None:
    try:
        day = date(_year(part["y"] or ""), _month(part), int(part["d"] or ""))
        moment = _moment(day, part) if part.get("h") else None
    except (ValueError, KeyError, OverflowError):
        return None
    latest = moment or datetime(day.year, day.month, day.day, tzinfo=UTC)
    if latest > now + AHEAD or day.year < FIRST_YEAR:
        return None
    if moment is None:
        return day.isoformat()
    return _told(moment)


def _year(text: str) -> int:
    """Two digits as RFC 5322 section 4.3 reads them."""
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < 50 else 1900)


def _month(part: dict[str, str | None]) -> int:
    named = part.get("mon")
    return _MONTHS[named.lower()] if named else int(part.get("mo") or "")


def _moment(day: date, part: dict[str, str | None]) -> datetime:
    hour, minute, second = int(part["h"] or ""), int(part["mi"] or ""), int(part.get("s") or 0)
    half = (part.get("ap") or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if half == "p" else 0)
    second = min(second, 59)  # a leap second is the last of its minute
    following = (hour, minute, second) == (24, 0, 0)  # ISO 8601: the end of the day
    moment = datetime(
        day.year, day.month, day.day, 0 if following else hour, minute, second, tzinfo=_zone(part.get("z"))
    )
    return moment + timedelta(days=1) if following else moment


def _zone(text: str | None) -> timezone:
    """An offset or a name that means one offset; without either, UTC (RFC 822 has no local time). Raises ValueError."""
    name = (text or "").strip().upper()
    if not name:
        return UTC
    if found := re.fullmatch(r"(?:GMT|UTC)?\s*([+-])\s*(\d{1,2}):?(\d{2})?", name):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        if minutes > 14 * 60:
            raise ValueError("no such offset")
        return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes)) if minutes else UTC
    if name not in _ZONES:
        raise ValueError("an unknown zone")
    return timezone(timedelta(minutes=_ZONES[name])) if _ZONES[name] else UTC
