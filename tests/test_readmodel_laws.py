"""What stands in the read model is a function of the sequence of events alone, and so is every past state of it."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.events import MoveAmended, MoveRejected, MovesMerged, MovesSplit
from store.log import Log
from tests.rm_fold import FOLD, Ticking, a_log, claim, claims, post, told
from tests.rm_stories import DAYS, Story, play, posts_only, stories
from timeline.period import parse_period
from timeline.query import Query, changes, find, run, why
from timeline.readmodel import ReadModel
from timeline.readmodel.digest import tables
from timeline.readmodel.fold import Fold
from timeline.readmodel.rules import today
from timeline.view import MoveView

NOW = datetime(2026, 11, 21, tzinfo=UTC)
#: a fold made for these tests, which stays as it is, and the rules of the day
BOTH = pytest.mark.parametrize("fold", [FOLD, today()], ids=["plain", "today"])
EVERYTHING = Query(limit=0, rejected=True)


def shown(log: Log, as_of: str = "") -> tuple[MoveView, ...]:
    """Every move, as of then."""
    period = parse_period(as_of, now=NOW) if as_of else None
    return run(log.connection, replace(EVERYTHING, as_of=period)).moves


def elsewhere(story: Story, page_size: int) -> dict[str, str]:
    """The same log folded from nothing in another database: table → digest of its rows."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    ReadModel(connection, fold=story.fold).catch_up(story.log, page_size=page_size)
    answer = tables(connection)
    connection.close()
    return answer


@BOTH
@given(stories(), st.sampled_from([1, 2, 3, 7, 256]))
@settings(deadline=None, max_examples=40)
def test_a_rebuild_gives_the_rows_that_following_event_by_event_gave(
    fold: Fold, steps: list[tuple[Any, ...]], size: int
) -> None:
    """Every row of every table is the same, at any page size."""
    story = play(Story(fold=fold), steps)
    if story.events:
        assert elsewhere(story, size) == tables(story.log.connection)
    story.close()


@BOTH
@given(stories())
@settings(deadline=None, max_examples=40)
def test_as_of_a_position_is_what_was_shown_there(fold: Fold, steps: list[tuple[Any, ...]]) -> None:
    """Every field of every move: values, evidence, disputes and where their other side stood, revisions, aliases."""

    def look(story: Story) -> None:
        story.seen[story.model.position] = shown(story.log)

    story = play(Story(fold=fold), steps, look)
    for position, seen in story.seen.items():
        assert shown(story.log, f"@{position}") == seen
    story.close()


@BOTH
@given(stories())
@settings(deadline=None, max_examples=40)
def test_an_id_once_shown_leads_to_its_move_for_ever(fold: Fold, steps: list[tuple[Any, ...]]) -> None:
    """To the move itself, to the one it was merged into, or to its history where nothing claims it any more."""
    ids: set[str] = set()
    story = play(Story(fold=fold), steps, lambda told: ids.update(move.id for move in shown(told.log)))
    standing = {name: move.id for move in shown(story.log) for name in (move.id, *move.aliases)}
    for name in ids:
        found, reasons = find(story.log.connection, name), why(story.log.connection, name)
        assert reasons is not None
        assert reasons.history[0].kind in ("new", "split")
        assert (found.id if found else None) == standing.get(name)
        assert reasons.withdrawn == (found is None)
    story.close()


@BOTH
@given(stories())
@settings(deadline=None, max_examples=40)
def test_every_change_of_the_list_is_told(fold: Fold, steps: list[tuple[Any, ...]]) -> None:
    """Where two successive states differ in a move, the changes in between name that move."""
    seen: list[tuple[int, dict[str, MoveView]]] = [(0, {})]

    def look(story: Story) -> None:
        seen.append((story.model.position, {move.id: replace(move, aliases=()) for move in shown(story.log)}))

    story = play(Story(fold=fold), steps, look)
    gone: set[str] = set()
    for (after, old), (until, new) in pairwise(seen):
        named = {move.id for move, _ in changes(story.log.connection, after=after, before=until + 1, limit=0)}
        moved = {name for name in old.keys() | new.keys() if _own(old.get(name)) != _own(new.get(name))}
        assert moved <= named
        assert named - moved <= gone  # an id that was withdrawn may lead to another move later
        gone |= old.keys()
    story.close()


def _own(move: MoveView | None) -> MoveView | None:
    """The move without what it says of others: their ids and titles are theirs to change."""
    if move is None:
        return None
    disputes = tuple(replace(d, other=None) for d in move.disputes)
    return replace(move, disputes=disputes, steps=tuple(replace(s, id=None, title="") for s in move.steps))


def bare(moves: tuple[MoveView, ...]) -> list[MoveView]:
    """What they say, without ids, positions and revisions."""
    plain: dict[str, Any] = {
        "id": "", "url": "", "recorded_position": 0, "revision": 1, "recorded_at": "", "first_position": 0,
        "first_recorded_at": "", "change": None, "aliases": (),
    }  # fmt: skip
    answer = [
        replace(
            m,
            **plain,
            disputes=tuple(replace(d, other="x" if d.other else None) for d in m.disputes),
            steps=tuple(replace(s, id="x" if s.id else None) for s in m.steps),
        )
        for m in moves
    ]
    return sorted(answer, key=repr)


@BOTH
@given(posts_only())
@settings(deadline=None, max_examples=40)
def test_as_of_a_day_is_what_the_posts_published_by_then_say(
    fold: Fold,
    posts: list[tuple[str, str | None, tuple[Any, ...]]],
) -> None:
    """The same as a log that holds just those posts shows; a post without a date is known from when it was recorded."""
    whole = a_log()
    days = {}
    for name, published, told_ in posts:
        told(whole, [post(name, published=published), claims(name, *told_)])
        recorded = next(whole.read(after=whole.head().position - 2, limit=1)).recorded_at
        days[name] = (published or recorded)[:10]
    ReadModel(whole.connection, fold=fold).catch_up(whole)
    for day in sorted({*days.values(), *(d[:10] for d in DAYS if d)}):
        part = a_log()
        for name, published, told_ in posts:
            if days[name] <= day:
                told(part, [post(name, published=published), claims(name, *told_)])
        ReadModel(part.connection, fold=fold).catch_up(part)
        assert bare(shown(whole, day)) == bare(shown(part))
        part.close()
    whole.close()


@BOTH
@given(posts_only(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_the_content_digest_does_not_depend_on_the_order_of_arrival(
    fold: Fold, posts: list[tuple[str, str | None, tuple[Any, ...]]], chance: Any
) -> None:
    """Ids and positions may; dates, values, members, lineages, disputes and grades may not."""
    digests = set()
    for _ in range(3):
        log = a_log()
        told(log, [e for name, day, told_ in posts for e in (post(name, published=day), claims(name, *told_))])
        model = ReadModel(log.connection, fold=fold)
        model.catch_up(log)
        digests.add(model.digest().content)
        log.close()
        chance.shuffle(posts)
    assert len(digests) == 1


def judged_log() -> tuple[Log, ReadModel, str]:
    """Two posts about one move, one about another; the id of the first move."""
    log = Log.open("sqlite://", clock=Ticking())
    told(log, [
        post("a", published="2025-04-06"), claims("a", claim("Llama 4", "2025-04-05")),
        post("b", published="2025-04-07"), claims("b", claim("Llama 4", "2025-04")),
        post("c", published="2025-04-07"), claims("c", claim("MTIA", "2025-04")),
    ])  # fmt: skip
    model = ReadModel(log.connection, fold=FOLD)
    model.catch_up(log)
    return log, model, next(move.id for move in shown(log) if move.object == "Llama 4")


def read_again(log: Log, model: ReadModel) -> None:
    """A later extractor reads every post again: other quotes, another date, one more claim."""
    told(log, [
        claims("a", claim("Llama 4", "2025-04-06", quote="Today Meta released Llama 4 in 2025-04-05."),
               claim("Behemoth", None), version="2"),
        claims("b", claim("Llama 4", "2025", quote="Meta released Llama 4 in 2025-04, they say."), version="2"),
        claims("c", claim("MTIA", "2025-04", quote="Meta released MTIA in 2025-04 or so."), version="2"),
    ])  # fmt: skip
    model.catch_up(log)


def test_an_amendment_survives_reading_again() -> None:
    """The amended value, who and why, and the id stay; the rest follows the new reading."""
    log, model, name = judged_log()
    amended = MoveAmended(move=name, field="date", value="2025-04-04", was="2025-04-05", by="ana", why="the blog")
    told(log, [(amended, f"move:{name}", "amend")])
    read_again(log, model)
    move = find(log.connection, name)
    assert move is not None
    assert (move.id, move.date, move.amended) == (name, "2025-04-04", {"date": "ana: the blog"})
    assert {source.quote for source in move.sources} >= {"Today Meta released Llama 4 in 2025-04-05."}
    log.close()


def test_a_rejection_a_merge_and_a_split_survive_reading_again() -> None:
    """What people judged of a move is still so of the claims that took the old ones' places."""
    log, model, name = judged_log()
    other = next(move.id for move in shown(log) if move.object == "MTIA")
    told(log, [(MovesMerged(into=name, moves=(other,), by="p", why="same"), f"move:{name}", "merge")])
    model.catch_up(log)
    reasons = why(log.connection, name)
    assert reasons is not None
    gone = next(c.key for c in reasons.claims if c.publisher == "b Press")
    told(log, [(MovesSplit(move=name, claims=(gone,), by="p", why="two"), f"move:{name}", "split")])
    model.catch_up(log)
    split = next(move.id for move in shown(log) if move.id != name)
    told(log, [(MoveRejected(move=split, by="p", why="no"), f"move:{split}", "reject")])
    model.catch_up(log)
    before = {move.id: (len(move.sources), move.rejected, move.aliases) for move in shown(log)}
    read_again(log, model)
    after = {m.id: (len(m.sources), m.rejected, m.aliases) for m in shown(log) if m.object != "Behemoth"}
    assert after == before == {name: (2, False, (other,)), split: (1, True, ())}
    log.close()


def test_a_name_that_is_none_is_told_apart_from_one_that_went() -> None:
    """Nothing is known of an id that was never given."""
    log, _, name = judged_log()
    told(log, [claims("a", version="2"), claims("b", version="2")])
    ReadModel(log.connection, fold=FOLD).catch_up(log)
    assert find(log.connection, name) is None
    gone = why(log.connection, name)
    assert gone is not None
    assert gone.withdrawn
    assert gone.history[-1].kind == "withdrawn"
    assert why(log.connection, "0000000000") is None
    assert why(log.connection, name[:3]) == gone
    log.close()
