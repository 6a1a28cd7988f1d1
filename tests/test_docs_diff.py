"""docs/diff.md is what the program says; ``python -m tests.test_docs_diff SHARED > docs/diff.md`` writes it anew."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

import pytest

from tests.cli_place import ROOT, Place

HEAD = """# What one more post changed

`timeline diff A B` tells what the chronology knew at `B` that it did not know at `A`, each change with its reason. The
two points are days (what was publicly known) or positions of the log (what this log knew). The examples are made by
`python -m tests.test_docs_diff SHARED > docs/diff.md`, and a test compares them with what the program says.

Five texts about Meta's AI are taken in, one after the other; none of them says when or by whom it was published, so
that each is given a name by hand. The last of them tells of Llama 4 as if it came out on a Thursday of 2026.
"""
FIRST = """
## Beside four other texts

The fifth text counts fewer downloads than the company had told of before: both stand side by side, and the lower count
may be out of date rather than false. It counts eight models of Llama 4 where another names two: one of them is wrong.
"""
SECOND = """
## Beside the starting chronology

The same text, in a new installation that has taken in the four others as well: it meets what was curated from other
sources, so that the count is now held against the highest one known. Moves of the same thread are listed because a
reader who opens one of them is shown one step more.
"""


def document(shared: Path, folder: Path) -> str:
    """The whole page."""
    alone, whole = Place.made(folder / "alone"), Place.made(folder / "whole")
    (whole.config / "chronicle.toml").write_bytes((ROOT / "config" / "chronicle.toml").read_bytes())
    parts = [HEAD, FIRST, _story(alone, shared), SECOND, _story(whole, shared)]
    return "".join(parts)


def _story(place: Place, shared: Path) -> str:
    *before, last = sorted((shared / "seeds").glob("*.txt"))
    for path in before:
        place.ok("ingest", "--publisher", f"document {path.name[:3]}", str(path))
    start = place.position()
    place.ok("ingest", "--publisher", f"document {last.name[:3]}", str(last))
    words = ("diff", f"@{start}", f"@{place.position()}")
    return f"\n```\n$ timeline {' '.join(words)}\n{place.ok(*words, '-f', 'text').out}```\n"


def _without_positions(text: str) -> str:
    """Positions count the entries of the starting chronology, and say nothing of the words."""
    return re.sub(r"[#@]\d+", "@", text)


@pytest.mark.corpus
def test_the_page_is_what_the_program_says(shared: Path, tmp_path: Path, root: Path) -> None:
    """Word by word, whatever the positions."""
    written = (root / "docs" / "diff.md").read_text(encoding="utf-8")
    assert _without_positions(written) == _without_positions(document(shared, tmp_path))


def test_the_page_says_in_plain_words_what_became_disputed(root: Path) -> None:
    """In both examples: what is held against what, by whom each is said, and why it is no more than a doubt."""
    examples = re.findall(r"```\n(.*?)```", (root / "docs" / "diff.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        disputed = re.search(r"^disputed \(\d\)\n(.*?)(?:^\w|\Z)", example, re.DOTALL | re.MULTILINE)
        assert disputed
        assert "650 million downloads (document 004)" in disputed[1]
        assert "one may be out of date" in disputed[1]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.stdout.write(document(Path(sys.argv[1]), Path(made)))
