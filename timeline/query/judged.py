"""What people have judged of a move: what stands and can be taken back, and who would be contradicted."""

from __future__ import annotations

import sqlite3

from timeline.query.locate import leads_to
from timeline.query.model import JudgementView
from timeline.query.moment import ensure

__all__ = ["judgements"]


def judgements(connection: sqlite3.Connection, name: str) -> tuple[JudgementView, ...]:
    """The judgements in force on the move of this id, oldest first; also those made under an id that leads to it."""
    from timeline.readmodel.judged import Judged  # noqa: PLC0415 - knows every type of event; wanted by curation alone

    ensure(connection)
    row = connection.execute("SELECT move FROM rm_id WHERE id = ?", (leads_to(connection, name),)).fetchone()
    if row is None:
        return ()
    keys = {key for (key,) in connection.execute("SELECT key FROM rm_home WHERE move = ?", row)}
    return tuple(
        JudgementView(
            event=standing.event_id, position=standing.position, type=standing.type, by=standing.event.by,
            why=standing.event.why, field=getattr(standing.event, "field", None),
            value=getattr(standing.event, "value", None),
        )
        for standing in Judged(connection).about(keys)
    )  # fmt: skip
