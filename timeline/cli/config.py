"""The configuration directory → what the writing commands need.

Imports ``ingest``; the reading commands do so for a new store only.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.context import Context

if TYPE_CHECKING:
    from ingest.extract import Lexicon
    from ingest.sources import Config
    from store.events import EntryCurated
    from store.log import Log

__all__ = ["chronicle_of", "lexicon_of", "sources_of", "start_chronology", "taken_in", "titled"]


def sources_of(context: Context) -> Config:
    """``sources.toml``. Raises ConfigError naming file, line and key."""
    from ingest.sources import load_sources

    return load_sources(Path(context.config) / "sources.toml")


def lexicon_of(context: Context) -> Lexicon:
    """``lexicon.toml``. Raises ConfigError."""
    from ingest.extract import load_lexicon

    return load_lexicon(Path(context.config) / "lexicon.toml")


def chronicle_of(context: Context, lexicon: Lexicon) -> list[EntryCurated]:
    """``chronicle.toml``; none where there is no such file. Raises ConfigError."""
    path = Path(context.config) / "chronicle.toml"
    if not path.exists():
        return []
    from ingest.chronicle import Names, load_chronicle

    return load_chronicle(path, Names(lexicon.actor_id, lexicon.object_id, lexicon.subject.id))


def start_chronology(log: Log, context: Context, lexicon: Lexicon | None = None) -> int:
    """Takes the starting chronology into the log; answers how many entries were new or corrected. None is no error."""
    lexicon = lexicon or lexicon_of(context)
    titled(log, lexicon)
    return taken_in(log, chronicle_of(context, lexicon))


def titled(log: Log, lexicon: Lexicon) -> None:
    """Keeps beside the log what the chronology is called, for those who read it without its configuration."""
    if log.items("subject").get("title") != lexicon.title.encode():
        with log.transaction() as tx:
            tx.put("subject", "title", lexicon.title.encode())


def taken_in(log: Log, entries: list[EntryCurated]) -> int:
    """Takes entries into the log; answers how many were new or corrected."""
    if not entries:
        return 0
    from ingest.chronicle import take_in_chronicle

    return take_in_chronicle(log, entries)
