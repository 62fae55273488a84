"""Many readers, one writer: the snapshot is replaced when the case changes, and no connection crosses a thread."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosswire.case import Case
from crosswire.web import Settings
from crosswire.web.shelf import Latest, Shelf
from tests.web.conftest import HTML, form_token
from tests.web.hostile import PADDING
from tests.web.test_pages import PAGES

MORE = (
    "Title: Late\nSource: Vesk Mail\nDate: 2025-05-25\n\nValmora said on Sunday that the strait stays closed." + PADDING
)


def test_twenty_readers_at_once_get_their_pages(client: TestClient) -> None:
    paths = [*PAGES, *(f"{path}.json" for path in PAGES[1:])] * 5
    with ThreadPoolExecutor(20) as pool:
        codes = list(pool.map(lambda path: client.get(path, headers=HTML).status_code, paths))
    assert set(codes) == {200}


def test_readers_read_on_while_somebody_writes(editor: TestClient) -> None:
    token = form_token(editor)

    def rate(grade: str) -> int:
        data = {"kind": "rate", "subject": "KRT", "value": grade, "form_token": token}
        return editor.post("/decisions", data=data, follow_redirects=False).status_code

    with ThreadPoolExecutor(8) as pool:
        writes = [pool.submit(rate, grade) for grade in "ABC"]
        reads = [pool.submit(editor.get, path) for path in PAGES * 2]
        assert {one.result() for one in writes} == {303}
        assert {one.result().status_code for one in reads} == {200}
    assert [one["decision"]["number"] for one in editor.get("/decisions.json").json()["decisions"]] == [3, 2, 1]


def test_what_another_program_adds_is_seen(own_case: Path) -> None:
    shelf = Shelf(Settings(own_case, fast=True))
    before = shelf.snapshot()
    assert shelf.snapshot() is before
    with Case(own_case, fast=True) as case:
        case.receive([("late.txt", MORE.encode())])
    after = shelf.snapshot()
    assert len(after.dossier.articles) == len(before.dossier.articles) + 1


def test_a_decision_and_its_undoing_change_every_page(editor: TestClient) -> None:
    token = form_token(editor)
    articles = editor.get("/index.json").json()["corpus"]["articles"]
    name = editor.get("/sources.json").json()["sources"][0]["article"]
    editor.post("/decisions", data={"kind": "drop", "subject": name, "form_token": token, "note": "a hoax"})
    assert editor.get("/index.json").json()["corpus"]["articles"] == articles - 1
    assert editor.get(f"/articles/{name}.json").status_code == 404
    editor.post("/decisions", data={"kind": "undo", "subject": "1", "form_token": token})
    assert editor.get("/index.json").json()["corpus"]["articles"] == articles


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "drop", "subject": "no such report"},
        {"kind": "rate", "subject": "KRT", "value": "Z"},
        {"kind": "rate", "subject": "KRT", "value": ""},
        {"kind": "undo", "subject": "7"},
        {"kind": "burn", "subject": "KRT"},
        {"kind": "drop", "subject": ""},
    ],
    ids=["nothing-named", "no-grade", "no-value", "not-made", "no-kind", "no-subject"],
)
def test_a_decision_that_names_nothing_is_refused(editor: TestClient, data: dict[str, str]) -> None:
    answer = editor.post("/decisions", data={**data, "form_token": form_token(editor)}, headers=HTML)
    assert answer.status_code == 422
    assert "<h1>" in answer.text
    assert editor.get("/decisions.json").json()["decisions"] == []


def test_a_value_two_ask_for_is_made_once() -> None:
    kept, made = Latest[int](2), list[int]()

    def make() -> int:
        made.append(1)
        return len(made)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: kept.get("a", make), range(50))) == {1}
    kept.get("b", make)
    kept.get("c", make)
    assert kept.get("a", make) == 4
