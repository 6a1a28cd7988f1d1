"""The door: one URL in, one Response out, or a FetchError that names the URL and the kind of failure."""

from __future__ import annotations

import asyncio
import re
import ssl
from dataclasses import dataclass, field
from importlib import metadata
from types import TracebackType
from typing import Literal, Self

from ingest.fetch.addresses import BAD_PORTS, Target, parse_target, refused
from ingest.fetch.redirects import MOST, follow, is_redirect
from ingest.fetch.resolve import Resolver, checked_addresses, system_resolver
from ingest.fetch.response import Hop, Response
from ingest.fetch.robots import HOPS, Robots
from ingest.fetch.turns import Sleep, Turns, domain_of
from ingest.fetch.validators import Validators, request_fields
from ingest.fetch.wire import Answer, Limits, exchange, tls_context
from ingest.sources import FetchSettings
from store.clock import Clock

__all__ = ["ACCEPT", "Door"]

Kind = Literal["feed", "html", "api", "page"]
#: what is asked for, by kind of document
ACCEPT: dict[str, str] = {
    "feed": "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
    " application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1",
    "api": "application/json, */*;q=0.1",
    "html": "text/html, application/xhtml+xml, */*;q=0.1",
    "page": "text/html, application/xhtml+xml, */*;q=0.1",
}
_SUBJECT = ("html", "page")  # to robots.txt
NAME, HOME = "meta-timeline", "https://github.com/meta-timeline/meta-timeline"


def agent(text: str) -> str:
    """The value of ``User-Agent``: the program, its version (RFC 9110 10.1.5), and where one can read about it or
    complain. What of these a configured text lacks is added.
    """
    text = "".join(c for c in text if c.isascii() and c.isprintable()).strip() or NAME
    if "/" not in text.split()[0]:
        first, _, rest = text.partition(" ")
        text = f"{first}/{metadata.version(NAME)} {rest}".strip()
    return text if re.search(r"https?://|\S@\S", text) else f"{text} (+{HOME})"


@dataclass(slots=True)
class _Walk:
    """What one fetch remembers from hop to hop."""

    url: str
    validators: Validators | None
    accept: str
    left: float  # seconds of the total that are left
    robots: bool = False  # each hop is subject to robots.txt
    most: int = MOST  # redirects
    hops: list[Hop] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)
    wire_bytes: int = 0
    elapsed: float = 0.0


class Door:
    """The one door to the network. ``async with Door(settings, clock=clock) as door: await door.get(url)``.

    It keeps no cookies, sends no Referer, knows no proxy and reads nothing from the environment.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        clock: Clock,
        resolver: Resolver | None = None,
        sleep: Sleep = asyncio.sleep,
        limits: Limits | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._resolver = resolver or system_resolver
        self._limits = limits or Limits(total_seconds=settings.total_seconds, body_bytes=settings.max_bytes)
        self._turns = Turns(settings.spacing_seconds, settings.concurrency, clock=clock, sleep=sleep)
        self._robots = Robots(settings.user_agent, self._robots_txt, clock=clock)
        self._tls = tls
        self._agent = agent(settings.user_agent)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is kept open between requests, so there is nothing to close."""

    async def get(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        accept: str | None = None,
        kind: Kind = "feed",
    ) -> Response:
        """Asks for ``url`` and follows its redirects. Any status is an answer; its body is read only of a 2xx.

        ``validators`` are sent to the hop whose URL they belong to; ``etag`` and ``last_modified`` are those of
        ``url`` itself. Raises FetchError with ``url`` and ``kind``: url, dns, address, connect, tls, timeout,
        protocol, head, too-large, encoding, redirect, redirects, redirect-loop, robots.
        """
        target = parse_target(url)
        if validators is None and (etag or last_modified):
            validators = Validators(url=target.url, etag=etag, last_modified=last_modified)
        walk = _Walk(url, validators, accept or ACCEPT[kind], self._limits.total_seconds, robots=kind in _SUBJECT)
        return await self._walk(target, walk)

    async def _robots_txt(self, url: str, validators: Validators | None) -> Response:
        walk = _Walk(url, validators, "text/plain, */*;q=0.1", self._limits.total_seconds, most=HOPS)
        return await self._walk(parse_target(url), walk)

    async def _walk(self, target: Target, walk: _Walk) -> Response:
        """From domain to domain, a turn at each."""
        while True:
            delay = await self._permission(target) if walk.robots else 0.0
            async with self._turns.turn(target, delay=delay):
                found = await self._visit(target, walk)
            if isinstance(found, Response):
                return found
            target = found

    async def _permission(self, target: Target) -> float:
        """Seconds that the site wants to rest afterwards. Raises FetchError, kind ``robots``."""
        verdict = await self._robots.verdict(target)
        if not verdict.allowed:
            raise refused(target.url, "robots", verdict.why)
        return verdict.delay

    async def _visit(self, target: Target, walk: _Walk) -> Response | Target:
        """The answer, or where it leads outside of this domain: a redirect within it is part of the same visit."""
        domain = domain_of(target)
        while True:
            answer, conditional = await self._ask(target, walk)
            if not is_redirect(answer.status):
                return self._response(target, walk, answer, conditional=conditional)
            there = follow(target, answer.headers, walk.visited, walk.most)
            walk.hops.append(Hop(answer.status, target.url, there.url))
            if walk.robots or domain_of(there) != domain:
                return there
            target = there

    async def _ask(self, target: Target, walk: _Walk) -> tuple[Answer, bool]:
        """One hop: resolve, check, connect, ask. Returns also whether the request was conditional."""
        if target.port in BAD_PORTS and target.key not in self._settings.allow_private:
            raise refused(target.url, "address", f"port {target.port} is that of another protocol")
        walk.visited.append(target.url)
        conditions = request_fields(walk.validators, target.url)
        loop = asyncio.get_running_loop()
        start = loop.time()
        try:
            async with asyncio.timeout(walk.left):
                addresses = await checked_addresses(target, self._resolver, self._settings.allow_private)
                answer = await exchange(
                    target,
                    addresses,
                    self._fields(target, walk.accept) + conditions,
                    self._limits,
                    self._context(target),
                )
        except TimeoutError:
            limit = self._limits.total_seconds
            raise refused(walk.url, "timeout", f"not done within {limit:g} s") from None
        spent = loop.time() - start
        walk.left -= spent
        walk.elapsed += spent
        walk.wire_bytes += answer.wire_bytes
        if answer.status == 304 and not conditions:
            raise refused(target.url, "protocol", "304 to a request that was not conditional")
        return answer, bool(conditions)

    def _fields(self, target: Target, accept: str) -> list[tuple[str, str]]:
        fields = [
            ("User-Agent", self._agent),
            ("Accept", accept),
            ("Accept-Encoding", "gzip"),
            ("Connection", "close"),
        ]
        return [*fields, ("Authorization", target.auth)] if target.auth else fields

    def _context(self, target: Target) -> ssl.SSLContext | None:
        if target.scheme == "http":
            return None
        self._tls = self._tls or tls_context()
        return self._tls

    def _response(self, target: Target, walk: _Walk, answer: Answer, *, conditional: bool) -> Response:
        return Response(
            url=walk.url,
            final_url=target.url,
            status=answer.status,
            headers=answer.headers,
            body=answer.body,
            hops=tuple(walk.hops),
            truncated=answer.truncated,
            at=self._clock(),
            elapsed=walk.elapsed,
            wire_bytes=walk.wire_bytes,
            conditional=conditional,
        )
