"""What leaks, fails, is abused, seen by strangers or denied: one event, many ways to tell it."""

from __future__ import annotations

import pytest

from tests.told_claims import read


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The weights of Llama were leaked on a forum on Monday.", "incident shipped"),
        ("Llama's weights have surfaced on a file-sharing site.", "incident shipped"),
        ("The code of Meta's AI assistant was stolen in May.", "incident shipped"),
        ("A security researcher found a hole in the Meta AI app.", "incident shipped"),
        ("A flaw in the Meta AI app let strangers read private chats.", "incident shipped"),
        ("A bug in the Meta AI app exposed users' prompts.", "incident shipped"),
        ("Private chats with Meta AI showed up in search results.", "incident shipped"),
        ("Users' private conversations with Meta AI were made public by mistake.", "incident shipped"),
        ("Users of the Meta AI app unknowingly published private chats.", "incident shipped"),
        ("Hackers broke into accounts through Meta's AI assistant.", "incident shipped"),
        ("Attackers tricked Meta's AI support assistant into handing over accounts.", "incident shipped"),
        ("Hackers exploited a flaw in Meta's AI assistant to take over accounts.", "incident shipped"),
        ("Meta's AI chatbot was tricked into giving away its system prompt.", "incident shipped"),
        ("The Meta AI assistant suffered an outage on Monday.", "incident shipped"),
        ("Meta AI went down for two hours on Monday.", "incident shipped"),
        ("Meta AI stopped working for thousands of users on Monday.", "incident shipped"),
        ("An outage knocked out Meta AI on Monday.", "incident shipped"),
        ("Meta's live demo of its AI glasses went wrong on stage.", "incident shipped"),
        ("The AI glasses failed twice during Zuckerberg's demonstration.", "incident shipped"),
        ("A demonstration of the AI glasses ended in failure on Wednesday.", "incident shipped"),
        ("Two demos of the AI glasses flopped on stage on Wednesday.", "incident shipped"),
        ("The AI assistant stumbled in its first demonstration.", "incident shipped"),
        ("Meta took down the demo of its science model after three days.", "incident cancelled"),
        ("The demo was withdrawn three days later by Meta's AI team.", "incident cancelled"),
        ("Meta's chatbots held romantic conversations with minors, an internal document shows.", "incident shipped"),
        (
            "An internal document seen by Reuters shows that Meta's chatbots were allowed to flirt with children.",
            "incident shipped",
        ),
        ("Meta's AI chatbots gave teenagers advice on self-harm, a study found.", "incident shipped"),
        ("Meta AI produced false reports about a shooting on Monday.", "incident shipped"),
        ("Meta's chatbots impersonated celebrities without permission.", "incident shipped"),
        ("Contractors read private chats of users with Meta AI.", "incident shipped"),
        ("Footage from Meta's AI glasses was seen by contractors in Kenya.", "incident shipped"),
        ("An AI agent of Meta deleted an employee's mails.", "incident shipped"),
        ("A rogue AI agent exposed internal data at Meta on Monday.", "incident shipped"),
        ("Meta tuned a special Llama for a benchmark, researchers found.", "incident shipped"),
        ("Researchers accused Meta of rigging benchmarks with Llama.", "incident shipped"),
        ("Meta denied having trained Llama on test sets.", "incident denied"),
        ("Meta rejected claims that Llama was trained on test sets.", "incident denied"),
        ("Reports that Llama was trained on test sets are false, Meta said.", "incident denied"),
        ("Thousands of users signed a petition against Meta's AI training.", "incident shipped"),
        ("Meta employees protested against AI tracking on Monday.", "incident shipped"),
        ("Meta apologised for its AI chatbot's answers.", "incident shipped"),
        ("Meta admitted that its AI chatbot had given wrong answers.", "incident shipped"),
        ("Meta acknowledged a mistake in its AI translation on Monday.", "incident shipped"),
        ("Facebook's AI labelled a video of Black men as primates.", "incident shipped"),
    ],
)
def test_it_is_read(words: str, told: str) -> None:
    """The kind, and how far it has come."""
    assert told in shown(words)


@pytest.mark.parametrize(
    "words",
    [
        "Meta's AI finds bugs in code.",
        "Llama makes mistakes, as all models do.",
        "Meta's AI fixes security flaws before hackers find them.",
        "ChatGPT went down on Monday, and users turned to Meta AI.",
        "A flaw in Google's AI assistant exposed calendar data.",
        "Meta patched Messenger in May.",
        "Facebook was down for six hours in October 2021.",
        "Users fear that Meta AI could expose their chats.",
        "Private chats are safe with Meta AI, the company said.",
        "The model fails to beat rivals on most benchmarks.",
        "Meta uses AI to stop scams and hackers.",
        "Llama hallucinates less than its predecessor.",
        "Hackers use Llama to write phishing mails.",
        "A data breach at Orca exposed its customers.",
        "Meta published a guide on how to keep AI chats private.",
        "Meta's red team found no serious flaw in the AI model before release.",
        "Meta AI stops answering when a user asks for medical advice.",
    ],
)
def test_what_is_like_it_is_not(words: str) -> None:
    """Capabilities, fears, other companies, habits: nothing has happened."""
    assert not shown(words)


def shown(words: str) -> list[str]:
    """What is read of this kind, on the tenth of March 2026."""
    claims = read(words, title="Meta and its AI plans", published="2026-03-10")
    return [f"{claim.type} {claim.status}" for claim in claims if claim.type == "incident"]
