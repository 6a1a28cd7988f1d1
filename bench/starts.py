"""What it costs to start: ``timeline show`` in a pipe beside bare Python and the command lines of its peers.

CPU seconds of a whole process, medians of starts that take turns: the clock would measure what else the machine does.
The store is the one that a first ``timeline show`` makes: the starting chronology that is shipped. Byte code is kept,
as it is for installed programs: all read it from one folder that the first turn fills.
"""

from __future__ import annotations

import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

TURNS = 15
PROGRAM = str(Path(sys.executable).with_name("timeline"))
_READER = (
    "import sys, feedparser_sgmllib; sys.modules['sgmllib'] = feedparser_sgmllib; from reader._cli import cli; cli()"
)


def commands(folder: str) -> dict[str, list[str]]:
    """Name → command; the peers that are installed."""
    show = [PROGRAM, "--db", f"sqlite:///{folder}/store.sqlite", "show"]
    found = {
        "bare": [sys.executable, "-c", "pass"],
        "timeline show --since 2025": [*show, "--since", "2025"],
        "timeline show llama --type release": [*show, "llama", "--type", "release"],
        "timeline show -f ndjson (everything)": [*show, "--limit", "0", "-f", "ndjson"],
    }
    if importlib.util.find_spec("reader"):
        found["reader list feeds"] = [sys.executable, "-c", _READER, "--db", f"{folder}/reader.sqlite", "list", "feeds"]
    if importlib.util.find_spec("sqlite_utils"):
        found["sqlite-utils tables"] = [sys.executable, "-m", "sqlite_utils", "tables", f"{folder}/store.sqlite"]
    return found


def seconds(command: list[str], folder: str) -> float:
    """CPU seconds of one process. Raises SystemExit where it fails."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    env["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    out, err = process.stdout, process.stderr
    assert out is not None
    assert err is not None
    said, told = out.read(), err.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    out.close()
    err.close()
    if process.returncode:
        raise SystemExit(f"{command}: {told.decode()[-500:] or said[-500:]!r}")
    return used.ru_utime + used.ru_stime


def run() -> list[dict[str, str]]:
    """A row a command of ours, and one a peer."""
    with tempfile.TemporaryDirectory() as folder:
        asked = commands(folder)
        for command in asked.values():
            seconds(command, folder)  # makes the stores, and warms the disk cache
        turns = [{name: seconds(command, folder) for name, command in asked.items()} for _ in range(TURNS)]
    taken = {name: statistics.median(turn[name] for turn in turns) for name in asked}
    bare = taken.pop("bare")
    return [
        {
            "what": f"start of {name}",
            "ours": f"{spent * 1000:.0f} ms CPU",
            "peer": f"bare Python {bare * 1000:.0f} ms",
            "ratio": f"{spent / bare:.1f}x",
            "aim": "<= 5x bare" if name.startswith("timeline") else "(a peer)",
        }
        for name, spent in taken.items()
    ]
