"""Who speaks by an office: with "and" in its name, or its state's alone where nobody is named."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def speaker(text: str) -> tuple[str | None, str | None]:
    said = next(one for one in read_article(Article("a", text), PACKS).statements if one.mode != "narrated")
    return said.speaker, said.unnamed


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The deal will hold until spring, Trade and Industry Secretary Ann Berg said on Monday.", "ann-berg"),
        ("Peru's president told reporters on Monday that the envoys would meet in Oslo.", "PER"),
    ],
    ids=["and-in-a-title", "owned-office"],
)
def test_an_office_names_its_one_holder_or_its_state(text: str, who: str) -> None:
    assert speaker(text)[0] == who


@pytest.mark.parametrize(
    "text",
    [
        "The deal will hold, Ann Berg and Peter Holm said on Monday.",
        "A Peruvian minister said on Monday that the envoys would meet in Oslo.",
        "Peru's former president said on Monday that the envoys would meet in Oslo.",
    ],
    ids=["two-people", "some-minister", "former"],
)
def test_names_nobody_where_several_may_be_meant(text: str) -> None:
    assert speaker(text)[0] is None
