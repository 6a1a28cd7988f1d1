"""What a feed may cost before it is refused: counted on the text, before any parser runs."""

from __future__ import annotations

import re

from store.errors import ParseError

__all__ = ["MOST_POSTS", "check_entities", "check_tags", "inflated"]

MOST_POSTS = 5000  # entries of one window; the largest real one seen has 510
MOST_TAGS = 1_500_000  # "<" in one body; 15 MB of the densest real markup seen have 500,000
MOST_BYTES = 15_000_000  # of one body, as at the door
DEEPEST = 256  # elements within each other, as in libxml2
_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_ELEMENT = re.compile(r"<(/?)[A-Za-z_][^<>]*?(/?)>")
_ENTITY = re.compile(r"<!ENTITY\s+(%?)\s*([^\s\"']+)\s+(?:\"([^\"]*)\"|'([^']*)'|)", re.IGNORECASE)
_HARMLESS = re.compile(r"(?:[^&<%]|&#\w{1,8};){0,64}")


def check_tags(body: bytes, source: str | None) -> None:
    """Raises ParseError where there are more tags than memory is meant for."""
    if len(body) > MOST_TAGS and (tags := body.count(b"<")) > MOST_TAGS:
        raise ParseError(f"{source}: {tags} tags, more than {MOST_TAGS}", source=source, kind="too-many")


def check_entities(prolog: str, source: str | None) -> dict[str, str]:
    """The entities that stand for a character or a few words, by name (XML 1.0, 4.2.1).

    Raises ParseError for those that name others, hold markup or come from elsewhere (XML bombs, XXE). The parameter
    entities of the old RSS and XHTML DTDs are let through, and never loaded.
    """
    named: dict[str, str] = {}
    for found in _ENTITY.finditer(prolog):
        value = found[3] if found[3] is not None else found[4]
        if not found[1] and (value is None or not _HARMLESS.fullmatch(value)):
            raise ParseError(
                f"{source}: declares entities of its own, which is refused", source=source, kind="entities"
            )
        if not found[1] and value is not None:
            named.setdefault(found[2], value)  # the first declaration binds (XML 1.0, 4.2)
    return named


def check_depth(text: str, source: str | None) -> None:
    """Raises ParseError for nesting no feed has; before the tiers whose parsers do not count it."""
    if text.count("<") <= DEEPEST:
        return
    depth = 0
    for found in _ELEMENT.finditer(_CDATA.sub("", text)):
        depth += 0 if found[2] else (-1 if found[1] else 1)
        if depth > DEEPEST:
            raise ParseError(f"{source}: elements nested deeper than {DEEPEST}", source=source, kind="too-deep")


def inflated(body: bytes, source: str | None) -> bytes:
    """What a gzip file holds, for files at hand; once, and never more than MOST_BYTES. Raises ParseError."""
    import zlib  # noqa: PLC0415 - the door inflates what comes by it

    try:
        plain = zlib.decompressobj(31).decompress(body, MOST_BYTES + 1)
    except zlib.error as error:
        raise ParseError(f"{source}: broken gzip: {error}", source=source, kind="gzip") from None
    if len(plain) > MOST_BYTES:
        raise ParseError(f"{source}: inflates to more than {MOST_BYTES} bytes", source=source, kind="too-many")
    if plain.startswith(b"\x1f\x8b"):
        raise ParseError(f"{source}: gzip within gzip, which is refused", source=source, kind="gzip")
    return plain
