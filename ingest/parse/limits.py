"""What a feed may cost before it is refused: counted on the bytes, before any parser runs."""

from __future__ import annotations

import re

from store.errors import ParseError

__all__ = ["MOST_POSTS", "check_xml"]

MOST_POSTS = 5000  # entries of one window; the largest real one seen has 510
DEEPEST = 400
MOST_TAGS = 1_500_000  # "<" in one body; 15 MB of the densest real markup seen have 500,000
_CDATA = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_ELEMENT = re.compile(rb"<(/?)[A-Za-z_][^<>]*?(/?)>")


def check_xml(body: bytes, source: str | None) -> None:
    """Raises ParseError for internal entities (XML bombs, XXE) and for nesting no feed has."""
    head = body[:100_000]
    if re.search(rb"<!ENTITY", head, re.IGNORECASE):
        raise ParseError(f"{source}: declares entities of its own, which is refused", source=source, kind="entities")
    tags = body.count(b"<")
    if tags > MOST_TAGS:
        raise ParseError(f"{source}: {tags} tags, more than {MOST_TAGS}", source=source, kind="too-many")
    if tags > DEEPEST:
        depth = 0
        for found in _ELEMENT.finditer(_CDATA.sub(b"", body)):
            depth += 0 if found[2] else (-1 if found[1] else 1)
            if depth > DEEPEST:
                raise ParseError(f"{source}: elements nested deeper than {DEEPEST}", source=source, kind="too-deep")
