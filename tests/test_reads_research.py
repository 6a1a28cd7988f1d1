"""What is shown or published, and not given out to be used: however it is put."""

from __future__ import annotations

import pytest

from tests.told_claims import read


@pytest.mark.parametrize(
    ("words", "status", "date"),
    [
        ("Meta showed an AI that turns thoughts into text.", "announced", "2025-11-12"),
        ("Researchers at Meta have developed a system that reads emotions from voices.", "announced", "2025-11-12"),
        ("Meta's AI lab has built a robot hand that feels.", "announced", "2025-11-12"),
        ("FAIR scientists have taught a machine to play Go.", "announced", "2025-11-12"),
        ("Meta has created an artificial intelligence that can negotiate.", "announced", "2025-11-12"),
        ("Facebook on Monday presented Osprey, an AI that plays chess.", "announced", "2025-11-10"),
        ("Meta demonstrated a bot called Osprey that bluffs at cards.", "announced", "2025-11-12"),
        ("Meta published a paper on how language models reason.", "shipped", "2025-11-12"),
        (
            "In a paper published on Thursday, Meta's researchers describe a new way of training.",
            "shipped",
            "2025-11-06",
        ),
        ("The study by Meta's researchers appeared in Nature in June 2024.", "shipped", "2024-06"),
        ("Meta has put together a dataset of 10,000 hours of speech and published it.", "shipped", "2025-11-12"),
        ("Facebook released a benchmark for question answering.", "shipped", "2025-11-12"),
        ("Meta gave a first look at Osprey, a video model.", "announced", "2025-11-12"),
        ("An AI from Meta wins at Stratego, the company announced.", "announced", "2025-11-12"),
        ("A dataset for training robots was published by Meta on Monday.", "shipped", "2025-11-10"),
        ("Meta has shown off an AI that makes videos with sound.", "announced", "2025-11-12"),
        ("Facebook has developed an AI that finds its way through houses.", "announced", "2025-11-12"),
        ("An algorithm by Facebook can unblink eyes in photos, its researchers showed.", "announced", "2025-11-12"),
        ("In a study, Meta's researchers show that small models can reason.", "shipped", "2025-11-12"),
        ("Meta researchers have found a way to train models with less data.", "shipped", "2025-11-12"),
        ("FAIR published a survey of methods for aligning models.", "shipped", "2025-11-12"),
        ("Meta has compiled a benchmark for agents and shared it.", "shipped", "2025-11-12"),
        ("The results were published by Meta's researchers in Nature on Wednesday.", "shipped", "2025-11-12"),
        (
            "Together with a university Facebook put together a data set of brain scans, and it is open to all.",
            "shipped",
            "2025-11-12",
        ),
        ("Meta's AI team posted a preprint on arXiv describing a new attention mechanism.", "shipped", "2025-11-12"),
        ("Meta has presented a model for video generation called Emu Video.", "announced", "2025-11-12"),
        ("A new AI from Facebook turns pictures of food into recipes.", "announced", "2025-11-12"),
        ("Facebook has trained an AI to cook.", "announced", "2025-11-12"),
        ("Meta's researchers used AI to decode speech from brain waves.", "announced", "2025-11-12"),
        ("With Make-A-Video Meta has shown a system that makes clips from text.", "announced", "2025-11-12"),
        ("Facebook says its new AI can spot deepfakes and where they come from.", "announced", "2025-11-12"),
        ("Meta has published 600 million predicted protein structures as an atlas.", "shipped", "2025-11-12"),
        ("A team from Meta describes in Science how CICERO works.", "shipped", "2025-11-12"),
        ("The team around Yann LeCun has published a paper on world models.", "shipped", "2025-11-12"),
        ("According to a paper by Meta's researchers, published on Wednesday, models forget.", "shipped", "2025-11-12"),
        ("Meta released Casual Conversations, a dataset of videos.", "shipped", "2025-11-12"),
    ],
)
def test_research_are_read(words: str, status: str, date: str) -> None:
    """One move of the kind, how far it has come, and when."""
    (claim,) = read(words, title="What Meta does with AI", published="2025-11-12")
    assert (claim.type, claim.status, claim.date) == ("research", status, date)
