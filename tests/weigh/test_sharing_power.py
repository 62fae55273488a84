"""Talks inside one state: parties and their leaders are the sides, and who mediates takes no stand."""

import datetime as dt

from crosswire.model import Article, Dossier
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import choose_annotator, read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation", "power_sharing")
DAY = dt.date(2031, 3, 3)
OPENED = (
    "Ada Berg's ruling Lanu-PX and Bo Vesk's Lake Reform Movement (LRM) held a first round of talks in Lima on Monday. "
    "Vesk, who won the first round of the presidential election, met Norway's president, Carl Holm, who is mediating "
    "the talks. Norway proposed a government of national unity."
)
STANDS = (
    "Ada Berg's ruling Lanu-PX and the opposition Lake Reform Movement (LRM) talk on. Berg wants to remain as "
    "executive president. The LRM said that Ada Berg must be stripped of power. Lanu-PX officials rejected fresh "
    "elections. The opposition demanded control of the police. Norway's president, Carl Holm, who was mediating the "
    "talks, demanded a government of national unity."
)


def case(*more: str) -> Dossier:
    articles = [
        Article(f"a{at}", f"News.\n\n{text}", outlet=f"Paper {at}", published=DAY + dt.timedelta(at))
        for at, text in enumerate((OPENED, STANDS, *more))
    ]
    fast = choose_annotator(fast=True)
    readings = [read_article(one, PACKS, fast) for one in articles]
    return weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))


def stands(dossier: Dossier) -> set[tuple[str, str, str]]:
    return {(one.party, one.issue, one.stance) for one in dossier.positions}


def test_leader_officials_and_the_opposition_stand_for_their_parties() -> None:
    found = stands(case())
    assert ("lanu-px", "executive_power", "demand") in found
    assert ("lanu-px", "transition", "reject") in found
    assert ("lake-reform-movement", "executive_power", "demand") in found
    assert ("lake-reform-movement", "posts_and_forces", "demand") in found


def test_the_talks_are_the_parties_and_who_mediates_takes_no_stand() -> None:
    dossier = case()
    assert {one.parties for one in dossier.rounds} == {("lake-reform-movement", "lanu-px")}
    assert not [one for one in dossier.positions if one.party == "NOR"]


def test_who_is_to_give_up_what_it_wants_to_keep_is_opposed() -> None:
    gaps = {(one.issue, one.relation) for one in case().gaps if set(one.parties) == {"lake-reform-movement", "lanu-px"}}
    assert ("executive_power", "opposed") in gaps


def test_other_states_have_no_gap_with_parties_that_talk_at_home() -> None:
    dossier = case("Peru demanded that Lanu-PX hand over power. Peru rejected a government of national unity.")
    assert ("PER", "executive_power", "demand") in stands(dossier)
    assert all("PER" not in one.parties for one in dossier.gaps)


def test_a_stand_given_up_or_only_guessed_at_is_none() -> None:
    dossier = case(
        "Bo Vesk, who only weeks ago was ruling out any unity government, met Ada Berg. It is likely Vesk offered her "
        "the post of prime minister. Chile wants to see whether Lanu-PX cedes power."
    )
    later = {one.article for one in dossier.statements if "only weeks ago" in one.evidence.quote}
    assert not [one for one in dossier.positions if {e.article for e in one.evidence} & later]


def test_who_will_not_drop_a_demand_makes_it() -> None:
    dossier = case("Bo Vesk refused to drop his demand that Ada Berg relinquish power.")
    told = [one for one in dossier.positions if "refused to drop" in one.evidence[0].quote]
    assert {one.stance for one in told} == {"demand"}


def test_what_was_wanted_years_ago_is_no_stand() -> None:
    dossier = case("In July 2019 Bo Vesk rejected a unity government. Chile has shown no sign that it will cede power.")
    later = {one.article for one in dossier.statements if "In July 2019" in one.evidence.quote}
    assert not [one for one in dossier.positions if {e.article for e in one.evidence} & later]


def test_a_member_of_parliament_who_speaks_up_is_no_side() -> None:
    dossier = case(
        "Eva Lind rejected a government of national unity with Ada Berg.",
        "Eva Lind said she would not back a government of national unity. Lanu-PX demanded a unity government.",
    )
    assert all("eva-lind" not in one.parties for one in dossier.gaps)
