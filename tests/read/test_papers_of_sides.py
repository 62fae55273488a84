"""Whose word a paper is, and who "they" are behind a group."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
LED = "Peru sent a memorandum to Chile. "


def stands(text: str) -> list[tuple[str, str | None]]:
    """Return the act and the side of each stand told of in a text."""
    found = read_article(Article("a", text), PACKS).statements
    return [(one.act, one.agent) for one in found if one.act in ("DEMAND", "PROPOSE", "REJECT", "APPEAL")]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Peru's memorandum demands that Chile withdraw its troops.", ("DEMAND", "PER")),
        ("The Peruvian memorandum demands that Chile withdraw its troops.", ("DEMAND", "PER")),
        ("The memorandum that Peru presented in Lunde demands that the ceasefire end.", ("DEMAND", "PER")),
        (LED + "The document demands that Chile withdraw its troops.", ("DEMAND", "PER")),
        (LED + "The text has two options. The first option demands that Chile withdraw its troops.", ("DEMAND", "PER")),
    ],
    ids=["owned", "by-its-adjective", "presented-by", "the-document-again", "an-option-of-it"],
)
def test_what_a_paper_demands_its_side_demands(text: str, stand: tuple[str, str]) -> None:
    assert stand in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "The memorandum demands that troops withdraw.",
        "Peru's memorandum and Chile's memorandum were read out. The document demands that troops withdraw.",
        "Peru and Chile signed a treaty. The document demands that troops withdraw.",
        LED + "The rain fell. The road was long. The hall was full. The day was cold. The text demands a truce.",
    ],
    ids=["of-nobody", "of-two", "signed-by-both", "long-ago"],
)
def test_a_paper_of_nobody_demands_for_nobody(text: str) -> None:
    assert ("DEMAND", "PER") not in stands(text)
    assert ("DEMAND", "CHL") not in stands(text)


def test_they_are_the_group_of_the_sentence_before_and_not_the_state_beside_them() -> None:
    text = "The Europeans balk at this. By contrast, while agreeing that Chile may build, they demand that Chile stop."
    assert ("DEMAND", "EUROPEANS") in stands(text)


def test_western_powers_are_one_side() -> None:
    assert ("DEMAND", "WEST") in stands("Western powers demanded that Chile stop. The west of the country was quiet.")
    assert stands("He looked to the west. It demanded patience.") != [("DEMAND", "WEST")]


@pytest.mark.parametrize(
    ("words", "move"),
    [
        ("Peru insisted that Chile release the prisoners.", ("DEMAND", "PER")),
        ("Peru gave Chile three days to accept the ceasefire.", ("DEMAND", "PER")),
        ("Peru blocked a UN resolution on the ceasefire.", ("REJECT", "PER")),
        ("Peru raised the possibility of a long ceasefire.", ("OFFER", "PER")),
    ],
    ids=["insist-that-they-do", "days-to", "block", "possibility"],
)
def test_more_words_take_a_stand(words: str, move: tuple[str, str]) -> None:
    found = read_article(Article("a", words), PACKS).moves
    assert move in [(one.act, one.agent) for one in found]


@pytest.mark.parametrize(
    "words",
    [
        "Peru blocked the road to the ceasefire line.",
        "Peru told reporters that the ceasefire held.",
        "Peru welcomed the ceasefire plan.",
    ],
    ids=["a-road", "reporters", "a-welcome"],
)
def test_these_words_take_none(words: str) -> None:
    assert not read_article(Article("a", words), PACKS).moves


def test_what_somebody_was_told_of_is_not_asked_of_him() -> None:
    found = read_article(Article("a", "Peru told a paper that it had refused to accept the ceasefire."), PACKS).moves
    assert "DEMAND" not in [one.act for one in found]


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Peru and Chile met. The Peruvians demanded a ceasefire.", ("DEMAND", "PER")),
        ("Chile is far. The ruler of Chile demanded a ceasefire.", ("DEMAND", "CHL")),
        ("Chile is far. Chile's leader demanded a ceasefire.", ("DEMAND", "CHL")),
        ("Chile, an old friend, had hitherto rejected a ceasefire.", ("REJECT", "CHL")),
    ],
    ids=["its-people", "the-head-of-it", "its-leader", "hitherto"],
)
def test_a_side_goes_by_its_people_and_its_head(text: str, stand: tuple[str, str]) -> None:
    assert stand in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru is far. The leader of the opposition demanded a ceasefire.",
        "Peru is far. The Zanders demanded a ceasefire.",
    ],
    ids=["of-an-opposition", "of-nowhere"],
)
def test_others_go_by_no_state(text: str) -> None:
    assert ("DEMAND", "PER") not in stands(text)


def moves(text: str) -> list[tuple[str, str | None]]:
    """Return the act and the side of each clause that takes a stand in a text."""
    return [(one.act, one.agent) for one in read_article(Article("a", text), PACKS).moves]


def test_an_official_without_a_name_speaks_on_for_his_side() -> None:
    told = "Peru and Chile met. A Chilean official denied that. The official said it would not release the prisoners."
    assert ("REJECT", "CHL") in moves(told)
    assert ("REJECT", "CHL") not in moves(told.replace("Chilean", "senior"))


def test_who_acts_behind_a_semicolon_does_what_follows_and() -> None:
    assert ("REJECT", "CHL") in moves("Peru waits for Chile; Chile flew home and rejected the ceasefire.")
