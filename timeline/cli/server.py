"""The web server: uvicorn on the application of ``timeline.web``, ended from outside in two seconds, streams and all."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any

from store.errors import UsageError
from timeline.cli.context import Context

if TYPE_CHECKING:
    import uvicorn

__all__ = ["listening"]

#: seconds that open answers are given at the end: an event stream would keep it alive for ever
GRACE = 1


@asynccontextmanager
async def listening(host: str, port: int, context: Context) -> AsyncIterator[tuple[str, Callable[[], Awaitable[None]]]]:
    """The address, and what waits for the server's own end. Raises UsageError where the port is taken."""
    from timeline.web import create_app

    place = _bound(host, port)
    number = place.getsockname()[1]
    address = f"http://{f'[{host}]' if ':' in host else host}:{number}"
    app = create_app(context.db, clock=context.clock, status=lambda: _status(context))
    server = _server(app)
    task = asyncio.create_task(server.serve(sockets=[place]))
    try:
        while not server.started and not task.done():
            await asyncio.sleep(0.01)

        async def ended() -> None:
            await asyncio.shield(task)

        yield address, ended
    finally:
        server.should_exit = True
        await asyncio.wait([task], timeout=GRACE + 1)


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    place = socket.socket(family, socket.SOCK_STREAM)
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        place.bind((host, port))
    except OSError as error:
        place.close()
        raise UsageError(f"cannot listen on {host} port {port}: {error.strerror}") from None
    return place


def _server(app: Any) -> uvicorn.Server:
    import uvicorn

    class Quiet(uvicorn.Server):
        """Signals belong to the daemon, which ends the server itself."""

        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            """None are taken."""
            yield

    config = uvicorn.Config(
        app, log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE, lifespan="on", server_header=False
    )
    return Quiet(config)


def _status(context: Context) -> list[dict[str, Any]]:
    from msgspec import to_builtins

    from timeline.cli.opened import log_of
    from timeline.cli.status import healths

    with log_of(context, read_only=True) as log:
        return [to_builtins(one) for one in healths(log, context)]
