"""The chronology at 100,000 claims: how fast the log is folded, and how long a page takes, now and as of then."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.generate import generate
from store.events import Claim, ClaimsExtracted, PostObserved
from store.log import Log, NewEvent
from timeline.query import Query, changes, diff, disputes, facets, find, from_params, months, why
from timeline.query import run as page
from timeline.readmodel import ReadModel

__all__ = ["run"]

CLAIMS = 100_000
NOW = datetime(2026, 11, 21, tzinfo=UTC)


def run(claims: int = CLAIMS) -> list[dict[str, str]]:
    """The rows."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.sqlite'}"
        with Log.open(url, clock=lambda: NOW) as log, ReadModel(log.connection) as model:
            _fill(log, claims)
            return [*_folding(log, model, claims), *_asking(log, model)]


def _fill(log: Log, claims: int) -> None:
    waiting: list[NewEvent] = []
    for event in generate(claims):
        waiting.append(event)
        if len(waiting) == 1000:
            log.append(waiting)
            waiting = []
    log.append(waiting)


def _folding(log: Log, model: ReadModel, claims: int) -> Iterator[dict[str, str]]:
    started = time.perf_counter()
    events = len([recorded.event for recorded in log.read()])
    raw = claims / (time.perf_counter() - started)
    started = time.perf_counter()
    model.catch_up(log, progress=_progress)
    rate = claims / (time.perf_counter() - started)
    whole = page(log.connection, Query(limit=1))
    often = log.connection.execute("SELECT count(*) FROM rm_revision").fetchone()[0]
    yield {
        "what": f"fold {claims:,} claims, {events:,} events", "ours": f"{rate:,.0f} claims/s",
        "peer": f"read and decode {raw:,.0f}/s", "ratio": f"{rate / raw:.3f}x", "aim": "",
    }  # fmt: skip
    yield {"what": f"  into {whole.total:,} moves, {often:,} revisions of them", "ours": ""}
    started = time.perf_counter()
    model.catch_up(log)
    yield _row(f"nothing new at @{whole.position}", [time.perf_counter() - started], "1 ms")
    yield _row("one more post, told of at once", [_one_more(log, model, n) for n in range(5)], "100 ms")


def _one_more(log: Log, model: ReadModel, number: int) -> float:
    """Seconds from the reading of a post about the most told move to its being in the chronology."""
    hot = page(log.connection, Query(limit=0, min_lineages=20)).moves
    story = max(hot or page(log.connection, Query(limit=1)).moves, key=lambda move: move.lineages)
    name = f"late{number}"
    observed = PostObserved(
        post=name, source="s", publisher="Late", title=story.title, text="Late words.", published="2026-11-20"
    )
    told = Claim(type=story.type, object=story.object, object_id=story.object_id, date=story.date,  # type: ignore[arg-type]
                 actors=("Meta",), actor_ids=("meta",), status="shipped")  # fmt: skip
    read = ClaimsExtracted(post=name, revision=1, extractor="rules", version="1", claims=(told,))
    log.append(
        [NewEvent(observed, f"post:{name}", f"observed/{name}"), NewEvent(read, f"post:{name}", f"claims/{name}")]
    )
    started = time.perf_counter()
    model.catch_up(log)
    return time.perf_counter() - started


def _progress(done: int, total: int) -> None:
    if done % 6400 == 0:
        print(f"# folded {done} of {total}", file=sys.stderr)


def _asking(log: Log, model: ReadModel) -> Iterator[dict[str, str]]:
    rare = page(log.connection, Query(limit=1, types=("partnership",))).moves[0]
    word, partner = rare.object.split()[0], rare.actors[-1]
    half = model.position // 2

    def ask(**params: str) -> Callable[[], Any]:
        query = from_params({name.replace("_", "-"): [value] for name, value in params.items()}, now=NOW)
        return lambda: page(log.connection, query)

    day, then = _period("2020-06-30"), _period("2020-09-30")
    questions: list[tuple[str, Callable[[], Any], str]] = [
        ("show", ask(), "10 ms"),
        ("show --since 2020 --until 2020", ask(since="2020", until="2020"), "10 ms"),
        ("show --type chip --grade B", ask(type="chip", grade="B"), "10 ms"),
        ("show --actor (rare)", ask(actor=partner), "10 ms"),
        ("show WORD (rare)", ask(q=word), "10 ms"),
        ("show WORD (in every move)", ask(q="note"), "10 ms"),
        ("show --disputed --min-lineages 2", ask(disputed="1", min_lineages="2"), "10 ms"),
        ("disputes", lambda: disputes(log.connection, Query()), "50 ms"),
        ("show --sort recorded", ask(sort="recorded"), "10 ms"),
        ("show --as-of DAY", ask(as_of="2020-06-30"), "100 ms"),
        ("show --as-of @HALF", ask(as_of=f"@{half}"), "100 ms"),
        ("show --as-of DAY --actor (rare)", ask(as_of="2025", actor=partner), "100 ms"),
        ("show --as-of DAY WORD (rare)", ask(as_of="2025", q=word), "100 ms"),
        ("show ID", lambda: find(log.connection, rare.id), "10 ms"),
        ("why ID", lambda: why(log.connection, rare.id), "10 ms"),
        ("facets", lambda: facets(log.connection, Query(), most=8), "10 ms"),
        ("facets of a year", lambda: facets(log.connection, from_params({"in": ["2020"]}, now=NOW)), "100 ms"),
        ("months", lambda: months(log.connection, Query()), "10 ms"),
        ("changes", lambda: changes(log.connection, limit=50), "100 ms"),
        ("diff of a quarter", lambda: diff(log.connection, day, then), "1000 ms"),
    ]
    for what, question, aim in questions:
        times = []
        for _ in range(5):
            started = time.perf_counter()
            question()
            times.append(time.perf_counter() - started)
        yield _row(what, times, aim)


def _period(day: str) -> Any:
    return from_params({"as-of": [day]}, now=NOW).as_of


def _row(what: str, times: list[float], aim: str) -> dict[str, str]:
    return {"what": f"chronology: {what}", "ours": f"{statistics.median(times) * 1000:.1f} ms", "aim": f"<= {aim}"}


if __name__ == "__main__":
    for line in run(int(sys.argv[1])):
        print(line)
