"""What is known is what two reports tell themselves: what somebody is told to say was said, a side's paper claims."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article, Genre
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def told(*reports: tuple[str, Genre]) -> dict[str, list[tuple[str, str]]]:
    """Return the kinds and words of the lines of each section."""
    articles = [
        Article(
            f"a{at}",
            f"News of the day\n\n{text}",
            outlet=f"Paper {at}",
            published=dt.date(2031, 5, 2 + at),
            genre=genre,
        )
        for at, (text, genre) in enumerate(reports)
    ]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    sections = assess(dossier, PACKS, question="Chile and Peru: where do their talks stand?").sections
    return {one.name: [(line.kind, line.text) for line in one.lines] for one in sections}


def kinds(*reports: tuple[str, Genre]) -> set[str]:
    shown = [line for lines in told(*reports).values() for line in lines]
    return {kind for kind, text in shown if "closed the border bridge" in text}


CLOSED = "Peru closed the border bridge at Tacna on 1 May 2031 and sent 300 lorries back to Chile."


def test_what_a_report_tells_is_reported() -> None:
    assert kinds((CLOSED, "news")) == {"reported"}


def test_what_a_ministry_states_of_itself_is_claimed() -> None:
    assert kinds((CLOSED, "statement")) == {"claimed"}


def test_history_is_not_known_of_the_case() -> None:
    lines = told(
        ("Peru seized the port of Arica in March 1881 with 4,000 men. Chile and Peru met in Lima.", "news"),
        ("In March 1881 Peru seized the port of Arica with 4,000 men. Peru and Chile meet again.", "news"),
    )
    assert not any("1881" in text for _, text in lines.get("what_we_know", []))
