"""What an answer is on, who gives it, and which round a report tells of, over small invented cases."""

import datetime as dt

import pytest

from crosswire.model import Article, Dossier, Region
from crosswire.packs import load
from crosswire.pipeline import vocabulary_of
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")


def report(day: str, text: str, outlet: str = "Coast Wire") -> Article:
    body = (Region(0, len(text), "body"),)
    return Article(f"{outlet}-{day}", text, outlet=outlet, published=dt.date.fromisoformat(day), regions=body)


def desk(*articles: Article) -> Dossier:
    readings = [read_article(article, PACKS) for article in articles]
    return weigh(articles, readings, PACKS.outlets, vocabulary=vocabulary_of(PACKS))


def cells(*articles: Article) -> set[tuple[str, str, str]]:
    return {(one.party, one.issue, one.stance) for one in desk(*articles).positions}


def test_an_answer_is_on_the_matter_that_the_other_side_put_last() -> None:
    one = report("2030-05-08", "In talks on Tuesday Peru offered a truce of ten days. Chile turned the offer down.")
    assert cells(one) == {("PER", "ceasefire", "offer"), ("CHL", "ceasefire", "reject")}


def test_an_answer_and_what_it_answers_are_opposed() -> None:
    one = report("2030-05-08", "In talks on Tuesday Peru offered a truce of ten days. Chile turned the offer down.")
    (gap,) = desk(one).gaps
    assert (gap.issue, gap.relation) == ("ceasefire", "opposed")


def test_nobody_answers_what_nobody_put() -> None:
    assert cells(report("2030-05-08", "Talks went on in Lima on Tuesday. Chile turned the offer down.")) == set()


def test_both_halves_of_a_sentence_are_positions() -> None:
    words = "At the talks Peru refused inspections and demanded the release of its sailors held in Arica."
    found = cells(report("2030-05-08", words))
    assert {("PER", "monitoring", "reject"), ("PER", "prisoners", "demand")} <= found


def test_a_copy_adds_no_cell() -> None:
    words = "In talks on Tuesday Peru offered a truce of ten days. Chile turned the offer down."
    one = report("2030-05-08", words)
    assert cells(one) == cells(one, report("2030-05-08", words, "Hill Courier"))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("09:05 Peru and Chile are back for a second round of talks.\n\n10:40 Nothing yet.", "2030-05-08"),
        ("Peru and Chile parted on Monday. The second session of their talks had lasted six hours.", "2030-05-06"),
        ("Two rounds of talks are over for Peru and Chile. The second took place on Monday in Lima.", "2030-05-06"),
        ("No deal came of a second round of talks of Peru and Chile. They met in Lima on Monday.", "2030-05-06"),
    ],
    ids=["a-live-report-tells-of-its-day", "the-sentence-before", "only-its-number", "the-sentence-after"],
)
def test_a_round_whose_sentence_names_no_day_has_one(words: str, day: str) -> None:
    first = report("2030-05-02", "Peru and Chile held a first round of talks on Thursday in Lima.", "Hill Courier")
    assert [(one.ordinal, one.day.isoformat()) for one in desk(first, report("2030-05-08", words)).rounds] == [
        (1, "2030-05-02"),
        (2, day),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "09:05 Peru and Chile are silent.\n\n10:40 The next round of talks will be in Lima.",
        "The committee held its second meeting on Monday.",
        "Peru met Chile for the first time since 2019 on Monday.",
    ],
    ids=["a-round-to-come", "a-meeting-of-one", "first-since"],
)
def test_no_round_is_made_up(words: str) -> None:
    assert not [one for one in desk(report("2030-05-08", words)).rounds if one.held]


@pytest.mark.parametrize(
    ("refused", "issue"),
    [("the Peruvian conditions", "ceasefire"), ("the Peruvian terms", "ceasefire"), ("the offer", "prisoners")],
)
def test_conditions_that_are_refused_are_no_promise(refused: str, issue: str) -> None:
    told = "In talks on Tuesday Peru demanded a truce of ten days. Peru offered to free 200 prisoners."
    found = cells(report("2030-05-08", f"{told} Chile rejected {refused}."))
    assert {one[1] for one in found if one[0] == "CHL"} == {issue}


def test_what_a_constitution_forbids_is_no_matter_of_the_constitution() -> None:
    words = (
        "At talks on Tuesday Chile said its constitution forbids it to surrender territory. Peru wants a new border."
    )
    assert {one[1] for one in cells(report("2030-05-08", words)) if one[0] == "CHL"} == {"territory"}
