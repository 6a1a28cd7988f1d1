"""The bytes of an answer → what the model proposes. Read as the schema or not at all. Pure."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

from store.errors import InputError
from store.events import MoveType, Status

__all__ = ["NoAnswerError", "Proposed", "content_of", "proposals"]

LONGEST = 200_000  # characters of an answer
MOST = 40  # moves of one post; the longest digests have a dozen

_Words = Annotated[str, Meta(min_length=1, max_length=300)]
_Few = Annotated[list[_Words], Meta(max_length=12)]


class NoAnswerError(InputError):
    """There is no usable answer. ``kind``: a short word for counting."""


class Proposed(Struct, frozen=True, kw_only=True):
    """A move as the model tells it. Nothing of it is believed before it was found in the post."""

    type: MoveType
    status: Status
    quote: Annotated[str, Meta(min_length=1, max_length=2000)]
    object: _Words
    actors: _Few = []
    quantities: _Few = []
    date_words: Annotated[str, Meta(max_length=300)] | None = None


class _Message(Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(Struct):
    choices: list[_Choice]


class _Moves(Struct):
    moves: list[Raw]


def no_answer(kind: str, why: str) -> NoAnswerError:
    """The error of every answer that cannot be used."""
    return NoAnswerError(why, kind=kind)


def content_of(body: bytes) -> str:
    """The text of the first choice of a chat completion. Raises NoAnswerError: malformed, empty, refusal, cut-off,
    too-large.
    """
    try:
        choices = msgspec.json.decode(body, type=_Completion).choices
    except (msgspec.DecodeError, RecursionError) as error:
        raise no_answer("malformed", f"no chat completion ({error})") from None
    if not choices:
        raise no_answer("empty", "an answer without choices")
    message, reason = choices[0].message, choices[0].finish_reason
    if message.refusal or reason == "content_filter":
        raise no_answer("refusal", "the model refused")
    if reason == "length":
        raise no_answer("cut-off", "the answer was longer than max_tokens")
    if not message.content or not message.content.strip():
        raise no_answer("empty", "an answer without content")
    if len(message.content) > LONGEST:
        raise no_answer("too-large", f"an answer of {len(message.content):,} characters")
    return message.content


def proposals(content: str) -> list[Proposed | None]:
    """What the content proposes; None for a move that is not in shape. Raises NoAnswerError: malformed, too-large."""
    try:
        moves = msgspec.json.decode(content, type=_Moves).moves
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as error:
        raise no_answer("malformed", f"the content is not in the shape that was asked for ({error})") from None
    if len(moves) > MOST:
        raise no_answer("too-large", f"{len(moves)} moves in one post")
    return [_proposed(raw) for raw in moves]


def _proposed(raw: Raw) -> Proposed | None:
    try:
        return msgspec.json.decode(raw, type=Proposed)
    except (msgspec.DecodeError, RecursionError):
        return None
