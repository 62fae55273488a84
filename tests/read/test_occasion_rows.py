"""Rounds told together in one sentence, and talks that nobody held yet."""

import datetime as dt

import pytest

from crosswire.model import Article, Occasion
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
PUBLISHED = dt.date(2025, 11, 12)


def occasions(text: str) -> list[Occasion]:
    return list(read_article(Article("a", f"News.\n\n{text}", published=PUBLISHED), PACKS).occasions)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Three rounds of direct talks between Norway and Egypt were held in Oslo, on 4 March, 9 April and 2 May.",
            [(1, "2025-03-04"), (2, "2025-04-09"), (3, "2025-05-02")],
        ),
        ("Norway hosted two rounds of talks on March 4 and April 9, 2025.", [(1, "2025-03-04"), (2, "2025-04-09")]),
        ("The envoys have met twice this year, most recently on 9 September.", [(2, "2025-09-09")]),
        ("The two sides held four rounds of negotiations, the last on 5 October.", [(4, "2025-10-05")]),
        ("Two more rounds of talks were held on 3 March and 9 March.", [(None, "2025-03-03"), (None, "2025-03-09")]),
        (
            "The two delegations met in Oslo on 3 March, 9 March and 4 April.",
            [(None, "2025-03-03"), (None, "2025-03-09"), (None, "2025-04-04")],
        ),
    ],
    ids=["each-day-is-a-round", "host", "count-and-last-day", "last-of-a-count", "more-rounds-have-no-number", "met"],
)
def test_rounds_told_together_are_a_row(text: str, rows: list[tuple[int | None, str]]) -> None:
    found = occasions(text)
    assert [(one.ordinal, str(one.day)) for one in found] == rows
    assert all(one.listed and not one.proposed for one in found)


def test_rounds_told_by_their_months_keep_the_month() -> None:
    found = occasions("Norway and Egypt held two rounds of talks in Oslo in March 2025 and April 2025.")
    assert [(one.ordinal, one.day, str(one.month)) for one in found] == [
        (1, None, "2025-03-01"),
        (2, None, "2025-04-01"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Egypt held three rounds of talks in Oslo on 4 March and 9 April.",
        "On 4 March and 9 April Egypt denounced the three rounds of talks and two letters.",
        "Norway wants to hold two rounds of talks on 3 March and 9 March.",
    ],
    ids=["count-and-days-differ", "other-days", "only-wanted"],
)
def test_a_list_that_does_not_fit_is_no_row(text: str) -> None:
    assert not [one for one in occasions(text) if one.listed]


@pytest.mark.parametrize(
    "text",
    [
        "Norway is ready to resume talks with Egypt in Oslo, the paper quoted an official as saying on Wednesday.",
        "Egypt offered on Monday to host a fourth round of talks in Cairo.",
        "On Tuesday officials urged the two sides to return to the talks.",
        "Norway hopes for a third round of talks, the minister said on Monday.",
        "Norway proposed on Monday that a third round of talks be held in Oslo.",
    ],
)
def test_what_somebody_is_ready_for_or_urges_is_only_proposed(text: str) -> None:
    assert all(one.proposed for one in occasions(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway rejected the proposal on Monday after the second round of talks in Oslo.",
        "Norway held a second round of talks with Egypt on Tuesday.",
        "Egypt was ready to sign after the second round of talks on Monday.",
    ],
)
def test_what_was_held_is_not_proposed(text: str) -> None:
    assert not any(one.proposed for one in occasions(text))


def test_two_days_of_other_things_are_no_meetings() -> None:
    assert not occasions("The delegations met in Oslo, where it rained on 3 March and froze at night.")


def test_whoever_owns_a_proposal_is_no_venue() -> None:
    [found] = occasions(
        "Egypt had not answered Oslo's plan, which was put to Cairo's envoys at the third round on July 3."
    )
    assert (found.ordinal, found.venue) == (3, None)


def test_the_second_of_two_rounds_may_lack_its_verb() -> None:
    text = (
        "The meeting was the third round of talks. "
        "The first was held in Geneva on May 10-11 and the second in London on June 9-10."
    )
    found = read_article(Article("a", text, published=dt.date(2031, 7, 29)), PACKS).occasions
    days = {one.ordinal: (one.day, one.venue) for one in found if one.day}
    assert days == {1: (dt.date(2031, 5, 10), "geneva"), 2: (dt.date(2031, 6, 9), "london")}


def test_days_on_which_the_sides_met_are_numbered_by_a_count_told_elsewhere() -> None:
    text = "Norway paused the talks with Egypt after three rounds. The sides met in Oslo on March 4, April 9 and May 2."
    found = [(one.ordinal, one.day) for one in occasions(text) if one.listed]
    assert found == [(1, dt.date(2025, 3, 4)), (2, dt.date(2025, 4, 9)), (3, dt.date(2025, 5, 2))]


def test_days_that_a_count_does_not_fit_have_no_number() -> None:
    text = (
        "Norway paused the talks with Egypt after five rounds. The two sides met in Oslo on March 4, April 9 and May 2."
    )
    assert {one.ordinal for one in occasions(text) if one.listed} == {None}


@pytest.mark.parametrize(
    "words",
    ["Norway is using the announcement of a fourth round of talks.", "Egypt armed itself ahead of the fourth round."],
)
def test_a_round_only_announced_is_not_held_on_the_day_before_it(words: str) -> None:
    held = [one for one in occasions(f"Egypt struck a port on Tuesday. {words}") if one.ordinal == 4]
    assert held
    assert all(one.day is None or one.proposed for one in held)


def test_a_week_proposed_for_a_round_is_no_round() -> None:
    found = occasions("Norway had proposed the week of Nov. 24 for a fourth round of talks with Egypt.")
    assert all(one.proposed for one in found if one.ordinal == 4)
