"""A diff in words: what became disputed and why, what else changed, nothing told twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.render_moves import NOW, move, source
from timeline.query import Diff
from timeline.render import Context
from timeline.render.diff import write
from timeline.view import ChangeView, DisputeView, StepView

AT = "2026-11-20T08:00:00.000Z"
LEFT, RIGHT = source("north.example", "two models"), source("south.example", "eight models")


def dispute(rule: str = "model-count", severity: str = "hard", text: str = "2 (north) or 8 (south)") -> DisputeView:
    """One between two sources."""
    return DisputeView(rule=rule, severity=severity, text=text, left=LEFT, right=RIGHT)


def change(kind: str, text: str, position: int = 12) -> ChangeView:
    """One recorded at a position."""
    return ChangeView(kind=kind, position=position, at=AT, text=text)


def told(width: int = 0, **lists: object) -> str:
    """The diff as it is written."""
    return "".join(write(Diff(**lists), Context(now=NOW, width=width)))  # type: ignore[arg-type]


def test_a_new_dispute_says_what_is_wrong_and_is_told_once() -> None:
    """First what cannot be true, then whatever else changed, without the words of the dispute in it again."""
    before, after = move(), move(disputed=True, disputes=(dispute(),))
    text = "disputed: 2 (north) or 8 (south); also said by south"
    assert told(disputed=((before, after, change("disputed", text)),)) == (
        "disputed (1)\n"
        "  ⚠ 2025-04-05  Llama 4 Scout and Maverick released  4c1f9e02ab\n"
        "      #12: disputed (two numbers of models, both cannot be true): 2 (north) or 8 (south)\n"
        "      #12: also said by south\n"
    )


@pytest.mark.parametrize(
    ("rule", "severity", "words"),
    [
        ("older-counter", "soft", "in doubt (a count that only grows is told lower, one may be out of date): "),
        ("weekday", "soft", "in doubt (a day of the week that does not fit the date): "),
        ("polarity", "soft", "in doubt (alleged, and denied): "),
        ("polarity", "hard", "disputed (said by one and denied by the other): "),
        ("a-rule-to-come", "hard", "disputed (both cannot be true): "),
        ("a-rule-to-come", "soft", "in doubt (both may be true): "),
    ],
)
def test_a_doubt_is_told_from_a_contradiction(rule: str, severity: str, words: str) -> None:
    """Each rule has its words, and one that is not known here still says how grave it is."""
    after = move(disputes=(dispute(rule, severity),))
    assert f"#12: {words}2 (north)" in told(disputed=((move(), after, change("disputed", "")),))


def test_a_new_move_comes_with_its_disputes() -> None:
    """Whoever reads of it for the first time reads that it is disputed."""
    lines = told(new=((None, move(disputes=(dispute(),)), change("new", "recorded")),)).splitlines()
    assert lines[2:] == [
        "      #12: recorded",
        "      #12: disputed (two numbers of models, both cannot be true): 2 (north) or 8 (south)",
    ]


def test_disputes_that_were_there_or_are_settled_are_not_told_again() -> None:
    """Only what is open now and was not before."""
    closed = replace(dispute(text="3 or 4"), settled=True)
    before, after = move(disputes=(dispute(),)), move(disputes=(dispute(), closed))
    assert "3 or 4" not in told(changed=((before, after, change("corroborated", "also said by south")),))
    assert "2 (north)" not in told(changed=((before, after, change("corroborated", "also said by south")),))


def test_a_new_step_beside_a_move_is_named() -> None:
    """Nothing of its own changed: another step of the thread is what a reader would see."""
    step = StepView(status="planned", date=None, id="b", title="Llama 5")
    after = move(steps=(step,))
    text = told(changed=((move(), after, change("evidence", "the evidence was read again")),))
    assert "#12: in the same thread now: no date planned Llama 5\n" in text


def test_evidence_that_was_read_again_is_told_as_that() -> None:
    """Where its sources are others, the steps are beside the point."""
    after = move(steps=(StepView(status="planned", date=None),), sources=(LEFT,))
    text = told(changed=((move(), after, change("evidence", "the evidence was read again")),))
    assert "#12: the evidence was read again\n" in text


def test_curation_says_by_whom_and_why() -> None:
    """A judgement is told with its name."""
    judged = replace(change("amended", "date amended"), by="ada", why="the company's own post")
    assert "#12: date amended by ada (the company's own post)\n" in told(changed=((move(), move(), judged),))


def test_between_days_there_is_no_position() -> None:
    """What was publicly known has a day and no place in the log."""
    assert "      also said by south\n" in told(
        changed=((move(), move(), change("corroborated", "also said by south", 0)),)
    )


def test_no_difference_is_said() -> None:
    """Not an empty page."""
    assert told() == "nothing changed\n"


@given(st.text(), st.text(), st.sampled_from([0, 60]))
def test_foreign_words_give_a_terminal_nothing_to_obey(title: str, words: str, width: int) -> None:
    """Titles and texts come from posts: only line ends and printable text go out."""
    after = move(title=title, disputes=(dispute(text=words),))
    text = told(width, disputed=((move(), after, change("disputed", f"disputed: {words}")),))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", text)
