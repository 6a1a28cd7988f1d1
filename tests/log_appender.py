"""A process that appends until it has done its share or is killed.

    python -m tests.log_appender URL NAME BATCHES SIZE

Prints the number of a batch once the log has acknowledged it, and not before.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from store.events import PostObserved
from store.log import Log, NewEvent


def events(name: str, batch: int, size: int) -> list[NewEvent]:
    """The events of one batch; the same whenever it is asked for."""
    out = []
    for number in range(size):
        post = f"{name}-{batch}-{number}"
        event = PostObserved(post=post, source=name, publisher="Example", title=post, text=f"Text of {post}. " * 20)
        out.append(NewEvent(event, f"post:{post}", f"observed/{post}"))
    return out


def main(url: str, name: str, batches: int, size: int) -> None:
    """Appends batch after batch, the state of the writer in the same commit."""
    with Log.open(url, clock=lambda: datetime.now(UTC)) as log:
        for batch in range(batches):
            with log.transaction() as tx:
                tx.append(events(name, batch, size))
                tx.put("appender", name, str(batch).encode())
            sys.stdout.write(f"{batch}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
