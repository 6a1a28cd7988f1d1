"""Deals, purchases and money in any voice: whoever is named first, and whatever the verb."""

from __future__ import annotations

import pytest

from tests.told_claims import read


@pytest.mark.parametrize(
    ("words", "type_", "status"),
    [
        ("The chips for Meta's new AI servers will come from AMD.", "partnership", "announced"),
        ("Nebius has won Meta as a customer for its AI cloud.", "partnership", "announced"),
        ("A contract with Nebius gives Meta five years of AI computing.", "partnership", "announced"),
        ("For six years Meta will get AI computing from Nebius.", "partnership", "announced"),
        ("The Harbour Times lets Meta use its articles for answers of its AI.", "partnership", "announced"),
        ("An alliance for open AI has been founded by Meta and IBM.", "partnership", "shipped"),
        ("The Linux Foundation takes over PyTorch from Meta.", "partnership", "announced"),
        ("Meta has paused its AI data work with Lumora after a breach.", "partnership", "delayed"),
        ("Meta is close to a cloud deal with Oracle for AI.", "partnership", "rumoured"),
        ("Kobold, a maker of AI agents, goes to Meta for $2 billion.", "acquisition", "shipped"),
        ("The owner of Facebook now also owns Kobold, an AI startup.", "acquisition", "shipped"),
        ("The purchase of the AI startup PlayAI is complete, Meta said.", "acquisition", "shipped"),
        ("AI startup Kobold has agreed to be bought by Meta.", "acquisition", "announced"),
        ("Kobold turned down an $800 million takeover offer from Meta for its AI chips.", "acquisition", "cancelled"),
        ("$65 billion will flow into Meta's AI infrastructure this year.", "investment", "announced"),
        ("For 49% of Scale AI Meta paid $14.3 billion.", "investment", "shipped"),
        ("Scale AI has sold 49% of itself to Meta.", "investment", "shipped"),
        ("Ground was broken for an AI data center of Meta.", "investment", "shipped"),
        ("Meta paused construction of an AI data center in Iowa.", "investment", "delayed"),
        ("Meta's next AI chip will come a year later than planned.", "chip", "delayed"),
        ("Production of Meta's first AI training chip begins in September.", "chip", "planned"),
        ("Work on Meta's most ambitious AI chip has been stopped.", "chip", "cancelled"),
    ],
)
def test_the_same_act_is_read_in_any_voice(words: str, type_: str, status: str) -> None:
    """The one move that is told, with its status and the day on which it was published."""
    (claim,) = read(words, title="News", published="2026-05-06")
    assert (claim.type, claim.status, claim.date) == (type_, status, "2026-05-06")


@pytest.mark.parametrize(
    "words",
    [
        "Kobold gets $50 million for its AI from investors; Meta is not among them.",
        "Meta gets 40% of its traffic from AI recommendations.",
        "AMD's chips run in data centers of Meta and Microsoft.",
        "Meta owns Instagram and WhatsApp, where its AI runs.",
        "AI spending by Microsoft, Google, Amazon and Meta will exceed $400 billion this year.",
        "Former Meta engineers raised $40 million for an AI chip startup.",
        "Dell will supply AI servers to xAI, Meta's rival.",
        "Meta has 600,000 GPUs in its fleet, more than most rivals.",
        "Meta reported capital expenditures of $19 billion in the third quarter.",
        "Big firms including Meta will spend $400 billion on AI this year.",
        "Meta builds its own AI chips.",
    ],
)
def test_states_and_acts_of_others_are_none(words: str) -> None:
    """What is always so, and what others do, is no move."""
    assert read(words, title="News", published="2026-05-06") == []
