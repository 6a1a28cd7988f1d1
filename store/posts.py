"""An index of the posts that are known: key → post, post → what observing needs to know of it.

Operational: it can be made again from the log. Keys are looked up in a scope: a source's name, or ``*``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

__all__ = ["PostHead", "PostIndex", "in_parts"]

CHUNK = 500  # SQLite allows 999 variables in its oldest builds


@dataclass(frozen=True, slots=True)
class PostHead:
    """The latest revision of a post, as far as observing needs it."""

    post: str
    source: str
    revision: int
    fingerprint: str  # of what the feed last gave
    title: str
    url_canonical: str | None
    published: str | None
    partial: bool
    first_seen: str  # RFC 3339
    last_seen: str


_NAMES = [field.name for field in fields(PostHead)]
_ROW = attrgetter(*_NAMES)  # dataclasses.astuple copies deeply: forty times the time
_SAVE = (
    f"INSERT INTO post_heads VALUES ({','.join('?' * len(_NAMES))}) ON CONFLICT (post) DO UPDATE SET "  # noqa: S608
    + ", ".join(f"{name} = excluded.{name}" for name in _NAMES[1:])
)


def in_parts(items: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """The items in parts that fit into one statement, each after the marks that stand for them: ``?,?,?``."""
    waiting = list(items)
    for start in range(0, len(waiting), CHUNK):
        part = waiting[start : start + CHUNK]
        yield ",".join("?" * len(part)), part


def _head(row: Any) -> PostHead:
    post, source, revision, fingerprint, title, url, published, partial, first_seen, last_seen = row
    return PostHead(post, source, revision, fingerprint, title, url, published, bool(partial), first_seen, last_seen)


class PostIndex:
    """Reads and writes on the connection of a transaction; nothing is committed here."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def lookup(self, scope: str, keys: Collection[str]) -> dict[str, str]:
        """The post of each key that is known in the scope."""
        found: dict[str, str] = {}
        for marks, part in in_parts(keys):
            sql = f"SELECT key, post FROM post_keys WHERE scope = ? AND key IN ({marks})"  # noqa: S608 - marks only
            found.update(self._connection.execute(sql, (scope, *part)).fetchall())
        return found

    def heads(self, posts: Collection[str]) -> dict[str, PostHead]:
        """What is kept of each post that is known."""
        found: dict[str, PostHead] = {}
        for marks, part in in_parts(posts):
            sql = f"SELECT * FROM post_heads WHERE post IN ({marks})"  # noqa: S608 - marks only
            for row in self._connection.execute(sql, part):
                found[row[0]] = _head(row)
        return found

    def save(self, heads: Iterable[PostHead], keys: Iterable[tuple[str, str, str]] = ()) -> None:
        """Keeps heads (the last one of a post wins) and (scope, key, post) rows (the first one of a key wins)."""
        rows = [(*row[:7], int(row[7]), *row[8:]) for row in map(_ROW, heads)]  # PostgreSQL takes no bool for a number
        self._connection.executemany(_SAVE, rows)
        self._connection.executemany("INSERT INTO post_keys VALUES (?, ?, ?) ON CONFLICT DO NOTHING", list(keys))

    def clear(self) -> None:
        """Forgets every post; ``reindex.rebuild_posts`` brings them back."""
        for table in ("post_heads", "post_keys"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - constant names

    def blank(self, post: str) -> None:
        """Forgets the words of a post; what identifies it stays."""
        self._connection.execute("UPDATE post_heads SET title = '' WHERE post = ?", (post,))

    def count(self, source: str | None = None) -> int:
        """How many posts are known, of one source or of all."""
        where, values = ("", ()) if source is None else (" WHERE source = ?", (source,))
        row = self._connection.execute(f"SELECT count(*) FROM post_heads{where}", values).fetchone()  # noqa: S608
        return int(row[0])
