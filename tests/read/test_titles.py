"""Offices that commas set off: whose each one is where several names and commas follow on each other."""

import pytest

from crosswire.model import Actor, Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")


def people(text: str) -> dict[str, Actor]:
    return {one.id: one for one in read_article(Article("a", text), PACKS).actors}


@pytest.mark.parametrize(
    ("text", "key", "role", "party"),
    [
        (
            "Letters between Ann Berg and the Norwegian president, Hugh Dale, were read out on Monday.",
            "hugh-dale",
            "president",
            "NOR",
        ),
        ("The visit was led by Peru's foreign minister, Ann Berg, on Monday.", "ann-berg", "foreign minister", "PER"),
        (
            "It was led by Peru's secretary of state, Ann Berg, the Norwegian foreign minister, Hugh Dale, and others.",
            "ann-berg",
            "secretary of state",
            "PER",
        ),
        (
            "Led by Peruvian secretary of state, Ann Berg, the Norwegian foreign minister, Hugh Dale, it met.",
            "ann-berg",
            "secretary of state",
            "PER",
        ),
        ("Hugh Dale, the Norwegian foreign minister, left.", "hugh-dale", "foreign minister", "NOR"),
        (
            "A spokesman for the Norwegian prime minister, Hugh Dale, was asked on Monday.",
            "hugh-dale",
            "prime minister",
            "NOR",
        ),
        (
            "Hugh Dale, the Norwegian under-secretary of state for trade, left.",
            "hugh-dale",
            "under-secretary of state for trade",
            "NOR",
        ),
    ],
    ids=["last-of-two-leads", "owned", "in-a-list", "without-article", "after", "nation-of-the-nearer", "hyphen"],
)
def test_an_office_goes_to_the_name_beside_it(text: str, key: str, role: str, party: str) -> None:
    person = people(text)[key]
    assert (person.role, person.party) == (role, party)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday she rang Hugh Dale, becoming the first Peruvian minister to call him in a decade.",
        "For a deal with Hugh Dale, Berg assigned her secretary of state, Ann Voss, to the talks.",
    ],
    ids=["participle", "clause"],
)
def test_a_clause_behind_a_comma_is_no_office(text: str) -> None:
    assert people(text)["hugh-dale"].role is None


def test_who_follows_a_name_holds_the_office_between_them() -> None:
    text = "It was attended by Peru's envoy, Ann Berg, the Norwegian foreign minister, Hugh Dale, and others."
    assert people(text)["hugh-dale"].party == "NOR"


def test_nobody_speaks_of_himself_by_his_name() -> None:
    lead = "Norway's president, Hugh Dale, came to Lima on Monday.\n\n"
    told = lead + '"Given President Dale\'s promise to sign, I am sending two envoys," the president said.'
    said = [one for one in read_article(Article("a", told), PACKS).statements if one.mode == "direct"]
    assert [one.speaker for one in said] == [None]
    own = lead + '"Given our promise to sign, I am sending two envoys," the president said.'
    said = [one for one in read_article(Article("a", own), PACKS).statements if one.mode == "direct"]
    assert [one.speaker for one in said] == ["hugh-dale"]


def test_who_leads_the_opposition_is_of_no_government() -> None:
    text = "The Norwegian opposition leader, Ada Brandt, met Norwegian Foreign Minister Per Holm. Norway's Brandt left."
    parties = {one.name: one.party for one in read_article(Article("a", text), load("core")).actors}
    assert (parties["Ada Brandt"], parties["Per Holm"]) == (None, "NOR")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Peru's ambassador to Chile, Ann Berg, said no.", "PER"),
        ("The Peruvian ambassador in Santiago, Ann Berg, said no.", "PER"),
        ("Ann Berg, Peru's envoy to Chile, said no.", "PER"),
        ("The ambassador to Chile, Ann Berg, said no.", None),
        ("An official at the Chilean Foreign Ministry, Ann Berg, said no.", "CHL"),
    ],
)
def test_where_an_envoy_is_sent_is_not_who_sent_him(text: str, party: str | None) -> None:
    assert people(text)["ann-berg"].party == party
