"""A promise that only who owed it says was kept, and more handed over than was promised."""

import datetime as dt

import pytest

from crosswire.model import Article, Commitment
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
FIRST = dt.date(2025, 5, 1)
TALKS = "Norway and Egypt held talks in Lima on Thursday."
LEAVE = f"{TALKS} Egypt promised to withdraw its troops from the port of Halden by 8 May."
BODIES = f"{TALKS} Norway promised to hand over 6,000 bodies to Egypt by 10 May."


def commitment(*told: tuple[int, str]) -> Commitment:
    articles = [
        Article(f"a{at}", text, outlet=f"Paper {at}", published=FIRST + dt.timedelta(days=day))
        for at, (day, text) in enumerate(told)
    ]
    found = weigh(articles, [read_article(one, PACKS) for one in articles], vocabulary=vocabulary_of(PACKS))
    assert len(found.commitments) == 1
    return found.commitments[0]


LEFT = "Egypt said it had withdrawn its troops from the port of Halden."
NOT_LEFT = "Norway said Egypt had not withdrawn its troops from the port of Halden."
DENIED = "Norway denied that Egypt had withdrawn its troops from the port of Halden."


@pytest.mark.parametrize(
    "told", [((10, LEFT), (11, NOT_LEFT)), ((10, NOT_LEFT), (11, LEFT)), ((10, LEFT), (11, DENIED))]
)
def test_who_owed_it_says_kept_and_the_other_not_is_disputed_with_both(told: tuple[tuple[int, str], ...]) -> None:
    found = commitment((0, LEAVE), *told)
    assert found.status == "disputed"
    assert {words.quote for words in found.changes[-1].evidence} == {text for _, text in told}


@pytest.mark.parametrize(
    "told",
    [
        ((10, LEFT),),
        ((10, LEFT), (11, "Norway confirmed that Egypt had withdrawn its troops from the port of Halden.")),
        ((10, "Egypt withdrew its troops from the port of Halden."), (11, NOT_LEFT)),
        ((2, NOT_LEFT), (20, LEFT)),
    ],
    ids=["nobody-contests-it", "the-other-confirms-it", "a-report-tells-it-itself", "it-was-weeks-before"],
)
def test_what_is_not_contested_stays_fulfilled(told: tuple[tuple[int, str], ...]) -> None:
    assert commitment((0, LEAVE), *told).status == "fulfilled"


@pytest.mark.parametrize(
    "text",
    [
        "Norway handed over 7,000 bodies to Egypt on Saturday.",
        "Norway has handed over 7,000 bodies to Egypt so far, the Red Cross said.",
        "Norway has handed over more than 7,000 bodies to Egypt so far, the Red Cross said.",
    ],
)
def test_more_than_was_promised_is_booked(text: str) -> None:
    found = commitment((0, BODIES), (12, text))
    assert (found.status, found.delivered, found.remaining) == ("fulfilled", 7000, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Norway has handed over 19,000 bodies to Egypt so far, the Red Cross said.",
        "Norway has handed over 7,000 bodies to Egypt since the start of the war, the Red Cross said.",
        "Norway has handed over more than 100 bodies to Egypt so far, the Red Cross said.",
    ],
    ids=["far-more", "of-the-war", "the-least-told-is-less"],
)
def test_a_count_of_more_than_one_promise_is_not(text: str) -> None:
    assert commitment((0, BODIES), (12, text)).status != "fulfilled"
