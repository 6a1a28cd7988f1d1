"""The tables of the read model. All derived from the log; dropping them loses nothing.

A move has a number here (in order of founding) and an id outside. ``rank`` orders moves by date: it is the primary
key of the current ones and of their full-text rows, so that the newest fifty of any selection are read in order and
nothing is sorted. Nothing here is ever read with OFFSET.
"""

from __future__ import annotations

import sqlite3

__all__ = ["LAYOUT", "TABLES", "create", "drop", "exists"]

#: raised with every change of the tables or of what stands in them; an older read model is rebuilt
LAYOUT = "6"

# what a version of a move can be selected by, the same in the three tables that hold versions
_COLUMNS = """rank INTEGER NOT NULL, lo TEXT, hi TEXT, type TEXT NOT NULL, status TEXT NOT NULL, grade TEXT NOT NULL,
        lineages INTEGER NOT NULL, disputed INTEGER NOT NULL, rejected INTEGER NOT NULL"""

_DDL = (
    "CREATE TABLE rm_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE rm_post (
        post TEXT NOT NULL, revision INTEGER NOT NULL, read TEXT NOT NULL, info BLOB NOT NULL,
        PRIMARY KEY (post, revision)) WITHOUT ROWID""",
    # one row for each wording of a claim; until is null while no later extraction has superseded it,
    # known_to while no later revision of its post has
    """CREATE TABLE rm_claim (
        cid INTEGER PRIMARY KEY, key TEXT NOT NULL, post TEXT NOT NULL, revision INTEGER NOT NULL, record BLOB NOT NULL,
        source BLOB NOT NULL, since INTEGER NOT NULL, until INTEGER, known_from TEXT NOT NULL, known_to TEXT,
        blocks TEXT NOT NULL)""",
    "CREATE INDEX rm_claim_post ON rm_claim (post)",
    "CREATE INDEX rm_claim_key ON rm_claim (key)",
    "CREATE TABLE rm_block (block TEXT NOT NULL, cid INTEGER NOT NULL, PRIMARY KEY (block, cid)) WITHOUT ROWID",
    # where a claim lives, where it lived first, and when it was born (position, place in its event)
    """CREATE TABLE rm_home (
        key TEXT PRIMARY KEY, move INTEGER NOT NULL, first INTEGER NOT NULL, born INTEGER NOT NULL,
        place INTEGER NOT NULL) WITHOUT ROWID""",
    "CREATE INDEX rm_home_move ON rm_home (move)",
    "CREATE TABLE rm_id (move INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, born INTEGER NOT NULL, alias_of INTEGER)",
    "CREATE INDEX rm_id_alias ON rm_id (alias_of) WHERE alias_of IS NOT NULL",
    f"""CREATE TABLE rm_move (
        {_COLUMNS.replace("rank INTEGER NOT NULL", "rank INTEGER PRIMARY KEY")}, days INTEGER NOT NULL,
        move INTEGER NOT NULL UNIQUE, revision INTEGER NOT NULL, position INTEGER NOT NULL, at TEXT NOT NULL,
        first_position INTEGER NOT NULL, first_at TEXT NOT NULL)""",
    "CREATE INDEX rm_move_type ON rm_move (type, rank)",
    "CREATE INDEX rm_move_type_grade ON rm_move (type, grade, rank)",
    "CREATE INDEX rm_move_status ON rm_move (status, rank)",
    "CREATE INDEX rm_move_grade ON rm_move (grade, rank DESC)",
    "CREATE INDEX rm_move_lineages ON rm_move (lineages, rank)",
    "CREATE INDEX rm_move_disputed ON rm_move (rank) WHERE disputed = 1",
    "CREATE INDEX rm_move_rejected ON rm_move (rank) WHERE rejected = 1",
    "CREATE INDEX rm_move_position ON rm_move (position DESC, rank DESC)",
    "CREATE INDEX rm_move_days ON rm_move (days)",
    """CREATE TABLE rm_tag (kind TEXT NOT NULL, value TEXT NOT NULL, rank INTEGER NOT NULL,
        PRIMARY KEY (kind, value, rank)) WITHOUT ROWID""",
    # folded: the value as it is put in order beside others that are as frequent
    """CREATE TABLE rm_facet (kind TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL, folded TEXT NOT NULL,
        PRIMARY KEY (kind, value)) WITHOUT ROWID""",
    "CREATE INDEX rm_facet_often ON rm_facet (kind, n DESC, folded, value)",
    # how many moves a tag (of its kind) or the beginning of a word (of kind word) finds
    """CREATE TABLE rm_held (kind TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY (kind, value)) WITHOUT ROWID""",
    # how many moves that are not rejected have these in their columns; month: of the first day, "" without a date
    """CREATE TABLE rm_cell (type TEXT NOT NULL, status TEXT NOT NULL, grade TEXT NOT NULL, lineages INTEGER NOT NULL,
        disputed INTEGER NOT NULL, month TEXT NOT NULL, n INTEGER NOT NULL,
        PRIMARY KEY (type, status, grade, lineages, disputed, month)) WITHOUT ROWID""",
    # the words are folded already, so that nothing but ASCII spaces parts them; they stand in no order, so that no
    # places of them are kept; and the beginnings that people type are indexed as words are: a page of a common one is
    # read from its end, not gathered whole
    """CREATE VIRTUAL TABLE rm_fts USING fts5(words, tokenize = 'ascii', detail = none,
        prefix = '3 4 5 6 7 8 9 10')""",
    f"""CREATE TABLE rm_revision (
        move INTEGER NOT NULL, revision INTEGER NOT NULL, from_position INTEGER NOT NULL, to_position INTEGER,
        at TEXT NOT NULL, change BLOB NOT NULL, {_COLUMNS}, tags TEXT NOT NULL, words TEXT NOT NULL, body BLOB,
        PRIMARY KEY (move, revision))""",
    "CREATE INDEX rm_revision_from ON rm_revision (from_position, move)",
    # in order of rank, with all that says whether a version stood then
    """CREATE INDEX rm_revision_rank ON rm_revision (rank, from_position, to_position, rejected)
        WHERE body IS NOT NULL""",
    # these two answer how many there were then, without reading the versions themselves
    """CREATE INDEX rm_revision_held ON rm_revision (from_position, to_position, rejected)
        WHERE body IS NOT NULL""",
    "CREATE INDEX rm_revision_gone ON rm_revision (tags) WHERE body IS NULL",
    f"""CREATE TABLE rm_known (
        id TEXT NOT NULL, from_day TEXT NOT NULL, to_day TEXT, move INTEGER NOT NULL, {_COLUMNS}, tags TEXT NOT NULL,
        words TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (id, from_day))""",
    "CREATE INDEX rm_known_held ON rm_known (from_day, to_day, rejected)",
    "CREATE INDEX rm_known_move ON rm_known (move)",
    "CREATE INDEX rm_known_rank ON rm_known (rank, id, from_day, to_day, rejected)",
    # what was known when is to be worked out again, from this day on ("" for all of it)
    "CREATE TABLE rm_stale (move INTEGER PRIMARY KEY, since TEXT NOT NULL)",
    """CREATE TABLE rm_judgement (
        position INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE, move INTEGER NOT NULL, event BLOB NOT NULL,
        type TEXT NOT NULL, schema INTEGER NOT NULL, keys BLOB NOT NULL, undone INTEGER)""",
    "CREATE INDEX rm_judgement_move ON rm_judgement (move)",
)

#: every table, in the order in which they are made, copied and digested
TABLES = (
    "rm_meta", "rm_post", "rm_claim", "rm_block", "rm_home", "rm_id", "rm_move", "rm_tag", "rm_facet",
    "rm_held", "rm_cell", "rm_fts", "rm_revision", "rm_known", "rm_stale", "rm_judgement",
)  # fmt: skip


def exists(connection: sqlite3.Connection) -> bool:
    """Whether a read model of today's layout stands in this database."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'rm_meta'").fetchone()
    if not found:
        return False
    row = connection.execute("SELECT value FROM rm_meta WHERE key = 'layout'").fetchone()
    return bool(row and row[0] == LAYOUT)


def create(connection: sqlite3.Connection) -> None:
    """Makes the tables anew, empty; the caller holds the transaction."""
    drop(connection)
    for statement in _DDL:
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO rm_meta VALUES (?, ?)", [("layout", LAYOUT), ("position", "0"), ("hash", ""), ("rules", "")]
    )


def drop(connection: sqlite3.Connection) -> None:
    """Takes every table of the read model away, of whatever layout."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'rm\\_%' ESCAPE '\\' "
        "AND name NOT LIKE 'rm\\_fts\\_%' ESCAPE '\\'"
    ).fetchall()
    for (name,) in rows:
        connection.execute(f"DROP TABLE {name}")
