"""From a query and its page to what every view says of it: the resolved range, the head, the counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from timeline.render.context import Context

if TYPE_CHECKING:
    from timeline.query import Page, Query

__all__ = ["context_of", "query_string", "range_text"]

#: what stands in a query as it is (RFC 3986, 2.3)
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def range_text(query: Query) -> str:
    """``2025-01-01 → now``, ``start → 2023-12-31``, ``2024-01-01 → 2024-12-31 · as known on 2025-06-30``; or empty."""
    periods = [p for p in (query.since, query.within) if p and p.first_day]
    first = max((p.first_day.isoformat() for p in periods if p.first_day), default="")
    periods = [p for p in (query.until, query.within) if p and p.last_day]
    last = min((p.last_day.isoformat() for p in periods if p.last_day), default="")
    happened = f"{first or 'start'} → {last or 'now'}" if first or last else ""
    return " · ".join(filter(None, (happened, _known(query), _recorded(query))))


def _known(query: Query) -> str:
    if query.as_of is None:
        return ""
    if query.as_of.position is not None:
        return f"as known at #{query.as_of.position}"
    return f"as known on {query.as_of.last_day}"


def _recorded(query: Query) -> str:
    since = query.recorded_since
    if since is None:
        return ""
    return f"recorded after #{since.position}" if since.position is not None else f"recorded since {since.first_day}"


def query_string(query: Query) -> str:
    """Canonical: what equal queries have in common; without the cursor."""
    from timeline.query import to_params  # noqa: PLC0415 - the query layer need not be there to render

    pairs = [pair for pair in to_params(query) if pair[0] != "cursor"]
    if all(_UNRESERVED.issuperset(key + value) for key, value in pairs):
        return "&".join(f"{key}={value}" for key, value in pairs)
    from urllib.parse import urlencode  # noqa: PLC0415 - a twentieth of the start, and most queries hold nothing to quote

    return urlencode(pairs)


def context_of(
    page: Page,
    query: Query,
    *,
    now: datetime,
    home: str = "",
    width: int = 0,
    color: bool = False,
    months: Sequence[tuple[str, int]] = (),
) -> Context:
    """What the writers are told of a page. ``home``: absolute, without a slash at its end; ``months``: of the whole
    selection, for the table's bars where the page is not all of it.
    """
    return Context(
        now=now,
        title=page.title or Context(now=now).title,
        range_text=range_text(query),
        position=page.position,
        hash=page.hash,
        recorded_at=page.recorded_at,
        home=home,
        query_string=query_string(query),
        matched=page.matched,
        total=page.total,
        width=width,
        color=color,
        next=page.next,
        sort=query.sort,
        months=tuple(months),
    )
