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
        ("Meta AI is used by 500 million people a month.", "shipped", "2025-11-12"),
        ("Meta AI reaches 600 million monthly active users.", "shipped", "2025-11-12"),
        ("By May 2025 a billion people were using Meta AI each month.", "shipped", "2025-05"),
        ("The assistant Meta AI crossed the mark of 500 million users.", "shipped", "2025-11-12"),
        ("Llama hits 1 billion downloads.", "shipped", "2025-11-12"),
        ("Monthly users of Meta AI exceed 1 billion, the company said.", "shipped", "2025-11-12"),
        ("Meta AI is closing in on 600 million monthly users.", "shipped", "2025-11-12"),
    ],
)
def test_counts_are_read(words: str, status: str, date: str) -> None:
    """One move of the kind, how far it has come, and when."""
    (claim,) = read(words, title="What Meta does with AI", published="2025-11-12")
    assert (claim.type, claim.status, claim.date) == ("milestone", status, date)
