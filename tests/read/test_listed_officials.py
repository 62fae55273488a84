"""Officials of two countries under one noun: "Chilean and Peruvian officials" are both."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def actors(text: str) -> list[str | None]:
    return [one.actor for one in read_article(Article("a", f"News.\n\n{text}"), PACKS).mentions]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Chilean and Peruvian officials agreed to swap prisoners.", ["chilean-officials", "peruvian-officials"]),
        ("The talks between Chilean or Peruvian envoys failed.", ["chilean-envoys", "peruvian-envoys"]),
        ("Chilean and Peruvian bread is dear.", []),
        ("Chilean and foreign officials agreed.", []),
    ],
)
def test_both_are_mentioned(text: str, named: list[str]) -> None:
    assert actors(text) == named


def test_what_is_told_before_a_relative_clause_of_somebodys_words_is_told() -> None:
    told = (
        "Chile and Peru agreed to swap prisoners, but made no headway towards a truce that Bolivia urges Peru to take."
    )
    said = read_article(Article("a", f"News.\n\n{told}"), PACKS).statements
    assert [one.act for one in said if one.speaker is None] == ["AGREE_JOINT"]
