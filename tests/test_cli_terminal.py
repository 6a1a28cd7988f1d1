"""The program on a terminal: tables, colour, width, progress, a question."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli_place import LLAMA, PROGRAM, SCOUT, Place, atom, conditional, listening_to, loopback, small, source
from tests.servers.http import reply

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(
    place: Place, *words: str, columns: int = 100, env: Mapping[str, str] | None = None, typed: str = ""
) -> str:
    """What a person sees of a command."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES")}
    process = subprocess.Popen(
        [PROGRAM, *place.argv(*words)], stdin=slave, stdout=slave, stderr=slave,
        env=kept | {"TERM": "xterm-256color"} | dict(env or {}),
    )  # fmt: skip
    os.close(slave)
    os.write(master, typed.encode())
    seen = b""
    try:
        while piece := os.read(master, 65536):
            seen += piece
    except OSError:  # the other side has closed it: its end
        pass
    os.close(master)
    assert process.wait(10) == 0
    return seen.decode().replace("\r\n", "\n")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Four moves of two publishers, one of them disputed."""
    return small(tmp_path_factory.mktemp("place"))


def test_show_is_a_table_with_the_resolved_range(place: Place) -> None:
    """The header says which days were meant, how many moves, and up to where the log is known."""
    seen = _COLOUR.sub("", on_a_terminal(place, "show", "--since", "2025"))
    header = seen.splitlines()[0]
    assert "2025-01-01 → now" in header
    assert "3 of 4 moves" in header
    assert f"#{place.position()}" in header
    assert [line for line in seen.splitlines() if "Scout" in line]


def test_colour_is_for_those_who_want_it(place: Place) -> None:
    """On a terminal, unless NO_COLOR is set, the terminal is dumb, or --color never is said."""
    assert _COLOUR.search(on_a_terminal(place, "show"))
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert not _COLOUR.search(on_a_terminal(place, "show", env=env))
    assert not _COLOUR.search(on_a_terminal(place, "show", "--color", "never"))
    assert not _COLOUR.search(on_a_terminal(place, "show", "-f", "ndjson"))


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_of_a_move_is_wider_than_the_terminal(place: Place, columns: int) -> None:
    """Titles are cut to fit, between the header and the hints below."""
    _, _, *lines, _, _ = _COLOUR.sub("", on_a_terminal(place, "show", columns=columns)).splitlines()
    assert len(lines) == 7
    assert max(len(line) for line in lines) <= columns


def test_the_same_commands_are_for_people_on_a_terminal(place: Place) -> None:
    """`log`, `diff` and `disputes` are text there, and lines of JSON in a pipe."""
    for words in (("log",), ("diff", "2024", "2025"), ("disputes",)):
        assert not on_a_terminal(place, *words).startswith("{")
        assert place.ok(*words).out.startswith("{")


def test_fetch_shows_how_far_it_is(tmp_path: Path) -> None:
    """A bar while it goes on, a table at the end, and the bar is gone then."""
    routes = {"/north": conditional(atom(SCOUT, LLAMA), '"n"'), "/robots.txt": reply(status=404)}
    with loopback(routes) as server:
        here = Place.made(tmp_path, listening_to(server, source("north", server, "/north")))
        seen = on_a_terminal(here, "fetch")
    assert "█" in seen
    assert "1/1" in seen
    assert "north   new" in _COLOUR.sub("", seen.rpartition("\x1b[K")[2])


def test_reextract_asks_before_it_appends(tmp_path: Path) -> None:
    """Anything but yes appends nothing."""
    here = small(tmp_path)
    words = here.config / "lexicon.toml"
    words.write_text(words.read_text("utf-8").replace('names = ["llama"]', 'names = ["camel"]'), "utf-8")
    position = here.position()
    assert "[y/N]" in on_a_terminal(here, "reextract", typed="n\n")
    assert here.position() == position
    on_a_terminal(here, "reextract", typed="y\n")
    assert here.position() > position
