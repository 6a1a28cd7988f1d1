"""Which sources the log knows: what the configuration adds, changes and takes away, as events.

The last configuration that was recorded is operational state (scope ``source-config``), so that a start with an
unchanged file appends nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

import msgspec

from ingest.sources import Source
from store.events import SourceAdded, SourceChanged, SourceRetired
from store.log import Log, NewEvent
from store.text import without_credentials

__all__ = ["register"]

SCOPE = "source-config"
_KEYS = ("url", "kind", "publisher", "trust", "enabled")


def register(log: Log, sources: Iterable[Source]) -> list[str]:
    """Records how the configured sources differ from those recorded last; answers a line for each difference."""
    with log.transaction() as tx:
        before = {name: _safe(msgspec.json.decode(data)) for name, data in tx.items(SCOPE).items()}
        after = {s.name: _shape(s) for s in sources}
        told, events = [], []
        for name, line, event in _differences(before, after):
            stream = f"source:{name}"
            events.append(NewEvent(event, stream, f"source/{name}/{tx.version(stream)}/{type(event).__name__}"))
            told.append(line)
        tx.append(events)
        for name, shape in after.items():
            if before.get(name) != shape:
                tx.put(SCOPE, name, msgspec.json.encode(shape))
        for name in before.keys() - after.keys():
            tx.delete(SCOPE, name)
    return told


def _shape(source: Source) -> dict[str, str]:
    values = asdict(source)
    return _safe({key: str(values[key]) for key in _KEYS})


def _safe(shape: dict[str, str]) -> dict[str, str]:
    """Without the credentials of an address: the log is never changed, and anybody may be shown it."""
    return shape | {"url": without_credentials(shape["url"])} if "url" in shape else shape


def _differences(
    before: dict[str, dict[str, str]], after: dict[str, dict[str, str]]
) -> Iterator[tuple[str, str, SourceAdded | SourceChanged | SourceRetired]]:
    for name, shape in after.items():
        if name not in before:
            added = SourceAdded(
                name=name,
                url=shape["url"],
                kind=shape["kind"],  # type: ignore[arg-type]
                publisher=shape["publisher"],
                trust=shape["trust"],  # type: ignore[arg-type]
            )
            yield name, f"{name}: added", added
            continue
        changed: dict[str, tuple[str | None, str | None]] = {
            k: (before[name].get(k), v) for k, v in shape.items() if before[name].get(k) != v
        }
        if changed:
            words = ", ".join(f"{k} {was} → {now}" for k, (was, now) in changed.items())
            yield name, f"{name}: {words}", SourceChanged(name=name, changed=changed)
    for name in before.keys() - after.keys():
        yield name, f"{name}: removed", SourceRetired(name=name, why="removed from the configuration")
