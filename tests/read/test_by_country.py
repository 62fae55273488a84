"""Who "the Orian president" is: the one person of the article who holds that office of that country."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
CAST = "News.\n\nChilean President Ana Roe met Peru's foreign minister, Jo Poe, and his deputy on Monday. "


def speakers(text: str) -> list[str | None]:
    return [one.speaker for one in read_article(Article("a", text), PACKS).attributions if one.kind == "direct"]


@pytest.mark.parametrize(
    ("voice", "speaker"),
    [
        ("the Chilean president said", "ana-roe"),
        ("the Chilean leader said", "ana-roe"),
        ("Chile's president wrote", "ana-roe"),
        ("said the Peruvian foreign minister", "jo-poe"),
        ("the Peruvian minister said", "jo-poe"),
        ("the Peruvian president said", None),
        ("the Peruvian deputy foreign minister said", None),
        ("the Chilean president's aide said", None),
        ("the Chilean diplomat said", None),
    ],
)
def test_an_office_and_its_country_name_its_holder(voice: str, speaker: str | None) -> None:
    assert speakers(f'{CAST}"The snow will melt before we sign," {voice}.') == [speaker]


def test_of_two_holders_nobody_is_meant() -> None:
    two = (
        f'{CAST}President Ida Lay of Chile left. Chilean President Eva Lay spoke. "We go," the Chilean president said.'
    )
    assert speakers(two) == [None]


def test_a_headline_may_say_the_office_before_the_name() -> None:
    told = '"We are ready for the long road," the Chilean president said. Chilean President Ana Roe was away.'
    assert speakers(f"News.\n\n{told}") == ["ana-roe"]
