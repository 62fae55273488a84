"""Whose people are introduced by a noun."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import choose_annotator, read_article

PACKS = load("core", "negotiation")


def party(text: str) -> str | None:
    actors = read_article(Article("a", text), PACKS, choose_annotator(fast=True)).actors
    side = next(one.party for one in actors if one.kind == "person" and one.name == "Anna Roe")
    return next((one.name for one in actors if one.id == side), side)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Vale Dockers Union met. Anna Roe, the union's general secretary, said no.", "Vale Dockers Union"),
        ("The Vale Dockers Union met. The union voted. Anna Roe, the union's leader, left.", "Vale Dockers Union"),
        ("The Vale Dockers Union met. Anna Roe, the company's chief executive, said no.", None),
        ("The talks failed. Anna Roe, the union's general secretary, said no.", None),
        ("The Vale Dockers Union met. Anna Roe, a general secretary, said no.", None),
    ],
)
def test_whose_she_is(text: str, name: str | None) -> None:
    assert party(text) == name


def test_a_workers_union_is_no_company() -> None:
    text = "The Vale Dockers Union met on Monday. The company refused to pay. The union rejected that."
    reading = read_article(Article("a", text), PACKS, choose_annotator(fast=True))
    nominal = {text[one.start : one.end]: one.actor for one in reading.mentions if one.kind == "nominal"}
    assert nominal["The company"] is None
    assert nominal["The union"] is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru's commerce ministry said no. “It is too late,” ministry spokesman Anna Roe said.", "Peru"),
        ("Peru's commerce ministry met Chile's foreign ministry. Ministry spokesman Anna Roe said no.", None),
        ("Peru said no. “It is too late,” ministry spokesman Anna Roe said.", None),
    ],
)
def test_a_ministrys_spokesman_is_of_the_one_side_whose_ministry_is_named(text: str, name: str | None) -> None:
    assert party(text) == name
