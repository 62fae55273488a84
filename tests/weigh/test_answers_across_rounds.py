"""Bids of an earlier round and answers of a later one, bare numbers, and answers of nobody named."""

import datetime as dt

import msgspec

from crosswire.model import Article, Dossier
from crosswire.packs import PackActor, PackIssue, load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

GENERAL = load("core", "negotiation")
LEVY = PackIssue("levy", "salt levy", terms=("salt levy", "levy"))
FUND = PackIssue("fund", "road fund", terms=("road fund",))
ROE = PackActor("roe", "Anna Roe", "person", party="NOR", roles=("trade minister",))
PACKS = msgspec.structs.replace(
    GENERAL, actors=(*GENERAL.actors, ROE), issues=(*GENERAL.issues, LEVY, FUND), digest=f"{GENERAL.digest}-rounds"
)
FIRST, SECOND = dt.date(2025, 3, 4), dt.date(2025, 3, 12)
ONE = "The first round of talks between Egypt and Norway was held on Monday."
TWO = "The second round of talks between Egypt and Norway was held on Tuesday."


def told(*reports: tuple[dt.date, str]) -> Dossier:
    articles = [
        Article(f"a{number}", text, outlet=f"Paper {number}", published=published)
        for number, (published, text) in enumerate(reports)
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], vocabulary=vocabulary_of(PACKS))


def gaps(dossier: Dossier) -> set[tuple[str, str | None, str]]:
    return {(one.issue, one.round, one.relation) for one in dossier.gaps if one.relation != "unknown"}


def cells(dossier: Dossier) -> set[tuple[str, str, str]]:
    return {(one.party, one.issue, one.stance) for one in dossier.positions}


def test_a_demand_stands_until_it_is_answered_in_a_later_round() -> None:
    found = told(
        (FIRST, f"{ONE} Egypt demanded an end to the salt levy."),
        (SECOND, f"{TWO} Norway rejected an end to the salt levy."),
    )
    assert ("levy", "round:2025-03-11", "opposed") in gaps(found)


def test_what_was_answered_once_is_no_answer_to_a_later_demand() -> None:
    found = told(
        (FIRST, f"{ONE} Norway rejected an end to the salt levy."),
        (SECOND, f"{TWO} Egypt demanded a lower salt levy."),
    )
    assert not [one for one in gaps(found) if one[1] == "round:2025-03-11"]


def test_a_bare_number_is_on_what_was_counted() -> None:
    text = (
        f"{ONE} Egypt demanded 400 crowns for the road fund. Egypt demanded an end to the salt levy. Norway wants 250."
    )
    assert ("NOR", "fund", "demand") in cells(told((FIRST, text), (SECOND, TWO)))


def test_a_year_is_no_bid() -> None:
    text = f"{ONE} Egypt demanded an end to the salt levy of 2019. Norway wants 250."
    assert ("NOR", "levy", "offer") not in cells(told((FIRST, text), (SECOND, TWO)))


def test_what_was_turned_down_was_turned_down_by_the_other() -> None:
    text = f"{ONE} Egypt's request for a lower salt levy was turned down."
    assert ("NOR", "levy", "reject") in cells(told((FIRST, text), (SECOND, TWO)))
    assert ("NOR", "levy", "reject") not in cells(
        told((FIRST, f"{ONE} A lower salt levy was turned down."), (SECOND, TWO))
    )


def test_a_surname_of_the_packs_is_enough_where_its_side_is_named() -> None:
    text = f"{ONE} Roe's delegation rejected a lower salt levy."
    assert ("NOR", "levy", "reject") in cells(told((FIRST, text), (SECOND, TWO)))
    elsewhere = "Chile and Peru held talks on Monday. Roe's delegation rejected a lower salt levy."
    assert ("NOR", "levy", "reject") not in cells(told((FIRST, elsewhere)))


def test_no_thing_until_another_hangs_on_it() -> None:
    text = f"{ONE} Norway said there could be no salt levy until the port opened."
    assert {one[2] for one in cells(told((FIRST, text), (SECOND, TWO))) if one[1] == "levy"} == {"condition"}
