"""Which claims hang together, kept up as they come and go."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.readmodel.components import Components


class Claims:
    """Claims in blocks, and their components; ``looked`` from nothing to compare with."""

    def __init__(self) -> None:
        self.blocks: dict[int, tuple[str, ...]] = {}
        self.holders: dict[str, set[int]] = defaultdict(set)
        self.kept = Components(lambda block: self.holders[block], lambda cid: self.blocks[cid])

    def come(self, cid: int, blocks: tuple[str, ...]) -> None:
        """One more claim."""
        touching = self.kept.holding(blocks)
        self.blocks[cid] = blocks
        for block in blocks:
            self.holders[block].add(cid)
        self.kept.join(cid, touching)

    def go(self, cid: int) -> None:
        """One claim less."""
        self.kept.part(cid)
        for block in self.blocks.pop(cid):
            self.holders[block].discard(cid)

    def looked(self, seed: str) -> set[int]:
        """The component of a block, by looking."""
        found, open_ = set[int](), [seed]
        while open_:
            fresh = self.holders[open_.pop()] - found
            found |= fresh
            open_ += [block for cid in fresh for block in self.blocks[cid]]
        return found


STEPS = st.lists(
    st.one_of(
        st.sets(st.sampled_from("abcdefg"), min_size=1, max_size=3).map(lambda names: tuple(sorted(names))),
        st.integers(0, 9),
    ),
    max_size=25,
)


@settings(deadline=None)
@given(STEPS)
def test_components_are_those_that_looking_finds(steps: list[tuple[str, ...] | int]) -> None:
    """After any claims that came and went, every block is in the component that a search from it reaches."""
    claims = Claims()
    for number, step in enumerate(steps):
        if isinstance(step, tuple):
            claims.come(number, step)
        elif claims.blocks:
            claims.go(sorted(claims.blocks)[step % len(claims.blocks)])
        for block in "abcdefg":
            assert [set(part) for part in claims.kept.holding([block])] == [p for p in [claims.looked(block)] if p]
    whole = claims.kept.holding("abcdefg")
    assert sorted(cid for part in whole for cid in part) == sorted(claims.blocks)
