"""Configuration → sources. The file is validated whole before anything of it is used."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

from ingest.toml import TomlFile, read_toml
from store.text import clean, without_credentials

__all__ = ["Config", "FetchSettings", "Source", "load_sources", "parse_every"]

Kind = Literal["feed", "html", "api"]
Trust = Literal["first-party", "press", "secondary"]
HOUR = 3600
YEAR = 366 * 86400
MOST = 1_000_000_000  # of whatever is counted in [fetch]


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher's feed that we listen to."""

    name: str
    url: str
    kind: Kind = "feed"
    publisher: str = ""
    trust: Trust = "press"
    every: int = HOUR  # seconds: the least time between two fetches
    categories: tuple[str, ...] = ()  # only entries of these categories, where any are named
    full_text: bool = False
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """The ``[fetch]`` table: what the one door to the network keeps to."""

    user_agent: str = "meta-timeline"
    contact: str = ""
    allow_private: frozenset[str] = frozenset()  # "host:port"
    max_bytes: int = 15_000_000  # decoded
    total_seconds: float = 30.0
    floor_seconds: int = HOUR  # no source is asked more often than this
    spacing_seconds: float = 1.0  # between two requests to one registrable domain
    concurrency: int = 16  # requests under way at once, over all hosts


@dataclass(frozen=True, slots=True)
class Config:
    """``sources.toml`` as read."""

    sources: tuple[Source, ...] = ()
    fetch: FetchSettings = field(default_factory=FetchSettings)

    def named(self, name: str) -> Source | None:
        """The source of that name."""
        return next((s for s in self.sources if s.name == name), None)


_UNITS = {"s": 1, "second": 1, "m": 60, "min": 60, "minute": 60, "h": HOUR, "hour": HOUR, "d": 86400, "day": 86400}


def parse_every(text: str | int) -> int:
    """Seconds of ``"90 minutes"``, ``"2h"``, ``"1 day"`` or a number of seconds. Raises ValueError."""
    if isinstance(text, bool) or (isinstance(text, int) and text <= 0):
        raise ValueError('a positive number of seconds, or words such as "60 minutes"')
    if isinstance(text, int):
        return _within_a_year(text)
    found = re.fullmatch(r"\s*(\d+)\s*([a-z]+?)s?\s*", str(text).lower())
    if not found or found[2] not in _UNITS or int(found[1][:20]) == 0:
        raise ValueError(f'{text!r} is no interval; write "60 minutes", "2 hours" or "1 day"')
    return _within_a_year(int(found[1][:20]) * _UNITS[found[2]])


def _within_a_year(seconds: int) -> int:
    if seconds > YEAR:
        raise ValueError("an interval of more than a year")
    return seconds


def _one_of(*words: str) -> Any:
    def check(value: Any) -> str:
        if value not in words:
            raise ValueError(f"{value!r} is not one of {', '.join(words)}")
        return str(value)

    return check


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not text")  # noqa: TRY004 - a ValueError becomes the line of the report
    if value != clean(value):
        raise ValueError("control characters in the text")
    return value


def _list(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise ValueError("a list of texts is wanted")
    return tuple(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is not true or false")  # noqa: TRY004 - as above
    return value


def _url(value: Any) -> str:
    text = _words(value)
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"{without_credentials(text)!r} is no address: {error}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise ValueError(f"{without_credentials(text)!r} is no http or https address")
    return text


def _name(value: Any) -> str:
    text = _words(value)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", text):
        raise ValueError(f"{text!r}: letters, digits, dot, dash and underscore only, at most 100")
    return text


def _positive(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= MOST:
        raise ValueError(f"{value!r} is not a positive number of at most {MOST:,}")
    return value


def _host_ports(value: Any) -> frozenset[str]:
    for text in _list(value):
        found = re.fullmatch(r"(?:\[[0-9a-fA-F:.]+\]|[^\s:/]+):(\d{1,5})", text, re.ASCII)
        if not found or not 0 < int(found[1]) < 65536:
            raise ValueError(f"{text!r} is not host:port")
    return frozenset(value)


_SOURCE_KEYS = {
    "name": _name,
    "url": _url,
    "kind": _one_of("feed", "html", "api"),
    "publisher": _words,
    "trust": _one_of("first-party", "press", "secondary"),
    "every": parse_every,
    "categories": _list,
    "full_text": _flag,
    "enabled": _flag,
}
_FETCH_KEYS = {
    "user_agent": _words,
    "contact": _words,
    "allow_private": _host_ports,
    "max_bytes": lambda v: int(_positive(v)),
    "total_seconds": _positive,
    "floor_seconds": lambda v: int(_positive(v)),
    "spacing_seconds": lambda v: v if v == 0 else _positive(v),
    "concurrency": lambda v: int(_positive(v)),
}


def load_sources(path: Path) -> Config:
    """``sources.toml``, validated whole. Raises ConfigError naming file, line and key."""
    file = read_toml(path)
    for key in file.data:
        if key not in ("source", "fetch"):
            raise file.error(f"unknown table{_near(key, ('source', 'fetch'))}", table=key)
    tables = file.data.get("source", [])
    if not isinstance(tables, list):
        raise file.error("write [[source]], with two brackets, for each source", table="source")
    sources = tuple(_source(file, table, index) for index, table in enumerate(tables))
    for index, source in enumerate(sources):
        if any(s.name == source.name for s in sources[:index]):
            raise file.error(f"the name {source.name!r} is used twice", table="source", index=index, key="name")
    return Config(sources, _fetch(file))


def _checked(file: TomlFile, table: dict[str, Any], known: dict[str, Any], where: tuple[str, int]) -> dict[str, Any]:
    out = {}
    for key, value in table.items():
        if key not in known:
            raise file.error(f"unknown key{_near(key, tuple(known))}", table=where[0], index=where[1], key=key)
        try:
            out[key] = known[key](value)
        except ValueError as error:
            raise file.error(str(error), table=where[0], index=where[1], key=key) from None
    return out


def _source(file: TomlFile, table: dict[str, Any], index: int) -> Source:
    values = _checked(file, table, _SOURCE_KEYS, ("source", index))
    for key in ("name", "url"):
        if key not in values:
            raise file.error(f"the source has no {key}", table="source", index=index, key=key)
    values.setdefault("publisher", urlsplit(values["url"]).hostname or values["name"])
    return Source(**values)


def _fetch(file: TomlFile) -> FetchSettings:
    values = _checked(file, file.data.get("fetch", {}), _FETCH_KEYS, ("fetch", 0))
    agent = cast(
        "str", values.get("user_agent", "meta-timeline/{version} (+https://github.com/meta-timeline/meta-timeline)")
    )
    values["user_agent"] = agent.replace("{version}", metadata.version("meta-timeline"))
    if contact := values.get("contact"):
        values["user_agent"] += f" {contact}"
    return FetchSettings(**values)


def _near(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way out with an error

    close = get_close_matches(word, known, 1)
    return f"; did you mean {close[0]}?" if close else f"; known are {', '.join(known)}"
