"""Web archives (WARC 1.0/1.1, ARC) → windows of posts: the articles and feeds among the responses.

The date of capture is not the date of publishing: it bounds what may be believed, and never stands in for it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from ingest.article import read_article
from ingest.model import ParsedFeed
from ingest.parse import parse
from ingest.sources import Source
from ingest.window import FileOptions, FileWindow
from store.errors import InputError, ParseError
from store.text import clean_line, safe_url

__all__ = ["read_archive"]

MOST = 15_000_000  # bytes of one body


def read_archive(path: Path, options: FileOptions, now: datetime) -> Iterator[FileWindow]:
    """A window for each response that holds a feed or an article. What is neither is left out without a word;
    what is broken is told in ``skipped``. Raises InputError where nothing of the file can be read.
    """
    logging.getLogger("warcio").setLevel(logging.CRITICAL)  # it writes to stderr what is told in ``skipped`` here
    count, error = 0, ""
    with path.open("rb") as stream:
        records = ArchiveIterator(stream, arc2warc=True)
        while True:
            try:
                record = next(records)
                count += 1
                window = _window(record, path, options, now)
            except StopIteration:
                break
            except (ArchiveLoadFailed, ValueError, OSError, EOFError) as broken:
                error = " ".join(str(broken).split())[:200]
                break
            if window is not None:
                yield window
    if error and not count:
        raise InputError(f"{path}: not a web archive that can be read: {error}", source=str(path))
    if error:
        empty = ParsedFeed(format="warc", tier="file")
        note = f"{path}: after record {count}: {error}"
        yield FileWindow(Source(name="file", url=path.resolve().as_uri()), empty, (note,))


def _window(record: Any, path: Path, options: FileOptions, now: datetime) -> FileWindow | None:
    url = safe_url(record.rec_headers.get_header("WARC-Target-URI") or "")
    headers = record.http_headers
    if record.rec_type not in ("response", "resource") or url is None:
        return None
    status = headers.get_statuscode() if headers else "200"
    kind = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
    if status not in ("200", "203") or not any(word in kind for word in ("html", "xml", "json", "rss")):
        return None
    body = record.content_stream().read(MOST + 1)
    if not body or len(body) > MOST:
        return None
    source = Source(name="file", url=path.resolve().as_uri(), publisher=clean_line(options.publisher or ""))
    if "html" in kind:
        return _article(body, url, kind, source, now)
    try:
        feed = parse(body, url=url, content_type=kind, now=now)
    except ParseError:
        return None  # XML or JSON that is no feed: most of it, in an archive
    return FileWindow(_named(source, feed.title, url), feed)


def _article(body: bytes, url: str, kind: str, source: Source, now: datetime) -> FileWindow | None:
    article = read_article(body, url=url, content_type=kind, now=now, accept="article")
    if article is None:
        return None
    feed = ParsedFeed(format="html", tier="file", posts=(article.post,))
    return FileWindow(_named(source, article.site, url), feed)


def _named(source: Source, publisher: str, url: str) -> Source:
    name = source.publisher or publisher or urlsplit(url).hostname or ""
    return Source(name=source.name, url=source.url, publisher=name)
