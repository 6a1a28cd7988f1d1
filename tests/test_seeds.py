"""The five first documents: one chronology whatever their order, and what a careful reader finds in them is in it."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.seed_line import NOW, Known, known_from
from timeline.render.context import Context
from timeline.render.why import write

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def documents(shared: Path) -> list[Path]:
    """The files."""
    found = sorted((shared / "seeds").glob("*.txt"))
    assert len(found) == 5
    return found


@pytest.fixture(scope="module")
def known(documents: list[Path]) -> Iterator[Known]:
    """All five, in the order of their names."""
    with known_from(*documents) as here:
        yield here


@pytest.fixture(scope="module")
def labelled(shared: Path) -> list[dict[str, Any]]:
    """The same documents with the moves that careful readers found in them."""
    lines = (shared / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()
    posts = [json.loads(line) for line in lines if line.strip()]
    assert sum(len(post["moves"]) for post in posts) == 31
    return posts


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    """The program that matches moves with labelled ones."""
    spec = importlib.util.spec_from_file_location("score_moves", shared / "gold" / "score_moves.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("first", range(5))
def test_every_order_of_the_documents_gives_one_chronology(known: Known, documents: list[Path], first: int) -> None:
    """All 120 orders, caught up after each document: one and the same digest of the content."""
    wanted = known.model.digest()
    assert wanted.moves >= 20
    begun = [order for order in permutations(documents) if order[0] == documents[first]]
    assert len(begun) == 24
    for order in begun:
        with known_from(*order) as other:
            assert other.model.digest().content == wanted.content, [path.name for path in order]


def test_fewer_documents_give_another_chronology(known: Known, documents: list[Path]) -> None:
    """The digest sees what is in them: without any one of the five it is another."""
    for left_out in documents:
        with known_from(*(path for path in documents if path != left_out)) as other:
            assert other.model.digest().content != known.model.digest().content


def test_llama_came_out_on_the_24th_of_february(known: Known) -> None:
    """The day that one document tells stands over the month of the other."""
    move = known.move("release", "llama", "2023-02")
    assert (move.date, move.status, move.object_id, len(move.sources)) == ("2023-02-24", "shipped", "llama", 2)


def test_the_leak_was_on_the_3rd_of_march(known: Known) -> None:
    """Dated by the sentence before the one that tells it."""
    move = known.move("incident", "llama leak")
    assert (move.date, move.status) == ("2023-03-03", "shipped")


def test_llama_3_1_405b_came_out_in_july_2024(known: Known) -> None:
    """A date head and a parenthesis, in two documents."""
    move = known.move("release", "llama 3.1")
    assert (move.date, move.status) == ("2024-07", "shipped")
    assert any("405" in quantity for quantity in move.quantities)


def test_scout_and_maverick_came_out_in_april_2025(known: Known) -> None:
    """One move, with both names in the words that it stands on."""
    move = known.move("release", "llama 4", "2025-04")
    assert (move.date, move.status, move.object_id) == ("2025-04", "shipped", "llama-4")
    assert any("Llama 4 Scout and Llama 4 Maverick" in (source.quote or "") for source in move.sources)


def test_behemoth_has_not_come_out(known: Known) -> None:
    """It is a move of its own, part of Llama 4, and nowhere shipped."""
    move = known.move("release", "behemoth")
    assert (move.object_id, move.part_of, move.status) == ("llama-4-behemoth", "llama-4", "planned")


def test_the_roadmap_of_mtia_is_of_march_2026(known: Known) -> None:
    """Told by the company and dated by the month."""
    move = known.move("chip", "Accelerator", "2026")
    assert (move.date, move.status) == ("2026-03", "announced")


def test_the_roadmap_says_how_many_generations(known: Known) -> None:
    """Four new generations of the company's accelerator chips."""
    move = known.move("chip", "Accelerator", "2026")
    assert any("four new generations" in text for text in (*move.quantities, move.sources[0].quote or ""))


def test_the_deals_with_nvidia_and_amd_are_two_moves(known: Known) -> None:
    """Told in one sentence, of one month; the gigawatts are those of AMD alone."""
    nvidia, amd = (known.move("partnership", name, "2026-02") for name in ("nvidia", "amd"))
    assert nvidia.id != amd.id
    assert (nvidia.date, amd.date) == ("2026-02", "2026-02")
    assert (nvidia.quantities, amd.quantities) == ((), ("up to 6 gigawatts",))
    assert ("AMD" in nvidia.actors, "Nvidia" in amd.actors) == (False, False)


def test_the_guidance_for_2026_is_a_range(known: Known) -> None:
    """$115–135 billion, for the year and not on a day of it."""
    move = known.move("investment", "2026 capex")
    assert (move.date, move.date_precision, move.quantities) == ("2026", "year", ("$115-135 billion",))


def test_a_billion_downloads_were_passed_in_march_2025(known: Known) -> None:
    """A counter, told with a lower bound."""
    move = known.move("milestone", "llama", "2025-03")
    assert move.quantities == ("at least 1 billion downloads",)


def test_twenty_of_the_labelled_moves_are_found(
    known: Known, labelled: list[dict[str, Any]], scorer: ModuleType
) -> None:
    """Type, object, and date at its precision."""
    levels = []
    for post in labelled:
        told = list(_told(known, post["text"]))
        matched, _, inexact = scorer.judge(post, told)
        assert inexact == 0
        levels += [level for _, level, _ in matched]
    assert sum(level >= 2 for level in levels) >= 20
    assert sum(level >= 1 for level in levels) >= 27


def _told(known: Known, text: str) -> Iterator[dict[str, Any]]:
    """The moves that stand on a quote out of this text, as the scorer wants them."""
    for move in known.moves():
        for claim in known.why(move).claims:
            if claim.quote and claim.quote in text:
                yield {
                    "type": move.type, "object": move.object, "actors": list(move.actors), "date": claim.date,
                    "status": claim.status, "evidence": claim.quote,
                }  # fmt: skip


def test_little_is_found_that_no_reader_found(known: Known) -> None:
    """Of the 31 labelled moves eight are told twice; what is more than a few above that is noise."""
    assert 20 <= len(known.moves()) <= 28


def test_every_claim_quotes_its_document_letter_by_letter(known: Known, documents: list[Path]) -> None:
    """The words, and the place where they stand."""
    texts = [path.read_text("utf-8") for path in documents]
    claims = known.claims()
    assert len(claims) >= 25
    assert [claim.quote for claim in claims if not any(claim.quote and claim.quote in text for text in texts)] == []
    for recorded in known.log.read(types=("ClaimsExtracted",)):
        event: Any = recorded.event
        (first,) = known.log.read(stream=recorded.stream, types=("PostObserved",))
        seen: Any = first.event
        for claim in event.claims:
            whole = seen.title if claim.where == "title" else seen.text
            assert whole[claim.start : claim.end] == claim.quote


def test_why_shows_every_quote(known: Known) -> None:
    """The page of a move has the words of each of its claims, and where they stand."""
    for move in known.moves():
        found = known.why(move)
        page = "".join(write(found, Context(now=NOW)))
        assert found.claims
        for claim in found.claims:
            assert f"“{claim.quote}”" in page
            assert f"at {claim.start}:{claim.end}" in page


def test_nothing_relative_is_resolved(known: Known) -> None:
    """No document says when it was published: a date stands in the words, or in those before them, or there is none."""
    claims = known.claims()
    assert {claim.anchor for claim in claims} <= {"absolute", "previous", "heading", "none"}
    assert all(claim.date is None for claim in claims if claim.anchor == "none")


def test_a_thursday_of_an_undated_document_stays_unresolved(documents: list[Path]) -> None:
    """The last document tells its news "on Thursday" and no date at all: none of its claims has one."""
    with known_from(documents[4]) as alone:
        assert {claim.date for claim in alone.claims()} == {None}


def test_no_move_is_on_a_day_that_no_document_names(known: Known) -> None:
    """Days are those of two sentences; all else is as coarse as it was told."""
    days = {move.date for move in known.moves() if move.date_precision == "day"}
    assert days == {"2023-02-24", "2023-03-03"}
