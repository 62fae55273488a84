"""A charge that names no place is told again of an incident only where its report names that incident's place."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation", "ukraine_russia")
DAY = dt.date(2025, 11, 18)
FIRST = "Russian forces launched a drone attack on Kharkiv on Tuesday, killing one person, Ukraine's army said."


@pytest.mark.parametrize(
    ("second", "places"),
    [
        ("The mayor of Ternopil spoke of a night without sleep. Ukraine said Russia fired 400 drones.", 2),
        ("The mayor of Kharkiv spoke of a night without sleep. Ukraine said Russia fired 400 drones.", 1),
    ],
    ids=["another-town", "the-same-town"],
)
def test_an_attack_elsewhere_is_another(second: str, places: int) -> None:
    articles = [
        Article(f"a{at}", f"News of the day\n\n{text}", outlet=f"Paper {at}", published=DAY + dt.timedelta(at))
        for at, text in enumerate((FIRST, second))
    ]
    found = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets).incidents
    assert len(found) == places
