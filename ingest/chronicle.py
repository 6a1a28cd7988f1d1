"""chronicle.toml → curated claims: the starting chronology, in our own words, each entry with its citations.

Loaded once: an entry that is in the log unchanged adds nothing; a corrected one supersedes the one before it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import msgspec

from ingest.toml import TomlFile, read_toml
from store import events
from store.codec import encode
from store.errors import ConfigError
from store.events import Attribution, Citation, Claim, EntryCurated, Quantity
from store.interval import parse_interval, precision_of
from store.log import Log, NewEvent
from store.text import safe_url

__all__ = ["Names", "load_chronicle", "take_in_chronicle"]

_KEYS = {
    "id", "title", "type", "object", "object_id", "actors", "date", "date_end", "effective", "status", "quantities",
    "citations", "first_party",
}  # fmt: skip
_NEEDED = ("id", "title", "type", "object", "actors", "status", "citations")


@dataclass(frozen=True, slots=True)
class Names:
    """How names become canonical ids; the lexicon knows."""

    actor: Callable[[str], str | None]
    object: Callable[[str], str | None]


def load_chronicle(path: Path, names: Names) -> list[EntryCurated]:
    """The entries, validated whole. Raises ConfigError naming file, line and key."""
    file = read_toml(path)
    tables = file.data.get("entry", [])
    entries = [_entry(file, table, index, names) for index, table in enumerate(tables)]
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        if entry.entry in seen:
            raise file.error(f"the id {entry.entry!r} is used twice", table="entry", index=index, key="id")
        seen.add(entry.entry)
    return entries


def take_in_chronicle(log: Log, entries: list[EntryCurated]) -> int:
    """Records the entries that are not in the log as they are; answers how many those were."""
    fresh = []
    for entry in entries:
        stream, data = f"entry:{entry.entry}", encode(entry)
        last = next(iter(log.read(stream=stream, newest_first=True, limit=1)), None)
        if last is None or last.data != data:
            digest = hashlib.sha256(data).hexdigest()[:16]
            number = last.version if last else 0
            fresh.append(NewEvent(entry, stream, f"entry/{entry.entry}/{number}/{digest}"))
    return len(log.append(fresh))


def _entry(file: TomlFile, table: dict[str, Any], index: int, names: Names) -> EntryCurated:
    def wrong(key: str, why: str) -> ConfigError:
        return file.error(why, table="entry", index=index, key=key)

    for key, why in _faults(table):
        raise wrong(key, why)
    citations = tuple(_citation(c, wrong) for c in table["citations"])
    return EntryCurated(entry=table["id"], title=table["title"], claim=_claim(table, names, wrong), citations=citations)


def _faults(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(key, what is wrong with it), for keys and values that stand by themselves."""
    yield from ((k, f"unknown key; known are {', '.join(sorted(_KEYS))}") for k in table if k not in _KEYS)
    yield from ((k, f"the entry has no {k}") for k in _NEEDED if not table.get(k))
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", str(table["id"])):
        yield "id", "small letters, digits and dashes only"
    for key, allowed in (("type", get_args(events.MoveType)), ("status", get_args(events.Status))):
        if table[key] not in allowed:
            yield key, f"{table[key]!r} is not one of {', '.join(allowed)}"
    for key in ("date", "date_end", "effective"):
        try:
            parse_interval(table.get(key))
        except (ValueError, TypeError):
            yield key, f'{table[key]!r} is no date; write "2025-04-05", "2025-04", "2025-Q2" …'


def _claim(table: dict[str, Any], names: Names, wrong: Callable[[str, str], ConfigError]) -> Claim:
    actors = tuple(table["actors"])
    try:
        quantities = tuple(msgspec.convert(q, Quantity) for q in table.get("quantities", ()))
    except msgspec.ValidationError as error:
        raise wrong("quantities", str(error)) from None
    return Claim(
        type=table["type"],
        object=table["object"],
        object_id=table.get("object_id") or names.object(table["object"]),
        actors=actors,
        actor_ids=tuple(names.actor(a) for a in actors),
        quantities=quantities,
        date=table.get("date"),
        date_end=table.get("date_end"),
        precision=precision_of(table.get("date")),
        anchor="absolute" if table.get("date") else "none",
        effective=table.get("effective"),
        status=table["status"],
        attribution=Attribution(speaker="first-party" if table.get("first_party") else "press"),
        rule="curated",
    )


def _citation(value: Any, wrong: Callable[[str, str], ConfigError]) -> Citation:
    try:
        citation = msgspec.convert(value, Citation)
    except msgspec.ValidationError as error:
        raise wrong("citations", str(error)) from None
    if safe_url(citation.url) is None or not citation.publisher:
        raise wrong("citations", f"{citation.url!r}: an http or https address and a publisher are needed")
    return citation
