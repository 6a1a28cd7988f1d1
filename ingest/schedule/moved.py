"""When a redirect is believed to be for ever. Pure.

301 and 308 say so, but operators say it in error: it is believed when the permanent part of the chain has led to the
same place for 7 days. Sooner only where nothing can be lost: https of the same host, or an old address that is gone.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from ingest.fetch.addresses import Target, parse_target
from ingest.fetch.response import Hop
from ingest.schedule.state import Moved, Permanent

__all__ = ["PROOF", "gone", "permanent_end", "watch"]

PROOF = timedelta(days=7)
_PERMANENT = (301, 308)


def permanent_end(hops: tuple[Hop, ...]) -> str | None:
    """Where the permanent prefix of a chain leads; a temporary hop ends it. None where there is no such prefix."""
    end = None
    for hop in hops:
        if hop.status not in _PERMANENT:
            break
        end = hop.location
    return end


def watch(
    url: str, known: Permanent | None, hops: tuple[Hop, ...], now: datetime
) -> tuple[Permanent | None, Moved | None]:
    """After an answer that could be used: what to watch from now on, and the move if it is proven.

    An address with credentials never moves by itself, and none moves from https to http.
    """
    end = permanent_end(hops)
    if end is None:
        return None, None
    there, here = parse_target(end), parse_target(url)
    if here.auth or (here.scheme, there.scheme) == ("https", "http"):
        return None, None
    if _upgraded(here, there):
        return None, Moved(from_url=url, to_url=end, proof="https of the same host")
    if known is None or (known.from_url, known.to_url) != (url, end):
        return Permanent(from_url=url, to_url=end, since=now), None
    if now - known.since >= PROOF:
        status = hops[0].status
        return None, Moved(from_url=url, to_url=end, proof=f"{status} answered the same for {PROOF.days} days")
    return known, None


def _upgraded(here: Target, there: Target) -> bool:
    return (here.scheme, there.scheme) == ("http", "https") and here.host == there.host


def gone(url: str, known: Permanent | None, status: int, hops: tuple[Hop, ...]) -> Moved | None:
    """The move that is proven because the old address itself now answers 404 or 410."""
    if status not in (404, 410) or hops or known is None or known.from_url != url:
        return None
    return Moved(from_url=url, to_url=known.to_url, proof=f"old address answers {status}")
