"""What a reader meets on the pages: the count first, days together, empty lists explained, a way on and back."""

import re
from importlib.resources import files
from typing import get_args

import pytest
from fastapi.testclient import TestClient

from crosswire.model.claim import DisputeKind
from crosswire.web.pages import positions
from crosswire.web.pages.changes import _kind
from crosswire.web.render import DISPUTES
from crosswire.web.rows import KINDS, SideRow
from crosswire.web.spans import SPANS
from tests.web.conftest import HTML
from tests.web.test_pages import first_claim


def test_the_report_s_look_leaves_the_reader_s_colours_alone() -> None:
    # A rule for a line's words once broke every quotation in the article reader.
    look = files("crosswire.write").joinpath("templates/report.css").read_text(encoding="utf-8")
    assert not [kind for kind in SPANS if re.search(rf"\.{kind}(?![-\w])", look)]


def body(client: TestClient, path: str, **fields: str) -> str:
    page = client.get(path, params=fields, headers=HTML)
    assert page.status_code == 200
    return page.text.partition("<main")[2]


def plain(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_every_kind_of_dispute_has_a_name() -> None:
    assert set(KINDS) == set(DISPUTES) == set(get_args(DisputeKind))


def test_a_side_that_is_a_day_says_it_in_words() -> None:
    sides = [SideRow(label, None, None, (), (), ()) for label in ("2025-05-14", "at most 6")]
    assert [one.told for one in sides] == ["14 May 2025", "at most 6"]


def test_an_empty_list_of_claims_leads_on(client: TestClient) -> None:
    page = body(client, "/claims", q="zeppelins")
    assert "No claim passes the filter." in page
    assert 'href="/search?q=zeppelins"' in page


def test_a_search_without_a_hit_leads_on(client: TestClient) -> None:
    page = body(client, "/search", q="zeppelins")
    assert "No report says any of it." in page
    assert 'href="/assessment?q=zeppelins"' in page


def test_statuses_are_counted_where_they_are_chosen(client: TestClient) -> None:
    data = client.get("/claims.json", params={"status": "denied"}).json()
    assert data["statuses"]["denied"] == data["total"]
    assert f"{data['total']} claims of {sum(data['statuses'].values())} pass the filter" in plain(
        body(client, "/claims", status="denied")
    )


def test_a_claim_s_voices_are_as_many_as_its_count(client: TestClient) -> None:
    for claim in client.get("/claims.json").json()["claims"][:20]:
        data = client.get(f"/claims/{claim['id']}.json").json()
        carriers = [one["article"] for camp in data["camps"] for origin in camp for one in origin["carriers"]]
        assert len(data["camps"]) == claim["origins"]
        assert carriers
        assert set(carriers) <= {voice["evidence"]["article"] for voice in data["explanation"]["voices"]}


def test_claims_are_shown_without_the_dateline_they_open_with(client: TestClient) -> None:
    words = [one["words"] for one in client.get("/claims.json").json()["claims"]]
    assert not [one for one in words if re.match(r"[A-Z]{4,}[^.]{0,40}\) ?[-—]", one)]


def test_events_of_one_day_stand_under_one_date(client: TestClient) -> None:
    shown = re.findall(r'<p class="when"><time[^>]*>([^<]+)<', body(client, "/timeline"))
    assert len(shown) == len(set(shown)) > 10


def test_only_what_lies_after_the_last_report_is_still_to_come(client: TestClient) -> None:
    page = body(client, "/timeline") + body(client, "/timeline", page="2")
    past, _, ahead = page.partition("What follows was still to come")
    assert "told beforehand" in past
    assert ">still to come<" not in past
    assert ">still to come<" in ahead


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Kestria · ceasefire · demand before, offer now", "Position moved"),
        ("Status changed · A to B · truce · withdrawn · announced before, withdrawn now", "Status changed"),
        ("New", "New"),
        ("", "Other"),
    ],
    ids=["position", "status", "claim", "none"],
)
def test_a_change_s_label_tells_its_kind(label: str, kind: str) -> None:
    assert _kind(label) == kind


def test_changes_are_counted_by_kind_and_dated_in_words(client: TestClient) -> None:
    page = body(client, "/changes", since="2025-05-09")
    counted = re.findall(r'<a href="#(l-changed-\w+)">([^<]+)</a> <span class="size">(\d+)</span>', page)
    assert "Position moved" in {kind for _, kind, _ in counted}
    assert all(f'id="{place}"' in page for place, _, _ in counted)
    assert "after 20 May 2025" in page
    assert "after 2025-05" not in page


def test_the_overview_leads_to_what_is_new_and_to_each_outlet(client: TestClient) -> None:
    page = body(client, "/")
    assert re.search(r'<li class="first"><strong>12</strong> independent', page)
    assert 'href="/changes?since=2025-05-22"' in page
    sources = client.get("/sources.json", params={"outlet": "Meridian Wire"}).json()
    assert {one["outlet"] for one in sources["sources"]} == {"Meridian Wire"}
    assert 'href="/sources?outlet=Meridian+Wire"' in page


def test_the_matrix_names_an_issue_once_for_the_eye_and_on_every_row_for_the_ear(client: TestClient) -> None:
    grid = body(client, "/positions").partition('<table class="grid positions">')[2].partition("</table>")[0]
    rows = re.findall(
        r'<tr( class="first")?(?: class="between")?><th scope="row"( class="again")?><span>([^<]+)<', grid
    )
    assert len(rows) > 10
    assert all(bool(first) != bool(again) for first, again, _ in rows)
    assert len({name for _, _, name in rows}) == sum(bool(first) for first, _, _ in rows)


def test_a_claim_s_page_leads_back(client: TestClient) -> None:
    assert '<a href="/claims">Claims</a> ›' in body(client, f"/claims/{first_claim(client)}")


def test_a_large_case_shows_the_first_positions_and_where_the_others_are(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(positions, "_MOST_ROWS", 5)
    page, party = body(client, "/positions", cut="1"), body(client, "/positions", party="Kestria", cut="1")
    held = client.get("/positions.json").json()
    assert len(re.findall(r'<tr id="p-', page)) == 5 < len(held["stands"])
    assert len(re.findall(r'<tr id="p-', party)) == sum(one["party"] == "Kestria" for one in held["stands"])
    assert "The first 5 of each are shown" in page
    # No address on the page names a row that is not on it.
    assert not set(re.findall(r'href="#(p-\w+)"', page)) - set(re.findall(r'id="(p-\w+)"', page))


def test_a_contested_claim_stands_beside_the_other_side(client: TestClient) -> None:
    denied = client.get("/claims.json", params={"status": "denied"}).json()["claims"]
    against = [one for row in denied for one in row["against"] if one["how"] == "Denied by"]
    page = body(client, "/claims", status="denied")
    assert against
    assert all(one["origins"] and f'<a href="/claims/{one["claim"]}">' in page for one in against)
    row = client.get(f"/claims/{against[0]['claim']}.json").json()["row"]
    assert any(one["how"] == "Denies" for one in row["against"])


def test_a_dispute_of_two_says_who_asserts_and_who_denies(client: TestClient) -> None:
    page = plain(body(client, "/disagreements", kind="denial"))
    assert re.search(r"Asserted by [A-Z][^,]{2,60}, denied by [A-Z]|Asserted and denied: ", page)


def test_the_matrix_says_what_each_party_wants_and_leads_to_the_words(client: TestClient) -> None:
    grid = body(client, "/positions").partition('<table class="grid positions">')[2].partition("</table>")[0]
    led = re.findall(r'<a class="gist" href="(/articles/[^"]+)">([^<]{10,})</a>', grid)
    assert len(led) > 10
    assert 'class="reader"' in body(client, led[0][0].replace("&amp;", "&").partition("#")[0])
    between = [row for row in grid.split("<tr")[1:] if row.startswith(' class="between"')]
    assert between
    assert not [row for row in between if "gist" in row]


def test_the_bottom_line_says_how_firm_the_ground_is_and_stands_first(client: TestClient) -> None:
    page = body(client, "/")
    bottom = page.partition('id="s-bottom_line"')[2].partition("</section>")[0]
    assert "two or more independent origins" in bottom
    assert page.index('id="s-bottom_line"') < page.index('id="t-claims"')
