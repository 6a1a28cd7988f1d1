"""How fast posts are read, in one process: those about other things, those about the subject, and a million in a row.

Posts about other things are the entries of the captured feeds where they are at hand, else generated ones. Posts about
the subject are the captured articles that name it (their time counted by 5 KB), and generated ones: news of 5 KB, a
fifth of whose sentences tell of the subject, three of them a move.
``BENCH_POSTS=1000000`` for the long run (default 200,000).
"""

from __future__ import annotations

import itertools
import os
import random
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ingest.extract import extract, load_lexicon  # noqa: E402
from ingest.extract.lexicon import Lexicon  # noqa: E402
from ingest.model import Post  # noqa: E402
from ingest.parse import parse  # noqa: E402
from store.errors import TimelineError  # noqa: E402

__all__ = ["captured", "generated", "news", "run"]

_SIZE = 5_000
_OTHERS = """The {n} of {place} opened its doors to visitors after a long winter, and the queue went around the corner.
A {n} in {place} said that prices had risen by {k} percent since the spring.
Nobody in {place} could say why the {n} had been moved, or who had paid for it.
The council of {place} voted {k} to 12 for a new {n}, which is to be ready in three years.
{name} played the {n} for {k} minutes before the rain came, and the crowd stayed.
Critics called the {n} the best of its kind, though {name} was not so sure.
Trains between {place} and the coast ran late because of a fallen {n}.
{name}, who has studied the {n} for {k} years, warned against drawing quick conclusions.
The museum lent the {n} to {place}, where it will hang until the autumn.
Analysts at a bank in {place} expect sales of the {n} to grow by {k} percent.
The school has {k} pupils and one {n}, and both are well looked after.
Farmers near {place} lost {k} acres of wheat to the storm, {name} told reporters."""
_MOVES = """Meta released Llama {k} on Tuesday, its third open model in a year.
Meta signed a multiyear agreement with AMD for up to {k} gigawatts of AI chips.
The company said it would spend ${k} billion on AI data centers this year, up from last year.
Meta hired {name} from OpenAI to lead a new AI research team.
Meta has delayed Behemoth until the fall, people familiar with the matter said.
Meta agreed to acquire Orca Labs, a startup that makes voice models, for ${k} million."""
_TALK = """Meta has long argued that open models win in the end.
Zuckerberg has told staff that the next {k} months decide who leads in AI.
Shares of Meta rose {k} percent in early trading in New York.
If Meta keeps its word, developers in {place} will pay less for Llama.
The company did not say what the {n} would cost."""
_WORDS = {
    "n": "bridge archive piano harvest lighthouse theatre market sculpture ferry garden report tournament".split(),
    "place": ["Utrecht", "Aarhus", "New Haven", "Porto", "Tampere", "Graz", "Leeds", "Osaka"],
    "name": ["Ada Lund", "Omar Reyes", "Ines Duarte", "Jon Vik", "Mei Tanaka", "Paul Okafor"],
}


def _line(rng: random.Random, lines: list[str]) -> str:
    words = {key: rng.choice(choices) for key, choices in _WORDS.items()}
    return rng.choice(lines).format(k=rng.randint(3, 90), **words)


def news(count: int, *, seed: int = 1) -> Iterator[Post]:
    """Posts of 5 KB about the subject."""
    rng, others, talk, moves = random.Random(seed), _OTHERS.splitlines(), _TALK.splitlines(), _MOVES.splitlines()
    for number in range(count):
        lines = [_line(rng, others)]
        while sum(map(len, lines)) + len(lines) < _SIZE:
            lines.append(_line(rng, talk if rng.random() < 0.15 else others))
        for place in rng.sample(range(len(lines)), 3):
            lines[place] = _line(rng, moves)
        paragraphs = [" ".join(lines[at : at + 4]) for at in range(0, len(lines), 4)]
        title = f"Meta and the {_line(rng, ['{n} of {place}'])}"
        yield Post(f"n{number}", title, "\n".join(paragraphs), None, "wire.example", "2026-03-16")


def generated(count: int, *, seed: int = 2) -> Iterator[Post]:
    """Posts about other things, of the size of a feed's entry (600 characters)."""
    rng, others = random.Random(seed), _OTHERS.splitlines()
    for number in range(count):
        text = " ".join(_line(rng, others) for _ in range(7))
        yield Post(f"g{number}", _line(rng, others), text, None, "wire.example", "2026-03-16")


def captured(shared: Path) -> Iterator[Post]:
    """The entries of the captured feeds that can be parsed."""
    for path in sorted((shared / "feeds").glob("*/*")):
        try:
            feed = parse(
                path.read_bytes(), url=f"https://{path.stem}.example/", content_type=None, now=datetime.now(UTC)
            )
        except TimelineError:
            continue  # some are broken on purpose; what can be read of them is another bench's matter
        for number, post in enumerate(feed.posts):
            yield Post(f"{path.name}#{number}", post.title, post.text, post.url, path.stem, post.published)


def _posts(lexicon: Lexicon) -> tuple[list[Post], list[Post], str]:
    """Posts about other things, articles that name the subject, and where they are from."""
    shared = Path(os.environ.get("TIMELINE_SHARED") or ROOT.parent / "shared")
    if not (shared / "feeds").is_dir():
        return list(generated(5_000)), [], "generated"
    posts = list(captured(shared))
    about = {p.id for p in posts if lexicon.relevant(p.title) or lexicon.relevant(p.text)}
    articles = [p for p in posts if p.id in about and len(p.text) > 1_500]
    return [p for p in posts if p.id not in about], articles, "captured"


def _rate(posts: list[Post], lexicon: Lexicon, rounds: int) -> float:
    """Posts a second of CPU, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        for post in posts:
            extract(post, lexicon)
        best = min(best, time.process_time() - started)
    return len(posts) / best


def _resident() -> float:
    """This process's memory in MB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def _long_run(lexicon: Lexicon, count: int) -> tuple[float, float]:
    """Memory after a tenth of the posts and after all of them; one in fifty is about the subject."""
    some = [*itertools.islice(generated(2_000), 2_000), *news(40)]
    random.Random(3).shuffle(some)
    early = 0.0
    for number, post in enumerate(itertools.islice(itertools.cycle(some), count)):
        extract(Post(f"{number}", post.title, f"{post.text} {number}", None, None, post.published), lexicon)
        if number == count // 10:
            early = _resident()
    return early, _resident()


def _size(posts: Iterable[Post]) -> int:
    sizes = [len(p.title) + len(p.text) for p in posts]
    return sum(sizes) // max(1, len(sizes))


def run() -> list[dict[str, str]]:
    """Rows for the table of ``bench/run.py``."""
    lexicon = load_lexicon(ROOT / "config" / "lexicon.toml")
    others, articles, origin = _posts(lexicon)
    about = list(news(100))
    extract(about[0], lexicon)
    told = sum(len(extract(post, lexicon)) for post in about)
    count = int(os.environ.get("BENCH_POSTS", "200000"))
    rows = [
        _row(
            f"extract: {origin} posts about other things, {_size(others)} chars, /s", _rate(others, lexicon, 5), 20_000
        ),
        _row(f"extract: generated posts about the subject, {_size(about)} chars, /s", _rate(about, lexicon, 3), 500),
    ]
    if articles:
        parts = sum(len(p.text) for p in articles) / _SIZE
        rate = _rate(articles, lexicon, 5) * parts / len(articles)
        rows.append(_row("extract: captured articles that name the subject, 5 KB of them, /s", rate, 500))
    early, late = _long_run(lexicon, count)
    grown = {"ours": f"{early:.0f} → {late:.0f} MB", "ratio": f"{late / early:.2f}", "aim": "flat"}
    return [
        *rows,
        {"what": f"extract: memory after {count // 10:,} and {count:,} posts", **grown},
        {"what": "extract: claims read of a generated post", "ours": f"{told / len(about):.1f}"},
    ]


def _row(what: str, rate: float, aim: int) -> dict[str, str]:
    return {"what": what, "ours": f"{rate:,.0f}", "peer": "", "ratio": f"{rate / aim:.2f}", "aim": f"≥ {aim:,}"}


if __name__ == "__main__":
    for row in run():
        print(row)
