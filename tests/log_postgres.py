"""A PostgreSQL of the tests' own: started when it is first asked for, on a socket in a folder, ended with the process.

Where no server is installed the tests that need one are skipped, and say so. ``TIMELINE_TEST_POSTGRES`` may name one
that is running (``postgresql://…``), in which schemas of their own are made and dropped.
"""

from __future__ import annotations

import atexit
import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import cache
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest

__all__ = ["fresh_url"]

PR_SET_PDEATHSIG = 1
_NUMBERS = count(1)


def fresh_url() -> str:
    """The URL of a schema nobody has used yet. Skips the test where there is no server."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: the log on PostgreSQL is not tested")
    server = os.environ.get("TIMELINE_TEST_POSTGRES") or _server()
    if server is None:
        pytest.skip("no PostgreSQL server is installed here: the log on PostgreSQL is not tested")
    name = f"test_{os.getpid()}_{next(_NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{server}{'&' if '?' in server else '?'}options={quote(f'-csearch_path={name}')}"


def _programs() -> Path | None:
    """The folder of initdb and postgres, the newest where there are several."""
    found = shutil.which("initdb")
    if found and Path(found).resolve().with_name("postgres").exists():
        return Path(found).resolve().parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), default=None)


@cache
def _server() -> str | None:
    programs = _programs()
    if programs is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="timeline-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    user = "nobody" if os.geteuid() == 0 else None  # the server refuses to run as root
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    data = folder / "data"
    making = [str(programs / "initdb"), "-D", str(data), "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run(making, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)
    # only the socket, no port; what is written need not outlive the machine, only the clients that are killed
    options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [str(programs / "postgres"), "-D", str(data), *options],
            user=user, cwd=folder, stdout=log, stderr=log, preexec_fn=_end_with_parent,  # noqa: PLW1509 - no threads yet
        )  # fmt: skip
    atexit.register(_stop, server)
    url = f"postgresql://tests@/postgres?host={quote(str(folder), safe='')}"
    _wait(url, server, folder / "log")
    return url


def _end_with_parent() -> None:
    """Linux ends the server with the tests, however they end."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    import psycopg

    deadline = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start: {log.read_text('utf-8', 'replace')}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGQUIT)
    server.wait(30)
