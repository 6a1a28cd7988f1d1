"""Laws of reading dates, and the score on the labelled documents."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.timex import Score, load, measure, score
from ingest.extract.dates import find_dates, grammar
from ingest.extract.dates.context import Context, published_day
from ingest.extract.dates.cues import stretches
from ingest.extract.dates.grammar import Grammar, Rule, expand
from ingest.extract.dates.lexicon import KINDS
from ingest.extract.dates.rules import RULES
from ingest.extract.dates.tokens import CODE, tokenize

_WORDS = """
    the a an of in on by until at least last next this past two three 24 2025 1998 1/2 years year month weeks
    day quarter first second third half fall spring May March april Jan . , - 's ' Monday Friday morning night
    10 p.m. noon today yesterday ago earlier later every each daily a few several couple fiscal FY2025 Q3 H100
    1H26 early late mid end will was said planned Thanksgiving New Year's Day that following previous same
    week weekend hours and or to 5th 31 30 decade century 1990s '90s nineteen ninety-six now recently future
    2025-02-30 99/99/99 10:75 $ 5 million 0 9999 10000
"""
_EVERYWHERE = Grammar(RULES, core=re.compile(".", re.DOTALL))
_FORGETFUL = Grammar(RULES, longest=0)
_texts = st.lists(st.sampled_from(_WORDS.split()), max_size=25).map(" ".join)
_published = st.none() | st.dates().map(date.isoformat) | st.just("0001-01-01") | st.just("9999-12-31T23:59:59Z")


@given(text=_texts | st.text(max_size=80), published=_published | st.text(max_size=12))
@settings(max_examples=300, deadline=None)
def test_reading_never_raises_and_every_expression_stands_in_the_text(text: str, published: str | None) -> None:
    """On any text: offsets are exact, in order, never overlapping, and no value is empty."""
    last = 0
    for e in find_dates(text, published):
        assert last <= e.start < e.end <= len(text)
        assert text[e.start : e.end] == e.text
        assert e.value
        last = e.end


@given(text=_texts, published=_published)
@settings(max_examples=300, deadline=None)
def test_doubling_blanks_changes_nothing_but_offsets(text: str, published: str | None) -> None:
    """The same words with wider blanks have the same types, values and intervals."""
    wide = [(e.type, e.value, e.interval, e.anchor) for e in find_dates(text.replace(" ", "  \n"), published)]
    assert wide == [(e.type, e.value, e.interval, e.anchor) for e in find_dates(text, published)]


@given(text=_texts, published=_published)
@settings(max_examples=300, deadline=None)
def test_looking_for_core_words_first_loses_nothing(text: str, published: str | None) -> None:
    """Every match of every rule has a core word: trying the rules at every token finds the same."""
    tokens, day = tokenize(text), published_day(published)
    found = [(f.start, f.end, reading) for f, _, reading in grammar().find(tokens, Context(tokens, day))]
    assert found == [(f.start, f.end, reading) for f, _, reading in _EVERYWHERE.find(tokens, Context(tokens, day))]


@given(text=_texts, published=_published)
@settings(max_examples=300, deadline=None)
def test_what_is_remembered_of_a_run_of_words_is_what_the_rules_match_there(text: str, published: str | None) -> None:
    """Reading finds the same where no run is short enough to be remembered."""
    tokens, day = tokenize(text), published_day(published)
    found = [(f.start, f.end, reading) for f, _, reading in grammar().find(tokens, Context(tokens, day))]
    assert found == [(f.start, f.end, reading) for f, _, reading in _FORGETFUL.find(tokens, Context(tokens, day))]


_OF_KIND = {
    code: [
        w
        for w in (*KINDS, *f"{_WORDS} Mon 5.4.2025 4/5/25 10pm 10:30 2.5 5,000 3Q25 1H H2".split())
        if tokenize(w).codes == code
    ]
    for code in CODE.values()
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_words_of_its_kinds_may_fill_a_rule(rule: Rule, data: st.DataObject) -> None:
    """No rule knows some words of a kind and breaks on others ("the upcoming year", "a millennium ago")."""
    codes = st.sampled_from([code for code, known in _OF_KIND.items() if known])
    filled = data.draw(st.from_regex(re.compile(expand(rule.pattern)), fullmatch=True, alphabet=codes))
    text = " ".join(data.draw(st.sampled_from(_OF_KIND[code])) for code in filled)
    for published in ("2026-03-16", None):
        assert all(e.value for e in find_dates(f"In Q3 2025 it came. {text}", published))


@given(text=_texts, published=_published)
@settings(max_examples=300, deadline=None)
def test_passing_over_sentences_without_a_word_for_a_day_loses_no_day(text: str, published: str | None) -> None:
    """Whatever names a day or period is found as well, with the same value, where only those are wanted."""
    text = text.replace(" .", ",")  # a dot alone may or may not end a sentence
    days = [e for e in find_dates(text, published) if e.type == "DATE" and e.interval]
    assert not set(days) - set(find_dates(text, published, days_only=True))


@pytest.mark.corpus
def test_passing_over_sentences_loses_no_day_of_the_labelled_documents(shared: Path) -> None:
    """The same on news, whose lines are made one."""
    for document in load(shared):
        text = document.text.replace("\n", " ")
        days = [e for e in find_dates(text, document.published) if e.type == "DATE" and e.interval]
        assert not set(days) - set(find_dates(text, document.published, days_only=True)), document.name


def test_sentences_without_a_word_for_a_day_are_passed_over() -> None:
    """What has none costs no more than looking for one."""
    text = "He fell in a long winter. They met on Jan. 5 in the U.S. Senate. It took three years now; may it go on."
    assert [text[a:b].strip() for a, b in stretches(text)] == ["They met on Jan. 5 in the U.S. Senate."]


@pytest.mark.parametrize("unit", ["week", "month", "quarter", "year"])
def test_no_value_is_finer_than_its_words(unit: str) -> None:
    """A word of a period never yields a value inside of that period."""
    fine = {"week": r"\d{4}-W\d\d", "month": r"\d{4}-\d\d", "quarter": r"\d{4}-Q\d", "year": r"\d{4}"}
    for rel in ("this", "last", "next", "early this", "late last", "later this"):
        for e in find_dates(f"It came {rel} {unit}.", "2026-05-20"):
            assert re.fullmatch(fine[unit], e.value), (rel, e)


@given(day=st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 1, 1)), published=_published)
@settings(max_examples=100, deadline=None)
def test_a_full_date_needs_no_publish_date(day: date, published: str | None) -> None:
    """A day with its year means the same whenever it is read."""
    found = find_dates(f"It happened on {day:%B} {day.day}, {day.year}.", published)
    assert [(e.value, e.anchor) for e in found] == [(day.isoformat(), "absolute")]


def test_a_long_text_without_dates_is_read_in_linear_time() -> None:
    """Twice the text takes about twice the time: runs of words that rules begin with are no trap."""
    unit = "the late early mid about at least more than two of the "

    def seconds(text: str) -> float:
        started = time.perf_counter()
        find_dates(text, "2026-05-20")
        return time.perf_counter() - started

    seconds(unit * 10)
    small, large = min(seconds(unit * 100) for _ in range(3)), min(seconds(unit * 400) for _ in range(3))
    assert large < 12 * small + 0.05


@pytest.mark.corpus
def test_the_scores_on_the_labelled_documents_hold(shared: Path) -> None:
    """TempEval-3, TimeBank and AQUAINT: relaxed F1 at least 91, value F1 at least 80."""
    total, _, _ = measure(load(shared))
    assert total.gold > 1500
    assert total.f1("relaxed") >= 91
    assert total.f1("value") >= 80


@pytest.mark.corpus
def test_the_scorer_gives_full_marks_to_the_labels_and_none_to_silence(shared: Path) -> None:
    """Measured by itself: answering nothing scores 0, and what is labelled is counted once."""
    document = load(shared)[0]
    silent = Score()
    errors = score(document, [], silent)
    assert silent.f1("relaxed") == 0
    assert len(errors) == len(document.labels) == silent.gold
