"""Forces that attack do so with arms; a minister who attacks a plan speaks."""

import datetime as dt

import pytest

from crosswire.model import Article, Reading
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def read(text: str) -> Reading:
    return read_article(
        Article("a", f"Border\n\nChile and Peru signed a truce last week.\n\n{text}", published=dt.date(2025, 6, 11)),
        PACKS,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Chilean forces attacked the Peruvian town of Tacna on Monday, killing five people.",
        "Five people were killed as Chilean forces attacked the Peruvian town of Tacna on Monday.",
        "Chile attacked the Peruvian port of Ilo on Monday, killing five people.",
    ],
)
def test_an_attack_is_laid_at_its_doers_door(text: str) -> None:
    found = read(text)
    [breach] = found.breaches
    assert (breach.accused or "").startswith(("CHL", "chilean"))
    assert breach.killed is not None
    assert breach.killed.low == 5
    assert not [one for one in found.statements if one.speaker and "attacked" in one.evidence.quote]


@pytest.mark.parametrize(
    "text", ["Chile attacked the Peruvian plan as a ploy.", "The mayor attacked the plan as a ploy."]
)
def test_an_attack_in_words_is_none(text: str) -> None:
    found = read(text)
    assert not found.breaches
    assert any(one.mode == "indirect" for one in found.statements)
