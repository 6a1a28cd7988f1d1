"""Judgements of people on the command line: they win over the fold, can be taken back, and contradict aloud."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli_place import Place, small

ANN = ("--by", "ann", "--why", "the publisher says so")
BOB = ("--by", "bob", "--why", "I was there")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Four moves of two publishers, one of them disputed."""
    return small(tmp_path)


def the(place: Place, *words: str) -> dict[str, Any]:
    """The one move that the words select."""
    (move,) = place.moves(*words)
    return move


def test_a_correction_wins_and_says_who_and_why(place: Place) -> None:
    """The amended date is what every view shows; `why` tells by whom and why; undone, the fold's date is back."""
    scout = the(place, "scout")
    done = place.ok("amend", scout["id"], "--date", "2025-04-04", *ANN)
    assert "amended to 2025-04-04 by ann" in done.out
    after = the(place, "scout")
    assert (after["id"], after["date"], after["revision"]) == (scout["id"], "2025-04-04", 2)
    told = place.ok("why", scout["id"]).out
    assert "ann" in told
    assert "the publisher says so" in told
    place.ok("undo", scout["id"], *ANN)
    assert the(place, "scout")["date"] == "2025-04-05"


def test_what_others_said_stands_until_it_is_taken_back(place: Place) -> None:
    """A second person's other value is refused with both shown; --override or undo settles it."""
    scout = the(place, "scout")["id"]
    place.ok("amend", scout, "--date", "2025-04-04", *ANN)
    position = place.position()
    refused = place.run("amend", scout, "--date", "2025-04-06", *BOB)
    assert refused.code == 1
    for word in ("ann", "2025-04-04", "bob", "2025-04-06", "the publisher says so", "I was there"):
        assert word in refused.err
    assert place.position() == position
    place.ok("amend", scout, "--date", "2025-04-06", "--override", *BOB)
    assert the(place, "scout")["date"] == "2025-04-06"


def test_one_judgement_may_be_of_several_moves_and_is_of_all_or_none(place: Place) -> None:
    """Each gets an event of its own; a name twice counts once; one that is no move leaves the others unjudged."""
    first, second = (move["id"] for move in place.moves()[:2])
    position = place.position()
    refused = place.run("reject", first, second, "ffffffffff", *ANN)
    assert (refused.code, place.position()) == (2, position)
    done = place.ok("reject", first, second, first, *ANN)
    assert [line.split()[0] for line in done.out.splitlines()] == [first, second]
    assert place.position() == position + 2
    assert {first, second}.isdisjoint(move["id"] for move in place.moves())


def test_a_rejected_move_is_out_of_sight_and_not_lost(place: Place) -> None:
    """It is shown with --rejected and under its id, and comes back when the rejection is undone."""
    scout = the(place, "scout")["id"]
    place.ok("reject", scout, *ANN)
    assert place.moves("scout") == []
    assert the(place, "scout", "--rejected")["rejected"] is True
    assert "ann" in place.ok("why", scout).out
    refused = place.run("confirm", scout, *BOB)
    assert refused.code == 1
    assert "ann" in refused.err
    place.ok("undo", scout, *BOB)
    assert the(place, "scout")["id"] == scout


def test_who_stands_behind_a_move_keeps_it(place: Place) -> None:
    """A confirmed move says so, and another person's rejection is refused by name."""
    scout = the(place, "scout")["id"]
    place.ok("confirm", scout, *ANN)
    assert the(place, "scout")["confirmed"] is True
    refused = place.run("reject", scout, *BOB)
    assert refused.code == 1
    assert "ann confirmed" in refused.err


def test_merged_moves_are_one_under_the_first_id(place: Place) -> None:
    """The other id is an alias that still finds it; undone, both are back under their own ids."""
    scout, llama = the(place, "scout")["id"], the(place, "--until", "2023")["id"]
    done = place.ok("merge", scout, llama, *ANN)
    (one,) = place.moves("--type", "release")
    assert one["id"] == scout
    assert place.ok("show", llama).out == place.ok("show", scout).out
    position = done.out.partition("@")[2].partition(";")[0]
    place.ok("undo", f"@{position}", *ANN)
    assert {move["id"] for move in place.moves("--type", "release")} == {scout, llama}


def test_claims_are_split_off_by_their_names(place: Place) -> None:
    """`why` prints the names; what is split off is a move of its own with an id of its own."""
    capex = the(place, "--type", "investment")
    record = place.ok("why", capex["id"], "-f", "json").record
    place.ok("split", capex["id"], "--claim", record["claims"][1]["key"], *ANN)
    moves = place.moves("--type", "investment")
    assert len(moves) == 2
    assert capex["id"] in {move["id"] for move in moves}
    assert [len(move["sources"]) for move in moves] == [1, 1]


def test_judgements_survive_a_rebuild(place: Place) -> None:
    """They are events like all others: folded afresh they give the same, and the chain is whole."""
    scout = the(place, "scout")["id"]
    place.ok("amend", scout, "--title", "Scout is out", *ANN)
    place.ok("confirm", scout, *BOB)
    assert "the same as before" in place.ok("rebuild").out
    place.ok("verify")
    assert the(place, "scout")["title"] == "Scout is out"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["amend", "ID", "--date", "2025-04-04", "--by", "ann"], "--why"),
        (["amend", "ID", "--date", "2025-04-04", "--by", "ann", "--why", "  "], "reason"),
        (["amend", "ID", *ANN], "--date"),
        (["amend", "ID", "--date", "2025-04-04", "--type", "chip", *ANN], "one field"),
        (["amend", "ID", "--date", "someday", *ANN], "2025-04"),
        (["amend", "ID", "--type", "relase", *ANN], "release"),
        (["amend", "ID", "--date", "2025-04-05", *ANN], "already"),
        (["reject", "ffffffffff", *ANN], "ffffffffff"),
        (["merge", "ID", "ID", *ANN], "another move"),
        (["merge", "ID", *ANN], "other"),
        (["split", "ID", "--claim", "nonsense", *ANN], "nonsense"),
        (["undo", "@99999", *ANN], "@99999"),
        (["undo", "@1", *ANN], "judgement"),
        (["undo", "ID", *ANN], "nobody"),
    ],
)
def test_judgements_that_make_no_sense_are_refused(place: Place, words: list[str], named: str) -> None:
    """Exit 1 or 2, one line with what is wrong, and nothing is appended."""
    scout, position = the(place, "scout")["id"], place.position()
    done = place.run(*(scout if word == "ID" else word for word in words))
    assert done.code in (1, 2)
    assert named in done.err
    assert done.err.count("\n") == 1
    assert place.position() == position


def test_the_login_name_judges_where_nobody_is_named(place: Place) -> None:
    """TIMELINE_USER stands in for --by."""
    scout = the(place, "scout")["id"]
    done = place.run("confirm", scout, "--why", "seen", env={"TIMELINE_USER": "carol"})
    assert "by carol" in done.out
