"""The whole log as NDJSON, out and in again: nothing lost, nothing believed unchecked."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.errors import InputError, LogError
from store.events import PostObserved, SourceAdded
from store.log import Log, NewEvent
from store.transfer import export_log, import_log
from tests import log_places as places

NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
LATER = datetime(2027, 1, 1, tzinfo=UTC)


@pytest.fixture(params=places.ALL)
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Log]:
    """A log of a source, six posts in words that need care, and an erased one among them."""
    with Log.open(places.url(request.param, tmp_path), clock=lambda: NOW) as opened:
        opened.append([NewEvent(SourceAdded(name="a", url="https://example.com/f"), "source:a", "added/a")])
        for number in range(1, 7):
            opened.append([observed(number)])
        opened.erase(4, by="ann", why="asked")
        yield opened


@pytest.fixture
def empty() -> Iterator[Log]:
    """A log to import into."""
    with Log.open("sqlite://", clock=lambda: LATER) as opened:
        yield opened


def observed(number: int) -> NewEvent:
    """A post to record."""
    text = f'“Quotes” \\ "{number}"\n\ttabs, U+2011 \u2011, \U0001f600 and </script>'
    event = PostObserved(post=f"p{number}", source="a", publisher="Ex", title="A post", text=text)
    return NewEvent(event, f"post:p{number}", f"observed/p{number}")


def rows(log: Log) -> list[tuple[object, ...]]:
    """Everything that stands in the log."""
    found = log.connection.execute("SELECT * FROM log ORDER BY position").fetchall()
    return [tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in found]


def changed(lines: list[bytes], number: int, **values: object) -> list[bytes]:
    """The lines with other values in one of them (numbered from 1)."""
    line = {**json.loads(lines[number - 1]), **values}
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    return [*lines[: number - 1], text, *lines[number:]]


def test_a_log_comes_back_to_the_last_byte(log: Log, empty: Log) -> None:
    """Positions, ids, versions, times, data, salts and hashes, the erased one too; the copy verifies, and goes on."""
    head = import_log(empty, export_log(log))
    assert head == empty.head() == log.head()
    assert rows(empty) == rows(log)
    assert empty.verify().ok
    assert empty.append([observed(6)]) == []
    assert empty.append([observed(7)])[0].position == head.position + 1
    assert empty.verify().ok


def test_exporting_the_copy_gives_the_same_file(log: Log, empty: Log) -> None:
    """One log has one export."""
    lines = list(export_log(log))
    import_log(empty, lines)
    assert list(export_log(empty)) == lines


def test_a_line_is_a_record(log: Log) -> None:
    """As many lines as positions, each a JSON object with the payload as JSON, null where it was erased."""
    lines = [json.loads(line) for line in export_log(log)]
    assert [line["position"] for line in lines] == list(range(1, 9))
    assert lines[1]["data"]["post"] == "p1"
    assert (lines[3]["data"], lines[3]["salt"]) == (None, "")
    assert [line.get("last") for line in lines] == [None] * 7 + [True]


def test_an_empty_log_is_an_empty_file(empty: Log) -> None:
    """Nothing goes out, and nothing comes in from nothing or from blank lines."""
    assert list(export_log(empty)) == []
    assert import_log(empty, [b"", b"\n"]).position == 0


def test_blank_lines_after_the_end_do_not_matter(log: Log, empty: Log) -> None:
    """Editors leave them."""
    assert import_log(empty, [*export_log(log), b"\n", b""]).position == 8


@pytest.mark.parametrize(
    ("number", "values", "why"),
    [
        (2, {"data": {"post": "p1", "publisher": "Forged", "source": "a", "text": "", "title": ""}}, "the payload"),
        (2, {"data": None, "salt": ""}, "the payload is gone"),
        (2, {"salt": "00" * 16}, "the payload"),
        (2, {"data_hash": "00" * 32}, "the payload"),
        (3, {"hash": "00" * 32}, "the chain is broken"),
        (3, {"recorded_at": "2020-01-01T00:00:00.000Z"}, "the chain is broken"),
        (3, {"stream": "post:other"}, "the chain is broken"),
        (3, {"version": 2}, "cannot be at version 2 here"),
        (3, {"position": 4}, "@4 stands where @3 belongs"),
        (3, {"position": "3"}, "no record of a log"),
        (3, {"hash": "no hexadecimal"}, "no record of a log"),
        (3, {"type": "PostImagined"}, "not known to this version"),
        (3, {"schema": 99}, "not known to this version"),
        (3, {"extra": 1}, "no record of a log"),
        (3, {"last": True}, "more follows"),
        (8, {"last": False}, "cut off"),
    ],
)
def test_a_changed_line_is_refused_by_its_number(
    log: Log, empty: Log, number: int, values: dict[str, object], why: str
) -> None:
    """The error names file, line and reason; nothing of the file is kept."""
    lines = changed(list(export_log(log)), number, **values)
    at = 4 if values == {"last": True} else number
    with pytest.raises(InputError, match=f"copy.ndjson: line {at}: .*{why}") as told:
        import_log(empty, lines, source="copy.ndjson")
    assert (told.value.source, told.value.position) == ("copy.ndjson", at)
    assert empty.head().position == 0
    assert empty.verify().positions == 0


def test_lines_that_are_missing_doubled_exchanged_or_cut_are_refused(log: Log, empty: Log) -> None:
    """Wherever the file was cut or mixed, the error names the first line that is wrong."""
    lines = list(export_log(log))
    broken = {
        2: [*lines[:1], *lines[2:]],
        3: [*lines[:2], lines[1], *lines[2:]],
        4: [*lines[:3], lines[4], lines[3], *lines[5:]],
        5: lines[:5],
        6: [*lines[:5], lines[5][:40]],
        7: [*lines[:6], b"not JSON\n", *lines[6:]],
        1: [b"\xff\xfe", *lines],
    }
    for number, copy in broken.items():
        with pytest.raises(InputError, match=f"^line {number}: "):
            import_log(empty, copy)
    assert import_log(empty, lines) == log.head()


def test_only_an_empty_store_takes_a_log(log: Log) -> None:
    """Two histories are never mixed."""
    with pytest.raises(LogError, match="not empty"):
        import_log(log, export_log(log))


def test_a_long_log_streams(tmp_path: Path) -> None:
    """Memory stays far below the size of the file, on the way out and on the way in."""
    with (
        Log.open(f"sqlite:///{tmp_path}/one.sqlite", clock=lambda: NOW) as one,
        Log.open(f"sqlite:///{tmp_path}/two.sqlite", clock=lambda: NOW) as two,
    ):
        for batch in range(12):
            posts = [
                PostObserved(post=f"p{batch}-{n}", source="a", publisher="Ex", title="t", text="x" * 4000)
                for n in range(1000)
            ]
            one.append([NewEvent(p, f"post:{p.post}", f"observed/{p.post}") for p in posts])
        tracemalloc.start()
        head = import_log(two, export_log(one))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert head.position == 12_000
    assert peak < 25_000_000  # the file is 54 MB
