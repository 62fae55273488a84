"""Weekdays that are part of a name are no days."""

import datetime as dt

import pytest

from crosswire.model import Span
from crosswire.text.timex import find_times

PUBLISHED = dt.date(2025, 3, 5)


def words(text: str) -> list[str]:
    return [time.span.of(text) for time in find_times(text, [Span(0, len(text))], PUBLISHED)]


@pytest.mark.parametrize(
    "text", ["She spoke on “Harbour Talk Sunday,” the host said.", 'On "Talk Sunday" he declined.']
)
def test_a_programmes_name_is_no_day(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    ["“We met on Sunday,” she said.", "“On Sunday,” she said.", "“Talks resume Sunday,” she said.", "She left Sunday."],
)
def test_a_day_in_speech_is_one(text: str) -> None:
    assert words(text) == ["Sunday"]
