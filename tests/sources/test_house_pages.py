"""Pages of institutes and ministries: key points over prose, bylines with an office, documents under headings."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.sources.build import build_article
from crosswire.sources.genre import recognise_genre
from crosswire.sources.masthead import closing_date
from crosswire.sources.official import official_on_top
from crosswire.sources.page_roles import byline_names, plain_names

PROSE = (
    "The envoys have moved on none of the matters that the council put to them in June, and the next round is unlikely "
    "to bring the two sides any nearer on the levy or on the lock at Vesk."
)
POINTS = [
    "1. The council is using the talks to win time for its tariff.",
    "2. The port is likely to stay shut in spring.",
]


def test_key_takeaways_over_as_much_prose_are_an_analysis_of_ones_own() -> None:
    text = "\n".join(["Key Takeaways", *POINTS, PROSE, PROSE])
    assert recognise_genre(text, [], title="Lake Assessment", outlet_kind="thinktank") == "analysis"


def test_key_takeaways_alone_are_a_summary() -> None:
    assert recognise_genre("\n".join(["x", *POINTS, *POINTS]), [], title="Key Takeaways | Lake") == "summary"


def test_a_byline_with_an_office_names_the_person() -> None:
    assert byline_names("By Ada Lind, Programme Director of the Lake Club") == "Ada Lind"
    assert byline_names("By Friday, the Director of the Lake Club had left") is None
    assert plain_names("Ada Lind and agencies") == "Ada Lind"
    assert plain_names("Key Takeaways") is None


def test_a_ministrys_briefing_is_its_own_under_its_own_title() -> None:
    text = (
        "The Ministry of Trade of the Republic of Vale\nBriefing by Spokeswoman Ada Lind, Vesk, May 20, 2031\n\n"
        "20 May 2031 19:44\n\nOn the lake\n\n" + "\n\n".join([PROSE, PROSE.replace("June", "May")])
    )
    found = build_article(text, location="07_note.txt", outlets=())
    assert isinstance(found, Article)
    assert (found.outlet, found.genre) == ("The Ministry of Trade of the Republic of Vale", "statement")
    titles = [text[one.start : one.end] for one in found.regions if one.role == "title"]
    assert titles == ["Briefing by Spokeswoman Ada Lind, Vesk, May 20, 2031"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Lake morning digest - 21 Nov 2031", dt.date(2031, 11, 21)),
        ("Q&A / Lakes 19 November 2031", dt.date(2031, 11, 19)),
        ("Talks on the lock of 19 November 2031", None),
    ],
)
def test_a_page_is_dated_by_the_day_behind_a_dash_or_its_sections(line: str, day: dt.date | None) -> None:
    assert closing_date(f"{line}\n\n{PROSE}") == day


def test_a_statement_by_the_head_of_a_body_is_that_bodys() -> None:
    assert official_on_top("", "PRESS STATEMENT BY THE CHAIR OF LAC ON THE LOCK AT VESK") == (
        "LAC",
        "PRESS STATEMENT BY THE CHAIR OF LAC ON THE LOCK AT VESK",
    )
    assert official_on_top("", "Statement by the chair at Vesk on the lock") is None
