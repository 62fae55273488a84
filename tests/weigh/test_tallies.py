"""Two counts of the same things on one day are a figure dispute, whatever verb tells of their movement."""

import datetime as dt

import pytest

from crosswire.model import Article, Dossier
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2025, 6, 3)
LEADS = (
    "Norway let aid into the besieged city of Halden after a long halt.",
    "Egypt sent food to the besieged city of Halden for the first time in a month.",
)


def weighed(*told: tuple[int, str]) -> Dossier:
    articles = [
        Article(f"a{at}", f"{LEADS[at]}\n\n{text}", outlet=f"Paper {at}", published=DAY + dt.timedelta(days=day))
        for at, (day, text) in enumerate(told)
    ]
    return weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)


def sides(*texts: str) -> list[list[float | None]]:
    return [[side.low for side in one.sides] for one in weighed(*((0, text) for text in texts)).disputes]


MINISTRY = "145 trucks crossed into Halden on Monday, the Norwegian defence ministry said."


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        (MINISTRY, "171 trucks entered Halden on Monday, the UN said.", [145, 171]),
        (
            "145 trucks crossed on Monday, the Norwegian defence ministry said.",
            "171 trucks entered on Monday, the UN said.",
            [145, 171],
        ),
        (
            "12 ships left Halden on Monday, the Norwegian navy said.",
            "Nine ships departed from Halden on Monday, Egypt said.",
            [9, 12],
        ),
    ],
    ids=["other-verb", "place-named-before", "ships-that-left"],
)
def test_two_counts_of_one_day_are_a_dispute_with_both(one: str, other: str, counts: list[float]) -> None:
    assert sides(one, other) == [counts]


@pytest.mark.parametrize(
    "other",
    [
        "Another 60 trucks entered Halden on Monday, the UN said.",
        "171 trucks entered Halden on Sunday, the UN said.",
        "171 trucks left Halden on Monday, the UN said.",
        "171 trucks entered Lima on Monday, the UN said.",
        "171 ships entered Halden on Monday, the UN said.",
        "500 trucks entered Halden on Monday, the UN said.",
        "More than 140 trucks entered Halden on Monday, the UN said.",
        "171 trucks are to enter Halden on Monday, the UN said.",
        "147 trucks entered Halden on Monday, the UN said.",
    ],
    ids=["more", "other-day", "other-way", "other-place", "other-thing", "far-more", "a-floor", "ahead", "rounding"],
)
def test_what_may_be_another_count_is_none(other: str) -> None:
    assert sides(MINISTRY, other) == []


def test_a_count_of_aid_and_one_of_fuel_are_two() -> None:
    one = "145 aid trucks crossed into Halden on Monday, the Norwegian defence ministry said."
    assert sides(one, "171 fuel trucks entered Halden on Monday, the UN said.") == []


def test_a_later_higher_count_goes_on_from_the_first() -> None:
    found = weighed((0, MINISTRY), (1, "171 trucks entered Halden on Monday, the UN said."))
    assert found.disputes == ()
