"""Where the logs of the contract suite are kept: each implementation by a name."""

from __future__ import annotations

from pathlib import Path

from tests.log_postgres import fresh_url

__all__ = ["ALL", "SHARED", "url"]

#: implementations that several processes can open at once
SHARED = ["file", "postgresql"]
#: every implementation
ALL = [*SHARED, "memory"]


def url(place: str, folder: Path) -> str:
    """The database URL of a fresh log of this implementation. Skips the test where there is no such database."""
    if place == "postgresql":
        return fresh_url()
    return {"file": f"sqlite:///{folder}/log.sqlite", "memory": "sqlite://"}[place]
