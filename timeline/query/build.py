"""Versions into what readers are given: the evidence of each claim, the other side of disputes, the ids merged in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from timeline.query.locate import aliases_of, locate
from timeline.query.moment import NOW, Moment
from timeline.query.rows import Version
from timeline.readmodel.changes import Change
from timeline.readmodel.evidence import DECODER, TRUST, Evidence
from timeline.readmodel.stored import Stored, StoredDispute
from timeline.view import ChangeView, DisputeView, MoveView, SourceView, StepView

__all__ = ["change_view", "chunks", "views"]

_CHANGE = msgspec.json.Decoder(Change)
#: claim → (id, title) of the move that it stands in
Elsewhere = Mapping[int, tuple[str, str]]
_NOTHING = SourceView(url=None, publisher="", published=None, quote=None)
#: the fields that a view has from the stored version under the same name
_SAME = (
    "type", "title", "object", "actors", "date", "date_end", "status", "grade", "lineages", "quantities", "disputed",
    "first_published", "object_id", "part_of", "grade_why", "effective", "thread", "amended", "confirmed", "rejected",
)  # fmt: skip


def views(connection: sqlite3.Connection, found: Sequence[Version], moment: Moment = NOW) -> list[MoveView]:
    """A view of each version, in their order."""
    answer = []
    for part in chunks(found, 500):  # what a page of everything needs of claims is not held all at once
        evidence = _evidence(connection, {cid for version in part for cid in _cids(version.stored)})
        outside = {cid for version in part for cid in _outside(version.stored)}
        elsewhere = locate(connection, outside, moment) if outside else {}
        answer += [_view(v, evidence, elsewhere, aliases_of(connection, v.id, moment), moment) for v in part]
    return answer


def chunks(items: Iterable[Any], size: int = 500) -> Iterator[list[Any]]:
    """Lists of at most this many."""
    waiting = list(items)
    for start in range(0, len(waiting), size):
        yield waiting[start : start + size]


def _cids(stored: Stored) -> Iterator[int]:
    yield from stored.cids
    for dispute in stored.disputes:
        yield from (dispute.left, dispute.right)


def _outside(stored: Stored) -> set[int]:
    """The claims of other moves that it speaks of."""
    told = {cid for dispute in stored.disputes for cid in (dispute.left, dispute.right)}
    told |= {cid for step in stored.steps for cid in step.cids}
    return told.difference(stored.cids)


def _evidence(connection: sqlite3.Connection, cids: Iterable[int]) -> dict[int, Evidence]:
    found = {}
    for part in chunks(sorted(cids)):
        marks = ",".join("?" * len(part))
        rows = connection.execute(f"SELECT cid, source FROM rm_claim WHERE cid IN ({marks})", part)  # noqa: S608 - marks
        found.update({cid: DECODER.decode(source) for cid, source in rows})
    return found


def _view(
    version: Version, evidence: dict[int, Evidence], elsewhere: Elsewhere, aliases: Sequence[str],
    moment: Moment,
) -> MoveView:  # fmt: skip
    stored = version.stored
    lines = {cid: stored.lines[line][0] for cid, line in stored.members}
    own = {name: getattr(stored, name) for name in _SAME}
    return MoveView(
        **own,
        id=version.id,
        url=f"/moves/{version.id}",
        date_precision=stored.precision,
        sources=tuple(_sources(evidence, lines)),
        disputes=tuple(_dispute(d, evidence, lines, elsewhere) for d in stored.disputes),
        actor_ids=stored.actor_ids,
        steps=tuple(_steps(stored, lines, elsewhere)),
        recorded_position=version.position,
        revision=version.revision,
        recorded_at=version.at,
        first_position=version.first_position,
        first_recorded_at=version.first_at,
        change=None
        if version.revision == 1 or moment.day
        else change_view(version.change, version.position, version.at),
        aliases=tuple(aliases),
    )


def change_view(data: bytes, position: int, at: str) -> ChangeView:
    """A kept change as readers are given it."""
    change = _CHANGE.decode(data)
    return ChangeView(
        kind=change.kinds[0],
        position=position,
        at=at,
        text=change.text,
        event=change.event,
        by=change.by,
        why=change.why,
    )


def _sources(evidence: dict[int, Evidence], lines: dict[int, str]) -> list[SourceView]:
    """The evidence of all claims: the most trusted first, quoted before cited, then the earliest published."""
    found = []
    for cid, lineage in lines.items():
        trust = TRUST.index(evidence[cid].trust) if evidence[cid].trust in TRUST else len(TRUST)
        for source in evidence[cid].sources:
            order = (trust, source.quote is None, source.published or "9", source.url or "", source.quote or "")
            found.append((order, source.publisher, cid, _of_line(source, lineage)))
    return [source for *_, source in sorted(found, key=lambda entry: entry[:3])]


def _of_line(source: SourceView, lineage: str) -> SourceView:
    return msgspec.structs.replace(source, lineage=source.lineage or lineage) if lineage else source


def _dispute(
    dispute: StoredDispute, evidence: dict[int, Evidence], lines: Mapping[int, str], elsewhere: Elsewhere
) -> DisputeView:
    def side(cid: int) -> SourceView:
        sources = evidence[cid].sources
        return _of_line(sources[0], lines.get(cid, "")) if sources else _NOTHING

    away = [cid for cid in (dispute.left, dispute.right) if cid not in lines and cid in elsewhere]
    return DisputeView(
        rule=dispute.rule, severity=dispute.severity, text=dispute.text, left=side(dispute.left),
        right=side(dispute.right), settled=dispute.settled, settled_by=dispute.settled_by,
        other=elsewhere[away[0]][0] if away else None,
    )  # fmt: skip


def _steps(stored: Stored, lines: Mapping[int, str], elsewhere: Elsewhere) -> Iterator[StepView]:
    for step in stored.steps:
        away = step.cids if lines.keys().isdisjoint(step.cids) else ()
        name, title = next((elsewhere[cid] for cid in away if cid in elsewhere), (None, ""))
        yield StepView(status=step.status, date=step.date, id=name, title=title)
