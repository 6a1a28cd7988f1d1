"""The pages for people: /, /moves/ID, /status. Server-rendered; everything works without JavaScript."""

from __future__ import annotations

import sqlite3
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec.structs import replace

from store.text import safe_url
from timeline import query as ask
from timeline.query import Query
from timeline.query.params import TYPES
from timeline.render.changes import summary
from timeline.render.dates import heading, iso
from timeline.render.table import GLYPHS
from timeline.render.why import citations
from timeline.view import MoveView
from timeline.web.answer import Body
from timeline.web.asked import Asked
from timeline.web.feeds import FEEDS, context_for
from timeline.web.histogram import histogram
from timeline.web.readers import Head

__all__ = ["failure", "index", "move", "render"]

HTML = "text/html; charset=utf-8"
#: values a facet
FACET = 8
#: moves a page at most; the machine formats give more
LONGEST = 200
#: moves of a page, where no limit is asked for: the first one stays under 10 kB compressed
FIRST = 45
FOLDER = Path(__file__).parent

_TITLES = {"type": "Type", "actor": "Who", "object": "What", "source": "Source", "status": "Status", "grade": "Grade"}


def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=StrictUndefined, auto_reload=False,
    )  # fmt: skip
    found.globals |= {"glyphs": GLYPHS, "feeds": tuple(FEEDS)}
    found.filters |= {"iso": iso, "safe_url": _safe, "summary": summary}
    return found


def _safe(url: str | None) -> str | None:
    return safe_url(url) if url else None


_TEMPLATES = _environment()


def render(name: str, **values: Any) -> bytes:
    """A template with these values."""
    return _TEMPLATES.get_template(name).render(**values).encode()


def failure(status: int, message: str) -> bytes:
    """The page that says what was wrong."""
    return render("error.html", status=status, message=message)


class Links:
    """Addresses of the same view with something else chosen; always relative, always canonical."""

    def __init__(self, query: Query) -> None:
        self.params = [pair for pair in ask.to_params(query) if pair[0] != "cursor"]

    def has(self, name: str, value: str) -> bool:
        """Whether this value is chosen."""
        return any(n == name and v.casefold() == value.casefold() for n, v in self.params)

    def toggled(self, name: str, value: str) -> str:
        """With this value chosen, or no longer chosen."""
        if self.has(name, value):
            return self.to([(n, v) for n, v in self.params if n != name or v.casefold() != value.casefold()])
        return self.to([*self.params, (name, value)])

    def with_(self, **given: str) -> str:
        """With these values in the place of what was chosen; an empty one takes it out."""
        named = {name.rstrip("_").replace("_", "-"): value for name, value in given.items()}
        kept = [(n, v) for n, v in self.params if n not in named]
        return self.to([*kept, *((n, v) for n, v in named.items() if v)])

    def to(self, params: list[tuple[str, str]], path: str = "/") -> str:
        """An address."""
        return f"{path}?{urlencode(params)}" if params else path

    def others(self, *names: str) -> list[tuple[str, str]]:
        """What a form keeps, in hidden fields: everything but what it asks for itself."""
        return [(n, v) for n, v in self.params if n not in names]

    def feed(self, extension: str) -> str:
        """The same view for a machine."""
        return self.to(self.params, f"/feed.{extension}")


def index(connection: sqlite3.Connection, asked: Asked, head: Head, params: dict[str, str]) -> Body:  # noqa: ARG001
    """The list with its form, months, facets."""
    query = asked.query if "limit" in asked.params else replace(asked.query, limit=FIRST)
    if not 0 < query.limit <= LONGEST:
        query = replace(query, limit=LONGEST)
    page, links = ask.run(connection, query), Links(asked.query)
    data = render(
        "index.html",
        page=page,
        query=query,
        links=links,
        context=context_for(page, asked),
        groups=[(name, list(moves)) for name, moves in groupby(page.moves, heading)],
        facets=_facets(connection, query, links),
        histogram=histogram(ask.months(connection, query), query, links.with_),
        types=TYPES,
        text=dict(links.params),
        older=links.with_(cursor=page.next) if page.next else None,
        failing=_failing(connection, page.position),
    )
    return Body(data, HTML, head)


def _failing(connection: sqlite3.Connection, position: int) -> int:
    """How many sources were failing at this position: by the log, so that the page is a function of that alone."""
    (count,) = connection.execute(
        "SELECT count(*) FROM (SELECT type, max(position) FROM log WHERE position <= ? AND "
        "type IN ('SourceFailing', 'SourceRecovered', 'SourceRetired') GROUP BY stream) WHERE type = 'SourceFailing'",
        (position,),
    ).fetchone()
    return int(count)


def _facets(connection: sqlite3.Connection, query: Query, links: Links) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """(title, [(value, count, address, chosen)]): the most frequent, and what is chosen in any case."""
    found = ask.facets(connection, query, most=FACET)
    answer = []
    for name, title in _TITLES.items():
        counts = found.get(name, [])
        rows = [(value, count, links.toggled(name, value), links.has(name, value)) for value, count in counts]
        if rows:
            answer.append((title, rows))
    return answer


def move(connection: sqlite3.Connection, asked: Asked, head: Head, params: dict[str, str]) -> Body | None:
    """One move in full; under the id that was asked for, also where that was merged into another."""
    found = ask.why(connection, params["id"], asked.query.as_of)
    if found is None:
        return None
    shown: MoveView = found.move
    data = render("move.html", move=shown, why=found, also=citations(found), as_of=asked.query.as_of)
    return Body(data, HTML, head)
