"""What is easily missed, one hard case a test: pronouns, date heads, bare names, several moves in one sentence."""

from __future__ import annotations

from tests.told_claims import story


@story
def test_13_pronouns_and_the_company_are_who_they_stand_for() -> None:
    """It, they, the company and both models stand for what was named before.

    wire.example 2025-04-06
    A busy Saturday
    Meta had a new family ready. The company released Llama 4 Scout on Saturday. Both models can be downloaded.

    =>
    release shipped 2025-04-05 Llama 4 Scout | with Meta | id llama-4-scout

    wire.example -
    The weights
    In February 2023 Meta released LLaMA to researchers. On March 3, 2023, they leaked to 4chan.

    =>
    release shipped 2023-02 LLaMA
    incident shipped 2023-03-03 | says leaked to 4chan
    """


@story
def test_14_the_subject_is_inherited_from_the_topic_where_a_sentence_names_nobody() -> None:
    """Total capital expenditures "are projected" by the company that the post is about.

    wire.example 2026-01-29
    Meta lifts its AI budget for 2026
    The numbers are out. Capital expenditures for 2026 are projected at $115-135 billion to build AI data centers.

    =>
    investment announced 2026-01-29 | with Meta | holds $115-135 billion
    """


@story
def test_15_a_date_head_scopes_over_what_follows_it() -> None:
    """The month that opens a list item holds until the next one.

    wire.example -
    Llama, year by year
    - **July 2023: Llama 2** Meta released Llama 2 with Microsoft at its side.
    - **April 2024: Llama 3** dropped in two sizes.

    =>
    release shipped 2023-07 Llama 2
    release shipped 2024-04 Llama 3
    """


@story
def test_16_a_bare_variant_name_is_the_variant_of_its_family() -> None:
    """Bare Maverick in a text about Llama 4 is Llama 4 Maverick.

    wire.example 2025-04-06
    Llama 4 is here
    Meta's new family has two members. On April 5, 2025, Meta released Maverick, the larger one.

    =>
    release shipped 2025-04-05 Maverick | id llama-4-maverick
    """


@story
def test_17_verbless_and_colourful_releases_are_releases() -> None:
    """Dropped, put out, unleashed, went multimodal, would be fully open.

    wire.example 2025-04-06
    Meta drops Llama 4
    Meta put out Scout and Maverick on April 5, 2025.

    =>
    release shipped 2025-04-05 Scout

    wire.example -
    A decision in July
    By July 2023, Meta had decided: Llama 2 would be fully open.

    =>
    release shipped 2023-07 Llama 2

    wire.example -
    Free
    July 2024: Llama 3.1 405B is released for free download.

    =>
    release shipped 2024-07 Llama 3.1 405B
    """


@story
def test_18_a_headline_to_plus_verb_announces_a_deal() -> None:
    """That AMD is "to sell chips to Meta" is an announced partnership.

    wire.example 2026-02-24
    AMD to sell millions of AI chips to Meta in multiyear deal
    Shares of AMD rose.

    =>
    partnership announced 2026-02-24 | with AMD | with Meta
    """


@story
def test_19_a_switch_of_hardware_is_a_chip_move() -> None:
    """From one kind of processor to another, in a year.

    wire.example -
    What runs Llama
    Meta switched its AI clusters from processors of its own to Nvidia GPUs in 2022.

    =>
    chip shipped 2022 | with Meta
    """


@story
def test_20_two_deals_in_one_sentence_keep_their_partners_dates_and_amounts() -> None:
    """The six gigawatts are AMD's alone.

    wire.example -
    Two suppliers
    In February 2026, Meta announced a partnership with Nvidia for its AI data centers, then days later announced an \
    agreement with AMD to power up to 6 gigawatts of AI infrastructure.

    =>
    partnership announced 2026-02 | with Nvidia | without AMD | no gigawatts
    partnership announced 2026-02 | with AMD | without Nvidia | holds 6 gigawatts
    """


@story
def test_21_a_release_and_what_stays_in_training_are_two_moves() -> None:
    """Two models out, the largest one not.

    wire.example -
    The herd
    When Meta brought out Llama 4 in April 2025, it released Scout and Maverick, keeping Behemoth in training.

    =>
    release shipped 2025-04 | says Scout and Maverick | mute Behemoth
    release planned 2025-04 Behemoth
    """


@story
def test_22_a_release_tells_its_count_and_licence_without_becoming_two() -> None:
    """Four sizes under one licence are one release.

    wire.example 2025-05-10
    Four at once
    Meta released Llama 9 on Thursday, dropping four distinct models ranging from 1 billion to 90 billion parameters \
    under its usual permissive license.

    =>
    release shipped 2025-05-08 Llama 9 | holds four distinct models
    """


@story
def test_23_a_chain_of_delays_is_told_step_by_step() -> None:
    """Planned for April, pushed to June, now delayed until at least fall.

    wire.example 2025-05-15
    Behemoth slips again
    Meta has delayed Behemoth until at least the fall, after it had planned to release Behemoth in April.

    =>
    release delayed 2025-05-15 Behemoth
    release planned 2025-04 Behemoth
    """


@story
def test_24_background_deals_are_dated_relative_to_the_news() -> None:
    """The words "less than three weeks after" date a deal before the post, with its spelled-out size.

    wire.example 2026-03-16
    Meta's third deal
    Meta signed a contract with Nebius for AI capacity on Monday, less than three weeks after Meta signed a \
    six-gigawatt partnership with AMD.

    =>
    partnership announced 2026-03-16 | with Nebius | without AMD
    partnership announced 2026-02 | with AMD | holds six-gigawatt

    wire.example 2026-03-16
    -
    Meta signed a contract with Nebius for AI capacity on Monday, and less than a month after locking in an agreement \
    with Nvidia.

    =>
    partnership announced 2026-03-16 | with Nebius
    partnership announced 2026-02 | with Nvidia

    wire.example 2025-10-23
    -
    Meta cut 600 jobs in its AI unit on Wednesday, two days after Meta released Llama 6 and a year after it \
    released Llama 5.

    =>
    people shipped 2025-10-22 jobs
    release shipped 2025-10-20 Llama 6
    release shipped 2024 Llama 5
    """
