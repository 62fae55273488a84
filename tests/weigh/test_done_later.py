"""Promises that later reports tell of as done, in the deed's own words or another name for it."""

import datetime as dt

import pytest

from crosswire.model import Article, Commitment
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def commitments(*told: str) -> list[Commitment]:
    days = (dt.date(2031, 5, 2), dt.date(2031, 5, 9), dt.date(2031, 5, 12))
    articles = [
        Article(f"a{at}", f"Peru in turmoil\n\n{text}", outlet=f"Paper {at}", published=day)
        for at, (text, day) in enumerate(zip(told, days, strict=False))
    ]
    readings = [read_article(one, PACKS) for one in articles]
    return list(weigh(articles, readings, PACKS.outlets).commitments)


PLEDGE = "President Alan Mora of Peru promised to step down on 8 May, his aides said in Lima."


@pytest.mark.parametrize(
    "later",
    [
        "President Alan Mora resigned on Thursday and left Lima by boat.",
        "President Alan Mora handed over power on Thursday to his deputy in Lima.",
        "President Alan Mora kept a promise to resign, and left Lima by boat.",
    ],
    ids=["resigned", "handed-over-power", "kept-a-promise"],
)
def test_who_resigned_has_stepped_down(later: str) -> None:
    assert [one.status for one in commitments(PLEDGE, later)] == ["fulfilled"]


@pytest.mark.parametrize(
    "later",
    [
        "President Alan Mora has refused to resign, and stayed in Lima on Thursday.",
        "Crowds in Lima demanded on Thursday that President Alan Mora resigned.",
        "Chile's prime minister resigned on Thursday over the price of bread.",
        "African leaders are expected at a ceremony to lend dignity to President Alan Mora's resignation.",
    ],
    ids=["refused", "demanded", "another", "expected"],
)
def test_what_is_not_done_keeps_no_promise(later: str) -> None:
    assert "fulfilled" not in [one.status for one in commitments(PLEDGE, later)]


def test_the_same_verb_and_thing_told_as_done_keep_a_promise() -> None:
    made = "Peru promised to dissolve the northern border council by 8 May, the minister said in Lima."
    done = "Peru dissolved its northern border council on Thursday, a day late."
    other = "Peru dissolved the parliament on Thursday."
    assert [one.status for one in commitments(made, done)] == ["fulfilled"]
    assert "fulfilled" not in [one.status for one in commitments(made, other)]
