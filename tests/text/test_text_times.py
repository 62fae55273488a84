"""Dates of metadata strings, and calendar arithmetic."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.text.periods import ago, day_of_month, part_of, period, season, shift
from crosswire.text.times import full_year, month_span, numeric_date, parse_date

JUNE_2 = dt.date(2025, 6, 2)


@pytest.mark.parametrize(
    "string",
    [
        "2025-06-02", "2025-06-02T10:00:00+03:00", "20250602", "2025/6/2", "2 June 2025", "2nd of June, 2025",
        "June 2, 2025", "Monday, June 2, 2025 10:15 AM EDT", "Mon, 02 Jun 2025 10:00:00 GMT", "2 Jun 2025 14:00",
        "Published: 2.06.2025", "02-Jun-2025", "6/2/2025", "Jun. 2, '25", "2 juin 2025",
    ],
)  # fmt: skip
def test_many_spellings_of_one_day(string: str) -> None:
    assert parse_date(string) == JUNE_2


@pytest.mark.parametrize(
    ("string", "expected"),
    [("10/16/25", dt.date(2025, 10, 16)), ("16/10/2025", dt.date(2025, 10, 16)), ("5/6/2025", dt.date(2025, 5, 6))],
    ids=["second-over-12", "first-over-12", "ambiguous-is-month-first"],
)
def test_slashes(string: str, expected: dt.date) -> None:
    assert parse_date(string) == expected


@pytest.mark.parametrize(
    "string",
    [
        "",
        "June 2025",
        "2 days ago",
        "yesterday",
        "31 February 2025",
        "99/99/99",
        "10:15",
        "x" * 64 + " 2 June 2025",
        "7",
    ],
)
def test_no_day_is_no_date(string: str) -> None:
    assert parse_date(string) is None


def test_an_ambiguous_slash_date_follows_the_article() -> None:
    assert numeric_date(5, 6, 2025, "/", dt.date(2025, 6, 7)) == dt.date(2025, 6, 5)


def test_two_digit_years() -> None:
    assert [full_year(year) for year in ("25", "69", "70", "1999")] == [2025, 2069, 1970, 1999]


def test_seasons_and_parts() -> None:
    assert season("winter", 2024) == (dt.date(2024, 12, 1), dt.date(2025, 2, 28))
    year = month_span(2024, 1, 12)
    assert part_of(year, "late")[1] == dt.date(2024, 12, 31)
    assert part_of(year, "early")[1] < part_of(year, "mid")[0] <= part_of(year, "late")[0]


def test_a_day_without_year_is_the_nearest_the_tense_allows() -> None:
    january = dt.date(2025, 1, 5)
    assert day_of_month(january, 12, 28, None) == dt.date(2024, 12, 28)
    assert day_of_month(january, 12, 28, "future") == dt.date(2024, 12, 28)
    assert day_of_month(january, 7, 10, "past") == dt.date(2024, 7, 10)
    assert day_of_month(january, 7, 10, "future") == dt.date(2025, 7, 10)
    assert day_of_month(january, 2, 30, None) is None


@given(st.dates(dt.date(1850, 1, 1), dt.date(2090, 1, 1)), st.integers(-3, 3),
       st.sampled_from(["week", "weekend", "month", "quarter", "year", "decade"]))  # fmt: skip
def test_periods_are_whole_and_in_order(day: dt.date, step: int, unit: str) -> None:
    found, following = period(day, unit, step), period(day, unit, step + 1)
    assert found is not None
    assert following is not None
    assert found[0] <= found[1] < following[0]


@given(st.dates(), st.floats(0, 9999), st.sampled_from(["hour", "day", "week", "month", "year", "century"]))
def test_counting_back_never_leaves_the_calendar(day: dt.date, count: float, unit: str) -> None:
    found = ago(day, count, unit)
    assert found is None or found <= day or unit not in ("day", "week")


def test_shifting_past_the_calendar_is_unknown() -> None:
    assert shift(dt.date(1, 1, 1), -1) is None


@settings(deadline=None, max_examples=30)  # the last resort imports dateparser
@given(st.text(alphabet=st.sampled_from("0123456789 -/.:,JunMayTZ"), max_size=63))
def test_any_string_gives_a_date_or_none(string: str) -> None:
    found = parse_date(string)
    assert found is None or isinstance(found, dt.date)
