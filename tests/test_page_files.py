"""Pages and web archives handed over as files: what somebody gives us to read is read, however short."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.files import FileOptions, read_file
from ingest.model import ParsedPost
from store.errors import InputError

NOW = datetime(2026, 9, 1, tzinfo=UTC)
SAID = "Meta has released Llama 9 on March 3, 2026."
ARTICLE = f"<html><title>News</title><article><h1>Llama 9</h1><p>{SAID}</p></article></html>"
ITEM = f"<item><title>Llama 9</title><description>{SAID}</description></item>"
RSS = f"<rss version='2.0'><channel><title>Lab</title>{ITEM}</channel></rss>"


def posts(path: Path, options: FileOptions | None = None) -> list[ParsedPost]:
    """All that is read out of a file."""
    return [post for window in read_file(path, options or FileOptions(), NOW) for post in window.feed.posts]


def archive(path: Path, *responses: tuple[str, str, str]) -> Path:
    """A packed web archive of (address, content type, body), a member of gzip a record."""
    members = []
    for url, kind, body in responses:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}"
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(http)}\r\n"
        more = "WARC-Date: 2026-08-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n\r\n"
        members.append(gzip.compress(f"{head}{more}{http}\r\n\r\n".encode(), mtime=0))
    path.write_bytes(b"".join(members))
    return path


@pytest.mark.parametrize(
    "page",
    [
        ARTICLE,
        f"<!doctype html><body><h1>Llama 9</h1><p>{SAID}</p></body>",
        f"<body><h1>Llama 9</h1><div>{SAID}</div></body>",
        f"<table><tr><td><h1>Llama 9</h1></td></tr><tr><td>{SAID}</td></tr></table>",
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><h1>Llama 9</h1><p>{SAID}</p></html>',
    ],
    ids=["article", "paragraph", "div", "table", "xhtml"],
)
def test_a_page_of_one_sentence_is_read(tmp_path: Path, page: str) -> None:
    """Somebody who hands over a page wants it read: no length is too short, no markup too old."""
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    (post,) = posts(path)
    assert (post.title, post.text) == ("Llama 9", SAID)


def test_a_page_without_a_word_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    """An empty shell, as pages written by scripts are."""
    path = tmp_path / "shell.html"
    path.write_text("<html><body><script>draw()</script></body></html>", encoding="utf-8")
    with pytest.raises(InputError, match=r"shell\.html: no article text"):
        posts(path)


def test_a_web_archive_gives_its_feeds_and_what_says_it_is_an_article(tmp_path: Path) -> None:
    """Each under the address it was had from; a page of links, a picture and an error are left out."""
    path = archive(
        tmp_path / "web.warc.gz",
        ("https://lab.example/llama-9", "text/html; charset=utf-8", ARTICLE),
        ("https://lab.example/feed", "application/rss+xml", RSS),
        ("https://lab.example/", "text/html", "<p>Home of the lab, with all its links</p>"),
        ("https://lab.example/logo", "image/png", "no picture"),
    )
    found = posts(path)
    assert [post.text for post in found] == [SAID, SAID]
    assert found[0].url == "https://lab.example/llama-9"


def test_an_archive_that_breaks_off_keeps_what_was_read_before(tmp_path: Path) -> None:
    """Half a download: its first records count."""
    path = archive(
        tmp_path / "web.warc.gz",
        ("https://lab.example/llama-9", "text/html", ARTICLE),
        ("https://lab.example/feed", "application/rss+xml", RSS * 50),
    )
    path.write_bytes(path.read_bytes()[:-60])
    windows = list(read_file(path, FileOptions(), NOW))
    assert [post.text for post in windows[0].feed.posts] == [SAID]
