"""What a request asks: its query, read once and kept, and the address that we have for whoever asks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from urllib.parse import parse_qs, urlencode

from msgspec import Struct
from starlette.types import Scope

from store.errors import UsageError
from timeline.query import Query, from_params
from timeline.render.header import query_string, range_text

__all__ = ["Asked", "Reader", "header", "home_of", "number", "parameters"]

#: host and port of a Host header (RFC 9110, 7.2); what is none of that is not put into addresses
_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?")
#: a query is no place for books
LONGEST = 4096
FIELDS = 100
MOST_KEPT = 2000


class Asked(Struct, frozen=True):
    """``key``: equal for requests that have the same answer at the same head."""

    path: str
    query: Query
    query_string: str
    home: str
    now: datetime
    params: dict[str, list[str]]
    key: str


class Reader:
    """Reads queries; what was asked on the same day before is not read again. Used by the event loop alone."""

    def __init__(self, home: str | None = None) -> None:
        self.home = home.rstrip("/") if home else None
        self._kept: dict[tuple[object, ...], Asked] = {}

    def read(self, scope: Scope, now: datetime, own: tuple[str, ...] = ()) -> Asked:
        """``own``: the parameters of a view that takes no query. Raises UsageError saying what was not understood."""
        home = self.home if self.home is not None else home_of(scope)
        # a relative period means another range on another day, and never within one
        raw = (scope["path"], scope["query_string"], home, now.date())
        asked = self._kept.get(raw)
        if asked is None:
            asked = _asked(scope["path"], parameters(scope["query_string"]), home, now, own)
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[raw] = asked
        return asked


def _asked(path: str, params: dict[str, list[str]], home: str, now: datetime, own: tuple[str, ...]) -> Asked:
    if unknown := [name for name in params if own and name not in own]:
        raise UsageError(f"{unknown[0]!r} is no parameter here; there are {', '.join(own)}", parameter=unknown[0])
    query = from_params({k: v for k, v in params.items() if not own or k == "as-of"}, now=now)
    canonical = query_string(query)
    given = urlencode(sorted((name, value) for name in own for value in params.get(name, ())))
    key = "\n".join((path, canonical, query.cursor, range_text(query), home, given))
    return Asked(path, query, canonical, home, now, params, key)


def parameters(raw: bytes) -> dict[str, list[str]]:
    """Name → values. Raises UsageError for more than a query should be."""
    if len(raw) > LONGEST:
        raise UsageError(f"the query is longer than {LONGEST} characters")
    try:
        return parse_qs(raw.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        raise UsageError(f"the query has more than {FIELDS} parameters") from None


def header(scope: Scope, name: bytes) -> str:
    """A header of the request, or an empty text. ASGI gives names in lower case."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def home_of(scope: Scope) -> str:
    """The address by which we were asked, for a program that was not told its own; empty where it is unfit."""
    host = header(scope, b"host")
    return f"{scope['scheme']}://{host}" if _HOST.fullmatch(host) else ""


def number(params: Mapping[str, Sequence[str]], name: str, default: int, most: int | None = None) -> int:
    """A parameter that is a number. Raises UsageError."""
    values = [value for value in params.get(name, ()) if value.strip()]
    if not values:
        return default
    text = values[-1].strip()
    if not (text.isascii() and text.isdigit() and len(text) < 16) or (most is not None and int(text) > most):
        raise UsageError(f"{name} is {text!r}; write a number from 0" + (f" to {most}" if most else ""), parameter=name)
    return int(text)
