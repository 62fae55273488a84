"""Rounds of talks in one article: which, when, where, and what is none."""

import datetime as dt

import pytest

from crosswire.model import Article, Occasion
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
PUBLISHED = dt.date(2025, 3, 5)  # a Wednesday


def occasions(text: str) -> list[Occasion]:
    return list(read_article(Article("a", text, published=PUBLISHED), PACKS).occasions)


@pytest.mark.parametrize(
    ("text", "words", "ordinal", "day"),
    [
        ("Norway and Egypt held a second round of talks on Tuesday.", "second round of talks", 2, dt.date(2025, 3, 4)),
        (
            "Norway and Egypt agreed on Tuesday to a truce at the end of a third round of talks.",
            "third round of talks",
            3,
            dt.date(2025, 3, 4),
        ),
        ("The third round will take place in Oslo on 20 March.", "third round", 3, dt.date(2025, 3, 20)),
        ("The next round is set for March 20.", "round", None, dt.date(2025, 3, 20)),
        ("On 3 March Norway held direct negotiations with Egypt.", "negotiations", None, dt.date(2025, 3, 3)),
        ("Egypt rejected the plan at the first round.", "first round", 1, None),
    ],
)
def test_a_round_is_read_with_its_number_and_its_day(
    text: str, words: str, ordinal: int | None, day: dt.date | None
) -> None:
    [found] = occasions(text)
    assert (found.span.of(text), found.ordinal, found.day) == (words, ordinal, day)


def test_the_day_somebody_spoke_is_not_the_day_of_the_talks() -> None:
    [found] = occasions("Egypt said on Monday that the fourth round of talks would open on 9 March.")
    assert (found.ordinal, found.day) == (4, dt.date(2025, 3, 9))


@pytest.mark.parametrize(
    "bound", ["before 10 March", "by 10 March", "within ten days", "until 10 March", "after 10 March"]
)
def test_a_bound_is_not_a_day(bound: str) -> None:
    [found] = occasions(f"Egypt is prepared to hold a second round of negotiations in Oslo {bound}.")
    assert found.day is None


def test_first_since_some_year_counts_no_row() -> None:
    [found] = occasions("Norway and Egypt held their first direct talks since 2019 on Monday.")
    assert (found.ordinal, found.day) == (None, dt.date(2025, 3, 3))


def test_the_day_a_row_counts_from_is_not_the_day_of_the_talks() -> None:
    [found] = occasions("These are the third round of talks since the truce took effect on 1 February.")
    assert (found.ordinal, found.day) == (3, None)


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers fired a round on Monday.",
        "Another round of threats followed on Monday.",
        "Berg won the first round of the presidential elections on Monday.",
        "Berg, who led in the first round on Monday, pulled out of the run-off.",
        "The second round of voting for president was held on Monday.",
        "A third round of fighting broke out on Monday.",
        "Three rounds were fired on 3 March.",
        "The board of the fund is to hold its first meeting on 3 March.",
        "She talks to reporters on Mondays, he said.",
    ],
)
def test_rounds_of_other_things_are_none(text: str) -> None:
    assert not [one for one in occasions(text) if one.rowed or one.span.of(text) == "round"]


def test_the_venue_is_the_place_they_are_in_not_one_they_are_about() -> None:
    text = "Egypt and Norway held a second round of talks in Geneva on Monday about the blockade of Beirut."
    [found] = occasions(text)
    assert found.venue is not None
    assert "geneva" in found.venue.lower()


def test_where_the_sides_will_meet_again_is_not_where_they_met() -> None:
    (one,) = occasions("Norway and Chad ended a third round of talks, and said the two sides would meet again in Oslo.")
    assert one.venue is None


def test_without_a_lexicon_of_occasions_there_are_none() -> None:
    article = Article("a", "The second round of talks opened on Monday.", published=PUBLISHED)
    assert read_article(article, load("core")).occasions == ()


def test_talks_with_somebody_are_with_nobody_else() -> None:
    text = "Egypt's president held talks with Norway's minister on Friday, hours after Peru shelled a town in Chile."
    [one] = occasions(text)
    assert not {"PER", "CHL"} & set(one.actors)
    assert one.venue is None


def test_a_bid_to_revive_talks_is_no_round() -> None:
    [one] = occasions("Egypt's president will fly to Lima on Friday in an attempt to revive stalled talks with Norway.")
    assert one.proposed


@pytest.mark.parametrize(
    "text",
    [
        "At his first press conference in Oslo on Tuesday, the minister of Norway named Egypt.",
        "She held her second news conference on Tuesday, with Norway and Egypt looking on.",
    ],
)
def test_a_press_conference_is_no_round(text: str) -> None:
    assert not occasions(text)


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("Where do the talks stand as of 3 March, and will there be a third round?", True),
        ("Norway asked on Tuesday whether a third round of talks was held in Oslo?", True),
        ("Norway had requested a third round of talks with Egypt.", True),
        ("Norway and Egypt held a third round of talks on Tuesday. Will they sign?", False),
    ],
    ids=["will-there-be", "whether", "requested", "another-sentence-asks"],
)
def test_a_round_that_is_asked_for_or_asked_about_was_not_held(text: str, proposed: bool) -> None:
    assert all(one.proposed is proposed for one in occasions(text) if one.ordinal == 3)
    assert any(one.ordinal == 3 for one in occasions(text))


def test_the_day_of_an_account_is_not_the_day_of_the_talks() -> None:
    assert all(one.day is None for one in occasions("As of 3 March the talks of Norway and Egypt go on."))


@pytest.mark.parametrize(
    ("text", "ordinal", "day"),
    [
        ("The first round, from 1 to 3 March, set up a hotline, which was tested on Tuesday.", 1, dt.date(2025, 3, 1)),
        ("OSLO, March 5, 2025 (Coast Wire) -- The first round of talks with Egypt, held in Oslo, is over.", 1, None),
        ("Tuesday's letter may be a first step towards direct talks with Egypt.", None, dt.date(2025, 3, 4)),
    ],
    ids=["a-stretch-is-the-rounds-own", "a-dateline-is-the-reports", "a-step-towards-talks-is-no-round-of-them"],
)
def test_a_round_has_its_own_day_and_number(text: str, ordinal: int | None, day: dt.date | None) -> None:
    [found] = occasions(text)
    assert (found.ordinal, found.day) == (ordinal, day)


def test_a_place_that_parted_the_sides_is_not_where_they_met() -> None:
    [found] = occasions("The third round broke off on Monday when Norway asked for part of the port at Bergen.")
    assert found.venue is None
