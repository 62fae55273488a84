"""A weekday told before a day and a month names the year; what is said to have happened lies behind."""

import datetime as dt

import pytest

from crosswire.text.sentences import split_sentences
from crosswire.text.timex import find_times

# A Wednesday.
PUBLISHED = dt.date(2025, 6, 4)


def told(text: str) -> list[tuple[str, str]]:
    """Return (words, first day) of the dates."""
    return [(one.span.of(text), str(one.start)) for one in find_times(text, split_sentences(text), PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The guards fired after Monday prayers on 18 March.", [("18 March", "2024-03-18")], id="noun"),
        pytest.param("They marched on Monday, 18 March.", [("Monday, 18 March", "2024-03-18")], id="comma"),
        pytest.param("They marched on Tuesday, 18 March.", [("Tuesday, 18 March", "2025-03-18")], id="this-year"),
        pytest.param("They marched after Monday prayers.", [("Monday", "2025-06-02")], id="no-date"),
        pytest.param(
            "They met on Monday and said on 18 March too little was done.",
            [("Monday", "2025-06-02"), ("18 March", "2025-03-18")],
            id="another-day",
        ),
    ],
)
def test_a_weekday_before_a_date_names_its_year(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("The truce is supposed to have begun on Thursday.", "2025-05-29", id="supposed"),
        pytest.param("The troops were said to have left on Thursday.", "2025-05-29", id="said"),
        pytest.param("The truce is expected to have begun by Thursday.", "2025-06-05", id="expected-is-ahead"),
        pytest.param("The truce is supposed to begin on Thursday.", "2025-06-05", id="to-begin-is-ahead"),
    ],
)
def test_what_is_supposed_to_have_happened_lies_behind(text: str, day: str) -> None:
    assert [first for _, first in told(text)] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("The premier has convened a meeting of envoys on Wednesday.", "2025-06-04", id="todays-weekday"),
        pytest.param("The premier has convened a meeting of envoys on Monday.", "2025-06-09", id="convened-is-ahead"),
        pytest.param("The premier has called a meeting that ended on Monday.", "2025-06-02", id="what-was-done-since"),
        pytest.param("The premier has called the meeting a farce, he said on Monday.", "2025-06-02", id="told-on-it"),
    ],
)
def test_a_meeting_that_has_been_convened_lies_ahead(text: str, day: str) -> None:
    assert [first for _, first in told(text)] == [day]
