"""Promises whose thing stands outside their clause, deals that came to nothing, and two sides named as one."""

import datetime as dt

import pytest

from crosswire.model import Article, Pledge
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def pledges(text: str) -> list[Pledge]:
    return list(read_article(Article("a", text, published=dt.date(2025, 6, 5)), PACKS).pledges)


@pytest.mark.parametrize(
    "text",
    [
        "The missile that Peru has promised to station in the north, Arica, is the newest of its kind.",
        "The date by which Peru had promised to begin carrying out the accord came and went on Tuesday.",
    ],
    ids=["object-outside", "the-date-by-which"],
)
def test_a_promise_whose_thing_is_outside_says_nothing(text: str) -> None:
    assert not [one for one in pledges(text) if one.kind == "made"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru said that Chile had promised to station its trucks in Arica.",
        "Peru and Chile signed an accord under which they undertook to release 50 prisoners by 12 June.",
    ],
    ids=["a-content-clause", "under-which"],
)
def test_other_clauses_still_promise(text: str) -> None:
    assert [one for one in pledges(text) if one.kind == "made"]


def test_both_sides_sign_where_the_second_has_an_adjective() -> None:
    text = "Peru and the Bolivia-backed Chilean navy signed an accord under which they undertook to end the fighting."
    made = [one for one in pledges(text) if one.kind == "made"]
    assert all("BOL" not in one.by for one in made)


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Peru agreed in May to export its grain. The deal subsequently unravelled amid quarrels in Lima.", True),
        ("Peru agreed in May to export its grain. The agreement has since fallen through, Chile said.", True),
        ("Peru agreed in May to export its grain. The deal held, but the roof fell through.", False),
        ("Peru agreed in May to export its grain. The price fell.", False),
    ],
    ids=["unravelled", "fell-through", "a-roof", "a-price"],
)
def test_a_deal_that_came_to_nothing_is_ended(text: str, ended: bool) -> None:
    assert any(one.kind == "ended" for one in pledges(text)) is ended


def test_a_second_promise_is_no_part_of_the_first() -> None:
    text = "Roe said Peru had agreed to scrap its posts within a week and had promised to remove all guards in a month."
    first = next(one for one in pledges(text) if one.kind == "made")
    assert "promised" not in text[first.span.start : first.span.end]
