"""The tables as classes and as plain SQL are the same tables, and the read path never sees the classes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine

from store import ddl


def shape(connection: sqlite3.Connection) -> dict[str, object]:
    """Each table with its columns, primary key, unique keys, plain indexes, and whether it has row ids."""
    out: dict[str, object] = {}
    names = [r[0] for r in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    for name in names:
        columns = {r[1]: (r[2], bool(r[3]), r[5]) for r in connection.execute(f"PRAGMA table_info({name})")}
        indexes = set()
        for _, index, unique, origin, _ in connection.execute(f"PRAGMA index_list({name})").fetchall():
            parts = tuple(r[2] for r in connection.execute(f"PRAGMA index_info({index})"))
            indexes.add((parts, bool(unique), index if origin == "c" else origin))
        rowid = connection.execute("SELECT wr FROM pragma_table_list WHERE name = ?", (name,)).fetchone()[0]
        out[name] = (columns, indexes, rowid)
    return out


def test_a_store_made_from_the_classes_is_the_store_made_from_plain_sql(tmp_path: Path) -> None:
    """Same tables, columns, types, nullability, keys and indexes, whichever of the two made them."""
    from store.tables import METADATA

    plain = sqlite3.connect(":memory:")
    for statement in ddl.SQLITE:
        plain.execute(statement)
    engine = create_engine(f"sqlite:///{tmp_path}/classes.sqlite")
    METADATA.create_all(engine)
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "classes.sqlite")) as made, closing(plain):
        assert shape(made) == shape(plain)


def test_opening_reading_and_appending_never_import_the_classes() -> None:
    """The read path starts light: no SQLModel, SQLAlchemy or pydantic behind the log."""
    script = (
        "import sys; from datetime import UTC, datetime; from store.log import Log, NewEvent\n"
        "from store.events import SourceRecovered\n"
        "log = Log.open('sqlite://', clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))\n"
        "log.append([NewEvent(SourceRecovered(name='a'), 'source:a', 'r/a')])\n"
        "assert log.verify().ok and len(list(log.read())) == 1\n"
        "print(sorted({'sqlmodel', 'sqlalchemy', 'pydantic', 'store.tables'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
