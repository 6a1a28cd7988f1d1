"""Posts as JSON lines from a file or standard input, one at a time; a line that is none is told with its number."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.cli.context import Context

if TYPE_CHECKING:
    from ingest.model import Post

__all__ = ["Bad", "posts_of"]


class Bad:
    """Lines that are no post."""

    def __init__(self, context: Context, name: str) -> None:
        self.context, self.name, self.count = context, "standard input" if name == "-" else name, 0

    def line(self, number: int, why: str) -> None:
        """Tells of one."""
        self.count += 1
        self.context.note(f"timeline: {self.name}:{number}: {why}")


def posts_of(name: str, bad: Bad) -> Iterator[Post]:
    """The posts, in order. Raises InputError for a file that cannot be read."""
    from msgspec import DecodeError
    from msgspec.json import Decoder

    from ingest.jsonl import PostLine, post_of
    from store.errors import InputError

    decoder = Decoder(PostLine)
    try:
        stream = sys.stdin.buffer if name == "-" else open(name, "rb")  # noqa: PTH123, SIM115 - closed below
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}", source=name) from None
    with stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                yield post_of(decoder.decode(line), number)
            except (DecodeError, UnicodeDecodeError) as error:
                bad.line(number, str(error))
