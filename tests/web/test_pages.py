"""Every page and its JSON twin: there, the same data, linked and published."""

import re
from pathlib import Path

import msgspec
import pytest
from fastapi.testclient import TestClient

from crosswire.model import Assessment
from crosswire.web import Settings
from crosswire.web.pages.origins import SourcesPage
from crosswire.web.render import NAVIGATION
from tests.web.conftest import HTML, open_client

PAGES = [path for path, _ in NAVIGATION]


def first_claim(client: TestClient, **fields: str) -> str:
    claims = client.get("/claims.json", params=fields).json()["claims"]
    return str(claims[0]["id"])


def first_article(client: TestClient) -> str:
    return str(client.get("/sources.json").json()["sources"][0]["article"])


@pytest.mark.parametrize("path", PAGES)
def test_every_page_in_the_navigation_has_a_twin(client: TestClient, path: str) -> None:
    page = client.get(path, headers=HTML)
    twin = re.search(r'<a href="([^"]+)">This page as JSON', page.text)
    assert page.status_code == 200
    assert twin
    answer = client.get(twin[1])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()


def test_every_link_of_every_page_leads_somewhere(client: TestClient) -> None:
    wanted: set[str] = set()
    for path in [*PAGES, f"/claims/{first_claim(client)}", f"/articles/{first_article(client)}"]:
        found = re.findall(r'href="(/[^"#]*)', client.get(path, headers=HTML).text)
        # One of a kind will do: the first three claims and articles of each page stand for the others.
        kinds: dict[str, list[str]] = {}
        for one in found:
            kinds.setdefault("/".join(one.split("/")[:2]).partition("?")[0], []).append(one.replace("&amp;", "&"))
        wanted |= {one for links in kinds.values() for one in links[:3]}
    broken = [one for one in sorted(wanted) if client.get(one, headers=HTML).status_code != 200]
    assert not broken


def test_pages_ask_nothing_of_other_machines(client: TestClient) -> None:
    for path in PAGES:
        page = client.get(path, headers=HTML).text
        assert not re.search(r'(?:src|action)="(?!/)|<link[^>]+href="(?!/)', page), path
        assert "style=" not in page, path
        assert not re.search(r"<script(?![^>]*src=)", page), path


def test_the_overview_tells_the_data_s_date_apart_from_the_page_s(client: TestClient) -> None:
    data = client.get("/index.json").json()
    assert data["cut_off"] == "2025-05-24"
    assert data["drawn"] > "2025-05-25"
    assert "Data until" in client.get("/", headers=HTML).text


def test_the_assessment_is_the_one_the_command_line_gives(client: TestClient) -> None:
    body = client.get("/assessment.json", params={"q": "What have Valmora and Kestria agreed?"}).json()
    made = msgspec.convert(body["assessment"], Assessment)
    assert made.question == "What have Valmora and Kestria agreed?"
    assert made.sections[0].name == "bottom_line"
    page = client.get("/assessment", params={"q": "What have Valmora and Kestria agreed?"}, headers=HTML).text
    assert all(f'id="l-{section.name}-{line.id}"' in page for section in made.sections for line in section.lines)


def test_the_assessment_stops_at_a_date(client: TestClient) -> None:
    body = client.get("/assessment.json", params={"as_of": "2025-05-08"}).json()
    assert body["assessment"]["as_of"] == "2025-05-08"
    assert body["assessment"]["corpus"]["last"] <= "2025-05-08"


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({"status": "denied"}, lambda one: one["status"] == "denied"),
        ({"q": "prisoners Tern"}, lambda one: "prisoners" in one["words"].lower() and "tern" in one["words"].lower()),
        ({"least": "2"}, lambda one: one["origins"] >= 2),
    ],
    ids=["status", "every-word", "origins-at-least"],
)
def test_filters_narrow_the_claims(client: TestClient, fields: dict[str, str], holds: object) -> None:
    every, some = client.get("/claims.json").json(), client.get("/claims.json", params=fields).json()
    assert 0 < some["total"] < every["total"]
    assert callable(holds)
    assert all(holds(one) for one in some["claims"])


def test_pages_of_claims_follow_each_other(client: TestClient) -> None:
    one, two = (client.get("/claims.json", params={"page": number}).json() for number in (1, 2))
    assert not {claim["id"] for claim in one["claims"]} & {claim["id"] for claim in two["claims"]}
    assert client.get("/claims.json", params={"page": 99_999}).json()["number"] == one["pages"]


def test_a_claim_shows_the_chain_of_every_statement(client: TestClient) -> None:
    name = first_claim(client, q="Harbour Post")
    data = client.get(f"/claims/{name}.json").json()
    page = client.get(f"/claims/{name}", headers=HTML).text
    assert len(data["explanation"]["voices"]) >= 1
    for voice in data["explanation"]["voices"]:
        assert f"/articles/{voice['evidence']['article']}?at={voice['evidence']['start']}-" in page


def test_the_beginning_of_an_id_names_a_claim(client: TestClient) -> None:
    name = first_claim(client)
    assert client.get(f"/claims/{name[:8]}.json").json()["row"]["id"] == name


def test_figures_in_dispute_are_plotted(client: TestClient) -> None:
    page = client.get("/disagreements", params={"kind": "figure"}, headers=HTML).text
    assert page.count('<svg class="plot"') == client.get("/disagreements.json?kind=figure").json()["total"]


def test_the_graph_and_its_table_say_the_same(client: TestClient) -> None:
    data, page = client.get("/origins.json").json(), client.get("/origins", headers=HTML).text
    assert page.count('<path class="edge') == len(data["edges"])
    assert any(one["how"] == "copy" for one in data["edges"])


def test_a_span_opens_in_its_article(client: TestClient) -> None:
    article = first_article(client)
    text = client.get(f"/articles/{article}.json").json()["text"]
    page = client.get(f"/articles/{article}?at=0-{len(text.split()[0])}", headers=HTML).text
    assert page.count('id="at"') == 1
    assert '<mark class="here">' in page.replace("\n", "")
    assert "Copy citation" in page


def test_an_article_s_spans_are_its_words(client: TestClient) -> None:
    data = client.get(f"/articles/{first_article(client)}.json").json()
    assert {one["kind"] for one in data["spans"]} >= {"said", "speaker", "cue", "figure", "time", "name"}
    assert all(0 <= one["start"] < one["end"] <= len(data["text"]) for one in data["spans"])


def test_the_reader_shows_the_text_and_nothing_else(client: TestClient) -> None:
    data = client.get(f"/articles/{first_article(client)}.json").json()
    page = client.get(f"/articles/{data['id']}", headers=HTML).text
    reader = page.partition('<div class="reader">')[2].partition("</div>")[0]
    reader = re.sub(r'<span class="links">.*?</span>', "", reader)
    shown = re.sub(r"<[^>]+>", "", reader).replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")
    assert shown.split() == data["text"].split()


def test_what_changed_is_asked_by_two_dates(client: TestClient) -> None:
    data = client.get("/changes.json", params={"since": "2025-05-08", "until": "2025-05-20"}).json()
    assert data["changed"]["lines"]
    assert client.get("/changes.json", params={"since": "1999-01-01"}).status_code == 422
    assert client.get("/changes.json", params={"since": "yesterday"}).status_code == 422


def test_sources_show_no_folder_of_the_server(client: TestClient) -> None:
    rows = msgspec.json.decode(client.get("/sources.json").content, type=SourcesPage)
    assert not any("/" in row.location.partition("!")[0] for row in rows.sources)
    assert str(Path.home()) not in client.get("/sources", headers=HTML).text


@pytest.mark.parametrize("path", ["/claims/none", "/articles/none", "/add/77", "/nowhere", "/static/app.py"])
def test_what_is_not_there_is_said_to_be_missing(client: TestClient, path: str) -> None:
    page, data = client.get(path, headers=HTML), client.get(path)
    assert (page.status_code, data.status_code) == (404, 404)
    assert "<h1>Not Found</h1>" in page.text
    assert data.json()["detail"]


def test_openapi_publishes_every_address_and_schema(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert {path for path in PAGES if path != "/"} <= set(document["paths"])
    assert {f"{path}.json" for path in PAGES if path != "/"} <= set(document["paths"])
    named = re.findall(r'"#/components/schemas/([^"]+)"', client.get("/openapi.json").text)
    assert set(named) <= set(document["components"]["schemas"])
    assert "Assessment" in document["components"]["schemas"]


def test_a_page_unchanged_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/claims").headers["etag"]
    assert client.get("/claims", headers={"if-none-match": tag}).status_code == 304


def test_an_empty_case_asks_for_reports(tmp_path: Path) -> None:
    with open_client(Settings(tmp_path / "new.crosswire", fast=True, create=True)) as client:
        assert client.get("/", headers=HTML).status_code == 409
        assert "Add reports" in client.get("/", headers=HTML).text
        assert client.get("/add", headers=HTML).status_code == 200
