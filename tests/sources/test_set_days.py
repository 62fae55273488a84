"""The day, the name and the title that a saved page sets apart, where no line of dates and no metadata tells them."""

import datetime as dt

import pytest

from crosswire.model import Article
from crosswire.sources.build import build_article
from crosswire.sources.html import read_html

PROSE = "\n\n".join(
    f"The envoys of Vale and Marn met on Monday in Vesk, and they said that the {word} would be opened to ships again."
    for word in ("lock", "harbour", "strait", "canal", "river")
)
DAY = dt.date(2031, 5, 4)


def read(text: str, location: str = "a.txt") -> Article:
    found = build_article(text, location=location, outlets=())
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    "head",
    [
        "Vesk * Sunday 4 May 2031 * 60p\nEnvoys meet again over the lock",
        "Lake Letter\nSunday 4 May 2031 · generated 07:15 UTC · 2 min read\nEnvoys meet again over the lock",
        "Envoys meet again over the lock\n4 May 2031 – last entry 23:31",
        "Envoys meet again over the lock\nLake Club / Note No. 61 / Vesk / 4 May 2031",
        "Envoys meet again over the lock\nVesk, Sunday, 4th May, 2031",
        "Envoys meet again over the lock\nDate: 12 Mizan 1410 / 4 May 2031",
        "Envoys meet again over the lock\nVesk, 15 Dalwa 1409 (4-5-2031)",
        "Envoys meet again over the lock\nWritten by the Lake Desk | May 4, 2031 | Press Releases",
        "Envoys meet again over the lock\nSunday, 4 May 2031 | Name days: Ada, Ida | Vesk +4°C",
    ],
)
def test_a_day_set_apart_dates_the_page(head: str) -> None:
    assert read(f"{head}\n\n{PROSE}").published == DAY


@pytest.mark.parametrize(
    "head",
    [
        "Envoys to meet on 4 May 2031",
        "The pact of 4 May 2031 explained",
        "Envoys meet again over the lock\nThe pact was signed in Vesk, on 4 May 2031, by both of the envoys.",
        "Envoys meet again over the lock\nPhoto: the lock at Vesk, 4 May 2031 (Ada Lind)",
    ],
)
def test_a_day_that_is_told_does_not(head: str) -> None:
    assert read(f"{head}\n\n{PROSE}").published is None


def test_a_dateline_with_a_country_dates_the_page() -> None:
    text = f"Envoys meet again over the lock\n\nVesk (Vale), May 4, 2031 (LPA) - {PROSE}"
    assert read(text).published == DAY


def test_a_release_is_dated_where_it_is_signed() -> None:
    assert read(f"Envoys meet again over the lock\n\n{PROSE}\n\nLake Council\nVesk, 4 May 2031").published == DAY


def test_a_web_page_is_dated_by_its_own_text() -> None:
    body = "".join(f"<p>{part}</p>" for part in PROSE.split("\n\n"))
    page = f"<html><body><h1>Envoys meet again over the lock</h1><p>04.05.2031 – 16:20 UTC</p>{body}</body></html>"
    (found,) = read_html(page.encode(), "a.html", ())
    assert isinstance(found, Article)
    assert found.published == DAY
    dated = [found.text[one.start : one.end] for one in found.regions if one.role == "date"]
    assert dated == ["04.05.2031 – 16:20 UTC"]


def test_a_files_name_is_the_last_resort() -> None:
    assert read(f"Envoys meet again\n\n{PROSE}", "a/2031-05-04_lake.txt").published == DAY
    assert read(f"Envoys meet again\n\nVesk, 3 May 2031\n\n{PROSE}", "a/2031-05-04_lake.txt").published != DAY
    assert read(f"Envoys meet again\n\n{PROSE}", "a/lake-2031.txt").published is None


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Vale Actu\nHome | Politics | Economy | Sport\nEnvoys meet again over the lock", "Vale Actu"),
        ("DAILY VALE - LIVE\nEnvoys meet again over the lock", "Daily Vale"),
        ("Vale Ways\nANALYSIS\nEnvoys meet again over the lock", "Vale Ways"),
        ("Envoys meet again over the lock\nVale Now | Live updates", "Vale Now"),
    ],
)
def test_a_paper_no_list_knows_is_named_by_its_place(head: str, outlet: str) -> None:
    found = read(f"{head}\n\n{PROSE}")
    assert (found.outlet, found.title) == (outlet, "Envoys meet again over the lock")


def test_a_table_or_a_list_is_no_title() -> None:
    text = "Lake Brief\n| | Vale | Marn |\n- The lock is open, the envoys of both say again\n\n"
    assert read(text + PROSE).title not in ("| | Vale | Marn |", "- The lock is open, the envoys of both say again")
