"""Made feeds, and a server on loopback that answers with them, under as many addresses as there would be domains."""

from __future__ import annotations

import asyncio
import multiprocessing
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import lru_cache
from typing import Any

__all__ = ["ITEMS", "Feeds", "body", "server"]

ITEMS = 20  # of one window
START = datetime(2026, 3, 2, 9, tzinfo=UTC)
_WORDS = (
    "The port of the city opened its second quay on Monday, after two years of work and a dispute about the crane. ",
    "Engineers said the new quay can take ships of up to 200 metres, and that the old one will be repaired in summer. ",
    "Fishermen had asked for a smaller basin; the council promised to look at the plan again before the end of May. ",
)
_SUBJECT = "Meta released Llama {n} on {day:%B} {day.day}, 2025, and said the model is open. "


def body(number: int, window: int = 0) -> bytes:
    """An RSS 2.0 feed of 20 items, newest first, each of 3.2 kB: the mean of 93 feeds of real publishers.

    ``window``: how far the feed has gone on; no two windows share an item. The first item of one feed in ten is about
    the subject.
    """
    numbers = range((window + 1) * ITEMS - 1, window * ITEMS - 1, -1)
    items = "".join(_item(number, n, subject=number % 10 == 0 and n % ITEMS == 0) for n in numbers)
    head = (
        f"<title>Harbour news {number}</title><link>https://h{number}.example/</link><description>Quays</description>"
    )
    names = "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'"
    whole = f'<rss version="2.0" {names}><channel>{head}{items}</channel></rss>'
    return f'<?xml version="1.0" encoding="UTF-8"?>{whole}'.encode()


def _item(feed: int, n: int, *, subject: bool) -> str:
    key = feed + 1000 * (n // ITEMS)
    about = _SUBJECT.format(n=5 + key, day=datetime(2025, 1, 1, tzinfo=UTC) + timedelta(key % 365)) if subject else ""
    words = [_WORDS[(feed + n + k) % 3] for k in range(18)]
    home = f"https://h{feed}.example"
    pairs = enumerate(zip(words[2::2], words[3::2], strict=True))
    text = (
        f"<figure><img src='{home}/{n}.jpg' alt='A crane' width='800'/><figcaption>Crane</figcaption></figure>"
        f"<p>{about}Report {feed}-{n}: {words[0]}{words[1]}</p>"
        + "".join(f"<p>{a}<a href='{home}/{k}'>More</a>. {b}</p>" for k, (a, b) in pairs)
        + f"<ul><li>{words[1]}</li><li>{words[2]}</li></ul>"
    )
    return (
        f"<item><title>Quay {n} of harbour {feed} &amp;amp; its crane</title>"
        f"<link>{home}/{n}</link><guid isPermaLink='false'>h{feed}/{n}</guid><dc:creator>A. Writer</dc:creator>"
        f"<pubDate>{format_datetime(START + timedelta(hours=n))}</pubDate><category>quays</category>"
        f"<category>ships</category><description>{words[0]}</description>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
    )


@dataclass(frozen=True, slots=True)
class Feeds:
    """A server in a process of its own."""

    hosts: list[str]  # host:port
    pipe: Any

    def urls(self, count: int) -> list[str]:
        """The addresses of so many feeds, on the hosts in turn."""
        return [f"http://{self.hosts[n % len(self.hosts)]}/feed/{n}" for n in range(count)]

    def show(self, window: int) -> None:
        """From now on every feed shows this window."""
        self.pipe.send(window)
        self.pipe.recv()


@contextmanager
def server(hosts: int) -> Iterator[Feeds]:
    """Feeds under so many addresses of 127.0.0.0/8, all on one port, while the block runs."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, hosts), daemon=True)
    process.start()
    try:
        yield Feeds(here.recv(), here)
    finally:
        here.send(None)
        process.join(10)


def _serve(pipe: Any, hosts: int) -> None:
    """Answers until None is sent, or whoever would send it is gone."""
    shown = [0]

    async def main() -> None:
        listeners = _listeners(hosts)
        for sock in listeners:
            await asyncio.start_server(lambda reader, writer: _answer(reader, writer, shown[0]), sock=sock)
        pipe.send(["{}:{}".format(*sock.getsockname()) for sock in listeners])
        while (told := await asyncio.to_thread(_told, pipe)) is not None:
            shown[0] = told
            pipe.send(told)

    asyncio.run(main())


def _told(pipe: Any) -> int | None:
    try:
        return pipe.recv()  # type: ignore[no-any-return]
    except EOFError:
        return None


def _listeners(hosts: int) -> list[socket.socket]:
    port, out = 0, []
    for n in range(hosts):
        sock = socket.create_server((f"127.0.{1 + n // 250}.{1 + n % 250}", port), backlog=64)
        port = sock.getsockname()[1]
        out.append(sock)
    return out


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, window: int) -> None:
    """The feed that the path names, or 304 to its ETag."""
    request = await reader.readuntil(b"\r\n\r\n")
    found = re.match(rb"GET /feed/(\d+) ", request)
    number = int(found[1]) if found else 0
    etag = b'"%d-%d"' % (number, window)
    if b"\r\nif-none-match: " + etag in request.lower():
        writer.write(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\nETag: " + etag + b"\r\n\r\n")
    else:
        text = _body(number, window)
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=utf-8\r\nConnection: close\r\n"
        writer.write(head + b"Content-Length: %d\r\nETag: %s\r\n\r\n" % (len(text), etag) + text)
    writer.close()


_body = lru_cache(256)(body)
