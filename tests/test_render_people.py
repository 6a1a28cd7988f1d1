"""What people read: the table, why, disputes, changes, differences, headers; and letters that terminals obey."""

from __future__ import annotations

import re

import pytest
from msgspec import structs

from tests.render_moves import NOW, context, move, told
from timeline.period import parse_period
from timeline.query import ClaimView, Diff, Page, Query, Why
from timeline.render import FORMATS, changes, diff, disputes, why
from timeline.render.dates import ago, heading, month_of, short
from timeline.render.header import context_of, range_text
from timeline.render.table import sparkline
from timeline.render.terminal import cut, width, wrap
from timeline.view import ChangeView, MoveView

NEW = ChangeView(kind="new", position=1021, at="2026-11-01T08:00:00.000Z", text="recorded", event="ClaimsExtracted")
AMENDED = ChangeView(
    kind="amended", position=1400, at="2026-11-03T08:00:00.000Z", text="date amended", by="ana", why="the post says so"
)
CLAIM = ClaimView(
    key="a/release.llama-4", quote="Today we release Llama 4.", publisher="about.example.com",
    url="https://about.example.com/a", published="2025-04-05T16:00:00Z", recorded_at="2026-11-01T08:00:00.000Z",
    recorded_position=1021, revision=1, rule="release.verb", lineage="about.example.com", lineage_why="domain owner",
    date="2025-04-05", status="shipped", stance="alleged", attribution="press, citing CNBC",
    quantities=("6 gigawatts",), start=10, end=35,
)  # fmt: skip


def table(moves: list[MoveView], **given: object) -> str:
    """The table."""
    return "".join(FORMATS["table"].write(moves, context(**given)))


@pytest.mark.parametrize("columns", [60, 80, 100, 140, 200])
def test_the_table_keeps_to_the_width_of_the_terminal(columns: int) -> None:
    """No line of a move is wider than the terminal; titles are cut, with an ellipsis."""
    lines = table(told(), width=columns).splitlines()
    moves = [line for line in lines[2:-2] if "└" not in line]
    assert len(moves) == 9
    assert all(width(line) <= columns for line in moves)


def test_without_a_terminal_nothing_is_cut() -> None:
    """Where there is no width there is no ellipsis, however long a title is."""
    text = table([move(title="x" * 500)])
    assert "x" * 500 in text
    assert "…" not in text


def test_columns_stand_under_one_another() -> None:
    """Titles of wide letters, combining letters and plain ones start and end in the same cell."""
    found = table([move(title="大模型发布"), move(title="e\u0301te\u0301"), move(title="plain")]).splitlines()
    ends = {width(line[: line.index("about.example")]) for line in found if "about.example" in line}
    assert len(ends) == 1


def test_precision_is_shown_as_precision() -> None:
    """A date is never finer than it is known; a range shows both its ends."""
    shown = {
        "2025-04-05": "Apr 05",
        "2025-04": "Apr",
        "2025-Q2": "Q2",
        "2025-H1": "H1",
        "2025-W14": "W14",
        "2025": "year",
    }
    assert {date: short(move(date=date)) for date in shown} == shown
    assert short(move(date=None)) == "?"
    assert short(move(date="2025-04", date_end="2025-06")) == "Apr-Jun"
    assert short(move(date="2025-10", date_end="2026-02")) == "Oct-26"


def test_a_list_is_divided_as_exactly_as_dates_are_known() -> None:
    """Headings are months, or the quarter, half or year where no month is known; a week is in its Thursday's month."""
    wanted = {"2025-04-05": "April 2025", "2025-Q2": "Q2 2025", "2025-H1": "H1 2025", "2025": "2025"}
    assert {date: heading(move(date=date)) for date in wanted} == wanted
    assert heading(move(date="2025-W14")) == "April 2025"  # 31 March to 6 April
    assert month_of(move(date="2020-W53")) == "2020-12"
    assert heading(move(date=None)) == "No date"


def test_colour_never_says_anything_alone() -> None:
    """Without its codes the coloured table is the plain one."""
    coloured = table(told(), color=True, width=100)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == table(told(), width=100)


def test_a_terminal_is_given_nothing_to_obey() -> None:
    """Control characters, escapes and bidirectional overrides of foreign text do not get to a terminal."""
    evil = "a\x1b]0;owned\x07b\x9bc\rd\u202ee"
    shown = move(title=evil, sources=told()[0].sources, amended={"date": evil}, grade_why=evil)
    explained = Why(move=shown, claims=(CLAIM,), history=(NEW, AMENDED))
    texts = [table([shown]), "".join(why.write(explained, context()))]
    texts.append("".join(changes.write([(shown, AMENDED)], context())))
    for text in texts:
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
        assert "owned" in text


def test_the_header_says_what_is_shown_and_how_fresh_it_is() -> None:
    """Range, counts, order, position and age stand in the first line."""
    first = table(told(), matched=9).splitlines()[0]
    assert first == (
        "Meta AI moves  2025-01-01 → now   9 of 31 moves, 6 shown · newest first · known at #18412 (3 min ago)"
    )


def test_an_order_that_is_not_by_date_has_no_rules() -> None:
    """Sorted by grade there are no year rules, and each line has its whole date."""
    text = table(told(), sort="grade")
    assert "2025 ─" not in text
    assert "2025-03-18" in text
    assert "2026-Q1" in text


@pytest.mark.parametrize(
    ("since", "until", "shown"),
    [
        ("2025", "", "2025-01-01 → now"),
        ("", "2023", "start → 2023-12-31"),
        ("q2 2025", "2025", "2025-04-01 → 2025-12-31"),
        ("3 months ago", "", "2026-08-21 → now"),
    ],
)
def test_the_range_is_shown_as_it_was_understood(since: str, until: str, shown: str) -> None:
    """Whatever was typed, the header has the days that it means."""
    query = Query(
        since=parse_period(since, now=NOW) if since else None, until=parse_period(until, now=NOW) if until else None
    )
    assert range_text(query) == shown


def test_as_of_and_recorded_since_are_part_of_the_range() -> None:
    """Both axes stand in the header."""
    query = Query(as_of=parse_period("2025-06", now=NOW), recorded_since=parse_period("@40", now=NOW))
    assert range_text(query) == "as known on 2025-06-30 · recorded after #40"
    assert range_text(Query(as_of=parse_period("@7", now=NOW))) == "as known at #7"
    page = Page(moves=(), matched=0, total=3, position=7, hash="aa", recorded_at=None, next="n")
    told_ = context_of(page, Query(types=("chip",), cursor="x"), now=NOW, home="https://a.example")
    assert told_.link("/feed.json", ("cursor", "n")) == "https://a.example/feed.json?type=chip&cursor=n"


def test_why_has_everything_behind_a_move() -> None:
    """Every claim with quote, place, lineage and rule; disputes with both quotes; who judged; the history."""
    shown = told()[2]
    text = "".join(why.write(Why(move=shown, claims=(CLAIM,), history=(NEW, AMENDED)), context()))
    for part in (
        "“Today we release Llama 4.”", "https://about.example.com/a", "release.verb at 10:35", "domain owner",
        "#1021", "(alleged)", "citing CNBC", "6 gigawatts", "capex of $115-135 billion in 2026",
        "“=capex, of about $600 billion”", "quantity-disjoint", "by ana: the post says so", "2026-Q1 (quarter)",
    ):  # fmt: skip
        assert part in text


def test_why_keeps_long_quotes_whole() -> None:
    """On a narrow terminal a quote is wrapped between words and nothing of it is lost."""
    quote = "word " * 100 + "end"
    claim = ClaimView(**{name: getattr(CLAIM, name) for name in CLAIM.__struct_fields__} | {"quote": quote})
    text = "".join(why.write(Why(move=move(), claims=(claim,), history=()), context(width=50)))
    assert " ".join(text.split()).count("word word") >= 50
    assert max(map(len, text.splitlines())) <= 130


def test_why_has_every_citation_of_a_curated_entry() -> None:
    """Sources that no claim names are listed below the claims, each once."""
    shown = told()[3]
    text = "".join(why.write(Why(move=shown, claims=(CLAIM,), history=()), context()))
    assert "Also checked against (3)" in text
    assert text.count("https://blog.example.org/post") == 1


def test_disputes_show_both_sides() -> None:
    """A dispute has its move, its rule and two quotes; none is said in words."""
    shown = told()[2]
    text = "".join(disputes.write([(shown, shown.disputes[0])], context()))
    assert text.count("“") >= 2
    assert "⚠ capex is $115–135 billion or $600 billion (quantity-disjoint, hard, open)" in text
    assert "".join(disputes.write([], context())) == "no disputes\n"


def test_a_difference_gives_reasons_in_plain_words() -> None:
    """Each kind has a heading with its count; each move its reason, by whom and why."""
    shown = told()[2]
    calm = structs.replace(shown, disputed=False, disputes=())
    found = Diff(new=((None, move(), NEW),), disputed=((calm, shown, AMENDED),), withdrawn=((move(), None, NEW),))
    text = "".join(diff.write(found, context()))
    assert "new (1)" in text
    assert "  + 2025-04-05  Llama 4 Scout and Maverick released" in text
    assert "#1400: date amended by ana (the post says so)" in text
    assert "capex is $115–135 billion or $600 billion" in text
    assert "  - 2025-04-05" in text
    assert "".join(diff.write(Diff(), context())) == "nothing changed\n"


def test_a_change_says_its_kind_once() -> None:
    """Words that begin with the kind are left as they are; others get it in front."""
    assert changes.summary(NEW) == "new: recorded"
    disputed = ChangeView(kind="disputed", position=1, at="2026-01-01", text="disputed: 8 or 9 models")
    assert changes.summary(disputed) == "disputed: 8 or 9 models"


def test_small_things_of_a_terminal() -> None:
    """Cutting, wrapping and bars at their edges."""
    assert cut("大大大", 5) == "大大…"
    assert cut("abc", 3) == "abc"
    assert wrap("a bb ccc", 6, "  ") == ["  a bb", "  ccc"]
    assert wrap("aaaaaaaaaa", 4) == ["aaaaaaaaaa"]
    assert sparkline([0, 1, 6, 12]) == "▁▂▄▇"
    assert sparkline([]) == ""
    assert ago("2026-11-21T11:59:50.000Z", NOW) == "just now"
    assert ago("2026-11-19T11:59:50Z", NOW) == "2 days ago"
    assert ago(None, NOW) == ""
