"""A small chronology in a file, an application over it, and a client that speaks to it without a socket."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from lxml import html
from starlette.applications import Starlette

from store.events import Attribution, Claim, ClaimsExtracted, MoveAmended, MoveRejected, PostObserved, Quantity
from store.log import Log, NewEvent
from timeline.readmodel import ReadModel
from timeline.web import create_app

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOME = "https://moves.example.org"


class Ticking:
    """A minute later each time it is asked."""

    def __init__(self) -> None:
        self.now = NOW - timedelta(days=1)

    def __call__(self) -> datetime:
        """The next minute."""
        self.now += timedelta(minutes=1)
        return self.now


class Store:
    """A log in a file and the chronology folded from it."""

    def __init__(self, folder: Path) -> None:
        self.url = f"sqlite:///{folder}/timeline.sqlite"
        self.log = Log.open(self.url, clock=Ticking())
        self.model = ReadModel.open(self.url)

    def post(self, name: str, publisher: str, published: str | None, *claims: Claim, trust: str = "press") -> None:
        """A post, and what was read out of it; folded at once."""
        text = " ".join(claim.quote or "" for claim in claims)
        seen = PostObserved(
            post=name, source="told", publisher=publisher, title=name, text=text, published=published,
            url=f"https://{publisher}/{name}", trust=trust,  # type: ignore[arg-type]
        )  # fmt: skip
        read = ClaimsExtracted(post=name, revision=1, extractor="rules", version="1", claims=claims)
        self.log.append([NewEvent(seen, f"post:{name}", f"observed/{name}")])
        self.log.append([NewEvent(read, f"post:{name}", f"claims/{name}")])
        self.model.catch_up(self.log)

    def judge(self, event: MoveAmended | MoveRejected) -> None:
        """What a person said of a move."""
        self.log.append([NewEvent(event, f"move:{event.move}", f"judged/{self.log.head().position}")])
        self.model.catch_up(self.log)

    def ids(self) -> list[str]:
        """The ids of the moves there are, newest first."""
        sql = "SELECT i.id FROM rm_move m JOIN rm_id i ON i.move = m.move ORDER BY m.rank DESC"
        return [name for (name,) in self.model.connection.execute(sql)]

    def app(self, **given: Any) -> Starlette:
        """The application over it."""
        return create_app(self.url, **{"clock": lambda: NOW, "home": HOME, **given})

    def close(self) -> None:
        """Gives the connections back."""
        self.model.close()
        self.log.close()


def claim(object_: str, date: str | None, **given: Any) -> Claim:
    """What a post says of Meta."""
    precision = {4: "year", 7: "month", 10: "day"}.get(len(date or ""), "unknown")
    precision = "quarter" if date and "Q" in date else precision
    values = {
        "type": "release", "object": object_, "object_id": object_.lower().replace(" ", "-"), "actors": ("Meta",),
        "actor_ids": ("meta",), "date": date, "precision": precision, "status": "shipped", "rule": "told",
        "quote": f"Meta has released {object_} <now> & “here”.", "anchor": "absolute" if date else "none", **given,
    }  # fmt: skip
    return Claim(**values)


def small(folder: Path) -> Store:
    """Seven moves of four publishers; one said by two, one without a date, one by the quarter."""
    store = Store(folder)
    store.post("a", "about.example.com", "2025-04-05T16:00:00Z", claim("Llama 4", "2025-04-05"), trust="first-party")
    store.post("b", "axios.example.com", "2025-04-06T09:00:00-04:00", claim("Llama 4", "2025-04"))
    store.post("c", "axios.example.com", "2023-02-25", claim("LLaMA", "2023-02-24"), claim("Code Llama", "2023-08-24"))
    capex = Quantity(text="$115-135 billion", metric="capex", low=115e9, high=135e9, unit="USD", period="2026")
    store.post(
        "d", "cnbc.example.com", "2026-01-29",
        claim("capex", "2026-Q1", type="investment", status="announced", quantities=(capex,),
              attribution=Attribution(speaker="first-party")),
        claim("MTIA 300", "2026-03-11", type="chip", status="announced", actors=("Meta", "Broadcom"),
              actor_ids=("meta", "broadcom")),
    )  # fmt: skip
    store.post("e", "blog.example.org", None, claim("Behemoth", None, status="rumoured"))
    store.post("f", "blog.example.org", "2024-07-24", claim("Llama 3.1", "2024-07-23"))
    return store


class Client:
    """Asks an application, each request in an event loop of its own."""

    def __init__(self, app: Starlette, base: str = "http://127.0.0.1:8420") -> None:
        self.app = app
        self.base = base

    def get(self, path: str, **headers: str) -> httpx.Response:
        """The answer. ``if_none_match="x"`` is the header If-None-Match."""

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url=self.base) as client:
                return await client.get(path, headers={k.replace("_", "-"): v for k, v in headers.items()})

        return asyncio.run(ask())

    def page(self, path: str) -> Any:
        """The answer as a tree, as a browser asks for it."""
        return html.fromstring(self.get(path, accept="text/html").content)
