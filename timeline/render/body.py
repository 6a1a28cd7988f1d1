"""What a feed's entry says of a move, in HTML and in plain text; the same facts in the same order.

Readers show one or the other, so both are always written. The HTML is escaped throughout and holds p, blockquote, a,
ul, li, strong and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from store.text import clean_line, safe_url
from timeline.render.changes import summary
from timeline.render.dates import iso
from timeline.render.markup import escape
from timeline.view import MoveView, SourceView

__all__ = ["best_url", "facts", "html", "text"]

#: sources told in an entry; the page has them all
SOURCES = 5


def best_url(move: MoveView) -> str | None:
    """The address of the best source that has one."""
    return next((url for source in move.sources if source.url and (url := safe_url(source.url))), None)


def facts(move: MoveView) -> list[tuple[str, str]]:
    """Name and value of what is known, in the order in which an analyst asks."""
    lineages = f"{move.lineages} lineage" + ("" if move.lineages == 1 else "s")
    pairs = (
        ("When", f"{iso(move)} ({move.date_precision})" if move.date else "not known"),
        ("Takes effect", move.effective or ""),
        ("What", f"{move.type}, {move.status}: {move.object}"),
        ("Who", ", ".join(move.actors)),
        ("Figures", "; ".join(move.quantities)),
        ("Grade", f"{move.grade}, {lineages}" + (f" ({move.grade_why})" if move.grade_why else "")),
        ("Amended", "; ".join(f"{field}: {why}" for field, why in sorted(move.amended.items()))),
        ("Rejected", "taken out of the chronology" if move.rejected else ""),
        ("Changed", f"{move.change.at[:10]}, {summary(move.change)}" if move.change else ""),
    )
    return [(name, clean_line(value)) for name, value in pairs if value]


def html(move: MoveView) -> str:
    """As HTML for a feed reader."""
    parts = [f"<p>{_pair(*pair)}</p>" for pair in facts(move)]
    parts += (_quoted(source) for source in move.sources[:SOURCES])
    for dispute in move.disputes:
        state = "Settled" if dispute.settled else "Disputed"
        parts.append(f"<p><strong>{state}</strong> {escape(dispute.text)}</p>")
        parts += (_quoted(source) for source in (dispute.left, dispute.right))
    return "".join(parts)


def _pair(name: str, value: str) -> str:
    return f"<strong>{name}</strong> {escape(value)}"


def _quoted(source: SourceView) -> str:
    words = f"“{escape(source.quote)}” " if source.quote else ""
    return f"<blockquote><p>{words}— {_named(source)}</p></blockquote>"


def _named(source: SourceView) -> str:
    name = escape(source.publisher or "no publisher")
    name += f", {escape(source.published[:10])}" if source.published else ""
    url = safe_url(source.url) if source.url else None
    return f'<a href="{escape(url)}">{name}</a>' if url else name


def text(move: MoveView) -> str:
    """As lines of plain text."""
    return "\n".join(_lines(move))


def _lines(move: MoveView) -> Iterator[str]:
    yield from (f"{name}: {value}" for name, value in facts(move))
    yield from (_said(source) for source in move.sources[:SOURCES])
    for dispute in move.disputes:
        yield f"{'Settled' if dispute.settled else 'Disputed'}: {clean_line(dispute.text)}"
        yield from (_said(source) for source in (dispute.left, dispute.right))


def _said(source: SourceView) -> str:
    words = f"“{clean_line(source.quote)}” — " if source.quote else "— "
    when = f", {source.published[:10]}" if source.published else ""
    url = f" <{source.url}>" if source.url else ""
    return f"{words}{clean_line((source.publisher or 'no publisher') + when)}{url}"
