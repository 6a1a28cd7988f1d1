"""The labelled posts, folded: what belongs together is told together."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import pytest

from timeline.project import resolve


@pytest.mark.corpus
def test_labelled_moves_of_several_posts_end_in_one(shared: Path, root: Path) -> None:
    """B-cubed F1 of the labelled moves fed in as claims is 0.85 or more."""
    sys.path.insert(0, str(root))
    from bench.bcubed import from_labels, measure, posts_of
    from ingest.extract import load_lexicon

    lexicon = load_lexicon(root / "config" / "lexicon.toml")
    _, _, (_, _, f1) = measure(list(from_labels(posts_of(shared), lexicon)))
    assert f1 >= 0.85


@pytest.mark.corpus
def test_the_seeds_make_one_chronology_in_all_120_orders(shared: Path, root: Path) -> None:
    """Whatever the order in which the five seed documents come, the moves, disputes and steps are the same."""
    sys.path.insert(0, str(root))
    from bench.bcubed import from_labels, posts_of
    from ingest.extract import load_lexicon

    lexicon = load_lexicon(root / "config" / "lexicon.toml")
    seeds = [post for post in posts_of(shared) if post["id"].startswith("seed-")]
    told = [[record for _, record in post.items if record] for post in from_labels(seeds, lexicon)]
    assert len(told) == 5
    answers = [resolve([record for post in order for record in post], []) for order in itertools.permutations(told)]
    assert len(answers) == 120
    assert all(answer == answers[0] for answer in answers)
