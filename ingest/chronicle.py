"""chronicle.toml → curated claims: the starting chronology, in our own words, each entry with its citations.

Loaded once: an entry that is in the log unchanged adds nothing; a corrected one supersedes the one before it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, get_args

import msgspec
from msgspec import Meta, Struct

from ingest.toml import TomlFile, read_toml
from store.codec import encode
from store.errors import ConfigError
from store.events import Attribution, Citation, Claim, EntryCurated, MoveType, PayloadErased, Quantity, Status
from store.interval import parse_interval, precision_of
from store.log import Log, NewEvent
from store.text import safe_url

__all__ = ["Names", "load_chronicle", "take_in_chronicle"]

_Words = Annotated[str, Meta(pattern=r"\S")]
_DATE = 'a date in quotes, as "2025-04-05", "2025-04", "2025-Q2" or "2025"'
_Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]*\Z")]


class _Quantity(Quantity, frozen=True, forbid_unknown_fields=True):
    def __post_init__(self) -> None:
        if not _is_date(self.period):
            raise ValueError(f"period {self.period!r} is not {_DATE}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low:g} is above high {self.high:g}")


class _Citation(Citation, frozen=True, forbid_unknown_fields=True):
    def __post_init__(self) -> None:
        if safe_url(self.url) is None or not self.publisher.strip():
            raise ValueError(f"{self.url!r}: an http or https address and a publisher are needed")
        if not _is_published(self.published):
            raise ValueError(f'published {self.published!r} is not a day such as "2025-04-05"')


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    """One ``[[entry]]`` as it is written."""

    id: _Id
    title: _Words
    type: MoveType
    object: _Words
    actors: Annotated[tuple[_Words, ...], Meta(min_length=1)]
    status: Status
    citations: Annotated[tuple[_Citation, ...], Meta(min_length=1)]
    object_id: _Id | None = None
    date: str | None = None
    date_end: str | None = None
    effective: str | None = None
    quantities: tuple[_Quantity, ...] = ()
    first_party: bool = False


_FIELDS = {"": _Table.__struct_fields__, "citations": _Citation.__struct_fields__}
_FIELDS["quantities"] = _Quantity.__struct_fields__
#: what a value must be, where msgspec's own words would not tell it
_HINTS = {
    "type": f"one of {', '.join(get_args(MoveType))}",
    "status": f"one of {', '.join(get_args(Status))}",
    "id": "small letters, digits and dashes only",
    "object_id": "small letters, digits and dashes only",
    "date": _DATE,
    "date_end": _DATE,
    "effective": _DATE,
}
_UNKNOWN = re.compile(r"unknown field `(.*?)`")
_MISSING = re.compile(r"missing required field `(.*?)`")
_PATH = re.compile(r" - at `\$\.?(.*)`$")


@dataclass(frozen=True, slots=True)
class Names:
    """How names become canonical ids; the lexicon knows."""

    actor: Callable[[str], str | None]
    object: Callable[[str], str | None]
    subject: str | None = None  # canonical id of whom the chronology is about


def load_chronicle(path: Path, names: Names) -> list[EntryCurated]:
    """The entries, validated whole. Raises ConfigError naming file, line, key and entry."""
    file = read_toml(path)
    for key in file.data.keys() - {"entry"}:
        raise file.error("unknown table; there is only [[entry]]", key=key)
    tables = file.data.get("entry", [])
    if not isinstance(tables, list):
        raise file.error("write [[entry]], once for each entry", table="entry")
    entries = [_entry(file, table, index, names) for index, table in enumerate(tables)]
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        if entry.entry in seen:
            raise file.error(f"the id {entry.entry!r} is used twice", table="entry", index=index, key="id")
        seen.add(entry.entry)
    return entries


def take_in_chronicle(log: Log, entries: list[EntryCurated]) -> int:
    """Records the entries that are not in the log as they are; answers how many those were.

    An entry whose payload was erased stays erased.
    """
    fresh = []
    for entry in entries:
        stream = f"entry:{entry.entry}"
        last = next(iter(log.read(stream=stream, newest_first=True, limit=1)), None)
        if last is None or not (last.type == PayloadErased.__name__ or last.event == entry):
            digest = hashlib.sha256(encode(entry)).hexdigest()[:16]
            number = last.version if last else 0
            fresh.append(NewEvent(entry, stream, f"entry/{entry.entry}/{number}/{digest}"))
    return len(log.append(fresh))


def _entry(file: TomlFile, value: Any, index: int, names: Names) -> EntryCurated:
    def wrong(key: str | None, why: str) -> ConfigError:
        name = value.get("id") if isinstance(value, dict) else None
        return file.error(f"{why} (in {name!r})" if name else why, table="entry", index=index, key=key)

    try:
        table = msgspec.convert(value, _Table)
    except msgspec.ValidationError as error:
        raise wrong(*_told(str(error), value)) from None
    for key, why in _faults(table):
        raise wrong(key, why)
    citations = tuple(Citation(**msgspec.structs.asdict(c)) for c in table.citations)
    return EntryCurated(entry=table.id, title=table.title, claim=_claim(table, names), citations=citations)


def _told(error: str, value: Any) -> tuple[str | None, str]:
    """(the key, what is wrong with it), out of what msgspec says."""
    at = _PATH.search(error)
    path, words = (at[1], error[: at.start()]) if at else ("", error)
    key = re.split(r"[.\[]", path)[0]
    if found := _MISSING.search(words):
        return key or found[1], f"{path or 'the entry'} has no {found[1]}"
    if found := _UNKNOWN.search(words):
        return key or found[1], f"unknown key {found[1]}; known are {', '.join(_FIELDS[key])}"
    if key in _HINTS:
        return key, f"{value[key]!r} is not {_HINTS[key]}"
    return key or None, f"{path or 'the entry'}: {words}"


def _faults(table: _Table) -> Iterator[tuple[str, str]]:
    """(key, what is wrong with it), for what the types do not say."""
    for key in ("date", "date_end", "effective"):
        if not _is_date(getattr(table, key)):
            yield key, f"{getattr(table, key)!r} is not {_DATE}"
    begin, end = parse_interval(table.date), parse_interval(table.date_end)
    if end and not begin:
        yield "date_end", "a range needs the date that it begins with"
    if begin and end and end.end < begin.end:
        yield "date_end", f"{table.date_end!r} is before {table.date!r}"


def _is_date(text: str | None) -> bool:
    try:
        parse_interval(text)
    except ValueError:
        return False
    return True


def _is_published(text: str | None) -> bool:
    """A day, or a moment with its offset, as ``store.events`` says."""
    try:
        if text is None or len(text) == len("2025-04-05"):
            return _is_date(text)
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _claim(table: _Table, names: Names) -> Claim:
    return Claim(
        type=table.type,
        object=table.object,
        object_id=table.object_id or names.object(table.object),
        actors=table.actors,
        actor_ids=tuple(names.actor(a) for a in table.actors),
        quantities=tuple(Quantity(**msgspec.structs.asdict(q)) for q in table.quantities),
        date=table.date,
        date_end=table.date_end,
        precision=precision_of(table.date),
        anchor="absolute" if table.date else "none",
        effective=table.effective,
        status=table.status,
        attribution=Attribution(speaker="first-party" if table.first_party else "press"),
        rule="curated",
        subject=names.subject,
    )
