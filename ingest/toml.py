"""TOML files whose errors name file, line and key.

tomllib gives no positions of values, so the line of a key is found in the text: the n-th ``[[table]]`` header,
then the first line below it that assigns the key.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.errors import ConfigError

__all__ = ["TomlFile", "read_toml"]


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A parsed file that still knows its text."""

    path: Path
    text: str
    data: dict[str, Any]

    def line(self, table: str | None, index: int, key: str | None) -> int:
        """The line of ``key`` in the ``index``-th ``[[table]]`` or ``[table]``, else of its header."""
        lines = self.text.splitlines()
        at, seen = 0, -1
        if table is not None:
            header = re.compile(rf"\s*\[\[?\s*{re.escape(table)}\s*\]\]?")
            for number, line in enumerate(lines):
                if header.match(line):
                    seen += 1
                    if seen == index:
                        at = number + 1
                        break
        for number in range(at, len(lines)):
            if lines[number].lstrip().startswith("["):
                break
            if key is not None and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", lines[number]):
                return number + 1
        return max(at, 1)

    def error(self, why: str, *, table: str | None = None, index: int = 0, key: str | None = None) -> ConfigError:
        """An error that names file, line and key; for the caller to raise."""
        line = self.line(table, index, key)
        name = f"{table}.{key}" if table and key else (key or table or "")
        return ConfigError(f"{self.path}:{line}: {name}: {why}", file=str(self.path), line=line, key=name)


def read_toml(path: Path) -> TomlFile:
    """The parsed file. Raises ConfigError for a file that is missing, unreadable, not UTF-8 or not TOML."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return TomlFile(path, text, tomllib.loads(text))
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such file", file=str(path), line=0, key="") from None
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}", file=str(path), line=0, key="") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ConfigError(f"{path}:{line}: not UTF-8", file=str(path), line=line, key="") from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise ConfigError(f"{path}:{line}: {error}", file=str(path), line=line, key="") from None
