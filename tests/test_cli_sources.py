"""The sources on the command line: listed, added, removed, exchanged as OPML, filled with older posts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.edit import appended
from ingest.opml import read_opml, write_opml
from ingest.sources import Source, load_sources
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


def test_sources_are_listed_shown_and_edited(place: Place, server: Server) -> None:
    """What is added is listened to; what is removed is told as such, and what it posted stays; so do all comments."""
    toml = place.config / "sources.toml"
    text = "# ours\n" + toml.read_text(encoding="utf-8").replace(
        '[[source]]\nname = "south"', '# of the south\n[[source]]\nname = "south"'
    )
    toml.write_text(text, encoding="utf-8")
    place.ok("fetch")
    assert [line.split()[0] for line in place.ok("sources").out.splitlines()] == ["source", "north", "south"]
    shown = place.ok("sources", "show", "north").out
    assert "SourceAdded" in shown
    assert server.url("/north") in shown
    assert place.ok("sources", "show", "north", "-f", "json").record["name"] == "north"
    place.ok("sources", "remove", "north")
    assert toml.read_text(encoding="utf-8").startswith("# ours\n")
    assert "# of the south\n[[source]]" in toml.read_text(encoding="utf-8")
    listed = {one["name"]: one["state"] for one in place.ok("sources", "-f", "json").records}
    assert listed == {"south": "ok", "north": "removed"}
    assert len(place.moves()) == 3
    added = place.ok("sources", "add", server.url("/north"), "--name", "northern", "--trust", "first-party")
    assert "northern" in added.out
    assert [one["name"] for one in place.ok("sources", "list", "-f", "json").records] == ["south", "northern", "north"]


def test_a_site_is_asked_for_its_feed(place: Place, server: Server) -> None:
    """A page that links its feed is enough."""
    page = b'<html><head><link rel="alternate" type="application/atom+xml" href="/west"></head><body>West</body></html>'
    server.routes |= {"/": reply(page, content_type="text/html"), "/west": conditional(atom(AMD, title="West"), '"w"')}
    done = place.ok("sources", "add", server.url("/"))
    assert server.url("/west") in done.out
    assert "west" in (place.config / "sources.toml").read_text(encoding="utf-8")


def test_a_source_is_added_once(place: Place, server: Server) -> None:
    """The second time is refused, and the file is left as it was."""
    before = (place.config / "sources.toml").read_text(encoding="utf-8")
    done = place.run("sources", "add", server.url("/north"))
    assert done.code == 2
    assert "already" in done.err
    assert (place.config / "sources.toml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("words", [["show", "nobody"], ["remove", "nobody"]])
def test_a_source_that_is_none_is_said_to_be_none(place: Place, words: list[str]) -> None:
    """With the name that was typed; exit 1 or 2."""
    done = place.run("sources", *words)
    assert done.code in (1, 2)
    assert "nobody" in done.err


def test_opml_goes_out_and_comes_in_again(place: Place) -> None:
    """What was exported brings the same sources into another configuration, and none twice."""
    opml = str(place.folder / "out.opml")
    place.ok("sources", "export", opml)
    other = Place.made(place.folder / "other")
    assert "2 sources added" in other.ok("sources", "import", opml).out
    assert [one["name"] for one in other.ok("sources", "-f", "json").records] == ["north", "south"]
    assert "0 sources added, 2 known already" in other.ok("sources", "import", opml).out
    assert place.ok("sources", "export", "-").out == Path(opml).read_text(encoding="utf-8")
    assert other.run("sources", "import", str(place.folder / "missing.opml")).code == 1


def test_what_opml_has_no_word_for_comes_in_again_as_it_was(place: Place) -> None:
    """Name, publisher, kind, trust, interval, categories and full text survive, so a listing is not asked as a feed."""
    one = Source(
        name="lab",
        url="https://lab.example/blog?a=1&b=2",
        kind="html",
        publisher='The "Lab"',
        trust="first-party",
        every=7200,
        categories=("AI", "Chips"),
        full_text=True,
    )
    other = Source(name="press", url="https://press.example/rss", publisher="Press")
    opml, toml = place.folder / "both.opml", place.folder / "sources.toml"
    opml.write_text(write_opml([one, other]), encoding="utf-8")
    assert read_opml(opml) == ([one, other], [])
    toml.write_text("", encoding="utf-8")
    appended(toml, [one, other])
    assert load_sources(toml).sources == (one, other)


def test_backfill_takes_in_older_pages(place: Place, server: Server) -> None:
    """The pages behind RFC 5005's `prev-archive` are read back to the period; the second time nothing is new."""
    old = atom(LLAMA, title="North")
    new = atom(SCOUT, title="North").replace(
        b"<title>North", f'<link rel="prev-archive" href="{server.url("/archive/1")}"/><title>North'.encode(), 1
    )
    server.routes |= {"/north": conditional(new, '"n2"'), "/archive/1": conditional(old, '"a1"')}
    done = place.ok("backfill", "north", "--since", "2023")
    assert done.out.startswith("north: 2 new posts")
    assert [move["date"] for move in place.moves()] == ["2025-04-05", "2023-02-24"]
    assert place.ok("backfill", "north", "--since", "2023").out.startswith("north: 0 new posts, 2 known already")
    assert place.run("backfill", "north", "--since", "someday").code == 2
    assert place.run("backfill", "nobody", "--since", "2023").code == 2


def test_a_password_in_an_address_is_used_and_never_told(place: Place, server: Server) -> None:
    """It is sent to its own server; no list, no file that goes out, no event and no message has it."""
    place.listens_to(listening_to(server, source("closed", server, "/north"), source("wrong", server, "/broken")))
    toml = place.config / "sources.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("http://127", "http://ann:secret@127"), encoding="utf-8")
    told = [place.run("fetch"), place.run("fetch", "-f", "ndjson", "--force")]
    assert server.seen[0]["authorization"] == "Basic YW5uOnNlY3JldA=="
    words = "sources, sources show closed, sources show closed -f json, sources -f json, status, doctor"
    words += ", sources export -, log -f ndjson, log -f text, backfill wrong --since 2025"
    told += [place.run(*command.split()) for command in words.split(",")]
    toml.write_text(toml.read_text(encoding="utf-8").replace("ann:secret@", "ann:secret2@"), encoding="utf-8")
    told += [place.run("fetch"), place.run("log", "-f", "ndjson")]
    out = place.folder / "out.ndjson"
    place.ok("export", str(out))
    theirs = place.file("theirs.opml", f'<opml><body><outline xmlUrl="http://ann:secret@{server.key}/"/></body></opml>')
    told += [place.run("sources", "import", theirs), place.run("sources", "add", f"http://ann:secret@{server.key}/x")]
    assert "SourceAdded" in told[9].out
    assert [done for done in told if "secret" in done.out + done.err] == []
    assert "secret" not in out.read_text(encoding="utf-8")
