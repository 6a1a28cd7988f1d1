"""The subject's own chips, in the many ways in which they are reported."""

from __future__ import annotations

from tests.told_claims import story


@story
def test_a_chip_is_worked_on_tested_made_and_dropped() -> None:
    """Each step of a chip is a move with a status of its own.

    wire.example 2026-05-06
    -
    Meta is working on a custom chip that will train AI models.

    wire.example 2026-05-06
    -
    Reuters reported, citing two sources, that Meta is testing an in-house chip on which AI models are trained.

    wire.example 2026-05-06
    -
    The second generation of MTIA has gone into production.

    wire.example 2026-05-06
    -
    Meta dropped a homegrown training processor after test results fell short.

    =>
    chip planned 2026-05-06 custom chip
    chip rumoured 2026-05-06 in-house chip
    chip shipped 2026-05-06 MTIA
    chip cancelled 2026-05-06 training processor
    """


@story
def test_a_chip_that_is_due_is_planned() -> None:
    """Due, to follow, slated: with the time that is named.

    wire.example 2026-05-06
    -
    MTIA 500 will follow in 2027.

    wire.example 2026-05-06
    -
    Meta's next accelerator, MTIA 450, is due in early 2027, the firm said.

    =>
    chip planned 2026-05-06 MTIA
    chip planned 2026-05-06 MTIA
    """


@story
def test_servers_of_its_own_design_are_of_the_same_kind() -> None:
    """Hardware that carries chips is a chip move, and no site.

    wire.example 2026-05-06
    -
    Facebook introduced its own server design for AI, with eight GPUs.

    =>
    chip announced 2026-05-06 server design
    """


@story
def test_chips_of_others_are_none_of_its_own() -> None:
    """Bought, used and praised ones.

    wire.example 2026-05-06
    -
    Nvidia's new AI chip is used by Meta and Microsoft.

    wire.example 2026-05-06
    -
    Google unveiled its own AI chip, as Meta did last year.

    wire.example 2026-05-06
    -
    Custom chips like Meta's MTIA are cheaper to run than GPUs.

    =>
    nothing
    """
