"""Files through the same line as fetched posts: feeds, HTML, Markdown, text, JSONL of posts, web archives.

timeline ingest notes/*.txt
timeline ingest page.html --url https://example.com/post --published 2025-04-05 --publisher Example

A file that says no publish date has none: nothing relative in it is resolved.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import InputError, UsageError
from store.text import safe_url, without_credentials
from timeline.cli.context import Context
from timeline.cli.opened import log_of
from timeline.cli.write_fetch import caught_up

if TYPE_CHECKING:
    from ingest.files import FileOptions
    from ingest.reading import Extractor
    from store.log import Log

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """The files, and what you know of them."""
    parser.add_argument("path", nargs="+", metavar="PATH", help="files, or directories of them")
    parser.add_argument("--publisher", metavar="P", help="who published it, where the file does not say")
    parser.add_argument("--published", metavar="DATE", help="when, where the file does not say")
    parser.add_argument("--url", metavar="URL", help="its address: the identity of the post (one file only)")


def run(args: Namespace, context: Context) -> int:
    """Takes the files in; what cannot be read costs the rest nothing. Exit 4 if some or parts failed, 1 if all."""
    from ingest.extract import extractor
    from ingest.files import FileOptions
    from timeline.cli.config import lexicon_of, start_chronology

    paths = list(_files(args.path))
    if args.url and len(paths) != 1:
        raise UsageError(f"--url is the address of one file; {len(paths)} were given")
    if args.url and safe_url(args.url) is None:
        raise UsageError(f"--url: {without_credentials(args.url)!r} is no http or https address")
    options = FileOptions(args.publisher, args.published, args.url)
    lexicon, told = lexicon_of(context), list[str]()
    with log_of(context) as log:
        start_chronology(log, context, lexicon)
        for path in paths:
            told.append(_one(log, path, options, extractor(lexicon), context))
        caught_up(log, context)
    return 0 if set(told) <= {"whole"} else 1 if set(told) == {"failed"} else 4


def _files(named: list[str]) -> Iterator[Path]:
    for name in named:
        path = Path(name)
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
        else:
            yield path


def _one(log: Log, path: Path, options: FileOptions, extractor: Extractor, context: Context) -> str:
    """``whole``, ``partial`` where parts of it could not be read, or ``failed``."""
    from ingest.files import read_file
    from ingest.intake import take_in

    new = revised = unchanged = claims = skipped = 0
    try:
        for window in read_file(path, options, context.clock()):
            with log.transaction() as tx:
                taken = take_in(tx, window.source, window.feed, extractor, context.clock(), most=inf)
            new, revised = new + len(taken.seen.new), revised + len(taken.seen.revised)
            unchanged, claims = unchanged + taken.seen.unchanged, claims + taken.claims
            skipped += len(window.skipped)
            for note in window.skipped:
                context.note(f"timeline: {note}")
    except InputError as error:
        context.note(f"timeline: {error}")
        return "failed"
    parts = [f"{n} {word}" for n, word in ((new, "new"), (revised, "revised"), (unchanged, "known already")) if n]
    context.note(f"{path}: {', '.join(parts) or 'no posts'}; {claims} claims")
    return "partial" if skipped else "whole"
