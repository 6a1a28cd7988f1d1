"""Stories for the laws of the read model: sequences of events, drawn by hypothesis, that could stand in a log."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from store.events import Claim, CurationUndone, Event, MoveAmended, MoveRejected, MovesMerged, MovesSplit, PostRevised
from store.log import Log, event_id
from tests.rm_fold import FOLD, a_log, claim, claims, entry, post, told
from timeline.readmodel import ReadModel
from timeline.readmodel.fold import Fold

__all__ = ["Story", "posts_only", "stories"]

OBJECTS = ("Llama 4", "MTIA", "Scout")
DATES = (None, "2025", "2025-04", "2025-04-05", "2025-05-01", "2025-Q2")
DAYS = (None, "2025-04-06", "2025-05-02", "2025-05-02T23:00:00-08:00", "2025-07-01", "2026-01-02")
NAMES = ("a", "b", "c", "d")


@dataclass(slots=True)
class Story:
    """A log, and a read model that followed it event by event. ``seen``: position → what was shown there."""

    log: Log = field(default_factory=a_log)
    seen: dict[int, Any] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    events: list[tuple[Event, str, str]] = field(default_factory=list)
    fold: Fold = FOLD
    model: ReadModel = field(init=False)

    def __post_init__(self) -> None:
        self.model = ReadModel(self.log.connection, fold=self.fold)
        self.model.catch_up(self.log)

    def tell(self, event: Event, stream: str, key: str) -> None:
        """One more event, followed at once."""
        if key in self.done:
            return
        self.done.add(key)
        self.events.append((event, stream, key))
        told(self.log, [(event, stream, key)])
        self.model.catch_up(self.log)

    def ids(self) -> list[str]:
        """The ids of the moves there are."""
        rows = self.log.connection.execute("SELECT i.id FROM rm_move m JOIN rm_id i ON i.move = m.move ORDER BY m.move")
        return [name for (name,) in rows]

    def close(self) -> None:
        """Gives the database back."""
        self.log.close()


def drawn_claims() -> st.SearchStrategy[tuple[Claim, ...]]:
    """None to three claims; the quote goes with the object, so that reading again finds it under another date."""
    one = st.builds(
        lambda o, d, t: claim(o, d, quote=f"They say {o} came.", type_=t),
        st.sampled_from(OBJECTS), st.sampled_from(DATES), st.sampled_from(("release", "chip")),
    )  # fmt: skip
    return st.lists(one, max_size=3).map(tuple)


def posts_only() -> st.SearchStrategy[list[tuple[str, str | None, tuple[Claim, ...]]]]:
    """(name, published, claims) of some posts."""
    one = st.tuples(st.sampled_from(NAMES), st.sampled_from(DAYS), drawn_claims())
    return st.lists(one, min_size=1, max_size=4, unique_by=lambda p: p[0])


def stories() -> st.SearchStrategy[list[tuple[Any, ...]]]:
    """Steps for ``play``."""
    name, number = st.sampled_from(NAMES), st.integers(0, 5)
    return st.lists(
        st.one_of(
            st.tuples(st.just("post"), name, st.sampled_from(DAYS), drawn_claims()),
            st.tuples(st.just("again"), name, number, drawn_claims()),
            st.tuples(st.just("revise"), name, st.booleans(), drawn_claims()),
            st.tuples(st.just("entry"), name, drawn_claims()),
            st.tuples(st.just("amend"), number, st.sampled_from(DATES[1:]), number),
            st.tuples(st.just("reject"), number, number),
            st.tuples(st.just("merge"), number, number),
            st.tuples(st.just("split"), number),
            st.tuples(st.just("undo"), number),
        ),
        min_size=1,
        max_size=9,
    )


def play(story: Story, steps: list[tuple[Any, ...]], after: Any = None) -> Story:
    """Tells the steps; those that make no sense where they stand are left out. ``after`` is called after each event."""
    revisions: dict[str, int] = {}
    judged: list[str] = []
    for number, (kind, *rest) in enumerate(steps):
        for event, stream, key in _events(story, kind, rest, revisions, judged, number):
            story.tell(event, stream, key)
            if after:
                after(story)
    return story


def _events(  # noqa: C901 - one branch a kind of step
    story: Story, kind: str, rest: list[Any], revisions: dict[str, int], judged: list[str], number: int
) -> list[tuple[Event, str, str]]:
    ids = story.ids()
    if kind == "post" and rest[0] not in revisions:
        revisions[rest[0]] = 1
        return [post(rest[0], published=rest[1]), claims(rest[0], *rest[2])]
    if kind == "again" and rest[0] in revisions:
        return [claims(rest[0], *rest[2], revision=1 + rest[1] % revisions[rest[0]], version=f"v{number}")]
    if kind == "revise" and rest[0] in revisions:
        name, revision = rest[0], revisions[rest[0]] + 1
        revisions[name] = revision
        revised = PostRevised(
            post=name,
            revision=revision,
            changed=("text",),
            title="t",
            text="x",
            why="fulltext" if rest[1] else "edited",
        )
        return [(revised, f"post:{name}", f"revised/{name}/{revision}"), claims(name, *rest[2], revision=revision)]
    if kind == "entry" and rest[1]:
        event, stream, _ = entry(rest[0], rest[1][0])
        return [(event, stream, f"entry/{number}")]
    judgement: Event | None = None
    if kind == "amend" and ids:
        judgement = MoveAmended(
            move=ids[rest[0] % len(ids)], field="date", value=rest[1], was=None, by=f"p{rest[2]}", why="know"
        )
    if kind == "reject" and ids:
        judgement = MoveRejected(move=ids[rest[0] % len(ids)], by="p", why="no")
    if kind == "merge" and len(ids) > 1:
        into, other = ids[rest[0] % len(ids)], ids[rest[1] % len(ids)]
        judgement = MovesMerged(into=into, moves=(other,), by="p", why="same") if into != other else None
    if kind == "split" and ids:
        keys = _keys(story, ids[rest[0] % len(ids)])
        judgement = MovesSplit(move=ids[rest[0] % len(ids)], claims=keys[:1], by="p", why="two") if keys[1:] else None
    if kind == "undo" and judged:
        judgement = CurationUndone(event=judged.pop(rest[0] % len(judged)), by="p", why="oh")
    if judgement is None:
        return []
    if not isinstance(judgement, CurationUndone):
        judged.append(event_id(f"judged/{number}"))
    return [(judgement, "move:x", f"judged/{number}")]


def _keys(story: Story, name: str) -> tuple[str, ...]:
    rows = story.log.connection.execute(
        "SELECT h.key FROM rm_home h JOIN rm_id i ON i.move = h.move JOIN rm_claim c ON c.key = h.key "
        "WHERE i.id = ? AND c.until IS NULL AND c.known_to IS NULL ORDER BY h.key", (name,)
    )  # fmt: skip
    return tuple(key for (key,) in rows)
