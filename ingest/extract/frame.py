"""The shape of a frame: one way in which a move is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from store.events import MoveType

__all__ = ["Frame", "NounFrame", "frame", "noun"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a verb reports a move."""

    name: str
    type: MoveType
    classes: frozenset[str]  # of lemmas.py
    # subject; other (not the subject); joint (the subject with another); any; person; count; product:TAGS; own:TAGS
    agent: str
    wants: re.Pattern[str]  # in the verb's reach
    shuns: re.Pattern[str] | None = None  # must not stand there
    sentence: re.Pattern[str] | None = None  # must stand in the sentence as well
    far: int = 90  # characters
    status: dict[str, str] = field(default_factory=dict)  # mood → status, where it differs from the type's
    ai: bool = False  # the sentence, or the post, must speak of AI
    home: bool = False  # of the subject: named in the sentence, or left out of it where the post is about nobody else
    moods: frozenset[str] = frozenset()  # in which the verb must stand; none: in any


def frame(  # noqa: PLR0913 - the columns of a table, by name
    name: str, type_: MoveType, classes: str, agent: str, wants: str = "", *, shuns: str = "", sentence: str = "",
    far: int = 90, status: dict[str, str] | None = None, ai: bool = False, home: bool = False, moods: str = "",
) -> Frame:  # fmt: skip
    """A frame with its patterns compiled."""
    return Frame(
        name, type_, frozenset(classes.split()), agent, re.compile(wants), re.compile(shuns) if shuns else None,
        re.compile(sentence) if sentence else None, far, status or {}, ai, home, frozenset(moods.split()),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class NounFrame:
    """A move told by a noun: "a deal between AMD and Meta", "2026 capex guidance of $115-135 billion"."""

    name: str
    type: MoveType
    pattern: re.Pattern[str]
    status: str
    sentence: re.Pattern[str] | None = None
    topic: bool = False  # the subject may be left out where the post is about it
    ai: bool = False  # the sentence, or the post, must speak of AI
    alone: bool = False  # only where nothing else is told by the clause
    home: bool = False  # as with topic, and then no other company may stand in the sentence
    many: bool = False  # each match is a move of its own


#: a run of tags at the head of a pattern: it need not be tried within the run again
_RUN = re.compile(r"^\[([A-Z]+)\]\{[23],\}")


def noun(  # noqa: PLR0913 - the columns of a table, by name
    name: str, type_: MoveType, pattern: str, status: str, *, sentence: str = "", topic: bool = False,
    ai: bool = False, alone: bool = False, home: bool = False, many: bool = False,
) -> NounFrame:  # fmt: skip
    """A noun frame with its patterns compiled."""
    asked = re.compile(sentence) if sentence else None
    return NounFrame(
        name, type_, re.compile(_RUN.sub(r"(?<![\1])\g<0>", pattern)), status, asked, topic, ai, alone, home, many
    )
