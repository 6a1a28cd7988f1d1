"""Hard cases of dates, status and who is speaking, one a test."""

from __future__ import annotations

import pytest

from tests.told_claims import read, story


@story
def test_25_when_a_deal_was_told_and_when_it_takes_effect_are_two_dates() -> None:
    """Deliveries that begin later are not when it was announced.

    wire.example 2026-02-24
    AMD and Meta agree
    Meta and AMD announced an agreement on Tuesday for up to 6GW of AI chips, with deliveries to begin in the \
    second half of 2026.

    =>
    partnership announced 2026-02-24 | with AMD | with Meta | holds 6GW | takes effect 2026-H2
    """


@story
def test_26_a_weekday_without_a_publish_date_stays_unresolved() -> None:
    """Thursday of which week? Nobody knows, and no day is made up.

    wire.example -
    A release
    Meta released Llama 4 on Thursday.

    =>
    release shipped - Llama 4 | anchor none
    """


@story
def test_27_days_counted_from_an_earlier_event_are_no_finer_than_their_words() -> None:
    """Days later, within a week: the month of the event before is as much as they say.

    wire.example -
    A week in winter
    In February 2023, Meta released LLaMA to academics. Within a week, it leaked to 4chan.

    =>
    release shipped 2023-02 LLaMA
    incident shipped 2023-02 | says leaked to 4chan | anchor previous
    """


@story
def test_28_a_span_of_the_plan_is_not_its_date() -> None:
    """Over two years is how long it takes.

    wire.example -
    Silicon
    In March 2026, Meta announced four new generations of its MTIA chips, planned over two years.

    =>
    chip announced 2026-03 MTIA
    """


@story
def test_29_the_year_of_a_budget_is_the_period_of_the_amount_not_the_date() -> None:
    """Guided in January for the year.

    wire.example 2026-01-29
    Meta guides
    Meta guided on Wednesday for $115-135 billion in capex for 2026.

    =>
    investment announced 2026-01-28 | holds $115-135 billion
    """
    (claim,) = read("Meta guided on Wednesday for $115-135 billion in capex for 2026.", published="2026-01-29")
    assert [q.period for q in claim.quantities] == ["2026"]


@story
def test_30_quarters_halves_and_seasons_keep_their_own_precision() -> None:
    """The second half of a year is a half, its third quarter a quarter.

    wire.example -
    Chips
    Meta released Llama 7 in the second half of 2026.

    =>
    release shipped 2026-H2 Llama 7

    wire.example -
    Chips
    Meta released Llama 8 in Q3 2027.

    =>
    release shipped 2027-Q3 Llama 8
    """


@story
def test_31_a_bare_month_after_a_future_verb_lies_ahead() -> None:
    """Pushed to June, told in May, is the June that comes.

    wire.example 2025-05-15
    Later
    On Thursday, Meta pushed back the release of Behemoth to June.

    =>
    release delayed 2025-05-15 Behemoth | takes effect 2025-06
    """


@story
def test_32_a_date_in_a_trailing_bracket_dates_what_stands_before_it() -> None:
    """The words in front of "(October 2025 announcement)" are of October 2025.

    wire.example -
    Chats as signals
    "We will soon use your interactions with Meta AI to personalize the ads you see" (October 2025 announcement).

    =>
    policy announced 2025-10 | says use your interactions
    """


@story
def test_33_as_of_a_date_is_a_state_and_no_event() -> None:
    """Nothing happened in April because something still had not.

    wire.example -
    The missing giant
    Behemoth is the largest of Meta's models. As of April 2026, it remains unreleased.

    =>
    nothing
    """


@story
def test_34_a_weekday_is_that_of_the_publishers_own_zone() -> None:
    """Friday morning in Tokyo is still Thursday in Menlo Park; the post's own clock decides.

    wire.example 2025-08-22T07:30:00+09:00
    A Friday in Tokyo
    Meta released Llama 6 on Friday.

    =>
    release shipped 2025-08-22 Llama 6

    wire.example 2025-08-21T15:30:00-07:00
    A Thursday in California
    Meta released Llama 6 on Thursday.

    =>
    release shipped 2025-08-21 Llama 6
    """


@story
def test_38_reports_preparations_and_previews_are_not_releases() -> None:
    """Reports indicate: rumoured. Is preparing: planned. Previewed: announced.

    wire.example 2026-04-09
    What comes
    Reports indicate Meta has unleashed Llama 5.

    =>
    release rumoured 2026-04-09 Llama 5

    wire.example 2026-04-09
    What comes
    Meta is preparing to open-source Llama 5.

    =>
    release planned 2026-04-09 Llama 5

    wire.example 2026-04-09
    What comes
    Meta previewed Behemoth on Wednesday.

    =>
    release announced 2026-04-08 Behemoth
    """


@story
def test_39_an_allegation_and_its_denial_are_two_claims_of_two_speakers() -> None:
    """Some alleged, Meta denied.

    wire.example 2025-04-08
    Too good
    Some alleged that Meta trained Llama 4 on test sets, which Meta denied on Monday.

    =>
    incident shipped 2025-04-08 | stance alleged
    incident denied 2025-04-07 | stance denied
    """


@pytest.mark.parametrize(
    ("words", "speaker", "outlet"),
    [
        ("CNBC reported that Meta released Llama 6 on Monday.", "press", "CNBC"),
        ("Meta released Llama 6 on Monday. (cnbc.com)", "press", "cnbc.com"),
        ("According to Meta, the company released Llama 6 on Monday.", "first-party", None),
        ("Meta said it released Llama 6 on Monday.", "first-party", None),
        ("Meta released Llama 6 on Monday, according to analysts at a bank.", "analyst", None),
        ("Meta released Llama 6 on Monday, people familiar with the matter said.", "unnamed", None),
    ],
)
def test_40_who_is_speaking_is_told_apart(words: str, speaker: str, outlet: str | None) -> None:
    """First party, press, analyst, unnamed; and the outlet where one is named."""
    (claim,) = read(words, title="Llama 6", published="2027-05-05")
    assert (claim.attribution.speaker, claim.attribution.outlet) == (speaker, outlet)


@pytest.mark.parametrize(
    ("tail", "outlet"),
    [("(axios.com) (ainvest.com)", "axios.com"), ("(techcrunch.com; cnbc.com)", "techcrunch.com")],
)
def test_41_a_cited_outlet_in_brackets_is_the_source_of_the_words_before(tail: str, outlet: str) -> None:
    """A secondary text names where it has its knowledge from, so that it adds no support of its own."""
    (claim,) = read(f"Meta released Llama 6 on May 3, 2027. {tail}", title="Llama 6", published="2027-05-05")
    assert claim.attribution.outlet == outlet


@pytest.mark.parametrize(
    "words",
    [
        "Meta “open‑sourced” Llama 6 on May 3, 2027.",
        "[[Meta]] open-sourced **Llama 6** on May 3, 2027.",
        "Meta open\u2011sourced Llama\u00a06 on May\u00a03, 2027.",
        "Meta open-sourced \u2018Llama 6\u2019 on [[May 3, 2027]].",
    ],
)
def test_42_typography_and_markup_change_nothing_but_the_offsets(words: str) -> None:
    """Curly quotes, special hyphens and blanks, wiki links, bold."""
    (claim,) = read(words, title="Notes", published="2027-05-05")
    assert (claim.type, claim.status, claim.date, claim.object_id) == ("release", "shipped", "2027-05-03", "llama-6")
