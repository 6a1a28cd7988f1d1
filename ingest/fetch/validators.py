"""Conditional requests: which validators to send, and which to keep. Pure.

RFC 9110 13.1 has ``If-None-Match`` and ``If-Modified-Since`` carry back what the server sent. They are opaque: kept
byte for byte, echoed byte for byte, never made up from dates in a feed or from our own clock. A pair belongs to the
one URL that sent it.
"""

from __future__ import annotations

from msgspec import Struct

from ingest.fetch.response import Response

__all__ = ["Validators", "keep", "request_fields"]

LONGEST = 4096  # octets; a longer validator would make requests that servers refuse (431)


class Validators(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """``ETag`` and ``Last-Modified`` of one URL, as text by ISO 8859-1."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


def request_fields(validators: Validators | None, url: str) -> list[tuple[str, str]]:
    """The conditional fields of a request to ``url``: both, where both are known (RFC 9110 13.1.3)."""
    if validators is None or validators.url != url:
        return []
    pairs = (("If-None-Match", validators.etag), ("If-Modified-Since", validators.last_modified))
    return [(name, value) for name, value in pairs if value]


def keep(known: Validators | None, response: Response) -> Validators | None:
    """What to remember after a response.

    A 200 replaces the pair, or drops it where the server sends none any longer. A 304 updates the fields it carries
    (RFC 9111 4.3.4). Anything else changes nothing; nor does a 200 whose body was cut off, so that the next request
    asks for what is newer than the last whole body and gets the rest. The caller treats an unreadable body alike.
    """
    if response.status == 304:
        old = known if known is not None and known.url == response.final_url else None
        return _pair(
            response.final_url,
            _usable(response.etag) or (old.etag if old else None),
            _usable(response.last_modified) or (old.last_modified if old else None),
        )
    if response.status not in (200, 203) or response.truncated:
        return known
    return _pair(response.final_url, _usable(response.etag), _usable(response.last_modified))


def _usable(value: str | None) -> str | None:
    return value if value and len(value) <= LONGEST else None


def _pair(url: str, etag: str | None, last_modified: str | None) -> Validators | None:
    return Validators(url=url, etag=etag, last_modified=last_modified) if etag or last_modified else None
