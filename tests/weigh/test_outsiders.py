"""Who speaks for no government takes no stand in its name: a legislator, somebody once in office, an analyst."""

import datetime as dt

import pytest

from crosswire.model import Article, Dossier
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh
from crosswire.weigh.outsiders import offices_of
from crosswire.weigh.positions import Vocabulary

PACKS = load("core", "negotiation")
TALKS = "Two rounds of talks between Norway and Egypt were held in Lima on 3 June 2025 and 17 July 2025."


def weighed(*texts: str) -> Dossier:
    day = dt.date(2025, 9, 24)
    articles = [
        Article(f"a{at}", f"News.\n\n{TALKS}\n\n{text}", outlet=f"Paper {at}", published=day)
        for at, text in enumerate(texts)
    ]
    readings = [read_article(one, PACKS) for one in articles]
    return weigh(articles, readings, PACKS.outlets, vocabulary=Vocabulary(PACKS.issues, PACKS.lexicon))


def holders(*texts: str) -> set[str]:
    return {one.party for one in weighed(*texts).positions}


@pytest.mark.parametrize(
    ("role", "outside"),
    [
        ("Sen.", True),
        ("Republican senator", True),
        ("member of the Norwegian parliament's defence committee", True),
        ("Senate Majority Leader", True),
        ("leader of the opposition", True),
        ("Former foreign minister", True),
        ("ex-minister", True),
        ("retired general", True),
        ("shadow foreign secretary", True),
        ("defence analyst", True),
        ("senior fellow at the Institute", True),
        ("foreign minister", False),
        ("White House press secretary", False),
        ("president of the General Assembly", False),
        ("lawmaker and chief negotiator", False),
        ("former president, now the quartet's envoy", False),
        ("veteran diplomat", False),
        ("leader", None),
        ("chairman", None),
    ],
)
def test_offices_are_a_governments_or_outside_it(role: str, outside: bool | None) -> None:
    assert offices_of(PACKS.lexicon).is_outside(role) is outside


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Harold Finch, D-N.Y., said Norway would never accept a truce.",
        "A Conservative lawmaker, Dale Morrow, said Norway demanded a truce.",
        "Ann Lowell, a member of the Norwegian parliament, said Norway would reject any truce.",
        "Norwegian opposition leader Per Holm said Norway rejected the truce.",
        "Former foreign minister Kari Lund said Norway demanded a truce.",
        "Retired General Odd Berg said Norway would accept a truce.",
        "Two Conservative lawmakers said Norway demanded a truce.",
        "Nils Dahl, a Norwegian political analyst, said Norway was ready to accept a 30-day truce.",
    ],
)
def test_an_outsider_fills_no_states_cell_and_keeps_his_claim(text: str) -> None:
    found = weighed(text)
    assert "NOR" not in {one.party for one in found.positions}
    assert any(one.evidence[0].quote == text for one in found.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Kari Lund said Norway rejected the truce.",
        "Lawmaker and chief negotiator Odd Berg said Norway rejected the truce.",
        "Norwegian Defence Secretary Ann Lowell said Norway would reject any truce.",
        "The Norwegian parliament rejected the truce.",
        "A senior Norwegian official said Norway rejected the truce.",
        "Norway rejected the truce.",
    ],
)
def test_who_speaks_for_a_government_fills_its_cell(text: str) -> None:
    assert "NOR" in holders(text)


def test_an_envoy_who_was_a_general_is_an_envoy() -> None:
    texts = (
        "Retired General Odd Berg said Norway rejected the truce.",
        "Norwegian envoy Odd Berg said Norway was tired of talks.",
    )
    assert "NOR" not in holders(texts[0])
    assert "NOR" in holders(*texts)


def test_an_outsiders_own_call_is_his_own_and_who_leads_the_opposition_is_not_the_states() -> None:
    found = weighed("Norwegian opposition leader Per Holm demanded that Egypt accept a truce.")
    assert {one.party for one in found.positions} == {"per-holm"}
    assert next(one for one in found.actors if one.id == "per-holm").party is None
