"""Leaks, flaws, failures, petitions, rigged scores and their denial: read however the news puts it."""

from __future__ import annotations

import pytest

from tests.told_claims import read

TITLE = "Meta and its AI plans"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Private conversations with Meta's AI app have turned up in a public feed.", "incident shipped 2026-03-10"),
        ("The assistant's feed made intimate questions visible to strangers.", "incident shipped 2026-03-10"),
        (
            "Meta fixed a bug in its AI chatbot that let users read other people's prompts.",
            "incident shipped 2026-03-10",
        ),
        (
            "A security researcher found a flaw in Meta's chatbot that exposed other users' prompts.",
            "incident shipped 2026-03-10",
        ),
        ("The weights of Meta's newest model leaked on a forum in March.", "incident shipped 2026-03"),
        ("Meta was caught inflating the scores of its model on a leaderboard.", "incident shipped 2026-03-10"),
        ("Meta entered an experimental version of its model on the leaderboard.", "incident shipped 2026-03-10"),
        ("Meta denied on Monday that it had trained its models on test sets.", "incident denied 2026-03-09"),
        (
            "Rumours that the model was tuned for benchmarks are simply false, a Meta executive said.",
            "incident denied 2026-03-10",
        ),
        (
            "Meta's AI head dismissed the claim that the model had seen the benchmark questions.",
            "incident denied 2026-03-10",
        ),
        (
            "More than a thousand employees signed a petition against the use of their screens for AI training.",
            "incident shipped 2026-03-10",
        ),
        ("Meta AI went down for several hours on Tuesday.", "incident shipped 2026-03-10"),
        ("The demo of Meta's AI glasses failed on stage on Wednesday.", "incident shipped 2026-03-04"),
        (
            "Meta apologised on Friday after its assistant gave false answers about an election.",
            "incident shipped 2026-03-06",
        ),
        ("Meta withdrew the public demo of its science model after three days.", "incident cancelled 2026-03-10"),
        (
            "A leak of Meta's internal AI guidelines showed what chatbots may say to minors.",
            "incident shipped 2026-03-10",
        ),
        ("Hackers got into Instagram accounts with the help of Meta's AI support bot.", "incident shipped 2026-03-10"),
        ("Researchers tricked the assistant into giving away other people's data.", "incident shipped 2026-03-10"),
        ("Meta has admitted that the leaderboard version was not the public one.", "incident shipped 2026-03-10"),
    ],
)
def test_it_is_read(words: str, told: str) -> None:
    """Kind, status and date, however it is put; and nothing else is read."""
    assert shown(words) == [told]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Meta and its AI plans", "OpenAI's model weights leaked on a forum."),
        ("Meta and its AI plans", "Leaks are a danger for every AI lab."),
        ("Meta and its AI plans", "Personal data must be protected when you use AI."),
        ("Meta and its AI plans", "A petition is one way to protest against AI data centers."),
        ("Meta and its AI plans", "Meta's model hallucinates less than others."),
        ("Meta and its AI plans", "The benchmark measures how often models fail."),
        ("Meta and its AI plans", "A bug in an AI library by Google let attackers run code."),
        ("Meta and its AI plans", "Users can make their chats public with one tap."),
        ("Meta and its AI plans", "If private chats became public, trust in AI would suffer."),
    ],
)
def test_what_is_like_it_is_not(title: str, words: str) -> None:
    """Other companies, wishes, forecasts, states: none of this kind is read."""
    assert not shown(words, title)


def shown(words: str, title: str = TITLE) -> list[str]:
    """What is read, on the tenth of March 2026."""
    claims = read(words, title=title, published="2026-03-10")
    return [f"{c.type} {c.status} {c.date}" for c in claims]
