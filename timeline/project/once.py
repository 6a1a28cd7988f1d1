"""What follows from a value that never changes is worked out once, and kept with the value itself. Pure."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

__all__ = ["once"]

_Value = TypeVar("_Value")
_Answer = TypeVar("_Answer")


def once(function: Callable[[_Value], _Answer]) -> Callable[[_Value], _Answer]:
    """A pure function of one frozen value that has a ``__dict__``: asked again of the same value, it remembers.

    What is kept goes when the value goes, is no part of what the value is equal to, and is never written anywhere.
    """
    slot = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def kept(value: _Value) -> _Answer:
        try:
            answer: _Answer = value.__dict__[slot]
        except KeyError:
            answer = value.__dict__[slot] = function(value)
        return answer

    return kept
