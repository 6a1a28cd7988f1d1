"""Adding to and taking from sources.toml without touching anything else in it: comments and order stay."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from ingest.sources import Source, load_sources
from store.errors import ConfigError, InputError, UsageError

__all__ = ["appended", "removed"]

_KEYS = ("name", "url", "kind", "publisher", "trust")
_IF_SAID = ("every", "categories", "full_text")  # written only where they differ from what holds anyway


def appended(path: Path, sources: Sequence[Source]) -> None:
    """Writes the sources at the end of the file. Raises ConfigError where the result would not be valid."""
    parts = [_text(path).rstrip("\n")]
    for source in sources:
        plain = Source(name=source.name, url=source.url)
        said = [key for key in _IF_SAID if getattr(source, key) != getattr(plain, key)]
        rows = [f"{key} = {json.dumps(getattr(source, key), ensure_ascii=False)}" for key in (*_KEYS, *said)]
        parts.append("\n[[source]]\n" + "\n".join(rows))
    _replace(path, "\n".join(parts) + "\n")


def removed(path: Path, name: str) -> None:
    """Takes a source's table out, with the comments right above it. Raises UsageError for a name that is none."""
    if load_sources(path).named(name) is None:
        raise UsageError(f"{name!r} is no source of {path}")
    lines = _text(path).splitlines(keepends=True)
    tables = [i for i, line in enumerate(lines) if line.strip().startswith("[")] + [len(lines)]
    for start, end in pairwise(tables):
        table = "".join(lines[start:end])
        if lines[start].strip().startswith("[[source]]") and _named(table, name):
            while start and lines[start - 1].startswith("#"):
                start -= 1  # noqa: PLW2901 - widened to the comments that belong to it
            while end < len(lines) and lines[end - 1].startswith("#"):
                end -= 1  # noqa: PLW2901 - those above the next table are that one's
            _replace(path, "".join(lines[:start] + lines[end:]))
            return
    raise ConfigError(f"{path}: the table of {name!r} could not be told from the others; edit the file", file=str(path))


def _named(table: str, name: str) -> bool:
    import tomllib  # noqa: PLC0415 - wanted here only

    try:
        return bool(tomllib.loads(table)["source"][0].get("name") == name)
    except (tomllib.TOMLDecodeError, KeyError, IndexError):
        return False


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", source=str(path)) from None


def _replace(path: Path, text: str) -> None:
    """Checked before it takes the place of the old file, and then at once."""
    beside = path.with_name(path.name + ".new")
    try:
        beside.write_text(text, encoding="utf-8")
        load_sources(beside)
        os.replace(beside, path)  # noqa: PTH105 - the same
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}", source=str(path)) from None
    finally:
        beside.unlink(missing_ok=True)
