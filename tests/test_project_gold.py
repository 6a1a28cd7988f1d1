"""The labelled posts, folded: what belongs together is told together."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


@pytest.mark.corpus
def test_labelled_moves_of_several_posts_end_in_one(shared: Path, root: Path) -> None:
    """B-cubed F1 of the labelled moves fed in as claims is 0.85 or more."""
    sys.path.insert(0, str(root))
    from bench.bcubed import from_labels, measure, posts_of
    from ingest.extract import load_lexicon

    lexicon = load_lexicon(root / "config" / "lexicon.toml")
    _, _, (_, _, f1) = measure(list(from_labels(posts_of(shared), lexicon)))
    assert f1 >= 0.85
