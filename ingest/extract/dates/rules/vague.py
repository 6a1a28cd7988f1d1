"""Words for the present, the past and the future as such."""

from __future__ import annotations

from ingest.extract.dates.context import Context
from ingest.extract.dates.grammar import Found, Reader, Rule
from ingest.extract.dates.model import Reading

__all__ = ["RULES"]


def _always(value: str) -> Reader:
    def read(_found: Found, _context: Context) -> Reading | None:
        return Reading("DATE", value, "none")

    return read


def _now(found: Found, _context: Context) -> Reading | None:
    """As "Now" is a time unless it only joins sentences ("now that", ", now, ...")."""
    return Reading("DATE", "PRESENT_REF", "none") if found.after() != "that" else None


def _future(found: Found, _context: Context) -> Reading | None:
    """As "In the future"; but "the future of" and "future earnings" name no time."""
    if found.before() not in ("in", "for") or found.after() == "of":
        return None
    return Reading("DATE", "FUTURE_REF", "none")


def _moment(found: Found, _context: Context) -> Reading | None:
    return Reading("DATE", "PRESENT_REF", "none") if found.before() in ("at", "for") else None


def _the_time(found: Found, _context: Context) -> Reading | None:
    """As "At the time": the day spoken of, which is past."""
    return Reading("DATE", "PAST_REF", "none") if found.after() != "of" else None


RULES = [
    Rule("now", r"<right|just>?<now>", _now),
    Rule("these-days", r"<these><units>", _always("PRESENT_REF")),
    Rule("currently", r"<currently>", _always("PRESENT_REF")),
    Rule("current", r"<current>", _always("PRESENT_REF")),
    Rule("moment", r"<the|this><current>?<moment>", _moment),
    Rule("recently", r"<more|most|less>?<recently>", _always("PAST_REF")),
    Rule("the-past", r"<the><past>", _always("PAST_REF")),
    Rule("the-time", r"(?<=<at>)(?:<the|that><time>)".replace("(?<=<at>)", ""), _the_time),
    Rule("soon", r"<as><soon><as><possible>", _always("FUTURE_REF")),
    Rule("future", r"<the>?<foreseeable>?<future>", _future),
    Rule("near-term", r"<the><foreseeable|short><hy>?<term>", _always("FUTURE_REF")),
]
