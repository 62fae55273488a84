"""The ledger, the relations, the exports and the choice of an analyst on pages: what the case holds, all of it."""

import csv
import importlib.util
import io
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosswire.case import Case
from tests.web.conftest import HTML


def test_the_ledger_shows_every_commitment_with_its_status(client: TestClient) -> None:
    data, page = client.get("/ledger.json").json(), client.get("/ledger", headers=HTML).text
    assert sum(data["statuses"].values()) == len(data["records"]["commitments"]) > 3
    listed = next(one for one in data["sections"] if one["name"] == "commitments")["lines"]
    assert all(f'id="l-commitments-{one["id"]}"' in page for one in listed)
    bars = [one for one in listed if one.get("progress")]
    assert bars
    assert page.count('<svg class="bar"') == 2 * len(bars)  # in the table and with the words behind it


def test_incidents_are_counted_by_party_and_week_as_reported(client: TestClient) -> None:
    data, page = client.get("/ledger.json").json(), client.get("/ledger", headers=HTML).text
    dated = [one for one in data["records"]["incidents"] if one.get("day")]
    assert sum(count for weeks in data["weeks"].values() for count in weeks.values()) == len(dated) > 0
    assert "1 reported" in page
    assert "alleged by" in page


def test_the_ledger_stands_as_it_stood_on_a_date(client: TestClient) -> None:
    early, late = (client.get(f"/ledger.json{ask}").json() for ask in ("?as_of=2025-05-04", ""))
    assert len(early["records"]["commitments"]) < len(late["records"]["commitments"])


def test_positions_come_with_relations_and_movement(client: TestClient) -> None:
    data, page = client.get("/positions.json").json(), client.get("/positions", headers=HTML).text
    assert {"positions", "gaps", "rounds"} == {one["name"] for one in data["sections"]}
    assert len(data["gaps"]) > 3
    assert any(one["gap"]["movements"] for one in data["gaps"])
    assert all(f'id="p-{one["position"]["id"]}"' in page for one in data["stands"])


def test_positions_are_filtered_by_party_and_issue(client: TestClient) -> None:
    data = client.get("/positions.json", params={"party": "Kestria", "issue": "ceasefire"}).json()
    assert data["stands"]
    assert {(one["party"], one["position"]["issue"]) for one in data["stands"]} == {("Kestria", "ceasefire")}
    assert all("Kestria" in one["parties"] and one["gap"]["issue"] == "ceasefire" for one in data["gaps"])
    assert "No report tells" in client.get("/positions?party=Atlantis", headers=HTML).text


def test_an_analyst_orders_the_assessment(client: TestClient) -> None:
    plain, told = (client.get("/assessment.json", params=ask).json()["assessment"] for ask in ({}, {"as": "valmora"}))
    assert told["analyst"].startswith("an analyst in Amery")
    assert plain["analyst"] is None
    assert "vantage" in {one["name"] for one in told["sections"]}
    page = client.get("/assessment?as=valmora", headers=HTML).text
    assert '<option value="valmora" selected>' in page


@pytest.mark.parametrize("name", ["nobody", "/etc/passwd.toml", "../desk.toml"])
def test_an_analyst_who_is_none_of_the_packs_is_refused(client: TestClient, name: str) -> None:
    answer = client.get("/assessment.json", params={"as": name})
    assert answer.status_code == 400
    assert "no analyst is called" in answer.json()["detail"]


def test_a_table_downloads_with_every_row(client: TestClient) -> None:
    listed = {one["name"]: one["rows"] for one in client.get("/export.json").json()["tables"]}
    answer = client.get("/export/csv?table=commitments")
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert len(rows) - 1 == listed["commitments"]
    assert "attachment" in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(client.get("/export/csv").content)) as packed:
        assert {name.removesuffix(".csv") for name in packed.namelist()} == set(listed)


def test_the_page_lists_the_tables_there_are(client: TestClient, demo_case: Path) -> None:
    with Case(demo_case, fast=True) as case:
        held = case.tables()
    assert [one["name"] for one in client.get("/export.json").json()["tables"]] == list(held)


@pytest.mark.parametrize("form", ["ris", "bibtex", "claimreview", "plover", "html", "markdown", "json", "docx"])
def test_every_form_downloads(client: TestClient, form: str) -> None:
    if form == "docx" and importlib.util.find_spec("docx") is None:
        pytest.skip("python-docx is not installed")
    answer = client.get(f"/export/{form}?q=What+has+been+agreed%3F")
    assert answer.status_code == 200
    assert len(answer.content) > 500
    assert "attachment" in answer.headers["content-disposition"]


@pytest.mark.parametrize("path", ["/export/exe", "/export/csv?table=secrets", "/export/csv?table=../claims"])
def test_what_is_no_export_is_missing(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_no_export_tells_where_the_server_keeps_its_files(client: TestClient) -> None:
    for path in ("/export/csv?table=articles", "/export/json", "/export/html", "/sources.json"):
        assert "reports/" not in client.get(path).text, path
