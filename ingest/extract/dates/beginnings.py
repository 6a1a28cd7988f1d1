"""With which kinds of words a rule's match may begin: the rules that cannot begin at a word need not be tried there."""

from __future__ import annotations

from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from ingest.extract.dates.tokens import CODE

__all__ = ["beginnings"]

_ANY = frozenset(CODE.values())
_NOTHING = frozenset[str]()
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_WIDTHLESS = ("ASSERT", "ASSERT_NOT", "AT")


def beginnings(pattern: str) -> frozenset[str]:
    """The codes of those kinds; all codes where the pattern has an operation that is not known here."""
    found, _ = _of_sequence(_parser.parse(pattern))
    return found


def _of_sequence(items: Iterable[Any]) -> tuple[frozenset[str], bool]:
    """The characters that may come first, and whether the sequence may match nothing at all."""
    out = _NOTHING
    for op, argument in items:
        found, empty = _of_part(str(op), argument)
        out |= found
        if not empty:
            return out, False
    return out, True


def _of_part(op: str, argument: Any) -> tuple[frozenset[str], bool]:
    if op == "LITERAL":
        return frozenset(chr(argument)), False
    if op == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return frozenset(chr(code) for _, code in argument), False
    if op == "SUBPATTERN":
        return _of_sequence(argument[3])
    if op in _REPEATS:
        found, empty = _of_sequence(argument[2])
        return found, empty or not argument[0]
    if op == "BRANCH":
        parts = [_of_sequence(branch) for branch in argument[1]]
        return _NOTHING.union(*(found for found, _ in parts)), any(empty for _, empty in parts)
    return (_NOTHING, True) if op in _WIDTHLESS else (_ANY, False)
