"""A version of a move as it is kept: the fold's answer with claim numbers in place of keys, and its columns.

Pure. What a reader sees is made of it in timeline/query, together with the claims' own evidence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from store.interval import Interval, parse_interval

if TYPE_CHECKING:  # readers decode versions, and import no rules for that
    from timeline.project.model import Resolved

__all__ = [
    "Columns",
    "Stored",
    "StoredDispute",
    "StoredStep",
    "fold_words",
    "interval_of",
    "rank_of",
    "restored",
    "store_of",
]


class StoredDispute(Struct, frozen=True, array_like=True):
    """A dispute of the fold; ``left`` and ``right`` are claim numbers."""

    rule: str
    severity: str
    left: int
    right: int
    text: str
    settled: bool = False
    settled_by: str | None = None


class StoredStep(Struct, frozen=True, array_like=True):
    """A step of the thread; ``cids`` are claim numbers."""

    status: str
    date: str | None
    cids: tuple[int, ...]


class Stored(Struct, frozen=True, kw_only=True, omit_defaults=True, dict=True):
    """What the fold answered for one move. ``lines``: (lineage, why); ``members``: (claim number, its line's index).

    It has room (``dict``) for what is worked out of it while it is written, which is no part of its value.
    """

    type: str
    title: str
    object: str
    status: str
    grade: str
    lineages: int
    object_id: str | None = None
    part_of: str | None = None
    actors: tuple[str, ...] = ()
    actor_ids: tuple[str, ...] = ()
    date: str | None = None
    date_end: str | None = None
    precision: str = "unknown"
    effective: str | None = None
    grade_why: str = ""
    quantities: tuple[str, ...] = ()
    first_published: str | None = None
    thread: str = ""
    amended: dict[str, str] = {}
    rejected: bool = False
    confirmed: bool = False
    publishers: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    members: tuple[tuple[int, int], ...] = ()
    disputes: tuple[StoredDispute, ...] = ()
    steps: tuple[StoredStep, ...] = ()

    @property
    def cids(self) -> tuple[int, ...]:
        """The numbers of the member claims."""
        return tuple(cid for cid, _ in self.members)

    @property
    def disputed(self) -> bool:
        """Whether a hard dispute is open."""
        return any(d.severity == "hard" and not d.settled for d in self.disputes)


ENCODER = msgspec.json.Encoder(order="deterministic")
DECODER = msgspec.json.Decoder(Stored)

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")

#: the fields that the fold's answer has by the same name and in the same shape
_AS_IT_IS = tuple(
    name for name in Stored.__struct_fields__ if name not in {"publishers", "lines", "members", "disputes", "steps"}
)
#: as many lineages, and all that are more, are counted as one
LINEAGES = 4
#: where the words of a version are kept with it, see ``found.words_of``
WORDS = "words"


def store_of(
    move: Resolved, cids: Mapping[str, int], publishers: Iterable[str], steps: dict[int, tuple[int, ...]] | None = None
) -> Stored:
    """The stored form of the fold's answer. ``cids``: claim key → claim number, for its whole component; ``steps``: the
    numbers of the claims of steps that were met in other moves of the same answer.
    """
    lines = sorted({(m.lineage, m.why) for m in move.members})
    place = {line: number for number, line in enumerate(lines)}
    return Stored(
        **{name: getattr(move, name) for name in _AS_IT_IS},
        publishers=tuple(sorted(set(publishers))),
        lines=tuple(lines),
        members=tuple(sorted((cids[m.key], place[m.lineage, m.why]) for m in move.members)),
        disputes=_disputes(move, cids),
        steps=_steps(move, cids, {} if steps is None else steps),
    )


def restored(
    move: Resolved, before: Resolved, form: Stored, cids: Mapping[str, int], steps: dict[int, tuple[int, ...]]
) -> Stored | None:
    """The stored form of an answer of which only disputes or steps are not those of an earlier one, made of its form;
    None where more is. The claims have the numbers that they had.
    """
    if move.members is not before.members or any(getattr(move, n) is not getattr(before, n) for n in _AS_IT_IS):
        return None
    disputes = form.disputes if move.disputes == before.disputes else _disputes(move, cids)
    after = msgspec.structs.replace(form, disputes=disputes, steps=_steps(move, cids, steps))
    kept = form.__dict__ if disputes is form.disputes else {n: v for n, v in form.__dict__.items() if n == WORDS}
    after.__dict__.update(kept)
    return after


def _disputes(move: Resolved, cids: Mapping[str, int]) -> tuple[StoredDispute, ...]:
    return tuple(
        StoredDispute(d.rule, d.severity, cids[d.left], cids[d.right], d.text, d.settled, d.settled_by)
        for d in move.disputes
    )


def _steps(move: Resolved, cids: Mapping[str, int], met: dict[int, tuple[int, ...]]) -> tuple[StoredStep, ...]:
    """The moves of a thread share their steps, and the tuples of keys in them."""
    for step in move.steps:
        if id(step.keys) not in met:
            met[id(step.keys)] = tuple(sorted(cids[key] for key in step.keys))
    return tuple(StoredStep(s.status, s.date, met[id(s.keys)]) for s in move.steps)


class Columns(Struct, frozen=True, array_like=True):
    """What a version can be selected and ordered by; the order is that of the tables."""

    rank: int
    lo: str | None
    hi: str | None
    type: str
    status: str
    grade: str
    lineages: int
    disputed: bool
    rejected: bool

    @classmethod
    def of(cls, stored: Stored, number: int) -> Columns:
        """The columns of a version of the move with this number."""
        days = interval_of(stored)
        return cls(
            rank_of(days, number),
            days.start.isoformat() if days else None,
            days.end.isoformat() if days else None,
            stored.type,
            stored.status,
            stored.grade,
            stored.lineages,
            stored.disputed,
            stored.rejected,
        )

    @property
    def days(self) -> int:
        """The length of the interval in days; 0 where it is unknown."""
        if self.lo is None or self.hi is None:
            return 0
        return (date.fromisoformat(self.hi) - date.fromisoformat(self.lo)).days + 1

    def row(self) -> tuple[object, ...]:
        """As SQL values."""
        return tuple(getattr(self, name) for name in self.__struct_fields__)


def interval_of(stored: Stored) -> Interval | None:
    """The days in which the move happened, or None where that is unknown."""
    return _interval(stored.date, stored.date_end)


_interval = lru_cache(maxsize=8192)(parse_interval)


def rank_of(days: Interval | None, number: int) -> int:
    """The place in the order of dates, 63 bits: first day, then the finer date, then the later founded.

    Greater is later; a move without a date ranks below all others. A year stands at its first day, below its months.
    """
    if days is None:
        return number
    length = min((days.end - days.start).days, 1023)
    return days.start.toordinal() << 41 | (1023 - length) << 31 | number


def fold_words(text: str) -> list[str]:
    """The words of a text as search compares them: lower case, no accents, letters and digits only.

    ``Llama-4`` gives ``llama``, ``4``; ``Zürich`` gives ``zurich``. The same for texts and for queries.
    """
    plain = text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return _WORD.findall(plain.casefold())


def is_whole(word: str) -> bool:
    """Whether a word is meant whole: numbers (4 is not 405) and the shortest; of others the beginning will do."""
    return word.isdigit() or len(word) < 3
