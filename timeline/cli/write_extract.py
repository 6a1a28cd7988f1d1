"""What is read out of posts; touches no store.

timeline extract posts.jsonl > moves.jsonl     {id,url,publisher,published,title,text} in, {id, moves:[...]} out
timeline extract --explain < posts.jsonl       why each claim was read, and why near misses were not

Lines go out in the order in which they came in, in constant memory; --jobs 2 reads on two cores.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline.cli.context import Context
from timeline.cli.posts import Bad, posts_of

if TYPE_CHECKING:
    from ingest.extract import Lexicon
    from ingest.model import Post

__all__ = ["arguments", "run"]

_CHUNK = 64  # posts handed to a worker at once


def arguments(parser: ArgumentParser) -> None:
    """Where the posts come from."""
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="JSONL of posts; - is standard input")
    parser.add_argument(
        "--explain", action="store_true", help="sentence, trigger, agent, date and near misses, as text"
    )
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (default 1)")


def run(args: Namespace, context: Context) -> int:
    """A line out for each line in; a line that is no post is told with its number, and exit is 4."""
    from ingest.extract import explain
    from timeline.cli.config import lexicon_of

    lexicon, bad = lexicon_of(context), Bad(context, args.file)
    posts = posts_of(args.file, bad)
    if args.explain:
        for post in posts:
            context.write(f"{post.id}\n" + "".join(f"  {line}\n" for line in explain(post, lexicon)))
    else:
        for line in _lines(posts, lexicon, args.jobs, context.config):
            context.write(line)
    return 4 if bad.count else 0


def _answer(post: Post, lexicon: Lexicon) -> str:
    from ingest.extract import extract, to_record
    from timeline.render.ndjson import dump

    answer: dict[str, Any] = {"id": post.id, "moves": [to_record(claim) for claim in extract(post, lexicon)]}
    return dump(answer) + "\n"


def _lines(posts: Iterator[Post], lexicon: Lexicon, jobs: int, config: str) -> Iterator[str]:
    if jobs <= 1:
        for post in posts:
            yield _answer(post, lexicon)
        return
    from collections import deque
    from itertools import islice
    from multiprocessing import get_context

    with get_context("spawn").Pool(jobs, _begin, (config,)) as pool:
        waiting: deque[Any] = deque()
        while chunk := list(islice(posts, _CHUNK)):
            waiting.append(pool.apply_async(_answers, (chunk,)))
            if len(waiting) > 4 * jobs:
                yield from waiting.popleft().get()
        while waiting:
            yield from waiting.popleft().get()


_lexicon: list[Lexicon] = []  # of a worker process


def _begin(config: str) -> None:
    from pathlib import Path

    from ingest.extract import load_lexicon

    _lexicon.append(load_lexicon(Path(config) / "lexicon.toml"))


def _answers(chunk: list[Post]) -> list[str]:
    return [_answer(post, _lexicon[0]) for post in chunk]
