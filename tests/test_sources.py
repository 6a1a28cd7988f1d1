"""sources.toml: validated whole, and every error names its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.sources import load_sources, parse_every
from store.errors import ConfigError

GOOD = """
[fetch]
allow_private = ["127.0.0.1:18800"]

[[source]]
name = "one"
url = "https://one.example/feed"
every = "90 minutes"

[[source]]
name = "two"
url = "https://two.example/blog/"
kind = "html"
trust = "first-party"
enabled = false
"""


def write(folder: Path, text: str) -> Path:
    """The text as a sources.toml."""
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_source_without_a_publisher_is_named_by_its_host(tmp_path: Path) -> None:
    """What is left out has a sensible default."""
    one, two = load_sources(write(tmp_path, GOOD)).sources
    assert (one.publisher, one.every, one.kind, one.trust, one.enabled) == ("one.example", 5400, "feed", "press", True)
    assert (two.kind, two.trust, two.enabled) == ("html", "first-party", False)


def test_the_user_agent_names_program_version_and_address(root: Path) -> None:
    """Publishers can see who asks, and where to complain."""
    agent = load_sources(root / "config" / "sources.toml").fetch.user_agent
    assert agent.startswith("meta-timeline/")
    assert "{version}" not in agent
    assert "(+https://" in agent


def test_the_shipped_sources_are_valid_and_hold_no_private_exception(root: Path) -> None:
    """The shipped configuration reaches the real publishers and no private address."""
    config = load_sources(root / "config" / "sources.toml")
    assert len(config.sources) >= 13
    assert config.fetch.allow_private == frozenset()
    assert [s.name for s in config.sources if not s.enabled] == ["nvidia-newsroom"]
    assert all(s.publisher and s.every >= 3600 for s in config.sources)


@pytest.mark.parametrize(
    ("wrong", "line", "words"),
    [
        ('[[source]]\nname = "a"\nurl = "ftp://a.example"', 3, "source.url"),
        ('[[source]]\nname = "a"\nurl = "https://"', 3, "source.url"),
        ('[[source]]\nname = "a"\n', 1, "has no url"),
        ('[[source]]\nurl = "https://a.example"\n', 1, "has no name"),
        ('[[source]]\nname = "a b"\nurl = "https://a.example"', 2, "source.name"),
        ('[[source]]\nname = "a"\nurl = "https://a.example"\nevry = "1h"', 4, "did you mean every?"),
        ('[[source]]\nname = "a"\nurl = "https://a.example"\nevery = "soon"', 4, "no interval"),
        ('[[source]]\nname = "a"\nurl = "https://a.example"\nevery = 0', 4, "positive"),
        ('[[source]]\nname = "a"\nurl = "https://a.example"\ntrust = "some"', 4, "first-party"),
        ('[[source]]\nname = "a"\nurl = "https://a.example"\nenabled = 1', 4, "true or false"),
        (
            '[[source]]\nname = "a"\nurl = "https://a.example"\n[[source]]\nname = "a"\nurl = "https://b.example"',
            5,
            "twice",
        ),
        ('[fetch]\nallow_private = ["127.0.0.1"]', 2, "host:port"),
        ('[[source]]\nname = "a"\nurl = "https://a.example"\npublisher = "\\u001b[31mRed"', 4, "control characters"),
        ('[fetch]\nallow_private = ["127.0.0.1:99999"]', 2, "host:port"),
        ("[fetch]\nmax_bytes = -1", 2, "positive"),
        ("[fetch]\ntotal_seconds = inf", 2, "at most"),
        ("[fetch]\nspacing_seconds = nan", 2, "positive"),
        ('[[source]]\nname = "a"\nurl = "https://a.example"\nevery = "99999999999999999 days"', 4, "more than a year"),
        ('[[source]]\nname = "a"\nurl = "https://a.example"\nevery = 99999999999999999', 4, "more than a year"),
        ('[[source]]\nname = "a"\nurl = "https://ann:secret@[::1/"', 3, "'https://[::1/' is no address"),
        ('[sources]\nname = "a"', 1, "did you mean source?"),
        ('[[source]\nname = "a"', 1, "sources.toml:1"),
    ],
)
def test_an_error_names_file_line_and_key(tmp_path: Path, wrong: str, line: int, words: str) -> None:
    """A wrong key or value costs a clear line, not a guess."""
    path = write(tmp_path, wrong)
    with pytest.raises(ConfigError) as caught:
        load_sources(path)
    assert str(caught.value).startswith(f"{path}:{line}:")
    assert words in str(caught.value)
    assert (caught.value.file, caught.value.line) == (str(path), line)


def test_a_missing_or_binary_file_is_named(tmp_path: Path) -> None:
    """The path stands in the message."""
    with pytest.raises(ConfigError, match="no such file"):
        load_sources(tmp_path / "none.toml")
    (tmp_path / "x.toml").write_bytes(b"\n\xff\xfe")
    with pytest.raises(ConfigError, match=r"x\.toml:2: not UTF-8"):
        load_sources(tmp_path / "x.toml")


@pytest.mark.parametrize(
    ("text", "seconds"), [("60 minutes", 3600), ("2h", 7200), ("1 day", 86400), (90, 90), ("45s", 45)]
)
def test_intervals_are_read_in_words(text: str | int, seconds: int) -> None:
    """Seconds, minutes, hours and days."""
    assert parse_every(text) == seconds
