"""The search page: passages of any report, with the claims that rest on them, copies folded."""

import datetime as dt
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosswire.case import Case
from tests.web.conftest import HTML
from tests.web.hostile import PADDING


def test_a_search_finds_the_passages_and_the_claims_on_them(client: TestClient) -> None:
    hits = client.get("/search.json", params={"q": "civilian observers Estavia"}).json()["hits"]
    assert "observers" in hits[0]["passage"]["quote"]
    claim = next(one for hit in hits for one in hit["claims"])
    assert client.get(f"/claims/{claim['id']}.json").status_code == 200


def test_a_passage_is_opened_where_it_stands(client: TestClient) -> None:
    passage = client.get("/search.json", params={"q": "ten-day truce"}).json()["hits"][0]["passage"]
    page = client.get("/search", params={"q": "ten-day truce"}, headers=HTML).text
    assert f"/articles/{passage['article']}?at={passage['start']}-{passage['end']}#at" in page


def test_copies_of_a_passage_are_folded_under_it(client: TestClient) -> None:
    hits = client.get("/search.json", params={"q": "prisoners exchange one thousand"}).json()["hits"]
    assert any(hit["copies"] for hit in hits)
    told = [(hit["passage"]["outlet"], hit["passage"]["quote"]) for hit in hits]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("words", ["", "   ", "zzyzx", '"', "a OR", "NEAR(", "*", "-", "'; --", "(" * 300])
def test_odd_words_find_nothing_and_break_nothing(client: TestClient, words: str) -> None:
    answer = client.get("/search", params={"q": words}, headers=HTML)
    assert answer.status_code == 200
    assert client.get("/search.json", params={"q": words}).json()["hits"] == []


def test_what_is_sought_is_shown_escaped(client: TestClient) -> None:
    page = client.get("/search", params={"q": '"><script>alert(1)</script>'}, headers=HTML).text
    assert "<script>alert" not in page


def test_a_report_left_out_is_not_found(editor: TestClient, own_case: Path) -> None:
    found = editor.get("/search.json", params={"q": "truce"}).json()["hits"][0]["passage"]["article"]
    with Case(own_case, fast=True) as case:
        case.decide("drop", found, author="ada", made=dt.datetime(2025, 6, 1, tzinfo=dt.UTC))
    hits = editor.get("/search.json", params={"q": "truce"}).json()["hits"]
    assert hits
    assert all(hit["passage"]["article"] != found for hit in hits)
    assert all(one["article"] != found for hit in hits for one in hit["copies"])


def test_a_search_finds_other_words_for_the_same_and_says_which(client: TestClient) -> None:
    page = client.get("/search", params={"q": "armistice"}, headers=HTML).text
    found = client.get("/search.json", params={"q": "armistice"}).json()
    assert "truce" in found["also"]
    assert "Looked up too: truce" in page
    assert "<mark>truce</mark>" in page
    assert all("armistice" not in one["passage"]["quote"] for one in found["hits"])


def test_a_search_passes_over_bylines_and_menus(tmp_path: Path) -> None:
    text = (
        "Title: Truce holds\nSource: Vesk Mail\nDate: 2025-05-26\n\nBy Ada Truce\n\nThe truce holds at Halm." + PADDING
    )
    with Case(tmp_path / "one.crosswire", create=True, fast=True) as case:
        case.receive([("one.txt", text.encode())])
        found = [one.quote for one in case.search("truce")]
    assert "The truce holds at Halm." in found
    assert not [one for one in found if "Ada" in one]


@pytest.mark.parametrize("words", ["suspending", "suspended the armistice"])
def test_claims_are_found_by_any_form_of_their_words(client: TestClient, words: str) -> None:
    claims = client.get("/claims.json", params={"q": words}).json()["claims"]
    assert any("suspended the truce" in one["words"] for one in claims)


def test_claims_hold_every_word_that_is_sought(client: TestClient) -> None:
    assert client.get("/claims.json", params={"q": "truce zzyzx"}).json()["claims"] == []
