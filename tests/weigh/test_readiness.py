"""Reports that one side is ready for talks are one claim, however each words it; a condition or a place parts them."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
FIRST = "Chile is ready to resume negotiations with Peru in Oslo, Ana Roe, a Chilean foreign ministry official, said."


def together(second: str, days: int = 1) -> bool:
    day = dt.date(2031, 5, 7)
    texts = (FIRST, day), (second, day + dt.timedelta(days))
    articles = [
        Article(f"a{at}", f"News.\n\n{text}", outlet=f"Post {at}", published=when)
        for at, (text, when) in enumerate(texts)
    ]
    found = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    return any(len({told.article for told in one.evidence}) > 1 for one in found.claims)


@pytest.mark.parametrize(
    "second",
    [
        "Chile says its team is prepared to return to the table in Oslo.",
        "Ana Roe said that the Chilean team was ready for a new round of talks.",
    ],
)
def test_one_readiness_in_other_words_is_one_claim(second: str) -> None:
    assert together(second)


@pytest.mark.parametrize(
    ("second", "days"),
    [
        ("Chile says its team is prepared to return to the table if the harbour is opened.", 1),
        ("Peru is ready for talks with Chile, Peru's foreign ministry said on Wednesday.", 1),
        ("Chile says its team is prepared to return to the table in Oslo.", 30),
        ("Chile is ready to open the harbour to all, Chile's foreign ministry said on Wednesday.", 1),
    ],
    ids=["on-a-condition", "the-other-side", "a-month-later", "another-thing"],
)
def test_another_readiness_stays_apart(second: str, days: int) -> None:
    assert not together(second, days)
