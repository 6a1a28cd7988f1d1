"""Which claims hang together through the blocks they share: components, kept up as claims come and go.

A component that is known is closed: whatever shares a block with one of its claims is in it. A claim that comes joins
the components it touches; one that goes may part its own, which is then looked for again when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

__all__ = ["Components"]


@dataclass(slots=True)
class Components:
    """Claim numbers → components. ``holders``: the claims of a block; ``blocks``: the blocks of a claim."""

    holders: Callable[[str], set[int]]
    blocks: Callable[[int], Iterable[str]]
    _of: dict[int, set[int]] = field(default_factory=dict)

    def holding(self, seeds: Iterable[str]) -> list[set[int]]:
        """The components that hold these blocks, each once; not to be changed. All that hold one block are of one."""
        found: dict[int, set[int]] = {}
        for seed in seeds:
            cid = next(iter(self.holders(seed)), None)
            if cid is not None:
                part = self._of.get(cid) or self._look(cid)
                found[id(part)] = part
        return list(found.values())

    def join(self, cid: int, touching: Iterable[set[int]]) -> None:
        """A claim has come into its blocks: it and the components that held these before are one from now on."""
        whole = {cid}
        for part in touching:
            small, whole = sorted((part, whole), key=len)
            whole |= small
            self._of.update(dict.fromkeys(small, whole))
        self._of[cid] = whole

    def part(self, cid: int) -> None:
        """A claim goes."""
        self._forget(self._of.get(cid, set()))

    def _forget(self, part: set[int]) -> None:
        for cid in part:
            self._of.pop(cid, None)

    def _look(self, cid: int) -> set[int]:
        found, open_, met = {cid}, [cid], set[str]()
        while open_:
            for block in self.blocks(open_.pop()):
                if block not in met:
                    met.add(block)
                    fresh = self.holders(block) - found
                    found |= fresh
                    open_.extend(fresh)
        self._of.update(dict.fromkeys(found, found))
        return found
