"""The filters of ``show``, the same names in every command, format and page (docs/feed.md, Queries)."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING

from store.errors import UsageError
from timeline.cli.context import Context

if TYPE_CHECKING:
    from timeline.query import Query

__all__ = ["add_filters", "asked", "zone"]

_ONE = {
    "since": "happened from the start of this period on (2025, q2 2025, 3 months ago ...)",
    "until": "happened up to the end of this period",
    "in": "happened in this period",
    "as-of": "what was publicly known on a day, or what this log knew at @POSITION",
    "recorded-since": "recorded from then on, or after @POSITION",
    "min-lineages": "at least so many independent lineages",
    "limit": "at most so many moves",
    "sort": "newest, oldest, recorded, grade",
    "cursor": "the next page, as a page before named it",
}
_MANY = {
    "type": "release, chip, partnership, ...",
    "actor": "somebody who takes part",
    "object": "a product; a family has its variants",
    "source": "a publisher, or a lineage",
    "status": "shipped, announced, planned, ...",
    "grade": "A, B, C, D",
}


def add_filters(parser: ArgumentParser, *, words: bool = True) -> None:
    """The words and options of a selection."""
    if words:
        parser.add_argument("words", nargs="*", metavar="WORDS", help="all of them occur; or the id of one move")
    group = parser.add_argument_group("which moves")
    for name, what in _ONE.items():
        group.add_argument(f"--{name}", metavar="N" if name in ("limit", "min-lineages") else "X", help=what)
    for name, what in _MANY.items():
        group.add_argument(f"--{name}", action="append", metavar="X", help=f"{what}; may be repeated")
    group.add_argument("--disputed", action="store_true", help="with an open dispute only")
    group.add_argument("--rejected", action="store_true", help="with what people took out of the chronology")
    group.add_argument("--tz", metavar="ZONE", help="time zone of the periods that are typed (default UTC)")


def zone(name: str | None) -> tzinfo:
    """A time zone by its IANA name. Raises UsageError."""
    if not name or name.upper() == "UTC":
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(f"{name!r} is no time zone; write an IANA name such as Europe/Berlin") from None


def asked(args: Namespace, context: Context, *, limit: str = "0") -> Query:
    """The query of a command line; all moves unless ``--limit`` says otherwise."""
    from timeline.query import from_params

    given = vars(args)
    params = {name: [str(given[key])] for name in _ONE if (key := name.replace("-", "_")) in given and given[key]}
    params |= {name: given[name] for name in _MANY if given.get(name)}
    params |= {name: ["1"] for name in ("disputed", "rejected") if given.get(name)}
    params.setdefault("limit", [limit])
    if given.get("words"):
        params["q"] = list(given["words"])
    return from_params(params, now=context.clock(), tz=zone(given.get("tz")))
