"""Rounds of talks that reports know by where they were held."""

import datetime as dt

from crosswire.model import Article, Round
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def rounds(*told: tuple[int, str]) -> list[Round]:
    articles = [
        Article(
            f"a{at}", f"Levy of day {day}\n\n{LEADS[at]}{text}", outlet=f"Paper {at}", published=dt.date(2031, 5, day)
        )
        for at, (day, text) in enumerate(told)
    ]
    readings = [read_article(one, PACKS) for one in articles]
    return list(weigh(articles, readings, PACKS.outlets).rounds)


LEADS = (
    "Peru and Chile held talks on the levy, a person close to them told this paper over the weekend. ",
    "The levy on copper is to stay for now, traders in Lima and Santiago believe after long negotiations. ",
    "Nobody in the port had slept much when Chile's envoys came back from the talks with news of a deal. ",
    "A year of talks over copper has left both Peru and Chile with little patience, and less money. ",
)


def test_two_reports_that_date_talks_at_one_place_make_a_round() -> None:
    found = rounds(
        (6, "In Geneva on 5 May, ministers of Peru and Chile agreed to open the border."),
        (8, "The channel agreed in Geneva on May 5 was opened by Peru and Chile."),
        (13, "Ministers of Peru and Chile signed an accord in Vienna on 12 May."),
        (14, "The accord that Peru and Chile signed in Vienna on 12 May is not yet in force."),
    )
    assert [(one.day.day, one.venue and one.venue.split("-")[0]) for one in found] == [(5, "geneva"), (12, "vienna")]


def test_what_was_only_planned_and_others_talks_make_none() -> None:
    found = rounds(
        (2, "Ministers of Peru and Chile are due to meet in Geneva on 5 May for talks."),
        (3, "Talks of Peru and Chile in Geneva on 5 May are expected to be hard."),
        (13, "Ministers of Brazil and Bolivia signed an accord in Vienna on 12 May."),
        (14, "The accord that Brazil and Bolivia signed in Vienna on 12 May is in force."),
    )
    assert not found
