"""Counts that are reached: frames of milestones."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
FRAMES: tuple[Frame, ...] = (
    frame("counts", "milestone", "reach", "count", r"\b(?:\d[\d.,]*\+?|one|a|two|three|four|five|half a) ?(?:\w+llion)?\b.{0,30}\b(?:downloads|users|monthly|weekly|daily|people|times|developers)\b|\b(?:\d[\d.,]*|one|a|two|three|four|five|half a) \w+llion\b", shuns=r"[O]{3,}'s|[$€£]", sentence=r"\b(?:downloads?|downloaded|users?|people|monthly|daily|times|developers)\b"),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("has-users", "milestone", r"[MSA]{2,}[^.;]{0,30}\b(?:has|have|counts|serves|boasts)\s+(?:\w+ ){0,3}?(?:\d[\d.,]*\+?|one|a) ?(?:\w+llion)\b[^.;]{0,20}\b(?:users|downloads|people)\b", "shipped"),
)
