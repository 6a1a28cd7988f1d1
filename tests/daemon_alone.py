"""The daemon with the configuration that is shipped, where there is no route to anywhere (``tests.servers.netns``)."""

from __future__ import annotations

import asyncio
import json
import subprocess
import tempfile
import time
from typing import Any

import httpx

from tests.cli_place import PROGRAM, ROOT

__all__ = ["offline"]


async def offline() -> dict[str, Any]:
    """Its status once every source was asked, and whether it is up and serves."""
    return await asyncio.to_thread(_offline)


def _offline() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        argv = [PROGRAM, "--db", f"sqlite:///{folder}/store.sqlite", "--config", str(ROOT / "config")]
        daemon = subprocess.Popen([*argv, "run", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            assert daemon.stdout
            address = daemon.stdout.readline().decode().split()[-1]
            status = _asked(argv)
            page = httpx.get(f"{address}/feed.json", trust_env=False)
            return {**status, "up": daemon.poll() is None, "page": page.status_code, "pid": daemon.pid}
        finally:
            daemon.kill()
            daemon.communicate()


def _asked(argv: list[str]) -> dict[str, Any]:
    """The status, when every source was asked or 30 seconds are over."""
    begun, status = time.monotonic(), dict[str, Any]()
    while time.monotonic() - begun < 30:
        told = subprocess.run([*argv, "status", "-f", "json"], capture_output=True, check=True)
        status = json.loads(told.stdout)
        if all(one["asked"] for one in status["sources"] if one["state"] != "disabled"):
            break
    return status
