"""What is counted for /metrics."""

from __future__ import annotations

from collections import Counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Counting", "Counts"]


class Counts:
    """Answers by their status, renderings, open streams."""

    def __init__(self) -> None:
        self.answers: Counter[int] = Counter()
        self.rendered = 0
        self.streams = 0


#: everything comes from here, no page of others may frame ours, no address of ours is told to others
HEADERS = (
    (b"content-security-policy",
     b"default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)  # fmt: skip


class Counting:
    """Counts every answer and gives it the headers that all have."""

    def __init__(self, app: ASGIApp, counts: Counts) -> None:
        self.app = app
        self.counts = counts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.counts.answers[message["status"]] += 1
                if message["status"] != 304:  # whoever has the body has these as well (RFC 9110, 15.4.5)
                    message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        await self.app(scope, receive, counted)
