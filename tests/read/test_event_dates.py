"""The date of what happened, among the dates beside it."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
PUBLISHED = dt.date(2031, 3, 12)


def dates_of(text: str) -> list[str | None]:
    article = Article(id="a", title="", text=text, published=PUBLISHED)
    found = read_article(article, PACKS).statements
    return [str(one.event_date.first) if one.event_date else None for one in found]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Chile and Peru each freed 40 prisoners on Monday, officials of both countries said.", "2031-03-10"),
        ("Chile freed 40 prisoners on Monday under a deal signed in Lima this week.", "2031-03-10"),
        ("The next round is set for April 2.", "2031-04-02"),
        ("The summit is scheduled for 20 April.", "2031-04-20"),
        ("Chile will lift the embargo that it imposed in 2022.", None),
        ("Chile and Peru met on March 3 and on March 5 they met again.", "2031-03-03"),
        ("Chile let in the observers it had refused on 3 March.", None),
        ("Chile let in the observers on 3 March.", "2031-03-03"),
    ],
)
def test_the_day_of_the_event(text: str, date: str | None) -> None:
    assert dates_of(text)[0] == date


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The dockers meet again on April 2.", "future"),
        ("The dockers meet the owners on April 2.", "future"),
        ("The dockers meet the owners twice a year.", "actual"),
        ("The dockers met again on March 3.", "actual"),
        ("The dockers meet the owners on March 3.", "actual"),
    ],
    ids=["again", "others", "no-day", "past-tense", "past-day"],
)
def test_a_present_with_a_day_yet_to_come_lies_ahead(text: str, realis: str) -> None:
    article = Article(id="a", title="", text=text, published=PUBLISHED)
    assert [one.realis for one in read_article(article, PACKS).statements] == [realis]


def test_a_past_event_is_not_dated_after_its_report() -> None:
    assert dates_of("Chile freed 40 prisoners ahead of April 2.") == [None]
