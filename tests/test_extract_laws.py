"""Laws of extraction: whatever the text, nothing is raised, nothing invented, nothing finer than its words."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.evaluate import labelled
from ingest.extract import explain, extract, to_record
from ingest.extract.document import document
from ingest.extract.read import with_asides
from ingest.extract.reader import candidates
from ingest.extract.spaces import squeezed
from ingest.model import Post
from store.events import Claim
from store.interval import precision_of
from tests.told import lexicon

_COARSE = {"unknown": 0, "year": 1, "half": 2, "quarter": 3, "month": 4, "week": 5, "day": 6}
_WORDS = """
Meta|Facebook|Zuckerberg|Llama 4|Llama|Scout|Behemoth|MTIA|Meta AI|AMD|Nvidia|Scale AI|OpenAI|CNBC|European Commission
the company|it|they|which|released|releases|launched|unveiled|will release|plans to release|delayed|cancelled|acquired
to acquire|hired|joined|signed a deal with|agreed|said|denied|leaked|reached|passed|capex|guidance|models|chips|weights
data centers|a stake in|in talks to buy|reportedly|not|never|if|when|while|and|but|after|by|until|yesterday|last month
earlier this year|next year|late last year|on Thursday|in April 2025|on May 4, 2025|in 2026|last week|Q3 2026|today|17B
second half of 2026|$10 billion|$115-135 billion|6 gigawatts|49%|1 billion downloads|(cnbc.com)|according to|AI|ordered
license|under|.|,|;|:|\n|\n\n|- |**|[[|]]|“|”|’|—|…|(|)|"|'|`|##|>"""
_NASTY = [
    "\u0130",
    "\u0131",
    "ß",
    "ﬁ",
    "\u1e9e",
    "\u200b",
    "\u200f",
    "\u202e",
    "\ufeff",
    "\u00ad",
    "\u2028",
    "\u2029",
    "\x00",
    "\x0b",
    "e\u0301",
    "\U0001f469\u200d\U0001f467",
    "\U0001f1fa\U0001f1f8",
    "\ud7ff",
    "\uffff",
    "Ⅷ",
    "٣",
    "½",
    "²",
    "㈱",
    "ǅ",
    "\u00a0",
    "\u3000",
]
_PIECES = [word.replace("\\n", "\n") for line in _WORDS.splitlines() for word in line.split("|") if word]
_PUBLISHED = st.sampled_from(
    [None, "2025-04-07", "2026-03-16T09:30:00-07:00", "2024-02-29", "", "soon", "9999-12-31", "0001-01-01"]
)

#: what makes a rule look at all that follows
_OPENINGS = st.sampled_from(
    ["", "Meta released Llama 4 ", "Meta said it would delay Behemoth ", "AMD and Meta signed a deal "]
)
pieces = st.lists(st.sampled_from(_PIECES) | st.sampled_from(_NASTY) | st.text(max_size=6), max_size=40)
texts = st.builds(str.__add__, _OPENINGS, st.one_of(st.text(max_size=200), pieces.map(" ".join), pieces.map("".join)))


def claims(text: str, *, title: str = "", published: str | None = None) -> list[Claim]:
    """What is read out of a post."""
    return extract(Post("p", title, text, None, "wire.example", published), lexicon())


@settings(max_examples=400, deadline=None)
@given(title=texts, text=texts, published=_PUBLISHED)
def test_extraction_never_raises_and_quotes_are_exact(title: str, text: str, published: str | None) -> None:
    """For any title, text and publish date: claims whose quotes stand at their offsets, and that can be written out."""
    for claim in claims(text, title=title, published=published):
        whole = title if claim.where == "title" else text
        assert claim.quote
        assert whole[claim.start : claim.end] == claim.quote
        assert claim.precision == (precision_of(claim.date) if claim.date else "unknown")
        assert to_record(claim)["evidence"] == claim.quote


@settings(max_examples=100, deadline=None)
@given(title=texts, text=texts)
def test_explaining_never_raises(title: str, text: str) -> None:
    """Why something was read can be asked of any post."""
    assert all(isinstance(line, str) for line in explain(Post("p", title, text), lexicon()))


_MONTHS = ["January", "March", "May", "August", "December"]
_dates = st.one_of(
    st.builds("in {}".format, st.integers(2015, 2030)),
    st.builds("in {} {}".format, st.sampled_from(_MONTHS), st.integers(2015, 2030)),
    st.builds("on {} {}, {}".format, st.sampled_from(_MONTHS), st.integers(1, 28), st.integers(2015, 2030)),
    st.builds("in Q{} {}".format, st.integers(1, 4), st.integers(2015, 2030)),
    st.builds("in the {} half of {}".format, st.sampled_from(["first", "second"]), st.integers(2015, 2030)),
)
_acts = st.sampled_from(
    [
        "released Llama 7",
        "acquired Orca Labs, an AI startup,",
        "signed a deal with AMD for AI chips",
        "unveiled its MTIA 700 chip",
        "hired Ada Lund from OpenAI to run AI research",
        "invested $3 billion in Scale AI",
        "delayed Behemoth",
        "denied training Llama 7 on test sets",
    ]
)
_PRECISIONS = (("day", r"on \w+ \d"), ("month", r"in [A-Z][a-z]+ \d{4}"), ("quarter", "Q"), ("half", "half"))


def _precision(words: str) -> str:
    for name, pattern in (
        ("day", r"on \w+ \d"),
        ("month", r"in [A-Z][a-z]+ \d{4}"),
        ("quarter", "Q"),
        ("half", "half"),
    ):
        if re.search(pattern, words):
            return name
    return "year"


@settings(max_examples=200, deadline=None)
@given(act=_acts, when=_dates, published=st.sampled_from([None, "2030-12-31"]), first=st.booleans())
def test_dates_are_never_finer_than_their_words(act: str, when: str, published: str | None, first: bool) -> None:
    """A year gives a year, a quarter a quarter; and what is said wins over the day of the post."""
    sentence = f"{when[0].upper()}{when[1:]}, Meta {act}." if first else f"Meta {act} {when}."
    for claim in claims(sentence, published=published):
        assert _COARSE[claim.precision] <= _COARSE[_precision(when)], (sentence, claim)
        assert claim.date is None or claim.date[:4] in when


@settings(max_examples=100, deadline=None)
@given(act=_acts, weekday=st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_nothing_relative_is_resolved_without_a_publish_date(act: str, weekday: str) -> None:
    """No weekday, no "yesterday", no "last week" becomes a date where nobody knows when the post was written."""
    for words in (f"on {weekday}", "yesterday", "last week", "earlier this month"):
        assert [claim.date for claim in claims(f"Meta {act} {words}.")] in ([], [None])


_SENTENCES = st.builds("Meta {} {}.".format, _acts, _dates)


@settings(max_examples=60, deadline=None)
@given(posts=st.lists(_SENTENCES, min_size=2, max_size=5, unique=True), data=st.data())
def test_the_order_of_posts_is_irrelevant(posts: list[str], data: st.DataObject) -> None:
    """What is read out of a post does not depend on what was read before it."""
    before = {text: claims(text) for text in posts}
    shuffled = data.draw(st.permutations(posts))
    assert {text: claims(text) for text in shuffled} == before


def _told(found: list[Claim]) -> list[tuple[object, ...]]:
    """Claims without their offsets, all blanks alike."""
    return [
        (
            c.type,
            " ".join(c.object.split()),
            c.object_id,
            c.actor_ids,
            c.date,
            c.anchor,
            c.effective,
            c.status,
            c.where,
            c.rule,
            " ".join((c.quote or "").split()),
            [(q.metric, q.low, q.high, q.unit, q.bound) for q in c.quantities],
        )
        for c in found
    ]


def _doubled(text: str) -> str:
    return text.replace(" ", "  ").replace("\n", "\n\n")


@settings(max_examples=200, deadline=None)
@given(sentences=st.lists(_SENTENCES, min_size=1, max_size=4))
def test_doubling_blanks_changes_nothing_but_offsets(sentences: list[str]) -> None:
    """Two blanks are one, an empty line is none."""
    text = " ".join(sentences)
    assert _told(claims(_doubled(text))) == _told(claims(text))


@pytest.mark.corpus
def test_doubling_blanks_changes_nothing_in_labelled_posts(shared: Path) -> None:
    """The same, of real texts."""
    for post in [*labelled(shared / "gold" / "dev.jsonl"), *labelled(shared / "gold" / "seeds.jsonl")]:
        plain = claims(post["text"], title=post["title"], published=post["published"])
        wide = claims(_doubled(post["text"]), title=_doubled(post["title"]), published=post["published"])
        assert _told(wide) == _told(plain), post["id"]


def _candidates(text: str, title: str, published: str | None) -> tuple[list[tuple[str, int, str]], ...]:
    """What is told, in the quick way and with every sentence, verb and frame looked at: rule, place, mood."""
    post = Post("p", title, text, None, "wire.example", published)
    doc = document(squeezed(post).post, lexicon())
    quick, thorough = candidates(doc), candidates(doc, near=[])
    return [(c.rule, c.at, c.mood) for c in quick], [(c.rule, c.at, c.mood) for c in thorough]


@settings(max_examples=200, deadline=None)
@given(text=texts, title=pieces.map(" ".join))
def test_what_is_passed_over_would_have_told_nothing(text: str, title: str) -> None:
    """Sentences, verbs and frames that a look at the words rules out report no move."""
    quick, thorough = _candidates(text, title, None)
    assert quick == thorough


@pytest.mark.corpus
def test_what_is_passed_over_would_have_told_nothing_in_labelled_posts(shared: Path) -> None:
    """The same, of real texts."""
    for post in [*labelled(shared / "gold" / "dev.jsonl"), *labelled(shared / "gold" / "seeds.jsonl")]:
        quick, thorough = _candidates(post["text"], post["title"], post["published"])
        assert quick == thorough, post["id"]


_ENDLESS = ["a-", "D", "Ab ", "_", "**", "[[", "(", "1,", "$1-", "A. ", "\n", "it ", "on Monday ", "released ",
            "Meta said it would ", "AMD and Meta sign a deal ", "Meta released Llama 4. "]  # fmt: skip


_ASIDES = ["Meta's chief AI scientist Yann LeCun, ", "Meta's chief AI scientist Yann LeCun left. ",
           "Llama 4 reached 1417 on the LMSYS Arena. "]  # fmt: skip


@pytest.mark.parametrize("unit", _ASIDES)
def test_asides_without_end_cost_time_in_line_with_their_length(unit: str) -> None:
    """So do the words beside the moves: who holds which office, what scored how much."""
    spent = []
    for size in (24_000, 96_000):
        post = Post("p", "Meta and Llama 4", unit * (size // len(unit)), None, "Example", "2026-03-16")
        started = time.process_time()
        with_asides(post, lexicon())
        spent.append(time.process_time() - started)
    assert spent[1] < 9 * spent[0] + 0.2


@pytest.mark.parametrize("unit", _ENDLESS)
def test_a_text_without_end_costs_time_in_line_with_its_length(unit: str) -> None:
    """Four times the text costs nowhere near sixteen times the time (the margin is wide: a machine may be busy)."""
    spent = []
    for size in (8_000, 32_000):
        text = f"Meta released Llama 4 {unit * (size // len(unit))} released Llama 4 on Monday."
        started = time.process_time()
        claims(text, title=text[:300], published="2026-03-16")
        spent.append(time.process_time() - started)
    assert spent[1] < 9 * spent[0] + 0.2


def test_a_post_of_megabytes_costs_no_more_than_the_longest_article() -> None:
    """Ten times as much as is read costs but the cutting, however many moves stand in it; the first ones are found."""
    text = " ".join(f"Meta released Llama {n} in {'May' if n % 2 else 'June'} {1990 + n % 36}." for n in range(30_000))
    spent, found = [], []
    for size in (100_000, 1_000_000):
        started = time.process_time()
        found.append(claims(text[:size], title="Llama", published="2026-03-16"))
        spent.append(time.process_time() - started)
    assert spent[1] < 2 * spent[0] + 0.2
    assert 100 < len(found[0]) == len(found[1])


def test_an_endless_text_is_cut_behind_a_sentence() -> None:
    """A sentence that the cut would have left half is not read, for its half may say the opposite."""
    filler = "Nothing happened that day. " * 3701  # 99,927 characters
    cut = claims(filler + "Meta released Llama 4 on Monday after it had been said that it would not do so before 2027.")
    assert cut == []
    assert claims(filler[:5400] + "Meta released Llama 4 on Monday.", published="2026-03-16") != []
