"""The measure itself: what counts as found, dated and strict, and that it gives the figures of the shared scorer."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench.evaluate import folds, labelled, main, read
from bench.score import Figures, Judged, dates_agree, figures, judge, of_label
from tests.told import lexicon

POST: dict[str, Any] = {
    "id": "p1",
    "title": "Orcas at Lake Works",
    "text": "Lake Works showed Orca 3 on May 4, 2031. It also hired Ada Lund, people said. A dam is planned.",
    "moves": [
        {"type": "release", "object": "Orca 3", "actors": ["Lake Works"], "date": "2031-05-04", "status": "shipped",
         "evidence": "showed Orca 3 on May 4, 2031"},
        {"type": "people", "object": "Ada Lund", "actors": ["Lake Works"], "date": "2031-05", "status": "rumoured",
         "evidence": "hired Ada Lund"},
    ],
    "ignore": ["A dam is planned"],
}  # fmt: skip
RIGHT: dict[str, Any] = {**POST["moves"][0], "evidence": "Lake Works showed Orca 3 on May 4, 2031"}


def scored(*moves: dict[str, Any]) -> Figures:
    """The figures of one post for what was read out of it."""
    return figures([judge(POST, moves)])


def test_a_move_with_the_right_date_and_status_counts_at_every_level() -> None:
    """Found, dated and strict hold each the next."""
    assert scored(RIGHT).hits == (1, 1, 1)


def test_a_day_three_days_off_is_dated_and_one_four_days_off_is_only_found() -> None:
    """Posts lag events by up to three days."""
    assert scored({**RIGHT, "date": "2031-05-07"}).hits == (1, 1, 1)
    assert scored({**RIGHT, "date": "2031-05-08"}).hits == (1, 0, 0)


def test_another_status_is_dated_but_not_strict() -> None:
    """The status decides between the last two levels."""
    assert scored({**RIGHT, "status": "planned"}).hits == (1, 1, 0)


def test_another_type_is_no_match_at_all() -> None:
    """Every level asks for the same type."""
    assert scored({**RIGHT, "type": "product"}).hits == (0, 0, 0)


def test_a_repeat_is_a_false_alarm() -> None:
    """Pairs are one to one."""
    has = scored(RIGHT, RIGHT)
    assert (has.hits, has.read, has.false) == ((1, 1, 1), 2, 1)


def test_a_move_read_from_words_left_open_counts_neither_way() -> None:
    """The labels leave some words to taste."""
    assert scored({**RIGHT, "type": "investment", "evidence": "A dam is planned"}).read == 0


def test_a_quote_that_is_no_part_of_the_post_is_a_false_alarm_and_told() -> None:
    """Nothing is matched on invented words."""
    has = scored({**RIGHT, "evidence": "Lake Works shows Orca 3"})
    assert (has.hits[0], has.false, has.inexact) == (0, 1, 1)


def test_the_pairing_with_most_strict_pairs_wins() -> None:
    """A worse partner that comes first does not take the place of a better one."""
    assert scored({**RIGHT, "date": "2031-05-06", "status": "planned"}, RIGHT).hits == (1, 1, 1)


@pytest.mark.parametrize(
    ("label", "got", "agree"),
    [
        ("2031-05-04", "2031-05", False),  # a day is wanted
        ("2031-05", "2031-05", True),
        ("2031-05", "2031-05-04", False),  # finer than the words allow
        ("2031-05", "2031-W19", True),  # a week inside of the month is within the three days
        ("2031", "2031-Q2", True),
        ("2031", "2031-H2", True),
        ("2031-Q2", "2031", False),
        ("2031-Q2", "2031-06", True),
        ("2031", "2030", False),
        (None, None, True),
        (None, "2031", False),
        ("2031", None, False),
        ("2031", "31 June", False),
        ("2031", "2031-13", False),
        ("2031-02", "2031-02-30", False),
    ],
)
def test_dates_agree_as_the_guide_says(label: str | None, got: str | None, agree: bool) -> None:
    """A coarser label is met by itself or by an interval inside of it that is not a single day."""
    assert dates_agree(label, got) is agree


def test_posts_of_one_happening_stay_in_one_fold() -> None:
    """A split that parts them would test on what was tuned on."""
    judged = [Judged({"id": str(n), "event_group": f"g{n % 7}", "moves": []}, (), ()) for n in range(40)]
    parts = folds(judged)
    assert sorted(one.post["id"] for part in parts for one in part) == sorted(one.post["id"] for one in judged)
    homes = {(one.post["event_group"], n) for n, part in enumerate(parts) for one in part}
    assert len(homes) == 7


def test_absent_labels_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 and the path, not a traceback."""
    assert main([str(tmp_path / "no.jsonl")]) == 1
    assert "no.jsonl" in capsys.readouterr().err


def test_the_table_names_each_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A label that nothing was read for stands in the list of errors."""
    move = {"type": "people", "object": "Ada", "date": None, "status": "planned", "evidence": "Rain"}
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "x", "title": "", "text": "Rain.", "moves": [move]}))
    assert main([str(tmp_path / "gold.jsonl"), "--errors"]) == 0
    assert "MISSED x people | Ada | Rain" in capsys.readouterr().out


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_scorer", shared / "gold" / "score_moves.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["shared_scorer"] = module
    spec.loader.exec_module(module)
    return module


def _same(ours: Figures, theirs: dict[str, Any]) -> bool:
    told = (
        theirs["posts"],
        theirs["gold"],
        theirs["system"],
        theirs["negatives_with_alarm"],
        theirs["inexact_evidence"],
    )
    f1 = [theirs[f"{name}_f1"] for name in ("found", "dated", "strict")]
    return told == (ours.posts, ours.labelled, ours.read, ours.alarmed, ours.inexact) and f1 == pytest.approx(
        [ours.f1(name) for name in ("found", "dated", "strict")]
    )


def _spoiled(moves: list[dict[str, Any]], rng: random.Random) -> list[dict[str, Any]]:
    """What was read, made worse: left out, doubled, misdated, renamed, misquoted."""
    wrongs: list[Callable[[dict[str, Any]], list[dict[str, Any]]]] = [
        lambda m: [m], lambda m: [], lambda m: [m, m],
        lambda m: [{**m, "date": rng.choice([None, "2025", "2026-02", "2025-Q1", "2026-02-25", "x"])}],
        lambda m: [{**m, "status": rng.choice(["planned", "shipped"])}],
        lambda m: [{**m, "type": rng.choice(["release", "product", "people"]), "object": "thing", "actors": []}],
        lambda m: [{**m, "evidence": m["evidence"] + "§"}],
    ]  # fmt: skip
    return [worse for m in moves for worse in rng.choice(wrongs)(m)]


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["dev.jsonl", "seeds.jsonl"])
def test_the_figures_are_those_of_the_shared_scorer(shared: Path, name: str) -> None:
    """For what we read, for nothing, for the labels themselves, and for all of it spoiled in many ways."""
    scorer, posts = _scorer(shared), labelled(shared / "gold" / name)
    ours = {p["id"]: read(p, lexicon()) for p in posts}
    rng = random.Random(11)
    answers: list[dict[str, list[dict[str, Any]]]] = [
        ours,
        {p["id"]: [] for p in posts},
        {p["id"]: p["moves"] for p in posts},
    ]
    answers += [{p["id"]: _spoiled([*ours[p["id"]], *p["moves"]], rng) for p in posts} for _ in range(6)]
    for answer in answers:
        judged = [judge(p, answer[p["id"]]) for p in posts]
        theirs = [(p, *scorer.judge(p, answer[p["id"]])) for p in posts]
        assert _same(figures(judged), scorer.figures(theirs))
        for key in ("type", "status"):
            for (label, part), (their_label, their_part) in zip(
                of_label(judged, key), scorer.by_label(theirs, key), strict=True
            ):
                assert label == their_label
                assert _same(figures(part), scorer.figures(their_part))
