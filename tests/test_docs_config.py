"""What the documents say of the configuration is what the program reads: every key, and every example."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from ingest.chronicle import _FIELDS, Names, load_chronicle
from ingest.extract import extract, load_lexicon
from ingest.extract.lexicon import _KEYS
from ingest.model import Post
from ingest.sources import FetchSettings, Source, load_sources


def keys(page: str) -> set[str]:
    """The names in the first column of the tables."""
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def example(page: str, number: int) -> str:
    """A block of TOML."""
    blocks: list[str] = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return blocks[number]


@pytest.fixture(scope="module")
def source_page(root: Path) -> str:
    """How a source is added."""
    return (root / "docs" / "adding-a-source.md").read_text("utf-8")


@pytest.fixture(scope="module")
def subject_page(root: Path) -> str:
    """How another subject is configured."""
    return (root / "docs" / "another-subject.md").read_text("utf-8")


def test_every_key_of_a_source_is_described(source_page: str) -> None:
    """The tables of the document have the keys of ``[[source]]`` and ``[fetch]``, all of them and no others."""
    assert keys(source_page) == {one.name for shape in (Source, FetchSettings) for one in fields(shape)}


def test_the_example_of_a_source_is_one(source_page: str, tmp_path: Path) -> None:
    """The block of the document loads, and sets every key there is."""
    path = tmp_path / "sources.toml"
    path.write_text(example(source_page, 0), encoding="utf-8")
    (source,) = load_sources(path).sources
    assert source.publisher == "Example News"
    assert set(re.findall(r"^(\w+) =", path.read_text("utf-8"), re.MULTILINE)) == {one.name for one in fields(Source)}


def test_the_defaults_of_the_fetch_table_are_those_told(source_page: str) -> None:
    """The last column of the table is what the program does without the key."""
    told = dict(re.findall(r"^\| `(\w+)` \|.*\| ([\d,.]+) \|$", source_page, re.MULTILINE))
    settings = FetchSettings()
    assert {name: float(value.replace(",", "")) for name, value in told.items()} == {
        one.name: getattr(settings, one.name)
        for one in fields(FetchSettings)
        if isinstance(getattr(settings, one.name), int | float)
    }


def test_every_key_of_the_lexicon_is_described(subject_page: str) -> None:
    """The table of the document has the keys of every table of the lexicon, and no others."""
    lexicon = subject_page.partition("## lexicon.toml")[2].partition("## chronicle.toml")[0]
    assert keys(lexicon) == set().union(*_KEYS.values())


def test_every_key_of_the_chronicle_is_described(subject_page: str) -> None:
    """The table of the document has the keys of an entry."""
    chronicle = subject_page.partition("## chronicle.toml")[2]
    told = set(re.findall(r"`(\w+)`", chronicle))
    assert keys(chronicle) == set(_FIELDS[""])
    assert told >= set(_FIELDS["citations"]) | set(_FIELDS["quantities"])


def test_another_subject_is_another_directory(subject_page: str, tmp_path: Path) -> None:
    """The invented company's lexicon, as it stands in the document, reads the post that stands below it."""
    path = tmp_path / "lexicon.toml"
    path.write_text(example(subject_page, 0), encoding="utf-8")
    text = re.search(r"^> (.+)$", subject_page, re.MULTILINE)
    assert text
    post = Post(id="p", publisher="Circuit Weekly", published="2026-03-12", title="News of the day", text=text[1])
    (claim,) = extract(post, load_lexicon(path))
    told = re.search(r"one move: (.+)\.$", subject_page, re.MULTILINE)
    assert told
    assert re.findall(r"`([^`]+)`", told[1]) == [claim.type, claim.object, *claim.actors, claim.date, claim.status]
    assert text[1][claim.start : claim.end] == claim.quote


def test_the_example_of_an_entry_is_one(subject_page: str, tmp_path: Path) -> None:
    """The block of the document loads as a chronicle."""
    path = tmp_path / "chronicle.toml"
    path.write_text(example(subject_page, 1), encoding="utf-8")
    (entry,) = load_chronicle(path, Names(lambda _: None, lambda _: None))
    assert entry.claim.date == "2025-Q2"
