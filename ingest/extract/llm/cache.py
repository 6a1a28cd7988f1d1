"""Answers that were paid for once. Operational: losing them costs requests, never history."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Protocol

__all__ = ["Cache", "FileCache"]


class Cache(Protocol):
    """Where answers are kept, by the hash of what was asked."""

    def get(self, key: str) -> str | None:
        """The answer, or None."""

    def put(self, key: str, content: str) -> None:
        """Keeps an answer."""


class FileCache:
    """A folder with a file an answer, made when the first one is kept. Several processes may share it.

    Not in the store: a reading command holds a cursor on the log while the model is asked, and SQLite refuses to
    write over a snapshot that another process has moved on from (SQLITE_BUSY_SNAPSHOT).
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}.json"

    def get(self, key: str) -> str | None:
        """The answer, or None. A file that cannot be read as text is none."""
        try:
            return self._path(key).read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            return None

    def put(self, key: str, content: str) -> None:
        """Written aside and renamed, so that no half an answer is ever read. Raises OSError."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(content)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
