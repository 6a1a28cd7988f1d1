"""The pages and feeds over HTTP, over a real store."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest

from store.errors import InputError
from store.events import MoveAmended
from tests.web_store import HOME, NOW, Client, Store, claim, small
from timeline.query import PARAMETERS
from timeline.web.feeds import ARCHIVE, FEEDS

VIEWS = ("/", *(f"/feed.{name}" for name in FEEDS), "/changes.json", "/changes.atom", "/v1/moves", "/v1/log")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small chronology, for tests that only read."""
    made = small(tmp_path_factory.mktemp("kept"))
    yield made
    made.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The small chronology, for tests that add to it."""
    made = small(tmp_path)
    yield made
    made.close()


@pytest.fixture
def client(kept: Store) -> Client:
    """Somebody who reads it."""
    return Client(kept.app())


def test_every_view_takes_the_same_query(client: Client) -> None:
    """A query gives the same moves as a page and in every machine format."""
    query = "?since=2025&type=release&type=chip"
    page = client.page(f"/{query}")
    ids = [name.removeprefix("m") for name in page.xpath("//article/@id")]
    assert len(ids) == 2
    lines = client.get(f"/feed.ndjson{query}").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids
    feed = client.get(f"/feed.json{query}").json()
    assert [item["id"] for item in feed["items"]] == [f"{HOME}/moves/{name}" for name in ids]
    assert [item["_timeline"] for item in feed["items"]] == [json.loads(line) for line in lines]
    atom = feedparser.parse(client.get(f"/feed.atom{query}").content)
    assert [entry.id for entry in atom.entries] == [f"{HOME}/moves/{name}" for name in ids]
    rows = list(csv.DictReader(io.StringIO(client.get(f"/feed.csv{query}").text)))
    assert [row["id"] for row in rows] == ids
    assert re.findall("UID:(.*)@timeline", client.get(f"/feed.ics{query}").text.replace("\r", "")) == ids
    assert [move["id"] for move in client.get(f"/v1/moves{query}").json()["moves"]] == ids


@pytest.mark.parametrize("path", VIEWS)
def test_a_304_is_given_without_rendering(kept: Store, path: str) -> None:
    """Asked again with its ETag, an unchanged view answers 304 with an empty body and renders nothing."""
    app = kept.app()
    client = Client(app)
    first = client.get(path)
    rendered = app.state.site.counts.rendered
    again = client.get(path, if_none_match=first.headers["etag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert app.state.site.counts.rendered == rendered


def test_an_etag_is_a_function_of_query_and_position_alone(kept: Store) -> None:
    """Two processes give equal ETags for queries that mean the same, others for other queries."""
    one, two = Client(kept.app()), Client(kept.app())
    etag = one.get("/feed.json?type=chip&since=2025").headers["etag"]
    assert two.get("/feed.json?since=2025&type=chip&limit=").headers["etag"] == etag
    assert two.get("/feed.json?since=2024&type=chip").headers["etag"] != etag
    assert two.get("/feed.atom?since=2025&type=chip").headers["etag"] != etag


@pytest.mark.parametrize("path", VIEWS)
def test_an_etag_ends_when_something_is_recorded(store: Store, path: str) -> None:
    """After a commit of another connection the old ETag gets the new body."""
    client = Client(store.app())
    etag = client.get(path).headers["etag"]
    store.post("g", "axios.example.com", "2026-11-20", claim("Avocado", "2026-11-19"))
    answer = client.get(path, if_none_match=etag)
    assert answer.status_code == 200
    assert "Avocado" in answer.text


def test_a_relative_period_moves_on_with_the_days(kept: Store) -> None:
    """``since=1y`` asked a year later is another question, in the same process."""
    moment = [NOW]
    client = Client(kept.app(clock=lambda: moment[0]))
    first = client.get("/feed.json?since=1y")
    moment[0] = NOW.replace(year=2028)
    later = client.get("/feed.json?since=1y", if_none_match=first.headers["etag"])
    assert len(first.json()["items"]) == 2
    assert later.json()["items"] == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("since=nonsense", "did you mean"),
        ("since=20255", "did you mean"),
        ("typ=chip", "did you mean type"),
        ("type=chips", "did you mean chip"),
        ("limit=-1", "limit"),
        ("sort=best", "did you mean oldest"),
        ("cursor=x", "no cursor"),
        ("as-of=2025..", "no end"),
        ("&".join(f"type={n}" for n in range(200)), "more than 100"),
        ("q=" + "x" * 5000, "longer than"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/feed.json", "/feed.atom", "/v1/moves"])
def test_what_is_not_understood_is_a_400_that_says_so(client: Client, path: str, query: str, said: str) -> None:
    """A wrong query is refused in words, as JSON where JSON was asked for; never a guess, never a traceback."""
    answer = client.get(f"{path}?{query}")
    assert answer.status_code == 400
    if path in ("/feed.json", "/v1/moves"):
        assert answer.headers["content-type"] == "application/problem+json"
        assert said in answer.json()["detail"]
    else:
        assert answer.headers["content-type"].startswith("text/plain")
        assert said in answer.text


def test_pages_follow_one_another_by_cursor(client: Client) -> None:
    """Following next brings every move once, in pages, JSON Feed and /v1 alike."""
    wanted = [move["id"] for move in client.get("/v1/moves").json()["moves"]]
    seen, path = [], "/v1/moves?limit=2"
    while path:
        answer = client.get(path).json()
        seen += [move["id"] for move in answer["moves"]]
        assert answer["matched"] == answer["total"] == len(wanted)
        path = (answer["next_url"] or "").removeprefix(HOME)
    assert seen == wanted
    second = client.get("/feed.json?limit=2").json()["next_url"].removeprefix(HOME)
    assert [item["_timeline"]["id"] for item in client.get(second).json()["items"]] == wanted[2:4]
    page = client.page("/?limit=2")
    page = client.page(page.xpath("//main//a[@rel='next']/@href")[0])
    assert [name.removeprefix("m") for name in page.xpath("//article/@id")] == wanted[2:4]


def test_a_feed_without_a_limit_has_everything(client: Client) -> None:
    """``limit=0`` is all there is."""
    assert len(client.get("/feed.json?limit=0").json()["items"]) == 7


def test_changes_are_a_feed_of_their_own(store: Store) -> None:
    """One item a change, latest first; a judgement says by whom and why; following next_url brings them all."""
    name = next(m["id"] for m in Client(store.app()).get("/v1/moves?q=llama+4").json()["moves"])
    store.judge(MoveAmended(move=name, field="date", value="2025-04-06", was="2025-04-05", by="ana", why="time zones"))
    client = Client(store.app())
    feed = client.get("/changes.json").json()
    assert "by ana (time zones)" in feed["items"][0]["title"]
    assert feed["items"][0]["id"] == f"{HOME}/moves/{name}#change-{store.log.head().position}"
    assert [item["date_published"] for item in feed["items"]] == sorted(
        (item["date_published"] for item in feed["items"]), reverse=True
    )
    seen, path = [], "/changes.json?limit=2"
    while path:
        answer = client.get(path).json()
        seen += [item["id"] for item in answer["items"]]
        path = answer.get("next_url", "").removeprefix(HOME)
    assert seen == [item["id"] for item in feed["items"]]
    atom = feedparser.parse(client.get("/changes.atom").content)
    assert [entry.id for entry in atom.entries] == seen


def test_archive_pages_of_changes_never_change(store: Store) -> None:
    """An archive page has the changes of its positions, is kept for ever, and stays as it is while the log grows."""
    for number in range(ARCHIVE // 2):
        store.post(f"p{number}", "axios.example.com", "2026-01-01", claim(f"Thing {number}", "2026-01-01"))
    client = Client(store.app())
    page = client.get("/changes/1.atom")
    assert "immutable" in page.headers["cache-control"]
    parsed = feedparser.parse(page.content)
    assert {link.rel for link in parsed.feed.links} >= {"self", "current"}
    assert 'xmlns:fh="http://purl.org/syndication/history/1.0"' in page.text
    current = feedparser.parse(client.get("/changes.atom").content)
    archive = next(link.href for link in current.feed.links if link.rel == "prev-archive")
    assert archive == f"{HOME}/changes/1.atom"
    assert client.get("/changes/2.atom").status_code == 404
    store.post("later", "axios.example.com", "2026-01-01", claim("Later", "2026-01-01"))
    assert client.get("/changes/1.atom").content == page.content


def test_the_raw_log_is_read_by_position(client: Client, kept: Store) -> None:
    """/v1/log gives the events after a position as they are chained, and where to go on."""
    answer = client.get("/v1/log?after=2&limit=3").json()
    assert [event["position"] for event in answer["events"]] == [3, 4, 5]
    assert answer["next"] == 5
    assert answer["hash"] == kept.log.head().hash
    assert answer["events"][0]["data"]["publisher"] == "axios.example.com"
    assert list(answer["events"][0]) == [
        "position", "id", "stream", "version", "type", "schema", "recorded_at", "data", "hash",
    ]  # fmt: skip
    assert client.get("/v1/log?after=9999").json()["events"] == []
    assert client.get("/v1/log?type=PostObserved").json()["next"] is None
    assert client.get("/v1/log?after=x").status_code == 400


def test_bodies_are_compressed_for_whoever_asks(client: Client) -> None:
    """Compressed where it is accepted, not where its weight is 0; the same ETag for both; the page stays small."""
    packed = client.get("/", accept_encoding="gzip")
    plain = client.get("/", accept_encoding="gzip;q=0, identity")
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.headers["etag"] == plain.headers["etag"]
    assert "accept-encoding" in packed.headers["vary"]


def test_without_a_home_addresses_are_those_we_were_asked_by(kept: Store) -> None:
    """The Host header makes absolute addresses; one that is no host makes none, and nothing of it is echoed."""
    client = Client(kept.app(home=None), base="http://timeline.test:8420")
    assert client.get("/feed.json").json()["feed_url"] == "http://timeline.test:8420/feed.json"
    feed = client.get("/feed.json", host='x"><b>').json()
    assert "feed_url" not in feed
    assert all(item["id"].startswith("urn:uuid:") for item in feed["items"])


def test_only_reading_is_possible(kept: Store) -> None:
    """Connections of the web are read-only: what would write fails."""
    app = kept.app()
    with pytest.raises(InputError, match="readonly"), app.state.site.readers.snapshot() as connection:
        connection.execute("DELETE FROM rm_move")


def test_the_description_for_programs_names_every_path_and_parameter(client: Client, kept: Store) -> None:
    """The OpenAPI file has every route of the application, and every filter of a query."""
    told = client.get("/v1/openapi.json").json()
    routes = {route.path.replace(":int", "") for route in kept.app().routes}  # type: ignore[attr-defined]
    assert set(told["paths"]) == routes - {"/", "/moves/{id}", "/status", "/static", "/v1/openapi.json"}
    assert {p["name"] for p in told["paths"]["/v1/moves"]["get"]["parameters"]} == set(PARAMETERS)
    move = client.get("/v1/moves").json()["moves"][0]
    assert set(told["components"]["schemas"]["Move"]["required"]) <= set(move)
