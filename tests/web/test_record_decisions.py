"""Rows of the ledgers, the positions and the rounds, corrected and added in the browser."""

from fastapi.testclient import TestClient

from tests.web.conftest import HTML, form_token


def send(editor: TestClient, **data: str) -> int:
    sent = {**data, "form_token": form_token(editor)}
    return editor.post("/decisions", data=sent, follow_redirects=False).status_code


def test_the_page_offers_every_row_with_what_its_fields_hold(editor: TestClient) -> None:
    page = editor.get("/decisions.json").json()
    kinds = {one["kind"] for one in page["records"]}
    assert "round" in kinds or "position" in kinds
    assert "deadline" in page["fields"]["commitment"]
    assert "breached" in page["choices"]["status"]
    html = editor.get("/decisions", headers=HTML).text
    assert all(one["id"] in html for one in page["records"])


def test_a_corrected_row_is_marked_on_its_page_and_in_the_twin(editor: TestClient) -> None:
    row = next(one for one in editor.get("/decisions.json").json()["records"] if one["kind"] == "position")
    assert send(editor, kind="correct", subject=row["id"], fields="firmness=red_line\n\n", note="says so twice") == 303
    stands = editor.get("/positions.json").json()["stands"]
    (mark,) = next(one["position"]["marks"] for one in stands if one["position"]["id"] == row["id"])
    assert (mark["how"], mark["field"], mark["after"]) == ("corrected", "firmness", "red_line")
    assert "firmness" in editor.get("/positions", headers=HTML).text
    made = editor.get("/decisions", headers=HTML).text
    assert "firmness = red_line" in made
    assert send(editor, kind="undo", subject="1") == 303
    stands = editor.get("/positions.json").json()["stands"]
    assert not any(one["position"]["marks"] for one in stands)


def test_an_added_row_links_the_words_it_rests_on(editor: TestClient) -> None:
    source = editor.get("/sources.json").json()["sources"][0]["article"]
    text = editor.get(f"/articles/{source}.json").json()["text"]
    quote = " ".join(text.split("\n\n")[-1].split()[:8])
    fields = "promisors=Valmora\ndeed=release"
    assert send(editor, kind="add-record", subject="commitment", value=source, fields=fields, quote=quote) == 303
    ledger = editor.get("/ledger.json").json()["records"]["commitments"]
    assert [one["marks"][0]["how"] for one in ledger if one["id"] == "k-u1"] == ["added"]
    assert "added by" in editor.get("/ledger", headers=HTML).text
    assert f"/articles/{source}?at=" in editor.get("/decisions", headers=HTML).text


def test_words_that_no_report_says_are_refused(editor: TestClient) -> None:
    source = editor.get("/sources.json").json()["sources"][0]["article"]
    fields = "promisors=Valmora\ndeed=release"
    told = {"kind": "add-record", "subject": "commitment", "value": source, "fields": fields}
    assert send(editor, **told, quote="Nobody ever said this of anyone.") == 422
    assert send(editor, **{**told, "fields": "promisors"}, quote="x") == 422
    assert editor.get("/decisions.json").json()["decisions"] == []
