"""A move as one clause reports it: what the reader hands on to those who date and name it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.extract.agents import Agent
from ingest.extract.clauses import Clause
from ingest.extract.tagged import Tagged

__all__ = ["Candidate"]


@dataclass(slots=True)
class Candidate:
    """A move as one clause reports it, before its date and its place among the others are known."""

    rule: str
    type: str
    where: str  # title, text
    tagged: Tagged = field(repr=False)
    clause: Clause
    at: int  # of the trigger
    reach: tuple[int, int]  # where its object stands
    agent: Agent
    mood: str
    governor: str
    status: dict[str, str] = field(default_factory=dict)  # the frame's own, by mood
    classes: tuple[str, ...] = ()  # of the verb
    about: Candidate | None = None  # what it is about, where another sentence has named that
