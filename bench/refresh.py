"""A refresh of 200 feeds of 20 items each, beside the ``reader`` package, and the round in which nothing is new.

Both ask the same server on loopback, each from a fresh process with a fresh store on disk. The feeds stand under 200
addresses of 127.0.0.0/8, as they would under 200 domains. Counted are the CPU seconds of the process and its children
(our parser processes, with their start) from the first source added to the last commit, and the feeds a second on
the clock. The best of a few rounds counts: the machine's other work only ever adds.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
import sys
import tempfile
import time
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.feeds import ITEMS, server

FEEDS, ROUNDS = 200, 3
CONFIG = Path(__file__).resolve().parent.parent / "config"


@dataclass(slots=True)
class Taken:
    """CPU seconds and seconds on the clock of a first round and of one in which all is 304; posts that are stored."""

    cpu: float
    clock: float
    cpu_304: float
    clock_304: float
    posts: int

    def least(self, other: Taken) -> Taken:
        """The better of each figure."""
        return Taken(*(min(getattr(self, f.name), getattr(other, f.name)) for f in fields(self)))


def _cpu() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def ours(urls: list[str], folder: str) -> Taken:
    """The line as ``timeline fetch`` runs it: door, parser processes, observing, reading, one store."""
    from urllib.parse import urlsplit

    from ingest.extract import extractor, load_lexicon
    from ingest.fetch import Door
    from ingest.parse.worker import ParsePool
    from ingest.pipeline import Line, run
    from ingest.register import register
    from ingest.sources import FetchSettings, Source
    from store.log import Log

    settings = FetchSettings(allow_private=frozenset(urlsplit(u).netloc for u in urls))
    sources = [Source(f"h{n}", url, publisher=f"h{n}.example") for n, url in enumerate(urls)]
    reader = extractor(load_lexicon(CONFIG / "lexicon.toml"))

    def clock() -> datetime:
        return datetime.now(UTC)

    async def both() -> Taken:
        with Log.open(f"sqlite:///{folder}/ours.sqlite", clock=clock) as log:
            marks = [(_cpu(), time.perf_counter())]
            async with Door(settings, clock=clock) as door:
                async with ParsePool() as pool:
                    register(log, sources)
                    line = Line(log, door, pool.parse, reader, clock, settings)
                    first = await run(line, sources)
                marks.append((_cpu(), time.perf_counter()))
                second = await run(line, sources)
            marks.append((_cpu(), time.perf_counter()))
            if {d.word for d in first} != {"new"} or {d.word for d in second} != {"not modified"}:
                raise SystemExit(f"ours: {sorted({(d.word, d.why) for d in (*first, *second)})[:5]}")
            return _between(marks, sum(d.new for d in first))

    return asyncio.run(both())


def peer(urls: list[str], folder: str) -> Taken:
    """The same by ``reader``, as its documentation has it."""
    import feedparser_sgmllib

    sys.modules.setdefault("sgmllib", feedparser_sgmllib)  # reader imports it, feedparser has taken it over as this
    from reader import make_reader

    with make_reader(f"{folder}/reader.sqlite") as reader:
        marks = [(_cpu(), time.perf_counter())]
        for url in urls:
            reader.add_feed(url)
        for _ in range(2):
            reader.update_feeds(scheduled=False)  # ours too are asked whether it is time or not
            marks.append((_cpu(), time.perf_counter()))
        failed = [f.url for f in reader.get_feeds() if f.last_exception]
        if failed:
            raise SystemExit(f"reader failed on {failed[:3]}")
        return _between(marks, reader.get_entry_counts().total or 0)


def _between(marks: list[tuple[float, float]], posts: int) -> Taken:
    (c0, t0), (c1, t1), (c2, t2) = marks
    return Taken(c1 - c0, t1 - t0, c2 - c1, t2 - t1, posts)


def _child(name: str, urls: list[str], pipe: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pipe.send({"ours": ours, "reader": peer}[name](urls, folder))


def measure(name: str, urls: list[str]) -> Taken:
    """One run in a fresh process. Raises SystemExit where it did not end well."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(name, urls, there))
    process.start()
    there.close()
    try:
        taken: Taken = here.recv()
    except EOFError:
        raise SystemExit(f"{name} did not end well") from None
    process.join()
    if taken.posts != FEEDS * ITEMS:
        raise SystemExit(f"{name}: {taken.posts} posts instead of {FEEDS * ITEMS}")
    return taken


def run() -> list[dict[str, str]]:
    """Two rows: all new, all 304."""
    best: dict[str, Taken] = {}
    with server(FEEDS) as feeds:
        for _ in range(ROUNDS):
            for name in ("ours", "reader"):
                taken = measure(name, feeds.urls(FEEDS))
                best[name] = best[name].least(taken) if name in best else taken
    mine, theirs = best["ours"], best["reader"]
    return [
        {
            "what": f"refresh of {FEEDS} feeds x {ITEMS} items, CPU (feeds/s)",
            "ours": f"{mine.cpu:.2f} s ({FEEDS / mine.clock:,.0f}/s)",
            "peer": f"reader {theirs.cpu:.2f} s ({FEEDS / theirs.clock:,.0f}/s)",
            "ratio": f"{theirs.cpu / mine.cpu:.1f}x",
            "aim": "<= 1.5 s, 8x",
        },
        {
            "what": f"refresh of {FEEDS} feeds, all 304, feeds/s (CPU)",
            "ours": f"{FEEDS / mine.clock_304:,.0f}/s ({mine.cpu_304:.2f} s)",
            "peer": f"reader {FEEDS / theirs.clock_304:,.0f}/s ({theirs.cpu_304:.2f} s)",
            "ratio": f"{theirs.clock_304 / mine.clock_304:.1f}x",
            "aim": ">= 1,000 feeds/s",
        },
    ]
