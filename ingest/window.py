"""What is known of a file before it is read, and what is read out of it: a window of posts, as a fetch gives one."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import ParsedFeed
from ingest.sources import Source

__all__ = ["FileOptions", "FileWindow"]


@dataclass(frozen=True, slots=True)
class FileOptions:
    """What the person at the keyboard knows of the file."""

    publisher: str | None = None
    published: str | None = None  # RFC 3339 or YYYY-MM-DD
    url: str | None = None


@dataclass(frozen=True, slots=True)
class FileWindow:
    """Posts of one source out of a file."""

    source: Source
    feed: ParsedFeed
    skipped: tuple[str, ...] = ()  # parts that could not be read, each with its place and reason
