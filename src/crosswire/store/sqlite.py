"""
A case in one SQLite file: what was read, kept so that nothing is read twice.

Every article is committed on its own, before it is read: a killed process leaves a case that opens, with every
committed article in it. The write-ahead log makes that cheap.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import msgspec

from crosswire.errors import StoreError
from crosswire.model import Article, Claim, Decision, Dossier, Reading, Skipped
from crosswire.model.sharing import share
from crosswire.store.schema import MIGRATIONS, migrate

_pack = msgspec.msgpack.Encoder().encode
_article = msgspec.msgpack.Decoder(Article).decode
_reading = msgspec.msgpack.Decoder(Reading).decode
_decision = msgspec.msgpack.Decoder(Decision).decode
_dossier = msgspec.msgpack.Decoder(Dossier).decode


class SqliteStore:
    """
    An open case file. Use it in a `with` block, or call `close`.

    Raises `StoreError` when the file cannot be opened, is no case, or comes from a newer Crosswire.
    """

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        self.path = Path(path)
        if not create and not self.path.is_file():
            raise StoreError(f"{self.path}: no such case; make one with: crosswire add {self.path} REPORTS...")
        try:
            self._connection = sqlite3.connect(self.path, isolation_level=None, timeout=30)
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: cannot be opened as a case ({error}); check the folder exists") from None
        try:
            self._prepare()
        except sqlite3.Error as error:
            self._connection.close()
            raise StoreError(f"{self.path}: expected a Crosswire case, found another file ({error})") from None

    def _prepare(self) -> None:
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        version = migrate(self._connection)
        if version > len(MIGRATIONS):
            self._connection.close()
            raise StoreError(f"{self.path}: written by a newer Crosswire (schema {version}); upgrade Crosswire")

    def __enter__(self) -> "SqliteStore":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Fold the write-ahead log into the file and close it."""
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise StoreError(f"{self.path}: could not be written ({error}); nothing stored before is lost") from None

    def add_article(self, article: Article) -> bool:
        """Commit one article; return False when the case holds it already, which changes nothing."""
        with self._transaction() as connection:
            row = (article.id, article.outlet, article.title, _date(article), article.location, _pack(article))
            added = connection.execute("INSERT OR IGNORE INTO articles VALUES (?, ?, ?, ?, ?, ?)", row).rowcount == 1
            if added:
                connection.execute("INSERT INTO words VALUES (?, ?, ?)", (article.id, article.title, article.text))
        return added

    def articles(self) -> list[Article]:
        """Return all articles, in id order."""
        return [_article(body) for (body,) in self._connection.execute("SELECT body FROM articles ORDER BY id")]

    def article_ids(self) -> list[str]:
        """Return the ids of all articles, in order."""
        return [name for (name,) in self._connection.execute("SELECT id FROM articles ORDER BY id")]

    def article(self, name: str) -> Article | None:
        """Return the article with an id, None when the case holds none."""
        row = self._connection.execute("SELECT body FROM articles WHERE id = ?", (name,)).fetchone()
        return _article(row[0]) if row else None

    def unread(self, key: str) -> list[Article]:
        """Return the articles that have no reading under this key, in id order."""
        # Asked of each article by itself it took ten times as long: bodies lie between the ids of readings.
        read = {name for (name,) in self._connection.execute("SELECT article FROM readings WHERE key = ?", (key,))}
        missing = [name for name in self.article_ids() if name not in read]
        return [one for name in missing if (one := self.article(name)) is not None]

    def add_reading(self, reading: Reading) -> None:
        """Commit one reading with its statements and their spans, in place of readings under older keys."""
        with self._transaction() as connection:
            for table in ("readings", "statements", "evidence"):
                connection.execute(f"DELETE FROM {table} WHERE article = ?", (reading.article,))  # noqa: S608 - fixed names
            connection.execute("INSERT INTO readings VALUES (?, ?, ?)", (reading.article, reading.key, _pack(reading)))
            connection.executemany(
                "INSERT OR IGNORE INTO statements VALUES (?, ?, ?, ?, ?, ?)",
                ((one.id, one.article, one.act, one.speaker, one.mode, one.realis) for one in reading.statements),
            )
            connection.executemany(
                "INSERT OR IGNORE INTO evidence VALUES (?, ?, ?, ?)",
                ((one.id, one.article, one.evidence.start, one.evidence.end) for one in reading.statements),
            )

    def readings(self, key: str) -> Iterator[Reading]:
        """Yield the readings under a key, in article order."""
        query = "SELECT body FROM readings WHERE key = ? ORDER BY article"
        for (body,) in self._connection.execute(query, (key,)):
            yield share(_reading(body))

    def reading(self, article: str, key: str) -> Reading | None:
        """Return one article's reading under a key, None when there is none."""
        query = "SELECT body FROM readings WHERE article = ? AND key = ?"
        row = self._connection.execute(query, (article, key)).fetchone()
        return share(_reading(row[0])) if row else None

    def add_skipped(self, skipped: Iterable[Skipped]) -> None:
        """Remember inputs that gave no article; the newest reason for a place wins."""
        with self._transaction() as connection:
            rows = [(one.location, one.reason) for one in skipped]
            connection.executemany("INSERT OR REPLACE INTO skipped VALUES (?, ?)", rows)

    def dates(self) -> list[dt.date]:
        """Return the dates of the case's dated reports."""
        rows = self._connection.execute("SELECT published FROM articles WHERE published IS NOT NULL")
        return [dt.date.fromisoformat(day) for (day,) in rows]

    def skipped(self) -> list[Skipped]:
        """Return the inputs that gave no article, by place."""
        query = "SELECT location, reason FROM skipped ORDER BY location"
        return [Skipped(location, reason) for location, reason in self._connection.execute(query)]

    def add_decision(self, decision: Decision) -> Decision:
        """Commit a decision under the next free number, and return it with that number."""
        with self._transaction() as connection:
            last: int = connection.execute("SELECT COALESCE(MAX(number), 0) FROM decisions").fetchone()[0]
            kept = msgspec.structs.replace(decision, number=last + 1)
            connection.execute("INSERT INTO decisions VALUES (?, ?)", (kept.number, _pack(kept)))
        return kept

    def decisions(self) -> list[Decision]:
        """Return every decision ever made, by number, those taken back among them."""
        rows = self._connection.execute("SELECT body FROM decisions ORDER BY number")
        return [_decision(body) for (body,) in rows]

    def setting(self, name: str) -> str | None:
        """Return a setting of the case, None when it was never set."""
        row = self._connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting with the case."""
        with self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def add_dossier(self, dossier: Dossier, digest: str, *, earlier: bool = False) -> None:
        """
        Keep a weighed dossier under the digest of what it was made from, in place of any other of its kind.

        An `earlier` state, weighed up to a date, is kept beside the case's own.
        """
        kind = "earlier" if earlier else "dossier"
        statements = {one.id: one for one in dossier.statements}
        with self._transaction() as connection:
            connection.execute("DELETE FROM findings WHERE kind = ?", (kind,))
            connection.execute("INSERT INTO findings VALUES (?, ?, ?)", (kind, digest, _pack(dossier)))
            if earlier:
                return
            # One report more leaves most claims as they are: to write them all takes ten times as long as to read them.
            gone: dict[str, bytes] = dict(connection.execute("SELECT id, body FROM claims"))
            fresh = []
            for one in dossier.claims:
                body = _pack(one)
                if gone.pop(one.id, None) != body:
                    fresh.append((one.id, one.status, one.count, statements[one.lead].evidence.quote, body))
            connection.executemany("DELETE FROM claims WHERE id = ?", ((name,) for name in gone))
            connection.executemany("INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?)", fresh)

    def dossier(self, digest: str) -> Dossier | None:
        """Return the dossier kept under a digest, None when it is of other articles, readings or packs."""
        query = "SELECT body FROM findings WHERE kind IN ('dossier', 'earlier') AND id = ?"
        row = self._connection.execute(query, (digest,)).fetchone()
        return _dossier(row[0]) if row else None

    def claims(self) -> list[Claim]:
        """Return the claims of the kept dossier, by id."""
        rows = self._connection.execute("SELECT body FROM claims ORDER BY id")
        return [msgspec.msgpack.decode(body, type=Claim) for (body,) in rows]

    def search(self, words: str, *, limit: int = 20) -> list[str]:
        """Return ids of the articles that best match some words (FTS5, bm25), best first."""
        query = "SELECT article FROM words WHERE words MATCH ? ORDER BY bm25(words), article LIMIT ?"
        quoted = " OR ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        return [article for (article,) in self._connection.execute(query, (quoted, limit))] if quoted else []


def _date(article: Article) -> str | None:
    return article.published.isoformat() if article.published else None
