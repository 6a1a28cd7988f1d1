"""The table of docs/manners.md and the tests of manners: each names all of the other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROW = re.compile(r"^\| (?P<rule>[^|]+) \| (?P<source>[^|]+) \| `(?P<test>test_\w+)` \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def rows(root: Path) -> list[re.Match[str]]:
    """The rows of the table."""
    return list(ROW.finditer((root / "docs" / "manners.md").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def tests(root: Path) -> dict[str, str]:
    """Every test of manners, with its docstring."""
    found = {}
    for path in sorted((root / "tests").glob("test_manners*.py")):
        if path.name != Path(__file__).name:
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                    found[node.name] = ast.get_docstring(node) or ""
    return found


def test_every_named_test_exists_and_every_test_is_named_once(rows: list[re.Match[str]], tests: dict[str, str]) -> None:
    """A rule without a test, or a test without its rule, is not manners."""
    assert sorted(row["test"] for row in rows) == sorted(tests)


def test_every_row_of_the_table_is_a_rule_with_a_source(root: Path, rows: list[re.Match[str]]) -> None:
    """No row escapes for being written differently."""
    text = (root / "docs" / "manners.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("|") and not line.startswith(("| rule", "|---"))]
    assert len(lines) == len(rows) >= 60
    assert all(row["rule"].strip() and row["source"].strip() for row in rows)


def test_an_rfc_that_a_test_cites_stands_in_its_row(rows: list[re.Match[str]], tests: dict[str, str]) -> None:
    """The docstring and the table give the same source."""
    for row in rows:
        for number in re.findall(r"RFC (\d+)", tests[row["test"]]):
            assert f"RFC {number}" in row["source"], row["test"]
