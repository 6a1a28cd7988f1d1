"""chronicle.toml: validated whole, taken in once, corrected without doubling; the shipped one keeps its promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.chronicle import Names, load_chronicle, take_in_chronicle
from ingest.extract import load_lexicon
from store.errors import ConfigError
from store.events import Citation, Claim, EntryCurated, Quantity
from store.interval import parse_interval
from store.log import Log

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NAMES = Names(actor={"Meta": "meta"}.get, object={"Llama 4": "llama-4"}.get)
KEYS = {
    "id": '"llama-4"', "title": '"Meta opens Llama 4"', "type": '"release"', "object": '"Llama 4"',
    "actors": '["Meta", "Someone"]', "date": '"2025-04-05"', "status": '"shipped"',
    "citations": '[{ url = "https://news.example/1", publisher = "News", published = "2025-04-06" }]',
}  # fmt: skip
#: the entry before the one that is wrong, so that a line is only right if the right entry was looked at: 9 lines
BEFORE = "[[entry]]\n" + "".join(f"{k} = {v}\n" for k, v in (KEYS | {"id": '"before"'}).items())


def text(**keys: str | None) -> str:
    """One ``[[entry]]`` in TOML; None leaves a key out."""
    return "[[entry]]\n" + "".join(f"{k} = {v}\n" for k, v in (KEYS | keys).items() if v is not None)


def load(folder: Path, *entries: str) -> list[EntryCurated]:
    """What a file of these entries says."""
    path = folder / "chronicle.toml"
    path.write_text("".join(entries), encoding="utf-8")
    return load_chronicle(path, NAMES)


@pytest.fixture
def log() -> Iterator[Log]:
    """An empty log."""
    with Log.open("sqlite:///:memory:", clock=lambda: NOW) as log:
        yield log


@pytest.fixture(scope="module")
def shipped(root: Path) -> list[EntryCurated]:
    """The starting chronology as it is shipped."""
    lexicon = load_lexicon(root / "config" / "lexicon.toml")
    return load_chronicle(root / "config" / "chronicle.toml", Names(lexicon.actor_id, lexicon.object_id))


def test_an_entry_becomes_a_claim_without_a_quote(tmp_path: Path) -> None:
    """What the file says arrives whole, names resolved, the precision told by the form of the date."""
    quantity = '[{ text = "2 models", metric = "models", low = 2, high = 2, unit = "count", period = "2025-Q2" }]'
    (entry,) = load(tmp_path, text(quantities=quantity, date='"2025-04"', effective='"2025-H2"', first_party="true"))
    assert (entry.entry, entry.title) == ("llama-4", "Meta opens Llama 4")
    assert entry.citations == (Citation(url="https://news.example/1", publisher="News", published="2025-04-06"),)
    claim = entry.claim
    assert (claim.object_id, claim.actors, claim.actor_ids) == ("llama-4", ("Meta", "Someone"), ("meta", None))
    assert (claim.date, claim.precision, claim.anchor, claim.effective) == ("2025-04", "month", "absolute", "2025-H2")
    assert (claim.quote, claim.start, claim.end, claim.rule) == (None, 0, 0, "curated")
    assert (claim.status, claim.attribution.speaker) == ("shipped", "first-party")
    assert claim.quantities == (
        Quantity(text="2 models", metric="models", low=2.0, high=2.0, unit="count", period="2025-Q2"),
    )


def test_an_object_id_that_is_written_wins_over_the_lexicon(tmp_path: Path) -> None:
    """The lexicon's guess from the words is only the default."""
    named, other, none = load(
        tmp_path, text(), text(id='"b"', object_id='"llama-4-scout"'), text(id='"c"', object='"a new thing"')
    )
    assert [e.claim.object_id for e in (named, other, none)] == ["llama-4", "llama-4-scout", None]


def test_an_entry_may_have_no_date(tmp_path: Path) -> None:
    """An unknown day is not made up."""
    (entry,) = load(tmp_path, text(date=None))
    assert (entry.claim.date, entry.claim.precision, entry.claim.anchor) == (None, "unknown", "none")


ONE = '{ url = "https://news.example/1", publisher = "News" }'


@pytest.mark.parametrize(
    ("key", "value", "line", "words"),
    [
        ("id", '"Llama 4"', 11, "small letters"),
        ("id", '"llama-4\\n"', 11, "small letters"),
        ("id", '"before"', 11, "used twice"),
        ("id", None, 10, "the entry has no id"),
        ("title", '"  "', 12, "title"),
        ("title", "4", 12, "str"),
        ("title", None, 10, "the entry has no title"),
        ("type", '"launch"', 13, "'launch' is not one of release, chip"),
        ("type", '["release"]', 13, "is not one of release, chip"),
        ("object_id", '"Llama 4"', 19, "small letters"),
        ("actors", '"Meta"', 15, "array"),
        ("actors", "[]", 15, "length >= 1"),
        ("actors", '["Meta", ""]', 15, "actors[1]"),
        ("date", '"5 April 2025"', 16, "'5 April 2025' is not a date in quotes"),
        ("date", '"2025-02-30"', 16, "is not a date"),
        ("date", "2025-04-05", 16, "in quotes"),
        ("date_end", '"2025-03"', 19, "'2025-03' is before '2025-04-05'"),
        ("effective", '"soon"', 19, "'soon' is not a date"),
        ("status", '"done"', 17, "'done' is not one of shipped, announced"),
        ("citations", "[]", 18, "length >= 1"),
        ("citations", None, 10, "the entry has no citations"),
        ("citations", ONE, 18, "array"),
        ("citations", '[{ publisher = "News" }]', 18, "citations[0] has no url"),
        ("citations", '[{ url = "https://news.example/1" }]', 18, "has no publisher"),
        ("citations", '[{ url = "https://news.example/1", publisher = " " }]', 18, "a publisher"),
        ("citations", f'[{ONE}, {{ url = "javascript:1", publisher = "News" }}]', 18, "citations[1]"),
        ("citations", f'[{ONE[:-1]}, title = "x" }}]', 18, "unknown key title"),
        ("citations", f'[{ONE[:-1]}, published = "in May" }}]', 18, "published 'in May'"),
        ("citations", f'[{ONE[:-1]}, published = "2025-05-01T10:00:00" }}]', 18, "published"),
        ("quantities", "[{ low = 2 }]", 19, "has no text"),
        ("quantities", '[{ text = "2", unitt = "GW" }]', 19, "unknown key unitt"),
        ("quantities", '[{ text = "2", bound = "over" }]', 19, "bound"),
        ("quantities", '[{ text = "2", low = 3, high = 2 }]', 19, "low 3 is above high 2"),
        ("quantities", '[{ text = "2", period = "spring" }]', 19, "period 'spring'"),
        ("first_party", '"yes"', 19, "bool"),
        ("headline", '"x"', 19, "unknown key headline; known are id, title"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_with_file_line_key_and_entry(
    tmp_path: Path, key: str, value: str | None, line: int, words: str
) -> None:
    """Whoever wrote the file is led to the place: the second entry's line, its key, and what would be right."""
    wrong = text(**{key: value})
    with pytest.raises(ConfigError) as raised:
        load(tmp_path, BEFORE, wrong)
    assert str(raised.value).startswith(f"{tmp_path}/chronicle.toml:{line}: entry.{key}: ")
    assert words in str(raised.value)
    assert key == "id" or "'llama-4'" in str(raised.value)
    assert (raised.value.line, raised.value.key) == (line, f"entry.{key}")


def test_a_range_needs_the_date_that_it_begins_with(tmp_path: Path) -> None:
    """An end alone is no range."""
    with pytest.raises(ConfigError, match=r"chronicle\.toml:9: entry.date_end: a range needs"):
        load(tmp_path, text(date=None, date_end='"2025-05"'))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('[entry]\nid = "a"\n', r":1: entry: write \[\[entry\]\]"),
        ("entry = [1]\n", r":1: entry: the entry: Expected `object`"),
        ("[[entri]]\n", r":1: entri: unknown table"),
        ("[[entry]]\nid = \n", r":2: Invalid value"),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, written: str, words: str) -> None:
    """Nothing that the file says is passed over in silence."""
    with pytest.raises(ConfigError, match=words):
        load(tmp_path, written)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """The error has the path, and no traceback of the operating system."""
    with pytest.raises(ConfigError, match=r"nowhere\.toml: no such file"):
        load_chronicle(tmp_path / "nowhere.toml", NAMES)


def test_loading_twice_appends_nothing(log: Log, tmp_path: Path) -> None:
    """Every start reads the file; only the first one has news."""
    entries = load(tmp_path, text(), text(id='"other"'))
    assert [take_in_chronicle(log, entries) for _ in range(3)] == [2, 0, 0]
    assert log.head().position == 2


def test_a_corrected_entry_supersedes_and_never_doubles(log: Log, tmp_path: Path) -> None:
    """One stream an entry: a correction is its next version, and going back to the first words is another."""
    first, right = (load(tmp_path, text(date=d), text(id='"other"')) for d in ('"2025-04-06"', '"2025-04-05"'))
    assert [take_in_chronicle(log, e) for e in (first, right, right, first, right, right)] == [2, 1, 0, 1, 1, 0]
    assert [(r.version, r.event) for r in log.read(stream="entry:llama-4")] == [
        (1, first[0]), (2, right[0]), (3, first[0]), (4, right[0]),
    ]  # fmt: skip
    assert [r.version for r in log.read(stream="entry:other")] == [1]


def test_an_erased_entry_stays_erased(log: Log, tmp_path: Path) -> None:
    """What somebody had taken out of the log does not come back with the next start."""
    entries = load(tmp_path, text())
    take_in_chronicle(log, entries)
    log.erase(1, by="me", why="a request")
    assert take_in_chronicle(log, entries) == 0


def _entry(name: str, word: str) -> EntryCurated:
    claim = Claim(type="release", object=word, actors=("Meta",), actor_ids=("meta",), status="shipped", rule="curated")
    return EntryCurated(
        entry=name, title=word, claim=claim, citations=(Citation(url="https://a.example", publisher="A"),)
    )


_FILES = st.lists(st.dictionaries(st.sampled_from("abc"), st.sampled_from("xyz"), min_size=1), min_size=1, max_size=6)


@given(files=_FILES)
def test_the_log_ends_with_what_the_last_file_said(files: list[dict[str, str]]) -> None:
    """Whatever is edited in whatever order, the newest version of an entry is what the files said last, once."""
    with Log.open("sqlite:///:memory:", clock=lambda: NOW) as log:
        for file in files:
            take_in_chronicle(log, [_entry(n, w) for n, w in file.items()])
        for name in {n for f in files for n in f}:
            words = [f[name] for f in files if name in f]
            events = [r.event for r in log.read(stream=f"entry:{name}")]
            assert events == [_entry(name, word) for word, _ in groupby(words)]


def test_the_shipped_chronology_is_taken_in_once(log: Log, shipped: list[EntryCurated]) -> None:
    """A new installation starts with all of it, and the next start adds nothing."""
    assert take_in_chronicle(log, shipped) == len(shipped) >= 160
    assert take_in_chronicle(log, shipped) == 0


def test_the_shipped_entries_have_one_id_each(shipped: list[EntryCurated]) -> None:
    """The loader refuses a second use; a file that loads has as many ids and titles as entries."""
    assert len({e.entry for e in shipped}) == len({e.title for e in shipped}) == len(shipped)


def test_every_shipped_entry_has_a_date_that_is_not_in_the_future(shipped: list[EntryCurated]) -> None:
    """A happening of the chronology has happened by the day it was written, at whatever precision."""
    days = {e.entry: parse_interval(e.claim.date) for e in shipped}
    assert [name for name, day in days.items() if day is None or day.start > NOW.date()] == []
    assert min(d.start for d in days.values() if d) == date(2013, 12, 9)
    assert max(d.start for d in days.values() if d) >= date(2026, 10, 1)


def test_the_shipped_chronology_leaves_no_year_out(shipped: list[EntryCurated]) -> None:
    """The whole history is told, not its last years alone."""
    years = {int((e.claim.date or "0")[:4]) for e in shipped}
    assert years == set(range(2013, 2027))


def test_every_shipped_entry_was_checked_somewhere_that_can_be_opened(shipped: list[EntryCurated]) -> None:
    """At least one citation over https, none of them twice, none from before the first page of the web could say it."""
    secure = {e.entry for e in shipped for c in e.citations if c.url.startswith("https://")}
    assert [e.entry for e in shipped if e.entry not in secure] == []
    assert [e.entry for e in shipped if len({c.url for c in e.citations}) < len(e.citations)] == []


def test_every_shipped_entry_is_about_the_subject(shipped: list[EntryCurated], root: Path) -> None:
    """Somebody of the subject takes part, under a name the lexicon knows; else no filter would ever find the move."""
    ours = load_lexicon(root / "config" / "lexicon.toml").subject.id
    assert [e.entry for e in shipped if ours not in e.claim.actor_ids] == []


def test_the_shipped_numbers_say_what_they_measure(shipped: list[EntryCurated]) -> None:
    """A quantity has its words, a metric and at least one side, an exact one both: a reader can compare it."""
    quantities = [(e.entry, q) for e in shipped for q in e.claim.quantities]
    assert len(quantities) >= 40
    assert [n for n, q in quantities if not (q.text and q.metric and (q.low, q.high) != (None, None))] == []
    assert [n for n, q in quantities if q.bound == "exact" and None in (q.low, q.high)] == []
    assert [n for n, q in quantities if q.bound == "at-least" and q.low is None] == []
    assert [n for n, q in quantities if q.bound == "at-most" and q.high is None] == []


def test_two_shipped_entries_never_tell_one_happening(shipped: list[EntryCurated]) -> None:
    """The same type, thing and date is one entry with more citations, not two entries."""
    told = [(e.claim.type, e.claim.object_id, e.claim.date) for e in shipped if e.claim.object_id]
    assert sorted({t for t in told if told.count(t) > 1}) == []
