"""Memory of the daemon with 1,000 sources: what it holds at most while posts come in and pages are asked for.

    1,000 sources, window after window → one process: line, projector → its store → ``timeline run`` → pages

Both are watched from outside, twenty times a second: the resident memory of the process, and what it and its parser
processes hold together (proportional set size, so that shared pages count once). 20,000 posts by default; as many as
``TIMELINE_BENCH_POSTS`` says.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.feeds import ITEMS, Feeds, server

SOURCES, HOSTS = 1_000, 250
POSTS = int(os.environ.get("TIMELINE_BENCH_POSTS", "20000"))
CONFIG = Path(__file__).resolve().parent.parent / "config"
AIM = "<= 200 MB"
PAGES = ("/", "/feed.json", "/feed.atom", "/?q=llama", "/v1/moves?limit=200", "/feed.csv", "/changes.json", "/status")


@dataclass(slots=True)
class Watched:
    """The most that was seen, in MB."""

    own: float = 0.0
    whole: float = 0.0

    def see(self, pid: int) -> None:
        """Another look at a process and its children."""
        try:
            own = _kilobytes(f"/proc/{pid}/status", "VmRSS:") / 1000
            whole = sum(_kilobytes(f"/proc/{p}/smaps_rollup", "Pss:") for p in (pid, *_children(pid))) / 1000
        except (OSError, StopIteration):
            return  # it is just coming or going
        self.own, self.whole = max(self.own, own), max(self.whole, whole)


def _kilobytes(file: str, name: str) -> int:
    return next(int(line.split()[1]) for line in Path(file).read_text().splitlines() if line.startswith(name))


def _children(pid: int) -> list[int]:
    return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@contextmanager
def watched(pid: int) -> Iterator[Watched]:
    """Looks at the process until the block ends."""
    seen, done = Watched(), threading.Event()

    def look() -> None:
        while not done.wait(0.05):
            seen.see(pid)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()


def _collect(pipe: Any, urls: list[str], folder: str) -> None:
    """As the daemon does it, pass after pass in one process: whenever a window is announced, all sources are asked."""
    from urllib.parse import urlsplit

    from ingest.extract import extractor, load_lexicon
    from ingest.fetch import Door
    from ingest.parse.worker import ParsePool
    from ingest.pipeline import Line, run
    from ingest.register import register
    from ingest.sources import FetchSettings, Source
    from store.log import Log
    from timeline.readmodel import ReadModel

    settings = FetchSettings(allow_private=frozenset(urlsplit(u).netloc for u in urls))
    sources = [Source(f"h{n}", url, publisher=f"h{n}.example") for n, url in enumerate(urls)]
    reader = extractor(load_lexicon(CONFIG / "lexicon.toml"))

    def clock() -> datetime:
        return datetime.now(UTC)

    async def passes() -> None:
        with Log.open(_url(folder), clock=clock) as log:
            register(log, sources)
            async with Door(settings, clock=clock) as door, ParsePool() as pool:
                line = Line(log, door, pool.parse, reader, clock, settings)
                while pipe.recv() is not None:
                    done = await run(line, sources)
                    ReadModel(log.connection).catch_up(log)
                    pipe.send((sum(d.new for d in done), sum(d.claims for d in done), sum(d.failed for d in done)))

    asyncio.run(passes())


def _url(folder: str) -> str:
    return f"sqlite:///{folder}/store.sqlite"


def collected(feeds: Feeds, folder: str) -> tuple[Watched, int, int, float]:
    """(memory, posts, claims, seconds) of bringing in the posts."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_collect, args=(there, feeds.urls(SOURCES), folder))
    process.start()
    there.close()
    posts = claims = 0
    started = time.perf_counter()
    with watched(process.pid or 0) as seen:
        for window in range(POSTS // (SOURCES * ITEMS)):
            feeds.show(window)
            here.send(window)
            new, read, failed = here.recv()
            posts, claims = posts + new, claims + read
            if failed:
                raise SystemExit(f"{failed} sources failed")
    here.send(None)
    process.join()
    return seen, posts, claims, time.perf_counter() - started


def served(feeds: Feeds, folder: str) -> tuple[Watched, int]:
    """(memory, pages) of the daemon over that store, asked for its pages."""
    config = Path(folder) / "config"
    config.mkdir()
    (config / "lexicon.toml").write_bytes((CONFIG / "lexicon.toml").read_bytes())
    (config / "sources.toml").write_text(_sources(feeds), encoding="utf-8")
    program = [str(Path(sys.executable).with_name("timeline")), "--db", _url(folder), "--config", str(config)]
    process = subprocess.Popen([*program, "run", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    asked = 0
    with process, watched(process.pid) as seen:
        try:
            home = process.stdout.readline().split()[-1].decode().rstrip("/")
            for page in PAGES * 5:
                with urllib.request.urlopen(home + page, timeout=60) as answer:
                    answer.read()
                asked += 1
        finally:
            process.send_signal(signal.SIGTERM)
    return seen, asked


def _sources(feeds: Feeds) -> str:
    allowed = ", ".join(f'"{host}"' for host in feeds.hosts)
    tables = (
        f'[[source]]\nname = "h{n}"\nurl = "{url}"\npublisher = "h{n}.example"\n'
        for n, url in enumerate(feeds.urls(SOURCES))
    )
    return f"[fetch]\nallow_private = [{allowed}]\n\n" + "\n".join(tables)


def run() -> list[dict[str, str]]:
    """Two rows: while posts come in, and the daemon that serves them."""
    with tempfile.TemporaryDirectory() as folder, server(HOSTS) as feeds:
        taking, posts, claims, spent = collected(feeds, folder)
        serving, asked = served(feeds, folder)
    if posts != POSTS:
        raise SystemExit(f"{posts} posts instead of {POSTS}")
    what = f"{SOURCES:,} sources, {posts:,} posts, {claims:,} claims"
    return [
        _row(f"memory taking in: {what}", taking, f"{posts / spent:,.0f} posts/s"),
        _row(f"memory serving the same: {asked} pages", serving, ""),
    ]


def _row(what: str, seen: Watched, beside: str) -> dict[str, str]:
    ours = f"{seen.own:.0f} MB"
    return {"what": what, "ours": ours, "peer": f"with children {seen.whole:.0f} MB", "ratio": beside, "aim": AIM}
