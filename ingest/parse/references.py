"""Character references of HTML → the characters they stand for."""

from __future__ import annotations

import re
from html import unescape as _unescape

__all__ = ["unescape"]

#: no character has a number of so many digits, and Python refuses to read one of more than 4,300
_ENDLESS = re.compile(r"&#(?:\d{20,}|[xX][0-9a-fA-F]{20,});?")


def unescape(text: str) -> str:
    """``html.unescape``, which raises nothing: a number of endless digits is a character that is wrong."""
    return _unescape(_ENDLESS.sub("\ufffd", text))
