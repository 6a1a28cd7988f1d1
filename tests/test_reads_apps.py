"""What comes into apps and devices, changes there or leaves them: however it is put."""

from __future__ import annotations

import pytest

from tests.told_claims import read


@pytest.mark.parametrize(
    ("words", "status", "date"),
    [
        ("Meta AI can now be used in Brazil.", "shipped", "2025-11-12"),
        ("Meta AI has arrived in Australia.", "shipped", "2025-11-12"),
        ("Users in Spain can talk to Meta AI since Monday.", "shipped", "2025-11-10"),
        ("Meta has begun to roll out its AI assistant in Europe.", "shipped", "2025-11-12"),
        ("Meta started testing AI-written comments on Instagram.", "shipped", "2025-11-12"),
        ("WhatsApp gets an AI assistant.", "shipped", "2025-11-12"),
        ("The assistant is now also found in Messenger.", "shipped", "2025-11-12"),
        ("Meta has built its assistant into WhatsApp.", "shipped", "2025-11-12"),
        ("Meta AI was added to WhatsApp in April 2024.", "shipped", "2024-04"),
        ("The Ray-Ban glasses now have live translation by AI, Meta said.", "shipped", "2025-11-12"),
        ("Facebook opened its AI translation tool to all users on Wednesday.", "shipped", "2025-11-12"),
        ("Meta gave its assistant a memory on Monday.", "shipped", "2025-11-10"),
        ("Creators on Instagram can now make AI versions of themselves.", "shipped", "2025-11-12"),
        ("Meta lets advertisers make pictures with generative AI since May.", "shipped", "2025-11-12"),
        ("Meta launched an app for its AI assistant on April 29, 2025.", "shipped", "2025-04-29"),
        ("A standalone Meta AI app came out in April 2025.", "shipped", "2025-04"),
        (
            "A new AI studio for creators is open to users in the United States, Meta announced.",
            "shipped",
            "2025-11-12",
        ),
        ("An AI tool that writes ad texts was rolled out by Meta on Monday.", "shipped", "2025-11-10"),
        ("Meta replaced the search bar in WhatsApp by its AI assistant.", "shipped", "2025-11-12"),
        ("Meta added a voice mode to its AI assistant.", "shipped", "2025-11-12"),
        ("Meta is preparing a paid version of its assistant.", "planned", "2025-11-12"),
        ("Meta AI will come to South Korea next month.", "planned", "2025-11-12"),
        ("Meta will add AI characters to Messenger.", "planned", "2025-11-12"),
        ("An AI button is to appear in WhatsApp.", "planned", "2025-11-12"),
        ("Meta wants to let users build their own chatbots.", "planned", "2025-11-12"),
        ("Meta is reportedly developing an AI agent that shops for users.", "rumoured", "2025-11-12"),
        ("Meta is working on an AI pendant, according to people familiar with the matter.", "rumoured", "2025-11-12"),
        ("Meta shut down its celebrity chatbots.", "cancelled", "2025-11-12"),
        ("Facebook is closing down M, its assistant.", "cancelled", "2025-11-12"),
        ("Meta ended its AI personas in July 2024.", "cancelled", "2024-07"),
        ("Meta is doing away with the AI search box in Messenger.", "cancelled", "2025-11-12"),
        ("Facebook has pulled the plug on its assistant M.", "cancelled", "2025-11-12"),
        ("Meta paused teenagers' access to AI characters.", "delayed", "2025-11-12"),
        ("Meta suspended its generative AI tools in Brazil.", "delayed", "2025-11-12"),
    ],
)
def test_apps_are_read(words: str, status: str, date: str) -> None:
    """One move of the kind, how far it has come, and when."""
    (claim,) = read(words, title="What Meta does with AI", published="2025-11-12")
    assert (claim.type, claim.status, claim.date) == ("product", status, date)
