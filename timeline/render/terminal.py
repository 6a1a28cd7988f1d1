"""A terminal's cells: colour by our own few codes (rich costs start time), the width of letters, what is cut.

Foreign text passes ``plain`` first: a terminal obeys control characters, so none of them gets there.
"""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width

from store.text import clean_line

__all__ = ["Paint", "cut", "pad", "plain", "width", "wrap"]

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "magenta": "35",
          "cyan": "36"}  # fmt: skip


class Paint:
    """Colours where they are wanted; else leaves text as it is."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, *styles: str) -> str:
        """The text in these styles."""
        if not self.on or not text or not styles:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def plain(text: str) -> str:
    """One line without anything that a terminal obeys."""
    return clean_line(text)


def width(text: str) -> int:
    """How many cells a text takes: two for wide letters, none for combining and formatting ones."""
    if text.isascii():
        return len(text)
    return sum(_cells(letter) for letter in text)


def _cells(letter: str) -> int:
    if combining(letter) or category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def cut(text: str, room: int) -> str:
    """At most this many cells, with ``…`` where something is missing."""
    if width(text) <= room:
        return text
    kept, used = "", 0
    for letter in text:
        used += _cells(letter)
        if used > room - 1:
            break
        kept += letter
    return kept.rstrip() + "…"


def pad(text: str, room: int) -> str:
    """Filled up with blanks on the right."""
    return text + " " * max(room - width(text), 0)


def wrap(text: str, room: int, indent: str = "") -> list[str]:
    """Lines of at most ``room`` cells with an indent each; one line where ``room`` is 0. Words are never parted."""
    if not room:
        return [indent + text]
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and width(indent + longer) > room:
            lines.append(indent + line)
            longer = word
        line = longer
    return [*lines, indent + line]
