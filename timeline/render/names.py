"""What a move or a feed is called for ever, by those who keep it."""

from __future__ import annotations

from uuid import uuid5

from store.records import NAMESPACE
from timeline.render.context import Context
from timeline.view import MoveView

__all__ = ["feed_id", "permanent", "urn"]


def urn(key: str) -> str:
    """``urn:uuid:`` of a key (RFC 9562, version 5): a valid name where there is no address (RFC 4287, 4.2.6)."""
    return f"urn:uuid:{uuid5(NAMESPACE, key)}"


def permanent(move: MoveView, context: Context) -> str:
    """The permanent address of the move's page; a urn where the program does not know its own address."""
    return f"{context.home}/moves/{move.id}" if context.home else urn(f"move/{move.id}")


def feed_id(context: Context, kind: str) -> str:
    """One a query and kind of feed: the same at every position."""
    return context.link(f"/{kind}") if context.home else urn(f"{kind}?{context.query_string}")
