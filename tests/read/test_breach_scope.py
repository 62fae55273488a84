"""What is no one incident, where it was not, and whose dead are another's."""

import datetime as dt

import pytest

from crosswire.model import Article, Breach
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def breaches(text: str) -> list[Breach]:
    return list(read_article(Article("a", text, published=dt.date(2025, 6, 5)), PACKS).breaches)


@pytest.mark.parametrize(
    "text",
    [
        'The army of Peru accused Chile of "almost daily" attacks along the border.',
        "There have been claims that Chile was behind the seizure of the crew.",
        "Peru accused Chile of putting on a show: there was not a single abducted child, it said.",
    ],
    ids=["day-by-day", "only-said-to-be-said", "not-a-single-one"],
)
def test_no_one_incident_is_told(text: str) -> None:
    assert not [one for one in breaches(text) if one.accused == "CHL" and one.type != "breach" and one.answer is None]


def test_a_charge_of_one_attack_stays() -> None:
    assert [one.type for one in breaches("Peru accused Chile of shelling the port of Arica on Monday.")] == ["shelling"]


def test_a_backer_is_no_place() -> None:
    text = "Peru accused the Iquique-backed Chilean army of shelling villages on Monday."
    assert all(one.place is None for one in breaches(text))


def test_a_days_dead_are_not_those_of_a_deed_without_a_day() -> None:
    text = (
        "Peru accused Chile of shelling the port of Arica. "
        "At least 37 people were killed on Tuesday, said a relief organisation."
    )
    assert all(one.place is None for one in breaches(text) if one.killed is not None)


def test_the_dead_of_a_whole_country_are_wide() -> None:
    text = "Peru accused Chile of shelling Arica on Monday, killing 40 people in Peru itself."
    assert all(one.wide for one in breaches(text) if one.accused == "CHL")


@pytest.mark.parametrize(
    "text",
    [
        "Peru said mistakes could occur, particularly as Chilean bombing had mingled the convoys.",
        "Chile's campaign has killed at least 48,000 people, the Peruvian health ministry says.",
    ],
    ids=["a-reason", "a-whole-war"],
)
def test_a_reason_and_a_whole_war_are_no_incident(text: str) -> None:
    assert not [one for one in breaches(text) if one.accused == "CHL" and one.answer is None]


@pytest.mark.parametrize(
    ("after", "answer"),
    [
        ('Lucia Soto says that it was the army that opened fire and that her side "only defended" the port.', True),
        ("Lucia Soto says that the weather was bad.", False),
    ],
    ids=["turned-round", "another-matter"],
)
def test_a_charge_may_be_turned_round_right_after_it(after: str, answer: bool) -> None:
    text = f"Peru accused Chile of shelling the port of Arica on Monday. {after}"
    assert any(one.answer == "counter-accused" for one in breaches(text)) is answer


def test_findings_rejected_are_denied() -> None:
    text = (
        "Peru accused Chile of shelling the port of Arica on Monday. "
        "Chile rejected the findings, saying that nobody had been there."
    )
    assert any(one.answer == "denied" and one.accused == "CHL" for one in breaches(text))
