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
