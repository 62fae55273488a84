"""What the tour shows is what the program prints today."""

import html
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from crosswire.cli import cli
from tests.web.conftest import HTML

TOUR = (Path(__file__).resolve().parents[2] / "docs/tour.md").read_text(encoding="utf-8")
# A page shown at an address of its own choosing.
_ADDRESSES = {"Add and compare": "/changes?since=2025-05-17"}


def shown() -> list[tuple[str, str]]:
    """Return what the tour quotes from pages: the addresses named beside it, and the words."""
    found = []
    for part in re.split(r"\n(?=\*\*\d\. )", TOUR)[1:]:
        title = re.match(r"\*\*\d\. ([^*.]+)", part)
        named = re.findall(r"`(/\w*)`", part.partition("\n\n")[0])
        addresses = _ADDRESSES.get(title[1] if title else "", " ".join(named))
        quoted = [" ".join(re.findall(r"^> ?(.*)$", block, re.MULTILINE)) for block in part.split("\n\n")]
        found += [(addresses, words) for words in quoted if words]
    return found


def plain(words: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", words)).split()).replace(" .", ".")


@pytest.mark.parametrize(("addresses", "words"), shown(), ids=lambda one: one[:30])
def test_what_the_tour_quotes_stands_on_its_page(client: TestClient, addresses: str, words: str) -> None:
    pages = " ".join(plain(client.get(one, headers=HTML).text) for one in addresses.split())
    missing = [one.strip() for one in re.split(r"\*+| · |; ", words) if one.strip() not in pages]
    assert addresses
    assert not missing, f"{addresses} shows: {pages[:600]}"


def test_the_tour_quotes_pages() -> None:
    assert len(shown()) > 3


def test_the_figures_the_tour_names_are_in_one_dispute(client: TestClient) -> None:
    page = client.get("/disagreements", params={"kind": "figure"}, headers=HTML).text
    disputes = [plain(one) for one in page.split('<article class="dispute"')]
    assert any(all(re.search(rf"\b{figure}\b", one) for figure in ("at most 6", "14", "19")) for one in disputes)


def test_the_check_the_tour_shows_is_real(demo_case: Path, tmp_path: Path) -> None:
    said = TOUR.partition("$ crosswire verify brief.md")[2].partition("\n")[2].partition("```")[0]
    statements = re.findall(r"^\d\. [A-Z -]+: ((?:.+\n)(?:   (?!The sources|No source|>).+\n)?)", said, re.MULTILINE)
    (tmp_path / "brief.md").write_text(
        "# The Sarn strait, in brief\n\n"
        + "\n\n".join(" ".join(one.split()) for one in sorted(statements, key=said.find)),
        encoding="utf-8",
    )
    ran = CliRunner().invoke(cli, ["verify", str(tmp_path / "brief.md"), "--against", str(demo_case), "--fast"])
    numbers = re.compile(r"^\d\. ", re.MULTILINE)
    assert " ".join(numbers.sub("", ran.stdout).split()) == " ".join(numbers.sub("", said).split())
