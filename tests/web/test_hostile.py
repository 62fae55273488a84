"""Uploads: their limits, their names, and articles written to do harm, which are shown as the text they are."""

import io
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosswire.case import Case
from crosswire.web import Settings
from tests.web.conftest import HTML, form_token, open_client
from tests.web.hostile import HOSTILE, PADDING
from tests.web.test_pages import PAGES

REPORT = (
    "Title: Truce\nSource: Harbour Post\nDate: 2025-06-03\n\nOria said on Monday it agreed to a truce of 30 days."
    + PADDING
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.crosswire"
    with Case(path, create=True, fast=True) as case:
        case.receive((name, text.encode()) for name, text in HOSTILE.items() if name != "long-line.txt")
    with open_client(Settings(path, fast=True)) as opened:
        yield opened


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[TestClient]:
    settings = Settings(tmp_path / "fresh.crosswire", fast=True, create=True, max_body=300_000, max_files=3)
    with open_client(settings) as opened:
        yield opened


def send(client: TestClient, files: list[tuple[str, bytes]], text: str = "", **headers: str) -> int:
    parts = [("files", (name, data)) for name, data in files]
    data = {"form_token": form_token(client), "text": text}
    return client.post("/add", data=data, files=parts or None, headers=headers, follow_redirects=False).status_code


def wait(client: TestClient, job: str = "1") -> dict[str, object]:
    for _ in range(600):
        state = client.get(f"/add/{job}.json").json()["job"]
        if state["finished"]:
            return dict(state)
        time.sleep(0.05)
    raise AssertionError("the upload did not end")


def test_no_hostile_word_becomes_markup(hostile: TestClient) -> None:
    articles = [one["article"] for one in hostile.get("/sources.json").json()["sources"]]
    claims = [one["id"] for one in hostile.get("/claims.json").json()["claims"]]
    assert len(articles) >= 5
    for path in [*PAGES, *(f"/articles/{one}" for one in articles), *(f"/claims/{one}" for one in claims)]:
        page = hostile.get(path, headers=HTML).text
        tags = re.findall(r"<([a-zA-Z]+)([^>]*)>", page)
        assert not {name for name, _ in tags} & {"img", "iframe", "math", "object", "embed", "style", "base"}, path
        scripts = [rest for name, rest in tags if name == "script"]
        assert scripts == [' src="/static/app.js?0.1.0" defer'] or len(scripts) == 1, path
        assert not [rest for _, rest in tags if re.search(r"\son\w+\s*=(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)", rest)], path
        assert not re.search(r"""(?:href|action|src)=["']?\s*(?:javascript|data):""", page, re.IGNORECASE), path
        assert "49" not in re.findall(r"<title>(.*?)</title>", page)[0]


def test_no_control_turns_a_line_round(hostile: TestClient) -> None:
    pages = [hostile.get(path, headers=HTML).text for path in [*PAGES, "/assessment?q=\u202eabc\u202c"]]
    assert not [page for page in pages if re.search("[\u202a-\u202e\u2066-\u2069]", page)]


def test_a_line_of_ten_thousand_words_opens_quickly(fresh: TestClient, tmp_path: Path) -> None:
    path = tmp_path / "long.crosswire"
    with Case(path, create=True, fast=True) as case:
        case.receive([("long-line.txt", HOSTILE["long-line.txt"][:60_000].encode())])
    with open_client(Settings(path, fast=True)) as client:
        name = client.get("/sources.json").json()["sources"][0]["article"]
        begun = time.process_time()
        page = client.get(f"/articles/{name}?at=50000-50040", headers=HTML)
        assert page.status_code == 200
        assert time.process_time() - begun < 4


def test_what_is_sent_is_read_and_shown(fresh: TestClient) -> None:
    assert send(fresh, [("truce.txt", REPORT.encode())], text=REPORT.replace("Harbour Post", "Vesk Mail")) == 303
    state = wait(fresh)
    assert state["added"] == {"new": 2, "known": 0, "skipped": [], "read": 2}
    assert fresh.get("/index.json").json()["corpus"]["articles"] == 2
    events = fresh.get("/add/1/events").text
    assert '"finished":true' in events


def test_nothing_but_blanks_is_nothing(fresh: TestClient) -> None:
    assert send(fresh, [("a.txt", b"  \n")], text=" ") == 422


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "..\\..\\boot.ini", "-", "*.txt", "a\x00.txt"])
def test_a_name_sent_is_never_opened(fresh: TestClient, name: str) -> None:
    assert send(fresh, [(name, REPORT.encode())]) == 303
    added = wait(fresh)["added"]
    assert isinstance(added, dict)
    assert added["new"] + len(added["skipped"]) == 1
    assert "root:" not in fresh.get("/sources.json").text


def test_a_body_past_the_limit_is_refused_however_it_comes(fresh: TestClient) -> None:
    assert send(fresh, [("big.txt", b"x" * 400_000)]) == 413
    token = form_token(fresh)
    # In chunks a body states no size: it is counted as it comes.
    head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    body = (part for part in (head, *[b"y" * 50_000] * 10, b"\r\n--b--\r\n"))
    headers = {"content-type": "multipart/form-data; boundary=b", "x-form-token": token}
    assert fresh.post("/add", content=body, headers=headers).status_code == 413


def test_too_many_files_are_refused(fresh: TestClient) -> None:
    assert send(fresh, [(f"{number}.txt", REPORT.encode()) for number in range(4)]) == 413


def test_an_archive_that_inflates_past_measure_is_skipped(fresh: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 60_000_000)
    assert send(fresh, [("bomb.zip", packed.getvalue())]) == 303
    added = wait(fresh)["added"]
    assert isinstance(added, dict)
    assert (added["new"], len(added["skipped"])) == (0, 1)
