"""A pasted report: its words beside the evidence, a verdict for each statement, and nothing of it kept or run."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosswire.web import Settings
from crosswire.web.access import User, digest_of
from crosswire.web.checks import MAX_REPORT
from tests.web.conftest import HTML, form_token, open_client, send_report
from tests.web.hostile import HOSTILE

REPORT = """# The Sarn strait, in brief

Valmora says the two sides agreed at talks on April 29 to free 1,500 prisoners each by May 30.

Kestria suspended the truce on Thursday evening. The president of Estavia has gone on holiday to the mountains.
"""


def test_a_pasted_report_is_shown_beside_the_evidence(client: TestClient) -> None:
    place = send_report(client, REPORT)
    page, data = client.get(place, headers=HTML).text, client.get(f"{place}.json").json()
    assert data["counts"] == {"supported": 1, "unsupported": 1, "wrong-figure": 1}
    assert "<mark>1,500 prisoners</mark>" in page
    assert "<mark>1,000 prisoners</mark>" in page
    for one in data["check"]["statements"]:
        for cited in one["evidence"]:
            assert f"/articles/{cited['article']}?at={cited['start']}-{cited['end']}#at" in page


def test_a_verdict_filters_the_statements(client: TestClient) -> None:
    place = send_report(client, REPORT)
    data = client.get(f"{place}.json?verdict=wrong-figure").json()
    assert [one["verdict"] for one in data["check"]["statements"]] == ["wrong-figure"]
    page = client.get(f"{place}?verdict=wrong-figure", headers=HTML).text
    assert page.count('<article class="card') == 1
    assert "holiday" not in page
    assert client.get(f"{place}?verdict=nonsense").status_code == 422


def test_the_form_is_a_page_and_checks_nothing(client: TestClient) -> None:
    page = client.get("/verify", headers=HTML)
    assert page.status_code == 200
    assert 'method="post"' in page.text
    assert f"{MAX_REPORT:,} characters" in page.text
    assert client.get("/verify.json").json()["max_characters"] == MAX_REPORT


def test_an_upload_is_checked_under_its_name_alone(client: TestClient) -> None:
    data, files = {"form_token": form_token(client, "/verify")}, {"file": ("../../brief.md", REPORT.encode())}
    place = client.post("/verify", data=data, files=files, follow_redirects=False).headers["location"]
    assert client.get(f"{place}.json").json()["check"]["report"]["outlet"] == "brief"


def test_a_checked_report_is_no_part_of_the_case(client: TestClient) -> None:
    before = client.get("/index.json").json()["corpus"]
    send_report(client, REPORT)
    assert client.get("/index.json").json()["corpus"] == before


def test_a_check_of_an_older_case_says_so(editor: TestClient) -> None:
    place = send_report(editor, REPORT)
    assert not editor.get(f"{place}.json").json()["stale"]
    editor.post("/decisions", data={"kind": "rate", "subject": "KRT", "value": "D", "form_token": form_token(editor)})
    assert editor.get(f"{place}.json").json()["stale"]
    assert "has changed since" in editor.get(place, headers=HTML).text


@pytest.mark.parametrize(
    ("text", "status"),
    [(" \n", 422), ("# Only a heading", 400), ("The truce holds. " * 10_000, 400)],
    ids=["nothing", "no-statement", "too-long"],
)
def test_what_cannot_be_checked_is_told(client: TestClient, text: str, status: int) -> None:
    data = {"text": text, "form_token": form_token(client, "/verify")}
    answer = client.post("/verify", data=data, headers=HTML, follow_redirects=False)
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_a_report_needs_the_form_s_token(client: TestClient) -> None:
    assert client.post("/verify", data={"text": REPORT, "form_token": "x"}).status_code == 403


def test_a_reader_may_check_and_still_not_write(demo_case: Path) -> None:
    users = (User("bo", "reader", digest_of("bo-token")),)
    with open_client(Settings(demo_case, fast=True, users=users), authorization="Bearer bo-token") as reader:
        assert reader.get(f"{send_report(reader, REPORT)}.json").status_code == 200
        assert reader.post("/decisions", data={"kind": "rate", "subject": "KRT", "value": "D"}).status_code == 403
    with open_client(Settings(demo_case, fast=True, users=users)) as stranger:
        assert stranger.post("/verify", data={"text": REPORT}).status_code == 401


def test_a_hostile_report_is_shown_as_the_text_it_is(client: TestClient) -> None:
    for name in ("script.txt", "attribute.txt", "template.txt", "bidi.txt", "page.html"):
        page = client.get(send_report(client, HOSTILE[name]), headers=HTML).text
        body = page.partition("<main")[2].partition("</main>")[0]
        assert "<script" not in body, name
        assert "<svg" not in body.replace('<svg class="shares"', ""), name
        assert "<img" not in body, name
        assert not [one for one in "\u202a\u202e\u2066\u2069" if one in page], name
