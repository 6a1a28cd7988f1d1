"""The daemon as a process: it listens, serves, follows its configuration, and leaves when it is told to."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli_place import AMD, LLAMA, SCOUT, Place, atom, conditional, listening_to, loopback, source
from tests.servers.http import Server, hold_open, reply
from tests.servers.netns import alone

NOTE = "---\ndate: 2025-04-06\n---\nMeta has released Llama 4 Scout on April 5, 2025.\n"

ENTRY = """[[entry]]
id = "lab"
title = "Meta opens a lab"
type = "people"
object = "the lab"
actors = ["Meta"]
date = "2025-03"
status = "announced"
citations = [{ url = "https://lab.example/", publisher = "Lab", published = "2025-03-04" }]
"""


@dataclass
class Running:
    """A daemon: its process, the address it printed, and what it tells on stderr."""

    process: subprocess.Popen[str]
    address: str
    journal: Path

    def get(self, path: str) -> httpx.Response:
        """An answer of its server."""
        return httpx.get(self.address + path, timeout=10, trust_env=False)

    def told(self) -> list[dict[str, Any]]:
        """Its journal so far."""
        return [json.loads(line) for line in self.journal.read_text(encoding="utf-8").splitlines()]

    def ended(self, number: int = signal.SIGTERM) -> float:
        """Seconds from a signal to its end, which is a good one."""
        begun = time.monotonic()
        self.process.send_signal(number)
        assert self.process.wait(10) == 0
        return time.monotonic() - begun


@contextmanager
def running(place: Place, *words: str, command: str = "run") -> Iterator[Running]:
    """Until the block ends, or the test has ended it."""
    journal = place.folder / f"journal-{command}"
    with journal.open("w", encoding="utf-8") as err:
        process = place.process(command, "--port", "0", *words, stderr=err)
        try:
            assert process.stdout
            line = process.stdout.readline()
            assert line.startswith("timeline listens on http://127.0.0.1:"), journal.read_text(encoding="utf-8")
            yield Running(process, line.split()[-1], journal)
        finally:
            process.kill()
            process.communicate()


def until(true: Callable[[], Any], seconds: float = 10) -> float:
    """Waits for something to become true; answers how long that took."""
    begun = time.monotonic()
    while not true():
        assert time.monotonic() - begun < seconds, "it did not happen in time"
        time.sleep(0.05)
    return time.monotonic() - begun


@pytest.fixture
def server() -> Iterator[Server]:
    """A feed, and a source that never ends its answer."""
    routes = {
        "/north": conditional(atom(SCOUT, LLAMA, title="North"), '"n1"'),
        "/south": conditional(atom(AMD, title="South"), '"s1"'),
        "/slow": hold_open(b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n<feed>"),
        "/robots.txt": reply(status=404),
    }
    with loopback(routes) as here:
        yield here


@pytest.fixture
def place(tmp_path: Path, server: Server) -> Place:
    """Listens to one feed."""
    return Place.made(tmp_path / "place", listening_to(server, source("north", server, "/north")))


def test_it_asks_what_is_due_and_serves_it(place: Place, server: Server) -> None:
    """The page and the feed answer at once, the moves of a source that was due appear, and it is asked only once."""
    with running(place) as daemon:
        assert daemon.get("/").status_code == 200
        assert daemon.get("/livez").status_code == daemon.get("/readyz").status_code == 200
        until(lambda: len(daemon.get("/feed.json").json()["items"]) == 2)
        assert "Scout" in daemon.get("/").text
        time.sleep(0.5)
        assert [seen.path for seen in server.seen].count("/north") == 1
        (told,) = [one for one in daemon.told() if one.get("source") == "north"]
        assert (told["level"], told["outcome"], told["new"], told["claims"]) == ("info", "new", 2, 2)


def test_status_names_the_daemon_while_it_runs(place: Place) -> None:
    """Its process id, for people and programs; none after its end."""
    with running(place) as daemon:
        assert json.loads(place.ok("status", "-f", "json").out)["daemon"] == daemon.process.pid
        assert f"running (process {daemon.process.pid})" in place.ok("status").out
        daemon.ended()
    assert json.loads(place.ok("status", "-f", "json").out)["daemon"] is None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_told_also_with_an_open_stream_and_a_source_under_way(
    place: Place, server: Server, number: int
) -> None:
    """Within three seconds; the stream ends, and nothing of the half answer is in the log."""
    place.listens_to(listening_to(server, source("slow", server, "/slow")))
    with running(place) as daemon, httpx.Client(trust_env=False, timeout=10) as client:
        until(lambda: "/slow" in [seen.path for seen in server.seen])
        with client.stream("GET", daemon.address + "/stream") as stream:
            assert stream.status_code == 200
            assert daemon.ended(number) < 3
            stream.read()
        assert daemon.told()[-1]["message"] == "stopped"
    assert "Traceback" not in daemon.journal.read_text(encoding="utf-8")
    place.ok("verify")
    assert {event["type"] for event in place.ok("log").records} == {"SourceAdded"}


def test_a_broken_configuration_is_not_taken_over(place: Place, server: Server) -> None:
    """SIGHUP: the old one stays and the mistake is told; a good one is told by its differences and used."""
    good = (place.config / "sources.toml").read_text(encoding="utf-8")
    with running(place) as daemon:
        until(lambda: any(one.get("source") == "north" for one in daemon.told()))
        place.listens_to(good + "[[source]]\nname = 7\n")
        daemon.process.send_signal(signal.SIGHUP)
        until(lambda: any("not taken over" in one["message"] for one in daemon.told()))
        (told,) = [one for one in daemon.told() if "not taken over" in one["message"]]
        assert told["level"] == "warning"
        assert "sources.toml" in told["message"]
        assert daemon.get("/feed.json").status_code == 200
        place.listens_to(good.replace("spacing_seconds = 0", "spacing_seconds = 0\nmax_bytes = 1000000")
                         + source("south", server, "/south"))  # fmt: skip
        daemon.process.send_signal(signal.SIGHUP)
        until(lambda: any(one.get("source") == "south" for one in daemon.told()), 15)
        messages = [one["message"] for one in daemon.told()]
        assert "south: added" in messages
        assert "fetch: max_bytes 15000000 → 1000000" in messages
        until(lambda: len(daemon.get("/feed.json").json()["items"]) == 3)


def test_a_second_daemon_is_refused_and_nobody_else(place: Place) -> None:
    """It exits 1 and names the process that holds the store; readers and writers go on beside the daemon."""
    with running(place) as daemon:
        second = place.process("run", "--port", "0")
        out, err = second.communicate(timeout=20)
        assert (second.returncode, out) == (1, "")
        assert str(daemon.process.pid) in err
        assert err.count("\n") == 1
        place.ok("show")
        place.ok("ingest", place.file("note.md", NOTE))
        place.ok("fetch", "--force")


def test_the_read_model_may_be_rebuilt_beside_it(place: Place) -> None:
    """Rebuild and verify go on while it runs; it serves what is appended after them."""
    with running(place) as daemon:
        until(lambda: len(daemon.get("/feed.json").json()["items"]) == 2)
        assert "the same as before" in place.ok("rebuild").out
        place.ok("verify")
        place.ok("ingest", place.file("amd.md", f"---\ndate: 2026-02-24\n---\n{AMD[3]}\n"))
        until(lambda: len(daemon.get("/feed.json").json()["items"]) == 3)
        place.ok("verify")
        assert [one["message"] for one in daemon.told() if one["level"] != "info"] == []


def test_serve_is_the_server_alone(place: Place, server: Server) -> None:
    """It serves what others append, asks nobody, goes beside a daemon, and ends when it is told to."""
    with running(place, command="serve") as alone_, running(place) as daemon:
        until(lambda: len(alone_.get("/feed.json").json()["items"]) == 2)
        assert alone_.ended() < 3
        assert daemon.get("/livez").status_code == 200


@pytest.mark.parametrize("words", [("fetch",), ("backfill", "slow", "--since", "2024")])
def test_an_interrupt_ends_what_waits_for_the_network(place: Place, server: Server, words: tuple[str, ...]) -> None:
    """At once, with 130 and without a word."""
    place.listens_to(listening_to(server, source("slow", server, "/slow")))
    waiting = place.process(*words)
    until(lambda: "/slow" in [seen.path for seen in server.seen])
    waiting.send_signal(signal.SIGINT)
    assert (*waiting.communicate(timeout=3), waiting.returncode) == ("", "", 130)


def test_a_port_that_is_taken_is_told(place: Place, server: Server) -> None:
    """One line, exit 2, no daemon."""
    done = place.process("run", "--port", str(server.port))
    _, err = done.communicate(timeout=20)
    assert done.returncode == 2
    assert str(server.port) in err
    assert "Traceback" not in err


def test_what_others_append_is_served_within_two_seconds(place: Place, server: Server) -> None:
    """Posts of another process appear in the feed and on an open stream."""
    place.listens_to(listening_to(server))
    with running(place) as daemon, httpx.Client(trust_env=False, timeout=10) as client:
        with client.stream("GET", daemon.address + "/stream") as stream:
            lines = stream.iter_lines()
            next(lines)
            place.ok("ingest", place.file("note.md", NOTE))
            assert until(lambda: len(daemon.get("/feed.json").json()["items"]) == 1, 5) < 2
            assert next(line for line in lines if "Scout" in line).startswith("data:")
        assert daemon.ended() < 3


def test_the_server_alone_begins_a_new_store_with_the_starting_chronology(tmp_path: Path) -> None:
    """As every other command does: what is configured is there before anything was fetched."""
    place = Place.made(tmp_path)
    (place.config / "chronicle.toml").write_text(ENTRY, encoding="utf-8")
    with running(place, command="serve") as alone_:
        assert [item["title"] for item in alone_.get("/feed.json").json()["items"]] == ["Meta opens a lab"]


def test_once_is_one_pass_over_what_is_due(place: Place, server: Server) -> None:
    """`run --once` tells the outcomes and ends; the second time nobody is due."""
    assert "1 source: 0 failed, 2 new posts" in place.ok("run", "--once").out
    assert "0 sources" in place.ok("run", "--once").out
    assert [seen.path for seen in server.seen].count("/north") == 1


def _wait_for(server: Server, number: int, process: subprocess.Popen[str]) -> None:
    """Until so many requests came, or the process has ended."""
    until(lambda: len(server.seen) > number or process.poll() is not None)


def test_what_was_acknowledged_survives_being_killed(place: Place) -> None:
    """Kill -9 in the middle of a pass over many sources, several times: nothing lost, nothing doubled, it goes on."""
    posts = [(f"https://n{n}.example/a", "2025-04-06", f"Part {n}", f"Words of part {n}.") for n in range(40)]
    routes = {f"/n{n}": conditional(atom(post, title=f"N{n}"), f'"{n}"') for n, post in enumerate(posts)}
    with loopback(routes | {"/robots.txt": reply(status=404)}) as here:
        place.listens_to(listening_to(here, *(source(f"n{n}", here, f"/n{n}") for n in range(40))))
        lasting: list[str] = []
        for wait in (0.0, 0.05, 0.1):
            asked = len(here.seen)
            fetching = place.process("fetch", "--due")
            _wait_for(here, asked + 5, fetching)
            time.sleep(wait)
            fetching.kill()
            fetching.communicate()
            log = place.ok("log").out.splitlines()
            assert log[: len(lasting)] == lasting
            lasting = log
        place.ok("fetch", "--force")
    seen = [e["data"]["title"] for e in place.ok("log", "--type", "PostObserved").records]
    assert sorted(seen) == sorted(post[2] for post in posts)
    place.ok("verify")


@pytest.mark.netns
def test_without_a_route_it_stays_up_and_says_why() -> None:
    """Of every source: what happened, when it is tried next, and why then."""
    status = alone("tests.daemon_alone:offline")
    assert (status["up"], status["page"], status["daemon"]) == (True, 200, status["pid"])
    listened = [one for one in status["sources"] if one["state"] != "disabled"]
    assert len(listened) > 8
    for one in listened:
        assert one["state"] == "failing"
        assert one["what"]
        assert one["next"] > one["asked"]
        assert "back-off" in one["reason"]
