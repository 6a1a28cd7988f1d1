"""docs/cli.md is what the program says of itself."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli_place import Place
from timeline.cli.registry import COMMANDS, present

#: promised by the contract; optional parts may be left out of an installation
PROMISED = (
    "run fetch sources ingest backfill extract dates show why diff disputes log amend confirm reject merge split "
    "reextract rebuild verify export import status doctor serve"
)


def test_the_help_is_written_down(tmp_path: Path, root: Path) -> None:
    """`timeline help --markdown > docs/cli.md` would change nothing but the breaking of lines."""
    told = Place(tmp_path).ok("help", "--markdown").out
    written = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written.split() == told.split()


def test_every_promised_command_is_there() -> None:
    """And each that is registered says in a line what it does."""
    assert set(PROMISED.split()) <= set(present())
    assert all(summary for _, summary in COMMANDS.values())


def test_every_option_says_what_it_is_for(tmp_path: Path) -> None:
    """No option stands in the help without words behind it."""
    told = Place(tmp_path).ok("help", "--markdown").out
    bare = [line for line in re.findall(r"^  (--?\w[^\n]*)\n(?=  -|\n|`)", told, re.MULTILINE) if "  " not in line]
    assert bare == []
