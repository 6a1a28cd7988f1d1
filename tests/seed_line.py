"""The five first documents, and short posts written beside them, through the whole line into a store in memory.

file → read_file → observe → extract → log → fold → query; caught up after every file, as by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from ingest.extract import extractor
from ingest.files import FileOptions, read_file
from ingest.intake import take_in
from ingest.model import Post
from ingest.reading import Extractor
from store.events import Claim, ClaimsExtracted
from store.log import Log
from tests.told import lexicon
from timeline.query import Query, run, why
from timeline.query.model import Why
from timeline.readmodel import ReadModel
from timeline.view import DisputeView, MoveView

__all__ = ["NOW", "Known", "about", "known_from", "post", "quotes"]

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
#: a file, or a file and what is known of it
Given = Path | tuple[Path, FileOptions]


@cache
def reader() -> Extractor:
    """The extractor that is shipped; one text is read once, however many stores it goes into."""
    plain = extractor(lexicon())
    seen: dict[tuple[str, str, str | None], list[Claim]] = {}

    def read(asked: Post) -> list[Claim]:
        key = (asked.title, asked.text, asked.published)
        if key not in seen:
            seen[key] = plain.read(asked)
        return seen[key]

    return replace(plain, read=read)


@dataclass
class Known:
    """A store and the questions that the tests ask of it."""

    log: Log
    model: ReadModel

    def take(self, given: Given) -> None:
        """One file through the line."""
        path, options = given if isinstance(given, tuple) else (given, FileOptions())
        for window in read_file(path, options, NOW):
            with self.log.transaction() as tx:
                take_in(tx, window.source, window.feed, reader(), NOW)
        self.model.catch_up(self.log)

    def moves(self, kind: str = "", words: str = "", date: str | None = None) -> list[MoveView]:
        """Those of a type, whose object or title has these words, whose date begins so; oldest first."""
        query = Query(limit=0, sort="oldest", types=(kind,) if kind else ())
        return [
            move
            for move in run(self.log.connection, query).moves
            if all(word in f"{move.object} {move.title}".casefold() for word in words.casefold().split())
            and (date is None or (move.date or "").startswith(date))
        ]

    def move(self, kind: str, words: str, date: str | None = None) -> MoveView:
        """The one there is."""
        found = self.moves(kind, words, date)
        assert len(found) == 1, [(m.date, m.title) for m in found or self.moves()]
        return found[0]

    def disputes(self) -> list[DisputeView]:
        """Every dispute that is open."""
        return [dispute for move in self.moves() for dispute in move.disputes if not dispute.settled]

    def why(self, move: MoveView) -> Why:
        """All there is to say of it."""
        found = why(self.log.connection, move.id)
        assert found
        return found

    def claims(self) -> list[Claim]:
        """Every claim that was read."""
        events = (recorded.event for recorded in self.log.read(types=("ClaimsExtracted",)))
        return [claim for event in events if isinstance(event, ClaimsExtracted) for claim in event.claims]


@contextmanager
def known_from(*given: Given) -> Iterator[Known]:
    """A store in memory into which these went, in this order."""
    with Log.open("sqlite:///:memory:", clock=lambda: NOW) as log:
        here = Known(log, ReadModel(log.connection))
        for one in given:
            here.take(one)
        yield here


def post(folder: Path, name: str, published: str, *lines: str) -> Path:
    """A post of our own as a file: the publisher's domain stands in its name (``cnbc.example``)."""
    front = f"---\npublisher: {name}\nurl: https://{name}/{published}\ndate: {published}\n---\n"
    path = folder / f"{name}-{published}.md"
    path.write_text(front + "\n\n".join(lines) + "\n", encoding="utf-8")
    return path


def about(disputes: Iterable[DisputeView], rule: str) -> list[DisputeView]:
    """Those of one rule."""
    return [dispute for dispute in disputes if dispute.rule == rule]


def quotes(disputes: Sequence[DisputeView]) -> str:
    """Both sides' words, to look for some in."""
    return " ".join((side.quote or "") for d in disputes for side in (d.left, d.right))
