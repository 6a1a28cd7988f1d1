"""Redirects, hop by hop, and where they must not lead."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from ingest.fetch import FetchError, Hop, Limits, Response, Validators
from tests.servers.hostile import FEED, endless
from tests.servers.http import Handler, Server, door_to, raw, reply, serving


def to(location: str, status: int = 302, body: bytes = b"") -> Handler:
    """A redirect."""
    return raw(f"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\n\r\n".encode() + body)


def ask(routes: dict[str, Handler], path: str = "/a", *, limits: Limits | None = None) -> tuple[Response, Server]:
    """What the door makes of one path of a server."""

    async def asking() -> tuple[Response, Server]:
        async with serving(routes) as server:
            return await door_to(server, limits=limits).get(server.url(path)), server

    return asyncio.run(asking())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_told(status: int) -> None:
    """Each status of RFC 9110 15.4 that leads elsewhere is followed, with GET, and stands among the hops."""
    response, server = ask({"/a": to("/b", status), "/b": reply(FEED)})
    assert response.body == FEED
    assert response.hops == (Hop(status, server.url("/a"), server.url("/b")),)
    assert response.final_url == server.url("/b")
    assert [s.method for s in server.seen] == ["GET", "GET"]


@pytest.mark.parametrize("status", [300, 304, 305, 306])
def test_other_3xx_are_no_redirects(status: int) -> None:
    """A Location on another status is not followed (RFC 9110 15.4.1, 15.4.6)."""
    try:
        response, server = ask({"/a": to("/b", status), "/b": reply(FEED)})
    except FetchError as error:
        assert (status, error.kind) == (304, "protocol")  # noqa: PT017 - the one status that is an error by itself
        return
    assert response.status == status
    assert len(server.seen) == 1


SPELLINGS: dict[str, Callable[[Server], str]] = {
    "absolute": lambda s: s.url("/b"),
    "relative": lambda _: "b",
    "parent": lambda _: "x/../b",
    "without scheme": lambda s: f"//127.0.0.1:{s.port}/b",
    "with a fragment": lambda _: "/b#part",
    "with blanks around": lambda _: "  /b \t",
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_a_location_may_be_relative(name: str) -> None:
    """Location is a reference, resolved against the hop it came from (RFC 9110 10.2.2)."""

    async def asking() -> Response:
        routes: dict[str, Handler] = {"/b": reply(FEED)}
        async with serving(routes) as server:
            routes["/a"] = to(SPELLINGS[name](server))
            return await door_to(server).get(server.url("/a"))

    assert asyncio.run(asking()).body == FEED


def test_a_location_in_utf_8_is_percent_encoded() -> None:
    """Octets beyond ASCII, which some servers send, reach the next request encoded."""
    response, server = ask({"/a": raw("HTTP/1.1 301 Moved\r\nLocation: /ü\r\n\r\n".encode()), "*": reply(FEED)})
    assert response.final_url == server.url("/%C3%BC")


def chain(length: int) -> dict[str, Handler]:
    """/0 → /1 → … → /length, which answers."""
    return {**{f"/{n}": to(f"/{n + 1}") for n in range(length)}, f"/{length}": reply(FEED)}


def test_ten_redirects_are_followed() -> None:
    """Ten hops reach the feed."""
    assert len(ask(chain(10), "/0")[0].hops) == 10


ASTRAY: dict[str, tuple[dict[str, Handler], str]] = {
    "eleven redirects": (chain(11), "redirects"),
    "redirects without end": ({"*": raw(b"HTTP/1.1 302 F\r\nLocation: x\r\n\r\n"), "/a": to("/x/")}, "redirect-loop"),
    "to itself": ({"/a": to("/a")}, "redirect-loop"),
    "to itself by a fragment": ({"/a": to("/a#b")}, "redirect-loop"),
    "to nothing": ({"/a": to("")}, "redirect-loop"),
    "in a circle": ({"/a": to("/b"), "/b": to("/c"), "/c": to("/a")}, "redirect-loop"),
    "without a location": ({"/a": raw(b"HTTP/1.1 302 Found\r\n\r\n")}, "redirect"),
    "to two places": ({"/a": raw(b"HTTP/1.1 302 Found\r\nLocation: /b\r\nLocation: /c\r\n\r\n")}, "redirect"),
    "to an endless address": ({"/a": to("/" + "x" * 20_000)}, "url"),
    "to a port that is not excepted": ({"/a": to("http://127.0.0.1:9/")}, "address"),
    "to a name of the same host": ({"/a": to("http://localhost:18800/")}, "address"),
    "to another scheme": ({"/a": to("file:///etc/passwd")}, "url"),
    "to no address": ({"/a": to("http://[::1")}, "redirect"),
    "to one that never answers": ({"/a": to("/b"), "/b": endless(b"", pause=0.1)}, "timeout"),
}


@pytest.mark.parametrize("name", ASTRAY)
def test_a_redirect_that_leads_nowhere_good_ends_the_fetch(name: str) -> None:
    """Loops, endless chains and forbidden places end in a FetchError that says which."""
    routes, kind = ASTRAY[name]
    with pytest.raises(FetchError) as caught:
        ask({"/a": routes.get("/0", reply()), **routes}, limits=Limits(total_seconds=1))
    assert caught.value.kind == kind


def test_the_deadline_is_one_for_all_hops() -> None:
    """Ten hops that each take a little less than the limit are not ten limits."""

    async def slow(location: str) -> Handler:
        return raw(b"HTTP/1.1 302 Found\r\n", f"Location: {location}\r\n\r\n".encode(), pause=0.3)

    routes = {f"/{n}": asyncio.run(slow(f"/{n + 1}")) for n in range(9)}
    with pytest.raises(FetchError) as caught:
        ask(routes, "/0", limits=Limits(total_seconds=0.8))
    assert caught.value.kind == "timeout"


def test_the_body_of_a_redirect_is_not_read() -> None:
    """A redirect with a body without end is followed at once."""
    response, _ = ask({"/a": endless(b"x" * 1000, b"HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n"), "/b": reply(FEED)})
    assert response.body == FEED


def test_a_refresh_field_is_no_redirect() -> None:
    """Refresh, which browsers follow, is not followed: it is in no standard of HTTP."""
    response, server = ask({"/a": reply(FEED, refresh="0; url=/b"), "/b": reply(b"other")})
    assert (response.body, len(server.seen)) == (FEED, 1)


def test_validators_go_to_the_address_that_they_belong_to() -> None:
    """A pair belongs to the URL that sent it: the hop before it is asked without, the hop itself with both."""

    async def asking() -> Server:
        async with serving({"/a": to("/b", 301), "/b": reply(status=304)}) as server:
            validators = Validators(url=server.url("/b"), etag='W/"x"', last_modified="yesterday")
            response = await door_to(server).get(server.url("/a"), validators=validators)
            assert (response.status, response.conditional) == (304, True)
            return server

    first, second = asyncio.run(asking()).seen
    assert (first["if-none-match"], first["if-modified-since"]) == (None, None)
    assert (second["if-none-match"], second["if-modified-since"]) == ('W/"x"', "yesterday")
