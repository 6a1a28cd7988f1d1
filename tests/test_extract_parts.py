"""The parts of extraction, each told by a table: dates, amounts, names, clauses, verbs, pronouns, first looks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract import moods, when
from ingest.extract.amounts import find_amounts
from ingest.extract.clauses import clauses
from ingest.extract.coref import resolved
from ingest.extract.fold import fold
from ingest.extract.frames import FRAMES, NOUNS
from ingest.extract.musts import Musts, musts
from ingest.extract.tagged import tagged
from ingest.extract.verbs import hits
from ingest.extract.when import find_when
from tests.told import lexicon

MONDAY = "2026-03-16"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2026-02-24", "2026-02-24"), ("on February 24, 2026", "2026-02-24"), ("24 February 2026", "2026-02-24"),
        ("Feb. 24, 2026", "2026-02-24"), ("in February 2026", "2026-02"), ("on March 12", "2026-03-12"),
        ("on December 12", "2025-12-12"), ("in Q3 2026", "2026-Q3"), ("the second half of 2026", "2026-H2"),
        ("third quarter of 2025", "2025-Q3"), ("on Thursday", "2026-03-12"), ("on Monday", "2026-03-16"),
        ("today", "2026-03-16"), ("yesterday", "2026-03-15"), ("last month", "2026-02"), ("last week", "2026-03"),
        ("last year", "2025"), ("in 2022", "2022"), ("in December", "2025-12"),
    ],
)  # fmt: skip
def test_a_date_expression_is_read_no_finer_than_its_words(words: str, date: str) -> None:
    """Relative words count from the day of publishing; a month or a year stays one."""
    assert [w.date for w in find_when(f"It came {words}.", MONDAY)] == [date]


@pytest.mark.parametrize("words", ["on Thursday", "yesterday", "last week", "on March 12", "in December"])
def test_nothing_relative_is_resolved_without_a_publish_date(words: str) -> None:
    """It is seen, so that nothing else dates the words, but it says no date."""
    assert [w.date for w in find_when(f"It came {words}.", None)] in ([], [None])


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "yesterday", ""])
def test_an_unbelievable_publish_date_is_none(published: str) -> None:
    """A program's zero resolves nothing."""
    assert when.published_day(published) is None


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("two weeks ago", "2026-03"), ("late last year", "2025"), ("this spring", "2026"),
        ("in recent weeks", "2026-03"),
        ("over the weekend", "2026-03"), ("in the first half of 2025", "2025-H1"), ("in fiscal 2025", "2025"),
        ("on April 5-7, 2025", "2025-04-05"), ("on 13 July 2025", "2025-07-13"), ("on Thanksgiving", "2025-11-27"),
        ("last quarter", "2025-Q4"), ("in 1H25", "2025-H1"), ("years ago", None), ("in the 1990s", None),
    ],
)  # fmt: skip
def test_a_date_of_another_kind_is_told_as_the_guide_wants_it(words: str, date: str | None) -> None:
    """Weeks become months and seasons years; what cannot be told as one date is seen, and says none."""
    assert [w.date for w in find_when(f"It came {words}.", MONDAY)] == [date]


@pytest.mark.parametrize("words", ["for three years", "now", "in 1600 languages", "every Monday", "recently"])
def test_what_names_no_day_is_no_date(words: str) -> None:
    """Spans, times that come again and vague words leave the claim to be dated by the post."""
    assert find_when(f"It came {words}.", MONDAY) == []


def test_days_of_a_text_without_a_publish_date_are_of_its_only_year() -> None:
    """Nothing else says the year; a day that this year does not have is none."""
    assert [w.date for w in find_when("It came on April 5 and on February 29.", None, 2023)] == ["2023-04-05", None]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_a_frame_matches_holds_what_it_must(data: st.DataObject) -> None:
    """The strings looked for first are in every match of a pattern, so that none is lost."""
    patterns = [frame.wants for frame in FRAMES if frame.wants.pattern] + [frame.pattern for frame in NOUNS]
    pattern = data.draw(st.sampled_from(patterns))
    words = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="ascii", exclude_categories=["Cc"])))
    assert all(any(s in words for s in each) for each in musts(pattern)), (pattern.pattern, words)
    assert 0 in Musts([[pattern]]).possible(words)


@settings(max_examples=40, deadline=None)
@given(number=st.integers(0, len(moods.BEFORE) - 1), data=st.data())
def test_whatever_may_stand_before_a_verb_is_looked_for(number: int, data: st.DataObject) -> None:
    """Auxiliaries and negations are matched by no words in which nothing of them is seen."""
    ascii_letters = st.characters(codec="ascii", exclude_categories=["Cc"])
    assert number in moods.before(data.draw(st.from_regex(moods.BEFORE[number], alphabet=ascii_letters)))


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\b(?:deal|pact) with\b", (("deal", "pact"), (" with",))),
        (r"[SF]{2,}", (("F", "S"),)),
        (r"(?:a|b)?c*", ()),
        (r"(?i)Monday", (("monday",),)),
    ],
)
def test_what_a_pattern_asks_for_is_told(pattern: str, strings: tuple[tuple[str, ...], ...]) -> None:
    """Sets of strings, one of each of which stands in every match."""
    assert set(musts(re.compile(pattern))) == set(strings)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("$14.3 billion", [(14.3e9, 14.3e9, "USD", "exact")]),
        ("up to $65 billion", [(65e9, 65e9, "USD", "at-most")]),
        ("more than €200 million", [(200e6, 200e6, "EUR", "at-least")]),
        ("between $64 billion and $72 billion", [(64e9, 72e9, "USD", "exact")]),
        ("a 49% stake", [(49.0, 49.0, "percent", "exact")]),
        ("two gigawatts", [(2.0, 2.0, "GW", "exact")]),
        ("350,000 GPUs", [(350000.0, 350000.0, "gpus", "exact")]),
        ("hundreds of billions of dollars", [(None, None, "USD", "about")]),
        ("Llama 3.1 405B on H100", []),
    ],
)
def test_amounts_are_read_with_bound_and_unit(
    words: str, told: list[tuple[float | None, float | None, str, str]]
) -> None:
    """Low, high, unit and bound; sizes in names are none."""
    assert [(q.low, q.high, q.unit, q.bound) for q in find_amounts(fold(words), words, 0, len(words))] == told


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Meta and AMD", ["meta", "amd"]), ("Llama 4 Scout", ["llama-4-scout"]), ("Facebook", ["meta"]),
        ("a meta-analysis", []), ("the metaverse", []), ("$META", []), ("Llama 3.1 405B", ["llama-3.1-405b"]),
        ("Meta description tags", []), ("Mark Zuckerberg", ["mark-zuckerberg"]),
    ],
)  # fmt: skip
def test_names_are_found_as_whole_words_with_what_belongs_to_them(words: str, ids: list[str]) -> None:
    """The longest name wins; words around an ambiguous one make it another thing."""
    assert [m.object_id for m in lexicon().mentions(fold(words))] == ids


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Meta released Llama 4, while AMD fell.", 2),
        ("Meta hired Ada Lund and signed a deal with AMD.", 2),
        ("AMD and Meta signed a deal.", 1),
        ("Meta (which fell; then rose) released Llama 4.", 1),
        ("Meta cut jobs; it also raised its budget.", 2),
    ],
)
def test_a_sentence_breaks_where_another_statement_begins(words: str, parts: int) -> None:
    """At semicolons and joining words, never inside brackets or lists of names."""
    text = tagged(words, lexicon(), MONDAY)
    assert len(clauses(text, text.sentences[0])) == parts


@pytest.mark.parametrize(
    ("words", "mood"),
    [
        ("Meta released Llama 4.", "fact"), ("Meta has released Llama 4.", "perfect"),
        ("Meta releases Llama 4.", "present"), ("Meta will release Llama 4.", "will"),
        ("Meta may release Llama 4.", "modal"),
        ("Meta plans to release Llama 4.", "infinitive"), ("Meta is releasing Llama 4.", "progressive"),
        ("Meta never released Llama 4.", "negated"), ("If Meta released Llama 4, fine.", "hypothetical"),
        ("By releasing Llama 4, Meta gains.", "gerund"),
    ],
)  # fmt: skip
def test_a_verb_tells_whether_it_happened(words: str, mood: str) -> None:
    """Done, planned, denied or only talked of."""
    text = tagged(words, lexicon(), MONDAY)
    found = [h for c in clauses(text, text.sentences[0]) for h in hits(text, c) if "release" in h.lemmas]
    assert [h.mood for h in found] == [mood]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Meta fell. The company hired Ada Lund.", "The company=meta"),
        ("OpenAI fell. The company hired Ada Lund.", ""),
        ("Meta showed Llama 4. The model runs on phones.", "The model=llama-4"),
        ("Meta showed Llama 4. It said so.", "It=meta"),
        ("It is clear that Meta fell.", ""),
    ],
)
def test_a_pronoun_stands_for_what_was_named_before(words: str, who: str) -> None:
    """Companies announce, models run; an expletive "it" stands for nobody."""
    text = tagged(words, lexicon(), MONDAY)
    done = resolved(text, lexicon().subject, lexicon().name, own=False, topical=True)
    new = [m for m in done.mentions if m not in text.mentions]
    assert " ".join(f"{words[m.start : m.end]}={m.object_id}" for m in new) == who
