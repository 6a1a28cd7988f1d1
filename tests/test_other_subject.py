"""Another company is a matter of another configuration: an invented one, and posts that are about Meta as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli_place import Place
from tests.web_store import NOW, Client
from timeline.web import create_app

OTHER = Path(__file__).parent / "data" / "other"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The store of Zephyrine Motors: six posts, one of them about Meta alone."""
    here = Place.made(tmp_path_factory.mktemp("other"), (OTHER / "sources.toml").read_text("utf-8"), lexicon=OTHER)
    here.ok("ingest", str(OTHER / "posts.jsonl"))
    return here


def test_its_moves_are_found_and_none_of_others(place: Place) -> None:
    """Release, deals and chip of the invented company, dated; what Meta alone did is no move here."""
    assert [(move["date"], move["type"]) for move in place.moves("--sort", "oldest")] == [
        ("2025-03-11", "release"),
        ("2025-06-01", "partnership"),
        ("2025-06-02", "partnership"),
        ("2026-01-14", "chip"),
    ]
    assert all("Zephyrine" in move["actors"] for move in place.moves())
    assert place.moves("scout") == []


def test_its_products_and_people_have_their_own_ids(place: Place) -> None:
    """The lexicon's ids are what the filters take."""
    (gust,) = place.moves("--object", "gust-2")
    assert gust["actor_ids"] == ["zephyrine"]
    assert len(place.moves("--actor", "borealis-cells")) == 1
    assert len(place.moves("--actor", "meta")) == 1


def test_two_of_its_deals_are_told_apart_by_their_partners(place: Place) -> None:
    """The subject takes part in both, which makes them no more alike: another subject's name means nothing here."""
    deals = {move["actors"][-1]: move for move in place.moves("--type", "partnership")}
    assert deals["Borealis Cells"]["quantities"] == ["3 gigawatts"]
    assert deals["Meta"]["quantities"] == ["5 gigawatts"]
    assert not any(move["disputed"] for move in deals.values())
    assert all("Zephyrine" not in move["title"] for move in deals.values())


def test_two_who_tell_of_one_release_are_one_move(place: Place) -> None:
    """Its own post and the press make two lineages."""
    (gust,) = place.moves("--type", "release")
    assert gust["lineages"] == 2


@pytest.mark.parametrize("style", ["table", "jsonfeed", "atom", "ics", "md", "html"])
def test_every_view_bears_its_name(place: Place, style: str) -> None:
    """The chronology is called after its subject, also where it is shown without its configuration."""
    told = place.ok("show", "-f", style).out
    assert "Zephyrine moves" in told
    assert "Meta AI" not in told


@pytest.mark.parametrize("path", ["/", "/feed.json", "/feed.atom", "/feed.ics", "/changes.atom", "/changes.json"])
def test_it_is_served_under_its_name(place: Place, path: str) -> None:
    """The page, its feeds and the feeds of changes."""
    served = Client(create_app(place.db, clock=lambda: NOW)).get(path).text
    assert "Zephyrine moves" in served
    assert "Meta AI" not in served


def test_status_and_sources_are_its_own(place: Place) -> None:
    """Nothing of the configuration that is shipped is listened to."""
    assert [one["name"] for one in place.ok("sources", "-f", "json").records] == ["zephyrine-press"]
    assert "about Zephyrine" in place.ok("doctor").out
