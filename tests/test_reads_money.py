"""Companies bought and money spent, in the many ways in which they are reported."""

from __future__ import annotations

from tests.told_claims import story


@story
def test_a_purchase_told_by_its_noun_is_read() -> None:
    """Announced, completed, walked away from; with the buyer before or behind.

    wire.example 2026-05-06
    -
    Meta completed its acquisition of Kobold, an AI agent startup, on Monday.

    wire.example 2026-05-06
    -
    The takeover of the AI startup Kobold by Meta was announced on Monday.

    wire.example 2026-05-06
    -
    Meta has walked away from its acquisition of the AI startup Kobold.

    =>
    acquisition shipped 2026-05-04 Kobold
    acquisition announced 2026-05-04 Kobold
    acquisition cancelled 2026-05-06 Kobold
    """


@story
def test_a_company_that_sells_itself_or_sends_its_team_is_bought() -> None:
    """The one that is bought may be the doer.

    wire.example 2026-05-06
    -
    AI startup Kobold sells itself to Meta

    wire.example 2026-05-06
    -
    The people behind Kobold, an AI speech startup, are going to work for Meta.

    =>
    acquisition shipped 2026-05-06
    acquisition announced 2026-05-06 Kobold
    """


@story
def test_money_borrowed_given_and_put_in_is_an_investment() -> None:
    """Bonds and loans, grants and funds, rounds and stakes.

    wire.example 2026-05-06
    -
    Meta sold $25 billion of bonds to fund AI infrastructure.

    wire.example 2026-05-06
    -
    Meta launches a $20 million fund for researchers who study AI safety.

    wire.example 2026-05-06
    -
    Robotics AI startup Ferrow has raised $200 million from investors led by Meta.

    wire.example 2026-05-06
    -
    A joint venture with Meta for AI services starts with an investment of $90 million.

    =>
    investment shipped 2026-05-06 | holds $25 billion
    investment announced 2026-05-06 fund | holds $20 million
    investment shipped 2026-05-06 | with Ferrow | holds $200 million
    investment announced 2026-05-06 | holds $90 million
    """


@story
def test_sites_and_capacity_are_investments() -> None:
    """Being built, running, growing; capacity by gigawatts and by GPUs; budgets that will grow.

    wire.example 2026-05-06
    Meta and its sites
    Meta's AI supercomputer in Iowa is now up and running.

    wire.example 2026-05-06
    Meta and its sites
    An AI data center of two gigawatts is being built in Ohio.

    wire.example 2026-05-06
    -
    Meta expects its capital expenditures to grow significantly in 2027.

    =>
    investment shipped 2026-05-06
    investment planned 2026-05-06
    investment planned 2026-05-06 2027 | takes effect 2027
    """


@story
def test_what_is_no_investment_in_ai_is_none() -> None:
    """A data center where nobody speaks of AI, a stake in a shop, what analysts add up, what rivals spend.

    wire.example 2020-05-06
    Facebook to build $700 million data center
    Facebook plans a $700 million data center in Idaho, officials said.

    wire.example 2020-05-06
    -
    Facebook buys 9% of the shop Lumora.

    wire.example 2026-05-06
    -
    Brokers reckon that Google, Meta and Oracle will spend $400 billion on AI this year.

    wire.example 2026-05-06
    -
    Google will spend $80 billion on AI infrastructure this year, more than Meta.

    =>
    nothing
    """
