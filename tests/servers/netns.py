"""A network namespace of our own: only loopback, on which foreign addresses can be our own servers.

``alone("module:function")`` runs an async function there, in a process of its own, and answers what it returned. No
packet can leave, so that a rule that is broken shows as a connection to one of our servers and not as an attack.
"""

from __future__ import annotations

import asyncio
import ctypes
import fcntl
import importlib
import json
import os
import socket
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

__all__ = ["alone"]

NOT_ALLOWED = 77
NEWUSER, NEWNET = 0x10000000, 0x40000000
GET_FLAGS, SET_FLAGS, SET_ADDRESS, UP = 0x8913, 0x8914, 0x8916, 0x1


def alone(scenario: str, *addresses: str) -> Any:
    """What the scenario returned, as JSON has it; loopback holds ``addresses`` too. Skips where that is not allowed."""
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-m", "tests.servers.netns", scenario, *addresses]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode == NOT_ALLOWED:
        pytest.skip(f"no network namespace of its own: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _enter(addresses: list[str]) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    wanted = NEWNET if os.geteuid() == 0 else NEWNET | NEWUSER
    if libc.unshare(wanted) != 0:
        raise PermissionError(os.strerror(ctypes.get_errno()))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        for number, address in enumerate(["", *addresses]):
            name = (f"lo:{number}" if address else "lo").encode()
            if address:
                request = struct.pack("16sHH4s8x", name, socket.AF_INET, 0, socket.inet_aton(address))
                fcntl.ioctl(control, SET_ADDRESS, request)
            (flags,) = struct.unpack_from("H", fcntl.ioctl(control, GET_FLAGS, struct.pack("16sH22x", name, 0)), 16)
            fcntl.ioctl(control, SET_FLAGS, struct.pack("16sH22x", name, flags | UP))


def main() -> None:
    """Enters the namespace, runs the scenario, prints what it returned."""
    scenario, *addresses = sys.argv[1:]
    try:
        _enter(addresses)
    except OSError as error:
        sys.stderr.write(str(error))
        raise SystemExit(NOT_ALLOWED) from None
    module, function = scenario.split(":")
    sys.stdout.write(json.dumps(asyncio.run(getattr(importlib.import_module(module), function)())))


if __name__ == "__main__":
    main()
