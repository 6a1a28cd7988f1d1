"""Questions to the chronology: what is selected, in what order, and in pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from store.errors import ProjectionError, UsageError
from store.events import MoveRejected, MovesMerged
from store.log import Log
from tests.rm_fold import FOLD, a_log, claim, claims, post, told
from timeline.query import Query, disputes, facets, find, from_params, months, run, to_params, why
from timeline.readmodel import ReadModel

NOW = datetime(2026, 11, 21, tzinfo=UTC)


def ask(**params: str | list[str]) -> Query:
    """A query from parameters; ``_`` for ``-`` in their names, ``in_`` for ``in``."""
    given = {name.rstrip("_").replace("_", "-"): [v] if isinstance(v, str) else v for name, v in params.items()}
    return from_params(given, now=NOW)


def dates(log: Log, **params: str | list[str]) -> list[str | None]:
    """The dates of the moves that a query finds."""
    return [move.date for move in run(log.connection, ask(**params)).moves]


@pytest.fixture
def log() -> Iterator[Log]:
    """Five moves: a day in April 2025, the month of May, a year, one without a date, a chip of 2026."""
    log = a_log()
    told(log, [
        post("a", published="2025-04-06"), claims("a", claim("Llama 4", "2025-04-05"), claim("MTIA 2", "2025-05")),
        post("b", published="2025-04-07"), claims("b", claim("Llama 4", "2025-04-05"), claim("Zürich lab", "2024")),
        post("c", published="2026-02-01"),
        claims("c", claim("MTIA 450", "2026-01-30", type_="chip"), claim("Avocado", None)),
    ])  # fmt: skip
    ReadModel(log.connection, fold=FOLD).catch_up(log)
    yield log
    log.close()


def test_the_newest_come_first_and_those_without_a_date_last(log: Log) -> None:
    """By first day, coarser dates below the finer of the same day, unknown dates last."""
    assert dates(log) == ["2026-01-30", "2025-05", "2025-04-05", "2024", None]


def test_the_oldest_first_has_those_without_a_date_last_too(log: Log) -> None:
    """An unknown date is not an early one."""
    assert dates(log, sort="oldest") == ["2024", "2025-04-05", "2025-05", "2026-01-30", None]


@pytest.mark.parametrize("sort", ["newest", "oldest", "recorded", "grade"])
@pytest.mark.parametrize("as_of", ["", "2026-12-01", "@6"])
def test_pages_of_one_give_the_whole_list(log: Log, sort: str, as_of: str) -> None:
    """Keyset paging neither skips nor repeats, in any order, now and as of then."""
    whole = [move.id for move in run(log.connection, ask(sort=sort, as_of=as_of)).moves]
    paged, cursor = [], ""
    while True:
        page = run(log.connection, ask(sort=sort, as_of=as_of, limit="1", cursor=cursor))
        paged += [move.id for move in page.moves]
        assert page.matched == len(whole)
        if page.next is None:
            break
        cursor = page.next
    assert paged == whole
    assert len(set(paged)) == 5


def test_since_and_until_take_moves_whose_days_meet_the_range(log: Log) -> None:
    """A move known by its year is in every range of that year; one without a date is in none."""
    assert dates(log, since="2025") == ["2026-01-30", "2025-05", "2025-04-05"]
    assert dates(log, until="2024-06") == ["2024"]
    assert dates(log, in_="2025-05-31") == ["2025-05"]
    assert dates(log, since="2024-12-31", until="2025-04") == ["2025-04-05", "2024"]


def test_words_are_found_whatever_their_case_and_accents(log: Log) -> None:
    """All words must occur; the beginning of one is enough, but of no number."""
    assert dates(log, q="zurich") == dates(log, q="ZÜR") == ["2024"]
    assert dates(log, q="llam 4") == ["2025-04-05"]
    assert dates(log, q="mtia 4") == []
    assert dates(log, q="mtia") == ["2026-01-30", "2025-05"]
    assert dates(log, q='"mtia* OR (') == []


@pytest.mark.parametrize("as_of", ["", "2026-12-01", "@6"])
def test_filters_add_up_and_values_of_one_are_alternatives(log: Log, as_of: str) -> None:
    """By type, actor, object, source, grade and number of lineages, now and as of then."""
    assert dates(log, type="chip", as_of=as_of) == ["2026-01-30"]
    assert dates(log, type=["chip", "release"], source=["a press", "c press"], q="mtia", as_of=as_of) == [
        "2026-01-30", "2025-05",
    ]  # fmt: skip
    assert dates(log, object="LLAMA-4", as_of=as_of) == ["2025-04-05"]
    assert dates(log, grade="b", actor="meta", as_of=as_of) == ["2025-04-05"]
    assert dates(log, min_lineages="2", as_of=as_of) == ["2025-04-05"]


def test_as_of_a_day_knows_what_was_published_by_then(log: Log) -> None:
    """On the day before the second post there is one lineage; before the first there is nothing."""
    assert [(m.date, m.lineages) for m in run(log.connection, ask(as_of="2025-04-06")).moves] == [
        ("2025-05", 1), ("2025-04-05", 1),
    ]  # fmt: skip
    assert dates(log, as_of="2025-04-05") == []


def test_as_of_a_position_knows_what_the_log_knew(log: Log) -> None:
    """And the page says which position, with its hash and time."""
    page = run(log.connection, ask(as_of="@2"))
    assert [move.date for move in page.moves] == ["2025-05", "2025-04-05"]
    record = next(log.read(after=1, limit=1))
    assert (page.position, page.hash, page.recorded_at) == (2, record.hash, record.recorded_at)


def test_recorded_since_a_position_is_what_came_after_it(log: Log) -> None:
    """A reader who looked at @4 asks for what is new since."""
    assert dates(log, recorded_since="@4") == ["2026-01-30", None]
    assert dates(log, recorded_since="2027") == []


def test_a_page_counts_what_matches_and_what_there_is(log: Log) -> None:
    """``matched`` does not depend on the limit, ``total`` not on the filters."""
    page = run(log.connection, ask(limit="1", since="2025"))
    assert (len(page.moves), page.matched, page.total, page.position) == (1, 3, 5, 6)


def test_facets_count_without_their_own_filter(log: Log) -> None:
    """So that a person sees what else could be chosen."""
    counted = facets(log.connection, ask(type="chip"))
    assert counted["type"] == [("release", 4), ("chip", 1)]
    assert counted["object"] == [("MTIA 450", 1)]
    assert facets(log.connection, Query())["source"] == [("a Press", 2), ("b Press", 2), ("c Press", 2)]


def test_kept_counts_are_those_of_counting(log: Log) -> None:
    """What is kept for the plain query is what a filter that changes nothing counts."""
    assert facets(log.connection, Query()) == facets(log.connection, ask(actor="meta", min_lineages="1"))
    assert months(log.connection, Query()) == months(log.connection, ask(min_lineages="1"))


def test_the_most_frequent_of_a_facet_are_its_first(log: Log) -> None:
    """Of as many as are wanted, kept or counted; what the query names is there whatever its number."""
    for query in (Query(), ask(min_lineages="1")):
        whole, short = facets(log.connection, query), facets(log.connection, query, most=2)
        assert short == {kind: found[:2] if kind in ("actor", "object", "source") else found
                         for kind, found in whole.items()}  # fmt: skip
    first, *_, last = facets(log.connection, Query())["object"]
    assert facets(log.connection, ask(object=last[0].upper()), most=1)["object"] == [first, last]


def test_months_are_of_the_whole_selection_without_its_period(log: Log) -> None:
    """The strip over a list shows what lies outside of the range too."""
    assert months(log.connection, ask(since="2026", q="mtia")) == [("2025-05", 1), ("2026-01", 1)]


def test_a_move_is_found_by_its_id_and_by_the_beginning_of_it(log: Log) -> None:
    """Three digits are enough where they fit one; nonsense is no move."""
    for move in run(log.connection, Query()).moves:
        assert find(log.connection, move.id) == move
        assert find(log.connection, move.id[:6]) == move
    assert find(log.connection, "zzz") is None
    assert find(log.connection, "%") is None


def test_an_ambiguous_beginning_names_the_candidates(log: Log) -> None:
    """And is an error, not a guess."""
    names = [(f"abc{n:07d}", n) for n in (1, 2)]
    log.connection.executemany("UPDATE rm_id SET id = ? WHERE move = ?", names)
    with pytest.raises(UsageError, match=r"abc0000001 \(Llama 4 release\), abc0000002"):
        find(log.connection, "abc")


def test_a_merged_move_is_found_under_both_ids(log: Log) -> None:
    """The other id is an alias; before the merge it was a move of its own."""
    one, other = (run(log.connection, ask(q=words)).moves[0].id for words in ("llama", "avocado"))
    told(log, [(MovesMerged(into=one, moves=(other,), by="p", why="same"), "move:x", "m")])
    ReadModel(log.connection, fold=FOLD).catch_up(log)
    found = find(log.connection, other)
    assert found is not None
    assert (found.id, found.aliases) == (one, (other,))
    before = find(log.connection, other, ask(as_of="@6").as_of)
    assert before is not None
    assert before.id == other
    reasons = why(log.connection, other)
    assert reasons is not None
    assert [(change.kind, change.by) for change in reasons.history][-1] == ("merged", "p")


def test_why_tells_every_claim_with_its_words_and_place_in_the_log(log: Log) -> None:
    """In the order of publication."""
    reasons = why(log.connection, run(log.connection, ask(q="llama")).moves[0].id)
    assert reasons is not None
    assert [(c.publisher, c.quote, c.recorded_position, c.lineage) for c in reasons.claims] == [
        ("a Press", "Meta released Llama 4 in 2025-04-05.", 2, "a press"),
        ("b Press", "Meta released Llama 4 in 2025-04-05.", 4, "b press"),
    ]
    assert [change.kind for change in reasons.history] == ["new", "corroborated"]


def test_a_dispute_between_two_moves_names_the_other_one() -> None:
    """Each from its own side, now and as of then; the list of disputes has it once."""
    log = a_log()
    told(log, [post(n, published=f"2025-04-0{d}") for n, d in (("a", 6), ("b", 7))])
    told(log, [claims("a", claim("Llama 4", "2025-04-05")), claims("b", claim("Llama 4", "2025-04-03"))])
    ReadModel(log.connection, fold=FOLD).catch_up(log)
    for as_of in ("", "@4", "2025-05"):
        newer, older = run(log.connection, ask(as_of=as_of)).moves
        assert newer.disputes[0].other == older.id
        assert older.disputes[0].other == newer.id
        assert (newer.disputes[0].left.publisher, newer.disputes[0].right.publisher) == ("a Press", "b Press")
        assert [move.id for move, _ in disputes(log.connection, ask(as_of=as_of))] == [newer.id]
    log.close()


def test_a_page_of_disputes_is_the_beginning_of_all_of_them() -> None:
    """As many as the limit says: the hard ones first, each once, the newest move first."""
    log = a_log()
    for number in range(4):
        for day in ("05", "09"):
            name = f"p{number}{day}"
            told(log, [post(name, published="2025-04-10"), claims(name, claim(f"Llama {number}", f"2025-04-{day}"))])
    ReadModel(log.connection, fold=FOLD).catch_up(log)
    for as_of in ("", "@12", "2025-05"):
        whole = disputes(log.connection, ask(as_of=as_of, limit="0"))
        assert len(whole) == (3 if as_of == "@12" else 4)
        assert [disputes(log.connection, ask(as_of=as_of, limit=str(n))) for n in (1, 3)] == [whole[:1], whole[:3]]
    log.close()


def test_rejected_moves_are_shown_when_asked_for(log: Log) -> None:
    """They leave the list and the counts, and stay under their id."""
    name = run(log.connection, ask(q="llama")).moves[0].id
    told(log, [(MoveRejected(move=name, by="p", why="no"), "move:x", "r")])
    ReadModel(log.connection, fold=FOLD).catch_up(log)
    page = run(log.connection, Query())
    assert (len(page.moves), page.total) == (4, 4)
    assert run(log.connection, ask(rejected="1")).total == 5
    found = find(log.connection, name)
    assert found is not None
    assert found.rejected


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"sinse": ["2025"]}, "did you mean since"),
        ({"since": ["20255"]}, "did you mean"),
        ({"since": ["@3"]}, "recorded-since"),
        ({"type": ["chips"]}, "did you mean chip"),
        ({"grade": ["E"]}, "there are A, B, C, D"),
        ({"limit": ["-1"]}, "a number from 0"),
        ({"disputed": ["maybe"]}, "write 1"),
        ({"sort": ["new"]}, "did you mean newest"),
        ({"since": ["2024", "2025"]}, "takes one value"),
        ({"cursor": ["newest_x"]}, "no cursor"),
        ({"cursor": ["newest_99999999999999999999"]}, "no cursor"),
        ({"cursor": ["oldest_5"]}, "no cursor"),
        ({"q": ["***"]}, "no word"),
        ({"actor": ["--"]}, "no actor"),
        ({"as-of": ["2025.."]}, "no end"),
    ],
)
def test_what_was_not_understood_is_said(log: Log, params: dict[str, list[str]], message: str) -> None:
    """With the nearest thing that would be."""
    with pytest.raises(UsageError, match=message):
        run(log.connection, from_params(params, now=NOW))


def test_parameters_go_there_and_back() -> None:
    """What a query is written as asks for the same query."""
    given = {
        "q": ["llama"], "since": ["2025"], "type": ["chip", "release"], "grade": ["A"], "disputed": ["1"],
        "min-lineages": ["2"], "as-of": ["@7"], "limit": ["0"], "sort": ["oldest"],
    }  # fmt: skip
    query = from_params(given, now=NOW)
    again: dict[str, list[str]] = {}
    for name, value in to_params(query):
        again.setdefault(name, []).append(value)
    assert again == given
    assert from_params(again, now=NOW) == query
    assert to_params(Query()) == []


def test_without_a_chronology_the_error_says_what_to_run() -> None:
    """Nothing was folded yet: that is not an empty chronology."""
    log = a_log()
    with pytest.raises(ProjectionError, match="timeline rebuild"):
        run(log.connection, Query())
    log.close()
