"""One move a line, in the shape of ``MoveView``: stable key order, ``null`` where unknown, UTF-8 as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import json

from timeline.render.context import Context, with_home
from timeline.view import MoveView

__all__ = ["dump", "write"]

_ENCODER = json.Encoder()


def dump(value: Any) -> str:
    """A value as JSON on one line; nothing printable is escaped.

    What some readers take for the end of a line (U+0085, U+2028, U+2029) or a terminal for an order (DEL, C1) is no
    printable text, and is escaped.
    """
    text = _ENCODER.encode(value).decode()
    return text if text.isascii() and "\x7f" not in text else text.translate(_ESCAPES)


_ESCAPES = {code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029)}


def write(moves: Iterable[MoveView], context: Context) -> Iterator[str]:
    """A line a move."""
    for move in moves:
        yield dump(with_home(move, context.home)) + "\n"
