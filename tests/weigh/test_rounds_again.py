"""Rounds that no report numbers, held and planned ones, and sides that the sentence of a round does not name."""

import datetime as dt

import pytest

from crosswire.model import Article, Round
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
FIRST, SECOND = dt.date(2025, 3, 4), dt.date(2025, 3, 12)
BIDS = "Norway demanded an end to tariffs on fish. Egypt rejected the demand of Norway."


def rounds(*reports: tuple[dt.date, str]) -> list[tuple[int | None, str, bool]]:
    articles = [
        Article(f"a{number}", f"{text} {BIDS}", outlet=f"Paper {number}", published=published)
        for number, (published, text) in enumerate(reports)
    ]
    found: tuple[Round, ...] = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets).rounds
    return [(one.ordinal, one.day.isoformat(), one.held) for one in found]


OPENING = (FIRST, "The first round of talks took place on Monday.")


@pytest.mark.parametrize(
    "words",
    [
        "Egypt and Norway met again on Tuesday.",
        "Talks between Egypt and Norway resumed on Tuesday.",
        "Egypt and Norway returned to the table on Tuesday.",
        "Egypt and Norway held another round of talks on Tuesday.",
        "The second round ended on Tuesday.",
    ],
    ids=["met-again", "resumed", "to-the-table", "another-round", "sides-named-elsewhere"],
)
def test_one_more_of_a_row_takes_the_next_number(words: str) -> None:
    assert rounds(OPENING, (SECOND, words)) == [(1, "2025-03-03", True), (2, "2025-03-11", True)]


@pytest.mark.parametrize(
    "words",
    [
        "Egypt and Norway will meet again on Friday.",
        "Egypt and Norway hope to resume their talks.",
        "A second day of talks ended on Tuesday.",
        "The fleet of Norway returned to port on Tuesday.",
    ],
    ids=["to-come", "hoped-for", "a-day-of-talks", "another-return"],
)
def test_what_is_to_come_or_goes_on_is_no_further_round(words: str) -> None:
    assert [one for one in rounds(OPENING, (SECOND, words)) if one[2]] == [(1, "2025-03-03", True)]


def test_the_next_day_of_talks_is_not_the_next_round() -> None:
    found = rounds(OPENING, (dt.date(2025, 3, 5), "Egypt and Norway met again on Tuesday."))
    assert [one[0] for one in found] == [1, None]


def test_what_was_held_goes_before_what_was_planned() -> None:
    found = rounds(
        OPENING,
        (dt.date(2025, 3, 6), "The second round of talks is planned for March 10."),
        (SECOND, "The second round of talks between Egypt and Norway was held on Tuesday."),
    )
    assert (2, "2025-03-11", True) in found
