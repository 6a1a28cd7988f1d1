"""The tables as SQLModel classes: what each column is, for schemas, migrations and both databases.

They define and do not carry: rows go through plain SQL, because objects cost 9x on write and 5x on read (measured).
Nothing on the read path imports this; a test holds ddl.py equal to it.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, MetaData, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

__all__ = ["METADATA", "LogHead", "LogRecord", "PostHeadRow", "PostKey", "StateRow", "StoreVersion"]

#: the tables of the store, apart from what else a program may define with SQLModel
METADATA = MetaData()

#: 64 bits in both databases; SQLite's row id has to be spelled INTEGER
WHOLE = BigInteger().with_variant(Integer(), "sqlite")


class _Table(SQLModel):
    metadata = METADATA


class LogRecord(_Table, table=True):
    """One event of the log; never changed, except that an erased one has no data and no salt."""

    __tablename__ = "log"
    __table_args__ = (UniqueConstraint("stream", "version"), Index("log_type", "type", "position"))

    position: int = Field(primary_key=True, sa_type=WHOLE, sa_column_kwargs={"autoincrement": False})
    event_id: str = Field(unique=True, sa_type=Text)
    stream: str = Field(sa_type=Text)
    version: int = Field(sa_type=WHOLE)
    type: str = Field(sa_type=Text)
    schema_: int = Field(sa_type=WHOLE, sa_column_kwargs={"name": "schema"})
    recorded_at: str = Field(sa_type=Text)
    data: bytes = Field(sa_type=LargeBinary)
    salt: bytes = Field(sa_type=LargeBinary)
    data_hash: bytes = Field(sa_type=LargeBinary)
    hash: bytes = Field(sa_type=LargeBinary)


class LogHead(_Table, table=True):
    """The one row that names the last event; locking it is the right to append."""

    __tablename__ = "log_head"

    one: int = Field(primary_key=True, sa_type=WHOLE, sa_column_kwargs={"autoincrement": False})
    position: int = Field(sa_type=WHOLE)
    hash: bytes = Field(sa_type=LargeBinary)


class StateRow(_Table, table=True):
    """Operational state: what can be lost without losing history."""

    __tablename__ = "state"
    __table_args__ = {"sqlite_with_rowid": False}

    scope: str = Field(primary_key=True, sa_type=Text)
    key: str = Field(primary_key=True, sa_type=Text)
    data: bytes = Field(sa_type=LargeBinary)


class PostKey(_Table, table=True):
    """A key under which a post is known."""

    __tablename__ = "post_keys"
    __table_args__ = {"sqlite_with_rowid": False}

    scope: str = Field(primary_key=True, sa_type=Text)
    key: str = Field(primary_key=True, sa_type=Text)
    post: str = Field(sa_type=Text)


class PostHeadRow(_Table, table=True):
    """The latest revision of a post, as far as observing needs it; ``posts.PostHead`` is what carries it."""

    __tablename__ = "post_heads"
    __table_args__ = {"sqlite_with_rowid": False}

    post: str = Field(primary_key=True, sa_type=Text)
    source: str = Field(sa_type=Text)
    revision: int = Field(sa_type=WHOLE)
    fingerprint: str = Field(sa_type=Text)
    title: str = Field(sa_type=Text)
    url_canonical: str | None = Field(default=None, sa_type=Text)
    published: str | None = Field(default=None, sa_type=Text)
    partial: int = Field(sa_type=WHOLE)
    first_seen: str = Field(sa_type=Text)
    last_seen: str = Field(sa_type=Text)


class StoreVersion(_Table, table=True):
    """The layout this store was made with."""

    __tablename__ = "store_version"

    version: int = Field(primary_key=True, sa_type=WHOLE, sa_column_kwargs={"autoincrement": False})
