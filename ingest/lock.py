"""One daemon a store: an advisory lock beside the database that ends with the process, however it ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from store.connect import path_of
from store.errors import LockedError

__all__ = ["holder", "only_daemon"]


@contextmanager
def only_daemon(url: str) -> Iterator[None]:
    """Holds the lock of a store. Raises LockedError naming the process that holds it. A store in memory has none."""
    path = path_of(url)
    if path is None:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    place = path.with_name(path.name + ".lock")
    with place.open("a+", encoding="ascii") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            held.seek(0)
            holder = held.read().strip() or "unknown"
            raise LockedError(f"{path}: another daemon (process {holder}) holds this store", holder=holder) from None
        held.truncate(0)
        held.write(str(os.getpid()))
        held.flush()
        yield


def holder(url: str) -> int | None:
    """The process id of the daemon that holds a store; None where none does."""
    path = path_of(url)
    place = path.with_name(path.name + ".lock") if path else None
    if place is None or not place.exists():
        return None
    with place.open("r", encoding="ascii") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            text = held.read().strip()
            return int(text) if text.isdigit() else 0
    return None
