"""What awaits an accord is told no more once a later report tells that it was signed."""

import datetime as dt

import pytest

from crosswire.assess.desk import Desk
from crosswire.assess.done_since import Accords
from crosswire.assess.plan import Plan
from crosswire.model import Article
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
SIGNED = "Norway and Egypt signed a new canal treaty on Monday. The harbours stay open."
OTHER = "Norway and Peru signed a new canal treaty on Monday. The harbours stay open."


def awaited(words: str, *texts: str) -> bool:
    """Tell whether what a report says in some words is told no more, as it awaits an accord since made."""
    articles = [
        Article(f"a{at}", f"News {at}.\n\n{text}", outlet=f"Wire {at}", published=dt.date(2025, 5, 20 + at))
        for at, text in enumerate(texts)
    ]
    readings = [read_article(one, PACKS) for one in articles]
    dossier = weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))
    desk = Desk(dossier, Plan(None), PACKS, dt.date(2025, 5, 30))
    claims = [one for one in dossier.claims if desk.statements[one.lead].evidence.quote == words]
    assert claims
    return all(map(Accords(desk).awaited, claims))


@pytest.mark.parametrize(
    "awaits",
    [
        "Norway and Egypt are close to signing a new canal treaty, officials in Oslo said.",
        "Norway hopes to conclude the new canal treaty with Egypt, its foreign minister said.",
    ],
)
def test_what_has_come_is_awaited_no_more(awaits: str) -> None:
    assert awaited(awaits, awaits, SIGNED)
    assert not awaited(awaits, awaits, OTHER)
    assert not awaited(awaits, SIGNED, awaits)


def test_what_may_come_under_an_accord_stays() -> None:
    kept = "Norway may send two ships to Egypt under the old canal treaty, its navy said."
    assert not awaited(kept, kept, SIGNED)
