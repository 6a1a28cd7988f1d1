"""Downloads and users of the subject's models and assistants: however it is put."""

from __future__ import annotations

import pytest

from tests.told_claims import read


@pytest.mark.parametrize(
    ("words", "status", "date"),
    [
        ("Llama has been downloaded more than 350 million times.", "shipped", "2025-11-12"),
        ("Llama downloads have passed 350 million.", "shipped", "2025-11-12"),
        ("Meta AI now counts 700 million monthly users.", "shipped", "2025-11-12"),
        ("Meta AI has 400 million monthly users, Zuckerberg said.", "shipped", "2025-11-12"),
        ("More than a billion people use Meta AI every month, Zuckerberg said on Wednesday.", "shipped", "2025-11-12"),
        ("The number of Llama downloads climbed to 650 million in December 2024.", "shipped", "2024-12"),
        ("Downloads of Llama stood at 350 million in August 2024.", "shipped", "2024-08"),
        ("Meta AI is used by 500 million people a month.", "shipped", "2025-11-12"),
        ("Meta AI reaches 600 million monthly active users.", "shipped", "2025-11-12"),
        ("By May 2025 a billion people were using Meta AI each month.", "shipped", "2025-05"),
        ("The assistant Meta AI crossed the mark of 500 million users.", "shipped", "2025-11-12"),
        ("Llama hits 1 billion downloads.", "shipped", "2025-11-12"),
        ("Monthly users of Meta AI exceed 1 billion, the company said.", "shipped", "2025-11-12"),
        ("Meta AI is closing in on 600 million monthly users.", "shipped", "2025-11-12"),
        ("Meta's assistant now has 500 million users a month.", "shipped", "2025-11-12"),
        ("Half a billion people now use Meta AI.", "shipped", "2025-11-12"),
        ("Llama models have been downloaded over 650 million times, Meta said.", "shipped", "2025-11-12"),
        ("One billion downloads of Llama: Zuckerberg celebrated the number on Tuesday.", "shipped", "2025-11-11"),
        ("Zuckerberg said Meta AI had grown to 700 million monthly users.", "shipped", "2025-11-12"),
        ("Ten times more people than a year ago use Llama; downloads came to 350 million.", "shipped", "2025-11-12"),
        ("The Meta AI app was downloaded two million times in its first week.", "shipped", "2025-11-12"),
        ("Usage of Meta AI has grown to one billion people a month.", "shipped", "2025-11-12"),
        ("The number of people who use Meta AI every month has reached 1 billion.", "shipped", "2025-11-12"),
        ("Meta AI has more users than ever: 700 million each month.", "shipped", "2025-11-12"),
        ("The assistant is used by more than a billion people, says Zuckerberg.", "shipped", "2025-11-12"),
        ("Llama has passed the threshold of a billion downloads.", "shipped", "2025-11-12"),
        ("PyTorch counts more than 3 million downloads.", "shipped", "2025-11-12"),
        ("Llama 2 was downloaded 30 million times in its first months.", "shipped", "2025-11-12"),
        ("Meta puts the number of Llama downloads at 350 million.", "shipped", "2025-11-12"),
        ("Over 600 million people use the assistant each month, Meta said in December 2024.", "shipped", "2024-12"),
    ],
)
def test_counts_are_read(words: str, status: str, date: str) -> None:
    """One move of the kind, how far it has come, and when."""
    (claim,) = read(words, title="What Meta does with AI", published="2025-11-12")
    assert (claim.type, claim.status, claim.date) == ("milestone", status, date)
