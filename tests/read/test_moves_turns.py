"""Turns of bargaining that tell a stand in other words than its verb, and words alike that tell none."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def stands(text: str) -> set[tuple[str, str | None]]:
    return {(one.act, one.agent) for one in read_article(Article("a", text), PACKS).moves if one.issues}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Peru is angling for a truce of ninety days.", "DEMAND"),
        ("Peru has set its heart on a truce of ninety days.", "DEMAND"),
        ("Peru was keen to see a truce by June.", "DEMAND"),
        ("Peru stood ready to prolong the truce.", "OFFER"),
        ("Peru is minded to prolong the truce.", "OFFER"),
        ("Peru has made its peace with the truce.", "ACCEPT"),
        ("Peru raised no objection to a longer truce.", "ACCEPT"),
        ("Peru had no quarrel with a longer truce.", "ACCEPT"),
        ("Peru has turned its back on the truce.", "REJECT"),
        ("Peru turned a deaf ear to a longer truce.", "REJECT"),
        ("Peru would not budge on the truce.", "RED_LINE"),
    ],
)
def test_told(text: str, act: str) -> None:
    assert (act, "PER") in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru turned its back on the sea. The truce held.",
        "None of the envoys from Peru spoke of the truce.",
        "Fishing for herring went on in Peru during the truce.",
        "The truce was set on Monday in Peru.",
        "Peru's envoy voiced hope that the prisoners would not be moved.",
        "Peru did not, however, repeat the demand that all the prisoners be let out.",
    ],
)
def test_not_told(text: str) -> None:
    assert ("DEMAND", "PER") not in stands(text)
    assert ("REJECT", "PER") not in stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chile opposes the plants, which Peru argues would upset the nuclear balance.",
        "Chile opposes a plan that Peru insists would not free a single prisoner.",
        "Chile and Peru reached an agreement that would free the prisoners.",
    ],
    ids=["what-would", "insists-would", "a-paper-that-would"],
)
def test_what_a_thing_would_do_is_nobodys_promise(text: str) -> None:
    found = read_article(Article("a", text), PACKS).moves
    assert not [one for one in found if one.modal and one.agent == "PER"]


def test_what_talks_will_touch_is_no_stand_of_where_they_are_held() -> None:
    text = "The talks, which will take place in Peru, will not address the prisoners."
    assert not read_article(Article("a", text), PACKS).moves


def test_of_two_offices_the_first_is_the_first_ones() -> None:
    text = "Norwegian and Peruvian foreign ministers Ada Roe and Lee Dun met. Peruvian minister Ann Lun left."
    parties = {one.id: one.party for one in read_article(Article("a", text), PACKS).actors}
    assert (parties["ada-roe"], parties["ann-lun"]) == ("NOR", "PER")
