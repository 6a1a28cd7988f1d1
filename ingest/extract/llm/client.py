"""Asks an OpenAI-compatible interface, by way of the one door; patient when told to wait, and soon tired of silence.

body → post → status → content                 429, 503: waits as long as it is told to, twice at most
                                               three failures in a row: asks no more
"""

from __future__ import annotations

import asyncio
import ssl
from datetime import datetime, timedelta
from typing import Protocol

from ingest.extract.llm.answer import NoAnswerError, content_of, no_answer
from ingest.extract.llm.settings import LlmSettings
from ingest.fetch import Limits
from ingest.fetch.door import agent
from ingest.fetch.post import post
from ingest.fetch.resolve import Resolver, system_resolver
from ingest.fetch.turns import Sleep
from ingest.fetch.wire import Answer, tls_context
from ingest.schedule.told import retry_after
from store.clock import Clock
from store.errors import FetchError

__all__ = ["Asked", "Model"]

BODY_BYTES = 2_000_000  # of an answer; the longest useful one is a tenth of that
PATIENCE = 60  # seconds: a longer Retry-After is not waited for, and nothing is asked until it is over
PAUSES = (2, 10)  # seconds before the second and the third attempt, where the interface does not say
MOST_FAILURES = 3  # in a row
_WORDS = {
    400: "it does not understand the request (does it know response_format json_schema?)",
    401: "it does not accept the key",
    403: "it does not allow this",
    404: "it knows no such address or model",
    413: "the post is too long for it",
}


class Asked(Protocol):
    """Whoever can be asked: the Model, or what stands in for it."""

    async def ask(self, body: bytes) -> str:
        """The content of the answer to a request. Raises NoAnswerError, whose ``kind`` says why there is none."""


class Model:
    """An interface over HTTP. Remembers how long it was told to wait, and how often it failed in a row."""

    def __init__(
        self,
        settings: LlmSettings,
        *,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
        resolver: Resolver = system_resolver,
        tls: ssl.SSLContext | None = None,
        user_agent: str = "",
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._sleep = sleep
        self._resolver = resolver
        self._tls = tls
        self._limits = Limits(total_seconds=settings.timeout, body_bytes=BODY_BYTES)
        self._fields = [
            ("User-Agent", agent(user_agent)),
            ("Accept", "application/json"),
            ("Accept-Encoding", "gzip"),
            ("Content-Type", "application/json"),
        ]
        if settings.key:
            self._fields.append(("Authorization", f"Bearer {settings.key}"))
        self._rest_until: datetime | None = None
        self._failures = 0
        self._last = ""

    async def ask(self, body: bytes) -> str:
        """The content of the answer. Raises NoAnswerError: those of ``content_of`` and of the door, and status,
        busy, resting, given-up.
        """
        if self._failures >= MOST_FAILURES:
            raise no_answer("given-up", f"not asked after {MOST_FAILURES} failures in a row, the last: {self._last}")
        if self._rest_until and self._clock() < self._rest_until:
            raise no_answer("resting", f"not asked until {self._rest_until:%H:%M:%S} UTC, as it wants")
        answer = await self._patiently(body)
        if answer.status != 200:
            kind, why = "status", _WORDS.get(answer.status, "")
            raise self._failed(kind, f"it answered {answer.status}" + (f": {why}" if why else ""))
        self._failures = 0
        if answer.truncated:
            raise no_answer("malformed", "the connection ended before the answer did")
        return content_of(answer.body)

    async def _patiently(self, body: bytes) -> Answer:
        for pause in (*PAUSES, None):
            answer = await self._once(body)
            if answer.status not in (429, 503):
                return answer
            told = retry_after(answer.headers, self._clock())
            wait = told if told is not None else pause
            if pause is None or wait is None or wait > PATIENCE:
                self._rest_until = self._clock() + timedelta(seconds=told if told is not None else PATIENCE)
                break
            await self._sleep(wait)
        raise no_answer("busy", f"it answered {answer.status} and wants to rest")

    async def _once(self, body: bytes) -> Answer:
        settings = self._settings
        if self._tls is None and settings.endpoint.startswith("https:"):
            self._tls = tls_context()
        try:
            return await post(
                settings.endpoint,
                body,
                self._fields,
                limits=self._limits,
                allow_private=settings.allow_private,
                resolver=self._resolver,
                tls=self._tls,
            )
        except FetchError as error:
            raise self._failed(str(error.kind), str(error)) from None

    def _failed(self, kind: str, why: str) -> NoAnswerError:
        self._failures += 1
        self._last = why
        return no_answer(kind, why)
