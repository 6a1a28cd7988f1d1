"""The program as a process of its own: environment, pipes, interrupts, following, read-only media, a light start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli_place import PROGRAM, Place, small

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "httpx", "apscheduler", "rich", "click", "lxml", "starlette", "ingest"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Four moves of two publishers, one of them disputed."""
    return small(tmp_path_factory.mktemp("place"))


def test_the_environment_names_store_and_configuration(place: Place) -> None:
    """TIMELINE_DB and TIMELINE_CONFIG do what --db and --config do; the options win."""
    env = os.environ | {"TIMELINE_DB": place.db, "TIMELINE_CONFIG": str(place.config)}
    plain = subprocess.run([PROGRAM, "show"], env=env, capture_output=True, text=True, check=True)
    assert plain.stdout == place.ok("show").out
    other = f"sqlite:///{place.folder}/another.sqlite"
    fresh = subprocess.run([PROGRAM, "show", "--db", other], env=env, capture_output=True, text=True, check=True)
    assert fresh.stdout == ""


def test_the_default_store_is_in_the_user_data_directory(place: Place, tmp_path: Path) -> None:
    """XDG_DATA_HOME/timeline/timeline.sqlite; a new store begins with the starting chronology of the configuration."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("TIMELINE_")} | {"XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run([PROGRAM, "show", "-f", "tsv"], env=env, capture_output=True, text=True, check=True)
    assert (tmp_path / "timeline" / "timeline.sqlite").exists()
    assert len(done.stdout.splitlines()) > 100


def test_a_closed_pipe_is_silent(tmp_path: Path) -> None:
    """`| head -1` ends cleanly, with nothing on stderr, while there is far more to print than a pipe holds."""
    here = Place.made(tmp_path)
    (here.config / "chronicle.toml").write_bytes((Path(__file__).parents[1] / "config/chronicle.toml").read_bytes())
    here.ok("show", "--limit", "1")
    for style in ("ndjson", "tsv", "html"):
        reader = here.process("show", "-f", style)
        assert reader.stdout
        assert reader.stderr
        reader.stdout.readline()
        reader.stdout.close()
        assert reader.stderr.read() == ""
        assert reader.wait(10) == 0
        reader.stderr.close()


def test_a_closed_standard_output_is_no_fault(place: Place) -> None:
    """As in `timeline show >&-`."""
    words = " ".join((PROGRAM, *place.argv("show")))
    done = subprocess.run(["/bin/sh", "-c", f"{words} >&-"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_interrupt_is_130_without_a_traceback(place: Place) -> None:
    """Ctrl-C during `log --follow` ends it at once."""
    follower = place.process("log", "--follow")
    assert follower.stdout
    follower.stdout.readline()
    follower.send_signal(signal.SIGINT)
    _, err = follower.communicate(timeout=10)
    assert (follower.returncode, err) == (130, "")


def test_follow_goes_on_with_what_is_recorded(tmp_path: Path) -> None:
    """`show --follow` prints each new move once, within seconds of its being recorded by another process."""
    here = Place.made(tmp_path)
    first = "---\ndate: 2023-02-25\n---\nMeta has released LLaMA on February 24, 2023.\n"
    second = "---\ndate: 2025-04-06\n---\nMeta has released Llama 4 Scout on April 5, 2025.\n"
    here.ok("ingest", here.file("first.md", first))
    follower = here.process("show", "--follow")
    assert follower.stdout
    assert "LLaMA" in follower.stdout.readline()
    here.ok("ingest", here.file("second.md", second))
    assert "Scout" in follower.stdout.readline()
    time.sleep(1.5)
    follower.send_signal(signal.SIGINT)
    rest, err = follower.communicate(timeout=10)
    assert (rest, err) == ("", "")


@pytest.mark.parametrize("words", ["show", "log", "export -", "disputes"])
def test_a_store_that_cannot_be_written_is_still_shown(place: Place, words: str) -> None:
    """Read-only media: chronology and log are shown as they were left."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "store.sqlite").write_bytes((place.folder / "store.sqlite").read_bytes())
        (folder / "store.sqlite").chmod(0o444)
        folder.chmod(0o555)
        whole = place.ok(*words.split())  # and all that is imported for it
        with _nobody():
            done = place.run("--db", f"sqlite:///{folder}/store.sqlite", *words.split())
        folder.chmod(0o755)
    assert done.code == 0, done.err
    assert done.out.replace(str(folder), str(place.folder)) == whole.out


@contextmanager
def _nobody() -> Iterator[None]:
    """The superuser may write everywhere: for that one the block runs as nobody."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(me)


@pytest.mark.parametrize(
    "command",
    [["show"], ["show", "--since", "2025", "-f", "ndjson"], ["why"], ["disputes"], ["log"], ["diff", "2024", "2026"]],
)
def test_reading_starts_light(place: Place, command: list[str]) -> None:
    """In a pipe no reading command imports what only writing, serving or terminals need."""
    words = [*command, place.moves("scout")[0]["id"]] if command == ["why"] else command
    code = (
        "import sys; from timeline.cli import main; code = main(sys.argv[1:]); "
        "sys.stderr.write(' '.join(m for m in sys.modules)); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *place.argv(*words)], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "timeline" in loaded
    assert done.stdout
    assert sorted(HEAVY & {name.partition(".")[0] for name in loaded}) == []
    if command != ["log"]:  # nothing to fold: the log is not even opened
        assert sorted(loaded & {"store.log", "timeline.project", "inspect", "typing_extensions"}) == []
    if command[0] == "show":  # a tenth of its start
        assert sorted(loaded & {"pathlib", "urllib.parse", "calendar"}) == []
