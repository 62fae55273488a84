"""A chronology's lines are dated by what they open with, and its past is nobody's stand now."""

import datetime as dt

from crosswire.model import Article, Reading
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.read.chronology import find_chronology

PACKS = load("core", "negotiation")
BOX = """Talks on the river resume in Lima

Peru and Chile meet again on Monday, officials said.

How it came to this

1979 Chile rejects a treaty on water rights.

The border is closed.

March 2021: Peru demands a ceasefire on the river.

2 June 2025 - Both sides agree to a truce on the river.

The army leaves the bridge.
"""


def read(text: str) -> Reading:
    return read_article(Article("a", text, published=dt.date(2025, 6, 9)), PACKS)


def test_lines_are_dated_by_what_they_open_with() -> None:
    dates = {one.evidence.quote: one.event_date for one in read(BOX).statements if one.event_date}
    found = {quote[:24]: str(when.first) for quote, when in dates.items()}
    assert found["1979 Chile rejects a tre"] == "1979-01-01"
    assert found["March 2021: Peru demands"] == "2021-03-01"
    assert found["2 June 2025 - Both sides"] == "2025-06-02"


def test_the_past_of_a_chronology_is_nobodys_stand() -> None:
    assert {one.act for one in read(BOX).moves} == {"AGREE_JOINT"}  # a week ago
    alone = BOX.replace("1979 Chile", "Chile").replace("March 2021: Peru", "Peru").replace("2 June 2025 - Both", "Both")
    assert {"REJECT", "DEMAND"} <= {one.act for one in read(alone).moves}


def test_a_line_without_a_date_is_its_neighbours_and_cannot_stand_alone() -> None:
    entries = find_chronology(BOX, read(BOX).times)
    assert [BOX[one.start : one.end].count("\n\n") for one in entries] == [1, 0, 0]
    closed = [one for one in read(BOX).statements if "border is closed" in one.evidence.quote]
    assert all(one.dangling and one.event_date and one.event_date.first.year == 1979 for one in closed)


def test_dates_that_open_a_story_are_no_chronology() -> None:
    story = "2024 was a hard year for Peru.\n\nMarch 2021: Peru demands access.\n\nJune 2019: Chile refuses it.\n"
    assert not find_chronology(story, read(story).times)
    mixed = "March 2021: A.\n\nMay 2019: Peru demands access.\n\nJune 2020: Chile refuses it.\n"
    assert not find_chronology(mixed, read(mixed).times)
    far = "\n\n".join(
        f"{year} Chile holds a vote.\n\n{'The vote was long and the count was slow. ' * 9}"
        for year in (1990, 1995, 2000)
    )
    assert not find_chronology(far, read(far).times)
