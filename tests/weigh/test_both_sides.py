"""What two sides say with one voice is the word of both: a joint statement's "we", "the two sides"."""

import datetime as dt

import pytest

from crosswire.model import Article, Dossier
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
TALKS = "Egypt and Norway held talks in Lima on Monday."
DAY = dt.date(2025, 3, 3)


def weighed(text: str, **more: str) -> Dossier:
    fields = {"outlet": "Lake Wire", **more}
    article = Article("a", text, published=DAY, **fields)  # type: ignore[arg-type]
    return weigh([article], [read_article(article, PACKS)], vocabulary=vocabulary_of(PACKS))


def told(text: str) -> Dossier:
    return weighed(f"{TALKS}\n\n{text}")


def cells(found: Dossier) -> set[tuple[str, str, str]]:
    return {(one.party, one.issue, one.stance) for one in found.positions}


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        ('"We have agreed to a 30-day ceasefire," the two sides said in a joint statement.', "ceasefire", "accept"),
        (
            '"The two sides agree to exchange all prisoners," a statement issued by both delegations said.',
            "prisoners",
            "accept",
        ),
        ("In a joint statement, Norway and Egypt said they had agreed to free all prisoners.", "prisoners", "accept"),
        ("Both delegations also demanded that sanctions be lifted.", "sanctions_economy", "demand"),
        ('"We reject sanctions," they said in a joint statement.', "sanctions_economy", "reject"),
    ],
)
def test_what_both_say_is_the_stand_of_both(text: str, issue: str, stance: str) -> None:
    assert {("EGY", issue, stance), ("NOR", issue, stance)} <= cells(told(text))


@pytest.mark.parametrize(
    "text",
    [
        '"We reject sanctions," the two ministers of Norway said.',
        '"We reject sanctions," two diplomats said.',
        '"We reject sanctions," they said.',
        "Norway's delegation demanded that sanctions be lifted.",
        "A joint statement said Norway would reject sanctions.",
    ],
)
def test_what_one_side_or_nobody_named_says_is_not_the_word_of_both(text: str) -> None:
    found = {one.party for one in told(text).positions}
    assert not {"EGY", "NOR"} <= found


def test_a_third_party_in_the_report_leaves_both_sides_open() -> None:
    found = told('Peru and Chile sat in. "We have agreed to a 30-day ceasefire," the two sides said.')
    assert not {one.party for one in found.positions if one.issue == "ceasefire"} & {"PER", "CHL"}


PAPER = (
    "Norway and Egypt held talks in Lima on 2 March 2025.\n\nWe have agreed to establish a ceasefire of 30 days.\n\n"
    "The Parties reject any attempt to lift sanctions.\n\nWe will release 40 prisoners by 12 March 2025."
)
OFFICIAL = {"outlet": "Ministry of Foreign Affairs of Norway", "genre": "statement"}


def test_the_we_of_a_joint_paper_is_both_its_issuers() -> None:
    found = weighed(PAPER, title="Joint statement by Norway and Egypt", **OFFICIAL)
    assert {("EGY", "ceasefire", "accept"), ("NOR", "ceasefire", "accept")} <= cells(found)
    assert {("EGY", "sanctions_economy", "reject"), ("NOR", "sanctions_economy", "reject")} <= cells(found)
    assert {one.promisors for one in found.commitments if one.deed == "release"} == {("EGY", "NOR")}


def test_the_we_of_one_ministry_is_its_own() -> None:
    found = weighed(PAPER, title="Statement by the ministry", **OFFICIAL)
    assert ("EGY", "ceasefire", "accept") not in cells(found)
    assert {one.promisors for one in found.commitments if one.deed == "release"} == {("NOR",)}


def test_two_who_speak_with_one_voice_do_not_clash() -> None:
    found = told(
        "Both delegations demanded that sanctions on grain be lifted. Both delegations rejected sanctions on grain."
    )
    assert {one.relation for one in found.gaps} <= {"agreed", "unknown", "overlap"}


def test_what_both_sides_promise_in_a_joint_statement_binds_both() -> None:
    found = told('"We will release 40 prisoners by 12 March," the two sides said in a joint statement.')
    assert [one.promisors for one in found.commitments] == [("EGY", "NOR")]
    assert told('"We will release 40 prisoners by 12 March," two diplomats said.').commitments == ()
