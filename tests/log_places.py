"""Where the logs of the contract suite are kept: each implementation by a name."""

from __future__ import annotations

from pathlib import Path

__all__ = ["ALL", "SHARED", "url"]

#: implementations that several processes can open at once
SHARED = ["file"]
#: every implementation
ALL = [*SHARED, "memory"]


def url(place: str, folder: Path) -> str:
    """The database URL of a fresh log of this implementation."""
    return {"file": f"sqlite:///{folder}/log.sqlite", "memory": "sqlite://"}[place]
