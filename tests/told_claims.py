"""Stories for extraction alone: a post above ``=>``, every claim that is read out of it below.

    wire.example 2026-05-06
    Harbour to buy Orca
    Meta said on Monday that it had bought Orca, a maker of speech models.

    =>
    acquisition shipped 2026-05-04 Orca | with Meta | says had bought Orca

A post: its publisher and when it was published ("-" for never said); its title ("-" for none); its paragraphs, one a
line (a backslash goes on with the next line); an empty line. Several posts before one ``=>`` are read one by one.

Below stand all claims, in any order, or ``nothing``: type, status, date ("-" for none), words of the object; then any
of ``| with ACTOR`` ``| without ACTOR`` ``| holds QUANTITY`` ``| no QUANTITY`` ``| says WORDS`` (of the quote) ``| mute
WORDS`` (not of the quote) ``| takes effect DATE`` ``| by SPEAKER`` ``| citing OUTLET`` ``| stance STANCE``
``| id OBJECT-ID`` ``| anchor ANCHOR``.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence

from ingest.extract import extract
from ingest.model import Post
from store.events import Claim
from tests.told import lexicon

__all__ = ["read", "story", "tells"]


def story(test: Callable[[], None]) -> Callable[[], None]:
    """A test whose docstring is the test."""

    @functools.wraps(test)
    def told() -> None:
        tells(test.__doc__)
        test()

    return told


def read(text: str, *, title: str = "", published: str | None = None, publisher: str = "wire.example") -> list[Claim]:
    """The claims of a post; its quotes are checked to be its words."""
    post = Post("p", title, text, f"https://{publisher}/p", publisher, published)
    claims = extract(post, lexicon())
    for claim in claims:
        whole = title if claim.where == "title" else text
        assert claim.start is not None
        assert whole[claim.start : claim.end] == claim.quote
    return claims


def tells(story: str | None) -> None:
    """Asserts every chapter of a story; its first paragraph says what must hold."""
    assert story
    _, _, body = story.partition("\n\n")
    for given, expected in _chapters(body):
        found = [claim for post in given for claim in _claims(post)]
        _matches(found, expected)


def _chapters(body: str) -> Iterator[tuple[list[list[str]], list[str]]]:
    posts: list[list[str]] = []
    for block in body.split("\n\n"):
        lines = [" ".join(line.split()) for line in block.splitlines() if line.strip()]
        if lines and lines[0] == "=>":
            yield posts, [line for line in lines[1:] if line != "nothing"]
            posts = []
        elif lines:
            posts.append(lines)


def _claims(lines: Sequence[str]) -> list[Claim]:
    (publisher, published), title, *paragraphs = lines[0].split(), *lines[1:]
    return read(
        "\n".join(paragraphs), title="" if title == "-" else title,
        published=None if published == "-" else published, publisher=publisher,
    )  # fmt: skip


def _matches(found: list[Claim], expected: Sequence[str]) -> None:
    left = list(found)
    for line in expected:
        match = next((claim for claim in left if _is(claim, line)), None)
        assert match, f"{line!r} is none of\n" + "\n".join(map(_shown, left))
        left.remove(match)
    assert not left, "not told:\n" + "\n".join(map(_shown, left))


def _shown(claim: Claim) -> str:
    return (
        f"{claim.type} {claim.status} {claim.date or '-'} {claim.object} | {claim.actors} | "
        f"{[q.text for q in claim.quantities]} | {claim.effective} {claim.stance} {claim.anchor} "
        f"{claim.attribution} | {claim.rule} | {claim.quote!r}"
    )


def _is(claim: Claim, line: str) -> bool:
    head, *more = (part.strip() for part in line.split("|"))
    type_, status, date, *words = head.split()
    if (claim.type, claim.status, claim.date or "-") != (type_, status, date):
        return False
    named = claim.object.casefold()
    return all(w.casefold() in named for w in words) and all(_has(claim, part) for part in more)


def _has(claim: Claim, part: str) -> bool:
    name = next(name for name in _PARTS if part.startswith(name + " "))
    return _PARTS[name](claim, part.removeprefix(name).strip())


_PARTS: dict[str, Callable[[Claim, str], bool]] = {
    "with": lambda claim, words: words in claim.actors,
    "without": lambda claim, words: words not in claim.actors,
    "holds": lambda claim, words: any(words == q.text for q in claim.quantities),
    "no": lambda claim, words: not any(words in q.text for q in claim.quantities),
    "says": lambda claim, words: words in (claim.quote or ""),
    "mute": lambda claim, words: words not in (claim.quote or ""),
    "takes effect": lambda claim, words: claim.effective == words,
    "by": lambda claim, words: claim.attribution.speaker == words,
    "citing": lambda claim, words: claim.attribution.outlet == words,
    "stance": lambda claim, words: claim.stance == words,
    "id": lambda claim, words: claim.object_id == words,
    "anchor": lambda claim, words: claim.anchor == words,
}
