"""What those who rule do about the subject, and what rules it makes itself: read however the news puts it."""

from __future__ import annotations

import pytest

from tests.told_claims import read

TITLE = "Meta and its AI plans"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "The Dutch data authority on Thursday ordered the company to stop feeding public posts to its models.",
            "policy shipped 2026-03-05",
        ),
        (
            "A court in Munich threw out a request for an injunction against the training of Meta's models on Friday.",
            "policy shipped 2026-03-06",
        ),
        (
            "Norway's consumer watchdog opened proceedings against Meta over its chatbot last week.",
            "policy shipped 2026-03",
        ),
        (
            "Meta has been forbidden to train its AI on the photos of Danish users, the regulator said on Monday.",
            "policy shipped 2026-03-09",
        ),
        ("The probe was launched in January and was widened to the assistant in February.", "policy shipped 2026-01"),
        ("Regulators in Seoul cleared the purchase of the AI startup by Meta on Tuesday.", "policy shipped 2026-03-10"),
        (
            "Spain's competition authority has begun an inquiry into how Meta put its AI assistant into WhatsApp.",
            "policy shipped 2026-03-10",
        ),
        (
            "Meta was fined 20 million euros over its AI training practices by Turkey's privacy regulator.",
            "policy shipped 2026-03-10",
        ),
        (
            "The Texas Public Utility Commission approved the grid connection for Meta's data center on Wednesday.",
            "policy shipped 2026-03-04",
        ),
        ("Planners in Ohio gave the go-ahead for Meta's AI data center on Monday.", "policy shipped 2026-03-09"),
        (
            "Meta must pause the roll-out of its assistant in Europe, the Irish regulator decided on Friday.",
            "policy shipped 2026-03-06",
        ),
        ("Authors filed a class action against Meta over the books used to train Llama.", "policy shipped 2026-03-10"),
        ("A group of French publishers is suing Meta over AI training.", "policy shipped 2026-03-10"),
        ("Meta won dismissal of a copyright suit over Llama on Thursday.", "policy shipped 2026-03-05"),
        (
            "A federal judge sided with Meta in the case brought by novelists over AI training.",
            "policy shipped 2026-03-10",
        ),
        (
            "Fourteen senators wrote to Mark Zuckerberg on Monday demanding answers about AI chatbots.",
            "policy shipped 2026-03-09",
        ),
        ("Meta has appealed against the ban on AI training in Brazil.", "policy shipped 2026-03-10"),
        ("An appeals court upheld the injunction against Meta's AI training yesterday.", "policy shipped 2026-03-09"),
        ("The complaint was filed in February by a group of novelists.", "policy shipped 2026-02"),
        ("Meta agreed to limit AI chatbots for teens.", "policy announced 2026-03-10"),
        (
            "Meta will no longer allow teens to chat with AI characters, the company said on Friday.",
            "policy announced 2026-03-06",
        ),
        ("Meta's licence forbids commercial use of the model.", "policy shipped 2026-03-10"),
        ("The licence rules out any military use.", "policy shipped 2026-03-10"),
        (
            "Under the licence, firms with more than 700 million users need permission from Meta.",
            "policy shipped 2026-03-10",
        ),
        ("Meta told its engineers on Monday to stop using rivals' coding assistants.", "policy shipped 2026-03-09"),
        ("Meta now requires advertisers to disclose AI-generated images.", "policy shipped 2026-03-10"),
        ("Meta banned political advertisers from using its generative AI tools in November.", "policy shipped 2025-11"),
        ("From 27 May, Meta will use public posts of adults in Europe to train its AI.", "policy announced 2026-03-10"),
        ("Meta is asking users in Europe for access to their camera roll for AI.", "policy shipped 2026-03-10"),
        ("Meta declined to sign the EU's code of practice for AI on Friday.", "policy announced 2026-03-06"),
        ("Meta will label AI-generated images on Facebook and Instagram.", "policy announced 2026-03-10"),
        ("Meta has backed away from opening its strongest models.", "policy announced 2026-03-10"),
        (
            "Meta's use of WhatsApp data for AI was banned by Hamburg's data protection commissioner.",
            "policy shipped 2026-03-10",
        ),
        (
            "Italy's privacy regulator has asked Meta for information about its AI training, it said on Tuesday.",
            "policy shipped 2026-03-10",
        ),
        (
            "The European Commission sent Meta a statement of objections over AI on WhatsApp on Monday.",
            "policy shipped 2026-03-09",
        ),
        (
            "Brussels opened a formal antitrust investigation into Meta's AI policy for WhatsApp in December.",
            "policy shipped 2025-12",
        ),
        ("The investigation into the assistant dates from July.", "policy shipped 2025-07"),
        (
            "Meta has agreed to pay $10 million to settle a lawsuit over AI training on books.",
            "policy announced 2026-03-10",
        ),
        ("Noyb sent Meta a cease-and-desist letter over AI training.", "policy shipped 2026-03-10"),
        (
            "A coalition of 44 attorneys general warned Meta over its AI chatbots in a letter in August.",
            "policy shipped 2025-08",
        ),
        ("The Senate subcommittee held a hearing on Meta's AI chatbots on Tuesday.", "policy shipped 2026-03-10"),
    ],
)
def test_it_is_read(words: str, told: str) -> None:
    """Kind, status and date, however it is put; and nothing else is read."""
    assert shown(words) == [told]


@pytest.mark.parametrize(
    ("title", "words", "told"),
    [
        (
            "China blocks Meta's purchase of an AI startup",
            "Beijing has put a stop to the deal.",
            "policy shipped 2026-03-10",
        ),
        (
            "India bars Meta from AI training on private messages",
            "The order came on Monday.",
            "policy shipped 2026-03-09",
        ),
    ],
)
def test_a_headline_is_read(title: str, words: str, told: str) -> None:
    """In the tense of headlines, with a bare line below; and nothing else is read."""
    assert shown(words, title) == [told]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (
            "Meta and its AI plans",
            "The Dutch data authority on Thursday ordered Clearview to stop feeding faces to its models.",
        ),
        ("Regulators and AI", "A court in Munich threw out a request for an injunction against OpenAI on Friday."),
        ("Meta and its AI plans", "If the regulator bans AI training, Meta would lose much of its data."),
        ("Meta and its AI plans", "Critics want the watchdog to fine Meta over AI."),
        ("Meta fined over marketplace ads", "Meta was fined 800 million euros over its classified ads service."),
        ("Meta and its AI plans", "Lawyers explain what the licence of Llama means for your startup."),
        ("How to fine-tune Llama", "The licence allows commercial use, so you can use the model in your app."),
        ("Meta and its AI plans", "The court has a long backlog of cases on AI."),
        ("Meta and its AI plans", "Anthropic settled a lawsuit with authors over books used in training."),
        ("Meta and its AI plans", "The Commission could fine firms that break the AI Act up to 7 percent of turnover."),
        ("Meta and its AI plans", "Analysts expect that regulators will look at the deal."),
        ("Meta and its AI plans", "OpenAI was sued by the New York Times over training data."),
    ],
)
def test_what_is_like_it_is_not(title: str, words: str) -> None:
    """Other companies, wishes, forecasts, states: none of this kind is read."""
    assert not shown(words, title)


def shown(words: str, title: str = TITLE) -> list[str]:
    """What is read, on the tenth of March 2026."""
    claims = read(words, title=title, published="2026-03-10")
    return [f"{c.type} {c.status} {c.date}" for c in claims]


def test_a_data_center_of_the_subjects_is_its_own() -> None:
    """In capitals as well, where "Meta data" would be what describes other data."""
    title = "Regulators Approve Gas Plants for Meta Data Center"
    assert shown("The plants will power AI.", title) == ["policy shipped 2026-03-10"]
