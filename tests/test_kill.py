"""kill -9 in the middle of appending: what was acknowledged is there, once, and the chain is whole.

``TIMELINE_KILLS`` sets how often (40; the measure that is promised was taken with 2,000).
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.log import Log, event_id
from tests import log_places as places
from tests.log_appender import events

KILLS = int(os.environ.get("TIMELINE_KILLS", "40"))
SIZE = 25
NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


def kill_one(url: str, name: str, root: Path, delay: float) -> int:
    """Starts an appender, kills it ``delay`` seconds after its first acknowledgement; the last batch that it told."""
    command = [sys.executable, "-m", "tests.log_appender", url, name, "1000000", str(SIZE)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        told = [writer.stdout.readline()]
        time.sleep(delay)
        writer.kill()
        told += writer.stdout.read().splitlines(keepends=True)
    return [int(line) for line in told if line.endswith("\n")][-1]


@pytest.mark.parametrize("place", places.SHARED)
def test_a_killed_writer_loses_nothing_it_acknowledged(place: str, tmp_path: Path, root: Path) -> None:
    """After each kill every acknowledged batch stands whole and once, at most one more does, and the chain verifies."""
    chance = random.Random(7)
    url = places.url(place, tmp_path)
    before = 0
    for attempt in range(KILLS):
        name = f"writer{attempt}"
        acknowledged = kill_one(url, name, root, chance.uniform(0, 0.15))
        with Log.open(url, clock=lambda: NOW) as log:
            with log.transaction():
                pass  # a server may still be busy with what the dead client had sent
            state = int((log.get("appender", name) or b"-1").decode())
            kept = [(r.position, r.event_id) for r in log.read(after=before)]
            due = [event_id(new.key) for batch in range(state + 1) for new in events(name, batch, SIZE)]
            assert kept == list(enumerate(due, before + 1)), f"kill {attempt}: not the batches that were told"
            assert state in (acknowledged, acknowledged + 1), f"kill {attempt}: lost, or never told"
            before = log.head().position
            if attempt % 10 == 0 or attempt == KILLS - 1:
                assert log.verify().problems == ()


def test_a_writer_goes_on_where_it_was_killed(tmp_path: Path, root: Path) -> None:
    """Doing the work again from the start after a kill doubles nothing and leaves no gap."""
    url = places.url("file", tmp_path)
    done = kill_one(url, "a", root, 0.05)
    command = [sys.executable, "-m", "tests.log_appender", url, "a", str(done + 5), str(SIZE)]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
    with Log.open(url, clock=lambda: NOW) as log:
        assert [r.event_id for r in log.read()] == [
            event_id(new.key) for batch in range(done + 5) for new in events("a", batch, SIZE)
        ]
        assert log.verify().ok
