"""Morning papers given away by their newsroom's page of the evening before: what counts from which day."""

import datetime as dt

import pytest

from crosswire.model import Article, Reading, Region
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh
from crosswire.weigh.papers import as_written

PACKS = load("core", "negotiation")
DAY = dt.date(2031, 5, 7)
PAGE = "The presidents of Peru and Chile today signed a pact of five pages that opens the port of Arica to both."
PAPER = "The presidents of Peru and Chile yesterday signed a pact of five pages that opens Arica to both navies."


def report(name: str, text: str, outlet: str = "Coast Post", day: dt.date = DAY) -> Article:
    return Article(name, text, outlet=outlet, published=day, regions=(Region(0, len(text), "body"),))


def days(*articles: Article) -> list[list[str]]:
    read = {one.id: read_article(one, PACKS) for one in articles}
    return [[str(time.start) for time in one.times] for one in as_written(articles, read).values()]


def test_a_paper_counts_from_the_morning_it_was_written_for() -> None:
    assert days(report("page", PAGE), report("paper", PAPER)) == [["2031-05-07"], ["2031-05-07"]]


def test_all_that_a_paper_counts_moves_and_its_weekdays_stay() -> None:
    more = " Ada Roe is expected in Lima today. Chile freed forty men on Monday."
    assert days(report("page", PAGE), report("paper", PAPER + more))[1] == ["2031-05-07", "2031-05-08", "2031-05-05"]


@pytest.mark.parametrize(
    "paper",
    [
        report("paper", PAPER, outlet="Hill Courier"),
        report("paper", PAPER, day=dt.date(2031, 5, 8)),
        report("paper", "The senators of Norway yesterday rejected a tax on tea."),
        report("paper", "The president of Peru yesterday opened a school in Cusco."),
    ],
    ids=["another-newsroom", "another-day", "another-event", "another-deed-of-one"],
)
def test_another_report_is_read_from_its_own_day(paper: Article) -> None:
    alone = read_article(paper, PACKS)
    page = report("page", PAGE)
    read = {page.id: read_article(page, PACKS), paper.id: alone}
    assert as_written([page, paper], read)[paper.id] == alone


def test_what_a_dossier_says_of_a_paper_is_of_its_morning() -> None:
    page, paper = report("page", PAGE), report("paper", PAPER)
    dossier = weigh([page, paper], [read_article(page, PACKS), read_article(paper, PACKS)])
    assert {one.when.first for one in dossier.timeline} == {DAY}
    noted = [one.stands_for for said in dossier.statements for one in said.resolved if one.kind == "date"]
    assert set(noted) == {"7 May 2031"}


def test_no_reading_is_lost() -> None:
    read: dict[str, Reading] = {"x": Reading("x", "key")}
    assert as_written([], read) == read
