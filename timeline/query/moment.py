"""As of when the chronology is asked: as it stands, at a position of the log, or as publicly known on a day."""

from __future__ import annotations

import sqlite3

from msgspec import Struct

from store.errors import ProjectionError, UsageError
from timeline.period import Period
from timeline.readmodel import schema

__all__ = ["NOW", "Moment", "ensure", "head_of", "moment_of"]


class Moment(Struct, frozen=True):
    """At most one of the two is set. ``day``: ``YYYY-MM-DD``, to its end."""

    position: int | None = None
    day: str | None = None


NOW = Moment()


def moment_of(period: Period | None) -> Moment:
    """Of ``--as-of``. Raises UsageError for a period without an end."""
    if period is None:
        return NOW
    if period.position is not None:
        return Moment(position=period.position)
    if period.last_day is None:
        raise UsageError(f"as-of wants a day or @POSITION, and {period.text} has no end")
    return Moment(day=period.last_day.isoformat())


def ensure(connection: sqlite3.Connection) -> None:
    """Raises ProjectionError where no chronology of today's layout was made yet: that is not an empty one."""
    if not schema.exists(connection):
        raise ProjectionError("there is no chronology here yet; run timeline rebuild", position=0)


def head_of(connection: sqlite3.Connection, moment: Moment = NOW) -> tuple[int, str, str | None]:
    """The position up to which the log is shown, its hash, and when it was recorded. Raises as ``ensure`` does."""
    ensure(connection)
    meta = dict(connection.execute("SELECT key, value FROM rm_meta").fetchall())
    position = int(meta["position"])
    if moment.position is None or moment.position >= position:
        return position, meta["hash"], meta.get("at")
    row = connection.execute("SELECT hash, recorded_at FROM log WHERE position = ?", (moment.position,)).fetchone()
    return (moment.position, row[0].hex(), row[1]) if row else (moment.position, "", None)
