"""CSV (RFC 4180: a heading, CRLF, quotes doubled) that no spreadsheet runs.

A cell that starts with ``= + - @``, a tab or a carriage return is a formula to a spreadsheet (OWASP, CSV injection):
it gets an apostrophe in front.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.render.context import Context
from timeline.render.rows import COLUMNS, row
from timeline.view import MoveView

__all__ = ["cell", "write"]

#: the full-width forms count as the same to some spreadsheets
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(text: str) -> str:
    """A text as a cell."""
    if text.startswith(_FORMULA):
        text = f"'{text}"
    if any(letter in text for letter in ',"\r\n') or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def write(moves: Iterable[MoveView], context: Context) -> Iterator[str]:  # noqa: ARG001 - the writers' one signature
    """The heading, then a line a move."""
    yield ",".join(COLUMNS) + "\r\n"
    for move in moves:
        yield ",".join(map(cell, row(move))) + "\r\n"
