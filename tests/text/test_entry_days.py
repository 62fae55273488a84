"""Live pages: what an entry calls today is the day the entry bears."""

import datetime as dt

import pytest

from crosswire.model import Span
from crosswire.text.timex import find_times

PUBLISHED = dt.date(2031, 5, 5)  # a Monday


def days(text: str, published: dt.date = PUBLISHED) -> list[tuple[str, str]]:
    """Return what is told from the day of an entry, with the day of the month it is."""
    lines, start, spans = text.split("\n"), 0, list[Span]()
    for line in lines:
        if line:
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    times = find_times(text, spans, published)
    told = [(time.span.of(text), str(time.start)[-2:]) for time in times]
    return [one for one in told if one[0] in ("today", "yesterday", "this morning")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "MON 09:15\nThe port shut this morning.\n\nSUN 21:20 - Hotline\nIt rang this morning.",
            [("this morning", "05"), ("this morning", "04")],
        ),
        (
            "01.10 BST, Monday\nIt shut today.\n\n00.52 BST\nIt shut today.\n\nSunday, 22.15 BST\nIt rang today.",
            [("today", "05"), ("today", "05"), ("today", "04")],
        ),
        (
            "Sun 4 May 21:20\nThe hotline rang yesterday.\n\nSun 4 May 20:10\nA bus burnt today.",
            [("yesterday", "03"), ("today", "04")],
        ),
        ("SUN 21:20\nThe port shut today.", [("today", "05")]),
        ("The port shut today.\n\nThe hotline rang yesterday.", [("today", "05"), ("yesterday", "04")]),
    ],
    ids=[
        "each-entry-its-day",
        "an-entry-without-a-day-has-the-one-above",
        "yesterday-too",
        "one-stamp-is-the-page-s",
        "no-stamp",
    ],
)
def test_an_entry_is_read_from_its_own_day(text: str, found: list[tuple[str, str]]) -> None:
    assert days(text) == found


def test_the_nearest_day_of_a_name_is_meant() -> None:
    text = "MON 09:15\nThe port shut today.\n\nSUN 21:20\nIt rang today."
    assert days(text, dt.date(2031, 5, 4)) == [("today", "05"), ("today", "04")]
