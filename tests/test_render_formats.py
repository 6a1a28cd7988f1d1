"""Every format against a file that was read by a person, and against a consumer that others wrote."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree, html

from tests.render_moves import NOW, context, move, told
from timeline.render import FORMATS
from timeline.view import MoveView

HOME = "https://moves.example.org"
WITH_HOME = ("jsonfeed", "atom", "html", "md")


def written(name: str, moves: list[MoveView], **given: object) -> str:
    """The text of a format."""
    return "".join(FORMATS[name].write(moves, context(**given)))


def expected(name: str) -> str:
    """What stands in the expected file of a format (tests/render_expected.py writes them)."""
    return written(name, told(), home=HOME if name in WITH_HOME else "", width=100 if name == "table" else 0)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_what_its_file_shows(root: Path, name: str) -> None:
    """The told moves give the expected file, octet by octet."""
    assert expected(name).encode() == (root / "tests" / "data" / "render" / f"told.{name}").read_bytes()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "table"])
def test_a_machine_format_does_not_depend_on_time_or_terminal(name: str) -> None:
    """The same log gives the same bytes at any time, on any terminal, with colour asked for or not."""
    later = {"now": NOW.replace(year=2030), "width": 40, "color": True}
    assert written(name, told(), **later) == written(name, told())
    assert "\x1b" not in written(name, told(), **later)


@pytest.mark.parametrize("name", FORMATS)
def test_no_moves_are_a_valid_answer(name: str) -> None:
    """An empty selection is an empty document of the format."""
    text = written(name, [], matched=0, home=HOME)
    if name in ("json", "jsonfeed"):
        assert json.loads(text) == [] or json.loads(text)["items"] == []
    elif name == "csv":
        assert len(text.splitlines()) == 1
    elif name == "atom":
        assert feedparser.parse(text.encode()).bozo is False
    elif name in ("tsv", "ndjson"):
        assert text == ""
    else:
        assert text


def test_printable_text_stands_as_it_is() -> None:
    """No escapes of printable text in any JSON: letters, dashes, quotes, emoji."""
    letters = "naïve — “大” 🦙 é"
    for name in ("json", "ndjson", "jsonfeed"):
        text = written(name, [move(title=letters)])
        assert letters in text
        assert "\\u" not in text


def test_a_line_is_a_line_to_everybody() -> None:
    """What some programs take for a line's end, or for an order, is escaped in ndjson and a blank in tsv."""
    odd = "a\u2028b\u2029c\u0085d\x9be\x7ff"
    line = written("ndjson", [move(title=odd)])
    assert len(line.splitlines()) == 1
    assert json.loads(line)["title"] == odd
    assert "\x9b" not in line
    assert len(written("tsv", [move(title=f"a\tb\r\n{odd}")]).splitlines()) == 1
    assert written("tsv", [move(title="a\tb")]).count("\t") == written("tsv", [move(title="a b")]).count("\t")


def test_ndjson_has_the_fields_of_the_contract_in_their_order() -> None:
    """The promised keys come first, in their order, always, with null where unknown."""
    names = [
        "id", "url", "type", "title", "object", "actors", "date", "date_end", "date_precision", "status", "grade",
        "lineages", "sources", "quantities", "disputed", "disputes", "first_published", "recorded_position", "revision",
    ]  # fmt: skip
    for line in written("ndjson", told()).splitlines():
        assert list(json.loads(line))[: len(names)] == names
        assert all(set(s) >= {"url", "publisher", "published", "quote"} for s in json.loads(line)["sources"])


def test_json_is_the_array_of_ndjson() -> None:
    """Both have the same moves in the same order."""
    lines = written("ndjson", told(), home=HOME).splitlines()
    assert json.loads(written("json", told(), home=HOME)) == [json.loads(line) for line in lines]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "＝"])
def test_no_cell_is_a_formula(start: str) -> None:
    """A cell that a spreadsheet would run has an apostrophe in front; what python reads back is else the text."""
    (row,) = csv.DictReader(io.StringIO(written("csv", [move(title=f'{start}1+1,"x"')])))
    assert row["title"].startswith("'")
    assert row["title"].endswith('1+1,"x"')


def test_csv_is_read_back_by_the_csv_module() -> None:
    """Lines end with CRLF; every row has every column; commas and quotes survive."""
    text = written("csv", told())
    assert text.count("\r\n") == text.count("\n") == 7
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["title"] for row in rows] == [m.title for m in told()]
    assert all(None not in row and None not in row.values() for row in rows)


def _url(value: Any) -> bool:
    return isinstance(value, str) and re.match(r"https?://[^\s]+$", value) is not None


def _text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _date(value: Any) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", value) is not None and bool(
        datetime.fromisoformat(value)
    )


def _authors(value: Any) -> bool:
    return all(_text(author.get("name")) and set(author) <= {"name", "url", "avatar"} for author in value)


#: JSON Feed 1.1, as its text has it: field → check; the others are errors unless they begin with "_"
TOP: dict[str, Callable[[Any], bool]] = {
    "version": lambda v: v == "https://jsonfeed.org/version/1.1", "title": _text, "home_page_url": _url,
    "feed_url": _url, "next_url": _url, "description": _text, "language": _text, "authors": _authors,
    "items": lambda v: isinstance(v, list),
}  # fmt: skip
ITEM: dict[str, Callable[[Any], bool]] = {
    "id": _text, "url": _url, "external_url": _url, "title": _text, "content_html": _text, "content_text": _text,
    "summary": _text, "date_published": _date, "date_modified": _date, "authors": _authors,
    "tags": lambda v: all(map(_text, v)), "language": _text,
}  # fmt: skip


def valid_feed(feed: dict[str, Any]) -> None:
    """Asserts that this is JSON Feed 1.1 as docs/feed.md promises it."""
    for whole, checks, needed in [(feed, TOP, {"version", "title", "items"})] + [
        (item, ITEM, {"id", "content_html", "content_text", "date_published"}) for item in feed["items"]
    ]:
        assert needed <= set(whole)
        for name, value in whole.items():
            assert name.startswith("_") or checks[name](value), (name, value)
            assert value is not None
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("home", [HOME, ""])
def test_json_feed_is_valid(home: str) -> None:
    """Structure, types, dates and ids are those of JSON Feed 1.1, with and without an address of our own."""
    valid_feed(json.loads(written("jsonfeed", told(), home=home, next="x_1")))


def test_json_feed_carries_the_move_and_the_head() -> None:
    """``_timeline`` of an item is the line of ndjson, that of the feed the head; id and url are the permanent page."""
    feed = json.loads(written("jsonfeed", told(), home=HOME, next="newest_12"))
    lines = [json.loads(line) for line in written("ndjson", told(), home=HOME).splitlines()]
    assert [item["_timeline"] for item in feed["items"]] == lines
    assert feed["_timeline"]["position"] == 18412
    assert feed["_timeline"]["hash"] == "ab" * 32
    assert [item["id"] for item in feed["items"]] == [item["url"] for item in feed["items"]]
    assert feed["items"][0]["id"] == f"{HOME}/moves/a1b2c3d4e5"
    assert feed["next_url"] == f"{HOME}/feed.json?since=2025&cursor=newest_12"


@pytest.mark.parametrize("home", [HOME, ""])
def test_atom_is_read_whole_by_feedparser(home: str) -> None:
    """No complaint, every entry with id, title, dates and content; the head in an element of its own."""
    feed = feedparser.parse(written("atom", told(), home=home).encode())
    assert feed.bozo is False
    assert feed.version == "atom10"
    assert [entry.title for entry in feed.entries] == [m.title for m in told()]
    for entry in feed.entries:
        assert re.match(r"https://|urn:uuid:", entry.id)
        assert entry.updated_parsed
        assert entry.published_parsed
        assert "<strong>When</strong>" in entry.content[0].value
    assert feed.feed.t_head == {"position": "18412", "hash": "ab" * 32}


def test_atom_has_what_rfc_4287_demands() -> None:
    """One id, title, updated each; an author; dates of RFC 3339; a self link; no two entries of one id."""
    tree = etree.fromstring(written("atom", told(), home=HOME).encode())
    ns = {"a": "http://www.w3.org/2005/Atom"}
    for element in [tree, *tree.findall("a:entry", ns)]:
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", ns)) == 1
        assert _date(element.findtext("a:updated", namespaces=ns))
    assert tree.find("a:author/a:name", ns) is not None
    assert tree.find("a:link[@rel='self']", ns) is not None
    ids = [e.text for e in tree.findall("a:entry/a:id", ns)]
    assert len(set(ids)) == len(ids)


def test_an_html_document_stands_alone() -> None:
    """No script, no address that a browser would load, foreign markup as text."""
    tree: Any = html.fromstring(written("html", told(), home=HOME))
    assert not tree.xpath("//script | //img | //link | //iframe")
    assert "<b>two</b>" in tree.text_content()
    assert len(tree.xpath("//article")) == 6


def test_writing_a_list_imports_nothing_heavy() -> None:
    """A table, tsv, ndjson or csv is written without what makes a program slow to start."""
    heavy = "{'rich', 'jinja2', 'starlette', 'httpx', 'lxml', 'pydantic', 'sqlalchemy', 'sqlmodel', 'asyncio'}"
    program = (
        "import sys; from datetime import datetime, UTC; from timeline.render import FORMATS, Context\n"
        "for name in ('table', 'tsv', 'json', 'ndjson', 'csv'):\n"
        "    ''.join(FORMATS[name].write([], Context(now=datetime.now(UTC))))\n"
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
