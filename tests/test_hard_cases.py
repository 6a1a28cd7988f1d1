"""What tells of no move though it looks like one, one hard case a test."""

from __future__ import annotations

from tests.told_claims import story


@story
def test_01_open_source_as_a_noun_or_adjective_releases_nothing() -> None:
    """A heading that speaks of openness tells of no move.

    wire.example 2026-04-20
    The Open-Source Question: What Meta Is Really After
    ## The open-source gamble: what Meta is doing
    Meta remains open source's loudest evangelist. Its open-source vision has found an open-source rival in China.

    =>
    nothing
    """


@story
def test_02_gerunds_modals_and_plural_generics_report_nothing() -> None:
    """What somebody gains by releasing, can release, or releases in general did not happen on a day.

    wire.example 2026-04-20
    Why openness pays
    By releasing Llama openly, Meta gains several things at once. Meta can release enough of it to set a standard.
    The Llama releases came fast. Releasing Llama models costs Meta little.

    =>
    nothing
    """


@story
def test_03_old_history_of_others_is_out_of_scope() -> None:
    """What Google did with Android, and Facebook with a web library, without a date.

    wire.example 2026-04-20
    A lesson from phones
    Google released Android as open source to keep the makers of handsets close. Facebook did the same with React.
    Google did this with Kubernetes, too. Meta watches.

    =>
    nothing
    """


@story
def test_04_generic_statements_about_anybody_report_nothing() -> None:
    """Every startup that builds on a model is nobody's move.

    wire.example 2026-04-20
    The arithmetic of Llama
    Every startup that builds on Llama is a startup that does not build on GPT.
    Every hospital that deploys Llama keeps its files at home. Anyone who buys from Meta buys a promise.

    =>
    nothing
    """


@story
def test_05_hypotheticals_report_nothing() -> None:
    """What follows after "if" has not happened.

    wire.example 2026-04-20
    What if Meta is right
    If Meta delivers Behemoth this year, the case for paying weakens. If a ministry signs with Meta, if a shop builds \
    on Llama, the habit sets in. Should Meta acquire a chip maker, Nvidia would feel it.

    =>
    nothing
    """


@story
def test_06_counterfactual_fragments_are_not_policy_and_the_act_itself_is() -> None:
    """What "could have" been filed was not; a takedown request with a date was.

    wire.example 2026-04-20
    The road not taken
    Meta could have locked the weights away. Filed takedowns. Sued. Instead, it shrugged.

    =>
    nothing

    wire.example -
    After the leak
    In March 2023, Meta filed takedown requests against copies of LLaMA.

    =>
    policy shipped 2023-03 | with Meta | says filed takedown requests
    """


@story
def test_07_a_modal_comment_on_a_known_event_is_no_event() -> None:
    """What a leak "might have been" tells nothing new.

    wire.example 2026-04-20
    Looking back
    The leak of LLaMA may have been a stroke of luck for Meta. Zuckerberg may have planned it all along.

    =>
    nothing
    """


@story
def test_08_headings_link_lists_and_boilerplate_report_nothing() -> None:
    """Whatever stands around an article is not its news.

    wire.example 2026-04-20
    Weekly notes
    ## Llama: The Leak That Changed Everything
    LLaMA - the family of models that made research democratic
    Related Reading - OpenAI GPT-6 Rumored for 2027
    Subscribe to our Meta AI letter

    =>
    nothing
    """


@story
def test_09_properties_and_estimates_of_rivals_report_nothing() -> None:
    """A rival's limits and a rival's sales are not the subject's moves.

    wire.example 2026-04-20
    Long windows compared with Llama
    For comparison, GPT-4o stops at 128,000 tokens, where Llama 4 Scout reads ten million.
    OpenAI now takes in an estimated $4 billion a year.

    =>
    nothing
    """


@story
def test_10_what_was_never_released_is_no_release_and_a_negated_purpose_leaves_the_chip() -> None:
    """A rival's unreleased technique yields nothing; a chip that is "not meant to replace" others was still shown.

    wire.example 2026-04-20
    Distilled
    It is a technique that OpenAI has used in-house but never released in the open, and Meta has not released its own.

    =>
    nothing

    wire.example 2026-03-12
    A new chip
    Meta unveiled a new MTIA chip on March 11, 2026. It is not meant to replace the great clusters of GPUs.

    =>
    chip announced 2026-03-11 MTIA | with Meta
    """


@story
def test_11_negated_states_report_nothing() -> None:
    """What a company does not do is no move.

    wire.example 2026-04-20
    Follow the money
    Meta doesn't sell AI. The company doesn't break out what Llama costs, and it doesn't license the weights for a fee.

    =>
    nothing
    """


@story
def test_12_names_that_mean_something_else_are_not_the_subject() -> None:
    """Meta-analyses, the animal, the scout, the month, the ticker, the titan.

    wire.example 2026-05-20
    A meta-analysis of forty trials was released on Monday
    The authors of the meta-analysis released their data set. A llama at the zoo launched itself over a fence.
    The scout released a flare, and the maverick senator signed a bill.

    wire.example 2026-05-20
    Prometheus gave us fire
    A theatre launched its new "Prometheus" on Friday, and Hyperion, a moon, was shown in new pictures.

    wire.example 2026-05-20
    Markets
    $META rose two percent. In May the metaverse may ship, and Meta-compatible tooling was released by nobody.

    =>
    nothing
    """
