"""Parsing where it can hurt nobody: worker processes with limits, each restarted when it is lost.

A body that wants too much memory, too much time or a bug of a C library costs its source one fetch, with a ParseError
whose kind says which: memory, time, crash. The next body finds a fresh process.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Self

import msgspec

from ingest.model import ParsedFeed
from ingest.parse.child import Answer, Ask
from store.errors import ParseError

__all__ = ["ParsePool"]

LARGEST_ANSWER = 96 << 20  # bytes; a body of 15 MB, the most the door lets in, answers with less than three times that
_CHILD = "from ingest.parse.child import serve; serve()"


@dataclass(slots=True)
class ParsePool:
    """``parse`` as a coroutine, in at most ``workers`` processes. An async context manager, or call ``close``.

    ``seconds``: CPU time one body may take. ``patience``: seconds on the clock before it is given up, more than the
    first for a busy machine. ``program``: what a process runs; it must end in ``ingest.parse.child.serve``.
    """

    workers: int = 2
    seconds: int = 10
    patience: float = 30.0
    program: str = _CHILD
    _idle: list[asyncio.subprocess.Process] = field(default_factory=list, init=False)
    _room: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        self._room = asyncio.Semaphore(self.workers)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends the processes that wait for work."""
        while self._idle:
            await _end(self._idle.pop())

    async def parse(
        self, body: bytes, *, url: str | None, content_type: str | None, kind: str = "feed", now: datetime
    ) -> ParsedFeed:
        """As ``ingest.parse.parse``. Raises ParseError; also of kind memory, time and crash."""
        ask = msgspec.msgpack.encode(Ask(body, url, content_type, kind, now, self.seconds))
        async with self._room:
            answer = await self._ask(ask, url)
        if answer.feed is None:
            raise ParseError(answer.message, source=url, kind=answer.kind)
        return answer.feed

    async def _ask(self, ask: bytes, url: str | None) -> Answer:
        worker = await self._worker()
        try:
            async with asyncio.timeout(self.patience):
                answer = await _exchange(worker, ask)
        except TimeoutError:
            await _end(worker)
            raise ParseError(f"{url}: took more than {self.patience:g} s to read", source=url, kind="time") from None
        except (asyncio.IncompleteReadError, ConnectionError):
            await _ended(worker)
            raise _lost(worker, url) from None
        except BaseException:  # cancelled: what it is doing belongs to nobody any more
            await _end(worker)
            raise
        if answer.last:
            await _end(worker)
        else:
            self._idle.append(worker)
        return answer

    async def _worker(self) -> asyncio.subprocess.Process:
        while self._idle:
            worker = self._idle.pop()
            if worker.returncode is None:
                return worker
            await _end(worker)
        pipe = asyncio.subprocess.PIPE
        path = os.pathsep.join(p for p in sys.path if p)
        return await asyncio.create_subprocess_exec(
            sys.executable, "-c", self.program, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip


async def _exchange(worker: asyncio.subprocess.Process, ask: bytes) -> Answer:
    """Raises IncompleteReadError or ConnectionError where the process is gone."""
    if worker.stdin is None or worker.stdout is None:
        raise ConnectionError("a worker without pipes")
    worker.stdin.write(len(ask).to_bytes(8, "big"))
    worker.stdin.write(ask)
    await worker.stdin.drain()
    size = int.from_bytes(await worker.stdout.readexactly(8), "big")
    if size > LARGEST_ANSWER:
        return Answer(message="the feed's posts are larger than they may be", kind="memory", last=True)
    return msgspec.msgpack.decode(await worker.stdout.readexactly(size), type=Answer)


async def _end(worker: asyncio.subprocess.Process) -> None:
    if worker.returncode is None:
        if worker.stdin is not None:
            worker.stdin.close()
        # not worker.kill(): that polls, and takes the status from the watcher that waits for it
        with contextlib.suppress(ProcessLookupError):
            os.kill(worker.pid, signal.SIGKILL)
    await worker.wait()


async def _ended(worker: asyncio.subprocess.Process) -> None:
    """Waits for a process that has closed its pipe, so that its own status is seen; ends it where it lingers."""
    try:
        async with asyncio.timeout(5):
            await worker.wait()
    except TimeoutError:
        await _end(worker)


def _lost(worker: asyncio.subprocess.Process, url: str | None) -> ParseError:
    """Why a process went away in the middle of its work: SIGXCPU, SIGABRT of an allocator, or a crash."""
    code = -(worker.returncode or 0)
    if code == signal.SIGXCPU:
        return ParseError(f"{url}: took more CPU time than a feed may", source=url, kind="time")
    if code == signal.SIGABRT:
        return ParseError(f"{url}: took more memory than a feed may", source=url, kind="memory")
    return ParseError(f"{url}: the process that read it was lost (status {-code})", source=url, kind="crash")
