"""The rows that the fold works on, read from the tables when wanted and written back with the commit.

One ``Rows`` lives for one commit; what it holds is a cache of the tables and the changes to them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from store.errors import ProjectionError
from timeline.project.model import ClaimRecord, PostInfo
from timeline.readmodel.components import Components
from timeline.readmodel.kept import KEPT, Kept
from timeline.readmodel.keys import founds, post_of
from timeline.readmodel.stored import fold_words

__all__ = ["Blocks", "ClaimRow", "Home", "Rows"]

Blocks = Callable[[ClaimRecord], tuple[str, ...]]


@dataclass(slots=True)
class Home:
    """Where a claim lives: number of its move, of its first move; when it was born (position, place in its event)."""

    move: int
    first: int
    born: int
    place: int


@dataclass(slots=True)
class ClaimRow:
    """One wording of a claim. ``known_to`` is set once a later revision of its post is read."""

    cid: int
    record: ClaimRecord
    revision: int
    source: bytes  # JSON: Evidence
    since: int
    known_from: str
    known_to: str | None = None
    until: int | None = None
    blocks: tuple[str, ...] = ()
    place: int = 0  # in its event; wanted when it is new only

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who published it; of a curated entry, those it cites."""
        if self.record.entry is None:
            return (self.record.post.publisher,)
        return tuple(citation.publisher for citation in self.record.citations)

    @property
    def key(self) -> str:
        """The claim's stable name."""
        return self.record.key

    @property
    def current(self) -> bool:
        """Whether it is part of what is known today."""
        return self.until is None and self.known_to is None


_ENCODER = msgspec.json.Encoder(order="deterministic")
_INFO = msgspec.json.Decoder(PostInfo)
_SELECT = "SELECT cid, key, post, revision, record, source, since, until, known_from, known_to, blocks FROM rm_claim "


@dataclass(slots=True)
class Rows:
    """Posts, claims, blocks and homes."""

    connection: sqlite3.Connection
    blocks_of: Blocks
    _claims: dict[int, ClaimRow] = field(default_factory=dict)
    _by_block: dict[str, set[int]] = field(default_factory=dict)
    _by_post: dict[str, list[int]] = field(default_factory=dict)
    _posts: dict[tuple[str, int], PostInfo] = field(default_factory=dict)
    _read: dict[str, dict[int, str]] = field(default_factory=dict)
    _homes: dict[str, Home | None] = field(default_factory=dict)
    _written: set[int] = field(default_factory=set)
    _new_posts: dict[tuple[str, int], PostInfo] = field(default_factory=dict)
    _new_homes: set[str] = field(default_factory=set)
    _words: dict[int, frozenset[str]] = field(default_factory=dict)
    bridged: set[int] = field(default_factory=set)  # claims that came between components, or under a name that was
    renumbered: int = 0  # how often a claim's name has come to stand for another wording
    _next: int = 0
    _components: Components = field(init=False)

    def __post_init__(self) -> None:
        self._components = Components(self._in_block, lambda cid: self._claims[cid].blocks)

    def put_post(self, revision: int, info: PostInfo) -> None:
        """Keeps what is known of a post in one of its revisions."""
        self._new_posts[info.id, revision] = self._posts[info.id, revision] = info

    def post(self, post: str, revision: int, position: int) -> PostInfo:
        """The post in this revision. Raises ProjectionError where the log has not told of it."""
        found = self._posts.get((post, revision))
        if found is None:
            row = self.connection.execute(
                "SELECT info FROM rm_post WHERE post = ? AND revision = ?", (post, revision)
            ).fetchone()
            if row is None:
                raise ProjectionError(
                    f"@{position}: revision {revision} of post {post} is not known", position=position
                )
            found = self._posts[post, revision] = _INFO.decode(row[0])
        return found

    def latest_post(self, post: str, before: int, position: int) -> PostInfo:
        """The post in its latest revision before this one. Raises ProjectionError where the log has told of none."""
        held = [revision for name, revision in self._new_posts if name == post and revision < before]
        row = self.connection.execute(
            "SELECT max(revision) FROM rm_post WHERE post = ? AND revision < ?", (post, before)
        ).fetchone()
        return self.post(post, max([*held, row[0] or 0]), position)

    def extracted(self, post: str, revision: int) -> str | None:
        """This revision is read for claims. Answers the day from which a later one that is read was known, or None."""
        read = self._readings(post)
        read[revision] = self._posts[post, revision].known_from
        self._new_posts[post, revision] = self._posts[post, revision]
        return min((day for other, day in read.items() if other > revision), default=None)

    def _readings(self, post: str) -> dict[int, str]:
        """Revision → day from which it was known, of the revisions that were read for claims."""
        if post not in self._read:
            rows = self.connection.execute("SELECT revision, read FROM rm_post WHERE post = ? AND read <> ''", (post,))
            self._read[post] = dict(rows.fetchall())
        return self._read[post]

    def of_post(self, post: str) -> list[ClaimRow]:
        """The claims of a post that no later extraction has superseded."""
        if post not in self._by_post:
            rows = self._load("WHERE post = ? AND until IS NULL ORDER BY cid", post)
            self._by_post[post] = [row.cid for row in rows]
        return [row for cid in self._by_post[post] if (row := self._claims[cid]).until is None]

    def add(self, row: ClaimRow) -> ClaimRow:
        """Takes in a new wording; gives it its number."""
        if not self._next:
            self._next = self.connection.execute("SELECT coalesce(max(cid), 0) + 1 FROM rm_claim").fetchone()[0]
        row.cid, self._next = self._next, self._next + 1
        row.blocks = self.blocks_of(row.record)
        known = self.home(row.key) is not None
        self.renumbered += known
        touching = self._components.holding(row.blocks)
        if known or len(touching) > 1:
            self.bridged.add(row.cid)
        self.of_post(row.record.post.id)
        self._claims[row.cid] = row
        self._by_post[row.record.post.id].append(row.cid)
        for block in row.blocks:
            self._in_block(block).add(row.cid)
        self._components.join(row.cid, touching)
        self._written.add(row.cid)
        return row

    def supersede(self, row: ClaimRow, position: int) -> None:
        """A later extraction has taken this wording's place."""
        row.until = position
        self._components.part(row.cid)
        for block in row.blocks:
            self._in_block(block).discard(row.cid)
        self._written.add(row.cid)

    def touch(self, row: ClaimRow) -> None:
        """A field of this row was changed by the caller."""
        self._written.add(row.cid)

    def link(self, row: ClaimRow, block: str) -> None:
        """Puts a claim into one more block (a judgement's)."""
        if block not in row.blocks:
            row.blocks = (*row.blocks, block)
            self._in_block(block).add(row.cid)
            self._components.part(row.cid)
            for cid in self._in_block(block):
                self._components.part(cid)
            self._written.add(row.cid)

    def components(self, seeds: Iterable[str]) -> list[list[ClaimRow]]:
        """All claims not superseded that share a block with the seed blocks, or with one that does, and so on."""
        found = sorted(sorted(part) for part in self._components.holding(seeds))
        return [[self._claims[cid] for cid in part] for part in found]

    def home(self, key: str) -> Home | None:
        """Where a claim lives, or lived last."""
        if key not in self._homes:
            row = self.connection.execute(
                "SELECT move, first, born, place FROM rm_home WHERE key = ?", (key,)
            ).fetchone()
            self._homes[key] = Home(*row) if row else None
        return self._homes[key]

    def settle(self, key: str, home: Home) -> None:
        """A claim lives here from now on."""
        self._homes[key] = home
        self._new_homes.add(key)

    def keys_of_move(self, move: int) -> list[str]:
        """The keys of the claims that live, or lived last, in a move."""
        stored = {key for (key,) in self.connection.execute("SELECT key FROM rm_home WHERE move = ?", (move,))}
        cached = {key for key in self._new_homes if (home := self._homes[key]) and home.move == move}
        return sorted(cached | {key for key in stored if (home := self.home(key)) and home.move == move})

    def of_move(self, move: int) -> list[ClaimRow]:
        """The claims, not superseded, that live in a move; everything has been written."""
        return self._load("WHERE key IN (SELECT key FROM rm_home WHERE move = ?) AND until IS NULL ORDER BY cid", move)

    def with_key(self, key: str) -> list[ClaimRow]:
        """The wordings of a claim that no later extraction has superseded."""
        return [row for row in self.of_post(post_of(key)) if row.key == key]

    def founders(self, name: str) -> list[str]:
        """The claim that a move of this id would have been founded by, if there is one. Looks at every claim."""
        self.flush()
        keys = (key for (key,) in self.connection.execute("SELECT key FROM rm_home ORDER BY key"))
        return [key for key in keys if founds(key, name)]

    def row(self, cid: int) -> ClaimRow:
        """One claim by its number."""
        if cid not in self._claims:
            self._load("WHERE cid = ?", cid)
        return self._claims[cid]

    def words(self, cid: int) -> frozenset[str]:
        """The words of what a claim is about and quotes, folded; kept while the claim is held."""
        if cid not in self._words:
            claim = self.row(cid).record.claim
            self._words[cid] = frozenset(fold_words(f"{claim.object}\n{claim.quote or ''}"))
        return self._words[cid]

    def _in_block(self, block: str) -> set[int]:
        if block not in self._by_block:
            rows = self._load("WHERE cid IN (SELECT cid FROM rm_block WHERE block = ?)", block)
            self._by_block[block] = {row.cid for row in rows if row.until is None and block in row.blocks}
        return self._by_block[block]

    def _load(self, where: str, *values: object) -> list[ClaimRow]:
        rows = self.connection.execute(_SELECT + where, values).fetchall()
        return [self._claims.get(row[0]) or self._decode(row) for row in rows]

    def _decode(self, row: Any) -> ClaimRow:
        cid, key, post, revision, data, source, since, until, known_from, known_to, blocks = row
        kept = KEPT.decode(data)
        info = self.post(post, revision, since)
        record = ClaimRecord(
            key=key, claim=kept.claim, post=info, entry=kept.entry, title=kept.title, citations=kept.citations
        )
        found = ClaimRow(cid, record, revision, source, since, known_from, known_to, until, tuple(blocks.split("\n")))
        self._claims[cid] = found
        return found

    def flush(self) -> None:
        """Writes back what has changed."""
        execute_many = self.connection.executemany
        execute_many("INSERT OR REPLACE INTO rm_post VALUES (?, ?, ?, ?)", self._post_rows())
        written = [self._claims[cid] for cid in sorted(self._written)]
        execute_many("INSERT OR REPLACE INTO rm_claim VALUES (?,?,?,?,?,?,?,?,?,?,?)", map(_encode, written))
        gone = [(block, row.cid) for row in written if row.until is not None for block in row.blocks]
        execute_many("DELETE FROM rm_block WHERE block = ? AND cid = ?", gone)
        kept = [(block, row.cid) for row in written if row.until is None for block in row.blocks]
        execute_many("INSERT OR IGNORE INTO rm_block VALUES (?, ?)", kept)
        homes = [(key, self._homes[key]) for key in sorted(self._new_homes)]
        execute_many(
            "INSERT OR REPLACE INTO rm_home VALUES (?,?,?,?,?)",
            [(key, home.move, home.first, home.born, home.place) for key, home in homes if home],
        )
        self._written.clear()
        self._new_posts.clear()
        self._new_homes.clear()

    def _post_rows(self) -> Iterator[tuple[str, int, str, bytes]]:
        for (post, revision), info in self._new_posts.items():
            yield post, revision, self._read.get(post, {}).get(revision, ""), _ENCODER.encode(info)

    def size(self) -> int:
        """How many claims are held."""
        return len(self._claims)


def _encode(row: ClaimRow) -> tuple[object, ...]:
    record = row.record
    kept = Kept(record.claim, record.entry, record.title, record.citations)
    return (
        row.cid, record.key, record.post.id, row.revision, _ENCODER.encode(kept), row.source,
        row.since, row.until, row.known_from, row.known_to, "\n".join(row.blocks),
    )  # fmt: skip
