"""Keeping the store on the command line: reextract, export, import, rebuild, verify, doctor; what touches no store."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli_place import LLAMA, SCOUT, Place, small
from timeline.cli import status


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Four moves of two publishers, one of them disputed."""
    return small(tmp_path)


def edited(place: Place, sql: str) -> None:
    """Somebody writes into the store behind the program's back."""
    connection = sqlite3.connect(place.folder / "store.sqlite")
    with connection:
        assert connection.execute(sql).rowcount > 0
    connection.close()


def test_an_export_is_the_whole_log(place: Place) -> None:
    """Into another store it brings the same events, hashes and chronology; exported from there it is the same file."""
    place.ok("amend", place.moves("scout")[0]["id"], "--title", "Scout", "--by", "ann", "--why", "shorter")
    backup = place.folder / "backup.ndjson"
    place.ok("export", str(backup))
    other = Place.made(place.folder / "other")
    other.ok("import", str(backup))
    assert other.ok("log").out == place.ok("log").out
    assert other.moves() == place.moves()
    assert other.ok("export", "-").out == backup.read_text(encoding="utf-8")
    other.ok("verify")
    position = other.position()
    other.ok("ingest", place.file("again.md", (place.folder / "scout.md").read_bytes()))
    assert other.position() == position, "a post that came with the import was not recognised"


def test_an_import_from_standard_input(place: Place) -> None:
    """- stands for it."""
    text = place.ok("export", "-").out
    other = Place.made(place.folder / "other")
    assert other.run("import", "-", stdin=text.encode()).code == 0
    assert other.moves() == place.moves()


def test_an_export_goes_over_no_file_that_is_there(place: Place) -> None:
    """The file is named and left alone; exit 1."""
    backup = place.folder / "backup.ndjson"
    backup.write_text("precious", encoding="utf-8")
    done = place.run("export", str(backup))
    assert done.code == 1
    assert "backup.ndjson" in done.err
    assert backup.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(
    ("was", "put", "named"),
    [("Scout on", "Scoot on", "hash"), ('"position":3', '"position":4', "position"), ("{", "?", "3")],
)
def test_a_damaged_export_is_not_taken_in(place: Place, was: str, put: str, named: str) -> None:
    """One changed word is found by the chain; the line is told and nothing of the file stays in the store."""
    lines = place.ok("export", "-").out.splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if was in line and i >= 1)
    lines[at] = lines[at].replace(was, put, 1)
    other = Place.made(place.folder / "other")
    done = other.run("import", other.file("damaged.ndjson", "".join(lines)))
    assert done.code == 1
    assert str(at) in done.err or str(at + 1) in done.err or named in done.err
    assert "Traceback" not in done.err
    assert other.position() == 0


def test_an_import_wants_an_empty_store(place: Place) -> None:
    """Into a store with events it is refused, and those stay."""
    backup = place.file("backup.ndjson", place.ok("export", "-").out)
    other = Place.made(place.folder / "other")
    other.ok("ingest", other.file("a.txt", "Llama\n\n" + LLAMA[3]))
    position = other.position()
    assert other.run("import", backup).code == 1
    assert other.position() == position
    assert other.run("import", str(place.folder / "missing.ndjson")).code == 1


@pytest.mark.parametrize("data", ["CAST(replace(data, 'Scout', 'Scoot') AS BLOB)", "CAST(data AS TEXT)"])
def test_verify_finds_a_changed_event(place: Place, data: str) -> None:
    """One altered payload breaks the chain: exit 1, the position is told."""
    edited(place, f"UPDATE log SET data = {data} WHERE position = 1")
    done = place.run("verify")
    assert done.code == 1
    assert "1" in done.err
    assert "Traceback" not in done.err
    assert place.run("doctor").code == 1


def test_verify_finds_a_changed_read_model_and_rebuild_mends_it(place: Place) -> None:
    """The rows are compared with a fold of the log; a rebuild puts them right."""
    edited(place, "UPDATE rm_move SET lo = '1999-01-01'")
    assert place.run("verify").code == 1
    assert "not the same as before" in place.ok("rebuild").out
    place.ok("verify")


def test_reextract_appends_only_what_differs(place: Place) -> None:
    """Another lexicon reads another set of claims: counted first, then appended; the same one again appends nothing."""
    assert place.ok("reextract", "-y").out.startswith("0 posts read differently")
    words = place.config / "lexicon.toml"
    words.write_text(
        words.read_text(encoding="utf-8").replace('names = ["llama"]', 'names = ["camel"]'), encoding="utf-8"
    )
    position, before = place.position(), len(place.moves())
    assert "vanish" in place.ok("reextract", "--dry-run").out
    assert place.position() == position
    place.ok("reextract", "-y")
    assert len(place.moves()) < before
    assert {e["type"] for e in place.ok("log", "--after", str(position)).records} == {"ClaimsExtracted"}
    position = place.position()
    place.ok("reextract", "-y")
    assert place.position() == position


def test_doctor_finds_nothing_wrong_with_what_is_right(place: Place) -> None:
    """Exit 0, and every line says ok."""
    assert {line.split()[0] for line in place.ok("doctor").out.splitlines()} == {"ok"}
    assert all(one["level"] == "ok" for one in json.loads(place.ok("doctor", "-f", "json").out))


def test_doctor_names_what_is_wrong_and_how_to_mend_it(place: Place) -> None:
    """A configuration with a mistake: its file and line, exit 1."""
    place.listens_to("[[source]]\nname = 3\n")
    done = place.run("doctor")
    assert done.code == 1
    assert "sources.toml" in done.out
    assert "→" in done.out


def test_extract_reads_posts_and_touches_no_store(place: Place) -> None:
    """A line out for a line in, in order; with a bad line its number is told and exit is 4."""
    lines = [
        json.dumps({"id": f"p{n}", "title": post[2], "text": post[3], "published": post[1]})
        for n, post in enumerate((SCOUT, LLAMA))
    ]
    here = Place.made(place.folder / "nowhere")
    done = here.run("extract", stdin="\n".join([*lines, "{}", ""]).encode())
    assert done.code == 4
    assert [record["id"] for record in done.records] == ["p0", "p1"]
    assert [move["date"] for record in done.records for move in record["moves"]] == ["2025-04-05", "2023-02-24"]
    assert all(m["evidence"] in p[3] for r, p in zip(done.records, (SCOUT, LLAMA), strict=True) for m in r["moves"])
    assert "standard input:3" in done.err
    assert not (here.folder / "store.sqlite").exists()
    whole = here.ok("extract", here.file("posts.jsonl", "\n".join(lines)))
    assert whole.out == done.out
    assert here.ok("extract", "--jobs", "2", str(here.folder / "posts.jsonl")).out == done.out
    assert "Scout" in here.ok("extract", "--explain", str(here.folder / "posts.jsonl")).out


def test_dates_are_read_with_their_places(place: Place) -> None:
    """TIMEX3 types and values, each at the place in the text where it stands."""
    text = "Llama 4 came on April 5, 2025; the next one is due in the second half of 2026."
    done = place.run("dates", stdin=(json.dumps({"id": "a", "text": text}) + "\n").encode())
    found = {text[d["start"] : d["end"]]: d["value"] for d in done.record["dates"]}
    assert found["April 5, 2025"] == "2025-04-05"
    assert "2026-H2" in found.values()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (sqlite3.OperationalError("database or disk is full"), "disk is full"),
        (OSError(28, "No space left on device"), "No space left"),
        (ZeroDivisionError("division by zero"), "fault of the program: ZeroDivisionError: division by zero"),
    ],
)
def test_what_nobody_foresaw_is_a_line_as_well(
    place: Place, error: Exception, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 1 without a traceback; -v shows the way there."""

    def fails(*given: object) -> int:
        raise error

    monkeypatch.setattr(status, "run", fails)
    done = place.run("status")
    assert (done.code, done.out) == (1, "")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert "Traceback" in place.run("status", "-v").err


@pytest.mark.parametrize("command", ["extract", "dates"])
def test_a_file_that_is_not_there_is_named(place: Place, command: str) -> None:
    """Exit 1 with its name."""
    done = place.run(command, "missing.jsonl")
    assert (done.code, done.out) == (1, "")
    assert "missing.jsonl" in done.err
