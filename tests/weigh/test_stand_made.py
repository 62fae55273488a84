"""What a stand must be made of: an act of the party itself, told by somebody known, and on what is bargained over."""

import pytest

from crosswire.model import Dossier
from crosswire.weigh.joined import are_joined, decides_alone, shares_a_view
from tests.weigh.test_stands_told import weighed


def of(found: Dossier, party: str, issue: str) -> list[str]:
    return [one.stance for one in found.positions if one.party == party and one.issue == issue]


@pytest.mark.parametrize(
    ("words", "party", "issue"),
    [
        (
            "Norway, which lost its ports in 1993, depends on Egypt for some 90 per cent of its shipping.",
            "NOR",
            "navigation_trade",
        ),
        ("Norwegians cleared rubble from the square, ready to rebuild and to go back to work.", "NOR", "reparations"),
        ("Norway's president, Ada Roe, is now being urged to release prisoners.", "NOR", "prisoners"),
        ("Earlier this month Norway rejected a ceasefire.", "NOR", "ceasefire"),
        ("Norway agrees that Egypt should not have nuclear weapons.", "EGY", "nuclear_infrastructure"),
        ("Norway agrees that Egypt should not have nuclear weapons.", "NOR", "nuclear_infrastructure"),
        ("Norway and Egypt agreed to extend their ceasefire by 45 days, Peru said on Tuesday.", "PER", "ceasefire"),
        ("Two diplomats said Norway had promised to release all prisoners.", "NOR", "prisoners"),
        ("Norway said it would take until May to release prisoners.", "NOR", "prisoners"),
        ("Peru has twice called on Norway, which pushed for a ceasefire, to help Egypt.", "NOR", "ceasefire"),
        (
            "When Norway's ceasefire deal was signed in 2008, Egypt called on Peru to remove sanctions.",
            "NOR",
            "ceasefire",
        ),
        ("Norway dismissed the argument that the dam had emptied the river.", "NOR", "nuclear_infrastructure"),
        ("Norway said the sanctions would cost Egypt dearly if adopted.", "NOR", "sanctions_economy"),
    ],
)
def test_no_stand_of_theirs(words: str, party: str, issue: str) -> None:
    assert of(weighed(words), party, issue) == []


@pytest.mark.parametrize(
    ("words", "party", "issue", "stance"),
    [
        (
            "Norway and Egypt agreed to extend their ceasefire by 45 days, Peru said on Tuesday.",
            "NOR",
            "ceasefire",
            "accept",
        ),
        (
            "Norway and Egypt agreed to extend their ceasefire by 45 days, Peru said on Tuesday.",
            "EGY",
            "ceasefire",
            "accept",
        ),
        ("Norway's president, Ada Roe, today dismissed a ceasefire proposed by Egypt.", "NOR", "ceasefire", "reject"),
        ("Norway promised Egypt that it would release all prisoners.", "NOR", "prisoners", "offer"),
        ("Norway demanded the release of all prisoners.", "NOR", "prisoners", "demand"),
        ("Norway will not accept a ceasefire, its foreign minister said.", "NOR", "ceasefire", "reject"),
    ],
)
def test_a_stand(words: str, party: str, issue: str, stance: str) -> None:
    assert stance in of(weighed(words), party, issue)


def test_what_a_side_retreats_from_it_demands_no_more() -> None:
    found = weighed(
        "Norway's agreement to a ceasefire marked a retreat from its demand that all prisoners be released."
    )
    assert of(found, "NOR", "prisoners") == []
    assert of(found, "NOR", "ceasefire") == ["accept"]


@pytest.mark.parametrize(
    ("words", "ours", "theirs", "joined"),
    [
        ("Arland and Vale have agreed to a pause", ["Arland"], ["Vale"], True),
        ("Arland's premier, Ada Roe, and the Vale government struck a deal", ["Arland"], ["Vale"], True),
        ("Arland signed a truce with the government of Vale", ["Arland"], ["Vale"], True),
        ("the Arland-Vale accord", ["Arland"], ["Vale"], True),
        ("an accord between Arland and Vale", ["Arland"], ["Vale"], True),
        ("Arland agreed that Vale should disarm", ["Arland"], ["Vale"], False),
        ("Arland agreed to send grain to Vale", ["Arland"], ["Vale"], False),
        ("It agreed to a pause", ["Arland"], ["Vale"], True),
    ],
)
def test_joined(words: str, ours: list[str], theirs: list[str], joined: bool) -> None:
    assert are_joined(words, ours, theirs) is joined


def test_a_view_and_a_law_are_no_answer() -> None:
    assert shares_a_view("agrees Vale should have no army")
    assert shares_a_view("agreed that the road is unsafe")
    assert not shares_a_view("agreed to a pause")
    assert not shares_a_view("agreed on a swap")
    assert decides_alone("agreed a resolution on sanctions")
    assert decides_alone("passed the new budget")
    assert not decides_alone("agreed a truce with Vale")


@pytest.mark.parametrize(
    ("words", "party", "issue"),
    [
        (
            "Norway imposed sanctions on Egypt for its refusal to halt uranium enrichment.",
            "NOR",
            "nuclear_infrastructure",
        ),
        ("Norway insists its nuclear programme is to make electricity.", "NOR", "nuclear_infrastructure"),
        ("Norway says it does not want nuclear weapons.", "NOR", "nuclear_infrastructure"),
        (
            "Norway and its allies feared Egypt was arming and demanded it halt uranium enrichment.",
            "EGY",
            "nuclear_infrastructure",
        ),
        ('Norway said the Egyptian government had "rejected" a ceasefire.', "NOR", "ceasefire"),
        ("The envoys of Norway, who have vetoed previous ceasefire plans, backed the idea.", "NOR", "ceasefire"),
        ("Norway dismissed the impact of sanctions.", "NOR", "sanctions_economy"),
    ],
)
def test_what_is_told_beside_is_no_stand(words: str, party: str, issue: str) -> None:
    assert of(weighed(words), party, issue) == []


def test_its_refusal_is_that_of_whom_it_is_held_against() -> None:
    found = weighed("Norway imposed sanctions on Egypt for its refusal to halt uranium enrichment.")
    assert of(found, "EGY", "nuclear_infrastructure") == ["reject"]


def test_who_is_opposed_to_a_thing_opposes_it() -> None:
    assert of(weighed("Egypt is also opposed to sanctions."), "EGY", "sanctions_economy") == ["reject"]
