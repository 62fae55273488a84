"""Which day a weekday is where its clause tells: a stretch, a booking, a day before its verb; what is traded."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article

PACKS = load("core", "negotiation")
# A Thursday.
DAY = dt.date(2031, 5, 8)


def days(text: str) -> list[tuple[str, str]]:
    reading = read_article(Article("a", f"News.\n\n{text}", published=DAY), PACKS)
    return [(str(one.start), str(one.end)) for one in reading.times if one.kind == "date" and one.precision != "years"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferries would run half empty between 7am on Tuesday and 7am on Wednesday.", ["13", "14"]),
        ("The ferries ran half empty from Monday to Tuesday.", ["05", "06"]),
        ("Repairs booked for Tuesday had been put off.", ["13"]),
        ("Repairs the board booked on Tuesday had been put off.", ["06"]),
        ("The crews said they would refuse, and on Monday the mayor urged both to meet.", ["05"]),
        ("The crews said they would refuse, and on Monday they will meet.", ["12"]),
        ("The duties, which take effect on Tuesday, were announced.", ["13"]),
        ("The accord came into force on Tuesday.", ["06"]),
        ("The gaps that held up the accord have narrowed as envoys gather for a new round on Tuesday.", ["13"]),
        ("The gaps narrowed as envoys gathered for a new round on Tuesday.", ["06"]),
        ("On Tuesday the premier, Ada Roe, addresses the assembly.", ["13"]),
        ("On Tuesday Ada Roe, who visits often, left.", ["06"]),
        ("On Tuesday the premier's office told Vell of two visits to the fort.", ["06"]),
    ],
    ids=[
        "stretch-ahead",
        "stretch-behind",
        "booked-for",
        "booked-on",
        "day-before-its-verb",
        "day-before-will",
        "take-effect",
        "came",
        "as-they-gather",
        "as-they-gathered",
        "addresses",
        "visits-often",
        "two-visits",
    ],
)
def test_a_weekday_looks_as_its_clause_does(text: str, expected: list[str]) -> None:
    assert days(text) == [(f"2031-05-{day}", f"2031-05-{day}") for day in expected]


@pytest.mark.parametrize("words", ["November wheat futures fell 2%.", "Oil for November delivery rose to $70."])
def test_the_month_of_what_is_traded_is_no_date(words: str) -> None:
    assert days(words) == []


def test_a_month_and_its_half_are_dates() -> None:
    assert days("Wheat fell in November 2030.") == [("2030-11-01", "2030-11-30")]
    assert days("Wheat fell in the first half of December 2030.") == [("2030-12-01", "2030-12-15")]
    assert days("Wheat fell in the second half of December 2030.") == [("2030-12-16", "2030-12-31")]
