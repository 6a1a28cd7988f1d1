"""Text into XML and HTML."""

from __future__ import annotations

import re

from store.text import clean

__all__ = ["escape"]

#: what no XML document may hold, beyond the controls that the text gate takes out (XML 1.0, 2.2)
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}


def escape(text: str) -> str:
    """A text for an element or a quoted attribute, of XML or HTML."""
    return _NO_CHARACTERS.sub("", clean(text)).translate(_ENTITIES)
