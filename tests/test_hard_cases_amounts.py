"""Hard cases of quantities, one a test."""

from __future__ import annotations

import pytest

from ingest.extract.amounts import find_amounts
from ingest.extract.fold import fold


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("capex of $115-135 billion", 115e9, 135e9),
        ("costs of $53.5-56.5 billion", 53.5e9, 56.5e9),
        ("between $64 billion and $72 billion", 64e9, 72e9),
    ],
)
def test_35_a_range_of_money_is_one_quantity(words: str, low: float, high: float) -> None:
    """Low and high of one amount, not two amounts."""
    (amount,) = find_amounts(fold(words), words, 0, len(words))
    assert (amount.low, amount.high, amount.unit) == (low, high, "USD")


def test_35_the_range_before_is_not_mixed_with_the_new_one() -> None:
    """What guidance was "up from" is another amount."""
    words = "capex of between $64 billion and $72 billion, up from $60 billion to $65 billion"
    new, old = find_amounts(fold(words), words, 0, len(words))
    assert (new.low, new.high, old.low, old.high) == (64e9, 72e9, 60e9, 65e9)


@pytest.mark.parametrize(
    ("words", "low", "unit", "bound"),
    [
        ("up to 6 gigawatts", 6, "GW", "at-most"),
        ("6GW", 6, "GW", "exact"),
        ("a six-gigawatt deal", 6, "GW", "exact"),
        pytest.param("3.5+ billion users", 3.5e9, "users", "at-least"),
        ("exceeds 650 million downloads", 650e6, "downloads", "at-least"),
        ("passed 1 billion downloads", 1e9, "downloads", "at-least"),
        pytest.param("a 10-million-token window", 10e6, "tokens", "exact"),
        pytest.param("17B active parameters", 17e9, "parameters", "exact"),
        pytest.param("~2 trillion total parameters", 2e12, "parameters", "about"),
    ],
)
def test_36_spellings_of_an_amount_are_one_value(words: str, low: float, unit: str, bound: str) -> None:
    """Units, magnitudes and bounds, however they are written."""
    (amount,) = find_amounts(fold(words), words, 0, len(words))
    assert (amount.low, amount.unit, amount.bound) == (low, unit, bound)


@pytest.mark.parametrize("words", ["Llama 3.1 405B", "Llama 4", "an Nvidia H100 GPU", "MI450", "GPT-4.2"])
def test_37_numbers_in_names_are_names(words: str) -> None:
    """A model's size and a chip's number count nothing."""
    assert find_amounts(fold(words), words, 0, len(words)) == []
