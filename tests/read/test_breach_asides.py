"""Incidents told of apart, of a whole country or of months; whose deed a passive names; what answers nothing."""

import datetime as dt

import pytest

from crosswire.model import Article, Breach
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def found(text: str) -> list[Breach]:
    article = Article("a", f"Peru and Chile talk.\n\n{text}", outlet="Coast Wire", published=dt.date(2030, 5, 8))
    return list(read_article(article, PACKS).breaches)


def laid(text: str) -> list[str | None]:
    """Return whose door each incident of a text is laid at."""
    return [one.accused for one in found(text) if one.answer is None]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Two people were killed by Chilean snipers in Arica, residents said.", id="by"),
        pytest.param("Two people were shot dead in a Chilean army raid on Arica, residents said.", id="in-a-raid"),
        pytest.param("Nine people died during Chilean army shelling in the port, residents said.", id="during"),
        pytest.param("Chile's army has shelled the port.", id="owner-is-no-verb"),
        pytest.param("A driver was killed by shots from troops on the Chilean side of the border.", id="side-of-it"),
    ],
)
def test_a_deed_is_laid_at_the_door_its_words_name(text: str) -> None:
    assert "CHL" in laid(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Two people were killed near Chilean troops in Arica, residents said.", id="near-them"),
        pytest.param("Two Chilean soldiers were killed in Arica, residents said.", id="who-suffered"),
    ],
)
def test_nobody_is_charged_who_only_stands_there(text: str) -> None:
    assert "CHL" not in laid(text)


def test_people_inside_a_state_do_not_speak_for_it_and_may_charge_it() -> None:
    told = found("Monitors inside Chile say that nine people died in Arica as a result of Chilean shelling.")
    assert {(one.accused, one.accuser) for one in told} == {("CHL", None)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Residents say at least 9,000 people have been killed since armed protests erupted.", id="months"),
        pytest.param("The raids end a year of violence that has killed 9,000 people, residents say.", id="a-year-of"),
        pytest.param("Residents said 37 people had been killed nationwide in the shelling.", id="nationwide"),
        pytest.param("Hundreds of people were killed in Chilean army assaults on its foes.", id="hundreds-nowhere"),
    ],
)
def test_the_dead_of_months_or_of_a_country_are_no_incident(text: str) -> None:
    assert not [one for one in found(text) if one.killed]


def test_an_incident_all_over_a_country_has_no_place() -> None:
    [one] = found("Residents say 60 people were killed by Chile on Monday across the country, mainly in Arica.")
    assert (one.accused, one.wide, one.place, one.site) == ("CHL", True, None, None)


def test_what_a_report_sets_apart_is_numbered_and_what_follows_much_later_is_not() -> None:
    text = (
        "Chile shelled a village on Monday. In a separate incident, Chile shelled a farm. "
        "A driver was hurt. Rain fell. Nobody came. Chile shelled a mill."
    )
    assert [one.aside for one in found(text) if one.accused == "CHL"] == [0, 1, 0]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        pytest.param("Chile said a bomb attack had killed one soldier.", [], id="its-own-dead"),
        pytest.param("Chile said it had struck an arms depot near the port.", ["own account"], id="its-own-deed"),
    ],
)
def test_a_side_that_tells_of_its_own_dead_gives_no_account_of_its_deed(text: str, answers: list[str]) -> None:
    told = found(f"Chilean troops shelled a village on Monday, Peru said. {text}")
    assert [one.answer for one in told if one.answer] == answers


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        pytest.param("Ann Roe was shot dead by Chilean troops.", 1, id="named"),
        pytest.param("Chilean troops shelled the port, killing Ann Roe.", 1, id="killing"),
        pytest.param("Ann Roe said that Chilean troops had shelled the port.", None, id="who-tells"),
    ],
)
def test_a_named_victim_is_counted(text: str, killed: int | None) -> None:
    tolls = [one.killed.low for one in found(text) if one.killed]
    assert (tolls[:1] or [None]) == [killed]
