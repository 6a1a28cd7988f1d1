"""The application under a real server on loopback: event streams, leaving in time, readers beside a writer."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.web_store import Store, claim, small
from timeline.web.server import Server, make_server


@contextmanager
def served(store: Store) -> Iterator[tuple[Server, str, threading.Thread]]:
    """A server on a free port, in a thread; stopped at the end at the latest."""
    server = make_server(store.app(home=None), port=0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield server, f"http://127.0.0.1:{port}", thread
    finally:
        server.should_exit = True
        thread.join(20)
        assert not thread.is_alive()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The small chronology."""
    made = small(tmp_path)
    yield made
    made.close()


def events(lines: Iterator[str]) -> Iterator[tuple[str, str, dict[str, object]]]:
    """(id, event, data) of a stream."""
    told: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if line == "" and "data" in told:
            yield told.get("id", ""), told["event"], json.loads(told["data"])
        told = {} if line == "" else {**told, name: value}


def test_what_is_recorded_while_a_page_is_open_comes_down_its_stream(store: Store) -> None:
    """A change that another connection commits is told within two seconds, with its log position as the id."""
    with served(store) as (_, address, _), httpx.stream("GET", f"{address}/stream", timeout=20) as stream:
        told = events(stream.iter_lines())
        started = time.monotonic()
        store.post("g", "axios.example.com", "2026-11-20", claim("Avocado", "2026-11-19"))
        position, event, data = next(told)
        assert time.monotonic() - started < 2
        assert (position, event) == (str(store.log.head().position), "change")
        assert data["move"]["object"] == "Avocado"  # type: ignore[index]
        assert data["move"]["url"].startswith(address)  # type: ignore[index]


@pytest.mark.parametrize("header", [True, False])
def test_a_reader_that_comes_back_is_told_what_it_missed(store: Store, header: bool) -> None:
    """Last-Event-ID and ?after= both give every change after that position, oldest first, then the head."""
    headers = {"last-event-id": "4"} if header else {}
    query = "" if header else "?after=4"
    with served(store) as (_, address, _):  # noqa: SIM117 - the server outlives the stream
        with httpx.stream("GET", f"{address}/stream{query}", headers=headers, timeout=20) as stream:
            found = []
            for one in events(stream.iter_lines()):
                found.append(one)
                if one[1] == "head":
                    break
    positions = [int(position) for position, _, _ in found if position]
    assert positions == sorted(positions)
    assert positions[0] == 6
    assert positions[-1] == store.log.head().position
    assert found[-1][2]["hash"] == store.log.head().hash
    assert [event for _, event, _ in found[:-1]] == ["change"] * 6


def test_a_position_is_told_as_the_id_with_the_last_change_it_made(store: Store) -> None:
    """A reader cut off between two changes of one event comes back for both: an id says that all up to it was told."""
    after = store.log.head().position
    store.post("h", "axios.example.com", "2026-11-20", claim("Avocado", "2026-11-19"), claim("Papaya", "2026-11-18"))
    with (
        served(store) as (_, address, _),
        httpx.stream("GET", f"{address}/stream?after={after}", timeout=20) as stream,
    ):
        told = events(stream.iter_lines())
        assert [next(told)[:2] for _ in range(3)] == [
            ("", "change"),
            (str(after + 2), "change"),
            (str(after + 2), "head"),
        ]


def test_an_open_stream_does_not_keep_the_server_from_leaving(store: Store) -> None:
    """With a stream open the server is gone in less than three seconds after it was asked to leave."""
    with served(store) as (server, address, thread), httpx.stream("GET", f"{address}/stream", timeout=20) as stream:
        lines = stream.iter_lines()
        next(lines)
        started = time.monotonic()
        server.should_exit = True
        for _ in lines:
            pass  # until the server ends it
        thread.join(10)
        assert time.monotonic() - started < 3


def test_readers_are_answered_while_another_connection_writes(store: Store) -> None:
    """Every answer asked for during forty commits is whole, and its head goes only forward."""
    stop = threading.Event()
    seen: list[int] = []
    failed: list[str] = []

    def read(address: str) -> None:
        with httpx.Client(timeout=20) as client:
            while not stop.is_set():
                answer = client.get(f"{address}/feed.json")
                if answer.status_code != 200:
                    failed.append(answer.text)
                    return
                feed = answer.json()
                seen.append(feed["_timeline"]["position"])
                if len(feed["items"]) != feed["_timeline"]["matched"]:
                    failed.append("a feed of two moments")

    with served(store) as (_, address, _):
        thread = threading.Thread(target=read, args=(address,))
        thread.start()
        for number in range(40):
            store.post(f"w{number}", "axios.example.com", "2026-11-20", claim(f"Thing {number}", "2026-11-19"))
        stop.set()
        thread.join()
    assert failed == []
    assert seen == sorted(seen)
    assert len(set(seen)) > 1
