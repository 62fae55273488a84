"""Talks of which several independent reports tell in passing are known to have been held; those that failed are not."""

import datetime as dt

from crosswire.assess import assess
from crosswire.model import Article, Line
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def known(*told: tuple[str, str]) -> list[Line]:
    """Return what is known of reports of three papers, each a day and its text."""
    articles = [
        Article(f"a{at}", f"News of the day\n\n{text}", outlet=f"Paper {at}", published=dt.date.fromisoformat(day))
        for at, (day, text) in enumerate(told)
    ]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    sections = assess(dossier, PACKS, question="Chile and Peru: where do their talks stand?").sections
    return [line for section in sections if section.name == "what_we_know" for line in section.lines]


def test_a_round_told_in_passing_by_two_papers_is_known() -> None:
    lines = known(
        ("2025-07-02", "The second round of talks between Chile and Peru was held in Lima on Wednesday."),
        ("2025-07-09", "Chile closed a bridge, a week after the second round of talks with Peru in Lima on July 2."),
    )
    (line,) = [one for one in lines if "held talks" in one.text]
    assert line.text == "Chile and Peru held talks in Lima."
    assert "2 July 2025" in (line.label or "")
    assert "2 independent origins" in (line.note or "")


def test_one_paper_alone_makes_nothing_known() -> None:
    lines = known(("2025-07-02", "The second round of talks between Chile and Peru was held in Lima on Wednesday."))
    assert not [one for one in lines if "held talks" in one.text]


def test_talks_that_did_not_open_are_not_known_to_have_been_held() -> None:
    lines = known(
        ("2025-07-01", "The second round of talks between Chile and Peru is due to open in Lima on Wednesday."),
        ("2025-07-02", "The second round of talks between Chile and Peru did not open in Lima on Wednesday."),
        ("2025-07-09", "Chile and Peru missed the second round of talks planned in Lima on July 2."),
    )
    assert not [one for one in lines if "held talks" in one.text]
