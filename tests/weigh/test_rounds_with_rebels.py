"""With whom a state at war with rebels talks, and a first round that reports go on from."""

import datetime as dt

from crosswire.model import Article, Dossier
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import choose_annotator, read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2031, 7, 4)
TOLD = (
    "Peace talks resumed today in Lima between Chad and the rebel Front for Docks and Lakes (FDL). Chad indicated "
    "during the first round of peace talks on June 4 that it would accept a ceasefire. Chad accused the FDL of "
    "shelling. The FDL rejected a ceasefire. Chad accused the FDL of delay. {third}"
)
FOREIGN = (
    "Norway urged Chad to accept a ceasefire. Norway sent ships to Chad. Norway met Chad. Norway urged Chad to vote."
)


def case(third: str = FOREIGN, text: str = TOLD) -> Dossier:
    articles = [
        Article(f"a{at}", f"News.\n\n{text.format(third=third)}", outlet=f"Paper {at}", published=DAY)
        for at in range(2)
    ]
    fast = choose_annotator(fast=True)
    readings = [read_article(one, PACKS, fast) for one in articles]
    return weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))


def test_a_state_talks_with_the_rebels_that_fight_it_and_not_with_who_urges_both() -> None:
    assert {one.parties for one in case().rounds} == {("TCD", "front-for-docks-and-lakes")}


def test_a_first_round_that_was_gone_on_with_is_a_row() -> None:
    assert [(one.ordinal, one.day.isoformat()) for one in case().rounds] == [(1, "2031-06-04"), (2, "2031-07-04")]


def test_a_first_round_told_once_and_never_gone_on_with_is_none() -> None:
    text = (
        "Chad indicated during the first round of peace talks with Norway on June 4 that it would accept a ceasefire."
    )
    assert case(text=text).rounds == ()
