"""What a writer is told beside the moves."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from timeline.view import MoveView

__all__ = ["Context", "with_home"]


class Context(Struct, frozen=True, kw_only=True):
    """``now`` is looked at by the table alone (``3 min ago``); every machine format is a function of the log.

    ``home``: the absolute address of the program without a slash at its end, or ``""`` where it has none.
    ``width``: columns of the terminal; 0 is no terminal: nothing is cut.
    """

    now: datetime
    title: str = "Meta AI moves"
    range_text: str = ""  # the resolved range: "2025-01-01 → now"
    position: int = 0  # the head of the log that the moves were read at
    hash: str = ""  # of the chain there, hexadecimal
    recorded_at: str | None = None  # RFC 3339: when that was recorded
    home: str = ""
    query_string: str = ""  # canonical, without "?" and without the cursor
    matched: int = 0
    total: int = 0
    width: int = 0
    color: bool = False
    next: str | None = None  # the cursor of the next page
    next_name: str = "cursor"  # the parameter that takes it
    sort: str = "newest"
    months: tuple[tuple[str, int], ...] = ()  # "2025-04" → n, over the whole selection; else counted from the moves
    path: str = ""  # what was asked for over HTTP: "/feed.json"

    def link(self, path: str, *params: tuple[str, str]) -> str:
        """An address of ours with this query: absolute where there is a home, else a path."""
        from urllib.parse import urlencode  # noqa: PLC0415 - costs start time and is wanted by feeds only

        query = "&".join(filter(None, (self.query_string, urlencode(params))))
        return f"{self.home}{path}" + (f"?{query}" if query else "")


def with_home(move: MoveView, home: str) -> MoveView:
    """The move with the address of its page made absolute."""
    if not home or not move.url.startswith("/"):
        return move
    from msgspec.structs import replace  # noqa: PLC0415 - wanted over HTTP only

    return replace(move, url=home + move.url)
