"""One HTML file that stands alone: no script, no request to anywhere, readable printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.render import body
from timeline.render.context import Context, with_home
from timeline.render.dates import heading, iso
from timeline.render.markup import escape
from timeline.view import MoveView

__all__ = ["write"]

_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; margin-bottom: 0 } h2 { font-size: 1.1rem; margin-top: 2rem }
article { margin: 0 0 1rem } h3 { font-size: 1rem; margin: 0 } time { font-variant-numeric: tabular-nums }
blockquote { margin: .5rem 1rem } details p { margin: .2rem 0 } .meta { margin: 0; opacity: .8 }
""".strip()


def write(moves: Iterable[MoveView], context: Context) -> Iterator[str]:
    """The document."""
    title = escape(f"{context.title}, {context.range_text}" if context.range_text else context.title)
    count = f"{context.matched} moves · " if context.matched else ""
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p class="meta">{count}known at #{context.position}</p>\n'
    )
    before = None
    for move in moves:
        if heading(move) != before:
            before = heading(move)
            yield f"<h2>{before}</h2>\n"
        yield _article(with_home(move, context.home), context)
    yield "</main>\n</body>\n</html>\n"


def _article(move: MoveView, context: Context) -> str:
    title = escape(move.title)
    linked = f'<a href="{escape(move.url)}">{title}</a>' if context.home else title
    lineages = f"{move.lineages} lineage" + ("" if move.lineages == 1 else "s")
    words = [
        move.type,
        move.status,
        ", ".join(move.actors),
        "; ".join(move.quantities),
        f"grade {move.grade}, {lineages}",
    ]
    words += ["⚠ disputed" if move.disputed else "", "✎ amended" if move.amended else ""]
    words += ["✗ rejected" if move.rejected else ""]
    return (
        f'<article id="{escape(move.id)}">\n<h3><time>{iso(move)}</time> {linked}</h3>\n'
        f'<p class="meta">{escape(" · ".join(filter(None, words)))}</p>\n'
        f"<details><summary>Evidence</summary>{body.html(move)}</details>\n</article>\n"
    )
