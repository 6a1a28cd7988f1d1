"""Stories for the whole line: posts above ``=>``, the chronology they make below; ``and then`` goes on with more posts.

    cnbc.example/llama 2025-04-06T09:00:00Z press
    Meta ships Llama 4 Scout
    Meta released Llama 4 Scout on April 5, 2025.

    =>
    2025-04-05 release shipped C Llama 4 Scout

A post: its address and when it was published ("-" for never said) and the publisher's trust (press where nothing is
said); its title; its paragraphs; an empty line. The same address again is an edit. Posts become Atom feeds, one a
publisher, and each post is a poll of its publisher's feed as it stood then:
bytes → parse → observe → extract → log → fold → query.

A move: date ("-" for none), type, status, grade, words of its object or title; then any of ``| 2 lineages``,
``| with AMD`` (another actor), ``| 6 gigawatts`` (a quantity), ``| disputed``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from ingest.extract import Lexicon, extractor, load_lexicon
from ingest.intake import take_in
from ingest.parse import parse
from ingest.sources import Source
from store.log import Log
from timeline.query import Query, run
from timeline.readmodel import ReadModel
from timeline.view import MoveView

__all__ = ["Story", "Told", "holds", "lexicon", "posts"]

START = datetime(2026, 11, 1, 12, tzinfo=UTC)
ROOT = Path(__file__).resolve().parent.parent


@cache
def lexicon(folder: Path = ROOT / "config") -> Lexicon:
    """The lexicon that is shipped, or another subject's."""
    return load_lexicon(folder / "lexicon.toml")


@dataclass(frozen=True)
class Told:
    """One post of a story."""

    url: str
    published: str | None
    trust: str
    title: str
    paragraphs: tuple[str, ...]

    @property
    def publisher(self) -> str:
        """The domain."""
        return self.url.split("/")[2]

    def entry(self) -> str:
        """As an Atom feed has it."""
        body = "".join(f"<p>{escape(p)}</p>" for p in self.paragraphs)
        when = f"<published>{self.published}</published>" if self.published else ""
        return (
            f'<entry><id>{self.url}</id><link href="{self.url}"/><title>{escape(self.title)}</title>{when}'
            f'<content type="html">{escape(body)}</content></entry>'
        )


def posts(text: str) -> list[Told]:
    """The posts of a chapter."""
    blocks = [[line.strip() for line in block.splitlines() if line.strip()] for block in text.strip().split("\n\n")]
    return [_post(lines) for lines in blocks if lines]


def _post(lines: Sequence[str]) -> Told:
    address, published, *trust = lines[0].split()
    when = None if published == "-" else published
    if when and "T" not in when:
        when += "T12:00:00Z"
    return Told(f"https://{address}", when, trust[0] if trust else "press", lines[1], tuple(lines[2:]))


class Ticking:
    """A minute later each time it is asked."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        """The next minute."""
        self.now += timedelta(minutes=1)
        return self.now


@dataclass
class Story:
    """A store in a folder and the feeds of the story so far."""

    folder: Path
    words: Lexicon = field(default_factory=lexicon)
    feeds: dict[str, dict[str, Told]] = field(default_factory=dict)
    clock: Ticking = field(default_factory=Ticking)

    def __post_init__(self) -> None:
        self.log = Log.open(f"sqlite:///{self.folder}/story.sqlite", clock=self.clock)
        self.model = ReadModel(self.log.connection)

    def poll(self, post: Told) -> None:
        """The publisher puts the post on top of its feed (or edits it); the feed is asked, read, kept and folded."""
        feed = self.feeds.setdefault(post.publisher, {})
        feed[post.url] = post
        entries = "".join(p.entry() for p in reversed(feed.values()))
        body = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{post.publisher}</title>{entries}</feed>'
        url, now = f"https://{post.publisher}/feed", self.clock()
        parsed = parse(body.encode(), url=url, content_type="application/atom+xml", now=now)
        source = Source(name=post.publisher, url=url, publisher=post.publisher, trust=post.trust)  # type: ignore[arg-type]
        with self.log.transaction() as tx:
            take_in(tx, source, parsed, extractor(self.words), now)
        self.model.catch_up(self.log)

    def moves(self) -> tuple[MoveView, ...]:
        """The chronology, oldest first."""
        return run(self.log.connection, Query(limit=0, sort="oldest")).moves

    def close(self) -> None:
        """Gives the store back."""
        self.log.close()


def told(move: MoveView) -> tuple[str, str, set[str]]:
    """A move as a story has it: its head, the words it goes by, and whatever may stand behind the bars."""
    head = f"{move.date or '-'} {move.type} {move.status} {move.grade}"
    more = {f"{move.lineages} lineages", *(f"with {a}" for a in move.actors), *move.quantities}
    return head, f"{move.object} {move.title}".casefold(), more | {"disputed"} if move.disputed else more


def chapters(story: str) -> Iterator[tuple[list[Told], list[str]]]:
    """Posts and the chronology after them, in turn."""
    for chapter in story.split("and then\n"):
        given, _, expected = chapter.partition("=>")
        lines = [" ".join(line.split()) for line in expected.splitlines()]
        yield posts(given), [line for line in lines if line]


def holds(story: str | None, folder: Path) -> None:
    """Asserts every chapter; and that the log verifies, and folded afresh gives the same."""
    assert story
    line = Story(folder)
    try:
        for given, expected in chapters(_body(story)):
            for post in given:
                line.poll(post)
            _matches(line.moves(), expected)
        before = line.model.digest()
        assert line.log.verify().ok
        line.model.rebuild(line.log)
        assert line.model.digest() == before
    finally:
        line.close()


def _body(story: str) -> str:
    """Without the sentence on top that says what must hold."""
    return story.partition("\n\n")[2]


def _matches(moves: Sequence[MoveView], expected: Sequence[str]) -> None:
    """Each expected line is one of the moves, and no move is left over."""
    left = [told(move) for move in moves]
    for line in expected:
        wanted, *more = (part.strip() for part in line.split("|"))
        found = next((one for one in left if _is(one, wanted, more)), None)
        assert found, f"{line!r} is none of {left}"
        left.remove(found)
    assert left == [], left


def _is(move: tuple[str, str, set[str]], wanted: str, more: Sequence[str]) -> bool:
    head, name, has = move
    parts = wanted.split(maxsplit=4)
    return " ".join(parts[:4]) == head and all(w in name for w in parts[4].casefold().split()) and set(more) <= has
