"""What a version of a move is found by and counts for: tags, words, facets."""

from __future__ import annotations

from functools import lru_cache

from timeline.project.once import once
from timeline.readmodel.rows import Rows
from timeline.readmodel.stored import WORDS, Stored, fold_words, interval_of

__all__ = ["NAMED", "facets_of", "month_of", "tags_of", "words_of"]


@once
def tags_of(stored: Stored) -> list[tuple[str, str]]:
    """What a move is found by besides its columns: (kind, folded value). Actors and objects by name and by id."""
    kinds = {
        "actor": (*stored.actors, *stored.actor_ids),
        "object": (stored.object, stored.object_id or "", stored.part_of or ""),
        "source": (*stored.publishers, *(name for name, _ in stored.lines)),
    }
    found = [(kind, value) for kind, names in kinds.items() for value in _values(names)]
    severities = sorted({dispute.severity for dispute in stored.disputes if not dispute.settled})
    found += [("dispute", severity) for severity in severities]
    return [*found, ("thread", stored.thread)] if stored.thread else found


@lru_cache(maxsize=4096)
def _values(names: tuple[str, ...]) -> list[str]:
    return sorted({_folded(name) for name in names} - {""})


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return " ".join(fold_words(name))


#: the kinds of facets whose values are names, as a person reads them
NAMED = ("actor", "object", "source")


@once
def facets_of(stored: Stored) -> list[tuple[str, str]]:
    """What a move counts for: (kind, value as a person reads it)."""
    if stored.rejected:
        return []
    return [
        ("all", ""),
        ("type", stored.type),
        ("grade", stored.grade),
        ("status", stored.status),
        ("object", stored.object),
        ("month", month_of(stored)),
        *(("actor", name) for name in sorted(set(stored.actors))),
        *(("source", name) for name in sorted(set(stored.publishers))),
    ]


def month_of(stored: Stored) -> str:
    """The month of the first day: ``2025-04``; ``unknown`` without a date."""
    days = interval_of(stored)
    return days.start.isoformat()[:7] if days else "unknown"


def words_of(stored: Stored, rows: Rows) -> list[str]:
    """The words that a search finds the move by, sorted: of title, object, actors, quantities and every quote."""
    held: list[str] | None = stored.__dict__.get(WORDS)
    if held is None:
        own = fold_words("\n".join((stored.title, stored.object, *stored.actors, *stored.quantities)))
        held = stored.__dict__[WORDS] = sorted({*own}.union(*(rows.words(cid) for cid in stored.cids)))
    return held
