"""A quotation stands once in a report, under a speaker whose words it can be, with the title alone."""

import datetime as dt

import pytest

from crosswire.assess import assess
from crosswire.assess.sections.quotations import title_of
from crosswire.model import Article
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2025, 5, 29)
TALKS = "Envoys of Norway and Egypt held a second round of talks in Lima on Wednesday."


def sections(*texts: str) -> dict[str, list[str]]:
    articles = [
        Article(f"a{at}", f"News {at}.\n\n{TALKS}\n\n{text}", outlet=f"Wire {at}", published=DAY)
        for at, text in enumerate(texts)
    ]
    readings = [read_article(one, PACKS) for one in articles]
    dossier = weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))
    return {one.name: [line.text for line in one.lines] for one in assess(dossier, PACKS).sections}


def test_what_a_section_above_has_shown_is_not_quoted_again() -> None:
    found = sections(
        "“Norway will never give up the northern lighthouse to Egypt,” said Norway's minister Ada Lund.",
        "“The weather has been kind to the fishermen of both coasts,” said Egypt's minister Nora Fahmy.",
    )
    quoted = {text.strip("“”") for text in found.get("quotations", [])}
    above = " ".join(text for name, texts in found.items() if name != "quotations" for text in texts)
    assert not any(text in above for text in quoted)


def test_nobody_quotes_himself_by_name() -> None:
    found = sections(
        "“The families want Lund to stay away from the second phase of the canal,” said minister Ada Lund."
    )
    assert not any("families want" in text for text in found.get("quotations", []))


@pytest.mark.parametrize(
    ("role", "title"),
    [
        pytest.param("contested president", "president", id="what-a-report-thinks-of-him"),
        pytest.param("61-year-old mayor", "mayor", id="how-old-he-is"),
        pytest.param("mayor-elect", None, id="an-office-to-come"),
        pytest.param("titular head of state but surrender real power", None, id="a-clause-besides"),
        pytest.param("head of the joint chiefs of staff", "head of the joint chiefs of staff", id="a-plain-title"),
        pytest.param("spokesman who left in May", "spokesman", id="what-he-did"),
        pytest.param("brother", None, id="kin"),
    ],
)
def test_a_title_is_shown_alone(role: str, title: str | None) -> None:
    assert title_of(role) == title
