"""The HTTP server around the application. Streams end before uvicorn waits for connections, so it leaves in time."""

from __future__ import annotations

import socket

import uvicorn
from starlette.applications import Starlette

__all__ = ["GRACE_SECONDS", "Server", "make_server"]

#: what is left for answers that are under way
GRACE_SECONDS = 2


class Server(uvicorn.Server):
    """``await server.serve()`` until ``server.should_exit``; uvicorn sets that at SIGINT and SIGTERM."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends the streams first."""
        self.config.app.state.streams.close()  # type: ignore[union-attr]
        await super().shutdown(sockets)


def make_server(app: Starlette, *, host: str = "127.0.0.1", port: int = 8420) -> Server:
    """A server that logs nothing of its own and keeps the one event loop it is run in."""
    config = uvicorn.Config(
        app, host=host, port=port, log_config=None, access_log=False, lifespan="on", server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS, timeout_keep_alive=15, http="h11", ws="none",
    )  # fmt: skip
    return Server(config)
