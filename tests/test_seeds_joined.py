"""The five first documents on top of the starting chronology: what they tell joins what was known before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.chronicle import Names, load_chronicle, take_in_chronicle
from tests.seed_line import Known, known_from
from tests.told import lexicon

pytestmark = pytest.mark.corpus

#: words of a quote → the entry of the starting chronology that tells of the same
SAME = {
    "In April 2025, Meta released Llama 4 Scout": "llama-4",
    "went multimodal and multilingual": "llama-4",
    "When Meta released Llama 4 in April 2025": "llama-4",
    "keeping its largest model, Behemoth": "behemoth-previewed",
    "Meta guided for $115-135 billion": "capex-2026-january",
    "Facebook hired [[Yann LeCun]]": "fair-founded",
    "On February 24, 2023, Meta announced LLaMA": "llama-1",
    "February 2023: Meta releases LLaMA": "llama-1",
    "Someone uploaded LLaMA": "llama-1-leak",
    "Within a week, they leak": "llama-1-leak",
    "Meta filed takedown requests": "llama-1-takedowns",
    "LLaMA 2 would be fully open": "llama-2",
    "Microsoft announced the partnership": "llama-2-microsoft",
    "dropped with 8B and 70B": "llama-3",
    "introduced a 405B parameter model": "llama-3-1",
    "is released for free download": "llama-3-1",
    "benchmark—a version optimized": "llama-4-lmarena",
    "which Meta denied": "llama-4-test-sets-denied",
    "In February 2026, Meta announced a long-term": "nvidia-2026",
    "accelerating its custom silicon roadmap": "mtia-four-chips",
    "a multi-year agreement with AMD": "amd-6gw",
    "Llama had passed 1 billion downloads": "llama-downloads-1bn",
    "your interactions with AI": "ai-chats-for-ads",
}


@pytest.fixture(scope="module")
def known(shared: Path, root: Path) -> Iterator[Known]:
    """A new installation, then the documents."""
    words = lexicon()
    names = Names(words.actor_id, words.object_id, words.subject.id)
    with known_from() as here:
        take_in_chronicle(here.log, load_chronicle(root / "config" / "chronicle.toml", names))
        here.model.catch_up(here.log)
        for path in sorted((shared / "seeds").glob("*.txt")):
            here.take(path)
        yield here


@pytest.fixture(scope="module")
def joined(known: Known) -> dict[str, set[str]]:
    """Quote → the curated entries in whose moves it ended."""
    found: dict[str, set[str]] = {}
    for move in known.moves():
        claims = known.why(move).claims
        entries = {claim.key for claim in claims if claim.quote is None}
        for claim in claims:
            if claim.quote:
                found.setdefault(claim.quote, set()).update(entries)
    return found


def entries(joined: dict[str, set[str]], words: str) -> set[str]:
    """Where the quote with these words ended."""
    found = [keys for quote, keys in joined.items() if words in quote]
    assert found, f"nothing was read from {words!r}"
    return set().union(*found)


@pytest.mark.parametrize(("words", "entry"), SAME.items())
def test_what_is_known_already_is_corroborated(joined: dict[str, set[str]], words: str, entry: str) -> None:
    """The claim stands in the move of the entry, and in no other entry's."""
    assert {key.removeprefix("entry:") for key in entries(joined, words)} == {entry}


def test_what_nobody_told_before_is_new(known: Known) -> None:
    """The documents add few moves to a chronology that knows most of what they tell."""
    fresh = [move for move in known.moves() if all(claim.quote for claim in known.why(move).claims)]
    assert 5 <= len(fresh) <= 12, [move.title for move in fresh]


def test_a_denial_told_twice_does_not_dispute_itself(known: Known) -> None:
    """The entry and the document tell of one denial: they agree."""
    move = known.move("incident", "denies test sets")
    assert [
        dispute.text for dispute in move.disputes if dispute.rule == "polarity" and dispute.severity == "hard"
    ] == []
