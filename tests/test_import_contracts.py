"""The contracts of imports bite: each is broken here on purpose, in a copy of the tree."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGES = ("store", "ingest", "timeline")

#: contract, file, what is written at its end
BREAKS = [
    ("siblings", "store/text.py", "import timeline.view"),
    ("siblings", "ingest/observe.py", "def later():\n    from timeline.view import MoveView"),
    ("siblings", "timeline/query/page.py", "def later():\n    import ingest.model"),
    ("store-order", "store/events.py", "import store.log"),
    ("store-order", "store/unplaced.py", ""),
    ("ingest-order", "ingest/parse/names.py", "import ingest.pipeline"),
    ("ingest-order", "ingest/observe.py", "import ingest.fetch.door"),
    ("ingest-order", "ingest/unplaced.py", ""),
    ("timeline-order", "timeline/project/merge.py", "import timeline.query.page"),
    ("timeline-order", "timeline/readmodel/rows.py", "import timeline.render.table"),
    ("timeline-order", "timeline/unplaced.py", ""),
    ("one-door", "ingest/discover.py", "import httpx"),
    ("one-door", "ingest/parse/names.py", "import http.client"),
    ("one-door", "timeline/cli/write_fetch.py", "import socket"),
    ("pure-core", "ingest/extract/status.py", "import time"),
    ("pure-core", "ingest/schedule/plan.py", "import ingest.fetch.door"),
    ("pure-core", "timeline/project/merge.py", "import sqlite3"),
    ("pure-core", "timeline/render/table.py", "import timeline.query.select"),
    ("light-reading", "timeline/query/page.py", "import pydantic"),
    ("light-reading", "timeline/cli/show.py", "def later():\n    from rich.table import Table"),
    ("light-reading", "timeline/cli/log.py", "import store.tables"),
]


def lint(folder: Path, *wanted: str) -> subprocess.CompletedProcess[str]:
    """Checks the contracts of the tree in ``folder``."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--cache-dir", str(folder / ".cache")]
    for contract in wanted:
        command += ["--contract", contract]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def tree(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source, to be broken."""
    folder = tmp_path_factory.mktemp("tree")
    for package in PACKAGES:
        shutil.copytree(root / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", folder)
    return folder


def test_the_tree_as_it_is_keeps_every_contract(tree: Path) -> None:
    """Nothing in the source imports against the directions of docs/architecture.md."""
    done = lint(tree)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(("contract", "file", "text"), BREAKS, ids=[f"{c}: {f}" for c, f, _ in BREAKS])
def test_a_violation_breaks_its_contract(tree: Path, contract: str, file: str, text: str) -> None:
    """An import against the direction, an effect in the core, or a file without a place is told by the contract."""
    path = tree / file
    before = path.read_text(encoding="utf-8") if path.exists() else None
    try:
        path.write_text(f"{before or ''}\n{text}\n", encoding="utf-8")
        done = lint(tree, contract)
    finally:
        path.unlink() if before is None else path.write_text(before, encoding="utf-8")
    assert done.returncode == 1, done.stdout + done.stderr
    assert Path(file).stem in done.stdout
