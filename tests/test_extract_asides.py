"""What a post says beside its moves, and how a sum or a leaving is told: by the words that carry it."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.extract.read import with_asides
from ingest.model import Post
from store.events import Claim
from tests.told import lexicon
from tests.told_claims import read, story


def asides(text: str) -> list[Claim]:
    """Those of a text, whose quotes are checked to be its words."""
    post = Post("p", "Models of Meta", text, None, "wire.example", "2025-06-01")
    found = [claim for claim in with_asides(post, lexicon()) if claim.aside]
    assert all(text[claim.start : claim.end] == claim.quote for claim in found)
    return found


@pytest.mark.parametrize(
    ("words", "largest"),
    [
        ("The largest model, Llama 4 Behemoth, is still in training.", "llama-4-behemoth"),
        ("Meta says Llama 4 Maverick is its biggest model so far.", "llama-4-maverick"),
        ("The largest variant of the family, called Llama 4 Maverick, needs a host.", "llama-4-maverick"),
    ],
)
def test_which_is_the_largest_is_read(words: str, largest: str) -> None:
    """Before the name or behind it."""
    assert [(a.aside, a.attributes) for a in asides(words)] == [("largest", {"largest": largest})]


@pytest.mark.parametrize(
    ("words", "score"),
    [
        ("Llama 4 Maverick reached 1417 on the LMArena leaderboard.", "1417"),
        ("Llama 4 Maverick took second place on the LMArena leaderboard with an ELO of 1417.", "1417"),
    ],
)
def test_a_score_is_read_with_its_benchmark(words: str, score: str) -> None:
    """Of whom, on what, how much."""
    (aside,) = asides(words)
    assert (aside.aside, aside.object_id, aside.attributes["score"]) == ("score", "llama-4-maverick", score)
    assert aside.attributes["benchmark"]


@pytest.mark.parametrize(
    "words",
    [
        "Meta's chief AI scientist Yann LeCun disagreed.",
        "Yann LeCun, the chief AI scientist at Meta, disagreed.",
        "Yann LeCun, Meta's chief scientist, disagreed.",
    ],
)
def test_an_office_is_read_of_the_subjects_own_people(words: str) -> None:
    """However the sentence puts name, office and company."""
    (aside,) = asides(words)
    assert (aside.aside, aside.object_id) == ("role", "yann-lecun")
    assert "scientist" in aside.attributes["role"]


def test_who_holds_an_office_elsewhere_is_none_of_ours() -> None:
    """Another company's officers are not read."""
    assert asides("OpenAI's chief executive Sam Altman disagreed with Meta.") == []


def test_what_could_have_been_done_and_was_not_is_read() -> None:
    """With everything that the sentence lists, where the next says that it went otherwise."""
    text = "Meta could have sued the site. Filed takedowns everywhere. Instead, it chose to publish the weights."
    assert [(a.aside, a.attributes["undone"]) for a in asides(text)] == [("undone", "takedown")]


def test_what_might_have_been_done_and_perhaps_was_is_not() -> None:
    """Without a word that it went otherwise, nothing is said to be undone."""
    assert asides("Meta could have filed takedowns everywhere. It has many lawyers.") == []


def test_a_move_list_holds_no_aside() -> None:
    """``timeline extract`` prints moves."""
    post = Post("p", "Models", "Llama 4 Maverick is Meta's largest model.", None, "wire.example", "2025-06-01")
    assert [claim for claim in extract(post, lexicon()) if claim.aside] == []


@story
def test_a_sum_in_the_next_sentence_is_the_deals() -> None:
    """Where it speaks of the deal; the hedge is the sum's alone.

    wire.example 2026-02-26
    -
    Meta and AMD signed an agreement on February 24, 2026. It is reportedly worth up to $100 billion.

    =>
    partnership announced 2026-02-24 AMD | holds $100 billion | stance asserted | says worth up to $100 billion
    """
    (claim,) = read("Meta and AMD signed an agreement on February 24, 2026. It is reportedly worth up to $100 billion.")
    assert [(q.stance, q.bound) for q in claim.quantities] == [("reported", "at-most")]


@story
def test_a_sum_of_something_else_is_not() -> None:
    """A sentence that speaks of the counterpart's worth or turnover is no part of it.

    wire.example 2026-02-26
    -
    Meta and AMD signed an agreement on February 24, 2026. AMD had sales of $30 billion last year.

    =>
    partnership announced 2026-02-24 AMD | mute $30 billion
    """


@story
def test_somebody_leaves() -> None:
    """By name, by pronoun, by a noun; with the office before the name; who leaves another company for Meta joins.

    wire.example 2025-11-20
    -
    Meta's chief AI scientist Yann LeCun announced on November 19, 2025 that he is leaving the company.

    wire.example 2025-11-20
    -
    Yann LeCun is leaving Meta on Wednesday to found an AI startup.

    wire.example 2025-11-20
    -
    Yann LeCun announced his departure from Meta's AI lab on Wednesday.

    =>
    people announced 2025-11-19 Yann LeCun's departure | id yann-lecun | with Meta
    people announced 2025-11-19 Yann LeCun's departure | id yann-lecun
    people announced 2025-11-19 LeCun's departure | id yann-lecun

    wire.example 2025-11-20
    -
    Ruoming Pang left Apple to join Meta's superintelligence lab last month.

    =>
    people announced 2025-10 Ruoming Pang | with Meta

    wire.example 2025-11-20
    -
    The head of Meta's generative AI group, Ahmad Al-Dahle, has departed.

    =>
    people shipped 2025-11-20 Ahmad Al-Dahle's departure

    wire.example 2025-11-20
    -
    Ada Moreau, who leads Meta's AI research, will leave the company on May 30.

    =>
    people announced 2025-11-20 Ada Moreau's departure | takes effect 2026-05-30
    """


@story
def test_an_agreement_to_buy_is_a_purchase_and_no_partnership() -> None:
    """What is agreed is told by the verb behind.

    wire.example 2026-02-26
    -
    Meta has agreed to buy Rivos, a maker of AI chips.

    =>
    acquisition announced 2026-02-26 Rivos
    """
