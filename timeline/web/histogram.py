"""The months of the chronology as bars in one SVG: each a link to its month, the selected range shaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from timeline.query import Query

__all__ = ["Bar", "Histogram", "histogram"]

#: units of the drawing
HEIGHT, STEP = 40, 6


class Bar(Struct, frozen=True):
    """One month: where it stands, how high it is, what it links to."""

    x: int
    height: int
    month: str
    count: int
    href: str
    chosen: bool


class Histogram(Struct, frozen=True):
    """``shade``: left edge and width of the selected range, where one is selected."""

    width: int
    bars: tuple[Bar, ...]
    years: tuple[tuple[int, str], ...]
    shade: tuple[int, int] | None
    first: str
    last: str


def histogram(months: Sequence[tuple[str, int]], query: Query, link: Callable[..., str]) -> Histogram | None:
    """None where there is nothing to draw. ``link(since=, until=, in_=)`` gives the address of a choice."""
    if not months:
        return None
    first, most = _number(months[0][0]), max(count for _, count in months)
    span = _number(months[-1][0]) - first + 1
    chosen = query.within.text if query.within else ""
    bars = []
    for month, count in months:
        height = max(round(count / most * HEIGHT), 2)
        href = link(in_="" if month == chosen else month, since="", until="")
        x = (_number(month) - first) * STEP
        bars.append(Bar(x, height, month, count, href, month == chosen))
    years = tuple(
        ((12 * year - first) * STEP, str(year)) for year in range(-(-first // 12), (first + span - 1) // 12 + 1)
    )
    return Histogram(span * STEP, tuple(bars), _thinned(years), _shade(query, first, span), months[0][0], months[-1][0])


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:7]) - 1


def _thinned(years: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str], ...]:
    """At most some dozen of them have room for a word."""
    return years[:: max(1, -(-len(years) // 14))]


def _shade(query: Query, first: int, span: int) -> tuple[int, int] | None:
    """From the first to the last selected month, as far as they are drawn."""
    starts = [p.first_day for p in (query.since, query.within) if p and p.first_day]
    ends = [p.last_day for p in (query.until, query.within) if p and p.last_day]
    if not starts and not ends:
        return None
    left = max((12 * d.year + d.month - 1 - first for d in starts), default=0)
    right = min((12 * d.year + d.month - first for d in ends), default=span)
    left, right = max(left, 0), min(right, span)
    return (left * STEP, (right - left) * STEP) if left < right else None
