"""Foreign addresses, in a network namespace where they are our own servers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.servers.foreign import ADDRESSES, LEADING_INWARD
from tests.servers.netns import alone

pytestmark = pytest.mark.netns


@pytest.fixture(scope="module")
def astray() -> dict[str, Any]:
    """Every redirect and every configured address that leads inward, tried once."""
    found: dict[str, Any] = alone("tests.servers.foreign:astray", *ADDRESSES)
    return found


@pytest.mark.parametrize("location", LEADING_INWARD)
def test_a_public_feed_cannot_redirect_inward(astray: dict[str, Any], location: str) -> None:
    """The hop is refused before any connection, whatever the spelling, and the neighbour is read."""
    told = astray[location]
    assert told["bad"] in LEADING_INWARD[location]
    assert told["good"] == "200"
    assert told["inward"] == []


@pytest.mark.parametrize("url", LEADING_INWARD)
def test_a_configured_address_cannot_lead_inward(astray: dict[str, Any], url: str) -> None:
    """The same addresses as a source of their own are refused alike."""
    told = astray["direct " + url]
    assert told["bad"] in (*LEADING_INWARD[url], "url")
    assert told["inward"] == []


def test_a_rebinding_name_server_fails() -> None:
    """The address that was checked is the one connected to: one look at the name a hop, and each hop is checked."""
    told = alone("tests.servers.foreign:rebinding", *ADDRESSES)
    assert told["once"] == "200"
    assert told["asked"] == ["rebinding.example.org"]
    assert [to.removeprefix("::ffff:") for to in told["reached"]] == ["93.184.215.14"]
    assert told["hop"] == "address"
    assert told["back"] == ["address", "200"]
    assert told["inward"] == []


def test_credentials_never_cross_origins_and_nobody_learns_where_we_came_from() -> None:
    """Basic credentials stay with their origin, those a redirect brings are not used; no cookie, no Referer, ever."""
    told = alone("tests.servers.foreign:secrets", *ADDRESSES)
    assert told["final"] == "http://other.example.net/feed"
    assert told["seen"] == [
        ["news.example.org", "/here", "Basic bWU6c2VjcmV0", None, None],
        ["news.example.org", "/there", "Basic bWU6c2VjcmV0", None, None],
        ["other.example.net", "/feed", None, None, None],
        ["other.example.net", "/feed", None, None, None],
    ]
