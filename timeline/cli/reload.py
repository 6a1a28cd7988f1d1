"""SIGHUP: the whole new configuration is validated before any of it is used; the old one stays where it is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from store.errors import TimelineError
from timeline.cli.context import Context

if TYPE_CHECKING:
    from ingest.daemon import Daemon
    from ingest.sources import FetchSettings
    from store.log import Log
    from timeline.cli.journal import Journal
    from timeline.cli.line import Work

__all__ = ["reload"]


def reload(context: Context, daemon: Daemon, work: Work, log: Log, journal: Journal) -> None:
    """Takes the configuration over and tells how it differs; or tells what is wrong with it."""
    from ingest.extract import extractor
    from ingest.fetch import Door
    from timeline.cli.line import prepared

    try:
        config, lexicon, told = prepared(context, log)
    except TimelineError as error:
        journal.warned(f"configuration not taken over, the old one stays: {error}")
        return
    if changes := list(_changes(work.config.fetch, config.fetch)):
        told += changes
        work.door = Door(config.fetch, clock=context.clock)
    work.config, work.lexicon = config, lexicon
    work.line = replace(work.line, door=work.door, extractor=extractor(lexicon), settings=config.fetch)
    daemon.line, daemon.sources = work.line, [s for s in config.sources if s.enabled]
    for one in told or ["configuration read again: no difference"]:
        journal.told(one)


def _changes(old: FetchSettings, new: FetchSettings) -> Iterator[str]:
    """``fetch: max_bytes 1000 → 2000`` and the like."""
    for name in (field.name for field in fields(old)):
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield f"fetch: {name} {_plain(was)} → {_plain(now)}"


def _plain(value: object) -> str:
    return ", ".join(sorted(value)) or "none" if isinstance(value, frozenset) else str(value)
