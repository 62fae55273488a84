"""Times told in every news spelling, resolved against the article's day."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import Span, Time
from crosswire.text.sentences import split_sentences
from crosswire.text.timex import find_times

# A Wednesday.
PUBLISHED = dt.date(2025, 6, 4)


def times(text: str, published: dt.date | None = PUBLISHED) -> list[Time]:
    return find_times(text, split_sentences(text), published)


def one(text: str, published: dt.date | None = PUBLISHED) -> Time:
    found = times(text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "words",
    ["2 June 2025", "June 2, 2025", "June 2", "2 June", "2025-06-02", "02.06.2025", "the 2nd of June", "Jun. 2",
     "Monday, June 2, 2025", "Monday", "last Monday", "Monday night", "6/2/25"],
)  # fmt: skip
def test_spellings_of_one_day(words: str) -> None:
    text = f"The sides met on {words}, he said."
    found = one(text)
    assert (found.start, found.end, found.precision) == (dt.date(2025, 6, 2), dt.date(2025, 6, 2), "day")
    assert found.span.of(text) == words


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        pytest.param("They will meet on Monday.", "2025-06-09", "2025-06-09", "day", id="will-looks-ahead"),
        pytest.param("They met on Wednesday.", "2025-06-04", "2025-06-04", "day", id="weekday-may-be-the-day-itself"),
        pytest.param("Haas said on Monday it will end.", "2025-06-02", "2025-06-02", "day", id="said-on-stays-past"),
        pytest.param("On Friday they will meet.", "2025-06-06", "2025-06-06", "day", id="verb-after-decides"),
        pytest.param("The vote is scheduled for Friday.", "2025-06-06", "2025-06-06", "day", id="scheduled"),
        pytest.param("Talks are to be held on Friday.", "2025-06-06", "2025-06-06", "day", id="to-be-held"),
        pytest.param("Friday is expected to be wet.", "2025-06-06", "2025-06-06", "day", id="expected-after-the-day"),
        pytest.param("Friday is a holiday there.", "2025-05-30", "2025-05-30", "day", id="is-alone-does-not-say"),
        pytest.param("They braced for rallies Friday.", "2025-06-06", "2025-06-06", "day", id="braced-for"),
        pytest.param("Talks were held on Friday.", "2025-05-30", "2025-05-30", "day", id="were-held"),
        pytest.param("They meet next Monday.", "2025-06-09", "2025-06-09", "day", id="next-weekday"),
        pytest.param("They left yesterday.", "2025-06-03", "2025-06-03", "day", id="yesterday"),
        pytest.param("They leave tomorrow.", "2025-06-05", "2025-06-05", "day", id="tomorrow"),
        pytest.param("They left last week.", "2025-05-26", "2025-06-01", "week", id="last-week"),
        pytest.param("They leave next month.", "2025-07-01", "2025-07-31", "month", id="next-month"),
        pytest.param("They leave later this week.", "2025-06-04", "2025-06-08", "week", id="later-this-week"),
        pytest.param("They met over the weekend.", "2025-05-31", "2025-06-01", "day", id="over-the-weekend"),
        pytest.param("They left two days ago.", "2025-06-02", "2025-06-02", "day", id="days-ago"),
        pytest.param("They left three years ago.", "2022-01-01", "2022-12-31", "year", id="years-ago"),
        pytest.param("It fell in the past 24 hours.", "2025-06-03", "2025-06-04", "day", id="past-hours"),
        pytest.param("They met in mid-May.", "2025-05-11", "2025-05-21", "week", id="mid-month"),
        pytest.param("They met in late 2024.", "2024-09-01", "2024-12-31", "season", id="late-year"),
        pytest.param("They met in March 2024.", "2024-03-01", "2024-03-31", "month", id="month-and-year"),
        pytest.param("They met in December.", "2024-12-01", "2024-12-31", "month", id="past-month"),
        pytest.param("They will meet in December.", "2025-12-01", "2025-12-31", "month", id="coming-month"),
        pytest.param("They met in July last year.", "2024-07-01", "2024-07-31", "month", id="month-last-year"),
        pytest.param("They met last summer.", "2024-06-01", "2024-08-31", "season", id="last-summer"),
        pytest.param("It is the first since 2019.", "2019-01-01", "2019-12-31", "year", id="since-a-year"),
        pytest.param("The 2024-25 budget passed.", "2024-01-01", "2025-12-31", "years", id="year-span"),
        pytest.param("It began in the 1990s.", "1990-01-01", "1999-12-31", "years", id="decade"),
        pytest.param("They met from 2 to 4 June.", "2025-06-02", "2025-06-04", "day", id="span-of-days"),
    ],
)
def test_resolved(text: str, start: str, end: str, precision: str) -> None:
    found = one(text)
    assert (str(found.start), str(found.end), found.precision) == (start, end, precision)


def test_the_first_in_three_years_is_the_first_since_that_year() -> None:
    published = dt.date(2022, 3, 1)
    since = one("It was the first meeting since 2019.", published)
    in_years = one("It was the first meeting in three years.", published)
    assert (since.start, since.end) == (in_years.start, in_years.end)


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("The truce holds for 30 days.", "30 days", 30),
        ("A 72-hour truce began.", "72-hour", 3),
        ("It came two days before the meeting.", "two days", 2),
        ("They met for two hours.", "two hours", None),
    ],
    ids=["for-days", "hours-make-days", "before-an-event-stays-unresolved", "less-than-a-day"],
)
def test_durations(text: str, words: str, days: int | None) -> None:
    found = one(text)
    assert (found.kind, found.start, found.days) == ("duration", None, days)
    assert found.span.of(text) == words


def test_without_a_date_only_whole_dates_resolve() -> None:
    text = "They met on Monday, on June 2, last week, and on 3 May 2024."
    assert [(time.span.of(text), time.explicit) for time in times(text, None)] == [("3 May 2024", True)]


def test_an_ambiguous_slash_date_is_the_one_nearer_to_the_article() -> None:
    assert one("They met on 5/6/2025.", None).start == dt.date(2025, 5, 6)
    assert one("They met on 5/6/2025.", dt.date(2025, 6, 7)).start == dt.date(2025, 6, 5)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They may march on.", id="modal-and-verb"),
        pytest.param("May they rest; March on!", id="capital-at-sentence-start-alone"),
        pytest.param("He may 2 or 3 times fail.", id="lower-case-month-is-no-month"),
        pytest.param("The sun sat on the hill in the fall of Rome.", id="fall-is-no-season"),
        pytest.param("Some 2000 people came.", id="count-is-no-year"),
        pytest.param("It cost $2,024 and 1,999 euros.", id="money-is-no-year"),
        pytest.param("A 42-year-old man spoke.", id="age-is-no-duration"),
        pytest.param("What a day it was.", id="a-day-is-no-length"),
        pytest.param("Version 10.2.3 is out at 10:15.", id="version-and-clock"),
        pytest.param("He spoke on “Today” and “This Week” of it.", id="names-of-programmes"),
        pytest.param("It won three quarters of the vote.", id="quarters-of-a-whole"),
        pytest.param("", id="empty"),
    ],
)
def test_no_times(text: str) -> None:
    assert [time for time in times(text) if time.precision == "day" or time.precision != "year"] == []


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([
            "June", "May", "2", "31", "2025", "9999", "Monday", "last", "in", "ago", "years", "100", "week", "-", ", ",
            "mid-", "the ", ".", "\n", "İ", "999", "century", "decades", "winter", "1800", "weekend", "next ",
        ]),
        max_size=14,
    ),
    st.dates(),
)  # fmt: skip
def test_any_words_give_ordered_times_that_do_not_overlap(words: list[str], published: dt.date) -> None:
    text = " ".join(words)
    position = 0
    for time in find_times(text, [Span(0, len(text))] if text else [], published):
        assert position <= time.span.start < time.span.end <= len(text)
        assert time.start is None or (time.end is not None and time.start <= time.end)
        position = time.span.end
