"""What a verb with its agent and object reports, and what nouns do: tables of frames, one file a kind of move.

The first frame that fits wins, in the order of the types that the guide of the labelled posts sets: acquisitions and
investments before chips, those before deals, people, policy, incidents, counts and launches.

A frame asks for a class of verb, an agent, and words that must (``wants``) and must not (``shuns``) stand in the verb's
reach: to its right, or to its left where the object went there (passive). Letters are the tags of ``tagged.py``.
"""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame
from ingest.extract.frames import (
    apps,
    chips,
    counts,
    deals,
    harm,
    launches,
    law,
    money,
    openings,
    people,
    science,
    shows,
    turns,
)

__all__ = ["FRAMES", "NOUNS"]

_KINDS = (money, chips, deals, people, law, harm, counts, science, launches, openings, apps, shows, turns)
FRAMES: tuple[Frame, ...] = tuple(frame for kind in _KINDS for frame in kind.FRAMES)
NOUNS: tuple[NounFrame, ...] = tuple(noun for kind in _KINDS for noun in kind.NOUNS)
