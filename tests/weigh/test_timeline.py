"""Which days a case's statements are put at."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
PUBLISHED = dt.date(2031, 3, 12)


def days_of(text: str) -> list[str]:
    """The days that a report's own words are put at, and no others' plans."""
    article = Article(id="a", title="", text=text, published=PUBLISHED)
    dossier = weigh([article], [read_article(article, PACKS)], PACKS.outlets)
    return [str(entry.when.first) for entry in dossier.timeline if not entry.scheduled]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Peru today sent the miners a signal by announcing plans to build ten ports in Lima.", ["2031-03-12"]),
        ("Peru will today send the miners a signal and build ten ports in Lima.", []),
        ("If Peru had closed the port yesterday, the miners would have left Lima.", []),
        ("Roe sees no room for going beyond the sum that Peru agreed with the miners on 3 March.", []),
        ("Peru freed the miners on 3 March and closed the port on 5 March.", ["2031-03-03", "2031-03-05"]),
        ("Peru yesterday threatened to close the port to the miners.", ["2031-03-11"]),
        ("Peru yesterday proposed that Chile share the port with the miners.", ["2031-03-11"]),
        ("Peru said it would close the port yesterday.", []),
    ],
    ids=["done-for-later", "to-be-done", "not-done", "day-of-a-thing", "two-days", "threat", "proposal", "said"],
)
def test_the_days_of_what_is_told(text: str, days: list[str]) -> None:
    assert days_of(text) == days
