"""robots.txt for pages that are not feeds. A feed is published to be polled and is not subject to it.

RFC 9309: a missing file allows everything (2.3.1.3), an unreachable one forbids everything (2.3.1.4) unless an older
copy is known; at least 500 KiB are read (2.5), five redirects followed (2.3.1.2), a copy kept at most 24 hours (2.4).
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from protego import Protego

from ingest.fetch.addresses import Target
from ingest.fetch.response import Response
from ingest.fetch.validators import Validators, keep
from store.clock import Clock
from store.errors import FetchError

__all__ = ["Robots", "Verdict"]

READ = 500 * 1024  # octets that count
HOPS = 5
KEPT = timedelta(hours=24)
RETRY = timedelta(hours=1)  # a file that could not be had is asked for again after this
LONGEST_DELAY = 60.0  # seconds of Crawl-delay that are waited; a longer one is for crawlers, not for one page
MOST_SITES = 2000

#: asks for one robots.txt: (url, validators) → Response; raises FetchError
Ask = Callable[[str, Validators | None], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a page may be asked, why not, and how long its site wants to rest between two requests."""

    allowed: bool
    why: str = ""
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class _Copy:
    rules: Protego | None  # None: nothing is allowed
    until: datetime
    validators: Validators | None = None
    why: str = ""


class Robots:
    """What each site's robots.txt says to ``agent``, the product token of our User-Agent."""

    def __init__(self, agent: str, ask: Ask, *, clock: Clock) -> None:
        self._token = re.split(r"[/\s]", agent, maxsplit=1)[0]
        self._ask = ask
        self._clock = clock
        self._copies: dict[tuple[str, str, int], _Copy] = {}

    async def verdict(self, target: Target) -> Verdict:
        """What the site of ``target`` says about it; asks for the site's robots.txt where no fresh copy is known."""
        copy = self._copies.get(target.origin)
        if copy is None or copy.until <= self._clock():
            copy = await self._fetch(target, copy)
            if len(self._copies) >= MOST_SITES:
                self._copies.clear()
            self._copies[target.origin] = copy
        if copy.rules is None:
            return Verdict(False, f"its robots.txt could not be had ({copy.why}), which forbids everything")
        if not copy.rules.can_fetch(target.url, self._token):
            return Verdict(False, "its robots.txt forbids it")
        return Verdict(True, delay=min(copy.rules.crawl_delay(self._token) or 0.0, LONGEST_DELAY))

    async def _fetch(self, target: Target, known: _Copy | None) -> _Copy:
        url = f"{target.scheme}://{target.authority}/robots.txt"
        now = self._clock()
        try:
            response = await self._ask(url, known.validators if known else None)
        except FetchError as error:
            kind = error.details.get("kind")
            if kind in ("redirect", "redirects", "redirect-loop"):
                return _allowing(now + KEPT)  # 2.3.1.2: too many redirects count as a missing file
            if kind in ("url", "address", "dns"):
                return _allowing(now)  # the page itself will be refused in the same words
            return self._unreachable(known, now, str(kind))
        if response.status == 304 and known is not None:
            return _Copy(known.rules, now + KEPT, keep(known.validators, response))
        if 200 <= response.status < 300:
            rules = Protego.parse(response.body[:READ].decode("utf-8-sig", "replace"))
            return _Copy(rules, now + KEPT, keep(None, response))
        if 400 <= response.status < 500 and response.status != 429:
            return _allowing(now + KEPT)
        return self._unreachable(known, now, f"HTTP {response.status}")

    def _unreachable(self, known: _Copy | None, now: datetime, why: str) -> _Copy:
        if known is not None and known.rules is not None:
            return _Copy(known.rules, now + RETRY, known.validators)
        return _Copy(None, now + RETRY, why=why)


def _allowing(until: datetime) -> _Copy:
    return _Copy(Protego.parse(""), until)
