"""Bodies that the letters in brackets behind their names spell, as papers set them."""

import pytest

from crosswire.model import Article, Reading
from crosswire.packs import load
from crosswire.read import choose_annotator, read_article

PACKS = load("core", "negotiation")


def read(text: str) -> Reading:
    return read_article(Article("a", text), PACKS, choose_annotator(fast=True))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The rebel Valers United for Reform and Docks (Vurd) left. Vurd said no.",
            "Valers United for Reform and Docks",
        ),
        ("The Movement for Docks in Lorel (Model) left. Model said no.", "Movement for Docks in Lorel"),
    ],
)
def test_a_name_and_its_letters_are_one_body(text: str, name: str) -> None:
    found = read(text)
    (body,) = [one for one in found.actors if one.kind == "body"]
    assert body.name == name
    assert sum(one.actor == body.id for one in found.mentions) >= 2


def test_letters_behind_a_persons_name_are_the_bodys() -> None:
    found = read("Valers United for Reform and Docks (Vurd) left. Having seen off Mr Roe Vurd fighters went home.")
    body = next(one for one in found.actors if one.kind == "body")
    assert "Vurd" in body.names
    assert not [one for one in found.actors if one.kind == "person" and "Vurd" in one.name]


@pytest.mark.parametrize("text", ["The Bank of Oria Hill (Monday) left.", "Ann Berg Holm (Vale) left."])
def test_other_words_in_brackets_name_no_body(text: str) -> None:
    assert not [one for one in read(text).actors if one.kind == "body" and set(one.names) & {"Monday", "Vale"}]
