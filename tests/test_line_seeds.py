"""The five documents that the project was created from, through the whole line: real input without publish dates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli_place import Place

pytestmark = pytest.mark.corpus

#: what must be found: words of the object or its quantities, type, date
MOVES = [
    ("llama", "release", "2023-02-24"),
    ("llama", "incident", "2023-03-03"),
    ("405b", "release", "2024-07"),
    ("llama 4", "release", "2025-04"),
    ("1 billion downloads", "milestone", "2025-03"),
    ("nvidia", "partnership", "2026-02"),
    ("amd", "partnership", "2026-02"),
    ("$115-135 billion", "investment", "2026"),
]


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[Path]:
    """The documents."""
    return sorted((shared / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def place(seeds: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Place:
    """All of them taken in, without a starting chronology."""
    here = Place.made(tmp_path_factory.mktemp("seeds"))
    here.ok("ingest", *map(str, seeds))
    return here


def words(move: dict[str, Any]) -> str:
    """All that names a move."""
    quotes = [source["quote"] for source in move["sources"]]
    return " ".join([move["object"], *move["actors"], *move["quantities"], *quotes]).casefold()


@pytest.mark.parametrize(("name", "kind", "date"), MOVES)
def test_what_the_documents_say_is_found(place: Place, name: str, kind: str, date: str) -> None:
    """Each at the precision that the documents give."""
    assert [move for move in place.moves("--type", kind) if name in words(move) and move["date"] == date]


def test_at_least_twenty_moves_are_found(place: Place) -> None:
    """Of about thirty that a careful reader finds."""
    assert 20 <= len(place.moves()) <= 40


def test_behemoth_was_not_released(place: Place) -> None:
    """It is a move of its own, and not shipped."""
    statuses = {m["status"] for m in place.moves("--type", "release") if "behemoth" in m["object"].casefold()}
    assert statuses
    assert "shipped" not in statuses


def test_the_gigawatts_stand_with_amd_alone(place: Place) -> None:
    """Two deals of one month are two moves."""
    deals = place.moves("--type", "partnership", "--in", "2026-02")
    assert [any("6 gigawatts" in q for q in m["quantities"]) for m in deals if "AMD" in m["actors"]] == [True]
    assert not any("gigawatts" in q for m in deals if "AMD" not in m["actors"] for q in m["quantities"])


def test_every_quote_stands_in_its_document(place: Place, seeds: list[Path]) -> None:
    """Letter by letter, at the place that was recorded."""
    texts = [path.read_text(encoding="utf-8") for path in seeds]
    quotes = [source["quote"] for move in place.moves() for source in move["sources"]]
    assert len(quotes) >= 20
    assert all(any(quote in text for text in texts) for quote in quotes)
    for event in place.ok("log", "--type", "ClaimsExtracted").records:
        (post,) = place.ok("log", "--stream", event["stream"], "--type", "PostObserved").records
        for claim in event["data"]["claims"]:
            whole = post["data"]["title" if claim.get("where") == "title" else "text"]
            assert whole[claim.get("start", 0) : claim["end"]] == claim["quote"]


def test_nothing_relative_is_resolved(place: Place) -> None:
    """No document says when it was published: every date was written out, by itself or in what stands before it."""
    claims = [c for e in place.ok("log", "--type", "ClaimsExtracted").records for c in e["data"]["claims"]]
    assert all(claim.get("anchor", "none") != "published" for claim in claims)


def test_the_documents_again_add_nothing(place: Place, seeds: list[Path]) -> None:
    """Their identity is their text."""
    before = place.ok("log").out
    place.ok("ingest", *map(str, reversed(seeds)))
    assert place.ok("log").out == before


def test_the_order_of_the_documents_does_not_matter(place: Place, seeds: list[Path], tmp_path: Path) -> None:
    """The same moves, dates, grades and disputes."""
    other = Place.made(tmp_path / "other")
    for path in reversed(seeds):
        other.ok("ingest", str(path))
    assert _content(other) == _content(place)


def _content(place: Place) -> list[str]:
    keys = ("type", "object", "date", "status", "grade", "lineages", "quantities", "disputed")
    return sorted(json.dumps([move[key] for key in keys]) for move in place.moves())
