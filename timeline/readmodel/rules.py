"""The rules that the chronology is folded with today: those of ``timeline.project``."""

from __future__ import annotations

from timeline.project import RULES, Resolver, blocks, post_info
from timeline.readmodel.fold import Fold

__all__ = ["today"]


def today() -> Fold:
    """Today's rules. Their version is kept with the read model: one folded by others is folded anew."""
    resolver = Resolver()
    return Fold(blocks, resolver, post_info, RULES, resolver.forget)
