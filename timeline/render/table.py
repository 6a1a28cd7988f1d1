"""The chronology for a person at a terminal: a rule a year with its months as a sparkline, a line a move.

    2025 ─────────────────────────────────────────────────────────────  ▁▁▃▇▁▂▁▁▂▁▁▁
     Apr 05  ◆ release      Llama 4 Scout and Maverick            about.fb +4  A  4c1f9e  ⚠ disputed

Type is glyph and word, doubt is a sign and a word: never colour alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from timeline.render.context import Context
from timeline.render.dates import ago, iso, month_of, short, year_of
from timeline.render.terminal import Paint, cut, pad, plain, width
from timeline.view import MoveView

__all__ = ["GLYPHS", "sparkline", "write"]

GLYPHS = {"release": "◆", "chip": "▣", "partnership": "⇄", "investment": "$", "acquisition": "⊕", "people": "☺",
          "policy": "§", "research": "∴", "milestone": "★", "incident": "!", "product": "◇"}  # fmt: skip
_COLORS = {"release": "green", "product": "green", "chip": "cyan", "research": "cyan", "partnership": "blue",
           "acquisition": "blue", "investment": "yellow", "people": "magenta", "policy": "magenta",
           "milestone": "green", "incident": "red"}  # fmt: skip
_BARS = "▁▂▃▄▅▆▇"
_SORTS = {"newest": "newest first", "oldest": "oldest first", "recorded": "latest recorded first",
          "grade": "best supported first"}  # fmt: skip
#: changes that a reader of the list should see at once
_TOLD = ("corrected", "amended", "split", "restored", "settled")
_GRADE = {"A": ("green", "bold"), "B": ("green",), "C": ("yellow",), "D": ("red",)}


def write(moves: Iterable[MoveView], context: Context) -> Iterator[str]:
    """The header, the rules and the lines; a hint at the end on a terminal."""
    shown = list(moves)
    paint = Paint(context.color)
    yield _header(shown, context, paint)
    if not shown:
        yield "\nnothing matched\n"
        return
    layout = _Layout(shown, context)
    year = None
    for move in shown:
        if layout.by_year and year_of(move) != year:
            year = year_of(move)
            yield ("\n" if move is shown[0] else "") + _rule(year, layout, context, paint)
        yield layout.line(move, paint)
    if context.width:
        yield _hint(shown[0], context, paint)


class _Layout:
    """The widths of the columns, from what stands in them and the room there is."""

    def __init__(self, moves: list[MoveView], context: Context) -> None:
        self.by_year = context.sort in ("newest", "oldest")
        self.months = dict(context.months) or Counter(month for move in moves if (month := month_of(move)))
        self.date = max(6, *(width(self.when(move)) for move in moves))
        self.source = max(width(_source(move)) for move in moves)
        if context.width:
            self.source = min(self.source, _source_room(context.width))
        self.id = _unique(move.id for move in moves)
        flags = max(width(_flags(move)) for move in moves)
        # a blank in front, two between columns; glyph and word take 13
        source = self.source + 2 if self.source else 0
        fixed = 1 + self.date + 2 + 13 + 2 + 2 + source + 1 + 2 + self.id + (2 + flags if flags else 0)
        longest = max(width(plain(move.title)) for move in moves)
        self.title = min(longest, max(context.width - fixed, 10)) if context.width else longest
        self.all = fixed + self.title

    def when(self, move: MoveView) -> str:
        return short(move) if self.by_year else iso(move)

    def line(self, move: MoveView, paint: Paint) -> str:
        """The move, and below it what was changed about it."""
        glyph = f"{GLYPHS.get(move.type, '·')} {pad(plain(move.type), 11)}"
        cells = [
            " " + pad(self.when(move), self.date),
            paint(glyph, _COLORS.get(move.type, "bold")),
            pad(cut(plain(move.title), self.title), self.title),
        ]
        if self.source:
            cells.append(paint(pad(_source(move, self.source), self.source), "dim"))
        cells.append(paint(move.grade, *_GRADE.get(move.grade, ())))
        cells.append(paint(move.id[: self.id], "dim"))
        cells.append(paint(_flags(move), "yellow"))
        return "  ".join(cells).rstrip() + "\n" + "".join(self._notes(move, paint))

    def _notes(self, move: MoveView, paint: Paint) -> Iterator[str]:
        if move.change and move.change.kind in _TOLD:
            change = move.change
            yield self._note(f"{change.kind} {change.at[:10]}: {change.text}", paint)
        for field, why in sorted(move.amended.items()):
            yield self._note(f"{field} amended: {why}", paint)

    def _note(self, text: str, paint: Paint) -> str:
        return " " * (self.date + 3) + paint(f"└ {plain(text)}", "dim") + "\n"


def _header(moves: list[MoveView], context: Context, paint: Paint) -> str:
    """What is shown, of how much, and how fresh it is."""
    matched = context.matched or len(moves)
    count = f"{matched} of {context.total} moves" if context.total else f"{matched} moves"
    if len(moves) < matched:
        count += f", {len(moves)} shown"
    fresh = ago(context.recorded_at, context.now)
    known = f"known at #{context.position}" + (f" ({fresh})" if fresh else "")
    facts = " · ".join((count, _SORTS.get(context.sort, context.sort), known))
    return f"{paint(plain(context.title), 'bold')}  {plain(context.range_text) or 'all times'}   {facts}\n"


def _rule(year: str, layout: _Layout, context: Context, paint: Paint) -> str:
    if not year:
        return paint("no date " + "─" * max(layout.all - 8, 4), "dim") + "\n"
    last = context.now.month if year == str(context.now.year) else 12
    line = sparkline([layout.months.get(f"{year}-{month:02}", 0) for month in range(1, last + 1)])
    room = (context.width or layout.all) - 5 - 2 - len(line)
    return f"{paint(year, 'bold')} {paint('─' * max(room, 4), 'dim')}  {paint(line, 'cyan')}\n"


def sparkline(counts: list[int]) -> str:
    """A bar a number; the lowest bar is none, the highest the most there is."""
    most = max([*counts, 1])
    return "".join(_BARS[-(-count * (len(_BARS) - 1) // most)] for count in counts)


def _source_room(columns: int) -> int:
    """A narrow terminal has room for titles alone."""
    return 22 if columns > 100 else 14 if columns >= 90 else 0


def _source(move: MoveView, room: int = 0) -> str:
    """``about.fb +4``: who says so first, and how many others do; of a long name only the start."""
    names = list(dict.fromkeys(plain(source.publisher).removesuffix(".com") for source in move.sources))
    if not names:
        return ""
    others = f" +{len(names) - 1}" if len(names) > 1 else ""
    return (cut(names[0], room - len(others)) if room else names[0]) + others


def _flags(move: MoveView) -> str:
    """The first in words, of the others the sign, so that titles keep their room."""
    flags = [
        "⚠ disputed" if move.disputed else "",
        "✗ rejected" if move.rejected else "",
        "✎ amended" if move.amended else "",
        f"· {plain(move.status)}" if move.status not in ("shipped", "announced", "planned") else "",
    ]
    first, *rest = list(filter(None, flags)) or [""]
    return " ".join([first, *(flag[0] for flag in rest if not flag.startswith("·"))])


def _unique(ids: Iterable[str]) -> int:
    """How many letters of an id tell these apart; at least six."""
    names = set(ids)
    longest = max(map(len, names))
    return next((n for n in range(6, longest) if len({name[:n] for name in names}) == len(names)), longest)


def _hint(move: MoveView, context: Context, paint: Paint) -> str:
    hint = (
        f"timeline why {move.id[:6]}  evidence",
        "--as-of 2025-06  what was known then",
        "-f json|csv|ics|…",
        "--limit 0  all of them" if context.next else "",
    )
    return "\n" + paint("   ·   ".join(filter(None, hint)), "dim") + "\n"
