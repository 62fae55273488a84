"""
The case file's tables, as numbered migrations.

A migration runs once, in a transaction of its own, and is never edited after release: a later one mends it.
"""

import sqlite3
from collections.abc import Callable, Sequence

Migration = Callable[[sqlite3.Connection], None]


def first_tables(connection: sqlite3.Connection) -> None:
    """Create articles, readings, statements, evidence, claims, findings and the full-text index."""
    for statement in _FIRST:
        connection.execute(statement)


def decisions(connection: sqlite3.Connection) -> None:
    """Create the table of the user's decisions; rows are only ever added."""
    connection.execute("CREATE TABLE decisions (number INTEGER PRIMARY KEY, body BLOB NOT NULL)")


MIGRATIONS: Sequence[Migration] = (first_tables, decisions)


def migrate(connection: sqlite3.Connection) -> int:
    """Bring a case file up to date and return its version; a file from a newer Crosswire is left as it is."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            migration(connection)
            connection.execute(f"PRAGMA user_version = {number}")
        except sqlite3.Error:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
        version = number
    return version


_FIRST = (
    "CREATE TABLE articles (id TEXT PRIMARY KEY, outlet TEXT, title TEXT, published TEXT, location TEXT NOT NULL,"
    " body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE readings (article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, key TEXT NOT NULL,"
    " body BLOB NOT NULL, PRIMARY KEY (article, key)) WITHOUT ROWID",
    "CREATE TABLE statements (id TEXT NOT NULL, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,"
    " act TEXT NOT NULL, speaker TEXT, mode TEXT NOT NULL, realis TEXT NOT NULL,"
    " PRIMARY KEY (article, id)) WITHOUT ROWID",
    "CREATE TABLE evidence (statement TEXT NOT NULL, article TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE,"
    " start INTEGER NOT NULL, stop INTEGER NOT NULL, PRIMARY KEY (article, start, stop, statement)) WITHOUT ROWID",
    "CREATE TABLE claims (id TEXT PRIMARY KEY, status TEXT NOT NULL, origins INTEGER NOT NULL, words TEXT NOT NULL,"
    " body BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE findings (kind TEXT NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL,"
    " PRIMARY KEY (kind, id)) WITHOUT ROWID",
    "CREATE TABLE skipped (location TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE words USING fts5(article UNINDEXED, title, text, tokenize = 'porter unicode61')",
)
