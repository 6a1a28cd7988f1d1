"""The line as the writing commands and the daemon run it: log, door, parsers, extractor, clock."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.cli.config import chronicle_of, lexicon_of, sources_of, taken_in, titled
from timeline.cli.context import Context

if TYPE_CHECKING:
    from ingest.extract import Lexicon
    from ingest.fetch import Door
    from ingest.pipeline import Line, Refreshed
    from ingest.sources import Config, Source
    from store.log import Log

__all__ = ["Work", "full_texts", "opened"]


@dataclass(slots=True)
class Work:
    """What a pass needs: the configuration as loaded, and the line over it."""

    config: Config
    lexicon: Lexicon
    line: Line
    door: Door


def prepared(context: Context, log: Log, config: Config | None = None) -> tuple[Config, Lexicon, list[str]]:
    """The configuration, recorded: sources as events, the starting chronology as curated claims."""
    from ingest.register import register

    config, lexicon = config or sources_of(context), lexicon_of(context)
    chronicle = chronicle_of(context, lexicon)  # all that is configured is read before any of it is recorded
    titled(log, lexicon)
    told = register(log, config.sources)
    entries = taken_in(log, chronicle)
    if entries:
        told.append(f"starting chronology: {entries} entries")
    return config, lexicon, told


@asynccontextmanager
async def opened(context: Context, log: Log, config: Config | None = None) -> AsyncIterator[Work]:
    """The line, with its door and its parser processes; both end with it."""
    from ingest.extract import extractor
    from ingest.fetch import Door
    from ingest.parse.worker import ParsePool
    from ingest.pipeline import Line

    config, lexicon, told = prepared(context, log, config)
    for one in told if context.verbose > 0 else ():
        context.note(one)
    async with Door(config.fetch, clock=context.clock) as door, ParsePool() as pool:
        line = Line(log, door, pool.parse, extractor(lexicon), context.clock, config.fetch)
        yield Work(config, lexicon, line, door)


async def full_texts(work: Work, done: Sequence[Refreshed]) -> list[Refreshed]:
    """The articles of relevant posts whose sources carry summaries only; what was read is added to the outcomes."""
    from ingest.fulltext import fetch_full_text, wanted
    from store.events import PostObserved, PostRevised

    out = []
    for one in done:
        taken = one.taken
        events = [e.event for e in taken.seen.events] if taken else []
        posts = wanted(
            one.source, [e for e in events if isinstance(e, PostObserved | PostRevised)], work.line.extractor
        )
        if posts:
            found = await fetch_full_text(
                work.line.log, work.door, one.source, posts, work.line.extractor, work.line.clock
            )
            one = replace(one, claims=one.claims + found.claims, notes=(*one.notes, *found.notes))  # noqa: PLW2901 - the same outcome, completed
        out.append(one)
    return out


def chosen(config: Config, names: Sequence[str]) -> list[Source]:
    """The enabled sources, or those named. Raises UsageError for a name that is none."""
    from difflib import get_close_matches

    from store.errors import UsageError

    if not names:
        return [s for s in config.sources if s.enabled]
    known = {s.name: s for s in config.sources}
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, 1)
            raise UsageError(f"{name!r} is no source" + (f"; did you mean {near[0]}?" if near else ""))
    return [replace(known[name], enabled=True) for name in dict.fromkeys(names)]
