"""The documents speak of what is there: links, commands with their options, paths, and the table of the README."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from timeline.cli.registry import present

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT, ROOT / "docs") for path in path.glob("*.md"))
PROGRAM = str(Path(sys.executable).with_name("timeline"))


def text(page: str) -> str:
    """A page as it is."""
    return (ROOT / page).read_text("utf-8")


@cache
def told(*command: str) -> str:
    """The help of a command."""
    done = subprocess.run([PROGRAM, *command, "--help"], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"
    return done.stdout


def commands(page: str) -> list[list[str]]:
    """What a page types at a prompt, comments and pipes left out."""
    blocks = re.findall(r"^```(?:sh)?\n(.*?)^```$", text(page), re.MULTILINE | re.DOTALL)
    lines = [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]
    typed = [re.split(r" \| | > | < ", line)[0] for line in lines if re.match(r"timeline [a-z]+\b", line)]
    return [shlex.split(line, comments=True)[1:] for line in typed]


@pytest.mark.parametrize("page", [page for page in PAGES if page != "docs/cli.md"])
def test_every_command_of_a_page_is_one(page: str) -> None:
    """A command that a page types exists, and has the options that it is given there."""
    for words in commands(page):
        assert words[0] in present(), f"{page}: timeline {' '.join(words)}"
        action = words[1:2] if words[0] == "sources" and words[1:2] and not words[1].startswith("-") else []
        known = told(words[0], *action)
        assert [w for w in words if w.startswith("--") and w.partition("=")[0] not in known] == [], f"{page}: {words}"


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(page: str) -> None:
    """A link to a file, and a document that is named, are there."""
    folder = (ROOT / page).parent
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text(page)) if "://" not in link]
    assert [link for link in links if link and not (folder / link).exists()] == []
    assert [name for name in re.findall(r"\bdocs/[\w-]+\.md\b", text(page)) if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_path_of_a_page_exists(page: str) -> None:
    """Folders and files of the project that a page names stand in the project."""
    named = set(re.findall(r"`((?:store|ingest|timeline|tests|bench|config|docs)/[\w./-]*)`", text(page)))
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_room_is_in_the_architecture() -> None:
    """Every folder of the source, and every file beside them that is not a detail of one, is told of."""
    page = text("docs/architecture.md")
    folders = [
        p.parent.relative_to(ROOT).as_posix()
        for name in ("ingest", "timeline")
        for p in (ROOT / name).glob("*/__init__.py")
    ]
    assert [folder for folder in folders if f"`{folder}/`" not in page] == []
    assert len(page.splitlines()) <= 120


def test_every_document_can_be_found_from_the_readme() -> None:
    """No page of docs/ is an orphan."""
    seen, ahead = set(), ["README.md"]
    while ahead:
        page = ahead.pop()
        if page not in seen and page.endswith(".md"):
            seen.add(page)
            folder = (ROOT / page).parent
            links = [link for link in re.findall(r"\]\(([\w./-]+)", text(page)) if (folder / link).is_file()]
            ahead += [(folder / link).resolve().relative_to(ROOT).as_posix() for link in links]
    assert [page for page in PAGES if page not in seen] == []


def test_the_readme_shows_what_the_program_shows(tmp_path: Path) -> None:
    """The moves of the README's table are those of a new installation: ids, titles as far as shown, grades."""
    store = f"sqlite:///{tmp_path}/store.sqlite"
    command = [PROGRAM, "--db", store, "show", "--since", "2025", "--limit", "0"]
    rows = [
        line.split("\t")
        for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    ]
    real = {row[-1][:6]: (row[2], row[4]) for row in rows}
    shown = re.findall(r"^ \S.{7}\S (\w+) +(.+?)…? {2,}.+? {2,}([A-D])  ([0-9a-f]{6})", text("README.md"), re.MULTILINE)
    assert len(shown) >= 12
    for _, title, grade, name in shown:
        assert name in real, f"{name} {title}"
        assert (real[name][0].startswith(title), real[name][1]) == (True, grade), f"{name} {title}"
    assert [name for name in re.findall(r"timeline why (\w+)", text("README.md")) if name not in real] == []
