"""Why a move stands as it does: every claim with its words, and everything that ever changed it."""

from __future__ import annotations

import sqlite3
from typing import Any

from store.events import Claim
from timeline.figures import worded
from timeline.period import Period
from timeline.query.build import change_view, chunks, views
from timeline.query.byname import last_version, version_at
from timeline.query.model import ClaimView, Why
from timeline.query.moment import Moment, head_of, moment_of
from timeline.query.rows import Version
from timeline.readmodel.evidence import DECODER as EVIDENCE
from timeline.readmodel.kept import KEPT
from timeline.view import ChangeView, SourceView

__all__ = ["history", "why"]

_NOTHING = SourceView(url=None, publisher="", published=None, quote=None)


def why(connection: sqlite3.Connection, name: str, as_of: Period | None = None) -> Why | None:
    """All there is to say of the move that goes by this name. Raises as ``find`` does."""
    moment = moment_of(as_of)
    head_of(connection, moment)
    version = version_at(connection, name, moment)
    withdrawn = version is None
    if version is None and moment.day is None:
        version = last_version(connection, name, moment)
        moment = Moment(position=version.position - 1) if version else moment
    if version is None:
        return None
    return Why(
        move=views(connection, [version], moment)[0],
        claims=tuple(_claims(connection, version)),
        history=history(connection, version.move, moment_of(as_of)),
        withdrawn=withdrawn,
    )


def history(connection: sqlite3.Connection, move: int, moment: Moment) -> tuple[ChangeView, ...]:
    """What changed the move, oldest first; up to the moment where that is a position."""
    sql = "SELECT change, from_position, at FROM rm_revision WHERE move = ? AND from_position <= ? ORDER BY revision"
    last = moment.position if moment.position is not None else (1 << 62)
    return tuple(change_view(*row) for row in connection.execute(sql, (move, last)))


def _claims(connection: sqlite3.Connection, version: Version) -> list[ClaimView]:
    """The member claims in order of publication."""
    lines = {cid: version.stored.lines[line] for cid, line in version.stored.members}
    found = []
    for part in chunks(sorted(lines)):
        marks = ",".join("?" * len(part))
        rows = connection.execute(
            "SELECT c.cid, c.key, c.revision, c.since, c.record, c.source, l.recorded_at FROM rm_claim c "  # noqa: S608
            f"LEFT JOIN log l ON l.position = c.since WHERE c.cid IN ({marks})",
            part,
        )
        found += [_claim(row, lines[row[0]]) for row in rows]
    return sorted(found, key=lambda claim: (claim.published or "9", claim.key))


def _claim(row: Any, line: tuple[str, str]) -> ClaimView:
    _, key, revision, since, record, evidence, at = row
    kept, sources = KEPT.decode(record), EVIDENCE.decode(evidence).sources
    claim, source = kept.claim, sources[0] if sources else _NOTHING
    same = ("quote", "rule", "date", "date_end", "status", "stance", "start", "end", "type", "object", "where")
    return ClaimView(
        **{name: getattr(claim, name) for name in same}, key=key, publisher=source.publisher, url=source.url,
        published=source.published, recorded_at=at, recorded_position=since,
        revision=1 if kept.entry is not None else revision, lineage=line[0], lineage_why=line[1],
        attribution=_attribution(claim), quantities=tuple(map(worded, claim.quantities)),
    )  # fmt: skip


def _attribution(claim: Claim) -> str:
    told = claim.attribution
    return f"{told.speaker}, citing {told.outlet}" if told.outlet else told.speaker
