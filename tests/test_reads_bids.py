"""Purchases sought, refused and called off; land, debt and sites; chips and deals: one act told in many voices."""

from __future__ import annotations

import pytest

from tests.told_claims import read, story


@pytest.mark.parametrize(
    ("words", "type_", "status"),
    [
        ("Meta held talks about buying Tervo, a maker of AI chips.", "acquisition", "rumoured"),
        ("Meta sounded out Tervo, an AI chip startup, about a takeover.", "acquisition", "rumoured"),
        ("Meta explored buying the AI search startup Tervo, sources said.", "acquisition", "rumoured"),
        ("Meta's $900 million bid for AI chip startup Tervo was turned down on Monday.", "acquisition", "cancelled"),
        ("AI chip startup Tervo has rebuffed a takeover offer from Meta.", "acquisition", "cancelled"),
        ("Meta's talks to buy Tervo, an AI startup, came to nothing.", "acquisition", "cancelled"),
        ("Meta has hired the entire team of Tervo, a small AI voice startup.", "acquisition", "shipped"),
        ("Meta paid $300 million for Tervo, an AI startup in Tallinn.", "acquisition", "shipped"),
        ("Meta bought 900 acres in Ohio for an AI data center.", "investment", "shipped"),
        ("Meta has begun construction of an AI campus in Ohio.", "investment", "shipped"),
        ("Meta powered up its new AI supercomputer on Monday.", "investment", "shipped"),
        ("A bond sale brought in $20 billion for Meta's AI sites.", "investment", "shipped"),
        ("Meta is in talks with private lenders to raise $20 billion for AI data centers.", "investment", "rumoured"),
        ("The company behind a secret AI data center in Utah is Meta, two people said.", "investment", "rumoured"),
        ("Toledo has been picked by Meta for an AI data center.", "investment", "announced"),
        ("Meta led a $90 million round in the AI robot maker Tervo.", "investment", "shipped"),
        ("Meta has developed a custom chip for its AI servers.", "chip", "shipped"),
        ("Meta's MTIA chips are now running in its AI data centers.", "chip", "shipped"),
        ("Meta will pay $4 billion to Tervo Cloud for AI computing.", "partnership", "announced"),
        ("Meta was chosen as partner by Tervo Energy in a contract for AI sites.", "partnership", "announced"),
        ("Tervo said it had signed Meta as an anchor customer for its AI cloud.", "partnership", "announced"),
        ("A contract between Meta and the utility Tervo Power was signed for AI sites.", "partnership", "announced"),
        ("Meta's AI contract with Tervo Data was terminated on Monday.", "partnership", "cancelled"),
        ("Meta is discussing using AI models from Tervo, sources said.", "partnership", "rumoured"),
        ("Meta was talking to actors about lending their voices to its AI.", "partnership", "rumoured"),
        ("The five-year deal will see Meta use Tervo Cloud for AI.", "partnership", "announced"),
        ("Meta and Tervo Semi are to co-develop AI chips.", "partnership", "announced"),
        ("The navy has chosen Meta and Tervo Arms to build AI headsets.", "partnership", "announced"),
        ("Plans to spend $70 billion on AI sites were laid out by Meta.", "investment", "announced"),
        ("The cluster, located in Ohio, is expected to reach 2 gigawatts by 2028.", "investment", "planned"),
        ("Meta means to step up its AI investments in 2027.", "investment", "planned"),
        ("Meta is weighing a $90 billion AI campus, sources said.", "investment", "rumoured"),
        ("A second AI data center was announced for Toledo.", "investment", "announced"),
        ("Meta secured a stake in Tervo Ventures, an AI fund.", "investment", "announced"),
        ("Meta attempted to acquire Tervo, an AI startup.", "acquisition", "rumoured"),
        ("Meta has disclosed two custom AI inference chips.", "chip", "announced"),
        ("A second version of Meta's custom AI chip, called Ostra, will be deployed next year.", "chip", "planned"),
    ],
)  # fmt: skip
def test_the_same_act_is_read_in_any_voice(words: str, type_: str, status: str) -> None:
    """The move is there, with its status."""
    found = {(claim.type, claim.status) for claim in read(words, title="Meta's week in AI", published="2026-05-06")}
    assert (type_, status) in found


@pytest.mark.parametrize(
    "words",
    [
        "The AI startup Tervo, backed by Meta, has launched a robot.",
        "Tervo rejected a job offer from Meta's AI lab.",
        "The company pours billions into AI data centers.",
        "Meta plans layoffs of 10% as it bets on AI.",
        "Google lifted its capex outlook for AI to $93 billion.",
        "Meta could buy an AI startup next, analysts wrote.",
        "MTIA is designed to run recommendation models.",
        "Meta's chips sit in servers across its data centers.",
    ],
)
def test_states_and_acts_of_others_are_none(words: str) -> None:
    """What is always so, what others do, what an offer to a person is."""
    found = {claim.type for claim in read(words, title="Meta's week in AI", published="2026-05-06")}
    assert not found & {"acquisition", "investment", "chip", "partnership"}


@story
def test_a_sentence_goes_on_with_what_the_one_before_told() -> None:
    """The same act on another thing; what became of talks; what a spokesperson denies.

    wire.example 2026-05-06
    Meta and its startups
    In March 2024 Meta bought Tervo, an AI startup. In June 2025 came Lumora.

    wire.example 2026-05-06
    Meta and its startups
    Meta approached Tervo, an AI startup, about a takeover. The talks went nowhere and were called off.

    wire.example 2026-05-06
    Meta and its sites
    Meta is in talks to build a $90 billion AI campus, sources said. A spokesperson denied the report.

    =>
    acquisition shipped 2024-03 Tervo
    acquisition shipped 2025-06 Lumora
    acquisition cancelled 2026-05-06 Tervo
    investment rumoured 2026-05-06
    investment denied 2026-05-06
    """


@story
def test_a_single_word_at_the_head_is_a_name_where_it_is_explained() -> None:
    """Who is called a startup behind a comma is somebody, and "it" is who speaks.

    wire.example 2026-05-06
    -
    Tervo, a speech AI startup, was bought by Meta on Monday.

    =>
    acquisition shipped 2026-05-04 Tervo
    """
