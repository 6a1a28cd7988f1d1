"""Files through the same line: a path → windows of posts, each with the source it counts under.

    feed XML or JSON → as a fetched window · HTML → one article · Markdown, text → one post
    JSONL of posts → one window · WARC, ARC → the articles and feeds inside · *.gz of any of these

Nothing is taken from a file that it does not say: no publish date from the file system, no publisher from its path.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from ingest.identity import fingerprint
from ingest.model import ParsedFeed, ParsedPost
from ingest.parse import parse
from ingest.parse.dates import parse_date
from ingest.sources import Source
from ingest.window import FileOptions, FileWindow
from store.errors import InputError, ParseError
from store.text import clean, clean_line, safe_url

__all__ = ["FileOptions", "FileWindow", "read_file"]

MOST = 512 * 1024 * 1024  # bytes of one file once unpacked
_HEADING = re.compile(r"^\s{0,3}(?:#{1,6}\s+|[=*_]{2,}\s*)?(.*?)(?:\s+#+|[=*_]{2,})?\s*$")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


class _Line(msgspec.Struct):
    """A line of JSONL: the input shape of ``timeline extract``."""

    text: str
    title: str | None = None
    id: str | int | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None


def read_file(path: Path, options: FileOptions, now: datetime) -> Iterator[FileWindow]:
    """Windows of posts in a file. Raises InputError naming the file (and line) for what cannot be read at all."""
    body = _bytes(path)
    name = path.name.lower().removesuffix(".gz")
    kind = _kind(name, body)
    if kind == "archive":
        from ingest.archive import read_archive  # noqa: PLC0415 - its library is wanted here only

        yield from read_archive(path, options, now)
    elif kind == "jsonl":
        yield from _jsonl(path, body, options, now)
    elif kind == "feed":
        yield _feed(path, body, options, now)
    elif kind == "html":
        yield _html(path, body, options, now)
    else:
        yield _text(path, body, options, now)


def _bytes(path: Path) -> bytes:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", source=str(path)) from None
    if body[:2] == b"\x1f\x8b" and not path.name.lower().endswith((".warc.gz", ".arc.gz")):
        try:
            with gzip.open(path) as unpacked:
                body = unpacked.read(MOST + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"{path}: broken gzip: {error}", source=str(path)) from None
    if len(body) > MOST:
        raise InputError(f"{path}: larger than {MOST} bytes", source=str(path))
    if not body.strip():
        raise InputError(f"{path}: the file is empty", source=str(path))
    return body


def _kind(name: str, body: bytes) -> str:
    start = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if name.endswith((".warc", ".arc")) or start.startswith((b"warc/", b"filedesc://")):
        return "archive"
    if name.endswith((".jsonl", ".ndjson")):
        return "jsonl"
    if name.endswith((".html", ".htm", ".xhtml")):
        return "html"
    if name.endswith((".xml", ".rss", ".atom", ".rdf", ".json")) or start.startswith(b"<?xml"):
        return "feed"
    if re.match(rb"<(?:rss|feed|rdf:rdf)[\s>]", start):
        return "feed"
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "text"


def _source(path: Path, options: FileOptions, publisher: str = "") -> Source:
    return Source(name="file", url=path.resolve().as_uri(), publisher=clean_line(options.publisher or publisher))


def _feed(path: Path, body: bytes, options: FileOptions, now: datetime) -> FileWindow:
    try:
        feed = parse(body, url=options.url, content_type=None, now=now)
    except ParseError as error:
        why = str(error).removeprefix(f"{options.url}: ")
        raise InputError(f"{path}: {why}", source=str(path)) from None
    return FileWindow(_source(path, options, feed.title), feed)


def _html(path: Path, body: bytes, options: FileOptions, now: datetime) -> FileWindow:
    from ingest.article import read_article  # noqa: PLC0415 - its library is wanted here only

    article = read_article(body, url=options.url, content_type=None, now=now, accept="any")
    if article is None:
        raise InputError(f"{path}: no article text found in the page", source=str(path))
    post = replace(
        article.post,
        guid=None,
        url=options.url or article.post.url,
        published=_published(path, options.published, now) or article.post.published,
    )
    return _one(path, options, post, article.site)


def _text(path: Path, body: bytes, options: FileOptions, now: datetime) -> FileWindow:
    if b"\0" in body[:4096]:
        raise InputError(f"{path}: neither a feed nor text", source=str(path))
    text = clean(_decoded(body))
    front: dict[str, str] = {}
    if found := _FRONT.match(text):
        front = dict(re.findall(r"^(title|date|url|publisher):\s*[\"']?(.*?)[\"']?\s*$", found[1], re.MULTILINE))
        text = text[found.end() :]
    text = text.strip("\n")
    title = front.get("title") or next((m[1] for line in text.splitlines() if (m := _HEADING.match(line)) and m[1]), "")
    post = ParsedPost(
        title=clean_line(title)[:300],
        text=text,
        url=safe_url(options.url or front.get("url") or ""),
        published=_published(path, options.published or front.get("date"), now),
    )
    return _one(path, options, post, front.get("publisher", ""))


def _one(path: Path, options: FileOptions, post: ParsedPost, publisher: str) -> FileWindow:
    if post.url is None:  # its identity is then the fingerprint of its text
        post = replace(post, guid=f"text:{fingerprint(post.title, post.text)}")
    return FileWindow(_source(path, options, publisher), ParsedFeed(format="file", tier="file", posts=(post,)))


def _decoded(body: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if body[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    return body.decode("cp1252", "replace")


def _published(path: Path, text: str | None, now: datetime) -> str | None:
    if not text:
        return None
    published = parse_date(text, now=now)
    if published is None:
        raise InputError(f"{path}: publish date {text!r} is no date that can be believed", source=str(path))
    return published


def _jsonl(path: Path, body: bytes, options: FileOptions, now: datetime) -> Iterator[FileWindow]:
    by_publisher: dict[str, list[ParsedPost]] = {}
    skipped = []
    decoder = msgspec.json.Decoder(_Line)
    for number, line in enumerate(body.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            skipped.append(f"{path}:{number}: {error}")
            continue
        published = parse_date(record.published, now=now) if record.published else None
        if record.published and published is None:
            skipped.append(f"{path}:{number}: published: {record.published!r} is no date that can be believed")
            continue
        by_publisher.setdefault(record.publisher or "", []).append(_line_post(record, published, options, now))
    if skipped and not by_publisher:
        raise InputError(skipped[0], source=str(path))
    for publisher, posts in by_publisher.items():
        feed = ParsedFeed(format="jsonl", tier="file", posts=tuple(posts))
        yield FileWindow(_source(path, options, publisher), feed, tuple(skipped))
        skipped = []


def _line_post(record: _Line, published: str | None, options: FileOptions, now: datetime) -> ParsedPost:
    title, text = clean_line(record.title or ""), clean(record.text)
    return ParsedPost(
        title=title,
        text=text,
        url=safe_url(record.url or ""),
        guid=None if safe_url(record.url or "") else f"text:{fingerprint(title, text)}",  # ids of two files may clash
        published=published or (parse_date(options.published, now=now) if options.published else None),
    )
