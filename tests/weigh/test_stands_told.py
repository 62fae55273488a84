"""Stands told in an inner clause, of what comes first, of what is not given up, and of those who take none."""

import datetime as dt

import pytest

from crosswire.model import Article, Dossier
from crosswire.packs import load, load_pack, merge
from crosswire.packs.schema import Header, Lexicon, Pack, PackActor
from crosswire.read import read_article
from crosswire.weigh import weigh
from crosswire.weigh.positions import Vocabulary

PACKS = load("core", "negotiation")
LATE = dt.date(2025, 9, 24)
ROUNDS = (
    "Two rounds of talks between Norway and Egypt were held in Lima on 3 June 2025 and 17 July 2025. Peru hosted them. "
    "Norway accused Egypt of delay and Egypt rejected the charge of Norway."
)


def weighed(*texts: str) -> Dossier:
    articles = [
        Article(f"a{number}", f"News.\n\n{text}", outlet=f"Paper {number}", published=LATE + dt.timedelta(number))
        for number, text in enumerate((ROUNDS, *texts))
    ]
    readings = [read_article(one, PACKS) for one in articles]
    return weigh(articles, readings, PACKS.outlets, vocabulary=Vocabulary(PACKS.issues, PACKS.lexicon))


def cells(dossier: Dossier) -> set[tuple[str, str, str]]:
    return {(one.party, one.issue, one.stance) for one in dossier.positions}


def test_an_inner_clause_is_on_what_stands_before_it_and_has_its_own_month() -> None:
    found = weighed("Norway has rejected a 30-day truce, which Egypt accepted in June 2025 at the request of Peru.")
    assert {("NOR", "ceasefire", "reject"), ("EGY", "ceasefire", "accept")} <= cells(found)
    days = {one.party: (one.day, one.round) for one in found.positions if one.issue == "ceasefire"}
    assert days == {
        "NOR": (LATE + dt.timedelta(1), "round:2025-07-17"),
        "EGY": (dt.date(2025, 6, 30), "round:2025-06-03"),
    }


def test_what_each_side_wants_first_is_opposed() -> None:
    found = weighed(
        "Egypt insists that a full truce must come before any talks on the border.",
        "Norway said it would not discuss a truce until the blockade was lifted.",
    )
    assert [(one.issue, one.relation) for one in found.gaps if one.issue == "ceasefire"] == [("ceasefire", "opposed")]


def test_who_is_told_to_withdraw_and_will_not_cede_is_opposed_in_territory() -> None:
    found = weighed(
        "Norway wants Egypt to withdraw its troops from the two provinces and to give up its ambition to join NATO.",
        "Egypt says it will not cede territory it controls on the coast.",
    )
    assert {("NOR", "territory", "demand"), ("NOR", "security_guarantees", "demand")} <= cells(found)
    assert ("EGY", "territory", "reject") in cells(found)
    assert [one.relation for one in found.gaps if one.issue == "territory"] == ["opposed"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Norway should refuse the truce that Egypt wants.", ("NOR", "ceasefire", "reject")),
        ("Norway was ready to fight for a truce of two or three years, Egypt said.", ("NOR", "ceasefire", "offer")),
        ("Peru is ready to host another round of talks, its minister said.", ("PER", "process_format", "offer")),
    ],
    ids=["should-is-no-stand", "ready-to-fight-is-no-offer", "hosts-take-no-stand"],
)
def test_what_is_no_stand_of_a_party(text: str, cell: tuple[str, str, str]) -> None:
    assert cell not in cells(weighed(text))


def test_a_contested_place_is_territory_only_where_it_is_to_be_given_up() -> None:
    places = Lexicon("places:territory", ("Highmoor", "Lowmoor"))
    pack = Pack(
        Header("moors", "Moors", "Two valleys."),
        actors=(PackActor("highmoor", "Highmoor", "place"),),
        lexicon=(places,),
        digest="moors",
    )
    packs = merge([load_pack("core"), load_pack("negotiation"), pack])

    def issues(text: str) -> set[str]:
        read = read_article(Article("a", f"News.\n\n{text}", published=LATE), packs)
        return {issue for one in read.statements for issue in one.issues}

    assert "territory" in issues("Norway demands that Egypt pull out of the Highmoor and Lowmoor regions.")
    assert "territory" not in issues("Norway demands that Egypt feed the poor of Highmoor.")
    assert "territory" not in issues("Norway will pull out of talks in Highmoor.")
