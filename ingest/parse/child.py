"""The other side of the pipe: a process that only parses, and in which memory and time run out early.

    ParsePool ─ask→ limits → parse ─answer→ ParsePool          (frames: 8 bytes of length, then MessagePack)

A body that costs too much kills this process and nothing else. Memory is limited to what the process holds at its
start and ``HEADROOM``; CPU time is limited anew for each body.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from datetime import datetime
from typing import BinaryIO

import msgspec

from ingest.model import ParsedFeed
from store.errors import ParseError

__all__ = ["HEADROOM", "Answer", "Ask", "serve"]

HEADROOM = 160 << 20  # bytes a body may take on top of the bare process (26 MB); 300 MB is the most for any of them
_LATE = 16 << 20  # what the parsers take that are imported when a body needs them: 16 MB, half the start
_GROWN = HEADROOM // 2  # a process that keeps more than this makes room for a fresh one
_PAGE = resource.getpagesize()


class Ask(msgspec.Struct, frozen=True, array_like=True):
    """One body to be read, with what ``parse`` needs to know of it, and the seconds of CPU time it may take."""

    body: bytes
    url: str | None
    content_type: str | None
    kind: str
    now: datetime
    cpu_seconds: int


class Answer(msgspec.Struct, frozen=True, array_like=True):
    """The feed, or the message and kind of the ParseError. ``last``: the process ends after this answer."""

    feed: ParsedFeed | None = None
    message: str = ""
    kind: str = ""
    last: bool = False


def serve() -> None:
    """Reads asks from stdin and writes answers to stdout until either is closed."""
    asks, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the daemon's; it closes the pipe when it is done
    import ingest.parse  # noqa: F401, PLC0415 - part of the bare process that the limit is counted from

    bare = _size()
    if bare:
        resource.setrlimit(resource.RLIMIT_AS, (bare + HEADROOM + _LATE,) * 2)
    decoder, encoder = msgspec.msgpack.Decoder(Ask), msgspec.msgpack.Encoder()
    while frame := _read(asks):
        ask = decoder.decode(frame)
        del frame
        answer = _answer(ask)
        del ask
        if bare and _size() > bare + _GROWN:
            answer = msgspec.structs.replace(answer, last=True)
        _write(answers, encoder, answer)
        if answer.last:
            return


def _answer(ask: Ask) -> Answer:
    from ingest.parse import parse  # noqa: PLC0415 - imported by serve

    _allow(ask.cpu_seconds)
    try:
        return Answer(parse(ask.body, url=ask.url, content_type=ask.content_type, kind=ask.kind, now=ask.now))
    except ParseError as error:
        return Answer(message=str(error), kind=str(error.details.get("kind", "not-a-feed")))
    except (MemoryError, RecursionError):
        return Answer(message=f"{ask.url}: took more memory than a feed may", kind="memory", last=True)
    except Exception as error:  # noqa: BLE001 - a fault of ours: told as such, and never another source's
        return Answer(message=f"{ask.url}: our parser failed: {type(error).__name__}: {error}", kind="fault", last=True)


def _allow(seconds: int) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, resource.RLIM_INFINITY))


def _size() -> int:
    """Bytes of address space in use; 0 where /proc does not tell (there the limit is left to the CPU and the clock)."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - a thousand times a second
            return int(file.read().split()[0]) * _PAGE
    except OSError:
        return 0


def _read(stream: BinaryIO) -> bytes:
    head = stream.read(8)
    return stream.read(int.from_bytes(head, "big")) if len(head) == 8 else b""


def _write(stream: BinaryIO, encoder: msgspec.msgpack.Encoder, answer: Answer) -> None:
    frame = encoder.encode(answer)
    stream.write(len(frame).to_bytes(8, "big"))
    stream.write(frame)
    stream.flush()
