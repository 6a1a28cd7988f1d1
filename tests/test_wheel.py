"""The built wheel, not the checkout: installed into an environment of its own, it has all that it needs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

SHIPPED = (
    "templates/index.html",
    "templates/move.html",
    "static/timeline.css",
    "static/timeline.js",
    "static/openapi.json",
)


def call(*command: str | Path, cwd: Path, **more: str) -> str:
    """What a command says; its own errors where it fails. The checkout is not on its path."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "TIMELINE", "COV"))} | more
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by hatchling, as a release would be."""
    folder = tmp_path_factory.mktemp("wheel")
    call(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=root)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel: Path) -> Path:
    """The console script in a fresh environment, which borrows the libraries of this one, and not its checkout."""
    home = wheel.parent / "venv"
    call(sys.executable, "-m", "venv", "--without-pip", home, cwd=wheel.parent)
    python = home / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index")
    call(*pip, "--disable-pip-version-check", "--no-warn-script-location", wheel, cwd=wheel.parent)
    (site,) = (home / "lib").glob("python*/site-packages")
    # A path in a .pth file is searched, but its own .pth files (an editable install) are not read.
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    assert str(home) in call(python, "-c", "import store, timeline; print(timeline.__file__)", cwd=wheel.parent)
    return home / "bin" / "timeline"


@contextmanager
def served(program: Path, store: str, cwd: Path) -> Iterator[str]:
    """The web server of the installed program, and its address."""
    command = [str(program), "--db", store, "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().split()[-1]
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(10)


def test_the_wheel_carries_what_is_not_python(wheel: Path) -> None:
    """Templates, stylesheet, script, configuration and licence are inside; tests and benches are not."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {f"timeline/web/{name}" for name in SHIPPED} <= set(names)
    assert {f"timeline/config/{name}.toml" for name in ("sources", "lexicon", "chronicle")} <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"store", "ingest", "timeline"}


def test_the_installed_program_names_its_version(program: Path, tmp_path: Path) -> None:
    """The version of the distribution is the version that the program tells."""
    assert call(program, "--version", cwd=tmp_path).split() == ["timeline", "0.1.0"]


def test_the_installed_program_finds_its_configuration(program: Path, tmp_path: Path) -> None:
    """A new installation answers from the starting chronology before it has fetched anything."""
    store = f"sqlite:///{tmp_path}/store.sqlite"
    lines = call(program, "--db", store, "show", "--since", "2013", "--limit", "0", cwd=tmp_path).splitlines()
    assert len(lines) >= 150
    first = call("sh", "-c", f"'{program}' --db '{store}' show --since 2013 | head -1", cwd=tmp_path)
    assert first.splitlines() == lines[:1]
    assert "meta-newsroom" in call(program, "--db", store, "sources", cwd=tmp_path)


def test_the_installed_program_serves_its_pages(program: Path, tmp_path: Path) -> None:
    """The page, its stylesheet and the feed are served from the installed files."""
    with served(program, f"sqlite:///{tmp_path}/store.sqlite", tmp_path) as address:
        for path, said in {
            "/": "<!doctype html>",
            "/static/timeline.css": "color",
            "/feed.json": "jsonfeed.org",
        }.items():
            with urlopen(address + path, timeout=20) as answer:
                assert said in answer.read().decode().lower()
