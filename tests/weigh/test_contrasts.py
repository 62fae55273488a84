"""A sentence that sets one side's account against another's is a quarrel by itself."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def kinds(text: str) -> list[str]:
    words = f"News.\n\nThe quays of Orm were closed on Monday.\n\n{text}"
    article = Article("a", words, outlet="Lake Post", published=dt.date(2031, 5, 7))
    found = weigh([article], [read_article(article, PACKS)], PACKS.outlets).disputes
    return [one.kind for one in found if one.sides[0].claims == one.sides[1].claims]


@pytest.mark.parametrize(
    "text",
    [
        "Norway says the nine men are surveyors; Chile says they are soldiers out of uniform.",
        "Norway insists that the dam is meant for power, but the lake states suspect it will dry out their fields.",
        "The lake states fear Norway is building a weapon but the government in Oslo maintains that it is a mast.",
        "Ada Lind said the crews had been told beforehand, though local papers claimed that they learnt in court.",
    ],
    ids=["says-and-says", "insists-but-suspects", "fear-but-maintains", "said-though-claimed"],
)
def test_two_accounts_in_one_sentence(text: str) -> None:
    assert kinds(text) == ["characterisation"]


def test_who_blame_each_other_quarrel() -> None:
    assert kinds("Ada Lind and Bo Tarn blamed each other as talks on the ferry ended in deadlock.") == ["attribution"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind claimed that all but four posts, which were believed to be minor, had been filled.",
        "Norway insists that the dam should be finished, but Chile says the work must stop.",
        "Norway said the quays were open, but said that no ship had come.",
        "Norway said it was content; Chile said much the same.",
        "As Norway and Chile continued to swap accusations, the crews were said to be tired.",
        '"We do not believe they want a war, but Chile has said it is ready," Bo Tarn said.',
    ],
    ids=["all-but", "what-should-be", "one-speaker", "the-same", "by-the-way", "within-a-quotation"],
)
def test_one_account_or_wishes_are_no_quarrel(text: str) -> None:
    assert kinds(text) == []
