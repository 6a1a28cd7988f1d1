"""A move as one row of short texts: what tsv and csv have in common."""

from __future__ import annotations

from store.text import clean_line
from timeline.view import MoveView

__all__ = ["COLUMNS", "row"]

COLUMNS = ("date", "type", "title", "status", "grade", "lineages", "disputed", "object", "actors", "quantities",
           "publisher", "source", "id")  # fmt: skip


def row(move: MoveView) -> list[str]:
    """One text a column of COLUMNS; each is one line without control characters, empty where unknown."""
    best = move.sources[0] if move.sources else None
    texts = (
        f"{move.date}..{move.date_end}" if move.date and move.date_end else move.date or "",
        move.type,
        move.title,
        move.status,
        move.grade,
        str(move.lineages),
        "disputed" if move.disputed else "",
        move.object,
        "; ".join(move.actors),
        "; ".join(move.quantities),
        best.publisher if best else "",
        (best.url or "") if best else "",
        move.id,
    )
    return [clean_line(text) for text in texts]
