"""The web server of ``timeline run`` and ``serve``: it is ended from outside, streams and all, within two seconds."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

from store.errors import UsageError
from timeline.cli.context import Context

if TYPE_CHECKING:
    from timeline.web.server import Server

__all__ = ["listening"]


@asynccontextmanager
async def listening(host: str, port: int, context: Context) -> AsyncIterator[tuple[str, Callable[[], Awaitable[None]]]]:
    """The address, and what waits for the server's own end. Raises UsageError where the port is taken."""
    from timeline.web.app import create_app
    from timeline.web.server import GRACE_SECONDS

    place = _bound(host, port)
    number = place.getsockname()[1]
    address = f"http://{f'[{host}]' if ':' in host else host}:{number}"
    app = create_app(context.db, clock=context.clock, status=lambda: _status(context))
    server = _server(app)
    task = asyncio.create_task(server.serve(sockets=[place]))
    try:
        while not server.started and not task.done():  # noqa: ASYNC110 - uvicorn offers a flag, no event
            await asyncio.sleep(0.01)

        async def ended() -> None:
            await asyncio.shield(task)

        yield address, ended
    finally:
        server.should_exit = True
        await asyncio.wait([task], timeout=GRACE_SECONDS)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    place = socket.socket(family, socket.SOCK_STREAM)
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        place.bind((host, port))
    except (OSError, OverflowError) as error:
        place.close()
        raise UsageError(f"cannot listen on {host} port {port}: {getattr(error, 'strerror', None) or error}") from None
    return place


def _server(app: Any) -> Server:
    from timeline.web import server as web

    class Quiet(web.Server):
        """Signals belong to the command, which ends the server itself."""

        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            """None are taken."""
            yield

    return Quiet(web.make_server(app).config)


def _status(context: Context) -> list[dict[str, Any]]:
    from msgspec import to_builtins

    from timeline.cli.opened import log_of
    from timeline.cli.status import healths

    with log_of(context, read_only=True) as log:
        return [to_builtins(one) for one in healths(log, context)]
