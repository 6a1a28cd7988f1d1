"""One POST through the door: the same checked addresses, the same bounds, no redirects, nothing remembered.

Only an interface that a person configured is asked in this way. A redirect is an answer here, not followed: what is
posted carries a key, and the key belongs to the address it was configured for (CVE-2018-1000007 in curl).
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence

import h11

from ingest.fetch.addresses import BAD_PORTS, Target, parse_target, refused
from ingest.fetch.inflate import CodingError, TooLargeError
from ingest.fetch.resolve import Resolver, checked_addresses, system_resolver
from ingest.fetch.wire import Answer, Limits, _connect, _Exchange, _words

__all__ = ["post"]

Fields = Sequence[tuple[str, str]]


async def post(
    url: str,
    body: bytes,
    fields: Fields,
    *,
    limits: Limits,
    allow_private: frozenset[str] = frozenset(),
    resolver: Resolver = system_resolver,
    tls: ssl.SSLContext | None = None,
) -> Answer:
    """Posts ``body`` to ``url`` and answers what came back: any status; the body is read of a 2xx only.

    ``tls``: from ``wire.tls_context()``, for https. ``fields`` are added to Host, Content-Length and Connection.
    Raises FetchError with ``url`` and ``kind``: url, dns, address, connect, tls, timeout, protocol, head, too-large,
    encoding.
    """
    target = parse_target(url)
    if target.port in BAD_PORTS and target.key not in allow_private:
        raise refused(target.url, "address", f"port {target.port} is that of another protocol")
    try:
        async with asyncio.timeout(limits.total_seconds):
            addresses = await checked_addresses(target, resolver, allow_private)
            return await _exchange(target, addresses, (body, fields), limits, tls if target.scheme == "https" else None)
    except TimeoutError:
        raise refused(target.url, "timeout", f"not done within {limits.total_seconds:g} s") from None


async def _exchange(
    target: Target, addresses: Sequence[str], message: tuple[bytes, Fields], limits: Limits, tls: ssl.SSLContext | None
) -> Answer:
    reader, writer = await _connect(target, addresses, limits, tls)
    try:
        return await _Posting(target, limits, reader, writer).post(*message)
    except OSError as error:
        raise refused(target.url, "connect", f"the connection broke ({_words(error)})") from None
    finally:
        writer.transport.abort()  # as after a GET: nothing is owed to the other side


class _Posting(_Exchange):
    """An exchange whose request has a body; the answer is read by the same code as that of a GET."""

    async def post(self, body: bytes, fields: Fields) -> Answer:
        """Request out, answer in. Raises FetchError, OSError."""
        own = [("Host", self._target.authority), ("Content-Length", str(len(body))), ("Connection", "close")]
        headers = [(n.encode("ascii"), v.encode("latin-1")) for n, v in [*own, *fields]]
        request = h11.Request(method="POST", target=self._target.path, headers=headers)
        self._writer.write(self._http.send(request) + self._http.send(h11.Data(body)))
        self._writer.write(self._http.send(h11.EndOfMessage()))
        try:
            await self._read_head()
            if 200 <= self._answer.status < 300:
                await self._read_body()
        except h11.RemoteProtocolError as error:
            raise refused(self._target.url, "protocol", f"no HTTP as it should be ({error})") from None
        except TooLargeError as error:
            raise refused(self._target.url, "too-large", f"the answer is too large: {error}") from None
        except CodingError as error:
            raise refused(self._target.url, "encoding", f"the answer cannot be decoded: {error}") from None
        return self._answer
