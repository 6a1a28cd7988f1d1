"""The evidence of a claim as a page shows it: kept apart from the claim, so that a page decodes nothing else."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from timeline.view import SourceView

__all__ = ["DECODER", "TRUST", "Evidence"]

#: from the most trusted
TRUST = ("first-party", "press", "secondary")


class Evidence(Struct, frozen=True, array_like=True):
    """``trust``: of the source; ``sources``: one, or for a curated entry one a citation."""

    trust: str
    sources: tuple[SourceView, ...]


DECODER = msgspec.json.Decoder(Evidence)
