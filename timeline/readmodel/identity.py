"""Which cluster of claims goes by which number. Pure.

A move's number comes with its first recorded claim and stays: of clusters that meet, the oldest number wins (or the one
that a person merged the others into) and the others become aliases of it; of clusters that part, the one that holds the
earliest of the claims that first lived there keeps the number, and the others take up again the number they had before
they met, or get a new one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.readmodel.rows import Home

__all__ = ["Assigned", "assign", "earliest", "name_of"]


@dataclass(slots=True)
class Assigned:
    """``numbers``: one a cluster; None for a new move. ``merged``: number → the number that it is an alias of now."""

    numbers: list[int | None]
    merged: dict[int, int] = field(default_factory=dict)


def name_of(founder: str, taken: Callable[[str], bool]) -> str:
    """The id of a move founded by the claim with this key: ten hexadecimal digits, more where those are taken."""
    digits = hashlib.sha256(founder.encode()).hexdigest()
    return next(digits[:n] for n in range(10, 64, 2) if not taken(digits[:n]))


def earliest(keys: Sequence[str], homes: Mapping[str, Home]) -> str:
    """The key of the claim that was recorded first."""
    return min(keys, key=lambda key: (homes[key].born, homes[key].place, key))


def assign(
    clusters: Sequence[Sequence[str]], homes: Mapping[str, Home], live: Callable[[int], bool], into: int | None = None
) -> Assigned:
    """Gives each cluster of claim keys its number.

    ``homes`` has every key (move 0 where it has never lived anywhere); ``live``: whether a number is a move now;
    ``into``: the number that wins over older ones.
    """
    heirs = _heirs(clusters, homes)
    answer = Assigned([None] * len(clusters))
    for number in sorted(heirs, key=lambda number: (number != into, number)):
        at = heirs[number]
        winner = answer.numbers[at]
        if winner is None:
            answer.numbers[at] = number
        else:
            answer.merged[number] = winner
    taken = set(heirs)
    for at, keys in enumerate(clusters):
        if answer.numbers[at] is None:
            before = {homes[key].first for key in keys} - {0} - taken
            again = min((number for number in before if not live(number)), default=None)
            answer.numbers[at] = again
            taken.update(() if again is None else (again,))
    return answer


def _heirs(clusters: Sequence[Sequence[str]], homes: Mapping[str, Home]) -> dict[int, int]:
    """Number → index of the cluster that holds the earliest of its claims, of those that first lived there if any."""
    first: dict[int, tuple[bool, int, int, str, int]] = {}
    for at, keys in enumerate(clusters):
        for key in keys:
            home = homes[key]
            order = (home.first != home.move, home.born, home.place, key, at)
            if home.move and (home.move not in first or order < first[home.move]):
                first[home.move] = order
    return {number: order[-1] for number, order in first.items()}
