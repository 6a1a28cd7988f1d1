"""What a log on PostgreSQL has besides the contract that it shares with the others."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from store import ddl
from store.connect import connect, masked
from store.errors import InputError, LogError, UsageError
from store.log import Log
from tests.log_appender import events
from tests.log_postgres import fresh_url

NOW = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)


@pytest.fixture
def url() -> str:
    """A schema of its own."""
    return fresh_url()


def shape(connection: Any) -> tuple[list[Any], list[Any]]:
    """The columns and the indexes of the tables of the schema that is looked at."""
    columns = connection.execute(
        "SELECT table_name, ordinal_position, column_name, data_type, is_nullable FROM information_schema.columns"
        " WHERE table_schema = current_schema() ORDER BY 1, 2"
    ).fetchall()
    indexes = connection.execute(
        "SELECT tablename, replace(regexp_replace(indexdef, ' INDEX .* ON ', ' ON '), current_schema() || '.', '')"
        " FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1, 2"
    ).fetchall()
    return columns, indexes


def test_the_classes_and_the_plain_sql_are_the_same_tables() -> None:
    """As on SQLite: columns, types, nullability, keys and indexes."""
    import psycopg
    from sqlalchemy import create_engine

    from store.tables import METADATA

    plain, classes = fresh_url(), fresh_url()
    Log.open(plain, clock=lambda: NOW).close()
    engine = create_engine(classes.replace("postgresql://", "postgresql+psycopg://"))
    METADATA.create_all(engine)
    engine.dispose()
    with psycopg.connect(plain) as one, psycopg.connect(classes) as other:
        assert shape(one) == shape(other)
        assert len(shape(one)[0]) == 31
        assert len(shape(one)[1]) == 9
    assert len(ddl.POSTGRESQL) == len(ddl.SQLITE)


def test_a_long_log_is_read_by_pages(url: str) -> None:
    """More records than a page holds come in order, while other statements use the same connection."""
    with Log.open(url, clock=lambda: NOW) as log:
        log.append(events("a", 0, 4500))
        seen = []
        for record in log.read():
            if record.position % 1000 == 0:
                assert log.head().position == 4500
            seen.append(record.position)
        assert seen == list(range(1, 4501))
        assert log.verify().positions == 4500


def test_nobody_there_is_an_error_of_ours_without_the_password(tmp_path: Path) -> None:
    """The address is named; the password is not, wherever the error comes from."""
    with pytest.raises(InputError, match="ann") as told:
        Log.open(f"postgresql://ann:hunter2@/timeline?host={tmp_path}&connect_timeout=1", clock=lambda: NOW)
    assert "hunter2" not in str(told.value)
    with pytest.raises(UsageError) as refused:
        connect("mysql://ann:hunter2@localhost/timeline")
    assert "hunter2" not in str(refused.value)
    assert masked("postgresql://ann:hunter2@h/d") == "postgresql://ann:***@h/d"
    assert masked("postgresql://ann:hun@ter2@h/d?x=1") == "postgresql://ann:***@h/d?x=1"
    assert masked("postgresql://h/d?user=ann&password=hunter2&x=1") == "postgresql://h/d?user=ann&password=***&x=1"
    assert masked("sqlite:////tmp/a:b@c.sqlite") == "sqlite:////tmp/a:b@c.sqlite"


def test_a_database_without_a_log_is_named_when_it_is_read(url: str) -> None:
    """Reading makes no tables."""
    with pytest.raises(LogError, match="no log of timeline"):
        Log.open(url, clock=lambda: NOW, read_only=True)


def test_a_log_in_a_file_never_imports_psycopg() -> None:
    """The driver is an extra."""
    script = (
        "import sys; from store.log import Log\n"
        "Log.open('sqlite://', clock=None).close(); print('psycopg' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
