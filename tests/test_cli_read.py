"""The reading commands as people and programs call them: formats, filters, exit codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from lxml import etree

from tests.cli_place import Place, small

FORMATS = ("table", "tsv", "json", "ndjson", "csv", "md", "html", "jsonfeed", "atom", "ics")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Four moves of two publishers, one of them disputed."""
    return small(tmp_path_factory.mktemp("place"))


def _read(style: str, text: str) -> int:
    """How many moves a format shows, by a reader that is not ours."""
    if style in ("tsv", "ndjson"):
        return len(text.splitlines())
    if style == "csv":
        return len(list(csv.DictReader(io.StringIO(text))))
    if style == "json":
        return len(json.loads(text))
    if style == "jsonfeed":
        return len(json.loads(text)["items"])
    if style == "atom":
        return len(etree.fromstring(text.encode()).findall("{http://www.w3.org/2005/Atom}entry"))
    if style == "ics":
        return text.count("BEGIN:VEVENT\r\n")
    return sum(word in text.casefold() for word in ("scout", "amd", "llama released", "investment"))


@pytest.mark.parametrize("style", FORMATS)
def test_every_format_shows_all_moves(place: Place, style: str) -> None:
    """What one format has, the others have."""
    done = place.ok("show", "-f", style)
    assert _read(style, done.out) == 4
    assert done.err == ""


@pytest.mark.parametrize("style", FORMATS)
def test_every_format_is_whole_with_nothing_in_it(place: Place, style: str) -> None:
    """A selection that is empty is a valid file, and no failure."""
    done = place.ok("show", "-f", style, "nothingofthekind")
    assert _read(style, done.out) == 0


CAPEX, DEAL, SCOUT, LLAMA = "2026-01-28", "2026-02-24", "2025-04-05", "2023-02-24"  # the four, by their dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (["--since", "2026"], [CAPEX, DEAL]),
        (["--until", "2023"], [LLAMA]),
        (["--in", "2025"], [SCOUT]),
        (["--since", "q2 2025", "--until", "2025"], [SCOUT]),
        (["--type", "partnership", "--actor", "AMD"], [DEAL]),
        (["--type", "release", "--type", "partnership"], [LLAMA, SCOUT, DEAL]),
        (["scout"], [SCOUT]),
        (["gigawatts", "--since", "2026"], [DEAL]),
        (["--since", "2026", "gigawatts"], [DEAL]),
        (["--disputed"], [CAPEX]),
        (["--min-lineages", "2"], [CAPEX]),
        (["--source", "south.example"], [CAPEX, DEAL]),
        (["--grade", "B"], [CAPEX]),
        (["--status", "shipped"], [LLAMA, SCOUT]),
        (["--object", "llama-4-scout"], [SCOUT]),
        (["--as-of", "2025"], [LLAMA, SCOUT]),
        (["--limit", "1"], [DEAL]),
    ],
)
def test_filters_select(place: Place, words: list[str], dates: list[str]) -> None:
    """Each filter of the contract, alone and with others, wherever it stands among the words."""
    assert sorted(move["date"] for move in place.moves(*words)) == sorted(dates)


def test_nothing_is_a_failure_only_on_request(place: Place) -> None:
    """Exit 3 with --fail-empty, else 0; and 0 with it where something matches."""
    assert place.run("show", "nothingofthekind").code == 0
    assert place.run("show", "nothingofthekind", "--fail-empty").code == 3
    assert place.run("show", "scout", "--fail-empty").code == 0
    assert place.run("disputes", "--since", "2026", "--fail-empty").code == 0
    assert place.run("disputes", "--until", "2023", "--fail-empty").code == 3


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["show", "--since", "2025-13"], "2025-12"),
        (["show", "--since", "yesteryear"], "yesterday"),
        (["show", "--sinse", "2025"], "--since"),
        (["shwo"], "show"),
        (["show", "-f", "jsn"], "json"),
        (["show", "--type", "relase"], "release"),
        (["show", "--grade", "Z"], "A"),
        (["show", "--limit", "many"], "limit"),
        (["show", "--tz", "Mars/Base"], "Europe/Berlin"),
        (["show", "--sort", "neewest"], "newest"),
        (["show", "--cursor", "nonsense"], "cursor"),
        (["why", "ffffffffff"], "timeline show"),
        (["why"], "id"),
        (["log", "--type", "PostObservd"], "PostObserved"),
        (["log", "--after", "x"], "--after"),
        (["diff", "2025", "someday"], "someday"),
        (["diff", "2025"], "B"),
        (["--colour", "show"], "--color"),
        (["help", "shwo"], "show"),
        (["show", "--actor=--"], "--actor"),
        (["why", "\udcff"], "UTF-8"),
        (["show", "--since=\udcff"], "UTF-8"),
    ],
)
def test_what_is_typed_wrongly_is_named_with_what_is_near(place: Place, words: list[str], named: str) -> None:
    """Exit 2, one line on stderr that says what would have been right, and nothing on stdout."""
    done = place.run(*words)
    assert (done.code, done.out) == (2, "")
    assert named in done.err
    assert done.err.startswith("timeline: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    "words", ["a*", "NEAR(x", 'a"b', "^a", "a:b", "OR", "AND NOT", "ä", "日本", "0000", "a" * 5000]
)
def test_any_words_may_be_searched_for(place: Place, words: str) -> None:
    """No sign means anything to the search but itself."""
    assert place.ok("show", "--", words).err == ""


@pytest.mark.parametrize("words", ['"', "*", "(", "%", "{}"])
def test_signs_alone_are_no_words(place: Place, words: str) -> None:
    """Told as such, and not taken for everything."""
    done = place.run("show", "--", words)
    assert (done.code, done.out) == (2, "")
    assert "no word" in done.err


def test_no_command_is_told_the_commands(place: Place) -> None:
    """Alone the program exits 2 with the list on stderr; --help and help print it on stdout."""
    alone, asked, helped = place.run(), place.run("--help"), place.run("help")
    assert (alone.code, alone.out) == (2, "")
    assert asked.code == helped.code == 0
    assert asked.out == helped.out == alone.err
    assert "show" in asked.out


def test_the_version_is_told(place: Place) -> None:
    """--version prints the name and the number."""
    assert place.ok("--version").out.startswith("timeline 0.")


def test_help_of_a_command_stands_on_stdout(place: Place) -> None:
    """`show --help` and `help show` are the same, and no failure."""
    with pytest.raises(SystemExit) as ended:
        place.run("show", "--help")
    assert ended.value.code in (0, None)
    assert "--fail-empty" in place.ok("help", "show").out


@pytest.mark.parametrize("command", ["show", "log", "verify", "status"])
def test_a_store_that_is_none_is_named(tmp_path: Path, command: str) -> None:
    """A file that is no database gives one line with its name and exit 1."""
    here = Place.made(tmp_path)
    here.file("store.sqlite", "this is no database " * 100)
    done = here.run(command)
    assert done.code == 1
    assert "store.sqlite" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("url", ["mysql://x/y", "store.sqlite", "http://example.com/"])
def test_a_database_that_cannot_be_opened_is_a_matter_of_usage(tmp_path: Path, url: str) -> None:
    """The kind of URL that is wanted is told."""
    done = Place.made(tmp_path).run("--db", url, "show")
    assert done.code == 2
    assert "sqlite:///" in done.err


def test_a_wrong_configuration_is_named_with_its_line(tmp_path: Path) -> None:
    """File and line of the mistake, exit 1, no traceback."""
    here = Place.made(tmp_path, sources="[[source]]\nname = 'a'\nurl = 'not an address'\n")
    done = here.run("sources")
    assert done.code == 1
    assert "sources.toml" in done.err
    assert "3" in done.err


def test_show_of_an_id_is_why(place: Place) -> None:
    """An id, its first letters, and `why` show the same: claims with quotes, lineage and rule, disputes, history."""
    (move,) = place.moves("--disputed")
    told = place.ok("why", move["id"]).out
    assert place.ok("show", move["id"]).out == told
    assert place.ok("why", move["id"][:6]).out == told
    for word in ("$115 billion to $135 billion", "$100 billion to $110 billion", "north.example", "south.example"):
        assert word in told
    assert move["grade_why"] in told
    record = place.ok("why", move["id"], "-f", "json").record
    assert {claim["publisher"] for claim in record["claims"]} == {"north.example", "south.example"}


def test_why_of_an_earlier_day_knows_no_more_than_was_known_then(place: Place) -> None:
    """Before anything about it was published a move is none."""
    (move,) = place.moves("scout")
    assert place.run("why", move["id"], "--as-of", "2024").code == 2
    assert "Scout" in place.ok("why", move["id"], "--as-of", "2025-05").out


def test_disputes_have_both_quotes(place: Place) -> None:
    """As text for people and as lines for programs."""
    told = place.ok("disputes", "-f", "text").out
    assert "$115 billion" in told
    assert "$100 billion" in told
    (one,) = place.ok("disputes", "-f", "ndjson").records
    assert "$115 billion" in json.dumps(one)
    assert "$100 billion" in json.dumps(one)


def test_diff_tells_what_became_known(place: Place) -> None:
    """Between two days: the moves that were published in between, and no others."""
    told = place.ok("diff", "2024", "2025", "-f", "text").out
    assert "Scout" in told
    assert "AMD" not in told
    assert place.ok("diff", "2025", "2025").out == ""
    assert all(isinstance(one, dict) for one in place.ok("diff", "2024", "2026", "-f", "ndjson").records)


def test_the_log_is_the_events_in_order(place: Place) -> None:
    """The shape of the contract, positions without a gap, selected by type, stream and position."""
    events = place.ok("log", "-f", "ndjson").records
    assert [e["position"] for e in events] == list(range(1, len(events) + 1))
    assert list(events[0]) == ["position", "id", "stream", "version", "type", "schema", "recorded_at", "data", "hash"]
    seen = place.ok("log", "--type", "PostObserved", "-f", "ndjson").records
    assert len(seen) == 5
    assert place.ok("log", "--stream", seen[0]["stream"]).records[0] == seen[0]
    assert [e["position"] for e in place.ok("log", "--after", "2", "--limit", "3").records] == [3, 4, 5]
    assert "PostObserved" in place.ok("log", "-f", "text").out


def test_machine_formats_carry_no_colour(place: Place) -> None:
    """Not even when colour is asked for."""
    for style in FORMATS[1:]:
        assert "\x1b" not in place.ok("show", "-f", style, "--color", "always").out


def test_the_table_is_coloured_only_on_request_or_on_a_terminal(place: Place) -> None:
    """--color always colours in a pipe; auto does not."""
    assert "\x1b[" in place.ok("show", "-f", "table", "--color", "always").out
    assert "\x1b[" not in place.ok("show", "-f", "table").out
