"""The changes of the chronology, newest first: what a reader who looked before has missed."""

from __future__ import annotations

import sqlite3
from typing import Any

from timeline.query.build import change_view, views
from timeline.query.moment import Moment, head_of
from timeline.query.rows import Version
from timeline.readmodel.stored import DECODER
from timeline.view import ChangeView, MoveView

__all__ = ["changes"]

_COLUMNS = (
    "i.id, v.move, v.revision, v.from_position, v.at, b.from_position, b.at, v.change, "
    "coalesce(v.body, (SELECT o.body FROM rm_revision o WHERE o.move = v.move AND o.revision < v.revision "
    "AND o.body IS NOT NULL ORDER BY o.revision DESC LIMIT 1)), v.body IS NULL"
)
_TABLES = (
    "rm_revision v JOIN rm_revision b ON b.move = v.move AND b.revision = 1 JOIN rm_id i ON i.move = v.move"
)  # fmt: skip


def changes(
    connection: sqlite3.Connection, *, after: int = 0, before: int | None = None, limit: int = 50
) -> tuple[tuple[MoveView, ChangeView], ...]:
    """The changes recorded at ``after < position < before``, newest first: each with the move as it left it.

    A move that went away is shown as it was last. The changes of one event stay together, so there may be more than
    ``limit`` (0: all): the position of the last one is the ``before`` of the next page.
    """
    head_of(connection)
    last = before if before is not None else 1 << 62
    least = after
    if limit:
        cut = connection.execute(
            "SELECT from_position FROM rm_revision WHERE from_position > ? AND from_position < ? "
            "ORDER BY from_position DESC LIMIT 1 OFFSET ?", (after, last, limit - 1),
        ).fetchone()  # fmt: skip
        least = max(after, cut[0] - 1) if cut else after
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM {_TABLES} WHERE v.from_position > ? AND v.from_position < ? "  # noqa: S608 - constants
        "ORDER BY v.from_position DESC, v.rank DESC, v.move",
        (least, last),
    )
    return tuple(_pair(connection, row) for row in rows)


def _pair(connection: sqlite3.Connection, row: Any) -> tuple[MoveView, ChangeView]:
    *place, body, gone = row
    version = Version(*place, DECODER.decode(body))  # type: ignore[call-arg]
    moment = Moment(position=version.position - 1 if gone else version.position)
    return views(connection, [version], moment)[0], change_view(version.change, version.position, version.at)
