"""Changes of the chronology as feeds: one item a change, for what an item a move cannot show, that it was corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from store.text import clean_line
from timeline.render import body
from timeline.render.atom import EPOCH, link, opening
from timeline.render.changes import line
from timeline.render.context import Context, with_home
from timeline.render.dates import moment
from timeline.render.jsonfeed import top
from timeline.render.markup import escape
from timeline.render.names import permanent, urn
from timeline.render.ndjson import dump
from timeline.view import ChangeView, MoveView

__all__ = ["atom", "jsonfeed"]

Pairs = Iterable[tuple[MoveView, ChangeView]]


def jsonfeed(pairs: Pairs, context: Context) -> Iterator[str]:
    """JSON Feed 1.1."""
    path = context.path or "/changes.json"
    yield dump(top(context, path))[:-1] + ',"items":['
    before = "\n"
    for move, change in pairs:
        yield before + dump(_item(with_home(move, context.home), change, context))
        before = ",\n"
    yield "\n]}\n"


def _name(move: MoveView, change: ChangeView, context: Context) -> str:
    """A change is named by its move and the position of the event that it followed from: for ever."""
    url = permanent(move, context)
    return f"{url}#change-{change.position}" if context.home else urn(f"change/{move.id}/{change.position}")


def _item(move: MoveView, change: ChangeView, context: Context) -> dict[str, Any]:
    name = _name(move, change, context)
    said = clean_line(line(move, change))
    found = {
        "id": name,
        "url": name if context.home else None,
        "external_url": body.best_url(move),
        "title": said,
        "content_html": f"<p>{escape(said)}</p>{body.html(move)}",
        "content_text": f"{said}\n{body.text(move)}",
        "date_published": moment(change.at),
        "tags": [tag for tag in (change.kind, move.type) if tag],
        "_timeline": {"change": change, "move": move},
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def atom(pairs: Pairs, context: Context, archive: Iterable[tuple[str, str]] = ()) -> Iterator[str]:
    """Atom. ``archive``: (rel, path) of RFC 5005, section 4; with ``current`` among them it is an archive page."""
    archive = list(archive)
    start = opening(context, (context.path or "/changes.atom").removeprefix("/"))
    history = '<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>\n'
    yield start + (history if any(rel == "current" for rel, _ in archive) else "")
    for rel, path in archive:
        yield link(rel, f"{context.home}{path}", "application/atom+xml") if context.home else ""
    for move, change in pairs:
        yield _entry(move, change, context)
    yield "</feed>\n"


def _entry(move: MoveView, change: ChangeView, context: Context) -> str:
    name, said = _name(move, change, context), clean_line(line(move, change))
    page = link("alternate", name) if context.home else ""
    at = moment(change.at) or EPOCH
    return (
        f"<entry>\n<id>{escape(name)}</id>\n<title>{escape(said)}</title>\n<updated>{at}</updated>\n"
        f'<published>{at}</published>\n{page}<category term="{escape(change.kind)}"/>\n'
        f'<content type="html">{escape(f"<p>{escape(said)}</p>{body.html(move)}")}</content>\n</entry>\n'
    )
