"""Manners of redirects: what is followed, what is believed for ever, and what is never handed on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.events import SourceMoved
from tests.servers.http import reply
from tests.servers.world import HOST, World, feed, redirect, told

DAY = timedelta(days=1)


async def days(world: World, until: int) -> None:
    """Asks whenever due for so many days."""
    end = world.now + until * DAY
    while (due := world.state().due) and due < end:
        await world.ask_when_due()
    world.now = end


def moves(world: World) -> list[tuple[str, str]]:
    """The proven moves in the log: to where, and by which proof."""
    return [(e.to_url, e.proof) for e in world.events("SourceMoved") if isinstance(e, SourceMoved)]


@told
async def test_ten_redirects_are_followed_and_no_more(world: World) -> None:
    """RFC 9110 15.4 asks for an end; each hop is asked in turn."""
    for n in range(11):
        world.server.routes[f"/{n}"] = redirect(world.url(f"/{n + 1}"), 302)
    world.answers(feed("a"), path="/11")
    assert (await world.ask(world.source("/1"))).new == 1
    failed = await world.ask(world.source("/0", name="eleven"))
    assert failed.failed
    assert "more than 10 redirects" in failed.why


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_redirect_is_believed_after_seven_days(status: int) -> None:
    """RFC 9110 15.4.2 and 15.4.9; operators say it in error, so that it has to stay true for a week."""

    @told
    async def story(world: World) -> None:
        world.server.routes["/feed"] = redirect(world.url("/new"), status)
        world.answers(feed("a"), path="/new", etag='"new"')
        await world.ask()
        await days(world, 6)
        assert moves(world) == []
        assert {s.path for s in world.requests[-2:]} == {"/feed", "/new"}
        await days(world, 3)
        assert moves(world) == [(world.url("/new"), f"{status} answered the same for 7 days")]
        before = len(world.requests)
        await days(world, 2)
        assert {s.path for s in world.requests[before:]} == {"/new"}
        assert {s["if-none-match"] for s in world.requests[before:]} == {'"new"'}
        assert len(moves(world)) == 1

    story()


@told
async def test_a_redirect_that_changes_within_the_week_starts_anew(world: World) -> None:
    """The proof is seven days of the same answer, not of any answer."""
    world.answers(feed("a"), path="/one")
    world.answers(feed("a"), path="/two")
    world.server.routes["/feed"] = redirect(world.url("/one"))
    await world.ask()
    await days(world, 5)
    world.server.routes["/feed"] = redirect(world.url("/two"))
    await days(world, 5)
    assert moves(world) == []
    await days(world, 5)
    assert [to for to, _ in moves(world)] == [world.url("/two")]


@told
async def test_an_error_behind_a_redirect_proves_nothing(world: World) -> None:
    """An address that answers 500 for a week is no better one."""
    world.server.routes["/feed"] = redirect(world.url("/new"))
    world.server.routes["/new"] = reply(b"", 500)
    await world.ask()
    await days(world, 12)
    assert moves(world) == []
    assert world.requests[-2].path == "/feed"


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_temporary_redirect_is_never_remembered(status: int) -> None:
    """RFC 9110 15.4.3: the target may change; the old address goes on being asked."""

    @told
    async def story(world: World) -> None:
        world.server.routes["/feed"] = redirect(world.url("/now"), status)
        world.answers(feed("a"), path="/now", etag='"now"')
        await world.ask()
        await days(world, 30)
        assert moves(world) == []
        assert [s.path for s in world.requests[-2:]] == ["/feed", "/now"]
        assert [s["if-none-match"] for s in world.requests[-2:]] == [None, '"now"']

    story()


@told
async def test_a_temporary_hop_ends_the_permanent_prefix(world: World) -> None:
    """301 to A, 302 to B, 301 to C: only A is for ever."""
    world.server.routes["/feed"] = redirect(world.url("/a"))
    world.server.routes["/a"] = redirect(world.url("/b"), 302)
    world.server.routes["/b"] = redirect(world.url("/c"))
    world.answers(feed("a"), path="/c")
    await world.ask()
    await days(world, 9)
    assert [to for to, _ in moves(world)] == [world.url("/a")]


@told
async def test_https_of_the_same_host_is_believed_at_once(world: World) -> None:
    """Nothing can be lost by it; and from https back to http never."""
    world.server.routes["/old"] = redirect(world.url("/feed", secure=True))
    world.answers(feed("a"))
    source = world.source("/old")
    assert (await world.ask(source)).new == 1
    assert moves(world) == [(world.url("/feed", secure=True), "https of the same host")]
    await world.ask_when_due(source)
    assert world.last.path == "/feed"
    world.server.routes["/down"] = redirect(world.url("/feed"))
    down = world.source(name="down", url=world.url("/down", secure=True))
    for _ in range(30):
        await world.ask(down)
        world.now += DAY
    assert len(moves(world)) == 1


@pytest.mark.parametrize("status", [404, 410])
def test_an_old_address_that_is_gone_proves_the_move_at_once(status: int) -> None:
    """The redirect was seen, now the old address has ended: the new one is all there is."""

    @told
    async def story(world: World) -> None:
        world.server.routes["/feed"] = redirect(world.url("/new"))
        world.answers(feed("a"), path="/new")
        await world.ask()
        await days(world, 2)
        world.server.routes["/feed"] = reply(b"", status)
        await world.ask_when_due()
        assert moves(world) == [(world.url("/new"), f"old address answers {status}")]
        assert world.events("SourceRetired") == []
        assert (await world.ask_when_due()).word == "unchanged"
        assert world.last.path == "/new"

    story()


@told
async def test_validators_belong_to_the_final_url(world: World) -> None:
    """The first hop has none of its own, and is not asked with those of the last."""
    world.server.routes["/feed"] = redirect(world.url("/new"), 302)
    world.answers(feed("a"), path="/new", etag='"new"')
    await world.ask()
    assert (await world.ask_when_due()).word == "not modified"
    assert [(s.path, s["if-none-match"]) for s in world.requests[-2:]] == [("/feed", None), ("/new", '"new"')]


@told
async def test_credentials_never_cross_origins(world: World) -> None:
    """RFC 9110 15.4, CVE-2018-1000007: those of one host are not for another, and no redirect brings its own."""
    there = world.url("/feed", "one.example.net").replace("//", "//eve:x@")
    world.server.routes["/private"] = redirect(world.url("/step"), 302)
    world.server.routes["/step"] = redirect(there, 302)
    world.answers(feed("a"))
    url = world.url("/private").replace("//", "//me:secret@")
    assert (await world.ask(world.source(url=url))).new == 1
    sent = [(s.path, (s["host"] or "").split(":")[0], bool(s["authorization"])) for s in world.requests]
    assert sent == [("/private", HOST, True), ("/step", HOST, True), ("/feed", "one.example.net", False)]
    assert "secret" not in str(world.events())


@told
async def test_a_circle_of_redirects_is_an_error(world: World) -> None:
    """It ends at the first address that comes again."""
    world.server.routes["/feed"] = redirect(world.url("/b"))
    world.server.routes["/b"] = redirect(world.url("/feed"))
    done = await world.ask()
    assert "circle" in done.why
    assert len(world.requests) == 2


@told
async def test_a_redirect_inward_is_refused(world: World) -> None:
    """Stringer GHSA-496x-437q-h35q, CVE-2023-24060: each hop is checked as if it had been configured."""
    world.server.routes["/feed"] = redirect(f"http://169.254.169.254:{world.server.port}/latest/meta-data/", 302)
    done = await world.ask()
    assert "169.254.169.254 is not asked: link-local" in done.why
    assert len(world.requests) == 1
