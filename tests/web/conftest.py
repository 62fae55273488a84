"""Fixtures of the web tests: the demo case in a file, a client for it, and a copy that a test may change."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosswire.case import Case
from crosswire.web import Settings, create_app

HTML = {"accept": "text/html"}
# Two rounds, an exchange, a shelling with two tolls, a copy, a ministry's PDF.
_SMALL = ("01", "04", "07", "08", "10", "12", "15", "17")


@pytest.fixture(scope="session")
def demo_case(tmp_path_factory: pytest.TempPathFactory, demo_folder: Path) -> Path:
    path = tmp_path_factory.mktemp("web") / "strait.crosswire"
    packs = ("core", "negotiation", str(demo_folder / "pack"))
    with Case(path, create=True, fast=True, packs=packs) as case:
        case.add([str(demo_folder / "reports")])
        case.dossier()
    return path


@pytest.fixture(scope="session")
def client(demo_case: Path) -> Iterator[TestClient]:
    """A reader of the demo case; nothing changes it."""
    with open_client(Settings(demo_case, fast=True)) as opened:
        yield opened


@pytest.fixture(scope="session")
def small_case(tmp_path_factory: pytest.TempPathFactory, demo_folder: Path) -> Path:
    """A few reports of the demo: every kind of page element, fewer of each to weigh and to look at."""
    path = tmp_path_factory.mktemp("small") / "small.crosswire"
    reports = [one for one in sorted((demo_folder / "reports").iterdir()) if one.name[:2] in _SMALL]
    with Case(path, create=True, fast=True, packs=("core", "negotiation", str(demo_folder / "pack"))) as case:
        case.add([str(one) for one in reports])
        case.dossier()
    return path


@pytest.fixture
def own_case(small_case: Path, tmp_path: Path) -> Path:
    """A copy of the small case, to change."""
    return Path(shutil.copy(small_case, tmp_path / "own.crosswire"))


@pytest.fixture
def editor(own_case: Path) -> Iterator[TestClient]:
    with open_client(Settings(own_case, fast=True, author="ada")) as opened:
        yield opened


def open_client(settings: Settings, **headers: str) -> TestClient:
    return TestClient(create_app(settings), base_url="http://127.0.0.1", headers=headers)


def form_token(client: TestClient, path: str = "/add") -> str:
    """Return the token that the forms of this client's session send."""
    page = client.get(path, headers=HTML).text
    return page.partition('name="form_token" value="')[2].partition('"')[0]


def send_report(client: TestClient, text: str, **headers: str) -> str:
    """Have a report checked and return the address of the result."""
    data = {"text": text, "form_token": form_token(client, "/verify")}
    answer = client.post("/verify", data=data, headers=headers, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])
