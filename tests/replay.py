"""A feed as it stood at successive polls, fed through the line again under the times of the polls.

sequence (captures and their times) → Playback (the transport) → ingest.pipeline.refresh → Replayed
"""

from __future__ import annotations

import csv
import hashlib
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from ingest.fetch import Headers, Response, Validators
from ingest.model import ParsedFeed
from ingest.parse import parse
from ingest.pipeline import Line, begin, refresh, states
from ingest.reading import Extractor
from ingest.sources import Source
from store.log import Log

__all__ = ["Capture", "Replayed", "digest", "lost_overlaps", "read_sequence", "replay"]

NOTHING = Extractor("none", "1", lambda _: [])


@dataclass(frozen=True, slots=True)
class Capture:
    """One poll: when it was, what came, and how many items the index counted in it."""

    at: datetime
    body: bytes
    items: int


def read_sequence(folder: Path, name: str) -> list[Capture]:
    """The captures of ``NAME.tar.xz`` in order of time, each with its line of ``NAME.index.csv``."""
    with tarfile.open(folder / f"{name}.tar.xz") as archive:
        bodies = {
            _moment(Path(member.name).stem): file.read()
            for member in archive.getmembers()
            if member.isfile() and (file := archive.extractfile(member))
        }
    with (folder / f"{name}.index.csv").open(newline="") as index:
        items = {datetime.fromisoformat(row["captured_at"]): int(row["items"]) for row in csv.DictReader(index)}
    return [Capture(at.astimezone(UTC), bodies[at], items[at]) for at in sorted(bodies)]


def _moment(stem: str) -> datetime:
    """``2026-04-10T103431+0100`` or ``2026-04-22T010655Z``, as the files are named."""
    return datetime.strptime(stem.replace("Z", "+0000"), "%Y-%m-%dT%H%M%S%z")


class Playback:
    """A transport that answers with one capture after the other, and a clock that shows its time."""

    def __init__(self, captures: list[Capture]) -> None:
        self._captures = iter(captures)
        self._now: Capture | None = None

    def turn(self) -> bool:
        """Goes on to the next capture; False at the end."""
        self._now = next(self._captures, None)
        return self._now is not None

    def clock(self) -> datetime:
        """When the present capture was made."""
        assert self._now is not None
        return self._now.at

    async def get(self, url: str, *, validators: Validators | None = None, kind: str = "feed") -> Response:
        """The present capture, as a 200 without validators."""
        assert self._now is not None
        fields = Headers([("Content-Type", "application/xml")])
        return Response(url, url, 200, fields, self._now.body, at=self._now.at)


async def _parse(body: bytes, *, url: str | None, content_type: str | None, kind: str, now: datetime) -> ParsedFeed:
    return parse(body, url=url, content_type=content_type, kind=kind, now=now)


@dataclass(slots=True)
class Replayed:
    """What a replay did: the words of its refreshes, and what it saw."""

    polls: int = 0
    words: dict[str, int] = field(default_factory=dict)
    gaps: list[datetime] = field(default_factory=list)  # when
    addresses: set[str] = field(default_factory=set)
    items: list[int] = field(default_factory=list)  # of each window
    windows: list[tuple[datetime, frozenset[str]]] = field(default_factory=list)


async def replay(log: Log, source: Source, captures: list[Capture]) -> Replayed:
    """Feeds the captures through the line, each at its own time."""
    playback, done = Playback(captures), Replayed()
    log.clock = playback.clock
    line = Line(log, playback, _parse, NOTHING, playback.clock)
    while playback.turn():
        state = states(log).get(source.name) or begin(log, [source], playback.clock())[source.name]
        told = await refresh(line, source, state)
        done.polls += 1
        done.words[told.word] = done.words.get(told.word, 0) + 1
        posts = told.feed.posts if told.feed else ()
        done.addresses |= {p.url for p in posts if p.url}
        done.items.append(len(posts))
        done.windows.append((playback.clock(), frozenset(p.guid or p.url or p.title for p in posts)))
        if told.gap:
            done.gaps.append(playback.clock())
    return done


def lost_overlaps(windows: list[tuple[datetime, frozenset[str]]]) -> Iterator[datetime]:
    """When a window shared nothing with the one before, worked out from guids and addresses alone."""
    before: frozenset[str] = frozenset()
    overlapped = False
    for at, window in windows:
        common = before & window
        if window and before and overlapped and not common:
            yield at
        overlapped = overlapped or bool(common)
        before = window or before


def digest(log: Log) -> tuple[str, str]:
    """(hash of the log's head, hash of all that is kept of the posts)."""
    rows = log.connection.execute("SELECT * FROM post_heads ORDER BY post").fetchall()
    keys = log.connection.execute("SELECT * FROM post_keys ORDER BY scope, key").fetchall()
    return log.head().hash, hashlib.sha256(repr((rows, keys)).encode()).hexdigest()
