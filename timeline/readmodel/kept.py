"""What is kept of a claim, in the two halves that are read apart: its evidence for every page, the rest for ``why``."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from store.events import Citation, Claim

__all__ = ["KEPT", "Kept"]


class Kept(Struct, frozen=True, omit_defaults=True):
    """A claim record without its post, which stands once for all its claims."""

    claim: Claim
    entry: str | None = None
    title: str | None = None
    citations: tuple[Citation, ...] = ()


KEPT = msgspec.json.Decoder(Kept)
