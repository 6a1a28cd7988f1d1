"""Parsing beside feedparser, feedparser-rs and fastfeedparser + nh3, on the same well-formed feeds, CPU seconds."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2026, 9, 1, tzinfo=UTC)
ROUNDS = 5
AIM = ">= 17x feedparser"

Parser = Callable[[bytes], object]


def feeds() -> tuple[str, list[bytes]]:
    """(what they are, the bodies): the captured feeds that are well-formed, or, without them, made ones."""
    from ingest.parse import parse

    for folder in (Path(os.environ.get("TIMELINE_SHARED", "")), ROOT.parent / "shared"):
        files = sorted((folder / "feeds" / "good").glob("*.xml"))
        if folder.is_absolute() and files:
            bodies = [file.read_bytes() for file in files]
            return "captured", [b for b in bodies if parse(b, url=None, content_type=None, now=NOW).tier == "strict"]
    return "made", [_made(number) for number in range(40)]


def _made(number: int) -> bytes:
    words = "The harbour opened a <b>second</b> quay for <a href='https://a.example/x'>ships</a> of all sizes. " * 8
    item = (
        "<item><title>Quay %d &amp;amp; crane</title><link>https://a.example/%d</link><guid>%d</guid>"
        "<pubDate>Mon, 31 Aug 2026 09:05:00 GMT</pubDate><category>quays</category>"
        f"<description><![CDATA[<p>{words}</p><ul><li>one</li><li>two</li></ul><p>{words}</p>]]></description></item>"
    )
    items = "".join(item % (number, n, n) for n in range(25))
    return f'<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()


def _ours(*, markup: bool) -> Parser:
    from ingest.parse import parse

    return lambda body: parse(body, url="https://a.example/feed", content_type=None, now=NOW, markup=markup)


def _feedparser() -> Parser:
    import feedparser

    parse: Parser = feedparser.parse
    return parse


def _feedparser_rs() -> Parser:
    import feedparser_rs

    parse: Parser = feedparser_rs.parse
    return parse


def _fastfeedparser() -> Parser:
    import fastfeedparser
    import nh3

    def safely(body: bytes) -> Any:
        feed = fastfeedparser.parse(body)
        for entry in feed.entries:
            markup: Iterable[Any] = [entry.get("description"), *(c.get("value") for c in entry.get("content") or [])]
            entry["safe"] = [nh3.clean(text) for text in markup if text]
        return feed

    return safely


def _seconds(parser: Parser, bodies: list[bytes]) -> float:
    """The best of a few rounds: the machine's other work only ever adds."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for body in bodies:
            parser(body)
        best = min(best, time.process_time() - started)
    return best


def run() -> list[dict[str, str]]:
    """One row a peer; ours as the line uses it (text), and with sanitised markup as well."""
    warnings.simplefilter("ignore")
    kind, bodies = feeds()
    megabytes = sum(map(len, bodies)) / 1e6
    text, safe = _seconds(_ours(markup=False), bodies), _seconds(_ours(markup=True), bodies)
    peers = {"feedparser": _feedparser(), "feedparser-rs": _feedparser_rs(), "fastfeedparser + nh3": _fastfeedparser()}
    taken = {name: _seconds(parser, bodies) for name, parser in peers.items()}
    rows = []
    for what, ours in (("text", text), ("text and sanitised markup", safe)):
        for name, theirs in taken.items():
            rows.append(
                {
                    "what": f"parse {len(bodies)} {kind} feeds, {what}",
                    "ours": f"{megabytes / ours:.1f} MB/s",
                    "peer": f"{name} {megabytes / theirs:.1f} MB/s",
                    "ratio": f"{theirs / ours:.2f}x",
                    "aim": AIM if name == "feedparser" else "",
                }
            )
    return rows
