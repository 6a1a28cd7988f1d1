"""The subject's own chips, and on what hardware it runs: frames of chips."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame
from ingest.extract.frames.shared import SHOWN
from ingest.extract.words import CHIPS, DEAL, OWN

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
FRAMES: tuple[Frame, ...] = (
    frame("own-chip", "chip", "design release preview build feature delay", "subject", rf"[C]{{3,}}|\b{OWN}(?: \S+){{0,4}} {CHIPS}\b", status=SHOWN, far=110,
          shuns=rf"\bfrom [OX]{{3,}}|[O]{{3,}}(?:'s)? (?:\w+ )?(?:chips|gpus)|\b{DEAL}\b|\bexpand work|\bstartup"),
    frame("chip-shown", "chip", "design release preview", "product:C", status=SHOWN),
    frame("switches-hardware", "chip", "switch", "subject", rf"\bfrom\b.*\bto\b.*(?:gpus?|{CHIPS}|[C]{{3,}})", status={"fact": "shipped", "perfect": "shipped"}),
)

NOUNS: tuple[NounFrame, ...] = ()
