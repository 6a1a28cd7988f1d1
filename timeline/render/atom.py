"""Atom (RFC 4287), for the readers that cannot read JSON Feed. The head of the log stands in an element of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.render import body
from timeline.render.context import Context
from timeline.render.dates import moment
from timeline.render.markup import escape
from timeline.render.names import feed_id, permanent
from timeline.view import MoveView

__all__ = ["EPOCH", "NAMESPACE", "link", "opening", "write"]

#: of the one element that is ours: <t:head position="18412" hash="ab…"/>
NAMESPACE = "urn:uuid:5a7fd0a8-7d3a-5b8c-9d4e-0f6f7c1e2a31"
#: of a log without an event
EPOCH = "1970-01-01T00:00:00Z"


def write(moves: Iterable[MoveView], context: Context) -> Iterator[str]:
    """The feed. ``updated`` is when the head of the log was recorded, never now: the same log gives the same bytes."""
    yield opening(context)
    for move in moves:
        yield _entry(move, context)
    yield "</feed>\n"


def opening(context: Context, kind: str = "feed.atom", page: str = "/") -> str:
    """Everything before the first entry."""
    links = ""
    if context.home:
        links = link("self", context.link(f"/{kind}"), "application/atom+xml") + link("alternate", context.link(page))
        if context.next:
            links += link("next", context.link(f"/{kind}", (context.next_name, context.next)), "application/atom+xml")
    title = f"{context.title}, {context.range_text}" if context.range_text else context.title
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:t="{NAMESPACE}" xml:lang="en">\n'
        f"<id>{escape(feed_id(context, kind))}</id>\n<title>{escape(title)}</title>\n"
        f"<updated>{moment(context.recorded_at) or EPOCH}</updated>\n"
        "<author><name>timeline</name></author>\n<generator>timeline</generator>\n"
        f'{links}<t:head position="{context.position}" hash="{escape(context.hash)}"/>\n'
    )


def link(rel: str, url: str, media: str = "text/html") -> str:
    """A link element."""
    return f'<link rel="{rel}" type="{media}" href="{escape(url)}"/>\n'


def _entry(move: MoveView, context: Context) -> str:
    url, source = permanent(move, context), body.best_url(move)
    recorded = moment(move.recorded_at) or EPOCH
    published = moment(move.first_published) or moment(move.first_recorded_at) or recorded
    links = link("alternate", url) if context.home else ""
    links += f'<link rel="related" href="{escape(source)}"/>\n' if source else ""
    tags = "".join(f'<category term="{escape(tag)}"/>\n' for tag in (move.type, move.status) if tag.strip())
    return (
        f"<entry>\n<id>{escape(url)}</id>\n<title>{escape(move.title)}</title>\n"
        f"<updated>{recorded}</updated>\n<published>{published}</published>\n{links}{tags}"
        f'<content type="html">{escape(body.html(move))}</content>\n</entry>\n'
    )
