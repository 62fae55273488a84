"""Hours that end a sentence, orders and calls that look ahead, weekdays that name a kind."""

import datetime as dt

import pytest

from crosswire.model import Span
from crosswire.text.sentences import split_sentences
from crosswire.text.timex import find_times

FRIDAY = dt.date(2031, 5, 9)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two people ride after 9 p.m. Harrow said the crews agreed.", 2),
        ("The train left at 9 p.m. Berg time on the last day.", 1),
        ("They met at 9 a.m. Monday in the town hall.", 1),
    ],
    ids=["a-speaker-follows", "a-zone-follows", "a-day-follows"],
)
def test_an_hour_ends_a_sentence_only_before_a_speaker(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The union told crews to walk out for a day on Monday.", 12),
        ("The union has called a second strike from Tuesday.", 13),
        ("The minister told members about the fee on Monday.", 5),
        ("The road has been closed from Tuesday.", 6),
    ],
    ids=["an-order-looks-ahead", "a-call-looks-ahead", "a-report-does-not", "a-state-does-not"],
)
def test_what_is_ordered_lies_ahead(text: str, day: int) -> None:
    days = [time.start for time in find_times(text, [Span(0, len(text))], FRIDAY) if time.start]
    assert days == [dt.date(2031, 5, day)]


def test_a_weekday_before_a_noun_is_a_kind() -> None:
    text = "The crews object to Sunday split shifts."
    assert [time for time in find_times(text, [Span(0, len(text))], FRIDAY) if time.start] == []


def test_a_weekday_of_talks_ahead_is_a_day() -> None:
    text = "The envoys flew in ahead of Monday talks here."
    assert [time.start for time in find_times(text, [Span(0, len(text))], FRIDAY)] != []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The school has cancelled Monday's lessons.", 12),
        ("The school cancelled Wednesday's lessons.", 7),
        ("Clerks counted votes before Sunday's debate.", 11),
        ("Prices had risen before Wednesday's sale.", 7),
    ],
    ids=["cancelled", "was-cancelled", "before", "was-before"],
)
def test_of_the_days_that_something_was_done_before_the_nearest_is_meant(text: str, day: int) -> None:
    days = [time.start for time in find_times(text, [Span(0, len(text))], FRIDAY) if time.start]
    assert days == [dt.date(2031, 5, day)]


def test_the_month_of_may_is_no_auxiliary() -> None:
    text = "Three rounds were held in Rome this year, on March 16, May 2 and July 23; the sides may meet again in May."
    found = [time for time in find_times(text, [Span(0, len(text))], dt.date(2031, 11, 12)) if time.precision == "day"]
    assert [time.start for time in found] == [dt.date(2031, 3, 16), dt.date(2031, 5, 2), dt.date(2031, 7, 23)]


def test_months_in_a_row_are_months() -> None:
    text = "Both sides held three rounds of talks in May, June and July."
    found = [time.start for time in find_times(text, [Span(0, len(text))], dt.date(2031, 11, 12))]
    assert found == [dt.date(2031, 5, 1), dt.date(2031, 6, 1), dt.date(2031, 7, 1)]
