"""Partnerships, in the many ways in which they are reported."""

from __future__ import annotations

from tests.told_claims import story


@story
def test_who_supplies_the_subject_is_a_partner_of_it() -> None:
    """The supplier acts, and the subject stands behind "to", "from" or "for".

    wire.example 2026-05-06
    -
    AMD said it would sell Meta six gigawatts of AI chips.

    =>
    partnership announced 2026-05-06 | with AMD | with Meta

    wire.example 2026-05-06
    -
    CoreWeave lands $14 billion AI contract with Meta

    =>
    partnership announced 2026-05-06 CoreWeave | holds $14 billion

    wire.example 2026-05-06
    -
    Northgate Energy is to deliver 200 megawatts of wind power to Meta's AI data centers.

    =>
    partnership announced 2026-05-06 | with Northgate Energy | holds 200 megawatts
    """


@story
def test_a_deal_told_by_its_noun_is_read() -> None:
    """Under an agreement, an agreement was made, a contract signed with us: nobody need be the doer.

    wire.example 2026-05-06
    -
    Under an agreement with Meta, Northgate Energy will supply 500 megawatts of solar power for AI data centers.

    =>
    partnership announced 2026-05-06 | with Northgate Energy | with Meta

    wire.example 2026-05-06
    -
    A 20-year power purchase agreement was signed by Meta and Northgate Energy for AI data centers.

    =>
    partnership announced 2026-05-06 agreement

    wire.example 2026-05-06
    Meta and its suppliers
    Meta builds its own AI chips. On Monday a long agreement for processors was reached with Nvidia.

    =>
    partnership announced 2026-05-04 Nvidia | with Nvidia
    """


@story
def test_what_is_only_talked_of_is_a_rumour() -> None:
    """Talks, discussions, negotiations, from either side.

    wire.example 2026-05-06
    -
    Google and Meta are discussing a multi-billion AI chip deal.

    =>
    partnership rumoured 2026-05-06 Google

    wire.example 2026-05-06
    -
    Oracle is in talks with Meta about AI computing for several years.

    =>
    partnership rumoured 2026-05-06 | with Oracle
    """


@story
def test_customers_orders_and_payments_are_deals() -> None:
    """Becoming a customer, ordering, paying for words: each is an agreement with somebody.

    wire.example 2026-05-06
    -
    Meta has become a customer of Google Cloud for AI in a $10 billion deal.

    wire.example 2026-05-06
    -
    Meta has ordered six gigawatts of AI chips from AMD.

    wire.example 2026-05-06
    -
    Meta will pay The Harbour Times for news used in its AI chatbot, under a licensing agreement.

    =>
    partnership announced 2026-05-06 | with Google Cloud
    partnership announced 2026-05-06 | with AMD
    partnership announced 2026-05-06 | with The Harbour Times
    """


@story
def test_what_others_do_or_foresee_is_no_deal_of_the_subject() -> None:
    """Analysts expect, third parties sign with each other, terms are changed, people are signed up.

    wire.example 2026-05-06
    -
    Analysts expect Meta to sign more AI deals.

    wire.example 2026-05-06
    -
    Google signed a deal with CoreWeave for AI computing; Meta is another customer.

    wire.example 2026-05-06
    -
    Nvidia and OpenAI have agreed on a $100 billion deal, Reuters reported, while Meta builds its own AI.

    wire.example 2026-05-06
    -
    Meta and its rivals say a great deal about AI.

    wire.example 2026-05-06
    -
    Northgate Energy wants to build plants meant to power Meta's AI data centers.

    =>
    nothing
    """
