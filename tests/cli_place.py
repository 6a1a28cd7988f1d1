"""A store and a configuration in a folder, the program over them, and a server on loopback in a thread of its own."""

from __future__ import annotations

import asyncio
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.servers.http import Handler, Seen, Server, reply, serving
from timeline.cli import main

__all__ = [
    "AMD", "LLAMA", "PROGRAM", "ROOT", "SCOUT", "Done", "Place", "atom", "conditional", "listening_to", "loopback",
    "small", "source",
]  # fmt: skip

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = str(Path(sys.executable).with_name("timeline"))


@dataclass(frozen=True)
class Done:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """Its lines of JSON."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def record(self) -> dict[str, Any]:
        """Its one line of JSON."""
        (one,) = self.records
        return one


@dataclass(frozen=True)
class Place:
    """``folder`` holds ``store.sqlite`` and ``config``: a lexicon and sources, no starting chronology."""

    folder: Path

    @classmethod
    def made(cls, folder: Path, sources: str = "", lexicon: Path = ROOT / "config") -> Place:
        """With the lexicon that is shipped and these sources."""
        here = cls(folder)
        here.config.mkdir(parents=True)
        (here.config / "lexicon.toml").write_bytes((lexicon / "lexicon.toml").read_bytes())
        here.listens_to(sources)
        return here

    @property
    def config(self) -> Path:
        """The folder of the configuration."""
        return self.folder / "config"

    @property
    def db(self) -> str:
        """The URL of the store."""
        return f"sqlite:///{self.folder}/store.sqlite"

    def listens_to(self, sources: str) -> None:
        """Writes sources.toml."""
        (self.config / "sources.toml").write_text(sources, encoding="utf-8")

    def file(self, name: str, text: str | bytes) -> str:
        """A file beside the store; its path."""
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    def argv(self, *words: str) -> list[str]:
        """A command line over this place."""
        return ["--db", self.db, "--config", str(self.config), *words]

    def run(self, *words: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Done:
        """A command, in this process."""
        out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
        given = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
        with ExitStack() as lent:
            lent.enter_context(redirect_stdout(out))
            lent.enter_context(redirect_stderr(err))
            lent.enter_context(patch.object(sys, "stdin", given))
            lent.enter_context(patch.dict(os.environ, env or {}))
            code = main(self.argv(*words))
        out.flush()
        return Done(code, out.buffer.getvalue().decode(), err.getvalue())

    def ok(self, *words: str) -> Done:
        """A command that must go well."""
        done = self.run(*words)
        assert done.code == 0, (words, done.out, done.err)
        return done

    def process(self, *words: str, **given: Any) -> subprocess.Popen[str]:
        """The program itself, as people start it."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL} | given
        return subprocess.Popen([PROGRAM, *self.argv(*words)], text=True, **pipes)

    def moves(self, *words: str) -> list[dict[str, Any]]:
        """The chronology."""
        return self.ok("show", "-f", "ndjson", *words).records

    def position(self) -> int:
        """How many events the log has."""
        return int(json.loads(self.ok("status", "-f", "json").out)["position"])


@contextmanager
def loopback(routes: dict[str, Handler]) -> Iterator[Server]:
    """Serves while the block runs, beside whatever the block does."""
    ready, holder, stop = threading.Event(), list[Any](), asyncio.Event()

    async def serve() -> None:
        async with serving(routes) as server:
            holder.extend((server, asyncio.get_running_loop()))
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield holder[0]
    finally:
        holder[1].call_soon_threadsafe(stop.set)
        thread.join(10)


def atom(*entries: tuple[str, str, str, str], title: str = "Example") -> bytes:
    """A feed of (address, publish date, title, text)."""
    parts = [
        f'<entry><id>{url}</id><link href="{url}"/><title>{name}</title><published>{when}T12:00:00Z</published>'
        f'<content type="html">&lt;p&gt;{text}&lt;/p&gt;</content></entry>'
        for url, when, name, text in entries
    ]
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title>{"".join(parts)}</feed>'.encode()


_POSTS = {
    "scout.md": ("2025-04-06", "north.example", "Meta has released Llama 4 Scout on April 5, 2025."),
    "amd.md": ("2026-02-24", "south.example", "Meta signed an agreement with AMD on February 24, 2026: 6 gigawatts."),
    "capex.md": (
        "2026-01-29", "north.example",
        "Meta raised its 2026 capital expenditures guidance to $115 billion to $135 billion on January 28, 2026.",
    ),
    "other.md": (
        "2026-01-29", "south.example",
        "Meta said on January 28, 2026 that its capital expenditures for 2026 will be $100 billion to $110 billion.",
    ),
    "llama.md": ("2023-02-25", "north.example", "Meta has released LLaMA on February 24, 2023."),
}  # fmt: skip


def small(folder: Path) -> Place:
    """Four moves of two publishers, one of them disputed."""
    shutil.copytree(_template().name, folder, dirs_exist_ok=True)
    return Place(folder)


@cache
def _template() -> tempfile.TemporaryDirectory[str]:
    """The same, made once and copied: what is appended waits for the disk each time."""
    folder = tempfile.TemporaryDirectory()
    here = Place.made(Path(folder.name))
    for name, (published, publisher, text) in _POSTS.items():
        front = f"---\ntitle: {name}\ndate: {published}\npublisher: {publisher}\nurl: https://{publisher}/{name}\n---\n"
        here.ok("ingest", here.file(name, front + text + "\n"))
    return folder


SCOUT = (
    "https://north.example/scout",
    "2025-04-06",
    "Llama 4 Scout",
    "Meta has released Llama 4 Scout on April 5, 2025.",
)
LLAMA = ("https://north.example/llama", "2023-02-25", "LLaMA", "Meta has released LLaMA on February 24, 2023.")
AMD = (
    "https://south.example/amd", "2026-02-24", "Meta and AMD",
    "Meta signed an agreement with AMD on February 24, 2026 for 6 gigawatts of GPUs.",
)  # fmt: skip


def conditional(body: bytes, etag: str) -> Handler:
    """The feed, or 304 for who has it already."""

    async def handler(seen: Seen, writer: asyncio.StreamWriter) -> None:
        known = seen["if-none-match"] == etag
        answer = reply(status=304, etag=etag) if known else reply(body, content_type="application/atom+xml", etag=etag)
        await answer(seen, writer)

    return handler


def source(name: str, server: Server, path: str, **more: str) -> str:
    """A table of sources.toml."""
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in more.items())
    return f'[[source]]\nname = "{name}"\nurl = "{server.url(path)}"\npublisher = "{name}.example"\n{lines}\n'


def listening_to(server: Server, *tables: str) -> str:
    """sources.toml that may ask this server."""
    return f'[fetch]\nspacing_seconds = 0\nallow_private = ["{server.key}"]\n\n' + "".join(tables)
