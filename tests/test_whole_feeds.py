"""Every captured feed through the whole line: served on loopback, fetched, fetched again, verified, rebuilt."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli_place import Place, conditional, listening_to, loopback, source
from tests.servers.http import Server, reply

pytestmark = pytest.mark.corpus


@dataclass(frozen=True)
class Passed:
    """What one pass over all of them left."""

    place: Place
    server: Server
    outcomes: dict[str, dict[str, Any]]
    err: str
    log: str


@pytest.fixture(scope="module")
def passed(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Passed]:
    """The first pass."""
    files = sorted(path for kind in ("good", "odd") for path in (shared / "feeds" / kind).iterdir() if path.is_file())
    routes = {"/robots.txt": reply(status=404)}
    for path in files:
        body = path.read_bytes()
        routes[f"/{path.parent.name}/{path.name}"] = conditional(body, f'"{hashlib.sha256(body).hexdigest()[:12]}"')
    with loopback(routes) as server:
        tables = [source(f"{p.parent.name}-{n}", server, f"/{p.parent.name}/{p.name}") for n, p in enumerate(files)]
        place = Place.made(tmp_path_factory.mktemp("feeds"), listening_to(server, *tables))
        done = place.run("fetch", "-f", "ndjson")
        assert done.code == 4
        yield Passed(place, server, {one["source"]: one for one in done.records}, done.err, place.ok("log").out)


def test_every_source_has_its_outcome(passed: Passed, shared: Path) -> None:
    """One line a source, none left out, no traceback."""
    files = sum(path.is_file() for kind in ("good", "odd") for path in (shared / "feeds" / kind).iterdir())
    assert len(passed.outcomes) == files > 150
    assert "Traceback" not in passed.err
    assert "fault" not in str(passed.outcomes.values())


def test_good_feeds_are_read(passed: Passed) -> None:
    """None of the feeds that were well when they were captured fails."""
    failed = {
        name: one["why"] for name, one in passed.outcomes.items() if one["outcome"] == "failed" and "good" in name
    }
    assert failed == {}


def test_failures_name_their_source_and_reason(passed: Passed) -> None:
    """Each failure says in words what is wrong with what came from which address."""
    failed = [one for one in passed.outcomes.values() if one["outcome"] == "failed"]
    assert all(passed.server.key in one["why"] and len(one["why"].split()) > 2 for one in failed)
    assert all(one["next"] and one["reason"] for one in passed.outcomes.values())


def test_asked_again_they_answer_304_and_nothing_is_appended(passed: Passed) -> None:
    """Also those whose body could not be read: their validators are kept only with what was kept of them."""
    again = {one["source"]: one for one in passed.place.run("fetch", "--force", "-f", "ndjson").records}
    for name, one in passed.outcomes.items():
        if one["outcome"] == "failed":
            assert again[name]["outcome"] == "failed"
        else:
            assert (name, again[name]["status"]) == (name, 304)
    assert passed.place.ok("log").out == passed.log


def test_the_log_is_whole_and_folds_to_the_same(passed: Passed) -> None:
    """The chain verifies, and the read model folded afresh has the digest of the one that caught up."""
    assert "chain whole" in passed.place.ok("verify").out
    assert "the same as before" in passed.place.ok("rebuild").out
    assert len(passed.place.moves()) > 20
