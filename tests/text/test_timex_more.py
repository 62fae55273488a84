"""Quarters, recurring times, times that point back, holidays, "now": resolved, and not seen where none is meant."""

import datetime as dt

import pytest

from crosswire.model import Time
from crosswire.text.sentences import split_sentences
from crosswire.text.timex import find_times

# A Wednesday.
PUBLISHED = dt.date(2025, 6, 4)


def told(text: str, published: dt.date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """Return (words, first day, last day) of the dates."""
    return [
        (time.span.of(text), str(time.start), str(time.end)) for time in times(text, published) if time.kind == "date"
    ]


def times(text: str, published: dt.date | None = PUBLISHED) -> list[Time]:
    return find_times(text, split_sentences(text), published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Exports fell in the first quarter.", "2025-01-01 2025-03-31", id="last-that-has-begun"),
        pytest.param("Third-quarter sales rose.", "2024-07-01 2024-09-30", id="hyphen"),
        pytest.param("Growth will resume in the fourth quarter.", "2025-10-01 2025-12-31", id="clause-looks-ahead"),
        pytest.param("It fell in the third quarter of 2019.", "2019-07-01 2019-09-30", id="year-after"),
        pytest.param("It fell in last year's third quarter.", "2024-07-01 2024-09-30", id="last-years"),
        pytest.param("It fell in Q2 2024.", "2024-04-01 2024-06-30", id="short"),
        pytest.param("It fell in the quarter ended April 30.", "2025-02-01 2025-04-30", id="the-month-it-ended"),
        pytest.param("It fell in the latest quarter.", "2025-01-01 2025-03-31", id="latest-is-over"),
        pytest.param("It fell in the year-earlier quarter.", "2024-01-01 2024-03-31", id="year-before-the-latest"),
        pytest.param("It fell in the last two months of 2024.", "2024-11-01 2024-12-31", id="months-at-a-years-end"),
        pytest.param("It fell in the first five months of 2024.", "2024-01-01 2024-05-31", id="months-at-its-start"),
        pytest.param("They drew up a pact for both sides to sign on Friday.", "2025-06-06 2025-06-06", id="for-whom"),
        pytest.param("It was hard for him to resign on Friday.", "2025-05-30 2025-05-30", id="judged"),
        pytest.param("It rose this quarter.", "2025-04-01 2025-06-30", id="this-quarter"),
    ],
)
def test_quarters(text: str, expected: str) -> None:
    assert [f"{first} {last}" for words, first, last in told(text) if "Apr" not in words] == [expected]


def test_later_words_point_back_to_a_quarter() -> None:
    text = "Exports rose in the first quarter. They fell a year earlier. The ports were shut for the quarter."
    assert told(text)[1:] == [
        ("a year earlier", "2024-01-01", "2024-03-31"),
        ("the quarter", "2025-01-01", "2025-03-31"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He lives in the Latin Quarter.", id="part-of-a-town"),
        pytest.param("A quarter of the fleet sank.", id="share"),
        pytest.param("The quarter was rebuilt.", id="no-quarter-told-before"),
        pytest.param("Its headquarters moved.", id="headquarters"),
        pytest.param("The fiscal first quarter was dull.", id="a-company's-own-quarter"),
        pytest.param("They asked for a truce period.", id="period-alone"),
        pytest.param("The first period was dull.", id="first-period"),
    ],
)
def test_no_quarter(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["The market opens every Monday.", "They march each July.", "They talk every other week."]
)
def test_what_recurs_is_no_date(text: str) -> None:
    assert [time.kind for time in times(text)] == ["duration"]
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The war began in 1999. On 22 July that year the town fell.",
                     ("22 July that year", "1999-07-22", "1999-07-22"), id="day-that-year"),
        pytest.param("He came in June 1998 and left in August that year.",
                     ("August that year", "1998-08-01", "1998-08-31"), id="month-that-year"),
        pytest.param("They met on 2 May 2024 and left the next day.", ("the next day", "2024-05-03", "2024-05-03"),
                     id="next-day"),
        pytest.param("The truce of June 2020 broke the following month.",
                     ("the following month", "2020-07-01", "2020-07-31"), id="following-month"),
    ],
)  # fmt: skip
def test_times_count_from_the_date_told_before(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The next day they left.", id="nothing-told-before"),
        pytest.param("The war began in 1999. The next day they left.", id="a-year-has-no-next-day"),
        pytest.param("The war began in 1999.\nIt ended that year.", id="another-paragraph"),
        pytest.param("On July 22 that year they left.", id="that-year-is-not-the-article's"),
        pytest.param("It began in 1999 and that year-long siege ended.", id="compound"),
    ],
)
def test_nothing_to_count_from(text: str) -> None:
    assert [words for words, _, _ in told(text) if words != "1999"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guns fell silent on Christmas Eve.", "2024-12-24"),
        ("They will sign by New Year's Eve.", "2025-12-31"),
        ("They met on Thanksgiving 2023.", "2023-11-23"),
    ],
)
def test_holidays(text: str, expected: str) -> None:
    assert [first for _, first, _ in told(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["He hosts the New Year's Eve show.", "She cooked on Thanksgiving weekend.", "They gave thanksgiving."]
)
def test_a_holiday_before_a_noun_is_no_day(text: str) -> None:
    assert told(text) == []


def test_now_is_too_broad_to_date_an_event() -> None:
    (now,) = times("The crossing is now shut.")
    assert (now.start, now.precision) == (PUBLISHED, "years")
    assert times("Now that it is shut, nobody knows.") == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met within a week.", 7),
        ("It lasted two and a half years.", 912),
        ("It held for twenty-four hours.", 1),
        ("They stayed for 2 1/2 years.", 912),
        ("It told of the year ended March 31.", 365),
    ],
)
def test_lengths(text: str, days: int) -> None:
    assert [time.days for time in times(text) if time.kind == "duration"] == [days]


def test_a_few_days_have_no_first_day() -> None:
    (time,) = times("It fell in the past few days.")
    assert time.precision == "years"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A bomb fell next to the school on Monday.", "2025-06-02", id="next-to-is-a-place"),
        pytest.param(
            "The council passed a spending plan worth millions on Monday.", "2025-06-02", id="a-plan-is-a-thing"
        ),
        pytest.param("The miners were set free by the guards on Monday.", "2025-06-02", id="set-free-is-past"),
        pytest.param("The plan of the ministry on Monday unsettled them.", "2025-06-02", id="day-before-its-verb"),
        pytest.param("He could not be reached on Monday.", "2025-06-02", id="could-not-be-reached"),
        pytest.param("Talks were postponed until Monday.", "2025-06-09", id="put-off-until"),
        pytest.param("The siege lasted until Monday.", "2025-06-02", id="lasted-until"),
    ],
)
def test_which_way_a_weekday_lies(text: str, expected: str) -> None:
    assert [first for _, first, _ in told(text)] == [expected]


def test_a_century_and_the_end_of_the_year() -> None:
    assert told("A 19th-century fort; it shuts by year-end.") == [
        ("19th-century", "1800-01-01", "1899-12-31"),
        ("year-end", "2025-12-01", "2025-12-31"),
    ]


def test_up_from_a_year_earlier() -> None:
    assert told("Arrests were up from a year earlier.") == [("a year earlier", "2024-01-01", "2024-12-31")]
    assert told("A year earlier, he had fled.") == []
