"""A name → its addresses, every one of them checked before any is used."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Sequence

from ingest.fetch.addresses import Target, forbidden, refused

__all__ = ["Resolver", "checked_addresses", "system_resolver"]

#: (host, port) → addresses as text, in order of preference; raises OSError
Resolver = Callable[[str, int], Awaitable[Sequence[str]]]


async def system_resolver(host: str, port: int) -> list[str]:
    """The system's own resolver, in a thread that nobody has to wait for if the name server hangs."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str] | OSError) -> None:
        if answer.done():
            return
        if isinstance(found, OSError):
            answer.set_exception(found)
        else:
            answer.set_result(found)

    def ask() -> None:
        found: list[str] | OSError
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = list(dict.fromkeys(str(info[4][0]) for info in infos))
        except OSError as error:
            found = error
        except UnicodeError as error:
            found = OSError(str(error))
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, found)

    threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
    return await answer


async def checked_addresses(target: Target, resolver: Resolver, allow_private: frozenset[str]) -> Sequence[str]:
    """Where ``target`` may be connected to. One forbidden address among many refuses the name: a mixture is how
    a rebinding name server gets its inner address tried second.

    An entry of ``allow_private`` vouches for a host and port as the URL spells them. Raises FetchError: ``dns``,
    ``address``.
    """
    vouched = target.key in allow_private
    if target.ip is not None:
        found: Sequence[str] = [str(target.ip)]
    else:
        try:
            found = await resolver(target.host, target.port)
        except OSError as error:
            raise refused(target.url, "dns", f"the name does not resolve ({error.strerror or error})") from None
    if not found:
        raise refused(target.url, "dns", "the name has no address")
    for address in found:
        if not vouched and (why := forbidden(address)):
            raise refused(target.url, "address", f"{address} is not asked: {why}, and allow_private does not name it")
    return found
