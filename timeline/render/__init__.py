"""Moves → table, tsv, json, ndjson, csv, md, html, jsonfeed, atom, ics: one small file each, imported when wanted.

    chunks = FORMATS["ndjson"].write(page.moves, Context(now=clock(), position=page.position))

Every writer is a function of its arguments: the same moves and the same context give the same text. Machine formats
carry no colour, are never wrapped or cut, and hold printable text as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from msgspec import Struct

from timeline.render.context import Context
from timeline.view import MoveView

__all__ = ["FORMATS", "Context", "Format"]

Writer = Callable[[Iterable[MoveView], Context], Iterator[str]]


class Format(Struct, frozen=True):
    """``media_type``: with its charset, as HTTP says it; ``extension``: without the dot; ``module``: of the writer."""

    name: str
    media_type: str
    extension: str
    module: str

    def write(self, moves: Iterable[MoveView], context: Context) -> Iterator[str]:
        """The text of these moves, in chunks."""
        writer: Writer = import_module(f"timeline.render.{self.module}").write
        return writer(moves, context)


_UTF8 = "charset=utf-8"
#: as ``-f`` names them
FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("table", f"text/plain; {_UTF8}", "txt", "table"),
        Format("tsv", f"text/tab-separated-values; {_UTF8}", "tsv", "tsv"),
        Format("json", "application/json", "json", "jsonlist"),
        Format("ndjson", "application/x-ndjson", "ndjson", "ndjson"),
        Format("csv", f"text/csv; {_UTF8}; header=present", "csv", "sheet"),
        Format("md", f"text/markdown; {_UTF8}", "md", "markdown"),
        Format("html", f"text/html; {_UTF8}", "html", "document"),
        Format("jsonfeed", "application/feed+json", "json", "jsonfeed"),
        Format("atom", "application/atom+xml", "atom", "atom"),
        Format("ics", f"text/calendar; {_UTF8}", "ics", "ics"),
    )
}
