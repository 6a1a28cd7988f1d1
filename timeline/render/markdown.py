"""Markdown (CommonMark): a heading a month, an item a move, its words quoted below. Foreign text has no markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from store.text import clean_line, safe_url
from timeline.render.context import Context, with_home
from timeline.render.dates import heading, iso
from timeline.view import MoveView, SourceView

__all__ = ["literal", "write"]

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")
#: what begins a heading, a quote, a list or a rule where it stands at the start of a line
_BEGINNING = re.compile(r"^([-+#=>]|\d+(?=[.)]))")


def literal(text: str) -> str:
    """A text on one line, shown as it is: every letter that may be markup is escaped (CommonMark, 2.4)."""
    return _BEGINNING.sub(_escaped, _MARKUP.sub(r"\\\1", clean_line(text)))


def _escaped(found: re.Match[str]) -> str:
    return found[0] + "\\" if found[0].isdigit() else "\\" + found[0]


def write(moves: Iterable[MoveView], context: Context) -> Iterator[str]:
    """The title, the facts of the selection, the moves."""
    yield f"# {literal(context.title)}\n\n"
    facts = (context.range_text, f"{context.matched} moves" if context.matched else "", f"known at #{context.position}")
    yield " · ".join(literal(fact) for fact in facts if fact) + "\n"
    before = None
    for move in moves:
        if heading(move) != before:
            before = heading(move)
            yield f"\n## {before}\n\n"
        yield from _item(with_home(move, context.home), context)


def _item(move: MoveView, context: Context) -> Iterator[str]:
    title = literal(move.title)
    linked = f"[{title}]({_address(move.url)})" if context.home else title
    words = [move.type, move.status, ", ".join(move.actors), "; ".join(move.quantities)]
    lineages = f"{move.lineages} lineage" + ("" if move.lineages == 1 else "s")
    words += [f"grade {move.grade}, {lineages}", "⚠ disputed" if move.disputed else ""]
    words += ["✗ rejected" if move.rejected else "", move.id]
    yield f"- **{iso(move)}** {linked} · {' · '.join(literal(word) for word in words if word)}\n"
    for field, why in sorted(move.amended.items()):
        yield f"  - {literal(f'{field} amended: {why}')}\n"
    for source in move.sources:
        yield f"  - {_said(source)}\n"
    for dispute in move.disputes:
        yield f"  - {'settled' if dispute.settled else 'disputed'}: {literal(dispute.text)}\n"


def _said(source: SourceView) -> str:
    url = safe_url(source.url) if source.url else None
    name = literal(source.publisher or "no publisher")
    who = f"[{name}]({_address(url)})" if url else name
    when = f", {literal(source.published[:10])}" if source.published else ""
    return (f"“{literal(source.quote)}” — " if source.quote else "") + who + when


def _address(url: str) -> str:
    """An address between the brackets of a link: what could end it is percent-encoded."""
    return quote(url, safe="/:?#@!$&'*+,;=%~-._[]")
