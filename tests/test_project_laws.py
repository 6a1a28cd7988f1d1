"""Laws of the fold over drawn claims: it is a function of a set, component by component, and invents nothing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from store.events import Attribution, MovesMerged
from store.interval import parse_interval
from tests.project_told import drawn, record
from timeline.project import Resolver, blocks, resolve
from timeline.project.judged import regrouped
from timeline.project.lineage import lines_of
from timeline.project.model import ClaimRecord, Resolved
from timeline.readmodel.judged import Standing

FEW = settings(max_examples=150, deadline=None)


def components(records: list[ClaimRecord]) -> list[list[ClaimRecord]]:
    """The claims that share a block, directly or through others."""
    parts: list[tuple[set[str], list[ClaimRecord]]] = []
    for one in records:
        mine = set(blocks(one))
        near = [part for part in parts if part[0] & mine]
        parts = [part for part in parts if not part[0] & mine]
        parts.append((mine.union(*(p[0] for p in near)), [one, *(r for p in near for r in p[1])]))
    return [part for _, part in parts]


def without_steps(moves: list[Resolved]) -> list[Resolved]:
    """Moves as they are but for the steps of their thread, which are those of the component."""
    return sorted((msgspec.structs.replace(m, steps=()) for m in moves), key=lambda m: m.keys)


@FEW
@given(drawn(), st.randoms())
def test_the_chronology_is_the_same_in_any_order(records: list[ClaimRecord], random: object) -> None:
    """Any order of arrival gives the very same moves."""
    told = list(records)
    random.shuffle(told)  # type: ignore[attr-defined]
    assert resolve(told, []) == resolve(records, [])


@FEW
@given(drawn(), st.randoms(), st.booleans())
def test_what_is_remembered_changes_no_answer(records: list[ClaimRecord], random: object, back: bool) -> None:
    """Rules that have answered for fewer claims, or for more, answer as those that are asked for the first time."""
    told = list(records)
    random.shuffle(told)  # type: ignore[attr-defined]
    remembering = Resolver()
    counts = range(1, len(told) + 1)
    for count in [*counts, *(reversed(counts) if back else counts)]:
        assert remembering(told[:count], []) == resolve(told[:count], [])


@FEW
@given(drawn())
def test_claims_that_share_no_block_do_not_bear_on_each_other(records: list[ClaimRecord]) -> None:
    """Resolving all claims at once gives what resolving each component by itself gives."""
    apart = [move for part in components(records) for move in resolve(part, [])]
    assert without_steps(apart) == without_steps(resolve(records, []))


@FEW
@given(drawn())
def test_every_claim_is_in_one_move(records: list[ClaimRecord]) -> None:
    """No claim is lost, and none counts twice."""
    keys = [key for move in resolve(records, []) for key in move.keys]
    assert sorted(keys) == sorted(r.key for r in records)


@FEW
@given(drawn())
def test_no_date_is_invented(records: list[ClaimRecord]) -> None:
    """The date of a move is the date of one of its claims, and a move without one has none."""
    told = {r.key: r.claim.date for r in records}
    for move in resolve(records, []):
        dates = {told[key] for key in move.keys}
        assert move.date in dates
        assert move.date is not None or dates == {None}


@FEW
@given(drawn())
def test_a_coarser_date_never_conflicts_with_a_finer_one_inside_it(records: list[ClaimRecord]) -> None:
    """No dispute over dates stands between two claims of which one's interval contains the other's."""
    claims = {r.key: r.claim for r in records}
    for dispute in (d for move in resolve(records, []) for d in move.disputes if d.rule == "date-disjoint"):
        one, two = (parse_interval(claims[key].date) for key in (dispute.left, dispute.right))
        assert one is not None
        assert two is not None
        assert not one.contains(two)
        assert not two.contains(one)


@FEW
@given(drawn(), st.data())
def test_citing_another_adds_no_lineage(records: list[ClaimRecord], data: st.DataObject) -> None:
    """A post that tells what another told, and cites it, adds itself and no lineage."""
    told = data.draw(st.sampled_from(records))
    cited = msgspec.structs.replace(told.claim, attribution=Attribution(outlet=told.post.domain))
    post = msgspec.structs.replace(told.post, id="late", publisher="Late", domain="late.com", shingles=())
    late = ClaimRecord(key="late/0", claim=cited, post=post)
    before = {line.name for line in lines_of(records).values()}
    assert {line.name for line in lines_of([*records, late]).values()} == before


@FEW
@given(drawn(), st.data())
def test_merging_is_associative(records: list[ClaimRecord], data: st.DataObject) -> None:
    """Whichever pair of three moves is merged first, the three are one."""
    groups = [list(move.keys) for move in resolve(records, [])]
    if len(groups) < 3:
        return
    a, b, c = (data.draw(st.permutations(groups)))[:3]

    def merged(*pairs: tuple[list[str], list[str]]) -> Sequence[Sequence[str]]:
        event = MovesMerged(into="x", moves=("y",), by="p", why="same")
        told = [Standing(n, str(n), 0, "MovesMerged", event, [list(p), list(q)]) for n, (p, q) in enumerate(pairs, 1)]
        return regrouped(groups, told)

    assert merged((a, b), (b, c)) == merged((b, c), (a, b)) == merged((a, c), (c, b))
    assert sorted(a + b + c) in merged((a, b), (b, c))


@FEW
@given(drawn())
def test_a_grade_is_what_its_lineages_allow(records: list[ClaimRecord]) -> None:
    """B needs two lineages; a move whose claims are all rumours is D."""
    claims = {r.key: r.claim for r in records}
    for move in resolve(records, []):
        if move.grade == "B":
            assert move.lineages >= 2
        if all(claims[key].status == "rumoured" for key in move.keys):
            assert move.grade == "D"


def test_a_story_line_is_read_as_it_stands() -> None:
    """The helper of these tests puts each word into its slot."""
    told = record("a one.com 2025-01-02 | release shipped | Llama 4 | llama-4 | 2025 | cites CNBC; with AMD; secondary")
    assert (told.post.trust, told.claim.actor_ids, told.claim.attribution.outlet) == (
        "secondary",
        ("meta", "amd"),
        "CNBC",
    )
