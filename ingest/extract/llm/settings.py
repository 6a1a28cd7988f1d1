"""``llm.toml`` → which model is asked, and how. Validated whole; the file is optional, and without it no model is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ingest.fetch.addresses import parse_target
from ingest.toml import TomlFile, read_toml
from store.errors import FetchError

__all__ = ["LlmSettings", "load_llm"]


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """The ``[llm]`` table."""

    url: str  # of the interface, as its maker gives it: "https://api.example.com/v1"
    model: str  # as the interface names it
    key: str | None = field(default=None, repr=False)  # sent as a bearer token; never shown
    timeout: float = 60.0  # seconds, of one answer
    max_tokens: int = 4000  # of one answer
    allow_private: frozenset[str] = frozenset()  # "host:port" that may be asked although it is private or loopback

    @property
    def endpoint(self) -> str:
        """The address that is posted to."""
        return self.url if self.url.endswith("/chat/completions") else f"{self.url}/chat/completions"


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ValueError(f"{value!r} is no text of one line")
    return value.strip()


def _url(value: Any) -> str:
    text = _text(value).rstrip("/")
    try:
        parse_target(text)
    except FetchError as error:
        raise ValueError(str(error)) from None
    parts = urlsplit(text)
    if parts.username is not None or parts.password is not None:
        raise ValueError("no credentials in the address; name the variable that holds the key in key_env")
    if parts.query or parts.fragment:
        raise ValueError(f"{text!r}: the address of an interface has no query and no fragment")
    return text


def _variable(value: Any) -> str:
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", text := _text(value)):
        # whoever wrote the key itself here must not find it in an error message
        raise ValueError("not the name of an environment variable; the key itself does not belong into the file")
    return text


def _number(low: float, high: float, *, whole: bool) -> Callable[[Any], float]:
    def check(value: Any) -> float:
        wanted = isinstance(value, int) or (isinstance(value, float) and not whole)
        if isinstance(value, bool) or not wanted or not low <= float(value) <= high:
            raise ValueError(f"{value!r} is no {'whole ' if whole else ''}number from {low:g} to {high:g}")
        return value  # type: ignore[no-any-return]

    return check


def _vouched(value: Any) -> frozenset[str]:
    if not isinstance(value, list):
        raise ValueError("a list of texts is wanted")  # noqa: TRY004 - a ValueError becomes the line of the report
    for one in value:
        if not isinstance(one, str) or not re.fullmatch(r"(?:\[[0-9a-fA-F:.]+\]|[^\s:/]+):\d{1,5}", one):
            raise ValueError(f"{one!r} is not host:port")
    return frozenset(value)


_KEYS: dict[str, Callable[[Any], Any]] = {
    "url": _url,
    "model": _text,
    "key_env": _variable,
    "timeout": _number(1, 3600, whole=False),
    "max_tokens": _number(100, 100_000, whole=True),
    "allow_private": _vouched,
}


def load_llm(path: Path, environ: Mapping[str, str]) -> LlmSettings:
    """``llm.toml``, the key taken out of ``environ``. Raises ConfigError naming file, line and key."""
    file = read_toml(path)
    for name in file.data:
        if name != "llm":
            raise file.error("unknown table; known is llm", table=name)
    table = file.data.get("llm")
    if not isinstance(table, dict):
        raise file.error("one table [llm] is wanted", table="llm")
    values = _checked(file, table)
    for key in ("url", "model"):
        if key not in values:
            raise file.error(f"the table has no {key}", table="llm", key=key)
    if (variable := values.pop("key_env", None)) is not None:
        values["key"] = _key(file, variable, values, environ)
    return LlmSettings(**values)


def _checked(file: TomlFile, table: dict[str, Any]) -> dict[str, Any]:
    out = {}
    for key, value in table.items():
        if key not in _KEYS:
            near = get_close_matches(key, _KEYS, 1)
            hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(_KEYS)}"
            raise file.error(f"unknown key; {hint}", table="llm", key=key)
        try:
            out[key] = _KEYS[key](value)
        except ValueError as error:
            raise file.error(str(error), table="llm", key=key) from None
    return out


def _key(file: TomlFile, variable: str, values: dict[str, Any], environ: Mapping[str, str]) -> str:
    key = environ.get(variable, "").strip()
    if not key:
        raise file.error(f"the environment variable {variable} is not set", table="llm", key="key_env")
    if not key.isascii() or not key.isprintable() or " " in key:
        raise file.error(f"what {variable} holds is no key", table="llm", key="key_env")
    target = parse_target(values["url"])
    if target.scheme != "https" and target.key not in values.get("allow_private", ()):
        raise file.error("a key is sent over https only, or to an address of allow_private", table="llm", key="key_env")
    return key
