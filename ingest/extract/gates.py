"""What a sentence can tell at all: a look at its words that spares most sentences the reading.

one pass for the strings that frames and nouns ask for → those that may match → those that a verb of it tells
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec

from ingest.extract.frame import Frame
from ingest.extract.frames import FRAMES, NOUNS
from ingest.extract.musts import Musts
from ingest.extract.verbs import Form, classes_of

__all__ = ["ANYTHING", "May", "fitting", "may_tell", "may_tell_unnamed", "told_by"]

_ANYBODY = ("other", "any", "person", "product:P")
_FRAMES = [[frame.wants, *([frame.sentence] if frame.sentence else [])] for frame in FRAMES]
_NOUNS = [[noun.pattern] for noun in NOUNS]
_ALL = Musts([*_FRAMES, *_NOUNS])
#: frames whose agent need be nothing of the subject's, and nouns that need no more than a post about it
_UNNAMED = Musts(
    [
        *(asked for frame, asked in zip(FRAMES, _FRAMES, strict=True) if frame.agent in _ANYBODY),
        *(asked for noun, asked in zip(NOUNS, _NOUNS, strict=True) if noun.topic),
    ]
)


class May(msgspec.Struct, frozen=True):
    """What may be told: the numbers of frames and of nouns, the nouns in order."""

    frames: frozenset[int]
    nouns: tuple[int, ...]


def may_tell(words: str) -> May:
    """What a sentence or a clause of it, tagged, has all the strings for."""
    return _sorted_out(_ALL.possible(words))


def may_tell_unnamed(words: str) -> bool:
    """Whether a sentence can tell anything without naming the subject or something of its own."""
    return bool(_UNNAMED.possible(words))


@lru_cache(maxsize=4096)
def _sorted_out(possible: frozenset[int]) -> May:
    frames = frozenset(n for n in possible if n < len(FRAMES))
    return May(frames, tuple(sorted(n - len(FRAMES) for n in possible - frames)))


#: what is asked of a sentence where it shall be told why it reports nothing
ANYTHING = _sorted_out(frozenset(range(len(FRAMES) + len(NOUNS))))


@cache
def _numbers(classes: tuple[str, ...]) -> frozenset[int]:
    """The frames that ask for a verb of one of these classes."""
    return frozenset(n for n, frame in enumerate(FRAMES) if not frame.classes.isdisjoint(classes))


def told_by(verbs: Iterable[Form], frames: frozenset[int]) -> bool:
    """Whether a form of a verb is of a class that one of the frames asks for."""
    return any(not frames.isdisjoint(_numbers(classes_of(verb))) for verb, _, _ in verbs)


@lru_cache(maxsize=4096)
def fitting(classes: tuple[str, ...], frames: frozenset[int]) -> tuple[Frame, ...]:
    """Those of the frames that ask for a verb of one of these classes, in the order of their table."""
    return tuple(FRAMES[n] for n in sorted(_numbers(classes) & frames))
