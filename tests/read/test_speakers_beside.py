"""Speakers told beside what they are, behind a dash or an adverb, and those whose words another passes on."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def speakers(text: str) -> list[tuple[str | None, str | None]]:
    said = [one for one in read_article(Article("a", text), PACKS).statements if one.mode != "narrated"]
    return [(one.speaker, one.unnamed) for one in said]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Peru's envoy, Ann Berg, has already had to reassure Norway that Peru will not allow a strike.", "ann-berg"),
        ("The author of the bill, Hugh Dale, the chairman of the board, said that it would pass.", "hugh-dale"),
        ("Hugh Dale's words echoed those of the council on Monday.", "hugh-dale"),
        ('"They are seeking a bill," said Hugh Dale a senior member of Norway\'s committee on trade.', "hugh-dale"),
    ],
    ids=["adverb", "author-of", "words-of", "comma-lost"],
)
def test_who_is_named_beside_what_he_is_speaks(text: str, who: str) -> None:
    assert speakers(text)[0][0] == who


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        (
            "Officials involved in the talks – the third since the election of a new president, Hugh Dale – said they "
            "were going well.",
            True,
        ),
        ("Hugh Dale's aides said they were going well.", True),
    ],
    ids=["dashes", "aides"],
)
def test_who_is_only_named_inside_does_not(text: str, unnamed: bool) -> None:
    who, phrase = speakers(text)[0]
    assert who is None
    assert (phrase is not None) or not unnamed


def test_a_government_called_after_its_head_says_what_he_says() -> None:
    lead = "Hugh Dale, Norway's prime minister, won in May.\n\n"
    assert speakers(lead + "Hugh Dale's government said the plants would open within two months.")[0][0] in (
        "hugh-dale",
        "NOR",
    )
    assert speakers(lead + "Hugh Dale's neighbours said the plants would open within two months.")[0][0] is None


def test_an_office_before_its_holders_name_is_his() -> None:
    text = (
        "On Tuesday the Norwegian foreign minister, Hugh Dale, opened a channel with a declaration that the path to a "
        "settlement was open."
    )
    assert all(who in ("hugh-dale", None) and phrase is None for who, phrase in speakers(text))
