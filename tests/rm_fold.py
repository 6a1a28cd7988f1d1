"""A small fold of its own for the tests of the read model, and stories to tell it.

Claims of one type and object are one move where their dates meet, in any number of steps; claims of the same type and
object whose dates do not meet are disputed. Not the rules of timeline.project: those change, these tests stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations

from store.events import Claim, ClaimsExtracted, EntryCurated, Event, PostObserved
from store.interval import parse_interval
from store.log import Log, NewEvent
from timeline.project.model import ClaimRecord, Dispute, Member, PostInfo, Resolved, Step
from timeline.readmodel.fold import Fold
from timeline.readmodel.judged import Standing

START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def blocks(record: ClaimRecord) -> tuple[str, ...]:
    """Type and object."""
    return (f"{record.claim.type}|{record.claim.object}",)


def post_info(event: Event) -> PostInfo:
    """What is told of a post."""
    assert isinstance(event, PostObserved)
    return PostInfo(
        id=event.post, publisher=event.publisher, url=event.url, title=event.title, published=event.published
    )


def resolve(records: Sequence[ClaimRecord], judgements: Sequence[Standing]) -> list[Resolved]:
    """Clusters of claims whose dates meet, or that people merged and did not split."""
    records = sorted(records, key=lambda r: r.key)
    parent = {r.key: r.key for r in records}

    def root(key: str) -> str:
        return key if parent[key] == key else root(parent[key])

    apart = {(a, b) for s in judgements if s.type == "MovesSplit" for a in s.groups[0] for b in s.groups[1]}
    for left, right in combinations(records, 2):
        parted = {(left.key, right.key), (right.key, left.key)} & apart
        if _meet(left, right) and not parted:
            parent[root(right.key)] = root(left.key)
    for standing in (s for s in judgements if s.type == "MovesMerged"):
        firsts = [next((k for k in group if k in parent), None) for group in standing.groups]
        for key in filter(None, firsts[1:] if firsts[0] else ()):
            parent[root(key)] = root(firsts[0] or "")
    clusters: dict[str, list[ClaimRecord]] = {}
    for record in records:
        clusters.setdefault(root(record.key), []).append(record)
    return [_resolved(cluster, records, judgements) for cluster in clusters.values()]


def _meet(left: ClaimRecord, right: ClaimRecord) -> bool:
    if blocks(left) != blocks(right):
        return False
    a, b = parse_interval(left.claim.date), parse_interval(right.claim.date)
    return a is None or b is None or a.meets(b)


def _resolved(cluster: list[ClaimRecord], all_: list[ClaimRecord], judgements: Sequence[Standing]) -> Resolved:
    dates = sorted((r.claim.date for r in cluster if r.claim.date), key=lambda d: (-len(d), d))
    first = min(cluster, key=lambda r: r.claim.object)
    keys = tuple(sorted(r.key for r in cluster))
    publishers = sorted({r.post.publisher for r in cluster})
    mine = [s for s in judgements if next((k for k in s.groups[0] if k in {r.key for r in all_}), "") in keys]
    amended = {s.event.field: s.event.value for s in mine if s.type == "MoveAmended"}
    date = amended.get("date", dates[0] if dates else None)
    return Resolved(
        keys=keys, type=first.claim.type, title=amended.get("title") or f"{first.claim.object} {first.claim.type}",
        object=first.claim.object, object_id=first.claim.object_id, part_of=None, actors=first.claim.actors,
        actor_ids=(), date=date, date_end=None, precision=first.claim.precision, effective=None,
        status=min(r.claim.status for r in cluster), grade="CBA"[min(len(publishers), 3) - 1], grade_why="",
        quantities=tuple(sorted({q.text for r in cluster for q in r.claim.quantities})),
        members=tuple(Member(key=r.key, lineage=r.post.publisher.casefold(), why="publisher") for r in cluster),
        lineages=len(publishers), disputes=tuple(_disputes(cluster, all_)),
        steps=(Step(status=first.claim.status, date=date, keys=keys),),
        first_published=min((r.post.published for r in cluster if r.post.published), default=None),
        thread=first.claim.object, amended={s.event.field: f"{s.event.by}: {s.event.why}" for s in mine
                                            if s.type == "MoveAmended"},
        rejected=any(s.type == "MoveRejected" for s in mine), confirmed=any(s.type == "MoveConfirmed" for s in mine),
    )  # fmt: skip


def _disputes(cluster: list[ClaimRecord], all_: list[ClaimRecord]) -> Iterator[Dispute]:
    inside = {r.key for r in cluster}
    for mine in cluster:
        for other in all_:
            if other.key not in inside and blocks(other) == blocks(mine):
                left, right = sorted((mine, other), key=lambda r: r.key)
                yield Dispute(rule="date-disjoint", severity="hard", left=left.key, right=right.key,
                              text=f"{left.claim.date} or {right.claim.date}")  # fmt: skip


FOLD = Fold(blocks, resolve, post_info, "told")


class Ticking:
    """A clock that goes on by an hour each time it is asked."""

    def __init__(self, start: datetime = START) -> None:
        self.now = start

    def __call__(self) -> datetime:
        """The next hour."""
        self.now += timedelta(hours=1)
        return self.now


def a_log() -> Log:
    """An empty log in memory."""
    return Log.open("sqlite://", clock=Ticking())


def told(log: Log, events: Iterable[tuple[Event, str, str]]) -> None:
    """Appends (event, stream, key), a commit each."""
    for event, stream, key in events:
        log.append([NewEvent(event, stream, key)])


def post(name: str, *, published: str | None = None, publisher: str | None = None) -> tuple[Event, str, str]:
    """A post is observed."""
    event = PostObserved(
        post=name, source="s", publisher=publisher or f"{name} Press", title=f"About {name}", text="…",
        url=f"https://{name}.example/1", published=published,
    )  # fmt: skip
    return event, f"post:{name}", f"observed/{name}"


def claims(name: str, *told_: Claim, revision: int = 1, version: str = "1") -> tuple[Event, str, str]:
    """Its claims are read."""
    event = ClaimsExtracted(post=name, revision=revision, extractor="rules", version=version, claims=told_)
    return event, f"post:{name}", f"claims/{name}/{revision}/rules@{version}"


def claim(object_: str, date: str | None = None, *, quote: str | None = None, type_: str = "release") -> Claim:
    """A claim that Meta released something."""
    return Claim(
        type=type_, object=object_, actors=("Meta",), date=date,  # type: ignore[arg-type]
        quote=quote or f"Meta released {object_} in {date}.", precision="day" if date and len(date) == 10 else "month",
    )  # fmt: skip


def entry(slug: str, claimed: Claim) -> tuple[Event, str, str]:
    """An entry of the starting chronology."""
    event = EntryCurated(entry=slug, title=claimed.object, claim=claimed, citations=())
    return event, f"entry:{slug}", f"entry/{slug}/{claimed.date}"
