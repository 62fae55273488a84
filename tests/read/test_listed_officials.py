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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Peruvian Ministry of Works (MOW) Second Bridges Department Director Ana Roe claimed that the bridge held.",
            "ana-roe",
        ),
        ("Peru's air force said that the bridge held.", "PER"),
        ("The bridge held, Peru's emergency service said.", "PER"),
        ("Peru's rowing club said that the bridge held.", None),
    ],
)
def test_who_speaks_for_a_country(text: str, speaker: str | None) -> None:
    assert [one.speaker for one in read_article(Article("a", f"News.\n\n{text}"), PACKS).attributions] == [speaker]


def test_a_participle_is_nobody() -> None:
    told = "Peru says its team will return to Oslo, but Chile has ignored repeated Peruvian invitations since July."
    sources = [one.source for one in read_article(Article("a", f"News.\n\n{told}"), PACKS).attributions]
    assert "ignored" not in [one.of(f"News.\n\n{told}") for one in sources if one]
