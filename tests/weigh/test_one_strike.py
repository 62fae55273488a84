"""A strike told on two days is one incident: its toll rises, and what the other side says it struck is its answer."""

import datetime as dt

from crosswire.model import Article, Incident
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2025, 9, 24)


def incidents(*texts: str) -> tuple[Incident, ...]:
    articles = [
        Article(f"a{number}", f"News.\n\n{text}", outlet=f"Paper {number}", published=DAY + dt.timedelta(number))
        for number, text in enumerate(texts)
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets).incidents


def test_a_toll_of_the_day_after_updates_the_incident_and_the_answer_stands_beside_it() -> None:
    [found] = incidents(
        "Overnight, a Chilean missile attack on Arica killed at least 7 people, Peruvian officials said.",
        "At least 9 people, including two nurses, have been killed in a Chilean attack on Arica, Peru says.\n\n"
        "Chile's defence ministry said it had struck fuel depots and military targets in the north.",
    )
    [toll] = found.tolls
    assert (found.violator, toll.low, toll.best, toll.high) == ("CHL", 7, 9, 9)
    assert (found.response, found.verification) == ("own account", "one-sided")


def test_an_attack_on_one_side_is_not_laid_at_its_own_door() -> None:
    found = incidents("Five people have been killed in an attack on a Chilean town, Chile says.")
    assert not [one for one in found if one.violator == "CHL"]
