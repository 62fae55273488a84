"""Talks planned for a day, put off, or only a body's own: none was held."""

import datetime as dt

import pytest

from crosswire.model import Article, Occasion
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
TODAY = dt.date(2025, 6, 5)


def occasions(text: str) -> list[Occasion]:
    return list(read_article(Article("a", text, published=TODAY), PACKS).occasions)


@pytest.mark.parametrize(
    "text",
    [
        "Under the declaration Peru and Chile are to open direct talks on a border accord today.",
        "The negotiations between Peru and Chile that were to have started today have not started.",
        "Peru and Chile missed the deadline for opening talks on 4 June 2025.",
        "Talks between Peru and Chile were due to open in Quito on 4 June.",
        "A third round of talks between Peru and Chile, set for 4 June, has been put off.",
        "Talks between Peru and Chile on Wednesday did not take place.",
    ],
    ids=["are-to-open", "have-not-started", "a-missed-deadline", "were-due", "put-off", "did-not-take-place"],
)
def test_talks_that_did_not_open_are_none_held(text: str) -> None:
    assert all(one.proposed for one in occasions(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile opened direct talks on a border accord today.",
        "Talks between Peru and Chile on Wednesday did not bring a deal.",
        "The second round of talks between Peru and Chile ended on Wednesday, and the ballot was put off.",
        "Peru and Chile will hold a third round of talks on 12 June.",
    ],
    ids=["opened", "brought-no-deal", "another-thing-put-off", "still-to-come"],
)
def test_talks_held_or_to_come_stay(text: str) -> None:
    assert any(not one.proposed and one.day is not None for one in occasions(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru said the monitoring body, whose first meeting was put off, would meet on 9 June.", False),
        ("The second Border Committee meeting is expected on 9 June.", False),
        ("The first meeting of the Joint Border Commission between Peru and Chile was held on 4 June.", False),
        ("The first meeting of the trade consultation mechanism of Peru and Chile was held on 4 June.", True),
        ("Peru and Chile held their second meeting in Quito on 4 June.", True),
    ],
    ids=["whose", "a-committees", "of-a-commission", "where-two-talk", "of-two-sides"],
)
def test_a_bodys_own_meeting_is_no_round(text: str, found: bool) -> None:
    assert any(one.ordinal is not None for one in occasions(text)) is found


def test_the_day_a_state_of_play_is_of_is_no_day_of_talks() -> None:
    text = "Here is the state of play in the talks between Peru and Chile as of today (5 June 2025)."
    assert all(one.day is None for one in occasions(text))
