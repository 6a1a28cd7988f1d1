"""What became of each captured feed, as a table in Markdown: ``python bench/outcomes.py SHARED``."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ingest.model import ParsedFeed
from ingest.parse import parse
from store.errors import ParseError

NOW = datetime(2026, 9, 1, tzinfo=UTC)


def rows(shared: Path) -> Iterator[str]:
    """The lines of the table, good feeds first."""
    yield "| file | format | tier | posts | dated | notes |"
    yield "|---|---|---|---|---|---|"
    for folder in ("good", "odd"):
        for path in sorted((shared / "feeds" / folder).iterdir()):
            yield f"| {folder}/{path.name} | {_cells(path)} |"


def _cells(path: Path) -> str:
    try:
        feed = parse(path.read_bytes(), url=f"https://feeds.example/{path.name}", content_type=None, now=NOW)
    except ParseError as error:
        return f"– | – | – | – | refused: {error.details.get('kind')}"
    dated = sum(post.published is not None for post in feed.posts)
    return f"{feed.format} | {feed.tier} | {len(feed.posts)} | {dated} | {'; '.join(_notes(feed))}"


def _notes(feed: ParsedFeed) -> Iterator[str]:
    if feed.partial:
        yield "partial"
    yield from feed.notes
    refused = [post.published_raw for post in feed.posts if post.published_raw and post.published is None]
    if refused:
        yield f"{len(refused)} dates not believed, such as `{refused[0]}`"


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print("\n".join(rows(Path(sys.argv[1]))))
