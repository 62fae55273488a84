"""Between whom there is a gap: who sits at the table, and not who is asked once in passing or sits between."""

import datetime as dt

from crosswire.model import Article, Dossier
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2031, 3, 3)
VOCABULARY = vocabulary_of(PACKS)
TALKS = (
    "VESK, March {day} (Lake Wire) - Norway and Chad met on {weekday} for a {nth} round of talks, with mediators from "
    "Egypt, Oman and Peru shuttling between the delegations.\n\n"
    "Norway demanded that Chad hand over all of its weapons. Chad rejected any demand to hand over its weapons."
)


def case(*more: str) -> Dossier:
    days = (("3", "Monday", "second"), ("4", "Tuesday", "third"), ("5", "Wednesday", "fourth"))
    texts = [TALKS.format(day=day, weekday=weekday, nth=nth) for day, weekday, nth in days]
    articles = [
        Article(f"a{at}", f"News.\n\n{text}", outlet=f"Paper {at}", published=DAY + dt.timedelta(min(at, 2)))
        for at, text in enumerate((*texts, *more))
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets, vocabulary=VOCABULARY)


def test_mediators_named_in_a_row_are_each_one() -> None:
    found = {d.party or d.value for one in case().rounds for d in one.details if d.kind == "mediator"}
    assert found == {"EGY", "OMN", "PER"}


def test_a_bystander_has_no_gap_with_who_talks() -> None:
    text = "Norway and Chad talk on. Brazil rejected any plan under which its soldiers would disarm a militia."
    assert all("BRA" not in one.parties for one in case(text).gaps)
