"""Promises: where their words end, what is agreed at a price, and those that their maker says were never made."""

import datetime as dt

import pytest

from crosswire.model import Article, Commitment
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def promises(*texts: str, day: int = 8) -> dict[str, Commitment]:
    articles = [
        Article(f"a{at}", f"News.\n\n{text}", outlet=f"Lake Post {at}", published=dt.date(2031, 5, day + at))
        for at, text in enumerate(texts)
    ]
    found = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets).commitments
    return {one.words.quote: one for one in found}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile has agreed to lift the tariff on wool by Jun. 3.", "lift the tariff on wool by Jun. 3"),
        ("Chile has agreed to lift the 7.5 per cent tariff on wool.", "lift the 7.5 per cent tariff on wool"),
        ("Chile has agreed to lift the tariff on wool, Mayor Ada Lind said on Monday.", "lift the tariff on wool"),
        (
            "Chile has agreed to lift the tariff on wool, and the Peruvian side has left.",
            "lift the tariff on wool",
        ),
    ],
    ids=["short-month", "point-of-a-number", "before-its-teller", "before-another-side"],
)
def test_a_promise_s_words_end_where_it_does(text: str, words: str) -> None:
    assert list(promises(text)) == [words]


PRICE = "Chile has agreed to cut its tariff on wool in return for cheaper fish, Mayor Ada Lind said."
OTHER = "Peru will lift its tariff on fish by 3 June, she said."


def test_one_side_s_price_is_a_promise_too() -> None:
    assert promises(f"{PRICE} {OTHER}")["lift its tariff on fish by 3 June"].promisors == ("PER",)


def test_without_an_agreement_what_a_side_will_do_is_no_promise() -> None:
    assert promises(f"Chile wants cheaper fish, Mayor Ada Lind said. {OTHER}") == {}


MADE = "Peru's ministry said on Thursday that Chile had committed to reviewing its tariff on wool by 20 May."


def statuses(answer: str) -> list[str]:
    return [one.status for one in promises(MADE, answer).values()]


def test_a_promise_that_its_maker_denies_is_disputed() -> None:
    denial = "Chile's trade minister, Ada Lind, denied that Chile had committed to a review of its tariff on wool."
    assert statuses(denial) == ["disputed"]


@pytest.mark.parametrize(
    "answer",
    [
        "Brazil's trade minister, Ada Lind, denied that Brazil had committed to a review of its tariff on wool.",
        "Chile's trade minister, Ada Lind, denied that the tariff on wool had hurt anybody.",
    ],
    ids=["another-side-s", "no-promise"],
)
def test_another_denial_leaves_a_promise_as_it_is(answer: str) -> None:
    assert "disputed" not in statuses(answer)
