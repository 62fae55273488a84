"""Who heads a delegation, by the words beside the name; a delegation's other words make no head."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def heads(text: str) -> list[str]:
    notes = read_article(Article("a", f"News.\n\n{text}"), PACKS).notes
    return [note.value for note in notes if note.kind == "head"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roe, who led Chile's delegation, said the talks with Peru were short.",
        "But Ana Roe, who heads the Chilean team, said there was no point in talks.",
        "The head of the Chilean delegation, Ana Roe, said the talks with Peru were short.",
        "The talks began late, with Chile's lead negotiator, Ana Roe, away in Lima.",
    ],
)
def test_who_leads_a_delegation_heads_it(text: str) -> None:
    assert heads(text) == ["ana-roe"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roe, who met the Chilean delegation, said the talks with Peru were short.",
        "Ana Roe said that the Chilean team was leading.",
        "That was too little, said an aide to President Ana Roe who led the Chilean team in talks with Peru.",
    ],
)
def test_who_only_speaks_of_one_heads_none(text: str) -> None:
    assert not heads(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("The talks of Chile and Peru ended after one hour and forty minutes.", "one hour and forty minutes"),
        ("The talks of Chile and Peru ended after two hours.", "two hours"),
        ("Chile and Peru held talks for three hours 20 minutes in Lima.", "three hours 20 minutes"),
    ],
)
def test_hours_and_minutes_are_one_length(text: str, length: str) -> None:
    notes = read_article(Article("a", f"News.\n\n{text}"), PACKS).notes
    assert [note.value for note in notes if note.kind == "duration"] == [length]


def test_a_level_that_is_only_asked_for_is_not_the_level_of_the_talks() -> None:
    text = "Chile had requested direct talks between the heads of state."
    assert all(note.kind != "level" for note in read_article(Article("a", f"News.\n\n{text}"), PACKS).notes)
