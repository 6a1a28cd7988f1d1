"""What the five first documents agree and disagree on, row by row, in the claims that are read out of them.

Where a row needs what none of them says, short posts written here stand beside them. The rules themselves are told in
``test_project_disputes`` and ``test_project_asides``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.files import FileOptions
from tests.seed_line import Known, about, known_from, post, quotes

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def documents(shared: Path) -> list[Path]:
    """The files: 000 and 001 by essayists, 002 a digest, 003 a comment, 004 an undated news text."""
    return sorted((shared / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def known(documents: list[Path]) -> Iterator[Known]:
    """All five."""
    with known_from(*documents) as here:
        yield here


@pytest.fixture
def dated(documents: list[Path]) -> Iterator[Known]:
    """The same, where the last is known to be of February 2026."""
    with known_from(*documents[:4], (documents[4], FileOptions(published="2026-02-06"))) as here:
        yield here


@pytest.fixture
def saturday(tmp_path: Path) -> Path:
    """A post that names the day of Llama 4."""
    words = "Meta released Llama 4 Scout and Llama 4 Maverick on April 5, 2025. Both can be downloaded."
    return post(tmp_path, "saturday.example", "2025-04-07", "Two new models", words)


# Llama 4: the date


def test_llama_4_is_of_april_2025_in_three_documents(known: Known) -> None:
    """They agree: one move, three lineages or more (one of them is the outlet that the digest cites)."""
    move = known.move("release", "llama 4", "2025-04")
    assert len(move.sources) >= 3
    assert (move.date, move.grade, move.lineages >= 3) == ("2025-04", "B", True)


def test_the_undated_text_does_not_move_the_date(known: Known) -> None:
    """Without a date of its own it is one more telling of the same, and no contradiction in time."""
    assert about(known.disputes(), "date-disjoint") == []


def test_the_text_dated_to_2026_disputes_the_date(dated: Known) -> None:
    """With a publish date it tells of a second release, which both moves are shown to be at odds about."""
    first, second = dated.moves("release", "llama 4 released")
    assert (first.date, (second.date or "")[:7]) == ("2025-04", "2026-02")
    (left,), (right,) = (about(move.disputes, "date-disjoint") for move in (first, second))
    assert (left.other, right.other) == (second.id, first.id)


def test_the_text_dated_to_2026_contradicts(dated: Known) -> None:
    """A Thursday of its own is no guess from the publish date: one of the two must be wrong."""
    assert {dispute.severity for dispute in about(dated.disputes(), "date-disjoint")} == {"hard"}


def test_a_post_with_the_day_makes_the_month_a_day(documents: list[Path], saturday: Path) -> None:
    """5 April 2025 lies in April 2025: the finer wins, and nobody is disputed by it."""
    with known_from(*documents, saturday) as here:
        assert here.move("release", "llama 4", "2025-04").date == "2025-04-05"
        assert about(here.disputes(), "date-disjoint") == []


def test_a_thursday_is_set_beside_the_saturday(documents: list[Path], saturday: Path) -> None:
    """The undated text says "Thursday", and the day was a Saturday: shown, softly."""
    with known_from(*documents, saturday) as here:
        (dispute,) = about(here.disputes(), "weekday")
        assert dispute.severity == "soft"
        assert "Thursday" in quotes([dispute])


# Llama 4: the models


def test_two_models_and_eight_contradict(known: Known) -> None:
    """Scout and Maverick, or eight distinct models."""
    (dispute,) = about(known.disputes(), "model-count")
    assert dispute.severity == "hard"
    assert "eight distinct models" in quotes([dispute])


def test_behemoth_is_unreleased_in_all_that_tell_of_it(known: Known) -> None:
    """Three documents agree; nothing says that it came out."""
    assert {move.status for move in known.moves("release", "behemoth")} == {"planned"}


def test_which_is_the_largest_is_no_contradiction(known: Known) -> None:
    """The largest of all and the largest of those released may differ."""
    assert [dispute for dispute in about(known.disputes(), "largest") if dispute.severity == "hard"] == []


def test_which_is_the_largest_is_shown(known: Known) -> None:
    """Behemoth in one document, Maverick in another: side by side, softly."""
    assert [dispute.severity for dispute in about(known.disputes(), "largest")][:1] == ["soft"]


def test_a_benchmark_won_and_one_lost_do_not_contradict(known: Known) -> None:
    """ELO on one, a point behind on another: two benchmarks, and neither is set against the other."""
    assert not any(word in quotes(known.disputes()) for word in ("87.2%", "MMLU"))
    assert known.move("incident", "llama 4 benchmark entry").disputed is False


def test_the_score_of_the_experimental_version_is_disputed(known: Known) -> None:
    """What one document praises was reached by another version, says the other: softly, beside the entry."""
    (dispute,) = {d.text: d for d in about(known.disputes(), "score")}.values()
    assert dispute.severity == "soft"
    assert "1417" in quotes([dispute])
    assert "experimental chat version" in quotes([dispute])
    assert [d.text for d in known.move("incident", "llama 4 benchmark entry").disputes] == [dispute.text]


def test_the_allegation_and_its_denial_stand_side_by_side(known: Known) -> None:
    """One sentence, two speakers: two moves that name each other."""
    disputes = [d for move in known.moves("incident") for d in about(move.disputes, "polarity")]
    (dispute,) = {d.text: d for d in disputes}.values()
    assert dispute.severity == "soft"
    assert {move.status for move in known.moves("incident", "test sets")} == {"shipped", "denied"}


# Llama: counts, days, takedowns


def test_fewer_downloads_later_are_out_of_date(known: Known) -> None:
    """1 billion in March 2025, "now exceeds 650 million" later: a lower bound, stale and not false."""
    found = about(known.disputes(), "older-counter")
    assert {dispute.severity for dispute in found} == {"soft"}
    assert all(words in quotes(found) for words in ("1 billion downloads", "650 million downloads"))
    assert not any(move.disputed for move in known.moves("milestone"))


def test_the_first_llama_is_one_release_with_its_day(known: Known) -> None:
    """24 February and February agree; the day is kept."""
    move = known.move("release", "llama", "2023-02")
    assert (move.date, move.lineages, move.grade, move.disputes) == ("2023-02-24", 2, "B", ())


def test_the_leak_is_one_incident(known: Known) -> None:
    """3 March, and "within a week" of February."""
    move = known.move("incident", "llama leak")
    assert (move.date, move.lineages, move.disputes) == ("2023-03-03", 2, ())


def test_llama_3_1_405b_is_corroborated(known: Known) -> None:
    """July 2024, twice, by who do not cite each other."""
    move = known.move("release", "llama 3.1")
    assert (move.date, move.lineages, move.grade, move.disputes) == ("2024-07", 2, "B", ())


def test_the_takedowns_are_told_once(known: Known) -> None:
    """Requests that were filed are a move; what the company "could have" done supports none."""
    assert len(known.move("policy", "takedown").sources) == 1


def test_filed_and_could_have_filed_contradict(known: Known) -> None:
    """One says that requests were filed, the other that the company went another way instead."""
    move = known.move("policy", "takedown")
    (dispute,) = about(move.disputes, "polarity")
    assert (move.disputed, dispute.severity) == (True, "hard")
    assert all(words in quotes([dispute]) for words in ("filed takedown requests", "Filed takedowns"))


# money


def test_125_billion_lies_in_the_range(known: Known) -> None:
    """The headline's figure is the middle of the guidance: compatible."""
    assert [move.quantities for move in known.moves("investment", "", "2026")] == [("$115-135 billion",)]
    assert not any(move.disputes for move in known.moves("investment"))


def test_one_figure_of_two_years_contradicts(documents: list[Path], tmp_path: Path) -> None:
    """$64–72 billion for 2025, and $72 billion for 2026, within ten days."""
    raised = post(
        tmp_path, "raised.example", "2025-05-01", "After the call",
        "Meta raised its 2025 capital expenditures guidance to between $64 billion and $72 billion on April 30, 2025.",
    )  # fmt: skip
    later = post(
        tmp_path, "later.example", "2025-05-10", "What it costs",
        "Meta expects capital expenditures of $72 billion for 2026, it said.",
    )  # fmt: skip
    with known_from(*documents, raised, later) as here:
        found = about(here.disputes(), "quantity-period")
        assert {dispute.severity for dispute in found} == {"hard"}
        assert here.move("investment", "2025 capex").disputed


def test_one_figure_of_this_year_and_the_next_contradicts(documents: list[Path], tmp_path: Path) -> None:
    """The same, where the second says "next year"."""
    raised = post(
        tmp_path, "raised.example", "2025-05-01", "After the call",
        "Meta raised its 2025 capital expenditures guidance to between $64 billion and $72 billion on April 30, 2025.",
    )  # fmt: skip
    later = post(
        tmp_path, "later.example", "2025-05-10", "What it costs",
        "Meta will raise its capital expenditures to $72 billion next year.",
    )  # fmt: skip
    with known_from(*documents, raised, later) as here:
        assert about(here.disputes(), "quantity-period")


def test_a_deal_s_value_is_one_lineage_s(documents: list[Path], tmp_path: Path) -> None:
    """No value in the digest, $100 billion in one post: the deal is one, and who names the sum is seen."""
    words = "Meta signed a $100 billion, six-gigawatt agreement with AMD on February 24, 2026."
    with known_from(*documents, post(tmp_path, "value.example", "2026-02-25", "A deal for chips", words)) as here:
        move = here.move("partnership", "amd", "2026-02")
        assert (move.date, move.disputes) == ("2026-02-24", ())
        naming = [claim.lineage for claim in here.why(move).claims if "$100 billion" in claim.quantities]
        assert (len(naming), move.lineages) == (1, 2)


def test_a_reported_value_is_a_rumour(documents: list[Path], tmp_path: Path) -> None:
    """A value that is "reportedly" so is one, and hedged."""
    words = "Meta and AMD signed an agreement on February 24, 2026. It is reportedly worth up to $100 billion."
    with known_from(*documents, post(tmp_path, "hearsay.example", "2026-02-26", "A deal", words)) as here:
        move = here.move("partnership", "amd", "2026-02")
        (claim,) = [c for c in here.why(move).claims if "reportedly up to $100 billion" in c.quantities]
        assert (claim.stance, claim.quote) == ("asserted", words.removesuffix("."))  # the deal itself is none
        assert "reportedly up to $100 billion" in move.quantities
        assert move.lineages == 2


# what only looks like a contradiction


def test_counts_of_people_are_not_compared(known: Known) -> None:
    """3, 3.2 and 3.5 billion users and a threshold of 700 million are four measures."""
    counted = " ".join(f"{d.text} {d.left.quote} {d.right.quote}" for d in known.disputes())
    assert not any(words in counted for words in ("billion users", "billion people", "daily active", "700 million"))


def test_hardware_of_2022_and_of_2026_are_states_in_time(known: Known) -> None:
    """On Nvidia's chips alone, then on its own and AMD's too: the later takes the place of the earlier."""
    switch, roadmap = known.move("chip", "from cpus"), known.move("chip", "", "2026-03")
    deal = known.move("partnership", "amd", "2026-02")
    assert ("Nvidia" in switch.actors, switch.date) == (True, "2022")
    assert [move.disputes for move in (switch, roadmap, deal)] == [(), (), ()]


def test_what_a_licence_permits_is_no_contradiction(known: Known) -> None:
    """Free, not open enough, or bounded by a clause: views of one licence."""
    about_licences = [move for move in known.moves("policy") if "takedown" not in move.object]
    assert all(move.disputes == () for move in about_licences)
    assert "permits commercial use" in " ".join(s.quote or "" for m in known.moves("policy") for s in m.sources)


def test_a_role_that_ended_contradicts_nothing(documents: list[Path], tmp_path: Path) -> None:
    """Hired in 2013, leaving in 2025: steps; who calls him chief scientist is not disputed by that."""
    words = "Meta's chief AI scientist Yann LeCun announced on November 19, 2025 that he is leaving the company."
    with known_from(*documents, post(tmp_path, "leaving.example", "2025-11-20", "A farewell", words)) as here:
        moves = here.moves("people")
        assert [(move.date or "")[:7] for move in moves] == ["2013-12", "2025-11"]
        assert all(move.disputes == () for move in moves)


def test_a_role_named_after_it_ended_is_stale(documents: list[Path], tmp_path: Path) -> None:
    """A text of 2026 that calls him chief scientist is out of date."""
    words = "Meta's chief AI scientist Yann LeCun announced on November 19, 2025 that he is leaving the company."
    left = post(tmp_path, "leaving.example", "2025-11-20", "A farewell", words)
    with known_from(left, (documents[4], FileOptions(published="2026-02-06"))) as here:
        (dispute,) = about(here.disputes(), "stale-role")
        assert dispute.severity == "soft"
        assert "chief AI scientist" in quotes([dispute])
        assert not here.move("people", "departure").disputed
