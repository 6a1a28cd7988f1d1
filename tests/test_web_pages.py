"""The pages for people, and what people are told where something is wrong."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.events import MoveRejected, SourceFailing, SourceRecovered
from store.log import NewEvent
from tests.web_store import NOW, Client, Store, claim, small
from timeline.web import create_app


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


def test_a_person_gets_a_page_for_an_error(client: Client) -> None:
    """A browser that asked for the page is told on a page, with what it typed escaped."""
    answer = client.get("/?since=<script>", accept="text/html,*/*")
    assert answer.status_code == 400
    assert "&lt;script&gt;" in answer.text
    assert "<script>" not in answer.text


def test_a_move_has_a_page_with_every_quote(client: Client, kept: Store) -> None:
    """The page of a move has its claims' exact words, their places and the move's history."""
    llama = next(m for m in client.get("/v1/moves?q=llama+4").json()["moves"])
    page = client.page(f"/moves/{llama['id']}")
    assert [q.text_content() for q in page.xpath("//main//ul//q")] == ["Meta has released Llama 4 <now> & “here”."] * 2
    assert page.xpath("//main//cite/a/@href") == ["https://about.example.com/a", "https://axios.example.com/b"]
    assert page.xpath("//h2[@id='history']")
    whole = client.get(f"/moves/{llama['id']}.json").json()
    assert len(whole["claims"]) == 2
    assert whole["history"][0]["kind"] == "new"
    assert {key: whole[key] for key in llama} == llama
    assert client.get(f"/v1/moves/{llama['id']}").json() == whole


def test_a_move_that_is_not_there_is_a_404(client: Client) -> None:
    """An unknown id is not found, in JSON where JSON was asked for."""
    assert client.get("/moves/0000000000").status_code == 404
    answer = client.get("/moves/0000000000.json")
    assert (answer.status_code, answer.json()["status"]) == (404, 404)


def test_what_was_known_then_can_be_asked_everywhere(client: Client) -> None:
    """as-of a position shows what this log knew there: in the list, a feed and a move."""
    early = client.get("/v1/moves?as-of=@2").json()
    assert (len(early["moves"]), early["position"]) == (1, 2)
    name = early["moves"][0]["id"]
    assert len(client.get(f"/moves/{name}.json?as-of=@2").json()["claims"]) == 1
    assert len(client.get("/feed.json?as-of=2024-12-31").json()["items"]) == 3
    assert "as known at #2" in client.get("/?as-of=@2").text


def test_foreign_text_is_escaped_on_every_page(store: Store) -> None:
    """A title, an actor and a quote that are markup are shown, never run."""
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    store.post("x", evil, "2026-11-20", claim(evil, "2026-11-19", actors=(evil, "Meta"), quote=evil))
    client = Client(store.app())
    name = store.ids()[0]
    for path in ("/", f"/moves/{name}"):
        page = client.page(path)
        assert not page.xpath("//script[not(@src)] | //img | //*[@onerror]")
        assert evil in page.text_content()


def test_every_answer_says_what_a_browser_may_do(client: Client) -> None:
    """Pages, feeds and errors carry the policy: nothing from elsewhere, no framing, no sniffing; no inline script."""
    for path in ("/", "/feed.json", "/nothing", "/static/timeline.css", "/livez"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'self';")
        assert headers["x-content-type-options"] == "nosniff"
    for path in ("/", "/status"):
        page = client.page(path)
        assert not page.xpath("//*[@style] | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')]")
        assert not [u for u in page.xpath("//link/@href | //script/@src") if not u.startswith("/")]


def test_the_page_works_as_a_plain_form(client: Client) -> None:
    """The form is a GET form that keeps the other filters; facets and months are links to existing views."""
    page = client.page("/?actor=Meta&min-lineages=1&since=2024")
    form = page.forms[0]
    assert form.method == "GET"
    assert dict(form.form_values()) | {"q": "", "type": "", "until": "", "as-of": ""} == {
        "q": "", "type": "", "since": "2024", "until": "", "as-of": "", "actor": "Meta", "min-lineages": "1",
    }  # fmt: skip
    links = page.xpath("//nav//a/@href | //*[local-name()='svg']//a/@href")
    assert len(links) > 15
    for link in links:
        assert client.get(link).status_code == 200


def test_a_facet_is_chosen_and_let_go_by_its_link(client: Client) -> None:
    """Following a facet narrows to as many moves as it says; following it again takes it back."""
    page = client.page("/")
    (link,) = page.xpath("//nav//a[.='blog.example.org']")
    count = int(link.getnext().text)
    narrowed = client.page(link.get("href"))
    assert len(narrowed.xpath("//article")) == count == 2
    (again,) = narrowed.xpath("//nav//a[.='blog.example.org']")
    assert (again.get("href"), again.get("aria-current")) == ("/", "true")


def test_a_rejected_move_leaves_the_list_and_is_cancelled_in_calendars(store: Store) -> None:
    """Rejected: not in the list, but under its id, in ``rejected=1``, and CANCELLED in a calendar."""
    name = store.ids()[0]
    store.judge(MoveRejected(move=name, by="ana", why="a joke"))
    client = Client(store.app())
    assert name not in client.get("/").text
    assert "✗ rejected" in client.get(f"/moves/{name}").text
    assert "STATUS:CANCELLED" in client.get("/feed.ics?rejected=1").text


def test_a_store_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    """Without a store the program is alive but not ready and says why; as soon as there is one, it answers."""
    url = f"sqlite:///{tmp_path}/timeline.sqlite"
    client = Client(create_app(url, clock=lambda: NOW))
    assert client.get("/livez").status_code == 200
    assert client.get("/readyz").status_code == 503
    answer = client.get("/feed.json")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert client.get("/metrics").status_code == 200
    made = small(tmp_path)
    assert client.get("/readyz").status_code == 200
    assert len(client.get("/feed.json").json()["items"]) == 7
    made.close()


def test_the_state_of_the_sources_is_shown(kept: Store) -> None:
    """/status has every source with what is told of it, as a page and as JSON; /metrics counts them by state."""
    told: list[dict[str, Any]] = [
        {"name": "axios", "state": "ok", "why": None},
        {"name": "verge", "state": "failing", "why": "dns: no such host <b>", "next": "2026-11-21T13:00:00Z"},
    ]
    client = Client(kept.app(status=lambda: told))
    page = client.get("/status", accept="text/html")
    assert "dns: no such host &lt;b&gt;" in page.text
    assert client.get("/status.json").json()["sources"] == told
    assert client.get("/status").json()["sources"] == told
    text = client.get("/metrics").text
    assert 'timeline_sources{state="failing"} 1' in text
    assert f"timeline_position {kept.log.head().position}" in text
    assert "timeline_moves 7" in text


def test_the_page_says_that_sources_fail(store: Store) -> None:
    """A source that fails shows on the page as soon as the log says so, and no longer once it has recovered."""
    client = Client(store.app())
    events: list[SourceFailing | SourceRecovered] = [
        SourceFailing(name="axios", kind="unreachable", why="dns"),
        SourceFailing(name="verge", kind="empty", why="no items"),
        SourceRecovered(name="axios"), SourceRecovered(name="verge"),
    ]  # fmt: skip
    said = []
    for number, event in enumerate(events):
        store.log.append([NewEvent(event, f"source:{event.name}", f"told/{number}")])
        store.model.catch_up(store.log)
        said.append(client.page("/").xpath("//header//a[@href='/status']")[0].text)
    assert said == ["⚠ 1 source failing", "⚠ 2 sources failing", "⚠ 1 source failing", "status"]


def test_the_first_page_is_small(store: Store) -> None:
    """Forty-five moves with two quotes each are at most 100 kB, and 10 kB compressed."""
    for number in range(60):
        for who in ("axios.example.com", "blog.example.org"):
            date = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
            quote = f"Meta has released Thing {number}, {who} reports, and says that it will come to more people soon."
            store.post(f"{who}{number}", who, date, claim(f"Thing {number}", date, quote=quote))
    page = Client(store.app()).get("/").content
    assert page.count(b"<article") == 45
    assert len(page) <= 100_000
    assert len(gzip.compress(page, 9)) <= 10_000
