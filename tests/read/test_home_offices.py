"""Whose an office is that no report says: of the state whose paper tells it, or that the report is sent from."""

import pytest

from crosswire.model import Article, Region
from crosswire.packs import load
from crosswire.read import read_article

REST = "Peru's government met in Lima. Peruvian envoys left for talks with Chile.\n"


def side(text: str, name: str, outlet: str | None = None) -> str | None:
    article = Article("a", text, outlet=outlet, regions=(Region(0, len(text), "body"),))
    people = {one.name: one.party for one in read_article(article, load("core", "negotiation")).actors}
    return people[name]


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("LIMA (Wire) - President Ada Vell said she would go.", "PER"),
        ("LIMA, May 4 (Wire) - Foreign ministry spokesman Ada Vell said they would go.", "PER"),
        ("Foreign ministry spokesman Ada Vell said they would go.", None),
        ("LIMA (Wire) - Freedonian President Ada Vell said she would go.", None),
        ("LIMA (Wire) - The union's president, Ada Vell, said she would go.", None),
        ("LIMA (Wire) - Ada Vell, the Freedonian president, said she would go.", None),
        ("LIMA (Wire) - Former president Ada Vell said she would go.", None),
        ("LIMA (Wire) - Miners' leader Ada Vell said she would go.", None),
        ("OSLO (Wire) - President Ada Vell said she would go.", None),
    ],
    ids=[
        "sent-from",
        "with-a-day",
        "no-dateline",
        "anothers",
        "a-unions",
        "behind-the-name",
        "former",
        "no-office",
        "from-elsewhere",
    ],
)
def test_a_bare_office_is_of_the_state_a_report_is_sent_from_and_about(sentence: str, party: str | None) -> None:
    assert side(f"{sentence} {REST}", "Ada Vell") == party


def test_a_bare_office_is_of_the_state_that_owns_the_agency() -> None:
    text = f"Foreign Ministry Spokesman Ada Vell rejected the claim of the two envoys on Monday. {REST}"
    assert side(text, "Ada Vell", "TASS") == "RUS"
    assert side(text, "Ada Vell", "Reuters") is None


def test_who_argues_names_the_presidents_of_his_neighbours_too() -> None:
    text = f"President Ada Vell speaks of it every day. {REST}"
    packs = load("core", "negotiation")
    for genre, party in (("news", "PER"), ("opinion", None)):
        article = Article("a", text, outlet="Lima Post", genre=genre, regions=(Region(0, len(text), "body"),))  # type: ignore[arg-type]
        people = {one.name: one.party for one in read_article(article, packs).actors}
        assert people["Ada Vell"] == party
