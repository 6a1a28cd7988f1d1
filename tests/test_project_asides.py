"""Asides: claims that are no move, and bear on one. Who reads them finds them in a dispute, and nowhere else."""

from __future__ import annotations

from tests.project_told import holds, records
from timeline.project import resolve


def test_an_aside_alone_makes_no_move() -> None:
    """A score, an office, a size, a thing left undone: nothing happened.

    a alpha.com 2025-04-06 | research shipped | Maverick | llama-4-maverick | - | aside score 1417; has benchmark arena
    b beta.com  2025-04-06 | people shipped | Yann LeCun | yann-lecun | - | aside role scientist
    c gamma.com 2025-04-06 | release shipped | Maverick | llama-4-maverick | - | aside largest llama-4-maverick
    d delta.com 2025-04-06 | policy denied | takedowns | - | - | aside undone takedown
    =>
    """
    holds(test_an_aside_alone_makes_no_move.__doc__)


def test_an_aside_supports_no_move() -> None:
    """It is no second source of the release that it speaks of.

    a alpha.com 2025-04-06 | release shipped | Maverick | llama-4-maverick | 2025-04-05
    b beta.com  2025-04-06 | release shipped | Maverick | llama-4-maverick | 2025-04-05 | aside largest llama-4-maverick
    =>
    a 2025-04-05 shipped C
    """
    holds(test_an_aside_supports_no_move.__doc__)
    (move,) = resolve(records(test_an_aside_supports_no_move.__doc__ or ""), [])
    assert move.lineages == 1


def test_a_score_is_in_doubt_where_the_entry_was_another_version() -> None:
    """Only on the benchmark that the entry was in, and only of the same generation.

    a alpha.com 2025-04-06 | research shipped | Maverick | llama-4-maverick | - | aside score 1417; has benchmark arena
    b beta.com  2025-04-06 | research shipped | Maverick | llama-4-maverick | - | aside score 85; has benchmark mmlu
    c gamma.com 2025-04-06 | research shipped | Llama 3 | llama-3 | - | aside score 1210; has benchmark arena
    d delta.com 2025-04-09 | incident shipped | Llama 4 benchmark entry | llama-4 | 2025-04-07 | has benchmark arena
    =>
    d 2025-04-07 shipped C
    soft score a d
    """
    holds(test_a_score_is_in_doubt_where_the_entry_was_another_version.__doc__)


def test_two_that_are_called_the_largest_stand_with_the_release() -> None:
    """Neither tells of a move; the release of the generation is where a reader looks.

    a alpha.com 2025-04-06 | release shipped | Llama 4 | llama-4 | 2025-04-05
    b beta.com  2025-04-06 | release shipped | Behemoth | llama-4-behemoth | - | aside largest llama-4-behemoth
    c gamma.com 2025-04-07 | release shipped | Maverick | llama-4-maverick | - | aside largest llama-4-maverick
    =>
    a 2025-04-05 shipped C
    soft largest b c
    """
    holds(test_two_that_are_called_the_largest_stand_with_the_release.__doc__)


def test_the_largest_of_two_generations_are_no_dispute() -> None:
    """What was the largest of Llama 3 says nothing of Llama 4.

    a alpha.com 2025-04-06 | release shipped | Llama 4 | llama-4 | 2025-04-05
    b beta.com  2025-04-06 | release shipped | Behemoth | llama-4-behemoth | - | aside largest llama-4-behemoth
    c gamma.com 2024-07-24 | release shipped | 405B | llama-3.1-405b | - | aside largest llama-3.1-405b
    =>
    a 2025-04-05 shipped C
    """
    holds(test_the_largest_of_two_generations_are_no_dispute.__doc__)


def test_an_office_is_stale_once_its_holder_has_left() -> None:
    """Told two weeks and more after the day of leaving; before, it was so.

    a alpha.com 2025-11-20 | people announced | Yann LeCun's departure | yann-lecun | 2025-11-19
    b beta.com  2026-02-06 | people shipped | Yann LeCun | yann-lecun | - | aside role scientist
    c gamma.com 2025-11-25 | people shipped | Yann LeCun | yann-lecun | - | aside role scientist
    d delta.com - | people shipped | Yann LeCun | yann-lecun | - | aside role scientist
    =>
    a 2025-11-19 announced C
    soft stale-role a b
    """
    holds(test_an_office_is_stale_once_its_holder_has_left.__doc__)


def test_done_and_not_done_contradict() -> None:
    """One says that the company sued, the other that it could have and did not; another deed is another matter.

    a alpha.com 2023-03-10 | policy shipped | takedown requests filed | - | 2023-03
    b beta.com  2024-02-06 | policy denied | takedowns | - | - | aside undone takedown
    c gamma.com 2024-02-06 | policy denied | lawsuit | - | - | aside undone lawsuit
    =>
    a 2023-03 shipped C
    hard polarity a b
    """
    holds(test_done_and_not_done_contradict.__doc__)
