"""The chronology at 100,000 claims: how fast the log is folded, and how long a page takes, now and as of then."""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from store.events import Claim, ClaimsExtracted, PostObserved
from store.log import Log, NewEvent
from timeline.query import Query, changes, diff, facets, find, from_params, months, why
from timeline.query import run as page
from timeline.readmodel import ReadModel

__all__ = ["generate", "run"]

CLAIMS = 100_000
NOW = datetime(2026, 11, 21, tzinfo=UTC)
FIRST, DAYS = date(2013, 12, 1), 4700
PUBLISHERS = tuple(f"Paper {n}" for n in range(60))
#: syllables of made-up names, so that names share no words by chance more often than real ones do
SYLLABLES = ("ka", "lo", "mi", "ru", "te", "va", "no", "shi", "bel", "dor", "fen", "gal", "hur", "jas", "pel", "quo")
TYPES = ("release", "chip", "partnership", "product", "research", "policy", "milestone", "people")


def generate(claims: int, seed: int = 7) -> Iterator[NewEvent]:
    """Posts of three claims each, and what was read out of them, in order of publication.

    A story is told by four posts on average, at other precisions of its date; one in fifty puts it on another day.
    """
    chance = random.Random(seed)
    names = [_name(chance, n) for n in range(max(claims // 12, 10))]
    stories = [_story(chance, names) for _ in range(claims // 4)]
    told = sorted(
        (
            (s["day"] + timedelta(chance.choice((0, 0, 1, 1, 2, 5))), chance.random(), s)
            for s in stories
            for _ in range(4)
        ),
        key=lambda entry: entry[:2],
    )
    for number in range(0, len(told), 3):
        part = told[number : number + 3]
        yield from _post(chance, f"p{number}", part[-1][0], [story for *_, story in part])


def _name(chance: random.Random, number: int) -> str:
    letters = f"{number % 26:x}".translate(str.maketrans("0123456789", "ghijklmnop"))
    return "".join(chance.choice(SYLLABLES) for _ in range(4)).title() + f" {letters.upper()}"


def _story(chance: random.Random, names: list[str]) -> dict[str, Any]:
    name = chance.choice(names)
    return {
        "object": name, "id": name.casefold().replace(" ", "-"), "type": chance.choice(TYPES),
        "day": FIRST + timedelta(chance.randrange(DAYS)), "partner": chance.choice(names).split()[0] + " Inc",
    }  # fmt: skip


def _post(chance: random.Random, name: str, day: date, stories: list[dict[str, Any]]) -> Iterator[NewEvent]:
    publisher = chance.choice(PUBLISHERS)
    claims = tuple(_claim(chance, story) for story in stories)
    text = " ".join(f"{claim.quote}" for claim in claims)
    published = f"{day.isoformat()}T{chance.randrange(24):02d}:00:00Z"
    url = f"https://{publisher.casefold().replace(' ', '')}.example/{name}"
    observed = PostObserved(
        post=name, source=publisher, publisher=publisher, title=f"On {stories[0]['object']}", text=text, url=url,
        published=published,
    )  # fmt: skip
    yield NewEvent(observed, f"post:{name}", f"observed/{name}")
    read = ClaimsExtracted(post=name, revision=1, extractor="rules", version="1", claims=claims)
    yield NewEvent(read, f"post:{name}", f"claims/{name}/1/rules@1")


def _claim(chance: random.Random, story: dict[str, Any]) -> Claim:
    day: date = story["day"] + timedelta(chance.choice((40, 80)) if chance.random() < 0.02 else 0)
    forms = ((day.isoformat(), "day"), (day.isoformat()[:7], "month"), (None, "unknown"))
    text, precision = chance.choices(forms, (6, 3, 1))[0]
    return Claim(
        type=story["type"], object=story["object"], object_id=story["id"], actors=("Meta", story["partner"]),
        actor_ids=("meta", None), date=text, precision=precision,  # type: ignore[arg-type]
        status=chance.choice(("announced", "shipped", "shipped")),
        quote=f"Meta and {story['partner']} said that {story['object']} is out, a {story['type']} of note.",
    )  # fmt: skip


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
    for recorded in log.read():
        _ = recorded.event
    raw = claims / (time.perf_counter() - started)
    started = time.perf_counter()
    model.catch_up(log, progress=_progress)
    rate = claims / (time.perf_counter() - started)
    moves = page(log.connection, Query(limit=1)).total
    yield {
        "what": f"fold {claims:,} claims into {moves:,} moves", "ours": f"{rate:,.0f}/s",
        "peer": f"read and decode {raw:,.0f}/s", "ratio": f"{rate / raw:.3f}x", "aim": "",
    }  # fmt: skip
    last = log.head().position
    started = time.perf_counter()
    model.catch_up(log)
    yield _row(f"nothing new at @{last}", [time.perf_counter() - started], "1 ms")


def _progress(done: int, total: int) -> None:
    if done % 6400 == 0:
        print(f"# folded {done} of {total}", file=sys.stderr)


def _asking(log: Log, model: ReadModel) -> Iterator[dict[str, str]]:
    rare = page(log.connection, Query(limit=1)).moves[0]
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
        ("show --sort recorded", ask(sort="recorded"), "10 ms"),
        ("show --as-of DAY", ask(as_of="2020-06-30"), "100 ms"),
        ("show --as-of @HALF", ask(as_of=f"@{half}"), "100 ms"),
        ("show --as-of DAY --actor (rare)", ask(as_of="2025", actor=partner), "100 ms"),
        ("show --as-of DAY WORD (rare)", ask(as_of="2025", q=word), "100 ms"),
        ("show ID", lambda: find(log.connection, rare.id), "10 ms"),
        ("why ID", lambda: why(log.connection, rare.id), "10 ms"),
        ("facets", lambda: facets(log.connection, Query()), "10 ms"),
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
