"""Promises as news tells them: begun, failed, kept in part, by a people's name; a denial answers what stands before."""

import datetime as dt

import pytest

from crosswire.model import Article, Dossier
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2030, 5, 2)


def weighed(*texts: str) -> Dossier:
    articles = [
        Article(f"a{at}", f"Peru and Chile talk.\n\n{text}", outlet=f"Paper {at}", published=DAY + dt.timedelta(8 * at))
        for at, text in enumerate(texts)
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)


@pytest.mark.parametrize(
    ("later", "statuses"),
    [
        pytest.param(
            "Anger grew at Chile's failure to keep its word and pull out its troops.", {"breached"}, id="fail"
        ),
        pytest.param("Chile has pulled back most of its forces from the border towns.", {"partial"}, id="most"),
        pytest.param("Chile has left many of its troops in place.", {"announced", "due", "lapsed"}, id="left-in-place"),
    ],
)
def test_what_becomes_of_a_withdrawal_that_was_to_begin(later: str, statuses: set[str]) -> None:
    [found] = weighed(
        "Chile has promised the troop withdrawal would begin on Monday, the envoy said.", later
    ).commitments
    assert (found.promisors, found.deed) == (("CHL",), "withdraw")
    assert found.status in statuses


def test_a_people_is_who_will_do_it_and_not_whose_deal_it_is() -> None:
    text = (
        "Under the deal that Ana Roe signed with Peru, the Chileans will withdraw their troops from the towns by 9 May."
    )
    assert {one.promisors for one in weighed(text).commitments} <= {("CHL",)}


def test_a_bare_denial_answers_the_charge_before_it() -> None:
    first = "Peru said Chilean troops had blown up a railway line near Tacna on Sunday. Chile denied this."
    found = weighed(f"{first} Chilean helicopters attacked a farm near Arica on Monday, Peru said.").incidents
    assert [one.response for one in found if one.type == "air"] == [None]
    assert "denied" in [one.response for one in found]


@pytest.mark.parametrize(("day", "found"), [(0, 0), (8, 0)], ids=["before", "after"])
def test_who_gives_way_later_is_not_contradicted(day: int, found: int) -> None:
    told, own = "Peru says that Chile rejects the truce.", "Chile said that it accepts the truce."
    texts = (told, own) if day else (own, own)
    assert len([one for one in weighed(*texts).disputes if one.kind == "position"]) == found
