"""Certificates are checked by name, although the connection goes to an address."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.fetch import FetchError, Limits, Response
from ingest.fetch.wire import tls_context
from tests.servers.hostile import FEED
from tests.servers.http import door_to, raw, reply, serving

KEYS = Path(__file__).parent / "data" / "tls"


async def loopback(_host: str, _port: int) -> Sequence[str]:
    """Every name is here."""
    return ["127.0.0.1"]


def ask(served: str, asked: str, *, trusted: bool = True) -> Response:
    """Asks the name ``asked`` of a server that shows the certificate of ``served``."""

    async def asking() -> Response:
        theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        theirs.load_cert_chain(KEYS / f"{served}.pem")
        ours = tls_context()
        if trusted:
            ours.load_verify_locations(KEYS / "ca.pem")
        async with serving({"/feed": reply(FEED)}, tls=theirs) as server:
            door = door_to(server, resolver=loopback, tls=ours, vouched=frozenset({f"{asked}:{server.port}"}))
            return await door.get(server.url(host=asked))

    return asyncio.run(asking())


def test_a_trusted_certificate_of_that_name_is_accepted() -> None:
    """The name of the URL, not the address connected to, is what the certificate is checked against."""
    assert ask("feeds.example.org", "feeds.example.org").body == FEED


@pytest.mark.parametrize(
    ("served", "asked", "trusted"),
    [
        ("feeds.example.org", "other.example.org", True),
        ("feeds.example.org", "127.0.0.1", True),
        ("expired.example.org", "expired.example.org", True),
        ("feeds.example.org", "feeds.example.org", False),
    ],
    ids=["another name", "a bare address", "expired", "unknown authority"],
)
def test_a_certificate_that_proves_nothing_is_refused(served: str, asked: str, *, trusted: bool) -> None:
    """A wrong name, a past date and an unknown authority are errors of kind tls."""
    with pytest.raises(FetchError) as caught:
        ask(served, asked, trusted=trusted)
    assert caught.value.kind == "tls"


def test_a_server_that_does_not_speak_tls_is_an_error() -> None:
    """Plain HTTP on an https address fails, and nothing is asked in the clear instead."""

    async def asking() -> None:
        async with serving({"*": raw(b"")}) as server:
            url = server.url().replace("http:", "https:")
            with pytest.raises(FetchError) as caught:
                await door_to(server, limits=Limits(total_seconds=1)).get(url)
            assert caught.value.kind in ("tls", "connect", "timeout")
            assert server.seen == []

    asyncio.run(asking())
