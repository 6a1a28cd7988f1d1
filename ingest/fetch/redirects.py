"""Where a redirect leads. Pure.

Walked hop by hop, because each hop is a new address to check (CVE-2023-24060: a public feed that redirects inward).
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from urllib.parse import urldefrag, urljoin

from ingest.fetch.addresses import Target, parse_target, refused
from ingest.fetch.response import Headers

__all__ = ["MOST", "follow", "is_redirect"]

MOST = 10  # hops (WHATWG Fetch allows 20; a feed that needs more than ten is lost)
_STATUSES = frozenset({301, 302, 303, 307, 308})


def is_redirect(status: int) -> bool:
    """Whether a status sends the reader elsewhere (RFC 9110 15.4)."""
    return status in _STATUSES


def follow(target: Target, headers: Headers, visited: list[str], most: int = MOST) -> Target:
    """The next hop. ``visited``: the URLs asked so far, this one included.

    Credentials go along within one origin and never across (CVE-2018-1000007 in curl); those that a redirect itself
    brings are not used. Raises FetchError: ``redirect`` (nowhere, several places, no address), ``redirect-loop``.
    """
    places = set(headers.all("location"))
    if len(places) != 1:
        raise refused(target.url, "redirect", "a redirect to several places" if places else "a redirect to nowhere")
    raw = places.pop()
    with contextlib.suppress(UnicodeDecodeError):  # octets beyond ASCII: UTF-8 as servers send it, else ISO 8859-1
        raw = raw.encode("latin-1").decode("utf-8")
    try:
        joined = urldefrag(urljoin(target.url, raw.strip())).url
    except ValueError as error:
        raise refused(target.url, "redirect", f"a redirect to no address ({error})") from None
    there = parse_target(joined)
    there = replace(there, auth=target.auth if there.origin == target.origin else None)
    if there.url in visited:
        raise refused(target.url, "redirect-loop", f"redirects in a circle, back to {there.url}")
    if len(visited) > most:
        raise refused(target.url, "redirects", f"more than {most} redirects")
    return there
