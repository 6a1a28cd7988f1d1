"""A query from the words of a command line or URL, and back. The same names in both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from store.errors import UsageError
from timeline.period import Period, parse_period
from timeline.query.model import SORTS, Query

__all__ = ["GRADES", "PARAMETERS", "STATUSES", "TYPES", "from_params", "to_params"]

TYPES = (
    "release", "chip", "partnership", "investment", "acquisition", "people", "policy", "research", "milestone",
    "incident", "product",
)  # fmt: skip
STATUSES = ("shipped", "announced", "planned", "rumoured", "delayed", "cancelled", "denied")
GRADES = ("A", "B", "C", "D")
#: more than this is no page but an export, which is asked for with 0
MOST = 10_000

#: name of the parameter → field of Query, in the order in which links have them
_FIELDS = {
    "q": "words", "since": "since", "until": "until", "in": "within", "type": "types", "actor": "actors",
    "object": "objects", "source": "sources", "status": "statuses", "grade": "grades", "disputed": "disputed",
    "min-lineages": "min_lineages", "as-of": "as_of", "recorded-since": "recorded_since", "rejected": "rejected",
    "sort": "sort", "limit": "limit", "cursor": "cursor",
}  # fmt: skip
PARAMETERS = tuple(_FIELDS)
_PERIODS = ("since", "until", "in", "as-of", "recorded-since")
_MANY: dict[str, tuple[str, ...]] = {
    "type": TYPES, "actor": (), "object": (), "source": (), "status": STATUSES, "grade": GRADES,
}  # fmt: skip
_TRUE = ("1", "true", "yes", "on")
_FALSE = ("", "0", "false", "no", "off")


def from_params(params: Mapping[str, Sequence[str]], *, now: datetime, tz: tzinfo = UTC) -> Query:
    """The query that these parameters ask for; an empty value is none. ``now`` and ``tz``: for periods.

    Raises UsageError naming the parameter (and the nearest known one), PeriodError with the nearest period.
    """
    fields: dict[str, Any] = {}
    for name, given in params.items():
        if name not in _FIELDS:
            raise UsageError(f"{name!r} is no filter; {_nearest(name, PARAMETERS)}", parameter=name)
        values = [value.strip() for value in given if value.strip()]
        if values:
            fields[_FIELDS[name]] = _value(name, values, lambda text: parse_period(text, now=now, tz=tz))
    return Query(**fields)


def _value(name: str, values: list[str], period: Callable[[str], Period]) -> Any:
    if name in _MANY:
        return tuple(dict.fromkeys(_known(name, value) for value in values))
    if name == "q":
        return " ".join(" ".join(values).split())
    if len(values) > 1:
        raise UsageError(f"{name} is given {len(values)} times; it takes one value", parameter=name)
    if name in _PERIODS:
        return period(values[0])
    if name in ("disputed", "rejected"):
        return _flag(name, values[0])
    if name in ("limit", "min-lineages"):
        return _number(name, values[0])
    if name == "sort" and values[0] not in SORTS:
        raise UsageError(f"{values[0]!r} is no order; {_nearest(values[0], SORTS)}", parameter=name)
    return values[0]


def _known(name: str, value: str) -> str:
    words = _MANY[name]
    if not words:
        return value
    even = value.upper() if name == "grade" else value.casefold()
    if even not in words:
        raise UsageError(f"{value!r} is no {name}; {_nearest(even, words)}", parameter=name)
    return even


def _flag(name: str, value: str) -> bool:
    if value.casefold() in _TRUE:
        return True
    if value.casefold() in _FALSE:
        return False
    raise UsageError(f"{name} is {value!r}; write 1 or leave it out", parameter=name)


def _number(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) <= MOST):
        raise UsageError(f"{name} is {value!r}; write a number from 0 to {MOST}", parameter=name)
    return int(value)


def _nearest(word: str, words: Sequence[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only an error needs it

    near = get_close_matches(word, words, 1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(words)}"


def to_params(query: Query) -> list[tuple[str, str]]:
    """The parameters that ask for this query, without those that ask for what is so anyway."""
    return [(name, value) for name, field in _FIELDS.items() for value in _texts(query, field)]


_PLAIN = Query()


def _texts(query: Query, field: str) -> Iterator[str]:
    value = getattr(query, field)
    if value == getattr(_PLAIN, field):
        return
    if isinstance(value, tuple):
        yield from value
    elif isinstance(value, Period):
        yield value.text
    else:
        yield "1" if value is True else str(value)
