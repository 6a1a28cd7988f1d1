"""Bodies that cost too much, each in a process with limits: one of them is lost, no other notices."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.model import ParsedFeed
from ingest.parse import parse
from ingest.parse.worker import ParsePool
from store.errors import ParseError

NOW = datetime(2026, 9, 1, tzinfo=UTC)
Outcome = ParsedFeed | ParseError
URL = "https://feeds.example/a.xml"
ITEM = b"<item><title>A word</title><link>https://feeds.example/%d</link><description>More.</description></item>"
GOOD = b'<rss version="2.0"><channel><title>T</title>' + b"".join(ITEM % n for n in range(20)) + b"</channel></rss>"
MEGABYTE = 1 << 20

#: a parser with faults that ours is not known to have, in a process that is otherwise the real one
FAULTY = """
import ctypes, os, signal, time
import ingest.parse
from ingest.parse import child
real = ingest.parse.parse

def faulty(body, **more):
    if body == b"spin":
        while True: pass
    if body == b"sleep": time.sleep(60)
    if body == b"segfault": ctypes.string_at(0)
    if body == b"abort": os.abort()
    if body == b"exit": os._exit(3)
    if body == b"allocate": return bytearray(1 << 30)
    if body == b"recurse": return faulty(body)
    if body == b"raise": raise ValueError("a fault of ours")
    if body == b"print": print("noise", flush=True); os.write(1, b"noise")
    return real(body if body != b"print" else GOOD, **more)

GOOD = %r
ingest.parse.parse = faulty
child.serve()
"""
BOMBS = {  # body → the kind of its ParseError
    b"spin": "time",
    b"sleep": "time",
    b"segfault": "crash",
    b"abort": "memory",
    b"exit": "crash",
    b"allocate": "memory",
    b"recurse": "memory",
    b"raise": "fault",
}


async def _read(pool: ParsePool, body: bytes) -> Outcome:
    try:
        return await pool.parse(body, url=URL, content_type="text/xml", now=NOW)
    except ParseError as error:
        return error


def _outcomes(bodies: Sequence[bytes], *, workers: int = 1, program: str | None = None) -> list[Outcome]:
    async def run() -> list[Outcome]:
        pool = ParsePool(workers=workers, seconds=1, patience=4.0)
        if program:
            pool.program = program
        async with pool:
            return list(await asyncio.gather(*(_read(pool, body) for body in bodies)))

    return asyncio.run(run())


def test_a_pool_reads_as_the_parser_does() -> None:
    """What comes back over the pipe is what parse answers in this process, hints and all."""
    (feed,) = _outcomes([GOOD])
    assert feed == parse(GOOD, url=URL, content_type="text/xml", now=NOW)


@pytest.mark.parametrize("body", BOMBS, ids=bytes.decode)
def test_a_bomb_costs_its_own_body_and_the_pool_goes_on(body: bytes) -> None:
    """One ParseError of the right kind that names the source; the feeds before and after it are read."""
    before, bomb, after = _outcomes([GOOD, body, GOOD], program=FAULTY % GOOD)
    assert isinstance(bomb, ParseError)
    assert bomb.kind == BOMBS[body]
    assert URL in str(bomb)
    assert isinstance(before, ParsedFeed)
    assert before == after


def test_what_a_library_prints_is_no_answer() -> None:
    """Noise on standard output neither breaks the frames nor is taken for a feed."""
    noisy, after = _outcomes([b"print", GOOD], program=FAULTY % GOOD)
    assert noisy == after
    assert isinstance(after, ParsedFeed)


def test_bombs_beside_each_other_leave_every_good_feed_whole() -> None:
    """Eight bombs among twelve good feeds in two processes: twelve feeds, eight errors."""
    bodies = [b"spin" if n % 5 == 0 else b"segfault" if n % 5 == 3 else GOOD for n in range(20)]
    found = _outcomes(bodies, workers=2, program=FAULTY % GOOD)
    assert [isinstance(f, ParsedFeed) for f in found] == [body == GOOD for body in bodies]


def test_giving_up_waiting_frees_the_process() -> None:
    """A parse that is cancelled ends its process; the pool's one place is free for the next."""

    async def run() -> Outcome:
        async with ParsePool(workers=1, seconds=5, program=FAULTY % GOOD) as pool:
            waiting = asyncio.create_task(_read(pool, b"sleep"))
            await asyncio.sleep(0.5)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            return await asyncio.wait_for(_read(pool, GOOD), 5)

    assert isinstance(asyncio.run(run()), ParsedFeed)


def test_closing_a_pool_leaves_no_process() -> None:
    """After close every process it started is gone."""

    async def run() -> list[int | None]:
        async with ParsePool(workers=2) as pool:
            await asyncio.gather(_read(pool, GOOD), _read(pool, GOOD))
            workers = list(pool._idle)
        return [worker.returncode for worker in workers]

    codes = asyncio.run(run())
    assert codes
    assert None not in codes


_DEAR = {
    "ampersands": "b'<rss>' + b'&' * 14_000_000",
    "empty items": "b'<rss version=\"2.0\"><channel>' + b'<item/>' * 1_400_000 + b'</channel></rss>'",
    "one long attribute": "b'<rss version=\"2.0\"><channel><a b=\"' + b'x' * 14_000_000 + b'\"/></channel></rss>'",
    "tag starts": "b'<' * 14_000_000",
    "nested": "b'<rss>' + b'<a>' * 1_400_000",
    "attributes": "b'<rss ' + b' '.join(b'a%d=\"\"' % n for n in range(900_000)) + b'/>'",
    "json brackets": "b'{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[' + b'{},' * 4_000_000 + b'{}]}'",
    "one great text": "b'<rss><item><description>' + b'x&lt;b&gt;' * 1_500_000 + b'</description></item></rss>'",
}  # fmt: skip
_MEASURE = """
import asyncio, json, resource, sys, time
from datetime import UTC, datetime
from ingest.parse.worker import ParsePool
from store.errors import ParseError
now = datetime(2026, 9, 1, tzinfo=UTC)
async def main():
    async with ParsePool(workers=1, seconds=4) as pool:
        try: await pool.parse({body}, url="https://feeds.example/", content_type="text/xml", now=now)
        except ParseError: pass
asyncio.run(main())
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_maxrss, used.ru_utime + used.ru_stime]))
"""


@pytest.mark.parametrize("name", _DEAR)
def test_no_body_takes_more_than_300_mb_and_its_seconds(name: str, root: Path) -> None:
    """The dearest bodies known, at the door's size limit: peak memory ≤ 300 MB, CPU time ≤ its limit, and a second."""
    told = subprocess.run(
        [sys.executable, "-c", _MEASURE.format(body=_DEAR[name])], cwd=root, capture_output=True, check=True, timeout=90
    )
    kilobytes, seconds = json.loads(told.stdout)
    assert kilobytes * 1024 <= 300 * MEGABYTE
    assert seconds <= 6.5


def test_many_small_feeds_pass_quickly() -> None:
    """Five hundred feeds through one process: the pipe costs less than 2 ms of this process each."""

    async def run() -> float:
        async with ParsePool(workers=1) as pool:
            await _read(pool, GOOD)
            started = time.process_time()
            for _ in range(500):
                await _read(pool, GOOD)
            return time.process_time() - started

    assert asyncio.run(run()) < 500 * 0.002
