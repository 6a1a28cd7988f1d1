"""Posts as JSON lines: the input shape of ``timeline extract`` and ``timeline dates``."""

from __future__ import annotations

import msgspec

from ingest.model import Post
from store.text import safe_url

__all__ = ["PostLine", "post_of"]


class PostLine(msgspec.Struct):
    """One line. Only the text must be there."""

    text: str
    id: str | int | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None  # RFC 3339 or YYYY-MM-DD
    trust: str = "press"


def post_of(line: PostLine, number: int) -> Post:
    """The post of a line; its id is the line's number where it says none. Its text stays as it is: quotes are of it."""
    name = str(line.id) if line.id is not None else str(number)
    return Post(name, line.title or "", line.text, safe_url(line.url or ""), line.publisher, line.published, line.trust)
