"""The store's contract: nothing twice, nothing lost, a foreign file refused."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crosswire.errors import StoreError
from crosswire.model import Article, Dossier, Evidence, Reading, Skipped, Statement
from crosswire.store import SqliteStore


def article(number: int) -> Article:
    return Article(id=f"{number:016x}", text=f"Report {number} says the talks go on.", location=f"{number}.txt")


def reading(number: int, key: str) -> Reading:
    text = article(number).text
    statement = Statement(
        id=f"s{number}",
        article=article(number).id,
        act="STATE",
        mode="narrated",
        evidence=Evidence(article(number).id, 0, len(text), text),
        contents=(),
    )
    return Reading(article=article(number).id, key=key, statements=(statement,))


def test_adding_an_article_twice_changes_nothing(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "a.crosswire") as store:
        assert store.add_article(article(1))
        assert not store.add_article(article(1))
        assert store.articles() == [article(1)]


def test_only_articles_without_a_reading_under_the_key_are_unread(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "a.crosswire") as store:
        for number in range(3):
            store.add_article(article(number))
        store.add_reading(reading(1, "rules-1"))
        assert [one.id for one in store.unread("rules-1")] == [article(0).id, article(2).id]
        assert len(store.unread("rules-2")) == 3


def test_a_reading_under_a_new_key_replaces_the_old_one(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "a.crosswire") as store:
        store.add_article(article(1))
        store.add_reading(reading(1, "rules-1"))
        store.add_reading(reading(1, "rules-2"))
        assert list(store.readings("rules-1")) == []
        assert list(store.readings("rules-2")) == [reading(1, "rules-2")]


def test_what_is_kept_comes_back_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "a.crosswire"
    with SqliteStore(path) as store:
        store.add_article(article(1))
        store.add_skipped([Skipped("b.bin", "no text")])
        store.set_setting("packs", "core")
    with SqliteStore(path, create=False) as store:
        assert store.articles() == [article(1)]
        assert store.skipped() == [Skipped("b.bin", "no text")]
        assert store.setting("packs") == "core"
        assert store.setting("colour") is None


def test_a_dossier_is_kept_under_the_digest_of_what_it_was_made_from(tmp_path: Path) -> None:
    dossier = Dossier((article(1),), (), (), (), ())
    with SqliteStore(tmp_path / "a.crosswire") as store:
        store.add_dossier(dossier, "d1")
        assert store.dossier("d1") == dossier
        assert store.dossier("d2") is None


def test_search_finds_words_and_survives_its_own_syntax(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "a.crosswire") as store:
        store.add_article(article(1))
        assert store.search("talks") == [article(1).id]
        assert store.search('"NEAR( * OR') == []
        assert store.search("") == []


def test_a_file_that_is_no_case_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.crosswire"
    path.write_text("Dear editor, " * 100)
    with pytest.raises(StoreError, match="found another file"):
        SqliteStore(path)
    assert path.read_text().startswith("Dear editor")


def test_a_missing_case_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="crosswire add"):
        SqliteStore(tmp_path / "none.crosswire", create=False)


def test_a_case_from_a_newer_crosswire_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "new.crosswire"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(StoreError, match="newer Crosswire"):
        SqliteStore(path)


_WRITER = """
import sys
from crosswire.model import Article
from crosswire.store import SqliteStore
store = SqliteStore(sys.argv[1])
for number in range(int(sys.argv[2]), 10**6):
    text = f"Report {number} says the talks go on. " * 20
    store.add_article(Article(id=f"{number:016x}", text=text, location=f"{number}.txt"))
    print(number, flush=True)
"""


def test_a_killed_add_loses_no_committed_article(tmp_path: Path) -> None:
    path, next_number = tmp_path / "killed.crosswire", 0
    for round_ in range(20):
        process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path), str(next_number)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        acknowledged = [int(process.stdout.readline()) for _ in range(3 + round_)]
        time.sleep(0.002 * round_)
        os.kill(process.pid, signal.SIGKILL)
        acknowledged += [int(line) for line in process.stdout.read().splitlines() if line.strip()]
        process.wait()
        process.stdout.close()
        with SqliteStore(path, create=False) as store:
            kept = {int(one.id, 16) for one in store.articles()}
        assert set(acknowledged) <= kept
        next_number = max(kept) + 1
    assert kept == set(range(next_number))
