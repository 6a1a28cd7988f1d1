"""The rules of the house, of every file: size, names, docstrings, and what no file may say."""

from __future__ import annotations

import ast
import importlib
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import cast

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ("store", "ingest", "timeline")
FOLDERS = (*SOURCE, "tests", "bench")
WRITTEN = {".py", ".js", ".css", ".html"}

PYTHON = sorted(path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
MODULES = [name for name in PYTHON if name.startswith(SOURCE)]

#: what says where, with what or by whom this was made
UNSAID = {
    "a path of somebody's machine": [r"(?<![\w.:/])/(?:work|root|Users|mnt|home/(?!user\b)\w+)/\w"],
    "a registry": [
        r"\b(?:pypi|pythonhosted|proxy[.]golang|deb[.]debian)[.]org\b",
        r"\bregistry[.]npmjs\b|\bcrates[.]io\b",
    ],
    "who develops": [
        r"\b(?:sub-?agents?|coding agents?|co-authored-by|ai[- ]assisted|claude code|helper (?:session|process))\b",
        r"\b(?:written|generated) (?:by|with) (?:an? )?(?:ai|llm|language model|claude|chatgpt|copilot)\b",
    ],
    "a tracker's number": [r"\bissues? #?\d+\b|\bsee #\d+\b|\b(?:todo|fixme|xxx)\b:"],
    "papers that are not here": [
        r"\b(?:brief|interfaces|hard-cases|feed-manners|measures|ux|contracts)[.]md\b",
        r"gold/GUIDE",
    ],
}


@cache
def nodes(name: str) -> tuple[ast.AST, ...]:
    """A file's tree, each file read once."""
    return tuple(ast.walk(ast.parse((ROOT / name).read_text("utf-8"))))


def functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, with those inside others."""
    for node in nodes(name):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def calls(name: str) -> Iterator[str]:
    """What a file calls, as it is written: ``datetime.now``."""
    for node in nodes(name):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def texts() -> list[Path]:
    """Every file that people read, but for the locks, whose lines a tool writes."""
    found = [
        path for folder in (*FOLDERS, "docs", "config", ".ci") for path in (ROOT / folder).rglob("*") if path.is_file()
    ]
    found += [
        path
        for path in ROOT.iterdir()
        if path.is_file() and path.suffix in {".md", ".toml", ""} and path.name != ".git"  # which names a path
    ]
    kept = WRITTEN | {".md", ".toml", ".json", ".xml", ".txt", ".svg", ""}
    return sorted(path for path in found if "__pycache__" not in path.parts and path.suffix in kept)


def test_every_file_is_short() -> None:
    """A file that wants to grow beyond 300 lines is split by what it is about."""
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in WRITTEN]
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in paths}
    assert {name: n for name, n in lengths.items() if n >= 300 and "/data/" not in name} == {}


def test_every_function_is_short() -> None:
    """No function is longer than 50 lines, its docstring included."""
    lengths = {f"{name}:{f.name}": (f.end_lineno or 0) - f.lineno + 1 for name in PYTHON for f in functions(name)}
    assert {name: n for name, n in lengths.items() if n > 50} == {}


def test_every_test_says_what_must_hold() -> None:
    """Every test has a docstring, and it begins with a sentence; a story may follow."""
    tests = [
        (name, f) for name in PYTHON if name.startswith("tests/") for f in functions(name) if f.name.startswith("test_")
    ]
    sentence = re.compile(r"\A[^\n]+(?:\n[^\n]+)*[.?!:](?:\n\n|\Z)")
    assert len(tests) > 500
    assert [f"{name}:{f.name}" for name, f in tests if not sentence.search(ast.get_docstring(f) or "")] == []


def test_every_file_says_what_it_is() -> None:
    """Every module begins with a docstring."""
    bare = [name for name in PYTHON if not ast.get_docstring(cast("ast.Module", nodes(name)[0]))]
    assert [name for name in bare if (ROOT / name).read_text("utf-8").strip()] == []


@pytest.mark.parametrize("name", MODULES)
def test_every_public_name_exists(name: str) -> None:
    """What a module promises in ``__all__`` can be had of it, once each, and in order."""
    module = importlib.import_module(name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    promised = getattr(module, "__all__", [])
    assert [one for one in promised if not hasattr(module, one)] == []
    assert len(set(promised)) == len(promised)


@pytest.mark.parametrize("what", UNSAID)
def test_no_file_says(what: str) -> None:
    """The project speaks of its subject, and not of how, where or by whom it was made."""
    pattern = re.compile("|".join(UNSAID[what]), re.IGNORECASE)
    said = []
    for path in texts():
        if path == Path(__file__).resolve():
            continue
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            if found := pattern.search(line):
                said.append(f"{path.relative_to(ROOT)}:{number}: {found[0]}")
    assert said == []


def test_the_clock_is_passed_in() -> None:
    """Nobody below the commands, the daemon and the web server asks what time it is, but for the clock itself."""
    asking = re.compile(
        r"^(?:datetime\.(?:datetime\.)?(?:now|utcnow|today)|(?:datetime\.)?date\.today|time\.(?:time|localtime|gmtime))$"
    )
    may = ("timeline/cli/", "timeline/web/", "ingest/daemon.py", "ingest/work.py", "store/clock.py")
    assert [f"{n}: {c}" for n in MODULES if not n.startswith(may) for c in calls(n) if asking.match(c)] == []


def test_nothing_but_the_door_opens_a_connection() -> None:
    """What the import contracts cannot see: streams of asyncio and ``urllib.request`` are used behind the door only."""
    dialling = re.compile(
        r"(?:open_connection|open_unix_connection|create_connection|create_datagram_endpoint|sock_connect|urlopen)$"
    )
    outside = [name for name in MODULES if not name.startswith("ingest/fetch/")]
    assert [f"{name}: {call}" for name in outside for call in calls(name) if dialling.search(call)] == []
    assert [
        name
        for name in outside
        if re.search(r"urllib\.request|urllib import request", (ROOT / name).read_text("utf-8"))
    ] == []


def test_errors_are_not_swallowed() -> None:
    """No handler catches everything, and none does nothing without saying why."""
    silent = []
    for name in MODULES:
        lines = (ROOT / name).read_text("utf-8").splitlines()
        for node in nodes(name):
            if isinstance(node, ast.ExceptHandler) and (node.type is None or isinstance(node.body[0], ast.Pass)):
                told = any("#" in line for line in lines[node.lineno - 1 : (node.end_lineno or node.lineno)])
                silent += [] if told and node.type is not None else [f"{name}:{node.lineno}"]
    assert silent == []


def test_there_is_one_way_to_start_it() -> None:
    """The program is the console script; no module runs as a program."""
    assert [
        name for name in MODULES if name.endswith("__main__.py") or "__name__ ==" in (ROOT / name).read_text("utf-8")
    ] == []


def test_every_dependency_is_used_and_every_use_declared() -> None:
    """What is installed with the program is imported by it, and it imports nothing that merely happens to be there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    declared = {re.split(r"[^\w-]", one)[0].replace("-", "_") for one in wanted}
    used = {alias.name for n in MODULES for node in nodes(n) if isinstance(node, ast.Import) for alias in node.names}
    used |= {node.module or "" for n in MODULES for node in nodes(n) if isinstance(node, ast.ImportFrom)}
    foreign = {name.split(".")[0] for name in used} - sys.stdlib_module_names - set(SOURCE)
    assert foreign - declared == {"sqlalchemy"}, "which sqlmodel is made of"
    assert declared - foreign == set()
