"""What official papers and their answers undertake, deny and suppose."""

import pytest

from crosswire.model import Article, Region
from crosswire.model.article import Genre
from crosswire.model.reading import Reading
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.read.issuer import issuer_of

PACKS = load("core", "negotiation", "trade")
AGREED = "The two sides agreed on a truce in their trade war. "


def read(text: str, genre: Genre = "news") -> Reading:
    return read_article(Article("a", text, genre=genre, regions=(Region(0, len(text), "body"),)), PACKS)


def made(text: str, genre: Genre = "news") -> list[tuple[str, tuple[str, ...]]]:
    return [(one.deed, one.by) for one in read(text, genre).pledges if one.kind == "made" and one.deed != "truce"]


@pytest.mark.parametrize(
    ("sentence", "deed", "who"),
    [
        ("Peru will suspend for one year the implementation of its rule on buyers.", "suspend", "PER"),
        ("The United States will suspend the rule on buyers for one year.", "suspend", "USA"),
        ("Peru will issue general licences for exports of lithium.", "issu", "PER"),
        ("Peru will terminate its investigations of Chilean firms.", "termin", "PER"),
    ],
)
def test_an_official_paper_lists_what_each_side_will_do(sentence: str, deed: str, who: str) -> None:
    assert made(AGREED + sentence, "statement") == [(deed, (who,))]
    assert made(AGREED + sentence) == []  # what a report says that a side will do is its own outlook


def test_a_state_in_the_plural_is_one_side() -> None:
    (one,) = read("The United States agreed to free 50 prisoners.").pledges
    assert (one.by, one.joint) == (("USA",), False)
    (one,) = read("The two states agreed to free 50 prisoners.").pledges
    assert (one.by, one.joint) == ((), True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru on Friday denied a report that it had agreed to lift its tariffs for good.",
        "Peru rejected the claim that it had offered to lift its tariffs.",
    ],
)
def test_what_a_side_denies_to_have_granted_is_no_stand(sentence: str) -> None:
    assert [one.act for one in read(sentence).moves if one.act in ("ACCEPT", "OFFER", "AGREE_JOINT")] == []


def test_who_denies_and_offers_in_one_sentence_offers() -> None:
    told = read("Peru denied the charge and offered to lift its tariffs.")
    assert [(one.act, one.agent) for one in told.moves if one.act == "OFFER"] == [("OFFER", "PER")]


def test_what_a_side_may_insist_on_it_has_not_said() -> None:
    told = read("If Peru insists on raising its tariffs, Chile will take countermeasures.")
    assert [one.speaker for one in told.attributions] == []
    assert [(one.act, one.agent) for one in told.statements] == [("THREATEN", "CHL")]
    (said,) = read("Peru insists on raising its tariffs.").attributions
    assert said.speaker == "PER"


@pytest.mark.parametrize(
    ("outlet", "actor"),
    [
        ("The White House", "USWH"),
        ("Ministry of Trade of the Republic of Peru", "PER"),
        ("Ministry of Trade of Peru", "PER"),
        ("Bank of Peru", None),
        ("Times of India", None),
        (None, None),
    ],
)
def test_a_body_named_after_a_state_issues_for_it(outlet: str | None, actor: str | None) -> None:
    assert issuer_of(outlet, PACKS) == actor


def test_what_was_done_besides_is_no_part_of_what_was_agreed() -> None:
    told = read("Peru agreed to pause its tariffs and found the path to more rare earths.")
    assert [(one.act, one.issues) for one in told.moves] == [("ACCEPT", ("tariffs",))]


def test_an_offer_with_a_price_is_on_what_is_wanted_for_it() -> None:
    told = read("Peru offered to put off its rule in return for lower tariffs on copper.")
    assert [(one.act, one.agent, one.issues) for one in told.moves] == [("OFFER", "PER", ("tariffs",))]


def test_a_newsroom_answers_its_own_questions() -> None:
    text = (
        "President Ana Roe signed the bill on Monday.\n\nWhat did Peru get?\n\nIt got no cut in its levy.\n\n"
        "What about Chile?\n\nThe law pays for {one} port."
    )
    plain, spoken = text.format(one="its"), text.format(one="our")
    assert [one.speaker for one in read(plain, "qa").attributions] == []
    assert {one.speaker for one in read(spoken, "qa").attributions} == {"ana-roe"}
