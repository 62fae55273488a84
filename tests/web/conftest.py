"""Fixtures of the web tests: the demo case in a file, a client for it, and a copy that a test may change."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosswire.case import Case
from crosswire.web import Settings, create_app

HTML = {"accept": "text/html"}


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


@pytest.fixture
def own_case(demo_case: Path, tmp_path: Path) -> Path:
    """A copy of the demo case, to change."""
    return Path(shutil.copy(demo_case, tmp_path / "own.crosswire"))


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
