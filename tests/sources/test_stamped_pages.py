"""A page's day and kind are read off its heading: a day set apart, a numbered statement, a gap in a signature."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.packs import PackOutlet
from crosswire.sources.build import MIN_ENGLISH, english_share
from crosswire.sources.file_names import outlet_of_file
from crosswire.sources.pasted import read_page
from crosswire.sources.plain import read_text

PAPERS = (PackOutlet("lakes", "Lakes Monitor"), PackOutlet("watch", "Lakes Watch Group"))
PROSE = (
    "The envoys of Oria and Teland met on Monday in the lake town of Vesk, and agreed to meet again before the end of "
    "the month, officials of both countries said after the talks had closed.\n\n"
    "Neither side gave details of the proposals that its delegation had brought to the table on the first day."
)
POINTS = (
    "1. Oria will carry out its part of the accord when Teland carries out its own part of it in full.\n"
    "2. The lake crossing will open for persons only, upon the completion of the search on the northern shore.\n"
    "3. No boat of the navy was kept from entering the bay, and the charge is without any foundation at all.\n"
    "4. The reports about a secret understanding on a timetable of ninety days are false in every single point.\n"
)


def read(text: str) -> Article:
    found = read_text(text, "page.txt", PAPERS)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Talks on the lake: daily digest (4 May 2031)", dt.date(2031, 5, 4)),
        ("Envoys meet in Vesk\nLakes Monitor / agencies       May 4, 2031 at 6:40 pm", dt.date(2031, 5, 4)),
        ("Envoys to meet in Vesk on 4 May 2031", None),
        ("Envoys meet in Vesk (again)", None),
    ],
    ids=["in-brackets", "behind-a-gap", "told-of-in-a-title", "brackets-without-a-day"],
)
def test_a_day_set_apart_on_top_is_the_pages(head: str, day: dt.date | None) -> None:
    assert read(f"{head}\n\n{PROSE}").published == day


def test_a_section_and_a_day_are_no_title() -> None:
    page = read(f"Lakes Watch Group\nQ&A / Lakes & Rivers  4 May 2031\nThe Second Phase: What Holds It Up\n\n{PROSE}")
    assert (page.title, page.published) == ("The Second Phase: What Holds It Up", dt.date(2031, 5, 4))


def test_the_numbered_points_of_a_statement_are_its_own() -> None:
    page = read(f"Statement from the Chancellor's Office\nVesk, 4 May 2031\n\n{POINTS}")
    assert (page.genre, page.outlet) == ("statement", "Chancellor's Office")
    assert page.title == "Statement from the Chancellor's Office"


def test_the_points_of_a_digest_are_others() -> None:
    assert read(f"The day on the lake\n4 May 2031\n\n{POINTS}").genre == "summary"


def test_a_dateline_may_name_its_writer_before_the_day() -> None:
    assert read(f"Envoys Meet in Vesk\n\nVesk, LKA – May 4, 2031 – {PROSE}").published == dt.date(2031, 5, 4)


@pytest.mark.parametrize(
    ("head", "genre"),
    [("Lakes Monitor | Opinion", "opinion"), ("World | Opinion | Sport | Lakes", "news")],
    ids=["beside-the-papers-name", "in-a-menu"],
)
def test_a_label_beside_the_papers_name_says_what_a_page_is(head: str, genre: str) -> None:
    assert read(f"{head}\nWhy the accord is a bluff\nBy Ida Lund\nMay 16, 2031\n\n{PROSE}").genre == genre


def test_a_source_line_holds_no_more_of_a_name_than_the_name() -> None:
    body = "\n\n".join("The envoys of the two lake towns met on Saturday and agreed to meet again." for _ in range(5))
    page = read_page(
        f"Envoys reach consensus on the lake\nSource: Northwire   Editor: ada   2031-05-03 21:15:30\n\n{body}", ()
    )
    assert (page.outlet, str(page.published)) == ("Northwire", "2031-05-03")


def test_a_byline_ends_before_the_word_for_its_date() -> None:
    head = "Envoys reach consensus on the lake\nBy Ada Vale Published: May 3, 2031 11:38 PM"
    page = read_page(f"{head}\n\n{PROSE}", ())
    assert (page.author, str(page.published)) == ("Ada Vale", "2031-05-03")


@pytest.mark.parametrize(
    "stamp",
    [
        "Vesk (LPA) – 04/05/2031 - 14:05",
        "Vesk (Vale) (LPA) - 04/05/2031 08:12",
        "May 4, 2031, 11:52 PM News ID: 859944",
    ],
)
def test_an_agencys_stamp_is_a_date(stamp: str) -> None:
    article = read(f"Envoys Meet in Vesk\n\n{stamp}\n\n{PROSE}\n\nlpa-bur/ab/cd\n1234**5678")
    assert article.published in (dt.date(2031, 5, 4), dt.date(2031, 4, 5))
    body = " ".join(article.text[one.start : one.end] for one in article.regions if one.role == "body")
    assert not any(mark in body for mark in ("2031", "lpa-bur", "**"))


def test_a_sentence_with_an_agency_and_a_day_is_no_stamp() -> None:
    page = read_page(f"Envoys Meet in Vesk\n\nThe envoys told the union (LPA) on 4 May they would go.\n\n{PROSE}", ())
    assert "date" not in [region.role for region in page.regions]


def test_a_briefing_is_titled_by_its_kind_and_not_by_who_gave_it() -> None:
    head = "Department Press Briefing – May 4, 2031\nAda Lind, Deputy Spokesperson\nVesk, V.L.\n1:12 p.m. EST"
    page = read_page(f"{head}\n\nMS LIND: Good afternoon. {PROSE}", ())
    assert (page.title, page.author) == ("Department Press Briefing – May 4, 2031", "Ada Lind")


def test_the_day_beside_a_place_dates_a_statement_of_a_bodys_head() -> None:
    head = "LKA Director General's Opening Statement to the Board\n4 May 2031 | Vesk, Vale"
    article = read(f"{head}\n\nChair, Excellencies,\n\n{POINTS}")
    assert (article.outlet, article.genre, article.published) == ("LKA", "statement", dt.date(2031, 5, 4))


def test_a_live_page_is_dated_by_the_line_that_says_whose_day_it_tells() -> None:
    entries = "\n".join(f"Today, {hour}:05 pm\nPort shut again\n{PROSE}" for hour in (9, 8, 7))
    page = read_page(
        f"Live Update From the Liveblog of Sunday, May 4, 2031\nLiveblog: Fog shuts Vesk's port\n{entries}", ()
    )
    assert (page.title, page.published) == ("Liveblog: Fog shuts Vesk's port", dt.date(2031, 5, 4))


def test_a_digest_of_names_is_english() -> None:
    digest = (
        "Vale, Ost and Marn met in Vesk Monday, citing Lund. Vale envoys deny report of deal. Ost, Roe, Lind silent."
    )
    german = "Die Gesandten trafen heute in Vesk ein. Auf dem Programm steht nach wie vor der Hafen, sagte Lund."
    assert english_share(digest) >= MIN_ENGLISH > english_share(german)


def test_a_files_longer_name_is_read_before_its_single_words() -> None:
    known = (PackOutlet("times", "The Times"), PackOutlet("tov", "Times of Vale"))
    assert outlet_of_file("a/05_times_of_vale_liveblog.txt", known) == "Times of Vale"
    assert outlet_of_file("a/05_times_live.txt", known) == "The Times"
