"""What each type of event does to the claims. The types that say nothing of claims are not read at all.

    PostObserved, PostRevised      a post is known, in a revision
    ClaimsExtracted                its claims come; those of the earlier reading go
    EntryCurated                   a curated claim comes; the entry's earlier one goes
    Move…, Moves…, CurationUndone  a judgement stands, or no longer does

An event whose payload was erased says nothing any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import msgspec

from store.errors import ProjectionError
from store.events import (
    ClaimsExtracted,
    CurationUndone,
    EntryCurated,
    MoveAmended,
    MoveConfirmed,
    MoveRejected,
    MovesMerged,
    MovesSplit,
    PostObserved,
    PostRevised,
    Trust,
)  # fmt: skip
from store.interval import parse_interval
from store.records import Recorded
from timeline.project.lineage import outlet
from timeline.project.model import ClaimRecord, PostInfo
from timeline.project.posts import owner_of
from timeline.readmodel.changes import Cause
from timeline.readmodel.evidence import Evidence
from timeline.readmodel.fold import Folder, Touched
from timeline.readmodel.keys import keys_of, successors
from timeline.readmodel.rows import ClaimRow, Home
from timeline.view import SourceView

__all__ = ["READ", "evolve"]

Judgement = MoveAmended | MoveConfirmed | MoveRejected | MovesMerged | MovesSplit

_ENCODER = msgspec.json.Encoder(order="deterministic")


def evolve(folder: Folder, recorded: Recorded) -> None:
    """Folds one event. Raises ProjectionError naming the position where it cannot be applied."""
    if recorded.erased:
        return
    event = recorded.event
    by, why = (event.by, event.why) if isinstance(event, Judgement | CurationUndone) else ("", "")
    cause = Cause(recorded.type, recorded.position, recorded.recorded_at, by, why)
    touched = _HANDLERS[recorded.type](folder, event, recorded)
    if touched is not None and touched.blocks:
        folder.refold(touched, cause)


def _post_observed(folder: Folder, event: PostObserved, recorded: Recorded) -> None:
    info = folder.fold.post_info(event)
    known_from = event.published[:10] if event.published else recorded.recorded_at[:10]
    folder.rows.put_post(1, msgspec.structs.replace(info, known_from=known_from))


def _post_revised(folder: Folder, event: PostRevised, recorded: Recorded) -> None:
    before = folder.rows.latest_post(event.post, event.revision, recorded.position)
    info = folder.fold.post_info(
        PostObserved(
            post=event.post, source="", publisher=before.publisher, title=event.title, text=event.text,
            url=event.url or before.url, published=event.published or before.published,
            trust=cast("Trust", before.trust),
        )
    )  # fmt: skip
    # the text in full of what was a summary is what the publisher had from the start; an edit is known from today on
    today = before.known_from if event.why == "fulltext" else max(before.known_from, recorded.recorded_at[:10])
    folder.rows.put_post(event.revision, msgspec.structs.replace(info, known_from=today))


def _claims_extracted(folder: Folder, event: ClaimsExtracted, recorded: Recorded) -> Touched:
    post = folder.rows.post(event.post, event.revision, recorded.position)
    standing = folder.rows.of_post(event.post)
    known_to = folder.rows.extracted(event.post, event.revision)
    touched = Touched()
    older = [row for row in standing if row.revision < event.revision and row.known_to is None]
    for row in older:
        row.known_to = max(post.known_from, row.known_from)
        folder.rows.touch(row)
        touched.blocks.update(row.blocks)
        touched.gone.add(row.key)
    names = keys_of(event.post, event.claims)
    new = {name: ClaimRecord(key=name, claim=claim, post=post) for name, claim in zip(names, event.claims, strict=True)}
    same = [row for row in standing if row.revision == event.revision]
    _inherit(folder, [*same, *older], new)
    return _replace(folder, same, new, (event.revision, post.known_from, known_to), recorded.position, touched)


def _entry_curated(folder: Folder, event: EntryCurated, recorded: Recorded) -> Touched:
    name = f"entry:{event.entry}"
    days = parse_interval(event.claim.date, event.claim.date_end)
    known_from = days.end.isoformat() if days else recorded.recorded_at[:10]
    best = event.citations[0] if event.citations else None
    observed = PostObserved(
        post=name, source="", publisher=best.publisher if best else "", title=event.title, text="",
        url=best.url if best else None, published=best.published if best else None, trust="secondary",
    )  # fmt: skip
    info = msgspec.structs.replace(folder.fold.post_info(observed), known_from=known_from)
    standing = folder.rows.of_post(name)
    revision = recorded.position
    folder.rows.put_post(revision, info)
    record = ClaimRecord(
        key=name, claim=event.claim, post=info, entry=event.entry, title=event.title, citations=event.citations
    )
    return _replace(folder, standing, {name: record}, (revision, known_from, None), recorded.position, Touched())


def _inherit(folder: Folder, standing: Sequence[ClaimRow], new: dict[str, ClaimRecord]) -> None:
    """Claims that are read again under another name keep their home, and what people judged of them."""
    old = {row.key: row.record.claim for row in standing}
    followed = successors(old, {key: record.claim for key, record in new.items()})
    for fresh, gone in followed.items():
        home = folder.rows.home(gone)
        if home and folder.rows.home(fresh) is None:
            folder.rows.settle(fresh, Home(home.move, home.first, home.born, home.place))
    folder.judged.follow(followed)


def _replace(
    folder: Folder, standing: Sequence[ClaimRow], new: dict[str, ClaimRecord], place: tuple[int, str, str | None],
    position: int, touched: Touched,
) -> Touched:  # fmt: skip
    """The new claims take the place of those that stand; what reads the same stays the same row."""
    revision, known_from, known_to = place
    for row in standing:
        fresh = new.get(row.key)
        if fresh is not None and fresh == row.record:
            del new[row.key]
            continue
        folder.rows.supersede(row, position)
        touched.blocks.update(row.blocks)
        touched.gone.add(row.key)
    for number, (key, record) in enumerate(new.items()):
        source = _ENCODER.encode(_evidence(record))
        row = ClaimRow(0, record, revision, source, position, known_from, known_to, place=number)
        folder.rows.add(row)
        for judgement in folder.judged.about([key]):
            folder.rows.link(row, judgement.block)
        touched.blocks.update(row.blocks)
    return touched


def _evidence(record: ClaimRecord) -> Evidence:
    if record.entry is not None:
        cited = [
            SourceView(
                url=c.url,
                publisher=c.publisher,
                published=c.published,
                quote=None,
                lineage=outlet(owner_of(c.url) or c.publisher),
            )
            for c in record.citations
        ]
        return Evidence(record.post.trust, tuple(cited))
    post: PostInfo = record.post
    source = SourceView(url=post.url, publisher=post.publisher, published=post.published, quote=record.claim.quote)
    return Evidence(post.trust, (source,))


def _judgement(folder: Folder, event: Judgement, recorded: Recorded) -> Touched:
    named = [event.into, *event.moves] if isinstance(event, MovesMerged) else [event.move]
    moves = [folder.moves.find(name) for name in named]
    groups = [
        _claims_of(folder, move) if move else _founded(folder, name) for move, name in zip(moves, named, strict=True)
    ]
    if isinstance(event, MovesSplit):
        groups = [list(event.claims), [key for key in groups[0] if key not in event.claims]]
    standing = folder.judged.record(recorded, moves[0] or 0, groups)
    touched = Touched(into=moves[0] if isinstance(event, MovesMerged) else None, judged=True)
    for key in sorted(standing.keys):
        for row in folder.rows.with_key(key):
            folder.rows.link(row, standing.block)
            touched.blocks.add(standing.block)
    return touched


def _claims_of(folder: Folder, move: int) -> list[str]:
    """The claims of a move, earliest first: the first of them that is still read carries the judgement."""
    live = folder.moves.live(move)
    if live is None or live.stored is None:
        keys = folder.rows.keys_of_move(move)
    else:
        keys = [folder.rows.row(cid).key for cid in live.stored.cids]
    homes = {key: home for key in keys if (home := folder.rows.home(key))}
    return sorted(homes, key=lambda key: (homes[key].born, homes[key].place, key))


def _founded(folder: Folder, name: str) -> list[str]:
    """The claim that would have founded a move of this id: today's rules may have put it into another at once."""
    return folder.rows.founders(name)


def _undone(folder: Folder, event: CurationUndone, recorded: Recorded) -> Touched:
    standing = folder.judged.by_event(event.event)
    if standing is None:
        raise ProjectionError(
            f"@{recorded.position}: takes back {event.event}, which is no judgement", position=recorded.position
        )
    folder.judged.undo(standing, recorded.position)
    return Touched(blocks={standing.block}, judged=True)


_HANDLERS: dict[str, Any] = {
    "PostObserved": _post_observed,
    "PostRevised": _post_revised,
    "ClaimsExtracted": _claims_extracted,
    "EntryCurated": _entry_curated,
    "MoveAmended": _judgement,
    "MoveConfirmed": _judgement,
    "MoveRejected": _judgement,
    "MovesMerged": _judgement,
    "MovesSplit": _judgement,
    "CurationUndone": _undone,
}

#: the event types that are read
READ = tuple(_HANDLERS)
