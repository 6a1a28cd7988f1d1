"""docs/llm.md cannot rot: what the code knows stands there, and its examples are valid."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from ingest.extract.llm import load_llm
from ingest.extract.llm.check import REASONS
from ingest.extract.llm.prompt import TEXT_LIMIT
from ingest.extract.llm.settings import _KEYS
from tests.test_llm_reader import FAILURES


def page(root: Path) -> str:
    """The page."""
    return (root / "docs" / "llm.md").read_text(encoding="utf-8")


def test_every_key_reason_and_kind_stands_in_the_docs(root: Path) -> None:
    """A new key, reason or kind of fallback needs its line."""
    kinds = {kind for kind, _ in FAILURES} | {"resting", "given-up", "inside-a-loop"}
    missing = [word for word in (*_KEYS, *REASONS, *kinds) if f"`{word}`" not in page(root)]
    assert missing == []
    assert f"{TEXT_LIMIT:,} characters" in page(root)


def test_the_examples_of_the_docs_are_valid(root: Path, tmp_path: Path) -> None:
    """Each block of configuration loads."""
    blocks = re.findall(r"```toml\n(.*?)```", page(root), re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        (tmp_path / "llm.toml").write_text(block, encoding="utf-8")
        variable = tomllib.loads(block)["llm"].get("key_env", "NONE")
        assert load_llm(tmp_path / "llm.toml", {variable: "k"}).url
