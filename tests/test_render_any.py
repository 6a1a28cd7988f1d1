"""Laws: no text whatever, in any field of a move, breaks a format."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any
from urllib.parse import parse_qsl

import feedparser
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from tests.render_moves import ANY, context
from tests.test_render_formats import valid_feed
from timeline.query import Query, to_params
from timeline.render import FORMATS
from timeline.render.header import query_string
from timeline.render.ics import fold
from timeline.render.markdown import literal
from timeline.render.markup import escape
from timeline.render.rows import COLUMNS
from timeline.render.terminal import cut, plain, width
from timeline.view import MoveView

MOVES = st.lists(ANY, max_size=3, unique_by=lambda move: move.id)
HOME = "https://moves.example.org"


def written(name: str, moves: list[MoveView], **more: object) -> str:
    """The text of a format."""
    return "".join(FORMATS[name].write(moves, context(**more)))


@given(MOVES)
def test_ndjson_gives_every_text_back(moves: list[MoveView]) -> None:
    """One line a move, and what is read from it is what went in."""
    lines = written("ndjson", moves).splitlines()
    assert len(lines) == len(moves)
    for line, move in zip(lines, moves, strict=True):
        told = json.loads(line)
        assert (told["title"], told["object"], told["actors"]) == (move.title, move.object, list(move.actors))
        assert [s["quote"] for s in told["sources"]] == [s.quote for s in move.sources]


@given(MOVES)
def test_a_json_feed_stays_valid(moves: list[MoveView]) -> None:
    """Whatever stands in a title or a publish date, the feed is JSON Feed 1.1."""
    feed = json.loads(written("jsonfeed", moves, home=HOME))
    feed["items"] = [{name: value for name, value in item.items() if name != "title"} for item in feed["items"]]
    valid_feed(feed)


@given(MOVES)
def test_atom_stays_well_formed(moves: list[MoveView]) -> None:
    """Both lxml and feedparser read it without complaint, with all its entries."""
    text = written("atom", moves, home=HOME).encode()
    etree.fromstring(text)
    feed = feedparser.parse(text)
    assert feed.bozo is False
    assert len(feed.entries) == len(moves)


@given(MOVES)
def test_tsv_has_a_line_a_move_with_every_column(moves: list[MoveView]) -> None:
    """No text makes a line or a column of its own."""
    lines = written("tsv", moves).splitlines()
    assert len(lines) == len(moves)
    assert all(line.count("\t") == len(COLUMNS) - 1 for line in lines)


@given(MOVES)
def test_csv_has_a_row_a_move_and_no_formula(moves: list[MoveView]) -> None:
    """The csv module reads every row whole; no cell starts with what a spreadsheet runs."""
    rows = list(csv.reader(io.StringIO(written("csv", moves), newline=""), strict=True))
    assert len(rows) == len(moves) + 1
    for row in rows:
        assert len(row) == len(COLUMNS)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@given(MOVES)
def test_html_holds_no_markup_of_others(moves: list[MoveView]) -> None:
    """The elements of the document are ours, whatever the texts are; links go to http alone."""
    tree: Any = html.fromstring(written("html", moves, home=HOME))
    ours = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "article", "time", "a",
            "details", "summary", "strong", "blockquote"}  # fmt: skip
    assert {element.tag for element in tree.iter()} <= ours
    assert len(tree.xpath("//article")) == len(moves)
    assert all(re.match("https?://", href) for href in tree.xpath("//@href"))


@given(MOVES)
def test_ics_lines_are_short_and_whole(moves: list[MoveView]) -> None:
    """No line over 75 octets; unfolded, every line is a property, every entry opened is closed, UIDs stay."""
    text = written("ics", moves, home=HOME)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any("\n" in line or "\r" in line for line in lines)
    unfolded = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert all(re.match("[A-Z-]+(;VALUE=DATE)?:", line) for line in unfolded)
    entries = [line for line in unfolded if line in ("BEGIN:VEVENT", "BEGIN:VJOURNAL")]
    assert len(entries) == len([line for line in unfolded if line in ("END:VEVENT", "END:VJOURNAL")]) == len(moves)
    assert [line for line in unfolded if line.startswith("UID:")] == [f"UID:{move.id}@timeline" for move in moves]


@given(MOVES, st.sampled_from([0, 60, 100]))
def test_the_table_gives_a_terminal_nothing_to_obey(moves: list[MoveView], columns: int) -> None:
    """Only line ends and printable text come out, and a line a move."""
    text = written("table", moves, width=columns)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", text)
    shown = [line for line in text.split("\n") if re.match(r" \S", line)]
    assert len(shown) == len(moves)


@given(MOVES)
def test_markdown_has_an_item_a_move(moves: list[MoveView]) -> None:
    """No text begins an item, a heading or a list of its own."""
    lines = written("md", moves, home=HOME).split("\n")
    assert len([line for line in lines if line.startswith("- ")]) == len(moves)
    assert all(line == "" or re.match(r"# |## |- \*\*|  - |\d{4}", line) for line in lines)


@given(st.text())
def test_escaped_text_is_read_back_by_a_parser(text: str) -> None:
    """An element and an attribute have just the text, less what no document may hold."""
    parsed = etree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>'.encode())
    assert (parsed.text or "").count("<") == text.count("<")
    assert parsed.get("b", "").count('"') == text.count('"')


@given(st.text(), st.integers(2, 40))
def test_a_cut_text_fits(text: str, room: int) -> None:
    """Cut text takes no more cells than there are, and uncut text is left alone."""
    text = plain(text)
    assert width(cut(text, room)) <= max(room, 1)
    assert cut(text, width(text)) == text


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=300))
def test_folding_is_undone_by_unfolding(line: str) -> None:
    """RFC 5545: taking CRLF and one blank out gives the line back; no letter is parted."""
    assert fold(line).replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in fold(line).split("\r\n"))


@given(st.text(max_size=60))
def test_literal_markdown_has_no_live_markup(text: str) -> None:
    """Every letter that could open emphasis, code, a link or HTML has a backslash in front."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>]", literal(text))


@given(st.text(max_size=12), st.lists(st.text(max_size=8), max_size=2))
def test_a_query_string_reads_back_as_the_query(words: str, types: list[str]) -> None:
    """Whatever stands in a query, quoted where it has to be: a link with it asks for the same."""
    query = Query(words=words, types=tuple(types))
    assert parse_qsl(query_string(query), keep_blank_values=True) == to_params(query)
