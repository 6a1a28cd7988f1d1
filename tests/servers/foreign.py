"""Scenarios for a network namespace of its own: public addresses that lead, or try to lead, to inner ones."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from ingest.fetch import Door, FetchError, FetchSettings, Limits
from tests.servers.hostile import FEED
from tests.servers.http import NOW, Handler, Server, raw, reply, serving

__all__ = ["ADDRESSES", "LEADING_INWARD", "NAMES", "astray", "rebinding", "secrets"]

HERE, THERE = "93.184.215.14", "151.101.1.69"
INNER = ("10.0.0.1", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.0.1")
#: what loopback holds in the namespace, besides 127.0.0.1 and ::1
ADDRESSES = (HERE, THERE, *INNER)

#: name → what the name server says, one answer after the other, the last one for ever
NAMES: dict[str, list[list[str]]] = {
    "news.example.org": [[HERE]],
    "other.example.net": [[THERE]],
    "inside.example.org": [["10.0.0.1"]],
    "loop.example.org": [["127.0.0.1"]],
    "six.example.org": [["::1"]],
    "mapped.example.org": [["::ffff:127.0.0.1"]],
    "nat64.example.org": [["64:ff9b::a00:1"]],
    "mixed.example.org": [[HERE, "127.0.0.1"]],
    "mixed-last.example.org": [["127.0.0.1", HERE]],
    "zone.example.org": [["fe80::1%lo"]],
    "nothing.example.org": [[]],
    "rebinding.example.org": [[HERE], ["127.0.0.1"]],
    "rebinding-back.example.org": [["127.0.0.1"], [HERE]],
}

#: where a redirect may try to lead → the kinds of FetchError that are right
LEADING_INWARD: dict[str, tuple[str, ...]] = {
    **{f"http://{address}/secret": ("address",) for address in ("127.0.0.1", "0.0.0.0", *INNER)},
    **{f"http://{name}/secret": ("address",) for name in NAMES if name.split("-")[0].split(".")[0] in (
        "inside", "loop", "six", "mapped", "nat64", "mixed", "zone",
    )},
    "http://[::1]/secret": ("address",),
    "http://[::]/secret": ("address",),
    "http://[::ffff:127.0.0.1]/secret": ("address",),
    "http://[::ffff:7f00:1]/secret": ("address",),
    "http://[::127.0.0.1]/secret": ("address",),
    "http://[64:ff9b::7f00:1]/secret": ("address",),
    "http://[2002:7f00:1::]/secret": ("address",),
    "http://[fe80::1%25lo]/secret": ("url",),
    "http://0x7f000001/secret": ("url",),
    "http://0x7f.1/secret": ("url",),
    "http://0177.0.0.1/secret": ("url",),
    "http://2130706433/secret": ("url",),
    "http://127.1/secret": ("url",),
    "http://0/secret": ("url",),
    "http://%31%32%37.0.0.1/secret": ("url",),
    "http://１２７.0.0.1/secret": ("address",),
    "http://127。0。0。1/secret": ("address",),
    "http://news.example.org@127.0.0.1/secret": ("address",),
    "http://127.0.0.1\\@news.example.org/secret": ("url",),
    "//127.0.0.1/secret": ("address",),
    "http:\\\\127.0.0.1\\secret": ("url", "200"),  # or a path on the same public host
    "http://127.0.0.1./secret": ("address",),
    "http://127.0.0.1:22/secret": ("address",),
    "https://127.0.0.1/secret": ("address",),
    "http://news.example.org:22/": ("address",),
    "http://nothing.example.org/": ("dns",),
    "http://unknown.example.org/": ("dns",),
    "file:///etc/passwd": ("url",),
    "ftp://127.0.0.1/secret": ("url",),
    "gopher://127.0.0.1:80/_GET": ("url",),
    "dict://127.0.0.1:11211/stats": ("url",),
    "javascript:alert(1)": ("url",),
    "data:text/xml,<rss/>": ("url",),
}  # fmt: skip


class _Names:
    """A name server that can change its mind."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def __call__(self, host: str, _port: int) -> Sequence[str]:
        if host not in NAMES:
            raise OSError(-2, "Name or service not known")
        answers = NAMES[host]
        self.asked.append(host)
        return answers[min(self.asked.count(host), len(answers)) - 1]


def _door(names: _Names) -> Door:
    settings = FetchSettings(user_agent="meta-timeline/0.1", spacing_seconds=0)
    return Door(settings, clock=lambda: NOW, resolver=names, limits=Limits(total_seconds=3))


def _sent_to(location: str) -> Handler:
    return raw(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location.encode() + b"\r\n\r\n")


async def _told(door: Door, url: str) -> str:
    try:
        return str((await door.get(url)).status)
    except FetchError as error:
        return str(error.kind)


def _inward(server: Server) -> list[str]:
    return [to for to in server.reached if to.removeprefix("::ffff:") not in (HERE, THERE)]


async def astray() -> dict[str, Any]:
    """Each redirect inward, from a public address, beside a healthy neighbour: what became of both, who was reached."""
    routes = {f"/{n}": _sent_to(location) for n, location in enumerate(LEADING_INWARD)}
    out: dict[str, Any] = {}
    async with serving({**routes, "/feed": reply(FEED), "*": reply(b"secret")}, host=None, port=80) as server:
        for n, location in enumerate(LEADING_INWARD):
            door = _door(_Names())
            server.reached.clear()
            bad, good = await asyncio.gather(
                _told(door, f"http://news.example.org/{n}"), _told(door, "http://other.example.net/feed")
            )
            out[location] = {"bad": bad, "good": good, "inward": _inward(server)}
        for url in list(LEADING_INWARD):  # the same as a configured address
            server.reached.clear()
            out["direct " + url] = {"bad": await _told(_door(_Names()), url), "good": "200", "inward": _inward(server)}
    return out


async def rebinding() -> dict[str, Any]:
    """A name that is public when it is checked and inner a moment later."""
    routes = {"/again": _sent_to("/feed"), "/feed": reply(FEED)}
    async with serving(routes, host=None, port=80) as server:
        names = _Names()
        once = await _told(_door(names), "http://rebinding.example.org/feed")
        asked, reached = list(names.asked), list(server.reached)
        names = _Names()
        hop = await _told(_door(names), "http://rebinding.example.org/again")
        door = _door(_Names())
        back = [await _told(door, "http://rebinding-back.example.org/feed") for _ in range(2)]
        return {
            "once": once, "asked": asked, "reached": reached, "hop": hop, "back": back, "inward": _inward(server),
        }  # fmt: skip


async def secrets() -> dict[str, Any]:
    """Credentials, cookies and the referring address, from hop to hop."""
    cookie = b"Set-Cookie: id=1; Domain=example.org\r\n"
    routes = {
        "/here": raw(b"HTTP/1.1 302 Found\r\n" + cookie + b"Location: /there\r\n\r\n"),
        "/there": raw(b"HTTP/1.1 302 Found\r\n" + cookie + b"Location: http://eve:x@other.example.net/feed\r\n\r\n"),
        "/feed": reply(FEED, set_cookie="id=2"),
    }
    async with serving(routes, host=None, port=80) as server:
        door = _door(_Names())
        url = "http://me:secret@news.example.org/here"
        final = (await door.get(url)).final_url
        await door.get("http://other.example.net/feed")
        return {
            "final": final,
            "seen": [[s["host"], s.path, s["authorization"], s["cookie"], s["referer"]] for s in server.seen],
        }
