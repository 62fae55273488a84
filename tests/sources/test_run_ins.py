"""Labels that announce a paragraph or a title, desks that sign, and datelines that tell the year."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.sources.build import build_article

BODY = (
    "The ferry crews of Sund will vote on the offer of the harbour board before the week is out, the union said. "
    "The board has put forty more berths on the table, and it says that no more are to be had."
)


def article(text: str) -> Article:
    built = build_article(text, location="page.txt", outlets=())
    assert isinstance(built, Article)
    return built


@pytest.mark.parametrize(
    ("label", "cut"),
    [
        ("Why it matters: ", True),
        ("What’s next: ", True),
        ("Between the lines: ", True),
        ("The harbour board: ", False),
        ("Why it matters to us: ", False),
    ],
)
def test_a_label_before_a_paragraph_is_no_part_of_it(label: str, cut: bool) -> None:
    built = article(f"Ferry crews vote on berths\n\n{BODY}\n\n{label}Nobody crossed the sound on Sunday.\n\n{BODY}")
    labels = [built.text[one.start : one.end] for one in built.regions if one.role == "heading"]
    assert (label in labels) == cut
    assert "".join(built.text[one.start : one.end] for one in built.regions if label in built.text[one.start : one.end])


def test_the_section_before_a_title_is_its_genre_and_no_part_of_it() -> None:
    built = article(f"Opinion | The vote nobody wanted\n\nAda Lind\n\n3 May 2031\n\n{BODY}")
    assert (built.title, built.genre) == ("The vote nobody wanted", "opinion")


def test_a_title_with_a_word_before_its_colon_is_kept() -> None:
    assert article(f"Sund: the vote nobody wanted\n\n3 May 2031\n\n{BODY}").title == "Sund: the vote nobody wanted"


def test_a_desk_signs_with_the_day() -> None:
    built = article(f"Ferry crews vote on berths\nBy Agencies and Sound Post Staff   3 May 2031, 11:02 pm\n\n{BODY}")
    assert (built.published, built.author) == (dt.date(2031, 5, 3), None)


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("SUND, Saturday, May 3, 2031 (Northwire) – ", dt.date(2031, 5, 3)),
        ("SUND, May 3 (Northwire) – In 2031 ", None),
        ("SUND (Northwire) – ", None),
    ],
)
def test_a_dateline_dates_a_report_that_nothing_else_does(dateline: str, day: dt.date | None) -> None:
    assert article(f"Ferry crews vote on berths\n\n{dateline}{BODY}").published == day
