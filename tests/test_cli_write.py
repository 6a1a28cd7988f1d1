"""The writing commands over files and a server on loopback: ingest, fetch, status."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli_place import AMD, LLAMA, SCOUT, Place, atom, conditional, listening_to, loopback, source
from tests.servers.http import Server, reply


@pytest.fixture
def server() -> Iterator[Server]:
    """Two feeds that answer conditionally, and several ways of failing."""
    routes = {
        "/north": conditional(atom(SCOUT, LLAMA, title="North"), '"n1"'),
        "/south": conditional(atom(AMD, title="South"), '"s1"'),
        "/gone": reply(status=410),
        "/broken": reply(b"\x00\x01 no feed at all", content_type="text/plain"),
        "/error": reply(status=503, retry_after="120"),
        "/empty": reply(b""),
        "/robots.txt": reply(status=404),
    }
    with loopback(routes) as running:
        yield running


@pytest.fixture
def place(tmp_path: Path, server: Server) -> Place:
    """Listens to both feeds."""
    return Place.made(
        tmp_path / "place", listening_to(server, source("north", server, "/north"), source("south", server, "/south"))
    )


def test_fetch_reads_keeps_and_shows(place: Place) -> None:
    """One pass: a line a source, the sum, and the moves are there."""
    done = place.ok("fetch")
    assert [line.split()[:2] for line in done.out.splitlines()[1:3]] == [["north", "new"], ["south", "new"]]
    assert "2 sources: 0 failed, 3 new posts, 3 claims" in done.out
    assert [move["date"] for move in place.moves()] == ["2026-02-24", "2025-04-05", "2023-02-24"]
    quotes = [s["quote"] for move in place.moves() for s in move["sources"]]
    assert all(any(quote in post[3] for post in (SCOUT, LLAMA, AMD)) for quote in quotes)


def test_a_second_fetch_is_answered_by_304_and_appends_nothing(place: Place, server: Server) -> None:
    """--force asks with the validators of the first time; the log stays as it is, and rebuilding changes nothing."""
    place.ok("fetch")
    log = place.ok("log").out
    again = place.ok("fetch", "--force", "-f", "ndjson").records
    assert [(one["outcome"], one["status"]) for one in again] == [("not modified", 304)] * 2
    assert place.ok("log").out == log
    assert {seen["if-none-match"] for seen in server.seen[-2:]} == {'"n1"', '"s1"'}
    assert "the same as before" in place.ok("rebuild").out
    assert "chain whole" in place.ok("verify").out


def test_failures_are_told_with_source_and_reason(place: Place, server: Server) -> None:
    """Each failing source has its line with the reason; the others are read; exit 4."""
    names = ("gone", "broken", "error", "empty")
    place.listens_to(
        listening_to(server, source("north", server, "/north"), *(source(n, server, f"/{n}") for n in names))
    )
    done = place.run("fetch")
    assert done.code == 4
    lines = {line.split()[0]: line for line in done.out.splitlines()}
    for name, reason in zip(names, ("410", "feed", "503", "empty"), strict=True):
        assert reason in lines[name]
    assert lines["gone"].split()[1] == "retired"
    assert "5 sources: 3 failed" in done.out
    assert len(place.moves()) == 2
    assert "Traceback" not in done.out + done.err


def test_exit_is_four_also_when_all_failed(place: Place, server: Server) -> None:
    """Some sources failed, also where they are all that were asked, or the one that was asked for by name."""
    place.listens_to(listening_to(server, source("broken", server, "/broken")))
    assert place.run("fetch").code == 4
    assert place.run("fetch", "broken", "--force").code == 4


def test_a_source_that_asked_to_wait_is_not_asked_before(place: Place, server: Server) -> None:
    """Retry-After holds for a person too, unless --force is said."""
    place.listens_to(listening_to(server, source("error", server, "/error")))
    place.run("fetch")
    asked = len([s for s in server.seen if s.path == "/error"])
    assert place.run("fetch", "error", "-f", "ndjson").record["outcome"] == "skipped"
    assert len([s for s in server.seen if s.path == "/error"]) == asked


def test_due_asks_only_those_whose_time_has_come(place: Place, server: Server) -> None:
    """Right after a fetch nobody is due."""
    place.ok("fetch")
    asked = len(server.seen)
    assert "0 sources" in place.ok("fetch", "--due").out
    assert len(server.seen) == asked


def test_an_unknown_source_is_named_with_the_nearest(place: Place) -> None:
    """Exit 2 and nothing is asked."""
    done = place.run("fetch", "nort")
    assert (done.code, done.out) == (2, "")
    assert "north" in done.err


def test_a_private_address_is_not_asked_unless_it_is_allowed(place: Place, server: Server) -> None:
    """Without allow_private the loopback server is never reached, and the source says why."""
    place.listens_to(source("north", server, "/north"))
    done = place.run("fetch")
    assert done.code == 4
    assert "127.0.0.1" in done.out
    assert "loopback" in done.out
    assert "allow_private" in done.out
    assert server.seen == []


def test_status_tells_what_happened_and_when_next_and_why(place: Place, server: Server) -> None:
    """For every source of the configuration, asked or not, well or failing."""
    place.listens_to(listening_to(server, source("north", server, "/north"), source("broken", server, "/broken")))
    before = {one["name"]: one for one in json.loads(place.ok("status", "-f", "json").out)["sources"]}
    assert set(before) == {"north", "broken"}
    place.run("fetch")
    after = {one["name"]: one for one in json.loads(place.ok("status", "-f", "json").out)["sources"]}
    assert all(one["next"] and one["reason"] and one["asked"] for one in after.values())
    assert after["broken"]["state"] == "failing"
    told = place.ok("status").out
    assert "north" in told
    assert "not running" in told


def test_files_of_every_kind_are_read(place: Place) -> None:
    """A feed, Markdown with a date on top, JSONL of posts and a page become moves like fetched posts."""
    feed = place.file("feed.xml", atom(SCOUT))
    note = place.file("note.md", f"---\ndate: 2023-02-25\n---\n# LLaMA\n\n{LLAMA[3]}\n")
    posts = place.file(
        "posts.jsonl", json.dumps({"id": 1, "title": AMD[2], "text": AMD[3], "published": AMD[1]}) + "\n"
    )
    page = place.file(
        "page.html",
        "<!doctype html><title>Code Llama</title><article><h1>Code Llama</h1>"
        "<p>Meta has released Code Llama on August 24, 2023. " + "It writes programs for you. " * 20 + "</p></article>",
    )
    done = place.ok("ingest", feed, note, posts, page)
    assert [move["date"] for move in place.moves()] == ["2026-02-24", "2025-04-05", "2023-08-24", "2023-02-24"]
    assert done.out == ""
    assert done.err.count("1 new") == 4
    position = place.position()
    place.ok("ingest", feed, note, posts, page)
    assert place.position() == position


def test_a_directory_is_read_whole(place: Place) -> None:
    """Every file below it, hidden ones left out."""
    folder = place.folder / "notes"
    folder.mkdir()
    (folder / "a.txt").write_text("Llama\n\n" + LLAMA[3], encoding="utf-8")
    (folder / ".hidden").write_text("Llama\n\n" + SCOUT[3], encoding="utf-8")
    place.ok("ingest", str(folder))
    assert len(place.moves()) == 1


def test_files_that_cannot_be_read_cost_the_others_nothing(place: Place) -> None:
    """Each is named with its reason; exit 4 when some, 1 when all failed."""
    good = place.file("good.txt", "Llama\n\n" + LLAMA[3])
    bad = [
        place.file("empty.xml", b""),
        place.file("binary.bin", b"\x00\x01\x02" * 50),
        str(place.folder / "missing.txt"),
    ]
    lines = place.file("posts.jsonl", '{"text": 3}\n')
    done = place.run("ingest", *bad, good, lines)
    assert done.code == 4
    for name in ("empty.xml", "binary.bin", "missing.txt", "posts.jsonl:1"):
        assert name in done.err
    assert len(place.moves()) == 1
    assert place.run("ingest", *bad).code == 1


def test_a_file_of_which_lines_cannot_be_read_is_partial(place: Place) -> None:
    """The lines that can be read are taken in, the others named; exit 4, so that a script notices."""
    lines = place.file("posts.jsonl", f'{{"text": 3}}\nno json\n{{"title": "Llama", "text": "{LLAMA[3]}"}}\n')
    done = place.run("ingest", lines)
    assert (done.code, len(place.moves())) == (4, 1)
    assert "posts.jsonl:1:" in done.err
    assert "posts.jsonl:2:" in done.err


def test_the_address_of_a_file_is_one(place: Place) -> None:
    """What no page could be read at, or would run as a script, is a mistake in the command."""
    note = place.file("note.txt", "Llama\n\n" + LLAMA[3])
    for url in ("javascript:alert(1)", "note.txt", "https://ann:secret@north.example/"):
        done = place.run("ingest", note, "--url", url)
        assert done.code == 2
        assert "--url" in done.err
        assert "secret" not in done.err


def test_what_is_known_of_a_file_may_be_said(place: Place) -> None:
    """Publisher, day and address come from the options; the address is the post's identity."""
    note = place.file("note.txt", "Llama 4 Scout\n\nMeta has released Llama 4 Scout today.")
    url = "https://north.example/scout"
    place.ok("ingest", note, "--publisher", "North", "--published", "2025-04-05", "--url", url)
    (move,) = place.moves()
    assert move["date"] == "2025-04-05"
    assert [(s["url"], s["publisher"], s["published"][:10]) for s in move["sources"]] == [(url, "North", "2025-04-05")]


def test_a_file_without_a_publisher_says_so_wherever_it_is_shown(place: Place) -> None:
    """No name is made up for it, and no gap is left where a name would stand."""
    file = place.folder / "note.txt"
    file.write_text("Meta released Llama 4 Scout on April 5, 2025.")
    place.ok("ingest", str(file))
    (move,) = place.ok("show", "-f", "ndjson").records
    assert "no publisher, no publish date" in place.ok("why", move["id"], "-f", "text").out
    assert "no publisher" in place.ok("show", "-f", "html").out
    assert "no publisher" in place.ok("show", "-f", "md").out


def test_a_file_may_have_any_name(place: Place) -> None:
    """Also one that is no UTF-8."""
    path = place.folder / "no\udcfftext.txt"
    path.write_text("Llama\n\n" + LLAMA[3], encoding="utf-8")
    place.ok("ingest", str(path))
    assert len(place.moves()) == 1


@pytest.mark.parametrize(
    ("words", "named"), [(["--published", "someday"], "someday"), (["--url", "https://a.example/"], "2 were given")]
)
def test_options_of_ingest_are_checked(place: Place, words: list[str], named: str) -> None:
    """A day that is none, and one address for two files, are refused by name."""
    files = [place.file("a.txt", "A\n\ntext"), place.file("b.txt", "B\n\ntext")]
    done = place.run("ingest", *files, *words)
    assert done.code in (1, 2)
    assert named in done.err
