"""A real server on loopback that speaks the chat completions protocol and says what a test wants: truth, lies, nothing.

It runs in a thread of its own, because the reader waits for its answer.
"""

from __future__ import annotations

import contextlib
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from ingest.extract import extractor, load_lexicon
from ingest.extract.llm import Cache, LlmSettings, Model, Reading, llm_extractor
from ingest.model import Post
from ingest.reading import Extractor

__all__ = [
    "LEXICON",
    "NOW",
    "POST",
    "Interface",
    "Kept",
    "Reply",
    "Time",
    "completion",
    "deal",
    "elapsed",
    "move",
    "reader",
    "settings",
    "speaking",
]

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
LEXICON = load_lexicon(Path(__file__).resolve().parent.parent / "config" / "lexicon.toml")

POST = Post(
    id="p1",
    title="Meta opens its newest language models",
    text=(
        "Meta released Llama 4 Scout and Llama 4 Maverick on Saturday. "
        "The company said that it signed an agreement with AMD for 6 gigawatts of AI chips. "
        "The weather in Menlo Park was mild and nobody spoke about it for a while. "
        "Visitors from Nvidia were not seen on that day, at least not by us."
    ),
    publisher="Example News",
    published="2026-04-06T10:00:00Z",
)


def move(**changes: Any) -> dict[str, Any]:
    """A true move of ``POST``, with changes."""
    true = {
        "type": "release",
        "status": "shipped",
        "quote": "Meta released Llama 4 Scout and Llama 4 Maverick on Saturday",
        "object": "Llama 4 Scout and Llama 4 Maverick",
        "actors": ["Meta"],
        "quantities": [],
        "date_words": "on Saturday",
    }
    return true | changes


def deal(**changes: Any) -> dict[str, Any]:
    """Another true one."""
    true = move(
        type="partnership",
        status="announced",
        quote="The company said that it signed an agreement with AMD for 6 gigawatts of AI chips",
        object="AI chips",
        actors=["Meta", "AMD"],
        quantities=["6 gigawatts"],
        date_words=None,
    )
    return true | changes


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the server. ``pause``: seconds before each of the pieces."""

    status: int = 200
    pieces: tuple[bytes, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0
    length: int | None = None  # that is promised, where it is not the true one


def completion(*moves: dict[str, Any], content: str | None = None, reason: str = "stop", **message: Any) -> Reply:
    """A chat completion with these moves, or with other content."""
    text = json.dumps({"moves": list(moves)}) if content is None else content
    said = {"role": "assistant", "content": text} | message
    whole = {
        "id": "c1",
        "object": "chat.completion",
        "choices": [{"index": 0, "finish_reason": reason, "message": said}],
    }
    return Reply(pieces=(json.dumps(whole).encode(),))


@dataclass(slots=True)
class Interface:
    """The server: its port, and what it was asked."""

    port: int
    asked: list[dict[str, Any]] = field(default_factory=list)
    fields: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """host:port."""
        return f"127.0.0.1:{self.port}"

    @property
    def post(self) -> dict[str, Any]:
        """The post as the last request has it."""
        data: dict[str, Any] = json.loads(self.asked[-1]["messages"][-1]["content"])
        return data


@contextlib.contextmanager
def speaking(
    *replies: Reply | Callable[[dict[str, Any]], Reply], tls: ssl.SSLContext | None = None
) -> Iterator[Interface]:
    """Runs a server until the block ends. It gives the replies in turn, the last one for ever."""
    here = Interface(0)
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
            """Silent."""

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            reply = replies[min(len(here.asked), len(replies) - 1)]
            here.asked.append(body)
            here.fields.append({name.lower(): value for name, value in self.headers.items()})
            here.paths.append(self.path)
            with contextlib.suppress(OSError):  # whoever asked may have gone
                self._send(reply(body) if callable(reply) else reply)

        def handle(self) -> None:
            with contextlib.suppress(OSError):  # a client that did not like our certificate
                super().handle()

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            length = sum(map(len, reply.pieces)) if reply.length is None else reply.length
            for name, value in {"Content-Length": str(length), **reply.fields}.items():
                self.send_header(name, value)
            self.end_headers()
            for piece in reply.pieces:
                over.wait(reply.pause)
                self.wfile.write(piece)
                self.wfile.flush()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    here.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


@dataclass(slots=True)
class Time:
    """A clock that only sleeping moves."""

    now: datetime = NOW
    slept: list[float] = field(default_factory=list)

    def clock(self) -> datetime:
        """The time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Passes the time at once."""
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)


class Kept(dict[str, str]):
    """Answers in memory."""

    def put(self, key: str, content: str) -> None:
        """Keeps one."""
        self[key] = content


def settings(there: Interface, **changes: Any) -> LlmSettings:
    """Settings for this server."""
    here = LlmSettings(f"http://{there.key}/v1", "small-1", timeout=5.0, allow_private=frozenset({there.key}))
    return replace(here, **changes)


def reader(
    there: Interface,
    told: Callable[[Reading], None] = lambda _: None,
    *,
    cache: Cache | None = None,
    time_: Time | None = None,
    **changes: Any,
) -> Extractor:
    """The reader as a command wires it, asking this server."""
    chosen, passing = settings(there, **changes), time_ or Time()
    model = Model(chosen, clock=passing.clock, sleep=passing.sleep)
    kept: Cache = Kept() if cache is None else cache
    return llm_extractor(chosen, LEXICON, extractor(LEXICON), model=model, cache=kept, told=told)


def elapsed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    start = time.monotonic()
    work()
    return time.monotonic() - start
