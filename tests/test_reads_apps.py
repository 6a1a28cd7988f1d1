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
        ("From today Meta AI speaks Hindi.", "shipped", "2025-11-12"),
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
        ("Meta AI's image feature was withdrawn in Brazil.", "cancelled", "2025-11-12"),
        ("Meta is doing away with the AI search box in Messenger.", "cancelled", "2025-11-12"),
        ("Facebook has pulled the plug on its assistant M.", "cancelled", "2025-11-12"),
        ("Meta paused teenagers' access to AI characters.", "delayed", "2025-11-12"),
        ("Meta suspended its generative AI tools in Brazil.", "delayed", "2025-11-12"),
        ("Since Tuesday the assistant also answers in French.", "shipped", "2025-11-11"),
        ("Meta brings its AI assistant to Latin America.", "shipped", "2025-11-12"),
        ("The assistant is available in Hindi as of today.", "shipped", "2025-11-12"),
        ("A search engine based on AI is being tested in Messenger.", "shipped", "2025-11-12"),
        ("WhatsApp has received a chatbot by Meta.", "shipped", "2025-11-12"),
        ("WhatsApp now summarises unread messages with AI.", "shipped", "2025-11-12"),
        ("Advertisers got a chatbot from Meta that helps with campaigns.", "shipped", "2025-11-12"),
        ("Meta expanded its AI translations of reels to Hindi.", "shipped", "2025-11-12"),
        ("The Meta AI app now shows a feed of other people's prompts.", "shipped", "2025-11-12"),
        ("Meta has integrated its Llama 3 model into WhatsApp.", "shipped", "2025-11-12"),
        ("Meta AI runs on Llama 3 since April 2024.", "shipped", "2024-04"),
        ("Facebook switched on AI dating help on Monday.", "shipped", "2025-11-10"),
        ("A tool that turns text into video was added to the Meta AI app.", "shipped", "2025-11-12"),
        ("Meta is rolling out AI summaries of comments on Facebook.", "shipped", "2025-11-12"),
        ("The Llama API was opened to a few developers on Tuesday.", "shipped", "2025-11-11"),
        (
            "Businesses in Brazil can have customers' questions answered by an AI from Meta as of Monday.",
            "shipped",
            "2025-11-12",
        ),
        ("Meta said it would bring the assistant to the EU later this year.", "planned", "2025-11-12"),
        ("Next month, the assistant will also be able to book tables.", "planned", "2025-11-12"),
        ("Zuckerberg wants to give every small business an AI agent.", "planned", "2025-11-12"),
        ("Ads will appear in the Meta AI app next year, Zuckerberg said.", "planned", "2025-11-12"),
        (
            "Meta is developing an AI assistant for children, the Financial Times reported, citing insiders.",
            "rumoured",
            "2025-11-12",
        ),
        ("Meta has pulled its AI stickers.", "cancelled", "2025-11-12"),
        ("Facebook's assistant M will be shut down on January 19.", "cancelled", "2025-11-12"),
        ("The launch of Meta AI in Europe has been put on hold.", "delayed", "2025-11-12"),
        ("For the time being Meta AI will not start in Europe.", "delayed", "2025-11-12"),
    ],
)
def test_apps_are_read(words: str, status: str, date: str) -> None:
    """One move of the kind, how far it has come, and when."""
    (claim,) = read(words, title="What Meta does with AI", published="2025-11-12")
    assert (claim.type, claim.status, claim.date) == ("product", status, date)
